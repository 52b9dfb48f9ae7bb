"""Biểu mẫu sau biểu quyết: recognition, refusal, annulment, tasks, review, petition."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.foundation.text import nfc
from danchu.law.aftermath import ADDRESSEE_LABELS, FAULT_LABELS, Addressee, Fault
from danchu.ui.fields import DayField
from danchu.ui.tags.words import lang


def _said(label: Any) -> str:
    said: str = label.vi if lang() == "vi" else label.en
    return said[:1].upper() + said[1:]


class _Words(forms.Form):
    """Text of people in one form of every letter."""

    def clean(self) -> dict[str, Any]:
        """NFC, and no spaces around."""
        cleaned = super().clean() or {}
        return {name: nfc(value).strip() if isinstance(value, str) else value for name, value in cleaned.items()}


class AnswerForm(_Words):
    """Văn bản của phường: its number, its day, the scan."""

    number = forms.CharField(
        label=_("Number of the paper"),
        help_text=_("For example 15/QĐ-UBND"),
        max_length=60,
        error_messages={"required": _("Write the number of the paper.")},
    )
    on = DayField(label=_("Day of the paper"))
    scan = forms.FileField(
        label=_("The paper, scanned or photographed"), required=False, help_text=_("PDF, JPG or PNG, at most 10 MB")
    )


class RefuseForm(AnswerForm):
    """Trả lời không công nhận."""

    reasons = forms.CharField(
        label=_("Reasons"),
        help_text=_("What is not right, and what the khu phố should do"),
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": _("Write the reasons: the law asks for them.")},
    )
    field_order: tuple[str, ...] = ("reasons", "number", "on", "scan")


class AnnulForm(RefuseForm):
    """Bãi bỏ, hoặc yêu cầu làm lại."""

    fault = forms.ChoiceField(
        label=_("What is wrong"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is wrong.")},
    )
    redo = forms.TypedChoiceField(
        label=_("What follows"),
        widget=forms.RadioSelect,
        coerce=lambda value: value == "redo",
        choices=[("redo", _("The khu phố takes the decision again")), ("annul", _("The decision is annulled"))],
        error_messages={"required": _("Choose what follows.")},
    )
    field_order = ("fault", "redo", "reasons", "number", "on", "scan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fault"].choices = [(one.value, _said(FAULT_LABELS[one])) for one in Fault]


class TaskReportForm(_Words):
    """Kết quả của một việc."""

    done_on = DayField(label=_("Done on"), required=False, help_text=_("Leave it empty while it is not done"))
    note = forms.CharField(
        label=_("What came of it, or why it is not done yet"), max_length=1000, required=False, widget=forms.Textarea
    )


class ReviewForm(_Words):
    """Xem lại việc thực hiện."""

    words = forms.CharField(
        label=_("What was found"),
        help_text=_("What is done, what is not, and what the khu phố does next"),
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": _("Write what was found.")},
    )


class PetitionForm(_Words):
    """Kiến nghị về kết quả."""

    addressee = forms.ChoiceField(
        label=_("Whom do you petition?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    words = forms.CharField(
        label=_("What is not right?"),
        help_text=_("The content, or the way it was decided. No name is needed."),
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": _("Write what seems wrong.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressee"].choices = [(one.value, _said(ADDRESSEE_LABELS[one])) for one in Addressee]


class PetitionAnswerForm(_Words):
    """Trả lời kiến nghị."""

    answer = forms.CharField(
        label=_("Answer"),
        help_text=_("It is shown to whoever wrote the petition, and cannot be changed later."),
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": _("Write the answer.")},
    )
