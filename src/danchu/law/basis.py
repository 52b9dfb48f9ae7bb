"""Căn cứ pháp lý: sources of law, articles, and the two bases that are not law.

A rule, a refusal or a deadline always carries a ``Basis``. Where the law is silent the basis is
``Convention`` (quy ước của hệ thống) or ``WardSetting`` (thiết lập của phường); no article is borrowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """Văn bản quy phạm pháp luật: one text of law.

    ``key`` is the short name used in code ("L10"), ``number`` the printed one; validity by day,
    ``valid_to`` is the last day in force (None: still in force). A text known by a title of its own is cited by it
    ("Luật Thực hiện dân chủ ở cơ sở"), the others by kind and number.
    """

    key: str
    kind_vi: str
    kind_en: str
    number: str
    title_vi: str
    title_en: str
    valid_from: date
    valid_to: date | None = None

    @property
    def by_title(self) -> bool:
        """Whether a screen cites the text by its title and not by its number."""
        return self.kind_vi in ("Luật", "Bộ luật")

    def vi(self) -> str:
        """The name on a screen: «Luật Thực hiện dân chủ ở cơ sở», «Nghị định 59/2023/NĐ-CP»."""
        return self.title_vi if self.by_title else " ".join((self.kind_vi, self.number))

    def paper_vi(self) -> str:
        """The name on an official paper: with «số» and the number."""
        return " ".join((self.title_vi if self.by_title else self.kind_vi, "số", self.number))

    def en(self) -> str:
        """The name in English."""
        return " ".join((self.kind_en, self.number))


SOURCES: dict[str, Source] = {
    source.key: source
    for source in (
        Source(
            "L10",
            "Luật",
            "Law",
            "10/2022/QH15",
            "Luật Thực hiện dân chủ ở cơ sở",
            "Law on Implementation of Grassroots Democracy",
            date(2023, 7, 1),
        ),
        Source(
            "D59",
            "Nghị định",
            "Decree",
            "59/2023/NĐ-CP",
            "Nghị định quy định chi tiết một số điều của Luật Thực hiện dân chủ ở cơ sở",
            "Decree detailing the Law on Implementation of Grassroots Democracy",
            date(2023, 8, 15),
        ),
        Source(
            "D61",
            "Nghị định",
            "Decree",
            "61/2023/NĐ-CP",
            "Nghị định về xây dựng và thực hiện hương ước, quy ước của cộng đồng dân cư",
            "Decree on community conventions",
            date(2023, 8, 16),
        ),
        Source(
            "BLDS",
            "Bộ luật",
            "Civil Code",
            "91/2015/QH13",
            "Bộ luật Dân sự",
            "Civil Code",
            date(2017, 1, 1),
        ),
        Source(
            "L91",
            "Luật",
            "Law",
            "91/2025/QH15",
            "Luật Bảo vệ dữ liệu cá nhân",
            "Personal Data Protection Law",
            date(2026, 1, 1),
        ),
        Source(
            "D356",
            "Nghị định",
            "Decree",
            "356/2025/NĐ-CP",
            "Nghị định quy định chi tiết Luật Bảo vệ dữ liệu cá nhân",
            "Decree detailing the Personal Data Protection Law",
            date(2026, 1, 1),
        ),
        Source(
            "L104",
            "Luật",
            "Law",
            "104/2016/QH13",
            "Luật Tiếp cận thông tin",
            "Law on Access to Information",
            date(2018, 7, 1),
        ),
        Source(
            "L42",
            "Luật",
            "Law",
            "42/2013/QH13",
            "Luật Tiếp công dân",
            "Law on Reception of Citizens",
            date(2014, 7, 1),
        ),
        Source(
            "TT04",
            "Thông tư",
            "Circular",
            "04/2012/TT-BNV",
            "Thông tư hướng dẫn về tổ chức và hoạt động của thôn, tổ dân phố",
            "Circular on the organisation of villages and residential groups",
            date(2012, 10, 15),
        ),
        Source(
            "TT14",
            "Thông tư",
            "Circular",
            "14/2018/TT-BNV",
            "Thông tư sửa đổi, bổ sung Thông tư 04/2012/TT-BNV",
            "Circular amending Circular 04/2012/TT-BNV",
            date(2019, 1, 18),
        ),
        Source(
            "VB08",
            "Văn bản hợp nhất",
            "Consolidated text",
            "08/VBHN-BNV",
            "Văn bản hợp nhất thông tư về tổ chức và hoạt động của thôn, tổ dân phố",
            "Consolidated circular on villages and residential groups",
            date(2012, 10, 15),
        ),
    )
}

_CITATION = re.compile(r"(?P<source>[A-Z]+\d*)\.(?P<article>\d+)(?:\.(?P<clause>\d+)(?P<point>[a-z]*))?")


@dataclass(frozen=True, slots=True)
class Article:
    """Điều, khoản, điểm: a place in a source. ``Article("D59", 5, 4, "b")`` is điểm b khoản 4 Điều 5."""

    source: str
    article: int
    clause: int | None = None
    point: str | None = None

    def __post_init__(self) -> None:
        if self.source not in SOURCES:
            raise ValueError(f"unknown source of law: {self.source}")
        if self.point and self.clause is None:
            raise ValueError(f"a point stands in a clause: {self.source} {self.article} {self.point}")

    @classmethod
    def parse(cls, key: str) -> Article:
        """Read a citation key back: ``Article.parse("D59.5.4b")``. Raises ``ValueError`` for anything else."""
        match = _CITATION.fullmatch(key)
        if match is None:
            raise ValueError(f"not a citation: {key}")
        point = match["point"] or None
        return cls(
            match["source"],
            int(match["article"]),
            int(match["clause"]) if match["clause"] else None,
            "đ" if point == "dd" else point,
        )

    @property
    def key(self) -> str:
        """The citation as an ASCII key, e.g. ``D59.5.4b``; điểm đ is written ``dd``."""
        point = "dd" if self.point == "đ" else self.point or ""
        tail = "" if self.clause is None else f".{self.clause}{point}"
        return f"{self.source}.{self.article}{tail}"

    def _place_vi(self) -> str:
        parts = [f"Điều {self.article}"]
        if self.clause is not None:
            parts.insert(0, f"khoản {self.clause}")
        if self.point:
            parts.insert(0, f"điểm {self.point}")
        return " ".join(parts)

    def vi(self) -> str:
        """The citation as a screen writes it: «khoản 1 Điều 21 Luật Thực hiện dân chủ ở cơ sở»."""
        return " ".join((self._place_vi(), SOURCES[self.source].vi()))

    def paper_vi(self) -> str:
        """The citation as official papers write it: with «số» and the number of the text."""
        return " ".join((self._place_vi(), SOURCES[self.source].paper_vi()))

    def en(self) -> str:
        """The citation in English."""
        parts = [f"Article {self.article}"]
        if self.clause is not None:
            parts.append(f"clause {self.clause}")
        if self.point:
            parts.append(f"point {self.point}")
        return ", ".join((*parts, SOURCES[self.source].en()))


@dataclass(frozen=True, slots=True)
class Convention:
    """Quy ước của hệ thống: what the software fixed where the law is silent."""

    key: str

    def vi(self) -> str:
        """The basis as shown to a reader."""
        return "quy ước của hệ thống, luật không quy định"

    def paper_vi(self) -> str:
        """The basis on a paper: the same words, no number to add."""
        return self.vi()

    def en(self) -> str:
        """The basis in English."""
        return "convention of this system, the law is silent"


@dataclass(frozen=True, slots=True)
class WardSetting:
    """Thiết lập của phường: a dated setting the ward chose where the law is silent or unsure."""

    key: str

    def vi(self) -> str:
        """The basis as shown to a reader."""
        return "thiết lập của phường, luật không quy định"

    def paper_vi(self) -> str:
        """The basis on a paper: the same words, no number to add."""
        return self.vi()

    def en(self) -> str:
        """The basis in English."""
        return "setting of the ward, the law is silent"


Basis = Article | Convention | WardSetting


def cite_vi(bases: Iterable[Basis]) -> str:
    """Several bases in one line, in Vietnamese."""
    return "; ".join(basis.vi() for basis in bases)


def cite_en(bases: Iterable[Basis]) -> str:
    """Several bases in one line, in English."""
    return "; ".join(basis.en() for basis in bases)
