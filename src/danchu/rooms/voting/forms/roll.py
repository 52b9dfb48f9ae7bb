"""Biểu mẫu danh sách hộ: the answer to a request, re-issuing a card, searching."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class AnswerForm(forms.Form):
    """Trả lời đề nghị sửa danh sách."""

    decision = forms.ChoiceField(
        label=_("What was done"),
        choices=[("accepted", _("Corrected in the household list")), ("refused", _("Not corrected"))],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(label=_("Answer to the person"), max_length=500, widget=forms.Textarea)


class SearchForm(forms.Form):
    """Tìm hộ: number, name or address, with or without marks."""

    q = forms.CharField(
        label=_("Find a household"),
        help_text=_("Number, name or address; marks may be left out"),
        max_length=80,
        required=False,
    )


class ReissueForm(forms.Form):
    """Cấp lại thẻ: which household and why; the old card dies at once."""

    number = forms.CharField(label=_("Household number"), max_length=20)
    reason = forms.CharField(label=_("Why a new card"), help_text=_("Lost, torn, seen by a stranger…"), max_length=200)

    def unknown_household(self) -> str:
        """Said when no household of the khu phố has this number."""
        return gettext("No household of this khu phố has that number")
