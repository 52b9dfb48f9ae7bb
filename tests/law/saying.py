"""What tests of the law ask of an answer: its code, and that its sentences can be said."""

from __future__ import annotations

from datetime import date

from danchu.law.answers import Answer, Refusal
from danchu.law.days import Calendar
from danchu.law.words import remedy, sentence

CALENDAR = Calendar(
    date(2026, 1, 1),
    date(2027, 12, 31),
    {
        date(2026, 8, 31): "Nghỉ bù",
        date(2026, 9, 1): "Quốc khánh",
        date(2026, 9, 2): "Quốc khánh",
        date(2026, 11, 24): "Ngày Văn hóa Việt Nam",
    },
    frozenset({date(2026, 8, 22)}),
)


def code(answer: Answer) -> str | None:
    """The refusal's code, None when allowed. Its sentence and remedy are said in both languages on the way."""
    if not isinstance(answer, Refusal):
        return None
    for lang in ("vi", "en"):
        for text in (sentence(answer, lang), remedy(answer, lang)):
            assert text, answer.code
            assert "{" not in text, text
    return answer.code
