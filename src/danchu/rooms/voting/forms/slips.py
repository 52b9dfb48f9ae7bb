"""Biểu mẫu phát phiếu: the plan, a spoiled slip, the count, what does not add up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from danchu.foundation.text import nfc
from danchu.law.reconciliation import Figures, Gap


class PlanForm(forms.Form):
    """Kế hoạch phát phiếu (59/4.2): what the file does not know yet; people, days and content it has."""

    purpose = forms.CharField(
        label=_("What the slips are for"), max_length=2000, widget=forms.Textarea, help_text=_("One or two sentences")
    )
    assignment = forms.CharField(
        label=_("Who does what"),
        help_text=_("One task a line: who hands out and collects in which lane, who keeps the box, who counts"),
        max_length=2000,
        widget=forms.Textarea,
    )
    boxes = forms.CharField(
        label=_("Where slips may be put into a box"),
        help_text=_("One place a line; left empty, slips are only handed back"),
        max_length=1000,
        required=False,
        widget=forms.Textarea,
    )

    def clean(self) -> dict[str, Any]:
        """One form of every letter, no empty lines."""
        cleaned = super().clean() or {}
        return {
            name: "\n".join(line.strip() for line in nfc(words).splitlines() if line.strip())
            for name, words in cleaned.items()
        }


class ReplaceForm(forms.Form):
    """Đổi phiếu hỏng."""

    why = forms.CharField(
        label=_("What is wrong with the slip"),
        help_text=_("For example: torn, marked twice by mistake"),
        max_length=300,
    )


_FIGURES = (
    ("issued", _("Slips given out")),
    ("collected", _("Slips collected")),
    ("missing", _("Slips not returned")),
    ("valid", _("Valid slips")),
    ("invalid", _("Slips not valid")),
    ("yes", _("Agree")),
    ("no", _("Disagree")),
    ("other", pgettext_lazy("count", "Other opinion")),
)


_WITNESSES = (("witness_1", _("First witnessing household")), ("witness_2", _("Second witnessing household")))


class CountForm(forms.Form):
    """Số liệu kiểm phiếu của một người, before two households; nothing is filled in beforehand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in _FIGURES:
            self.fields[name] = forms.IntegerField(
                label=label, min_value=0, max_value=99_999, widget=forms.TextInput(attrs={"inputmode": "numeric"})
            )
        self.fields["opinions"] = forms.CharField(
            label=_("Other opinions as written"),
            help_text=_("One a line, without names; may be left empty"),
            max_length=8000,
            required=False,
            widget=forms.Textarea,
        )
        for name, label in (
            ("witness_1", _("First witnessing household")),
            ("witness_2", _("Second witnessing household")),
        ):
            self.fields[name] = forms.CharField(
                label=label, help_text=_("Household number, for example 3-045"), max_length=20
            )

    def figures(self) -> Figures:
        """The eight numbers."""
        return Figures(**{name: self.cleaned_data[name] for name, _label in _FIGURES})


class GapForm(forms.Form):
    """Giải trình: one text for each thing that does not add up."""

    def __init__(self, *args: Any, gaps: Iterable[Gap], lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for gap in gaps:
            self.fields[gap.name] = forms.CharField(
                label=gap.said(lang),
                help_text=gettext("Why, and what was done about it"),
                max_length=1000,
                widget=forms.Textarea,
            )
