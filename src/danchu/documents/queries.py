"""Đọc mẫu của phường, and draw a paper as this ward has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from danchu.documents.docx import render_docx
from danchu.documents.models import PaperLayout, PaperTemplate
from danchu.documents.office import docx_to_pdf, office_program
from danchu.documents.papers import Layout
from danchu.documents.pdf import render
from danchu.foundation import clock


@dataclass(frozen=True, slots=True)
class Drawn:
    """Giấy tờ đã lập: ``pdf`` is None where the ward's own DOCX is used and LibreOffice is not installed."""

    pdf: bytes | None
    docx: bytes
    own: bool


def template_on(ward_id: int, kind: str, at: datetime) -> PaperTemplate | None:
    """Mẫu của phường đang dùng vào lúc đó: the newest activated one that has begun."""
    found = PaperTemplate.objects.filter(
        ward_id=ward_id, kind=kind, state=PaperTemplate.State.ACTIVE, valid_from__lte=clock.day(at)
    )
    return found.order_by("-valid_from").first()


def templates_of(ward_id: int, kind: str) -> QuerySet[PaperTemplate]:
    """Mọi mẫu đã tải lên của một loại, the newest first, without their bytes."""
    return PaperTemplate.objects.filter(ward_id=ward_id, kind=kind).defer("content").order_by("-valid_from")


def templates_in_use(ward_id: int, at: datetime) -> dict[str, PaperTemplate]:
    """Mẫu của phường đang dùng, by kind: one query."""
    rows = PaperTemplate.objects.filter(
        ward_id=ward_id, state=PaperTemplate.State.ACTIVE, valid_from__lte=clock.day(at)
    )
    return {one.kind: one for one in rows.defer("content").order_by("valid_from")}


def layout_on(ward_id: int, kind: str, at: datetime) -> Layout | None:
    """Bố cục phường đã sửa, đang dùng vào lúc đó."""
    found = PaperLayout.objects.filter(ward_id=ward_id, kind=kind, valid_from__lte=clock.day(at))
    row = found.order_by("-valid_from").first()
    if row is None:
        return None
    return Layout(
        head=None if row.head is None else tuple(row.head),
        recipients=None if row.recipients is None else tuple(row.recipients),
        closing=row.closing,
    )


def paper_for(ward_id: int, kind: str, values: Mapping[str, Any], at: datetime) -> Drawn:
    """Lập giấy tờ theo mẫu của phường.

    With an active DOCX of the ward: that, and its PDF by LibreOffice where installed. Else the fixed PDF and the
    shipped DOCX. Raises what ``render`` and ``docx_to_pdf`` raise.
    """
    layout = layout_on(ward_id, kind, at)
    template = template_on(ward_id, kind, at)
    if template is None:
        return Drawn(render(kind, values, layout=layout).data, render_docx(kind, values, layout=layout), own=False)
    docx = render_docx(kind, values, template=bytes(template.content), layout=layout)
    return Drawn(docx_to_pdf(docx) if office_program() else None, docx, own=True)
