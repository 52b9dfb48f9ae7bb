"""Danh sách hộ của cuộc biểu quyết: drawn up, posted, corrected, frozen; and the question about the form."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from danchu.foundation.access.can import can
from danchu.foundation.access.decorators import act
from danchu.foundation.files import services as files
from danchu.law import words
from danchu.law.acts import Act
from danchu.law.answers import Refusal
from danchu.law.people import WhoCounts
from danchu.law.settings import SETTINGS
from danchu.law.thresholds import needed
from danchu.law.voting import roll_ready
from danchu.law.voting_acts import may
from danchu.rooms.voting import lookups, queries, services
from danchu.rooms.voting.forms.roll import AnswerForm, SearchForm
from danchu.rooms.voting.forms.schedule import FormPollForm, MeetingPollForm
from danchu.rooms.voting.services.common import subject
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import allowed_now, desk_url, fill, press, show, today
from danchu.rooms.voting.views.steps import Line
from danchu.ui.tags.words import lang

draw = press(Act.VOTING_ROLL_DRAW, services.draw_roll, back="voting:roll")
post = press(Act.VOTING_ROLL_SHOW, services.show_roll)
freeze = press(Act.VOTING_ROLL_FREEZE, services.freeze_roll)


@act(Act.VOTING_ROLL_DRAW, subject=vote_subject)
def roll(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Danh sách hộ: who counts and why, requests to answer, the digest once frozen; and a search."""
    vote = find_vote(request, slug)
    facts = queries.facts_of(vote, request.at)
    found = queries.subject_of(vote)
    setting = SETTINGS["roll.who_counts"]
    lines = [
        Line(False, words.sentence(one.answer, lang()), words.remedy(one.answer, lang()))
        for one in roll_ready(facts)
        if isinstance(one.answer, Refusal)
    ]
    search = SearchForm(request.GET or None)
    asked = search.cleaned_data["q"] if search.is_valid() else ""
    acts = {
        name: bool(may(one, facts, request.at)) and bool(can(request.actor, one, found))
        for name, one in {
            "draw": Act.VOTING_ROLL_DRAW,
            "post": Act.VOTING_ROLL_SHOW,
            "answer": Act.VOTING_ROLL_CORRECT,
            "freeze": Act.VOTING_ROLL_FREEZE,
        }.items()
    }
    context = {
        "roll": vote.roll,
        "count": facts.roll.households if facts.roll else 0,
        "everyone": vote.roll is None or vote.roll.who_counts == WhoCounts.ALL_RESIDENT,
        "why_who": setting.why_vi if lang() == "vi" else setting.why_en,
        "setting": setting,
        "lines": [] if facts.roll and facts.roll.frozen else lines,
        "requests": _requests(vote),
        "acts": acts,
        "search": search,
        "asked": asked,
        "hits": lookups.search_roll(vote.roll_id, asked) if vote.roll_id and asked else [],
    }
    return show(request, "roll", vote, **context)


def _requests(vote: Any) -> list[Any]:
    return list(vote.roll.requests.order_by("decided_at", "asked_at")) if vote.roll else []


@act(Act.VOTING_ROLL_CORRECT, subject=vote_subject)
def decide(request: HttpRequest, *, slug: str, request_id: int) -> HttpResponse:
    """Trả lời một đề nghị sửa danh sách: the register is corrected first, then the roll drawn again."""
    vote = find_vote(request, slug)
    asked = vote.roll.requests.filter(pk=request_id).first() if vote.roll else None
    if asked is None:
        raise Http404
    allowed_now(request, vote, Act.VOTING_ROLL_CORRECT)
    form = AnswerForm(request.POST or None, initial={"decision": asked.decision or None, "answer": asked.answer})

    def do(cleaned: dict[str, Any]) -> None:
        accepted = cleaned["decision"] == "accepted"
        services.correct_roll(
            request.actor,
            vote_id=vote.pk,
            request_id=asked.pk,
            accepted=accepted,
            answer=cleaned["answer"],
            at=request.at,
        )

    return fill(request, vote, form, do, template="roll_answer", then=desk_url(vote, "voting:roll"), asked=asked)


@act(Act.VOTING_FORM_POLL_OPEN, subject=vote_subject)
def form_poll(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Hỏi các hộ về hình thức: opens and closes by the clock."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_FORM_POLL_OPEN)
    tomorrow = today(request) + timedelta(days=1)
    initial = {
        "opens_day": tomorrow,
        "opens_hour": time(7),
        "closes_day": tomorrow + timedelta(days=3),
        "closes_hour": time(17),
    }
    form = FormPollForm(request.POST or None, initial=initial, at=request.at)

    def do(cleaned: dict[str, Any]) -> None:
        times = {"opens_at": cleaned["opens_at"], "closes_at": cleaned["closes_at"]}
        services.open_form_poll(request.actor, vote_id=vote.pk, at=request.at, **times)

    households = vote.roll.households
    least = needed("online.consent", households, version=vote.rule_version)
    return fill(request, vote, form, do, template="form_poll", least=least, households=households)


@act(Act.VOTING_FORM_POLL_RECORD, subject=vote_subject)
def form_poll_meeting(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Ghi kết quả hỏi tại một cuộc họp, with the scanned minutes."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_FORM_POLL_RECORD)
    form = MeetingPollForm(request.POST or None, request.FILES or None, initial={"held_day": today(request)})

    def do(cleaned: dict[str, Any]) -> None:
        paper = files.store(
            request.actor,
            cleaned["paper"],
            khu_pho_id=vote.khu_pho_id,
            opened_by=Act.VOTING_VOTE_MANAGE,
            subject=subject(vote),
            at=request.at,
        )
        figures = {name: cleaned[name] for name in ("held_at", "yes", "no")}
        services.record_form_poll(request.actor, vote_id=vote.pk, paper=paper, at=request.at, **figures)

    households = vote.roll.households
    least = needed("online.consent", households, version=vote.rule_version)
    return fill(request, vote, form, do, template="form_poll_meeting", least=least, households=households)
