"""Chuẩn bị: propose, agree, choose the application, record means, report, set up the team."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from danchu.crypto.questions import new_uuid
from danchu.foundation import clock, journal
from danchu.foundation.access import actor as actors
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.accounts.models import Staff
from danchu.foundation.files.models import StoredFile
from danchu.foundation.places.models import KhuPho
from danchu.foundation.places.settings import value
from danchu.foundation.text import slugify_vi
from danchu.law import procedures
from danchu.law import voting as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article
from danchu.law.matters import Form
from danchu.law.people import FRONT_ROLES, Capacity
from danchu.law.rules import RULE_VERSION
from danchu.law.states import RoundKind, State
from danchu.rooms.voting import queries
from danchu.rooms.voting.models import USUAL_REASON, Agreement, SlipPlan, TeamMember, Vote
from danchu.rooms.voting.services.common import begin, subject, text_digest

RESERVED = frozenset(
    {"moi", "cua-ho", "bien-nhan", "sang-kien", "viec-phuong", "chon-hinh-thuc", "cuoc-hop"}
)  # addresses of the room itself
WORDING = ("title", "question", "body", "yes_means", "no_means", "other_means")


@transaction.atomic
def propose_vote(
    actor: Actor,
    *,
    khu_pho: KhuPho,
    wording: Mapping[str, str],
    matter: str,
    form: Form = Form.ONLINE,
    online_reason: str = USUAL_REASON,
    at: datetime,
) -> Vote:
    """Đề xuất việc cần quyết (khoản 2 Điều 16 Luật): a matter of the khu phố, by a form that may decide it.

    Refused with the article and the lawful way where the form may not (``voting.matter_online``, ``form.…``).
    """
    check(actor, Act.VOTING_VOTE_PROPOSE, Subject(khu_pho.ward_id, khu_pho.pk))
    facts = law.VoteFacts(state=State.PREPARING, matter=matter, form=form)
    require(procedures.gate(facts, "matter").answer)
    vote = new_vote(
        actor, khu_pho=khu_pho, wording=wording, matter=matter, form=form, online_reason=online_reason, at=at
    )
    journal.record(
        actor,
        Act.VOTING_VOTE_PROPOSE,
        subject(vote),
        {"matter": matter, "form": str(form), "rules": vote.rule_version},
        at,
        detail={"title": vote.title},
    )
    return vote


def new_vote(
    actor: Actor,
    *,
    khu_pho: KhuPho,
    wording: Mapping[str, str],
    matter: str,
    form: Form = Form.ONLINE,
    online_reason: str,
    at: datetime,
    redo_of: Vote | None = None,
) -> Vote:
    """A vote at the beginning of its procedure, under today's rules and settings."""
    vote = Vote(
        ward_id=khu_pho.ward_id,
        khu_pho=khu_pho,
        matter=matter,
        form=form,
        rule_version=RULE_VERSION,
        proposed_by_id=actor.id,
        contact_id=actor.id,
        proposed_at=at,
        redo_of=redo_of,
        online_reason=online_reason.strip() or USUAL_REASON,
        secret=bool(settings.DANCHU_BOOTH_URL),
        secret_uuid=new_uuid(),
        replace_allowed=value(khu_pho.ward_id, "reopen.replace_online_entry", clock.day(at)),
        **{field: wording[field].strip() for field in WORDING},
    )
    if redo_of is not None:
        vote.scope, vote.ward_decision_id, vote.purpose = redo_of.scope, redo_of.ward_decision_id, redo_of.purpose
    vote.slug = _free_slug(vote)
    vote.save()
    return vote


def _free_slug(vote: Vote) -> str:
    base = slugify_vi(vote.title)[:70].strip("-") or "bieu-quyet"
    if base not in RESERVED and not Vote.objects.filter(slug=base).exists():
        return base
    return f"{base}-{secrets.token_hex(3)}"


@transaction.atomic
def edit_vote(
    actor: Actor,
    *,
    vote_id: int,
    wording: Mapping[str, str],
    contact: Staff | None = None,
    paper: StoredFile | None = None,
    online_reason: str = "",
    at: datetime,
) -> Vote:
    """Soạn lại nội dung, and the full paper if there is one: what was confirmed before counts no longer.

    ``online_reason`` is for the report to the ward; households do not confirm it, and left empty it stays.
    """
    vote = begin(actor, Act.VOTING_VOTE_EDIT, vote_id, at)
    for field in WORDING:
        setattr(vote, field, wording[field].strip())
    if contact is not None:
        vote.contact = contact
    if paper is not None:
        vote.paper = paper
    vote.online_reason = online_reason.strip() or vote.online_reason
    content = vote.rounds.filter(kind=RoundKind.CONTENT).first()
    vote.text_digest = text_digest(vote, content) if content else ""
    vote.save()
    SlipPlan.objects.filter(vote=vote).update(marked_at=None)  # slips printed with the old words bear no mark
    journal.record(actor, Act.VOTING_VOTE_EDIT, subject(vote), {}, at, detail={"title": vote.title})
    return vote


