"""Bản DOCX: fill a Word template, the ward's own or the shipped one, with the same words as the PDF.

A ward uploads templates, so a template is never trusted: it is checked first (``template_check``), its tags run in a
sandbox, and every value is escaped. The same values give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2.sandbox import SandboxedEnvironment

from danchu.documents.errors import BadTemplate
from danchu.documents.papers import KHU_PHO, Layout, Prepared, paper_of, prepare, relabelled
from danchu.documents.pdf import render_png
from danchu.documents.qr import draw_png
from danchu.documents.template_check import problems_of_file

TEMPLATES = Path(__file__).resolve().parent / "docx"
_BODY = "word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def default_template(kind: str) -> bytes:
    """Mẫu DOCX có sẵn của một loại văn bản: what a ward downloads, edits and uploads again."""
    return (TEMPLATES / f"{paper_of(kind).key}.docx").read_bytes()


def render_docx(
    kind: str, values: Mapping[str, Any], *, template: bytes | None = None, layout: Layout | None = None
) -> bytes:
    """Lập bản DOCX. ``template`` is the ward's own; without it the shipped one is filled.

    Raises what ``prepare`` raises, and ``BadTemplate`` for a template that is broken or not safe.
    """
    prepared = prepare(kind, values, layout)
    if template is not None:
        problems = problems_of_file(kind, template)
        if problems:
            raise BadTemplate(problems)
    source = _named(default_template(kind), prepared.label) if template is None else template
    document = DocxTemplate(io.BytesIO(source))
    document.init_docx()
    context = _context(document, prepared, values, layout)
    document.render(context, jinja_env=SandboxedEnvironment(), autoescape=True)
    properties = document.docx.core_properties
    properties.title, properties.language = prepared.name[:255], "vi-VN"
    properties.author = prepared.author[:255]
    properties.created = properties.modified = datetime.combine(prepared.day, time())
    properties.last_modified_by = ""
    out = io.BytesIO()
    document.save(out)
    return _same_bytes(out.getvalue())


def _context(
    document: DocxTemplate, prepared: Prepared, values: Mapping[str, Any], layout: Layout | None
) -> dict[str, Any]:
    """The words under their field names, and the few names only a DOCX has (``template_check.EXTRA``)."""
    words: dict[str, Any] = dict(prepared.words)
    context = words | {
        "dau_1": "\n".join(prepared.head[:-1]),
        "dau_2": prepared.head[-1] if prepared.head else "",
        "dia_danh_ngay": prepared.place_and_day,
        "noi_nhan": list(prepared.recipients),
        "loi_ket": [line for line in prepared.closing.split("\n") if line],
    }
    if "duong_dan" in words:
        context["ma_qr"] = _qr(document, words["duong_dan"], 72)
    if "the" in words:
        cards = [row | {"ma_qr": _qr(document, row["duong_dan"], 30)} for row in words["the"]]
        context["the_doi"] = [
            {"trai": left, "phai": right} for left, right in zip(cards[::2], [*cards[1::2], None], strict=False)
        ]
    if "phieu" in words:
        # A template has no loops inside loops: what every slip says stands in each row too.
        same = {"noi_dung": "\n".join(words["noi_dung"]), "noi_nop": "; ".join(words["noi_nop"])}
        context["phieu"] = [row | same | {"ma_qr": _qr(document, row["duong_dan"], 30)} for row in words["phieu"]]
    if "thoi_diem_chup" in words:
        names = paper_of("result-capture").names
        picture = render_png("result-capture", {n: v for n, v in values.items() if n in names}, layout=layout)[0]
        context["anh_chup_ket_qua"] = InlineImage(document, io.BytesIO(picture), width=Mm(150))
    return context


def _qr(document: DocxTemplate, link: str, side: float) -> InlineImage:
    """A code whose own side is ``side`` mm; its quiet zone comes on top."""
    code = draw_png(link)
    return InlineImage(document, io.BytesIO(code.data), width=Mm(side / code.share))


def _named(template: bytes, label: str) -> bytes:
    """The shipped template in the words of a place that has no khu phố but ấp, thôn…"""
    if label == KHU_PHO:
        return template
    return _package(template, lambda name, data: relabelled(data.decode(), label).encode() if name == _BODY else data)


def _same_bytes(data: bytes) -> bytes:
    """Write the package again without the hour it was written at."""
    return _package(data, lambda _, content: content)


def _package(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), change(name, old.read(name)), zipfile.ZIP_DEFLATED)
    return out.getvalue()
