"""Tải lên và dùng mẫu giấy tờ của phường."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from danchu.documents.errors import Problem
from danchu.documents.models import PaperLayout, PaperTemplate
from danchu.documents.papers import Layout, paper_of
from danchu.documents.template_check import check_template, problems_of_file
from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention

_BASIS = Convention("documents")


@transaction.atomic
def upload_template(actor: Actor, *, kind: str, content: bytes, valid_from: date, at: datetime) -> PaperTemplate:
    """Tải mẫu DOCX lên, as a draft; one not yet activated for the same day is replaced.

    Refused: ``documents.template`` (not a safe Word file), ``documents.template_active``, ``documents.past``.
    """
    check(actor, Act.DOCUMENTS_TEMPLATE_UPLOAD, Subject(actor.ward_id))
    key = paper_of(kind).key
    _not_past(valid_from, at)
    _require_none(problems_of_file(key, content))
    rows = PaperTemplate.objects.select_for_update()
    old = rows.filter(ward_id=actor.ward_id, kind=key, valid_from=valid_from).first()
    if old is not None and old.state == PaperTemplate.State.ACTIVE:
        raise Refused(Refusal("documents.template_active", _BASIS))
    template = old or PaperTemplate(ward_id=actor.ward_id, kind=key, valid_from=valid_from)
    template.content, template.sha256 = content, hashlib.sha256(content).hexdigest()
    template.uploaded_by_id, template.uploaded_at = (actor.id if actor.is_staff else None), at
    template.save()
    journal.record(
        actor,
        Act.DOCUMENTS_TEMPLATE_UPLOAD,
        f"paper_template:{template.pk}",
        {"kind": key, "sha256": template.sha256, "from": valid_from.isoformat()},
        at,
    )
    return template


@transaction.atomic
def activate_template(actor: Actor, *, template_id: int, at: datetime) -> PaperTemplate:
    """Dùng mẫu: from its first day on, papers of its kind are drawn with it.

    Refused: ``documents.template`` when a compulsory field is missing; ``documents.template_active``;
    ``documents.past``.
    """
    check(actor, Act.DOCUMENTS_TEMPLATE_ACTIVATE, Subject(actor.ward_id))
    template = PaperTemplate.objects.select_for_update().get(ward_id=actor.ward_id, pk=template_id)
    if template.state == PaperTemplate.State.ACTIVE:
        raise Refused(Refusal("documents.template_active", _BASIS))
    _not_past(template.valid_from, at)
    _require_none(check_template(template.kind, bytes(template.content)))
    template.state, template.activated_at = PaperTemplate.State.ACTIVE, at
    template.save(update_fields=["state", "activated_at"])
    journal.record(
        actor,
        Act.DOCUMENTS_TEMPLATE_ACTIVATE,
        f"paper_template:{template.pk}",
        {"kind": template.kind, "sha256": template.sha256, "from": template.valid_from.isoformat()},
        at,
    )
    return template


@transaction.atomic
def set_layout(actor: Actor, *, kind: str, layout: Layout, valid_from: date, at: datetime) -> PaperLayout:
    """Sửa đầu giấy, nơi nhận, lời kết của bản PDF, from a day on. Refused: ``documents.past``."""
    check(actor, Act.DOCUMENTS_LAYOUT_SET, Subject(actor.ward_id))
    key = paper_of(kind).key
    _not_past(valid_from, at)
    row, _ = PaperLayout.objects.update_or_create(
        ward_id=actor.ward_id,
        kind=key,
        valid_from=valid_from,
        defaults={
            "head": None if layout.head is None else list(layout.head),
            "recipients": None if layout.recipients is None else list(layout.recipients),
            "closing": layout.closing,
            "set_at": at,
        },
    )
    journal.record(
        actor,
        Act.DOCUMENTS_LAYOUT_SET,
        f"paper_layout:{row.pk}",
        {"kind": key, "from": valid_from.isoformat()},
        at,
        detail={"head": row.head, "recipients": row.recipients, "closing": row.closing},
    )
    return row


def _not_past(valid_from: date, at: datetime) -> None:
    if valid_from < clock.day(at):
        raise Refused(Refusal("documents.past", _BASIS, {"from": valid_from}))


def _require_none(problems: Sequence[Problem]) -> None:
    if problems:
        details = {
            "problem_vi": " ".join(problem.vi for problem in problems),
            "problem_en": " ".join(problem.en for problem in problems),
        }
        raise Refused(Refusal("documents.template", _BASIS, details))
