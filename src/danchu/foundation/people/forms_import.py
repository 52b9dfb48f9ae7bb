"""Chọn tệp danh sách hộ; ghép cột chưa rõ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from danchu.foundation.people.rollbook import Book, Column, ColumnMap, Field
from danchu.foundation.people.rollbook.words import field_name

# What a person may choose for a column nobody recognised; identity numbers and birth dates are dropped anyway.
_USES = (
    Field.REPRESENTATIVE,
    Field.HEAD,
    Field.NUMBER,
    Field.ADDRESS,
    Field.HOUSE_NO,
    Field.ALLEY,
    Field.STREET,
    Field.KHU_PHO,
    Field.PHONE,
    Field.RESIDENCE,
    Field.MEMBERS,
    Field.NOTE,
    Field.BIRTH,
    Field.IDENTITY,
    Field.IGNORED,
)


class RollFileForm(forms.Form):
    """Chọn tệp danh sách hộ."""

    file = forms.FileField(
        label=_("Household list"),
        help_text=_("Excel (.xlsx) or CSV, at most 20 MB. Nothing is saved until you have looked at it."),
        allow_empty_file=True,
    )


class ColumnsForm(forms.Form):
    """Ghép cột: one choice for each heading that nobody has explained yet."""

    def __init__(self, *args: Any, columns: Sequence[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lang = get_language() or "vi"
        self._headings = list(dict.fromkeys(column.heading for column in columns))
        suggested = {column.heading: column.suggestion for column in columns if column.suggestion}
        choices = [("", _("not yet known")), *((str(use), field_name(use, lang)) for use in _USES)]
        for place, heading in enumerate(self._headings):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=heading, choices=choices, required=False, initial=str(suggested.get(heading, ""))
            )

    @classmethod
    def of(cls, book: Book, data: Any = None) -> ColumnsForm:
        """The form for what a file leaves open."""
        return cls(data, columns=[column for _sheet, column in book.unmapped])

    @property
    def chosen(self) -> ColumnMap:
        """What was chosen; after ``is_valid``."""
        uses = {heading: self.cleaned_data[f"column_{place}"] for place, heading in enumerate(self._headings)}
        return ColumnMap.of({heading: use for heading, use in uses.items() if use})
