"""Kiểm phiếu, và giải trình chỗ không khớp."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Article
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.slips import CountForm, GapForm
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import allowed_now, desk_url, fill, go, rule_words
from danchu.ui.tags.words import lang


@act(Act.VOTING_COUNT_ENTER, subject=vote_subject)
def count(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Một người ghi số mình kiểm được; nobody sees what the other wrote before writing oneself."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_COUNT_ENTER)
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    form = CountForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        witnesses = (_line(vote, cleaned["witness_1"]), _line(vote, cleaned["witness_2"]))
        services.enter_count(
            request.actor,
            vote_id=vote.pk,
            figures=form.figures(),
            witnesses=witnesses,
            opinions=cleaned["opinions"],
            at=request.at,
        )

    stated = queries.figures_of(content)
    return fill(
        request,
        vote,
        form,
        do,
        template="count",
        now=queries.slips_now(vote),
        people=[str(one.entered_by) for one in stated],
        mine=any(one.entered_by_id == request.actor.id for one in stated),
        rule=rule_words("ballot.count"),
    )


def _line(vote: Any, number: str) -> Any:
    """The household by its number on the roll."""
    line = vote.roll.lines.filter(number__iexact=number.strip()).first()
    if line is None:
        raise Refused(Refusal("slips.witness_on_roll", Article("D59", 4, 6, "a")))
    return line


@act(Act.VOTING_GAP_EXPLAIN, subject=vote_subject)
def gaps(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Giải trình từng chỗ không khớp; kept in the minutes."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_GAP_EXPLAIN)
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    found = queries.reconciliation(vote, content)
    there = found.gaps if found is not None else ()
    if not there:
        return go(desk_url(vote))
    written = {one.gap: one.words for one in queries.notes_of(content)}
    form = GapForm(request.POST or None, gaps=there, lang=lang(), initial=written)

    def do(cleaned: dict[str, Any]) -> None:
        for gap, words in cleaned.items():
            services.explain_gap(request.actor, vote_id=vote.pk, gap=gap, words=words, at=request.at)

    return fill(
        request,
        vote,
        form,
        do,
        page_title=_("Explain what does not add up"),
        lead=_("What is written here stands in the minutes. Figures that cannot be true are counted again."),
    )
