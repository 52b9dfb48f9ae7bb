"""Biểu mẫu sáng kiến: to start one, to write down a signed list, the Front's answer, to put it to the community."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from danchu.foundation.text import nfc
from danchu.law.forms import form_answers
from danchu.law.matters import FORM_LABELS, Form, Matter, Scope, matter_label
from danchu.ui.fields import DayField
from danchu.ui.tags.words import lang

# The head's election and dismissal have steps of their own (Điều 6, 9 Nghị định 59).
PROPOSABLE = tuple(one for one in Matter if one is not Matter.D4)
MOST_ON_A_LIST = 500


def _said(label: Any) -> str:
    said: str = label.vi if lang() == "vi" else label.en
    return said[:1].upper() + said[1:]


class InitiativeForm(forms.Form):
    """Nêu sáng kiến."""

    matter = forms.ChoiceField(
        label=_("What kind of matter is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind of matter.")},
    )
    title = forms.CharField(
        label=_("What it is about, in a few words"),
        help_text=_("For example: general cleaning on the first Sunday of the month"),
        max_length=120,
        error_messages={"required": _("Write in a few words what it is about.")},
    )
    body = forms.CharField(
        label=_("What is proposed"),
        help_text=_("One point a line; no numbers needed. Say what, when, where and who."),
        max_length=8000,
        widget=forms.Textarea,
        error_messages={"required": _("Write what is proposed.")},
    )
    proposer_name = forms.CharField(
        label=_("Full name of whoever proposes it"),
        help_text=_("Shown on the page of the initiative; by law this person answers for the list of households."),
        max_length=120,
        error_messages={"required": _("Write the full name.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["matter"].choices = [(str(one), _said(matter_label(one))) for one in PROPOSABLE]

    def clean(self) -> dict[str, Any]:
        """One form of every letter, and no empty lines between the points."""
        cleaned = super().clean() or {}
        for name in ("title", "proposer_name"):
            if cleaned.get(name):
                cleaned[name] = " ".join(nfc(cleaned[name]).split())
        if cleaned.get("body"):
            cleaned["body"] = "\n".join(line.strip() for line in nfc(cleaned["body"]).splitlines() if line.strip())
        return cleaned


class PaperInitiativeForm(InitiativeForm):
    """Ghi lại sáng kiến nộp trên giấy."""

    number = forms.CharField(
        label=_("Household number of whoever proposes it"),
        help_text=_("Household number, for example 3-045"),
        max_length=20,
        error_messages={"required": _("Write the household number.")},
    )
    scan = forms.FileField(
        label=_("The signed paper, scanned or photographed"), help_text=_("PDF, JPG or PNG, at most 10 MB")
    )

    field_order = ("number", "proposer_name", "matter", "title", "body", "scan")


class ListForm(forms.Form):
    """Ghi các hộ đã ký trên một tờ danh sách."""

    numbers = forms.CharField(
        label=_("Household numbers on the list"),
        help_text=_("One after the other, for example: 3-045, 3-046, 3-102"),
        widget=forms.Textarea,
        max_length=8000,
        error_messages={"required": _("Write the household numbers.")},
    )
    given_on = DayField(label=_("Day on which they signed"), help_text=_("The three months count from this day."))
    scan = forms.FileField(
        label=_("The signed list, scanned or photographed"), help_text=_("PDF, JPG or PNG, at most 10 MB")
    )

    def clean_numbers(self) -> list[str]:
        """Each household once, however the numbers were parted."""
        found = [one for one in re.split(r"[\s,;]+", nfc(self.cleaned_data["numbers"])) if one]
        if not found:
            raise forms.ValidationError(gettext("Write the household numbers."), code="empty")
        if len(found) > MOST_ON_A_LIST:
            raise forms.ValidationError(
                gettext("Write at most %(most)s households at once.") % {"most": MOST_ON_A_LIST}, code="too-many"
            )
        return found


class FrontForm(forms.Form):
    """Ban công tác Mặt trận trả lời."""

    approves = forms.TypedChoiceField(
        label=_("Does the Front committee approve this initiative?"),
        choices=[("yes", _("It approves")), ("no", _("It does not approve"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    reason = forms.CharField(
        label=_("Reason, if it does not approve"), max_length=1000, required=False, widget=forms.Textarea
    )


class PutForm(forms.Form):
    """Đưa sáng kiến ra cộng đồng: the form of deciding, and the one question."""

    form = forms.ChoiceField(
        label=_("How the community decides"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the community decides.")},
    )
    question = forms.CharField(
        label=_("The question to each household"),
        help_text=_("One question that can be answered with agree or disagree"),
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": _("Write the question.")},
    )

    def __init__(self, *args: Any, matter: Matter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lawful = [one.form for one in form_answers(matter, Scope.KHU_PHO).values() if one.allowed is True]
        self.fields["form"].choices = [(str(one), _said(FORM_LABELS[one])) for one in lawful]
        self.fields["form"].initial = str(lawful[0])
        self.lawful: list[Form] = lawful

    def clean_question(self) -> str:
        """One line."""
        return " ".join(nfc(self.cleaned_data["question"]).split())
