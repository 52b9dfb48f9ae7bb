"""Biểu mẫu kết quả: sealing, signatures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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


class SealForm(forms.Form):
    """Niêm phong: the kind of paper the decision becomes, and who does what by when."""

    decision_form = forms.ChoiceField(
        label=_("What the paper of the decision is called"), choices=FORMS_OF_DECISION, widget=forms.RadioSelect
    )
    follow_up = forms.CharField(
        label=_("Who does what by when"),
        help_text=_("One task a line; printed in the decision. May be left empty."),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )


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
