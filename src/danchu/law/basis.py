"""Căn cứ pháp lý: sources of law, articles, and the two bases that are not law.

A rule, a refusal or a deadline always carries a ``Basis``. Where the law is silent the basis is
``Convention`` (quy ước của hệ thống) or ``WardSetting`` (thiết lập của phường); no article is borrowed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """Văn bản quy phạm pháp luật: one text of law.

    ``key`` is the short name used in code ("L10"), ``number`` the printed one; validity by day,
    ``valid_to`` is the last day in force (None: still in force).
    """

    key: str
    kind_vi: str
    kind_en: str
    number: str
    title_vi: str
    title_en: str
    valid_from: date
    valid_to: date | None = None


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
            "Bộ luật Dân sự",
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
    )
}


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

    @property
    def key(self) -> str:
        """The citation as an ASCII key, e.g. ``D59.5.4b``."""
        tail = "" if self.clause is None else f".{self.clause}{self.point or ''}"
        return f"{self.source}.{self.article}{tail}"

    def vi(self) -> str:
        """The citation as Vietnamese papers write it."""
        source = SOURCES[self.source]
        parts = []
        if self.point:
            parts.append(f"điểm {self.point}")
        if self.clause is not None:
            parts.append(f"khoản {self.clause}")
        parts.append(f"Điều {self.article}")
        name = source.kind_vi if source.kind_vi.endswith("sự") else f"{source.kind_vi} số"
        if source.kind_vi == "Nghị định":
            name = "Nghị định"
        return f"{' '.join(parts)} {name} {source.number}"

    def en(self) -> str:
        """The citation in English."""
        source = SOURCES[self.source]
        parts = [f"Article {self.article}"]
        if self.clause is not None:
            parts.append(f"clause {self.clause}")
        if self.point:
            parts.append(f"point {self.point}")
        return f"{', '.join(parts)}, {source.kind_en} {source.number}"


@dataclass(frozen=True, slots=True)
class Convention:
    """Quy ước của hệ thống: what the software fixed where the law is silent."""

    key: str

    def vi(self) -> str:
        """The basis as shown to a reader."""
        return "quy ước của hệ thống (luật không quy định)"

    def en(self) -> str:
        """The basis in English."""
        return "convention of this system (the law is silent)"


@dataclass(frozen=True, slots=True)
class WardSetting:
    """Thiết lập của phường: a dated setting the ward chose where the law is silent or unsure."""

    key: str

    def vi(self) -> str:
        """The basis as shown to a reader."""
        return f"thiết lập của phường ({self.key})"

    def en(self) -> str:
        """The basis in English."""
        return f"setting of the ward ({self.key})"


Basis = Article | Convention | WardSetting
