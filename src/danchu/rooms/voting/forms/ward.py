"""Biểu mẫu việc của phường: proposal, and the day it takes effect."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.foundation.text import nfc
from danchu.law.matters import FORM_LABELS, Form, Matter, matter_label
from danchu.law.rules import rules_at
from danchu.ui.fields import DayField
from danchu.ui.tags.words import lang

_FORMS = (Form.MEETING, Form.SLIP)  # online may not decide matters of the ward (khoản 2 Điều 17 Luật)


def _said(label: Any) -> str:
    said: str = label.vi if lang() == "vi" else label.en
    return said[:1].upper() + said[1:]


class WardForm(forms.Form):
    """Đề xuất việc của cả phường."""

    matter = forms.ChoiceField(
        label=_("What kind of matter is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind of matter.")},
    )
    form = forms.ChoiceField(
        label=_("By which form do the khu phố decide?"),
        widget=forms.RadioSelect,
        help_text=_("The Chairman chooses; every khu phố uses the same form."),
        error_messages={"required": _("Choose the form of deciding.")},
    )
    title = forms.CharField(
        label=_("What it is about, in a few words"),
        max_length=120,
        error_messages={"required": _("Write in a few words what it is about.")},
    )
    question = forms.CharField(
        label=_("The question to the households"),
        help_text=_("A question that can be answered with yes or no"),
        max_length=300,
        error_messages={"required": _("Write the question.")},
    )
    body = forms.CharField(
        label=_("What is proposed"),
        help_text=_("One point a line; no numbers needed. Say what, when, where and who."),
        max_length=8000,
        widget=forms.Textarea,
        error_messages={"required": _("Write what is proposed.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        matters = rules_at().matters["ward"]["matters"]
        self.fields["matter"].choices = [(one, _said(matter_label(Matter(one)))) for one in matters]
        self.fields["form"].choices = [(one.value, _said(FORM_LABELS[one])) for one in _FORMS]

    def clean(self) -> dict[str, Any]:
        """One form of every letter, and no empty lines between the points."""
        cleaned = super().clean() or {}
        for name in ("title", "question"):
            if cleaned.get(name):
                cleaned[name] = " ".join(nfc(cleaned[name]).split())
        if cleaned.get("body"):
            cleaned["body"] = "\n".join(line.strip() for line in nfc(cleaned["body"]).splitlines() if line.strip())
        return cleaned


class EffectForm(forms.Form):
    """Ngày có hiệu lực do Ủy ban nhân dân phường quyết định."""

    on = DayField(label=_("Takes effect on"))
    number = forms.CharField(
        label=_("Number of the paper"),
        help_text=_("For example 15/QĐ-UBND"),
        max_length=60,
        error_messages={"required": _("Write the number of the paper.")},
    )
