"""Trang công khai của cuộc biểu quyết: what it is, until when, what to do; after it, the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation import clock
from danchu.foundation.access.decorators import public
from danchu.foundation.files import services as files
from danchu.foundation.people.queries import khu_pho_rows
from danchu.foundation.text import long_moment
from danchu.law.answers import Outcome
from danchu.law.matters import Form
from danchu.law.states import PHASE_LABELS, Phase, RoundKind
from danchu.rooms.voting import queries, shelf
from danchu.rooms.voting.forms.public import LookUpForm
from danchu.rooms.voting.services.recordings import heard
from danchu.rooms.voting.views.after_words import annulment_told, effect_told, recognition_told, struck
from danchu.rooms.voting.views.ballot import chip
from danchu.rooms.voting.views.common import public_vote
from danchu.rooms.voting.views.slip_public import slip_page
from danchu.ui.tags.words import lang

PER_PAGE = 20
_COUNTED = frozenset({Phase.CLOSED, Phase.SEALED, Phase.ANNOUNCED, Phase.SENT})
_PUBLISHED = frozenset({Phase.ANNOUNCED, Phase.SENT})
# Papers of the file that name no household; minutes and lists of names stay with the ward and the khu phố.
_PAPERS = ("result-notice", "meeting-result-notice", "slip-result-notice", "community-decision", "result-capture")


@dataclass(frozen=True, slots=True)
class Row:
    """Một cuộc biểu quyết trong danh sách: what everybody may know of it now."""

    vote: queries.Vote
    phase: Phase
    asked: queries.Round | None
    voted: int
    chip: dict[str, Any]
    outcome: Outcome | None
    content: queries.Round | None

    @property
    def label(self) -> str:
        """Giai đoạn, in words."""
        return phase_words(self.phase)

    @property
    def struck(self) -> str:
        """Bãi bỏ, phải làm lại hoặc không được công nhận."""
        return struck(self.vote)


def phase_words(phase: Phase) -> str:
    """Giai đoạn, in the reader's language."""
    label = PHASE_LABELS[phase]
    return label.vi if lang() == "vi" else label.en


@public
def vote_list(request: HttpRequest) -> HttpResponse:
    """Votes of the ward or of one khu phố, newest first; those that are open on top of each page."""
    here = khu_pho_rows(request.ward.pk, day=clock.day(request.at))
    places = sorted((one.khu_pho for one in here), key=lambda place: (place.order, place.pk))
    chosen = next((place for place in places if place.slug == request.GET.get("khu-pho")), None)
    votes = queries.with_turnout(queries.public_votes(chosen.pk if chosen else None)).select_related(
        "khu_pho", "roll", "annulment", "recognition"
    )
    page = Paginator(votes, PER_PAGE).get_page(request.GET.get("page"))
    rows = _rows(list(page.object_list), request)
    context = {
        "places": places,
        "chosen": chosen,
        "page": page,
        "query": {"khu-pho": chosen.slug} if chosen else {},
        "running": [row for row in rows if row.asked],
        "coming": [row for row in rows if not row.asked and row.phase in {Phase.PREPARING, Phase.SCHEDULED}],
        "decided": [row for row in rows if row.outcome or row.phase is Phase.CLOSING],
        "ended": [row for row in rows if row.phase in {Phase.FORM_REFUSED, Phase.WITHDRAWN, Phase.STOPPED}],
    }
    return render(request, "voting/list.html", context)


def _rows(votes: list[queries.Vote], request: HttpRequest) -> list[Row]:
    asked = {vote.pk: queries.asked_now(vote, request.at) for vote in votes}
    voted = queries.turnouts(one for one in asked.values() if one is not None)
    return [_row(vote, asked[vote.pk], voted, request) for vote in votes]


def _row(vote: queries.Vote, asked: queries.Round | None, voted: dict[int, int], request: HttpRequest) -> Row:
    phase = queries.phase_of(vote, request.at)
    content = queries.rounds_of(vote).get(RoundKind.CONTENT)
    return Row(
        vote=vote,
        phase=phase,
        asked=asked,
        voted=voted.get(asked.pk, 0) if asked else 0,
        chip=chip(asked.closes_at, request.at) if asked else {},
        outcome=_outcome(vote, content) if _shows(vote, phase, content) else None,
        content=content,
    )


def _shows(vote: queries.Vote, phase: Phase, content: queries.Round | None) -> bool:
    return content is not None and phase in _COUNTED and queries.has_count(content) and not _unsealed_slips(vote, phase)


def _outcome(vote: queries.Vote, content: queries.Round) -> Outcome | None:
    answer = queries.content_outcome(vote, content) if queries.has_count(content) else None
    return answer if isinstance(answer, Outcome) else None


