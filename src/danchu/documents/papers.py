"""Sổ các loại văn bản: every paper this house can draw, by key, and the check of what it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from danchu.documents.errors import BadValue, MissingFields, UnknownPaper
from danchu.documents.fields import Field, Words, clean, day_words, is_empty, one_line, put_in_words
from danchu.documents.kinds import after, before, meeting, print, slips
from danchu.documents.kinds import ward as of_ward
from danchu.documents.kinds.shape import Letterhead, Paper

_KINDS = (before, print, meeting, slips, after, of_ward)
PAPERS: Mapping[str, Paper] = MappingProxyType({paper.key: paper for kind in _KINDS for paper in kind.PAPERS})
"""Loại văn bản theo khóa: the register of kinds."""

KHU_PHO = "khu phố"


@dataclass(frozen=True, slots=True)
class Layout:
    """Bố cục phường sửa được: lines at the head (the last is bold), recipients, closing. ``None`` keeps the default."""

    head: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    closing: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Văn bản đã điền: a paper with every value in words, its head, recipients and closing settled."""

    paper: Paper
    words: Mapping[str, Words]
    day: date
    head: tuple[str, ...]
    place_and_day: str
    recipients: tuple[str, ...]
    closing: str

    def fill(self, text: str) -> str:
        """Put the words of one-line fields into ``{names}`` of our own text."""
        return relabelled(text, self.label).format_map(self.words)

    @property
    def label(self) -> str:
        """What this place calls a neighbourhood."""
        return str(self.words["nhan_dia_ban"] or KHU_PHO)

    @property
    def author(self) -> str:
        """Whose paper it is, for programs: the khu phố and its ward, or the ward alone."""
        names = (str(self.words.get("khu_pho", "")), str(self.words["phuong"]))
        return ", ".join(name for name in names if name)

    @property
    def name(self) -> str:
        """The paper's own name, as a file's title: kind, matter, place."""
        titles = " ".join(self.fill(line) for line in self.paper.title)
        about, khu_pho = self.fill(self.paper.subject), str(self.words.get("khu_pho", ""))
        return " – ".join(one_line(part) for part in (titles, about, *([] if khu_pho in about else [khu_pho])))


def paper_of(key: str) -> Paper:
    """Loại văn bản mang khóa này; ``UnknownPaper`` if there is none."""
    if key not in PAPERS:
        raise UnknownPaper(key)
    return PAPERS[key]


def prepare(key: str, values: Mapping[str, Any], layout: Layout | None = None) -> Prepared:
    """Điền văn bản: check the values against the paper's fields and put them in words.

    Raises ``UnknownPaper``; ``BadValue`` for a value of the wrong kind or a name the paper does not have;
    ``MissingFields`` for compulsory fields left empty.
    """
    paper = paper_of(key)
    layout = layout or Layout()
    for name in values:
        if name not in paper.names:
            raise BadValue(str(name), "tên có trong loại văn bản này")
    missing = [f for f in paper.fields if f.required and is_empty(values.get(f.name))]
    if missing:
        raise MissingFields(paper.title_vi, [f.name for f in missing], [f.label for f in missing])
    words: dict[str, Words] = {f.name: _words(f, values.get(f.name)) for f in paper.fields}
    ward, khu_pho, day = str(words["phuong"]), str(words.get("khu_pho", "")), values["ngay_lap"]
    head = {
        Letterhead.KHU_PHO: (f"UBND {ward.upper()}", khu_pho.upper()),
        Letterhead.WARD: ("ỦY BAN NHÂN DÂN", ward.upper()),
        Letterhead.NONE: (),
    }[paper.letterhead]
    place = str(words.get("dia_danh") or place_name(ward))
    recipients = paper.recipients if layout.recipients is None else layout.recipients
    closing = paper.closing if layout.closing is None else layout.closing
    label = str(words["nhan_dia_ban"] or KHU_PHO)
    # A ward's own lines are printed as they are; only ours hold {names}.
    return Prepared(
        paper=paper,
        words=MappingProxyType(words),
        day=day,
        head=head if layout.head is None else tuple(map(one_line, layout.head)),
        place_and_day=f"{place}, {day_words(day)}",
        recipients=tuple(
            relabelled(r, label).format_map(words) if layout.recipients is None else one_line(r) for r in recipients
        ),
        closing=relabelled(closing, label).format_map(words) if layout.closing is None else clean(closing).strip(),
    )


def relabelled(text: str, label: str) -> str:
    """Gọi đúng tên địa bàn: our own text says "khu phố"; elsewhere it is ấp, thôn, bản, tổ dân phố."""
    for form in (str, capital, str.upper):
        text = text.replace(form(KHU_PHO), form(label))
    return text


def capital(text: str) -> str:
    """Viết hoa chữ đầu: a matter named inside a sentence, standing by itself."""
    return text[:1].upper() + text[1:]


def place_name(ward: str) -> str:
    """Địa danh: the ward's name without its kind, as papers print it before the date."""
    for kind in ("phường ", "xã ", "đặc khu "):
        if ward.lower().startswith(kind):
            return ward[len(kind) :]
    return ward


def _words(field: Field, value: Any) -> Words:
    if is_empty(value):
        return [] if field.kind in {"paragraphs", "lines", "rows"} else ""
    return put_in_words(field, value)
