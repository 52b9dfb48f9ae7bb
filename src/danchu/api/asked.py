"""Câu hỏi của chương trình: parameters read strictly, so that a mistake is told and not guessed around."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

MOST = 100
DEFAULT = 20
_LONGEST = 200


class BadParameter(Exception):
    """Tham số chưa đúng: ``name`` and what it should be."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(name)
        self.name = name
        self.detail = detail


class Asked:
    """Tham số của một yêu cầu; a name nobody knows is a mistake too."""

    def __init__(self, request: HttpRequest, *known: str) -> None:
        self._given = request.GET
        for name in request.GET:
            if name not in known:
                raise BadParameter(
                    name, _("This parameter is not known here. Known: %(names)s") % {"names": ", ".join(known)}
                )

    def text(self, name: str) -> str:
        """Words, or nothing."""
        value = self._given.get(name, "").replace("\x00", "")
        if len(value) > _LONGEST:
            raise BadParameter(name, _("At most %(count)s letters.") % {"count": _LONGEST})
        return value

    def number(self, name: str, *, low: int, high: int, default: int | None) -> int | None:
        """A whole number within bounds."""
        value = self._given.get(name, "")
        if not value:
            return default
        if not (value.isascii() and value.isdecimal() and len(value) < 19 and low <= int(value) <= high):
            raise BadParameter(name, _("A whole number from %(low)s to %(high)s.") % {"low": low, "high": high})
        return int(value)

    def limit(self) -> int:
        """How many rows at once."""
        return self.number("limit", low=1, high=MOST, default=DEFAULT) or DEFAULT

    def day(self, name: str) -> date | None:
        """A day written as 2026-12-31."""
        value = self._given.get(name, "")
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise BadParameter(name, _("A day written as 2026-12-31.")) from None
