"""Ghi nhật ký, và kiểm tra chuỗi."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from danchu.foundation import clock
from danchu.foundation.journal import chain
from danchu.foundation.journal.models import Detail, Entry, Head
from danchu.law.acts import ACTS, Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article, Basis, Convention


def record(
    actor: Any,
    act: Act,
    subject: str,
    facts: Mapping[str, Any],
    at: datetime,
    *,
    detail: Mapping[str, Any] | None = None,
    mandate: str = "",
) -> Entry:
    """Append one row to the ward's chain, as the last thing of a service's transaction.

    ``facts`` are minimal and never hold a choice, a name, a phone or free text: those go into ``detail``, which may be
    purged by law while the chain still verifies. Refused when the clock runs behind the newest row (``clock.behind``)
    or jumped ahead (``clock.jumped``).
    """
    if not connection.in_atomic_block:
        raise RuntimeError("journal.record outside a transaction")
    _require_steady(actor.ward_id)
    salt = secrets.token_hex(16) if detail else ""
    row = {
        "at": chain.stamp(at),
        "actor": str(actor),
        "mandate": mandate or ",".join(sorted({str(held.role) for held in actor.held})),
        "act": str(act),
        "subject": subject,
        "facts": dict(facts),
        "basis": _basis_key(ACTS[act].basis),
        "detail_hash": chain.detail_hash(salt, detail) if detail else "",
    }
    Head.objects.get_or_create(ward_id=actor.ward_id)
    head = Head.objects.select_for_update().get(ward_id=actor.ward_id)
    recorded_at = clock.now()
    if head.recorded_at is not None and recorded_at < head.recorded_at:
        raise Refused(Refusal("clock.behind", Convention("clock"), {"newest": clock.local(head.recorded_at)}))
    row |= {
        "ward": actor.ward_id,
        "seq": head.seq + 1,
        "recorded_at": chain.stamp(recorded_at),
        "previous_hash": head.hash,
    }
    entry = Entry.objects.create(
        ward_id=actor.ward_id,
        seq=head.seq + 1,
        recorded_at=recorded_at,
        at=at,
        actor=row["actor"],
        mandate=row["mandate"][:60],
        act=row["act"],
        subject=subject,
        facts=row["facts"],
        basis=row["basis"],
        detail_hash=row["detail_hash"],
        previous_hash=head.hash,
        hash=chain.entry_hash(row | {"mandate": row["mandate"][:60]}),
    )
    if detail:
        Detail.objects.create(ward_id=actor.ward_id, entry=entry, salt=salt, content=dict(detail))
    Head.objects.filter(pk=head.pk).update(seq=entry.seq, hash=entry.hash, recorded_at=recorded_at)
    return entry


def _basis_key(basis: Basis) -> str:
    return basis.key if isinstance(basis, Article) else f"{type(basis).__name__}:{basis.key}"


def _require_steady(ward_id: int) -> None:
    """Refuse after an unexplained jump of the clock, unless an operator confirmed the time since."""
    answer = clock.steady()
    if isinstance(answer, Refusal):
        if Entry.objects.filter(
            ward_id=ward_id, act=Act.SYSTEM_CLOCK_CONFIRM, recorded_at__gte=clock.started()
        ).exists():
            clock.restart()
            return
        raise Refused(answer)


def confirm_clock(actor: Any, *, at: datetime) -> Entry:
    """Xác nhận giờ máy chủ là đúng: an operator looked at the clock; legal acts go on."""
    clock.restart()
    return record(actor, Act.SYSTEM_CLOCK_CONFIRM, "clock", {}, at)


@dataclass(frozen=True, slots=True)
class Fault:
    """Chỗ hỏng trong chuỗi: which row and what is wrong with it."""

    seq: int
    what: str


def faults(ward_id: int) -> Iterator[Fault]:
    """Every place where the ward's chain, or a detail beside it, does not verify; nothing when it is whole."""
    previous, seq = chain.START, 0
    rows = Entry.objects.filter(ward_id=ward_id).select_related("detail").order_by("seq")
    for entry in rows.iterator(chunk_size=2000):
        seq += 1
        if entry.seq != seq:
            yield Fault(seq, "missing")
            seq = entry.seq
        row = {
            "at": chain.stamp(entry.at),
            "actor": entry.actor,
            "mandate": entry.mandate,
            "act": entry.act,
            "subject": entry.subject,
            "facts": entry.facts,
            "basis": entry.basis,
            "detail_hash": entry.detail_hash,
            "ward": entry.ward_id,
            "seq": entry.seq,
            "recorded_at": chain.stamp(entry.recorded_at),
            "previous_hash": entry.previous_hash,
        }
        if entry.previous_hash != previous:
            yield Fault(entry.seq, "broken link")
        if chain.entry_hash(row) != entry.hash:
            yield Fault(entry.seq, "changed row")
        detail = getattr(entry, "detail", None)
        if detail is not None and chain.detail_hash(detail.salt, detail.content) != entry.detail_hash:
            yield Fault(entry.seq, "changed detail")
        previous = entry.hash
    head = Head.objects.filter(ward_id=ward_id).first()
    if head is not None and (head.seq != seq or head.hash != previous):
        yield Fault(head.seq, "head does not match")


def daily_root(ward_id: int) -> tuple[int, str]:
    """Mã nhật ký hằng ngày: number and hash of the newest row; anyone may note it down and compare later."""
    head = Head.objects.filter(ward_id=ward_id).first()
    return (head.seq, head.hash) if head else (0, chain.START)
