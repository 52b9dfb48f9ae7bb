"""Biểu mẫu chuẩn bị: the wording, devices and network, the team."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from danchu.foundation.accounts.models import Staff
from danchu.foundation.text import nfc
from danchu.law.people import CAPACITY_LABELS, Capacity, Role

FEWEST_MEMBERS = 3
MOST_MEMBERS = 5


class PersonField(forms.ModelChoiceField):
    """Chọn một người: shown with what one holds at this khu phố."""

    def __init__(self, *, offices: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.offices = offices

    def label_from_instance(self, obj: Staff) -> str:
        """Name and office."""
        return ", ".join(part for part in (str(obj), self.offices.get(obj.pk, "")) if part)


class WordingForm(forms.Form):
    """Lời văn của cuộc biểu quyết: typed once, used on the ballot, the notice and every paper."""

    title = forms.CharField(
        label=_("What it is about, in a few words"),
        help_text=_("For example: general cleaning on the first Sunday of the month"),
        max_length=120,  # the poster sets it whole, in letters of 34 points at least
    )
    question = forms.CharField(
        label=_("The question to each household"),
        help_text=_("One question that can be answered with agree or disagree"),
        max_length=300,
        widget=forms.Textarea,
    )
    body = forms.CharField(
        label=_("What is proposed"),
        help_text=_("One point a line; no numbers needed. Say what, when, where and who."),
        max_length=8000,
        widget=forms.Textarea,
    )
    paper = forms.FileField(
        label=_("The full paper, if there is one"),
        help_text=_("A PDF or a picture, at most 10 MB. Everybody can read it beside the question."),
        required=False,
    )
    yes_means = forms.CharField(label=_("Under “Agree”"), max_length=200)
    no_means = forms.CharField(label=_("Under “Disagree”"), max_length=200)
    other_means = forms.CharField(label=_("Under “Other opinion”"), max_length=200)
    online_reason = forms.CharField(
        label=_("Why neither a meeting nor slips are needed"),
        help_text=_("Printed in the report to the ward before starting; left empty, the usual reason stands"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, *args: Any, people: Any, offices: Mapping[int, str], online: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not online:
            del self.fields["online_reason"]
        self.fields["contact"] = PersonField(
            label=_("Whom to call for questions"), queryset=people, offices=offices, empty_label=None
        )

    def clean(self) -> dict[str, Any]:
        """One form of every letter, and no empty lines between the points."""
        cleaned = super().clean() or {}
        for name in ("title", "question", "yes_means", "no_means", "other_means"):
            if cleaned.get(name):
                cleaned[name] = " ".join(nfc(cleaned[name]).split())
        if cleaned.get("body"):
            cleaned["body"] = "\n".join(line.strip() for line in nfc(cleaned["body"]).splitlines() if line.strip())
        return cleaned


def meanings() -> dict[str, str]:
    """Nghĩa của ba lựa chọn, as they stand before the head changes them."""
    return {
        "yes_means": gettext("Do what is written above."),
        "no_means": gettext("Do not do what is written above."),
        "other_means": gettext("Write what you want to say; it does not count as agreeing."),
    }


class MeansForm(forms.Form):
    """Thiết bị và mạng của các hộ (59/5.1c)."""

    internet = forms.TypedChoiceField(
        label=_("Is there internet or mobile data in the khu phố?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    without_device = forms.IntegerField(
        label=_("Households without a telephone or computer"), min_value=0, widget=forms.TextInput
    )
    help_given = forms.CharField(
        label=_("How these households are helped"),
        help_text=_("Leave empty only if every household has a device and there is a network"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, *args: Any, households: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.households = households
        self.fields["without_device"].widget.attrs["inputmode"] = "numeric"

    def clean_without_device(self) -> int:
        """Not more than there are households."""
        count: int = self.cleaned_data["without_device"]
        if self.households and count > self.households:
            raise forms.ValidationError(
                gettext("The khu phố has only %(count)s households") % {"count": self.households}, code="too-many"
            )
        return count


def capacity_choices(capacities: Iterable[Capacity]) -> list[tuple[str, str]]:
    """Thành phần, in the reader's language."""
    vi = (get_language() or "vi").startswith("vi")
    return [(str(one), CAPACITY_LABELS[one].vi if vi else CAPACITY_LABELS[one].en) for one in capacities]


class MemberForm(forms.Form):
    """Một người trong Tổ. The first row is the leader; rows without a person are left out."""

    def __init__(
        self,
        *args: Any,
        people: Any,
        offices: Mapping[int, str],
        place: int,
        capacities: Iterable[Capacity],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        self.fields["staff"] = PersonField(
            label=gettext("Leader of the team")
            if place == 0
            else gettext("Team member %(number)s") % {"number": place + 1},
            queryset=people,
            offices=offices,
            required=place == 0,
            empty_label=gettext("Nobody"),
        )
        self.fields["capacities"] = forms.MultipleChoiceField(
            label=gettext("Stands for"),
            choices=capacity_choices(capacities),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def spare(self) -> bool:
        """Beyond the fewest a team may have, and empty."""
        return self.place >= FEWEST_MEMBERS and not self["staff"].value() and not self.errors

    def clean(self) -> dict[str, Any]:
        """A person in the team stands for somebody."""
        cleaned = super().clean() or {}
        if cleaned.get("staff") and not cleaned.get("capacities"):
            self.add_error("capacities", gettext("Choose whom this person stands for"))
        return cleaned


class TeamForm(forms.Form):
    """Tổ lấy ý kiến: five rows, drawn and checked one by one; its own errors are the law's about the whole."""

    def __init__(
        self,
        data: Any = None,
        *,
        people: Any,
        offices: Mapping[int, str],
        rows: list[dict[str, Any]],
        capacities: tuple[Capacity, ...],
    ) -> None:
        super().__init__(data)
        known = [*rows, *({} for _ in range(MOST_MEMBERS - len(rows)))]
        self.members = [
            MemberForm(
                data,
                prefix=f"n{place}",
                initial=row,
                people=people,
                offices=offices,
                place=place,
                capacities=capacities,
            )
            for place, row in enumerate(known[:MOST_MEMBERS])
        ]

    def is_valid(self) -> bool:
        """Every row and the whole."""
        return all([super().is_valid(), *(one.is_valid() for one in self.members)])

    def first(self) -> list[MemberForm]:
        """Ba người đầu and whoever else is already chosen or to be mended: open on the page."""
        return [one for one in self.members if not one.spare()]

    def more(self) -> list[MemberForm]:
        """Thêm người: places that stay folded until they are wanted."""
        return [one for one in self.members if one.spare()]

    def chosen(self) -> Iterable[tuple[Staff, frozenset[Capacity], bool]]:
        """Person, whom one stands for, and whether one leads."""
        for one in self.members:
            if one.cleaned_data.get("staff"):
                parts = frozenset(Capacity(key) for key in one.cleaned_data["capacities"])
                yield one.cleaned_data["staff"], parts, one.place == 0


def usual_team(holders: Mapping[Role, Staff]) -> list[dict[str, Any]]:
    """Tổ thường gặp: the Front head leads, the khu phố head stands for the khu phố; the rest is chosen."""
    usual = ((Role.FRONT_HEAD, Capacity.FRONT), (Role.HEAD, Capacity.KHU_PHO))
    return [{"staff": holders[role], "capacities": [capacity]} if role in holders else {} for role, capacity in usual]
