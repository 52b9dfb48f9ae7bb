"""Câu công bố kết quả: the one sentence that says how many of how many agreed, and passed or not.

A number stands as «151/300», never as a share alone; exactly half and one short are said in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from danchu.law.basis import Basis
from danchu.law.rules import Threshold
from danchu.law.speech import number


@dataclass(frozen=True, slots=True)
class Sentence:
    """Một câu trong hai ngôn ngữ, with named placeholders."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Words:
    """Bộ câu cho một cách đếm: how a result is said for households, for khu phố, or for the form poll.

    ``half`` and ``one_short`` replace ``failed`` when the count is exactly half, or one below the number needed.
    """

    opening: Sentence | None
    passed: Mapping[str, Sentence]  # by the threshold's op
    failed: Sentence
    half: Sentence
    one_short: Sentence
    ending_passed: Sentence
    ending_failed: Sentence


_PASSED = Sentence("Nội dung được thông qua theo {article}.", "The matter is passed under {article}.")
_FAILED = Sentence("Nội dung không được thông qua.", "The matter is not passed.")

HOUSEHOLDS = Words(
    opening=Sentence("Có {taking_part}/{of} hộ tham gia.", "{taking_part} of {of} households took part."),
    passed={
        "ge": Sentence(
            "{yes}/{of} hộ đồng ý, đủ hai phần ba; cần ít nhất {needed}/{of}.",
            "{yes}/{of} households agree, two thirds are reached; at least {needed}/{of} are needed.",
        ),
        "gt": Sentence(
            "{yes} hộ đồng ý; cần ít nhất {needed}/{of} (trên 50% tổng số hộ).",
            "{yes} households agree; at least {needed}/{of} are needed (more than 50% of all households).",
        ),
    },
    failed=Sentence(
        "{yes} hộ đồng ý; cần ít nhất {needed}/{of}.", "{yes} households agree; at least {needed}/{of} are needed."
    ),
    half=Sentence(
        "{yes}/{of} hộ đồng ý, đúng một nửa, còn thiếu 1 hộ; cần ít nhất {needed}/{of}.",
        "{yes}/{of} households agree, exactly half, one short; at least {needed}/{of} are needed.",
    ),
    one_short=Sentence(
        "{yes}/{of} hộ đồng ý, còn thiếu 1 hộ; cần ít nhất {needed}/{of}.",
        "{yes}/{of} households agree, one short; at least {needed}/{of} are needed.",
    ),
    ending_passed=_PASSED,
    ending_failed=_FAILED,
)

UNITS = Words(
    opening=None,
    passed={
        "ge": Sentence(
            "{yes}/{of} khu phố đồng ý, đủ hai phần ba; cần ít nhất {needed}/{of}.",
            "{yes}/{of} khu phố agree, two thirds are reached; at least {needed}/{of} are needed.",
        ),
    },
    failed=Sentence(
        "{yes} khu phố đồng ý; cần ít nhất {needed}/{of}.", "{yes} khu phố agree; at least {needed}/{of} are needed."
    ),
    half=Sentence(
        "{yes}/{of} khu phố đồng ý, đúng một nửa, còn thiếu 1 khu phố; cần ít nhất {needed}/{of}.",
        "{yes}/{of} khu phố agree, exactly half, one short; at least {needed}/{of} are needed.",
    ),
    one_short=Sentence(
        "{yes}/{of} khu phố đồng ý, còn thiếu 1 khu phố; cần ít nhất {needed}/{of}.",
        "{yes}/{of} khu phố agree, one short; at least {needed}/{of} are needed.",
    ),
    ending_passed=_PASSED,
    ending_failed=_FAILED,
)

FORM_POLL = Words(
    opening=None,
    passed={
        "gt": Sentence(
            "{yes} hộ chọn biểu quyết trực tuyến; cần ít nhất {needed}/{of} (trên 50% tổng số hộ).",
            "{yes} households choose the online vote; at least {needed}/{of} are needed (more than 50% of all).",
        ),
    },
    failed=Sentence(
        "Mới có {yes} hộ chọn biểu quyết trực tuyến; cần ít nhất {needed}/{of} ({article}).",
        "Only {yes} households choose the online vote; at least {needed}/{of} are needed ({article}).",
    ),
    half=Sentence(
        "Mới có {yes}/{of} hộ chọn biểu quyết trực tuyến, đúng một nửa, còn thiếu 1 hộ; "
        "cần ít nhất {needed}/{of} ({article}).",
        "Only {yes}/{of} households choose the online vote, exactly half, one short; "
        "at least {needed}/{of} are needed ({article}).",
    ),
    one_short=Sentence(
        "Mới có {yes}/{of} hộ chọn biểu quyết trực tuyến, còn thiếu 1 hộ; cần ít nhất {needed}/{of} ({article}).",
        "Only {yes}/{of} households choose the online vote, one short; at least {needed}/{of} are needed ({article}).",
    ),
    ending_passed=Sentence(
        "Được dùng hình thức biểu quyết trực tuyến theo {article}.", "The online form may be used under {article}."
    ),
    ending_failed=Sentence("Hãy mời họp hoặc phát phiếu.", "Convene a meeting or give out slips instead."),
)

# Said after the result: the decision still waits for someone.
AWAITS = {
    "UBND": Sentence(
        "Còn chờ Ủy ban nhân dân phường công nhận.", "It still awaits recognition by the ward People's Committee."
    ),
    "FRONT": Sentence(
        "Còn chờ Ủy ban Mặt trận Tổ quốc Việt Nam phường công nhận.", "It still awaits recognition by the ward Front."
    ),
}
TOO_FEW = Sentence(
    "Chỉ có {present} hộ dự, không thể đủ {needed} hộ đồng ý; có thể chuyển sang phát phiếu ({slips}).",
    "Only {present} households were present, so {needed} could not agree; slips may follow ({slips}).",
)


def say(
    words: Words,
    threshold: Threshold,
    *,
    yes: int,
    needed: int,
    of: int,
    article: Basis,
    more: Sequence[Sentence],
    values: Mapping[str, Any],
) -> dict[str, str]:
    """Câu kết quả trong cả hai ngôn ngữ, under the keys ``vi`` and ``en``."""
    passed = yes >= needed
    body = words.passed[threshold.op] if passed else words.failed
    if yes == needed - 1:
        body = words.half if 2 * yes == of else words.one_short
    parts = [
        *([words.opening] if words.opening else []),
        body,
        words.ending_passed if passed else words.ending_failed,
        *more,
    ]
    numbers = {"yes": yes, "needed": needed, "of": of, "article": article, **values}
    said = {}
    for lang in ("vi", "en"):
        shown = {name: _show(value, lang) for name, value in numbers.items()}
        said[lang] = " ".join(getattr(part, lang) for part in parts).format(**shown)
    return said


def _show(value: int | Basis, lang: str) -> str:
    if isinstance(value, int):
        return number(value, lang)
    return value.vi() if lang == "vi" else value.en()
