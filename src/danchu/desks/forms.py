"""Điền trên bàn việc: matter and day of a meeting."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from danchu.foundation.workdays import FIRST_YEAR, LAST_YEAR
from danchu.law.matters import Matter, matter_label
from danchu.ui.fields import DayField
from danchu.ui.tags.words import lang


def matter_choices() -> list[tuple[str, str]]:
    """The six kinds of matter, as the law orders them."""
    labels = [(one, matter_label(one)) for one in Matter]
    words = [(one, label.vi if lang() == "vi" else label.en) for one, label in labels]
    return [(one.value, text[:1].upper() + text[1:]) for one, text in words]


class MeetingForm(forms.Form):
    """Họp về việc gì, ngày nào."""

    matter = forms.ChoiceField(label=_("What the meeting is about"), choices=matter_choices)
    day = DayField(label=_("Day of the meeting"), help_text=_("For example 12 12 2026"))

    def clean_matter(self) -> Matter:
        """The kind of matter."""
        return Matter(self.cleaned_data["matter"])

    def clean_day(self) -> date:
        """Within the years whose public holidays are known."""
        day: date = self.cleaned_data["day"]
        if not FIRST_YEAR < day.year < LAST_YEAR:
            raise ValidationError(_("Write the year in four digits, for example 2026"))
        return day


def sent(data: Any) -> bool:
    """Whether the form was filled in, not only opened."""
    return "matter" in data


class ReissueForm(forms.Form):
    """Cấp lại thẻ: why; the old card dies at once."""

    reason = forms.CharField(label=_("Why a new card"), help_text=_("Lost, torn, seen by a stranger…"), max_length=200)