@transaction.atomic
def agree_proposal(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Đồng ý về hình thức (59/4.1c, 59/5.1a): the head, the Front head; a second person if one holds both."""
    vote = begin(actor, Act.VOTING_PROPOSAL_AGREE, vote_id, at)
    roles = sorted(str(role) for role in actor.roles_in(vote.khu_pho_id))
    Agreement.objects.update_or_create(
        ward_id=vote.ward_id, vote=vote, staff_id=actor.id, defaults={"roles": roles, "at": at}
    )
    journal.record(actor, Act.VOTING_PROPOSAL_AGREE, subject(vote), {"roles": roles}, at)
    return vote


@transaction.atomic
def choose_application(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Chọn ứng dụng này (59/5.5): the head's own recorded choice."""
    vote = begin(actor, Act.VOTING_APPLICATION_CHOOSE, vote_id, at)
    return _choose(actor, vote, at, in_group=False)


@transaction.atomic
def choose_group(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Chọn nhóm Zalo của khu phố thay cho trang này (59/5.5): for one vote the group or this site, never both."""
    vote = begin(actor, Act.VOTING_APPLICATION_CHOOSE, vote_id, at)
    if vote.secret:
        raise Refused(Refusal("group.secret", Article("D59", 5, 5)))
    return _choose(actor, vote, at, in_group=True)


def _choose(actor: Actor, vote: Vote, at: datetime, *, in_group: bool) -> Vote:
    vote.application_chosen_at, vote.in_group = at, in_group
    vote.save(update_fields=["application_chosen_at", "in_group"])
    journal.record(actor, Act.VOTING_APPLICATION_CHOOSE, subject(vote), {"in_group": in_group}, at)
    return vote


@transaction.atomic
def record_means(
    actor: Actor, *, vote_id: int, internet: bool, without_device: int, help_given: str, at: datetime
) -> Vote:
    """Ghi điều kiện thiết bị, mạng (59/5.1c): without internet or devices, how households are helped."""
    vote = begin(actor, Act.VOTING_MEANS_RECORD, vote_id, at)
    vote.means_internet, vote.means_without_device, vote.means_help = internet, without_device, help_given.strip()
    vote.save(update_fields=["means_internet", "means_without_device", "means_help"])
    journal.record(
        actor, Act.VOTING_MEANS_RECORD, subject(vote), {"internet": internet, "without_device": without_device}, at
    )
    return vote


@transaction.atomic
def send_report(actor: Actor, *, vote_id: int, at: datetime) -> Vote:
    """Báo cáo Ủy ban nhân dân và Mặt trận phường trước khi thực hiện (59/5.2a)."""
    vote = begin(actor, Act.VOTING_REPORT_SEND, vote_id, at)
    vote.reported_at = vote.reported_at or at
    vote.save(update_fields=["reported_at"])
    journal.record(actor, Act.VOTING_REPORT_SEND, subject(vote), {}, at)
    return vote


@dataclass(frozen=True, slots=True)
class Member:
    """Một người trong Tổ, as chosen on the form."""

    staff: Staff
    capacities: frozenset[Capacity]
    leader: bool = False


@transaction.atomic
def set_team(actor: Actor, *, vote_id: int, members: Iterable[Member], at: datetime) -> Vote:
    """Lập Tổ (59/4.3, 59/5.2b): 3–5 people, the capacities its form asks for, led by the Front.

    The whole team is given; a member no longer in it leaves, which the journal shows. An incomplete team is refused.
    """
    vote = begin(actor, Act.VOTING_TEAM_SET, vote_id, at)
    chosen = list(members)
    as_law = tuple(law.TeamMember(one.staff.pk, one.capacities, one.leader) for one in chosen)
    require(procedures.gate(replace(queries.facts_of(vote, at), team=as_law), "team").answer)
    for one in chosen:
        if one.staff.ward_id != vote.ward_id or not one.staff.is_active:
            raise Staff.DoesNotExist(one.staff.pk)
        roles = actors.staff(one.staff, vote.ward_id, at).roles_in(vote.khu_pho_id)
        if Capacity.FRONT in one.capacities and not FRONT_ROLES & roles:
            raise Refused(Refusal("voting.team_front_mandate", law.GATE_BASIS["team"], {"name": str(one.staff)}))
    vote.team.filter(left_at=None).update(left_at=at)
    TeamMember.objects.bulk_create(
        TeamMember(
            ward_id=vote.ward_id,
            vote=vote,
            staff=one.staff,
            capacities=sorted(str(key) for key in one.capacities),
            leader=one.leader,
            joined_at=at,
        )
        for one in chosen
    )
    facts: dict[str, Any] = {"members": [one.staff.pk for one in chosen]}
    journal.record(actor, Act.VOTING_TEAM_SET, subject(vote), facts, at)
    return vote
