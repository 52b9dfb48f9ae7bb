"""Ghi câu trả lời trong nhóm Zalo, và lưu ảnh chụp."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from danchu.foundation import clock
from danchu.foundation.access.decorators import act
from danchu.foundation.text import fold
from danchu.law.acts import Act
from danchu.law.states import Choice, RoundKind
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.group import AnswerForm, PictureForm
from danchu.rooms.voting.forms.roll import SearchForm
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import allowed_now, desk_url, fill, show

PER_PAGE = 20
PICTURES_KEPT = timedelta(days=90)


@require_safe
@act(Act.VOTING_GROUP_ENTER, subject=vote_subject)
def group(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Các hộ, and what this person has entered; what others entered is not shown before one's own."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_GROUP_ENTER)
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    search = SearchForm(request.GET or None)
    asked = search.cleaned_data["q"] if search.is_valid() else ""
    wanted = request.GET.get("xem", "")
    entered = queries.answers_by_line(content)
    rows = [
        (line, _words(entered.get(line.pk, []), request.actor.id))
        for line in vote.roll.lines.order_by("pk")
        if _fits(line, asked) and (wanted != "con-lai" or not queries.alike(entered.get(line.pk, [])))
    ]
    context = {
        "search": search,
        "asked": asked,
        "wanted": wanted,
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "query": {"q": asked, "xem": wanted},
        "agreed": sum(queries.alike(answers) for answers in entered.values()),
        "unpaired": queries.group_part(vote, content).unpaired,
        "content": content,
        "pictures": queries.pictures_of(content),
    }
    return show(request, "group", vote, **context)


def _fits(line: Any, asked: str) -> bool:
    text = fold(f"{line.number} {line.representative} {line.address}")
    return all(word in text for word in fold(asked).split())


def _words(answers: list[Any], person: int | None) -> str:
    """Where a household's answer stands, never what it is."""
    mine = any(one.entered_by_id == person for one in answers)
    if queries.alike(answers):
        return _("Entered by two people alike")
    if len(answers) > 1:
        return _("Entered differently by two people: look again")
    if mine:
        return _("You have entered it; a second person has to")
    return _("Entered by one person") if answers else _("Not entered yet")


@act(Act.VOTING_GROUP_ENTER, subject=vote_subject)
def answer(request: HttpRequest, *, slug: str, line_id: int) -> HttpResponse:
    """Câu trả lời của một hộ, như người này đọc trong nhóm."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_GROUP_ENTER)
    line = vote.roll.lines.filter(pk=line_id).first()
    if line is None:
        raise Http404
    form = AnswerForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        services.enter_answer(
            request.actor,
            vote_id=vote.pk,
            line_id=line.pk,
            choice=Choice(cleaned["choice"]),
            words=cleaned["words"],
            at=request.at,
        )

    return fill(
        request,
        vote,
        form,
        do,
        then=desk_url(vote, "voting:group"),
        page_title=_("Household %(number)s: %(name)s") % {"number": line.number, "name": line.representative},
        lead=_("Enter what this household answered in the group. A second person enters it alone."),
        button=_("Enter the answer"),
    )


@act(Act.VOTING_GROUP_PICTURE, subject=vote_subject)
def picture(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Tải ảnh chụp nhóm, with the day on which it is erased."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_GROUP_PICTURE)
    content = queries.rounds_of(vote)[RoundKind.CONTENT]
    initial = {"erase_on": clock.day(content.closes_at + PICTURES_KEPT)}
    form = PictureForm(request.POST or None, request.FILES or None, initial=initial, today=clock.day(request.at))

    def do(cleaned: dict[str, Any]) -> None:
        services.keep_picture(
            request.actor, vote_id=vote.pk, upload=cleaned["picture"], erase_on=cleaned["erase_on"], at=request.at
        )

    return fill(
        request,
        vote,
        form,
        do,
        then=desk_url(vote, "voting:group"),
        page_title=_("Keep a picture of the group"),
        lead=_("Only the team can open it. On the day set it is erased; its code stays in the journal."),
        button=_("Keep the picture"),
    )
