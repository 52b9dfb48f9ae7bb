"""Ô nhập riêng: a day typed as three numbers, as people write it: ngày, tháng, năm."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class DayWidget(forms.MultiWidget):
    """Ba ô ngày, tháng, năm."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__([forms.TextInput(attrs) for _part in range(3)], attrs)

    def decompress(self, value: date | None) -> list[Any]:
        """The three numbers of a day."""
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """Ngày: cleaned to ``datetime.date``; names what is missing or impossible."""

    widget = DayWidget

    def __init__(self, **kwargs: Any) -> None:
        parts = [forms.IntegerField(error_messages={"invalid": _("Write the day in digits")}) for _part in range(3)]
        kwargs.setdefault("error_messages", {"required": _("Write day, month and year")})
        super().__init__(parts, **kwargs)

    def compress(self, data_list: list[int]) -> date | None:
        """One day of three numbers."""
        if not data_list:
            return None
        if None in data_list:  # a day that need not be given, begun and not finished
            raise ValidationError(self.error_messages["required"], code="incomplete")
        day, month, year = data_list
        try:
            return date(year, month, day)
        except ValueError:
            raise ValidationError(_("There is no such day in the calendar"), code="no-such-day") from None
