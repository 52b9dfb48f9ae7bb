"""Thời gian, lời văn, thông báo: from the published notice on, the clock alone opens and closes."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.matters import Form
from danchu.law.states import RoundKind
from danchu.rooms.voting import announcements, queries, services
from danchu.rooms.voting.forms.ballot import BallotForm, meanings
from danchu.rooms.voting.forms.schedule import TimesForm
from danchu.rooms.voting.services.recordings import heard
from danchu.rooms.voting.views.ballot import chip
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import allowed_now, desk_url, fill, go, say, show, today

LASTS = timedelta(days=7)


@act(Act.VOTING_VOTE_SCHEDULE, subject=vote_subject)
def schedule(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Đặt giờ mở và giờ đóng: tomorrow at seven, for a week, unless chosen otherwise."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_VOTE_SCHEDULE)
    content = queries.rounds_of(vote).get(RoundKind.CONTENT)
    form = TimesForm(request.POST or None, initial=_times(content, today(request)))

    def do(cleaned: dict[str, Any]) -> None:
        times = {"opens_at": cleaned["opens_at"], "closes_at": cleaned["closes_at"]}
        services.schedule_vote(request.actor, vote_id=vote.pk, at=request.at, **times)

    then = desk_url(vote, "voting:preview")
    return fill(request, vote, form, do, template="schedule", then=then, confirmed=content is not None)


def _times(content: Any, day: Any) -> dict[str, Any]:
    if content is not None:
        opens, closes = (announcements.at_home(one) for one in (content.opens_at, content.closes_at))
        return {
            "opens_day": opens.date(),
            "opens_hour": opens.time(),
            "closes_day": closes.date(),
            "closes_hour": closes.time(),
        }
    tomorrow = day + timedelta(days=1)
    return {"opens_day": tomorrow, "opens_hour": time(7), "closes_day": tomorrow + LASTS, "closes_hour": time(17)}


@act(Act.VOTING_TEXT_CONFIRM, subject=vote_subject)
def preview(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Xem đúng phiếu như trên điện thoại, rồi xác nhận; the digest of what was read goes with the button."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_TEXT_CONFIRM)
    refusal = None
    if request.method == "POST":
        try:
            services.confirm_text(request.actor, vote_id=vote.pk, digest=request.POST.get("digest", ""), at=request.at)
        except Refused as refused:
            refusal = say(refused.refusal)
        else:
            return go(desk_url(vote))
    facts = queries.facts_of(vote, request.at)
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    context = {
        "refusal": refusal,
        "confirmed": vote.confirmations.filter(digest=vote.text_digest).select_related("staff"),
        "mine": request.actor.id in facts.confirmed_by,
        "found": content,
    }
    return show(request, "preview", vote, 409 if refusal else 200, **context)


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})
@act(Act.VOTING_TEXT_CONFIRM, subject=vote_subject)
def preview_ballot(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Phiếu như hộ sẽ thấy: the same words, signs and letters, in a frame as wide as a telephone."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_TEXT_CONFIRM)
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    context = {
        "vote": vote,
        "khu_pho": vote.khu_pho.name,
        "found": content,
        "threshold": queries.threshold_of(content),
        "chip": chip(content.closes_at, request.at),
        "ballot": BallotForm(found=content),
        "meanings": meanings(vote, content.kind),
    }
    return render(request, f"voting/desk/preview_{'slip' if vote.form == Form.SLIP else 'ballot'}.html", context)


@act(Act.VOTING_NOTICE_PUBLISH, subject=vote_subject)
def notice(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Đăng thông báo: what will be posted, sent and read out; the button publishes it."""
    vote = find_vote(request, slug)
    if request.method == "POST":
        services.publish_notice(request.actor, vote_id=vote.pk, at=request.at)
        return go(desk_url(vote, "voting:spread"))
    allowed_now(request, vote, Act.VOTING_NOTICE_PUBLISH)
    return show(request, "notice", vote, **_notice(request, vote))


@require_safe
@act(Act.VOTING_VOTE_MANAGE, subject=vote_subject)
def spread(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Đưa thông báo đến bà con: poster, words for Zalo, words for the loudspeaker."""
    vote = find_vote(request, slug)
    if vote.notice_at is None:
        return go(desk_url(vote))
    return show(request, "spread", vote, **_notice(request, vote))


def _notice(request: HttpRequest, vote: Any) -> dict[str, Any]:
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    least = queries.threshold_of(content).needed
    url = request.build_absolute_uri(desk_url(vote, "voting:public"))
    return {
        "content": content,
        "least": least,
        "points": vote.body.splitlines(),
        "notice_paper": "slip-notice" if vote.form == Form.SLIP else "vote-notice",
        "zalo": announcements.zalo(vote, content, url),
        "loudspeaker": announcements.loudspeaker(vote, content, least),
        "heard": heard(vote, queries.phase_of(vote, request.at)),
    }
