"""Kết quả: sealed, signed, announced, sent."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from danchu.foundation.access.decorators import act
from danchu.foundation.files import services as files
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article
from danchu.law.people import Role
from danchu.law.states import RoundKind
from danchu.rooms.voting import lookups, queries, services, shelf
from danchu.rooms.voting.forms.result import SealForm, SignForm
from danchu.rooms.voting.services.common import subject
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import allowed_now, fill, press, today
from danchu.ui.tags.words import lang

announce = press(Act.VOTING_RESULT_ANNOUNCE, services.announce_result)
send_decision = press(Act.VOTING_DECISION_SEND, services.send_decision)


@act(Act.VOTING_RESULT_SEAL, subject=vote_subject)
def seal(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Niêm phong: the figures as counted, the kind of paper, who does what by when."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_RESULT_SEAL)
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    queries.require_counted(content)
    outcome = queries.content_outcome(vote, content)
    form = SealForm(
        request.POST or None, passed=outcome.passed, today=today(request), initial={"decision_form": "resolution"}
    )

    def do(cleaned: dict[str, Any]) -> None:
        services.seal_result(request.actor, vote_id=vote.pk, tasks=form.assigned(), at=request.at, **cleaned)

    return fill(
        request,
        vote,
        form,
        do,
        template="seal",
        content=content,
        outcome=outcome,
        sentence=outcome.sentence[lang()],
        turnout=queries.turnout(content),
    )


@act(Act.VOTING_MINUTES_SIGN, subject=vote_subject)
def sign(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Ghi chữ ký: everybody who signed the scanned minutes, at once."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_MINUTES_SIGN)
    recorded = list(vote.signatures.select_related("line").order_by("pk"))
    holders = lookups.office_holders(vote.khu_pho_id, today(request))
    names = {"head": _name(holders.get(Role.HEAD)), "front_head": _name(holders.get(Role.FRONT_HEAD))}
    signed = frozenset(one.signer for one in recorded)
    form = SignForm(request.POST or None, request.FILES or None, signed=signed, names=names)

    def do(cleaned: dict[str, Any]) -> None:
        _record(request, vote, {key: cleaned[key].strip() for key in form.open if cleaned.get(key)}, cleaned["scan"])

    return fill(request, vote, form, do, template="sign", recorded=recorded, signed_paper=shelf.signed_paper(vote))


def _name(person: Any) -> str:
    return person.full_name if person else ""


@transaction.atomic
def _record(request: HttpRequest, vote: Any, signers: dict[str, str], upload: Any) -> None:
    """One paper, several signatures: all of them or none."""
    lines = {key: _line(vote, typed) for key, typed in signers.items() if key.startswith("household")}
    scan = files.store(
        request.actor,
        upload,
        khu_pho_id=vote.khu_pho_id,
        opened_by=Act.VOTING_MINUTES_SIGN,
        subject=subject(vote),
        at=request.at,
    )
    for key, typed in signers.items():
        line = lines.get(key)
        name = line.representative if line else typed
        services.sign_minutes(
            request.actor, vote_id=vote.pk, signer=key, name=name, line=line, scan=scan, at=request.at
        )


def _line(vote: Any, number: str) -> Any:
    """The household's line on the roll, by its number; a stranger cannot sign for a household."""
    line = vote.roll.lines.filter(number__iexact=number).first()
    if line is None:
        raise Refused(Refusal("voting.signer_household", Article("L10", 20, 2, "g")))
    return line
