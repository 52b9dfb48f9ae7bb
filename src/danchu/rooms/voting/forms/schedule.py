"""Biểu mẫu thời gian: a day as people write it and an hour, put together as a moment in Vietnam."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.foundation import clock
from danchu.ui.fields import DayField

HOURS = ["%H:%M", "%H giờ %M", "%H giờ", "%Hh%M", "%Hh", "%H.%M", "%H"]


class HourField(forms.TimeField):
    """Giờ: typed "17:30", "17 giờ 30", "17h30"; a browser's own clock would show it as its own country does."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"invalid": _("Write the hour like 17:30")})
        super().__init__(input_formats=HOURS, widget=forms.TimeInput(format="%H:%M"), **kwargs)


def moment(day: date, hour: time) -> datetime:
    """Ngày và giờ ở Việt Nam, as one aware moment."""
    return datetime.combine(day, hour, tzinfo=clock.VIETNAM)


class TimesForm(forms.Form):
    """Giờ mở và giờ đóng: ``cleaned_data`` has ``opens_at`` and ``closes_at``."""

    opens_day = DayField(label=_("Opens on"))
    opens_hour = HourField(label=_("At (opening)"))
    closes_day = DayField(label=_("Closes on"))
    closes_hour = HourField(label=_("At (closing)"))

    def clean(self) -> dict[str, Any]:
        """Put day and hour together."""
        cleaned = super().clean() or {}
        for which in ("opens", "closes"):
            day, hour = cleaned.get(f"{which}_day"), cleaned.get(f"{which}_hour")
            cleaned[f"{which}_at"] = moment(day, hour) if day and hour is not None else None
        return cleaned


class FormPollForm(TimesForm):
    """Hỏi về hình thức: it may open at once."""

    at_once = forms.BooleanField(label=_("Open as soon as I press the button"), required=False)
    field_order = ("at_once", "opens_day", "opens_hour", "closes_day", "closes_hour")

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at

    def clean(self) -> dict[str, Any]:
        """Opening at once makes the opening fields of no matter."""
        cleaned = super().clean()
        if cleaned.get("at_once"):
            for name in ("opens_day", "opens_hour"):
                self.errors.pop(name, None)
            cleaned["opens_at"] = self.at
        return cleaned


class MeetingPollForm(forms.Form):
    """Kết quả hỏi tại cuộc họp, with its scanned minutes."""

    held_day = DayField(label=_("Day of the meeting"))
    held_hour = HourField(label=_("At"))
    yes = forms.IntegerField(label=_("Households that chose the online way"), min_value=0, widget=forms.TextInput)
    no = forms.IntegerField(label=_("Households that chose otherwise"), min_value=0, widget=forms.TextInput)
    paper = forms.FileField(
        label=_("The minutes, scanned or photographed"), help_text=_("PDF, JPG or PNG, at most 10 MB")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("yes", "no"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"

    def clean(self) -> dict[str, Any]:
        """Put day and hour together."""
        cleaned = super().clean() or {}
        day, hour = cleaned.get("held_day"), cleaned.get("held_hour")
        cleaned["held_at"] = moment(day, hour) if day and hour is not None else None
        return cleaned
