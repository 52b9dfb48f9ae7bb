"""Biểu mẫu kết quả: sealing, signatures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from danchu.foundation.text import nfc
from danchu.rooms.voting.services.result import Assigned
from danchu.ui.fields import DayField

FIRST_TASKS = 1
MOST_TASKS = 8

FORMS_OF_DECISION = [
    ("minutes", _("Minutes of the meeting")),
    ("resolution", _("Resolution")),
    ("memorandum", _("Memorandum")),
    ("agreement", _("Agreement")),
]
SIGNERS = [
    ("head", _("Khu phố head")),
    ("front_head", _("Head of the Front committee")),
    ("household_1", _("First household representative")),
    ("household_2", _("Second household representative")),
]


class TaskForm(forms.Form):
    """Một việc được phân công: all three or nothing; a row left empty is left out."""

    what = forms.CharField(label=_("Task"), max_length=300, required=False)
    who = forms.CharField(label=_("Who does it"), max_length=120, required=False)
    due = DayField(label=_("At the latest on"), required=False)

    def __init__(self, *args: Any, today: date, place: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.place = today, place

    def spare(self) -> bool:
        """Beyond the first, and empty."""
        return self.place >= FIRST_TASKS and not self.errors and not any(self.cleaned_or_nothing().values())

    def cleaned_or_nothing(self) -> dict[str, Any]:
        """What was typed, once it is checked."""
        return getattr(self, "cleaned_data", {})

    def clean(self) -> dict[str, Any]:
        """Who does what by when: none of the three is left out."""
        cleaned = super().clean() or {}
        for name in ("what", "who"):
            cleaned[name] = " ".join(nfc(cleaned.get(name) or "").split())
        if not any(cleaned.values()) and not self.errors:
            return cleaned
        if not cleaned["what"]:
            self.add_error("what", gettext("Write what is to be done"))
        if not cleaned["who"]:
            self.add_error("who", gettext("Write who does it"))
        if "due" not in self.errors and not cleaned.get("due"):
            self.add_error("due", gettext("Write day, month and year"))
        elif cleaned.get("due") and cleaned["due"] < self.today:
            self.add_error("due", gettext("This day is past already"))
        return cleaned


class SealForm(forms.Form):
    """Niêm phong: the kind of paper the decision becomes, and who does what by when."""

    decision_form = forms.ChoiceField(
        label=_("What the paper of the decision is called"), choices=FORMS_OF_DECISION, widget=forms.RadioSelect
    )

    def __init__(self, data: Any = None, *, passed: bool, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not passed:
            del self.fields["decision_form"]  # nothing was decided: there are minutes only
        self.tasks = [TaskForm(data, prefix=f"viec{place}", today=today, place=place) for place in range(MOST_TASKS)]

    def is_valid(self) -> bool:
        """The whole and every row."""
        return all([super().is_valid(), *(one.is_valid() for one in self.tasks)])

    def first(self) -> list[TaskForm]:
        """Việc đầu tiên and every row that is filled in or to be mended: open on the page."""
        return [one for one in self.tasks if not one.spare()]

    def more(self) -> list[TaskForm]:
        """Thêm việc: rows that stay folded until they are wanted."""
        return [one for one in self.tasks if one.spare()]

    def assigned(self) -> Iterable[Assigned]:
        """Who does what by when."""
        for one in self.tasks:
            if one.cleaned_data.get("what"):
                yield Assigned(one.cleaned_data["what"], one.cleaned_data["who"], one.cleaned_data["due"])

    def clean(self) -> dict[str, Any]:
        """Minutes, where the form does not ask."""
        return {"decision_form": "minutes", **(super().clean() or {})}


class SignForm(forms.Form):
    """Chữ ký trên biên bản: all who signed the same scanned paper, at once."""

    scan = forms.FileField(
        label=_("The signed minutes, scanned or photographed"), help_text=_("PDF, JPG or PNG, at most 10 MB")
    )

    def __init__(self, *args: Any, signed: frozenset[str], names: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open = [key for key, _label in SIGNERS if key not in signed]
        labels = dict(SIGNERS)
        for key in self.open:
            if key.startswith("household"):
                self.fields[key] = forms.CharField(
                    label=labels[key], help_text=_("Household number, for example 3-045"), max_length=20, required=False
                )
            else:
                self.fields[key] = forms.CharField(
                    label=labels[key], max_length=120, required=False, initial=names.get(key, "")
                )
        self.order_fields([*self.open, "scan"])

    def clean(self) -> dict[str, Any]:
        """At least one signature."""
        cleaned = super().clean() or {}
        if not any(cleaned.get(key) for key in self.open):
            raise forms.ValidationError(_("Write who signed"), code="nobody")
        return cleaned