@public
def vote_page(request: HttpRequest, *, slug: str) -> HttpResponse:
    """One vote as everybody sees it; before the close nothing but turnout."""
    vote = public_vote(request, slug)
    phase = queries.phase_of(vote, request.at)
    rounds = queries.rounds_of(vote)
    content, form = rounds.get(RoundKind.CONTENT), rounds.get(RoundKind.FORM)
    if vote.meeting is not None and content is not None and queries.undecided(content):
        return redirect("voting:meeting", slug=vote.meeting.slug)  # it says that too few came
    asked = queries.running_round(vote, request.at)
    shown = asked or (content if vote.notice_at else None) or form
    context = {
        "vote": vote,
        "phase": str(phase),
        "phase_words": phase_words(phase),
        "content": content if vote.notice_at else None,
        "form": form,
        "asked": asked,
        "asks_form": asked is not None and asked.kind == RoundKind.FORM,
        "voted": queries.turnout(asked) if asked else 0,
        "chip": chip(asked.closes_at, request.at) if asked else {},
        "threshold": queries.threshold_of(shown) if shown else None,
        "mine": _mine(request, asked),
        "in_group": vote.in_group and phase in {Phase.SCHEDULED, Phase.OPEN},
        "address": request.build_absolute_uri(reverse("voting:public", kwargs={"slug": slug})),
        "form_outcome": queries.form_poll_outcome(form) if form and form.closed_at else None,
        "heard": heard(vote, phase),
        "redone": vote.redone_as.order_by("-pk").first(),
    }
    counted = _shows(vote, phase, content)
    if counted:
        context |= _result(vote, phase, content)
    if vote.form == Form.SLIP and not counted:
        return slip_page(request, vote, phase, context)
    context["zalo"] = _for_zalo(context)
    return render(request, f"voting/{'result' if counted else 'public'}.html", context)


def _unsealed_slips(vote: queries.Vote, phase: Phase) -> bool:
    """Slips counted by hand: until the seal their figures may be counted again, so nobody outside sees them."""
    return vote.form == Form.SLIP and phase is Phase.CLOSED


def _mine(request: HttpRequest, asked: queries.Round | None) -> queries.Ballot | None:
    """The entry of the household that looks, if it came in by its card."""
    if request.household is None or asked is None:
        return None
    return queries.standing_ballots(asked).filter(line__household_id=request.household.id).first()


def _result(vote: queries.Vote, phase: Phase, content: queries.Round) -> dict[str, Any]:
    outcome = queries.content_outcome(vote, content)
    published = phase in _PUBLISHED
    return {
        "outcome": outcome,
        "sentence": outcome.sentence[lang()],
        "published": published,
        "opinions": queries.other_opinions(content) if published else [],
        "lookup_form": LookUpForm(),
        "papers": _papers(vote) if published else [],
        "tasks": vote.tasks.order_by("pk") if published else [],
        **(_after(vote) if published and outcome.passed else {}),
    }


def _after(vote: queries.Vote) -> dict[str, Any]:
    """From when it is in force, who recognises it, and whether it was annulled."""
    after = queries.after_of(vote)
    told = {"effect": effect_told(after), "recognition": recognition_told(after), "annulled": annulment_told(after)}
    return {"after": after, **told}


def _papers(vote: queries.Vote) -> list[tuple[str, str]]:
    """Those of its form; what was not passed decided nothing and has no paper of a decision."""
    words, ready = _paper_words(), shelf.public_papers(vote)
    return [(kind, words[kind]) for kind in _PAPERS if kind in ready]


def _paper_words() -> dict[str, str]:
    return {
        "result-notice": _("Notice of the result"),
        "slip-result-notice": _("Notice of the result"),
        "meeting-result-notice": _("Notice of the result"),
        "community-decision": _("Decision of the community"),
        "result-capture": _("Picture of the result"),
    }


def _for_zalo(context: dict[str, Any]) -> str:
    """Chữ để chép vào nhóm Zalo: short, with the address; nothing where there is nothing to announce yet."""
    vote, asked, content = context["vote"], context["asked"], context["content"]
    values = {"place": vote.khu_pho.name, "title": vote.title, "address": context["address"]}
    if context.get("published"):
        return _("%(place)s: %(title)s. %(sentence)s %(address)s") % {**values, "sentence": context["sentence"]}
    if asked is not None and context["asks_form"]:
        values["until"] = long_moment(asked.closes_at, lang())
        return (
            _(
                "%(place)s asks: vote online on this matter? %(title)s. Until %(until)s. "
                "Use the household's card: %(address)s"
            )
            % values
        )
    if context["phase"] in {Phase.SCHEDULED, Phase.OPEN} and content is not None:
        values |= {"opens": long_moment(content.opens_at, lang()), "until": long_moment(content.closes_at, lang())}
        return (
            _(
                "%(place)s invites every household to vote: %(title)s. From %(opens)s to %(until)s. "
                "Use the household's card: %(address)s"
            )
            % values
        )
    return ""


@public
def document(request: HttpRequest, *, slug: str) -> FileResponse:
    """The paper put to the vote, for everybody, shown in the browser."""
    vote = public_vote(request, slug)
    if vote.paper is None:
        raise Http404
    path = files.path_of(vote.ward_id, vote.paper.sha256)
    return FileResponse(path.open("rb"), filename=vote.paper.name, content_type=files.CONTENT_TYPES[vote.paper.kind])
