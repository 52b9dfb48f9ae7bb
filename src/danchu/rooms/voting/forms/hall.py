"""Biểu mẫu trong hội trường: short, for one hand and a full room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from danchu.law.meeting_names import METHOD_LABELS, Method
from danchu.rooms.voting.forms.prepare import PersonField

MOST_ON_BOARD = 5


def _whole(label: Any, **kwargs: Any) -> forms.IntegerField:
    field = forms.IntegerField(label=label, min_value=0, widget=forms.TextInput, **kwargs)
    field.widget.attrs["inputmode"] = "numeric"
    return field


class CodeForm(forms.Form):
    """Mã trên giấy mời: typed, or by a scanner that ends with Enter."""

    code = forms.CharField(
        label=_("Code of the invitation or the card"),
        help_text=_("Scan it, or type it and press Enter"),
        max_length=300,
        widget=forms.TextInput(attrs={"autofocus": True, "autocomplete": "off", "autocapitalize": "none"}),
    )


class HandsForm(forms.Form):
    """Số tay giơ."""

    yes = _whole(_("Households that agree"))


class SecretaryForm(HandsForm):
    """Cử thư ký."""

    name = forms.CharField(label=_("Name of the secretary"), max_length=120)
    field_order = ("name", "staff", "yes")

    def __init__(self, *args: Any, people: Any, offices: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"] = PersonField(
            label=gettext("Account of the secretary, if any"),
            queryset=people,
            offices=offices,
            required=False,
            empty_label=gettext("Nobody"),
        )
        self.order_fields(self.field_order)


class MethodForm(HandsForm):
    """Giơ tay hay bỏ phiếu kín."""

    method = forms.ChoiceField(label=_("Voting method"), widget=forms.RadioSelect)
    field_order = ("method", "yes")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vi = (get_language() or "vi").startswith("vi")
        labels = {one: (label.vi if vi else label.en) for one, label in METHOD_LABELS.items()}
        self.fields["method"].choices = [(str(one), labels[one][:1].upper() + labels[one][1:]) for one in Method]


class BoardForm(HandsForm):
    """Ban kiểm phiếu và hai hộ chứng kiến, by household number."""

    people = forms.CharField(
        label=_("Members of the counting board"),
        help_text=_("Three to five names, one a line; the first is its head"),
        max_length=700,
        widget=forms.Textarea,
    )
    witness_1 = forms.CharField(label=_("First witnessing household, its number"), max_length=20)
    witness_2 = forms.CharField(label=_("Second witnessing household, its number"), max_length=20)
    field_order = ("people", "witness_1", "witness_2", "yes")

    def clean_people(self) -> list[str]:
        """One name a line."""
        return [" ".join(line.split()) for line in self.cleaned_data["people"].splitlines() if line.strip()]


class SpeakerForm(forms.Form):
    """Đăng ký phát biểu."""

    number = forms.CharField(label=_("Household number"), max_length=20)
    name = forms.CharField(label=_("Name, if not the representative"), max_length=120, required=False)
    dissenting = forms.BooleanField(label=_("A member of another mind than the representative"), required=False)


class DiscussionForm(forms.Form):
    """Ý kiến thảo luận."""

    words = forms.CharField(
        label=_("What was said"),
        help_text=_("One opinion a line, without names; printed in the minutes"),
        max_length=8000,
        required=False,
        widget=forms.Textarea,
    )


class FiguresForm(forms.Form):
    """Số kiểm đếm: of hands, or of slips handed out in the hall."""

    issued = _whole(_("Slips given out"))
    collected = _whole(_("Slips collected"))
    yes = _whole(_("Agree"))
    no = _whole(_("Disagree"))
    other = _whole(_("Other opinion"))
    invalid = _whole(_("Invalid slips"))
    reason = forms.CharField(
        label=_("Explanation"),
        help_text=_("Needed only when the numbers do not add up"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, *args: Any, slips: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not slips:
            for name in ("issued", "collected", "invalid"):
                del self.fields[name]
