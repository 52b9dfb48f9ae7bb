"""Việc trong phạm vi phường (khoản 1 Điều 16, Điều 21 Luật): the Chairman with the Front's, then each khu phố apart."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.people.queries import khu_pho_rows
from danchu.foundation.text import slugify_vi
from danchu.law import proposals as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article, Convention
from danchu.law.forms import may_use
from danchu.law.matters import Form, Scope
from danchu.law.outcome import outcome
from danchu.law.rules import RULE_VERSION
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import USUAL_REASON, WardDecision
from danchu.rooms.voting.services.prepare import new_vote

RESERVED = frozenset({"moi"})
_FIELDS = ("title", "question", "body")


@transaction.atomic
def propose_ward(actor: Actor, *, matter: str, form: str, wording: Mapping[str, str], at: datetime) -> WardDecision:
    """Chủ tịch Ủy ban nhân dân phường đề xuất việc của cả phường, and chooses meeting or slips (19.1a).

    Refused: those of ``law.forms.may_use``; ``ward.no_threshold`` where the law says no number of khu phố.
    """
    check(actor, Act.VOTING_WARD_PROPOSE, Subject(actor.ward_id))
    require(may_use(matter, Scope.WARD, form))
    said = outcome(matter, Scope.WARD, form, None, None, units=1, units_approved=0)
    if isinstance(said, Refusal):
        raise Refused(said)
    made = WardDecision(
        ward_id=actor.ward_id,
        matter=matter,
        form=form,
        rule_version=RULE_VERSION,
        proposed_by_id=actor.id,
        proposed_at=at,
        **{field: wording[field].strip() for field in _FIELDS},
    )
    made.slug = _free_slug(made)
    made.save()
    facts = {"matter": matter, "form": form, "rules": made.rule_version}
    journal.record(actor, Act.VOTING_WARD_PROPOSE, ward_key(made), facts, at, detail={"title": made.title})
    return made


@transaction.atomic
def agree_ward(actor: Actor, *, decision_id: int, at: datetime) -> WardDecision:
    """Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam phường thống nhất; twice is the same as once."""
    made = _begin(actor, Act.VOTING_WARD_AGREE, decision_id)
    _waiting(made)
    made.agreed_by_id, made.agreed_at = actor.id, made.agreed_at or at
    made.save(update_fields=["agreed_by", "agreed_at"])
    journal.record(actor, Act.VOTING_WARD_AGREE, ward_key(made), {}, at)
    return made


@transaction.atomic
def put_ward(actor: Actor, *, decision_id: int, at: datetime) -> WardDecision:
    """Chỉ đạo từng khu phố lấy ý kiến: one vote in each khu phố, by the form the Chairman chose.

    Refused: those of ``law.proposals.may_put``; ``ward.units_missing`` in a ward without khu phố.
    """
    made = _begin(actor, Act.VOTING_WARD_PUT, decision_id)
    today = clock.day(at)
    require(law.may_put(queries.ward_facts(made, today), today, queries.calendar_for(made.ward_id, today)))
    _waiting(made)
    places = [one.khu_pho for one in khu_pho_rows(made.ward_id, day=today)]
    if not places:
        raise Refused(Refusal("ward.units_missing", Article("L10", 21, 1)))
    wording = {
        **{field: getattr(made, field) for field in _FIELDS},
        "yes_means": "Làm theo nội dung trên.",
        "no_means": "Không làm theo nội dung trên.",
        "other_means": "Ghi điều muốn nói; không tính là đồng ý.",
    }
    for place in places:
        vote = new_vote(
            actor,
            khu_pho=place,
            wording=wording,
            matter=made.matter,
            form=Form(made.form),
            online_reason=USUAL_REASON,
            at=at,
        )
        vote.scope, vote.ward_decision, vote.contact = Scope.WARD, made, None
        vote.save(update_fields=["scope", "ward_decision", "contact"])
    made.put_at = at
    made.save(update_fields=["put_at"])
    journal.record(actor, Act.VOTING_WARD_PUT, ward_key(made), {"khu_pho": [one.pk for one in places]}, at)
    return made


@transaction.atomic
def set_ward_effect(actor: Actor, *, decision_id: int, on: date, number: str, at: datetime) -> WardDecision:
    """Ủy ban nhân dân phường quyết định ngày có hiệu lực (khoản 2 Điều 21 Luật).

    Refused: ``aftermath.units_pending``, ``aftermath.not_passed``, ``ward.effect_before`` (the last khu phố
    decided later).
    """
    made = _begin(actor, Act.VOTING_WARD_EFFECT, decision_id)
    basis = Article("L10", 21, 2)
    total = queries.ward_total(made)
    if isinstance(total, Refusal):
        raise Refused(total)
    if not total.passed:
        raise Refused(Refusal("aftermath.not_passed", basis))
    last = queries.ward_decided_on(made)
    if last is not None and on < last:
        raise Refused(Refusal("ward.effect_before", Convention("ward_effect"), {"day": last}))
    made.effective_on, made.effect_number = on, number.strip()
    made.save(update_fields=["effective_on", "effect_number"])
    facts = {"on": on.isoformat(), "number": made.effect_number}
    journal.record(actor, Act.VOTING_WARD_EFFECT, ward_key(made), facts, at)
    return made


@transaction.atomic
def withdraw_ward(actor: Actor, *, decision_id: int, at: datetime) -> WardDecision:
    """Rút việc của phường: only before it went to the khu phố."""
    made = _begin(actor, Act.VOTING_WARD_WITHDRAW, decision_id)
    _waiting(made)
    made.withdrawn_at = at
    made.save(update_fields=["withdrawn_at"])
    journal.record(actor, Act.VOTING_WARD_WITHDRAW, ward_key(made), {}, at)
    return made


def ward_key(row: WardDecision) -> str:
    """How the journal names it."""
    return f"ward_decision:{row.pk}"


def _begin(actor: Actor, act: Act, decision_id: int) -> WardDecision:
    made = WardDecision.objects.select_for_update().get(pk=decision_id)
    check(actor, act, Subject(made.ward_id))
    return made


def _waiting(made: WardDecision) -> None:
    if made.put_at is not None or made.withdrawn_at is not None:
        raise Refused(Refusal("proposal.settled", Convention("proposal")))


def _free_slug(made: WardDecision) -> str:
    base = slugify_vi(made.title)[:70].strip("-") or "viec-phuong"
    if base not in RESERVED and not WardDecision.objects.filter(slug=base).exists():
        return base
    return f"{base}-{secrets.token_hex(3)}"
