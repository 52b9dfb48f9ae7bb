"""Biểu mẫu khi biểu quyết trong nhóm Zalo."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from danchu.law.states import Choice


class AnswerForm(forms.Form):
    """Câu trả lời của một hộ."""

    choice = forms.ChoiceField(
        label=_("What the household answered"),
        choices=[
            (str(Choice.YES), _("Agree")),
            (str(Choice.NO), _("Disagree")),
            (str(Choice.OTHER), pgettext_lazy("count", "Other opinion")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("The other opinion as written"), max_length=1000, required=False, widget=forms.Textarea
    )


class PictureForm(forms.Form):
    """Ảnh chụp nhóm."""

    picture = forms.FileField(label=_("Picture of the group"), help_text=_("JPG, PNG or PDF, at most 10 MB"))
    erase_on = forms.DateField(label=_("Erased on"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_erase_on(self) -> date:
        """A day to come."""
        day: date = self.cleaned_data["erase_on"]
        if day <= self.today:
            raise forms.ValidationError(gettext("Choose a day after today."))
        return day
