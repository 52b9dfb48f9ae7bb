"""Bản PDF: draw a paper with typst, from plain values.

Values go to typst as JSON in ``sys.inputs`` and are only ever text there: what a resident typed is printed as typed,
never read as markup. The compiler sees the folder of templates and nothing else. The same values give the same
bytes: the only date inside is the paper's own.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import typst

from danchu.documents.blocks import Annex, Block, Capture, Column, Figures, Para, Paras, Signature, Table
from danchu.documents.errors import DoesNotFit
from danchu.documents.kinds.shape import Letterhead
from danchu.documents.papers import Layout, Prepared, capital, prepare
from danchu.documents.printable import printable
from danchu.documents.qr import draw_svg

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "typst"
FONTS = HERE / "fonts"


@dataclass(frozen=True, slots=True)
class Pdf:
    """Tệp PDF: its bytes, its number of pages, and the title it carries."""

    data: bytes
    pages: int
    title: str

    @property
    def sha256(self) -> str:
        """Mã kiểm của tệp."""
        return hashlib.sha256(self.data).hexdigest()


def render(kind: str, values: Mapping[str, Any], *, layout: Layout | None = None) -> Pdf:
    """Lập bản PDF (PDF/A-2b) của một loại văn bản.

    Raises ``UnknownPaper``, ``MissingFields``, ``BadValue``; ``DoesNotFit`` where a poster's words are too long.
    """
    prepared = prepare(kind, values, layout)
    compiler = _compiler(prepared)
    data = cast(bytes, compiler.compile(format="pdf", pdf_standards="a-2b"))
    pages = int(json.loads(compiler.query("<end>", field="value", one=True)))
    if pages > 1 and prepared.paper.template == "poster.typ":
        raise DoesNotFit(
            "Áp phích chỉ có một trang mà tên việc quá dài. Hãy rút ngắn tên việc.",
            "A poster has one page and the matter's name is too long. Shorten it.",
        )
    return Pdf(data, pages, prepared.name)


def render_png(kind: str, values: Mapping[str, Any], *, layout: Layout | None = None, ppi: int = 144) -> list[bytes]:
    """Lập hình PNG, one a page, for previews; the capture of the result is cut to its own height."""
    pages = _compiler(prepare(kind, values, layout), picture=True).compile(format="png", ppi=float(ppi))
    return list(pages) if isinstance(pages, list) else [cast(bytes, pages)]


@functools.cache
def fonts() -> typst.Fonts:
    """Các mặt chữ của giấy tờ, and no others."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _compiler(prepared: Prepared, *, picture: bool = False) -> typst.Compiler:
    paper = prepared.paper
    data = _printable(_plain(prepared), paper.font)
    data["name"], data["author"] = prepared.name, prepared.author  # read by programs, not set
    data["cut"] = picture and paper.letterhead is Letterhead.NONE
    data["qr"] = [{"svg": code.data.decode(), "share": code.share} for code in map(draw_svg, _links(prepared))]
    return typst.Compiler(
        input=TEMPLATES / paper.template,
        root=TEMPLATES,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
    )


def _printable(value: Any, family: str) -> Any:
    if isinstance(value, str):
        return printable(value, family)
    if isinstance(value, Mapping):
        return {key: _printable(inner, family) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(inner, family) for inner in value]
    return value


def _links(prepared: Prepared) -> list[str]:
    rows = [row for value in prepared.words.values() if isinstance(value, list) for row in value]
    links = [row["duong_dan"] for row in rows if isinstance(row, dict) and "duong_dan" in row]
    return [*links, str(prepared.words["duong_dan"])] if "duong_dan" in prepared.words else links


def _plain(prepared: Prepared) -> dict[str, Any]:
    """Everything typst needs, as plain words."""
    paper = prepared.paper
    return {
        "day": [prepared.day.year, prepared.day.month, prepared.day.day],
        "words": prepared.words,
        "head": prepared.head,
        "number": f"Số: {prepared.words['so_ky_hieu']}" if prepared.words.get("so_ky_hieu") else "",
        "place_and_day": prepared.place_and_day,
        "title": [prepared.fill(line) for line in paper.title],
        "subject": prepared.fill(paper.subject),
        "body": _blocks(prepared, paper.body),
        "closing": prepared.closing,
        "signatures": [_signature(prepared, s) for s in paper.signatures],
        "recipients": prepared.recipients,
        "annexes": [_annex(prepared, a) for a in paper.annexes],
    }


def _annex(prepared: Prepared, annex: Annex) -> dict[str, Any]:
    return {"title": annex.title, "body": _blocks(prepared, annex.blocks)}


def _signature(prepared: Prepared, signature: Signature) -> dict[str, Any]:
    return {
        "office": [prepared.fill(line) for line in signature.office],
        "note": signature.note,
        "name": prepared.words[signature.name_field],
    }


def _blocks(prepared: Prepared, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [drawn for block in blocks for drawn in _block(prepared, block)]


def _block(prepared: Prepared, block: Block) -> list[dict[str, Any]]:
    words = prepared.words
    match block:
        case Para(text, style, lead, when):
            if when and not words[when]:
                return []
            return [{"kind": "para", "style": style, "lead": lead, "text": prepared.fill(text)}]
        case Paras():
            return _paras(prepared, block)
        case Table(field, columns):
            if not words[field]:
                return []
            rows = [
                [row[c.name] if c.name else str(number) for c in columns]
                for number, row in enumerate(cast(list[dict[str, str]], words[field]), 1)
            ]
            return [{"kind": "table", "columns": [_column(c) for c in columns], "rows": rows}]
        case Figures(head, lines):
            shown = [[label, prepared.fill(text)] for label, text, when in lines if not when or words[when]]
            return [{"kind": "figures", "head": head, "rows": shown}]
        case Capture(matter, taken, figures, sentence):
            return [
                {
                    "kind": "capture",
                    "matter": capital(str(words[matter])),
                    "taken": words[taken],
                    "total": words["tong_so_ho"],
                    "figures": [[label, words[name]] for label, name in figures],
                    "sentence": words[sentence],
                }
            ]


def _column(column: Column) -> dict[str, Any]:
    return {"head": column.head, "width": column.width, "centre": column.centre}


def _paras(prepared: Prepared, block: Paras) -> list[dict[str, Any]]:
    items = cast(list[Any], prepared.words[block.field])
    texts = [block.text.format_map(item) if block.text else item for item in items]
    if not texts and block.empty:
        texts = [block.empty]
    bullet = f"{block.bullet} " if block.bullet and items else ""
    return [{"kind": "para", "style": "body", "lead": "", "text": f"{bullet}{text}"} for text in texts]
