"""Biểu mẫu chuẩn bị cuộc họp: what is decided, when, where, by whom it is called, how households are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from danchu.law.matters import CONVENOR_LABELS, Convenor, Matter, Purpose
from danchu.law.meeting_names import CHANNEL_LABELS, Channel
from danchu.rooms.voting.forms.prepare import PersonField
from danchu.rooms.voting.forms.schedule import HourField, moment
from danchu.ui.fields import DayField

MOST_CLUSTERS = 4


def _said(label: Any) -> str:
    """A label of the law in the reader's language, as a line begins."""
    words = label.vi if (get_language() or "vi").startswith("vi") else label.en
    return str(words[:1].upper() + words[1:])


class MattersField(forms.ModelMultipleChoiceField):
    """Các việc đưa ra họp, by their titles."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        """The title."""
        return str(obj.title)


class PlanForm(forms.Form):
    """Lập cuộc họp. ``matters`` are those written for a meeting; a convention and the head's office ask for more."""

    title = forms.CharField(label=_("Name of the meeting"), max_length=120)
    day = DayField(label=_("Day of the meeting"))
    hour = HourField(label=_("At"))
    place = forms.CharField(label=_("Place"), max_length=200)
    convenor = forms.ChoiceField(label=_("Who convenes the meeting"), widget=forms.RadioSelect)
    agenda = forms.CharField(
        label=_("Order of business"),
        help_text=_("One item a line; left empty, the order of the Law is printed"),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, *args: Any, matters: Any, people: Any, offices: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["votes"] = MattersField(label=gettext("Matters to be decided"), queryset=matters)
        self.fields["convenor"].choices = [(str(one), _said(CONVENOR_LABELS[one])) for one in Convenor]
        for name, label in (("chair", gettext("Chair")), ("contact", gettext("Whom to call for questions"))):
            self.fields[name] = PersonField(label=label, queryset=people, offices=offices, empty_label=None)
        kinds = {one.matter for one in matters}
        if Matter.D4 in kinds:
            self.fields["purpose"] = forms.ChoiceField(
                label=gettext("The head of the khu phố is to be"),
                choices=[(Purpose.ELECT, gettext("elected")), (Purpose.DISMISS, gettext("dismissed"))],
                widget=forms.RadioSelect,
                required=False,
            )
        if Matter.D3 in kinds:
            self.fields["draft_posted_on"] = DayField(label=gettext("Draft convention posted on"), required=False)
            self.fields["draft_consulted"] = forms.CharField(
                label=gettext("How opinions on the draft were gathered"), max_length=300, required=False
            )
        self.order_fields(["votes", "title", "day", "hour", "place", "convenor", "purpose", "chair", "contact"])

    def clean(self) -> dict[str, Any]:
        """Put day and hour together."""
        cleaned = super().clean() or {}
        day, hour = cleaned.get("day"), cleaned.get("hour")
        cleaned["starts_at"] = moment(day, hour) if day and hour is not None else None
        return cleaned


class InviteForm(forms.Form):
    """Đã mời bằng cách nào, ngày nào (59/3.3)."""

    channels = forms.MultipleChoiceField(label=_("Households were told by"), widget=forms.CheckboxSelectMultiple)
    noticed_on = DayField(label=_("Told on"))
    posted_on = DayField(label=_("Notice posted in public on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["channels"].choices = [(str(one), _said(CHANNEL_LABELS[one])) for one in Channel]

    def _past(self, name: str) -> date:
        day: date = self.cleaned_data[name]
        if day > self.today:
            raise forms.ValidationError(gettext("This day has not come yet"), code="future")
        return day

    def clean_noticed_on(self) -> date:
        """What was done, not what is meant to be done."""
        return self._past("noticed_on")

    def clean_posted_on(self) -> date:
        """What was done, not what is meant to be done."""
        return self._past("posted_on")


class PapersForm(forms.Form):
    """Đã gửi tài liệu (59/3.4)."""

    sent_on = DayField(label=_("Papers sent on"))
    households = forms.IntegerField(
        label=_("Households that were sent the papers"), min_value=0, widget=forms.TextInput
    )

    def __init__(self, *args: Any, today: date, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.most = today, most
        self.fields["households"].widget.attrs["inputmode"] = "numeric"

    def clean_sent_on(self) -> date:
        """What was done, not what is meant to be done."""
        day: date = self.cleaned_data["sent_on"]
        if day > self.today:
            raise forms.ValidationError(gettext("This day has not come yet"), code="future")
        return day

    def clean_households(self) -> int:
        """Not more than there are."""
        count: int = self.cleaned_data["households"]
        if count > self.most:
            raise forms.ValidationError(
                gettext("The khu phố has only %(count)s households") % {"count": self.most}, code="too-many"
            )
        return count


class ClusterForm(forms.Form):
    """Một cụm; a row without a place is left out."""

    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    hour = HourField(label=_("At"), required=False)
    first = forms.CharField(label=_("From household number"), max_length=20, required=False)
    last = forms.CharField(label=_("To household number"), max_length=20, required=False)

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.number = number

    @property
    def title(self) -> str:
        """ "Cụm 2"."""
        return gettext("Cluster %(number)s") % {"number": self.number}

    def clean(self) -> dict[str, Any]:
        """A cluster has a place, an hour and households."""
        cleaned = super().clean() or {}
        if cleaned.get("place"):
            for name in ("hour", "first", "last"):
                if cleaned.get(name) in {None, ""} and name not in self.errors:
                    self.add_error(name, gettext("Fill this in for the cluster"))
        return cleaned


class ClustersForm(forms.Form):
    """Phương án họp theo cụm (18.3). Without any cluster it is one hall."""

    scattered = forms.BooleanField(label=_("The households live scattered"), required=False)
    reason = forms.CharField(label=_("Why clusters"), max_length=1000, required=False, widget=forms.Textarea)

    def __init__(self, data: Any = None, *, rows: list[dict[str, Any]], initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        known = [*rows, *({} for _ in range(MOST_CLUSTERS - len(rows)))]
        self.rows = [
            ClusterForm(data, prefix=f"c{place}", initial=row, number=place)
            for place, row in enumerate(known[:MOST_CLUSTERS], 1)
        ]

    def is_valid(self) -> bool:
        """Every row and the whole."""
        return all([super().is_valid(), *(one.is_valid() for one in self.rows)])

    def chosen(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Cụm đã điền."""
        for one in self.rows:
            if one.cleaned_data.get("place"):
                yield one.title, one.cleaned_data
