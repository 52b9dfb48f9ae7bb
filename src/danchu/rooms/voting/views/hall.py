"""Chế độ họp: one page of the hall, check-in, officers, speakers, figures; what a room sees on the wall."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from danchu.foundation.access.decorators import act
from danchu.foundation.accounts.services import cards
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention
from danchu.law.meeting_names import Method
from danchu.rooms.voting import lookups, queries, services
from danchu.rooms.voting.forms.hall import (
    BoardForm,
    CodeForm,
    DiscussionForm,
    FiguresForm,
    MethodForm,
    SecretaryForm,
    SpeakerForm,
)
from danchu.rooms.voting.forms.roll import SearchForm
from danchu.rooms.voting.services.meeting_end import Numbers
from danchu.rooms.voting.services.meeting_hall import Chosen
from danchu.rooms.voting.views.hall_view import HallView
from danchu.rooms.voting.views.meeting_pages import (
    fill,
    find_item,
    find_session,
    hall_url,
    meeting_subject,
    press_in_hall,
    show,
)
from danchu.rooms.voting.views.pages import go
from danchu.rooms.voting.views.prepare import people_of

open_session = press_in_hall(Act.VOTING_SESSION_OPEN, services.open_session)
end_session = press_in_hall(Act.VOTING_SESSION_END, services.end_session)
undo = press_in_hall(Act.VOTING_ATTENDANCE_UNDO, services.undo_attendance)
call_speaker = press_in_hall(Act.VOTING_SPEAKER_CALL, services.call_speaker)
drop_figures = press_in_hall(Act.VOTING_FIGURES_DROP, services.drop_figures)
announce_count = press_in_hall(Act.VOTING_COUNT_ANNOUNCE, services.announce_count)


@act(Act.VOTING_VOTE_MANAGE, subject=meeting_subject)
def hall(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Một phiên: how many are present, what comes next, each matter with its discussion and figures."""
    session = find_session(request, slug, number)
    view = HallView(session, request.actor, request.at)
    return show(request, "hall", session.meeting, session=session, view=view)


@act(Act.VOTING_ATTENDANCE_RECORD, subject=meeting_subject)
def attendance(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Điểm danh: a code from a scanner, or a household found by number or name without tone marks."""
    session = find_session(request, slug, number)
    view = HallView(session, request.actor, request.at)
    search = SearchForm(request.GET or None)
    asked = search.cleaned_data["q"] if search.is_valid() else ""
    form = CodeForm(request.POST or None)
    hits = lookups.search_roll(session.meeting.roll_id, asked) if asked else []
    inside = {one.line_id: one for one in queries.present_lines(session.meeting)}

    def do(cleaned: dict[str, Any]) -> None:
        _check_in(request, session, _line_of(session, cleaned["code"]), "code")

    return fill(
        request,
        session.meeting,
        form,
        do,
        then=hall_url(session, "attendance"),
        template="attendance",
        session=session,
        view=view,
        search=search,
        asked=asked,
        hits=[(line, inside.get(line.pk)) for line in hits],
        newest=list(queries.present_lines(session.meeting, session)[:8]),
        hall_href=hall_url(session),
    )


def _line_of(session: Any, code: str) -> RollLine:
    """An invitation's code, or the household's own voting card."""
    line = queries.line_by_code(session.meeting, code)
    if line is None:
        token = code.strip().rstrip("/").rpartition("/")[2]
        try:
            household = cards.find_by_token(token).household_id
        except Refused:
            household = None
        line = session.meeting.roll.lines.filter(household_id=household).first() if household else None
    if line is None:
        raise Refused(Refusal("meeting.code_unknown", Convention("meeting_hall")))
    return line


def _check_in(request: HttpRequest, session: Any, line: RollLine, means: str) -> None:
    services.record_attendance(request.actor, session_id=session.pk, line_id=line.pk, means=means, at=request.at)


@act(Act.VOTING_ATTENDANCE_RECORD, subject=meeting_subject)
def check_in(request: HttpRequest, *, slug: str, number: int, line_id: int) -> HttpResponse:
    """Điểm danh bằng một lần bấm."""
    session = find_session(request, slug, number)
    line = session.meeting.roll.lines.filter(pk=line_id).first()
    if line is None:
        raise Http404
    if request.method == "POST":
        _check_in(request, session, line, "link" if "lien-ket" in request.POST else "tap")
    return go(hall_url(session, "attendance"))


@act(Act.VOTING_SECRETARY_ELECT, subject=meeting_subject)
def secretary(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Cử thư ký: who, and how many hands."""
    session = find_session(request, slug, number)
    people, offices = people_of(request, session.meeting.khu_pho_id)
    form = SecretaryForm(request.POST or None, people=people, offices=offices)

    def do(cleaned: dict[str, Any]) -> None:
        person = Chosen(cleaned["name"], staff=cleaned["staff"])
        services.elect_secretary(request.actor, session_id=session.pk, person=person, yes=cleaned["yes"], at=request.at)

    return _in_hall(request, session, form, do, _("Elect the secretary"))


@act(Act.VOTING_METHOD_CHOOSE, subject=meeting_subject)
def method(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Chọn cách biểu quyết."""
    session = find_session(request, slug, number)
    form = MethodForm(request.POST or None, initial={"method": session.method or Method.HANDS})

    def do(cleaned: dict[str, Any]) -> None:
        chosen = Method(cleaned["method"])
        services.choose_method(request.actor, session_id=session.pk, method=chosen, yes=cleaned["yes"], at=request.at)

    return _in_hall(request, session, form, do, _("Choose the voting method"))


@act(Act.VOTING_BOARD_ELECT, subject=meeting_subject)
def board(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Bầu Ban kiểm phiếu, mời hai hộ chứng kiến."""
    session = find_session(request, slug, number)
    form = BoardForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        witnesses = [_numbered(session, cleaned[name]) for name in ("witness_1", "witness_2")]
        people = [Chosen(name) for name in cleaned["people"]]
        services.elect_board(
            request.actor, session_id=session.pk, board=people, witnesses=witnesses, yes=cleaned["yes"], at=request.at
        )

    return _in_hall(request, session, form, do, _("Elect the counting board"))


def _numbered(session: Any, number: str) -> RollLine:
    """The household's line on the roll, by its number."""
    line: RollLine | None = session.meeting.roll.lines.filter(number__iexact=number.strip()).first()
    if line is None:
        raise Refused(Refusal("meeting.cluster_range", Convention("meeting_hall"), {"number": number}))
    return line


@act(Act.VOTING_SPEAKER_REGISTER, subject=meeting_subject)
def speaker(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Ghi người đăng ký phát biểu."""
    session = find_session(request, slug, number)
    form = SpeakerForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        services.register_speaker(
            request.actor,
            session_id=session.pk,
            line=_numbered(session, cleaned["number"]),
            name=cleaned["name"],
            dissenting=cleaned["dissenting"],
            at=request.at,
        )

    return _in_hall(request, session, form, do, _("Register a speaker"))


@act(Act.VOTING_DISCUSSION_RECORD, subject=meeting_subject)
def discussion(request: HttpRequest, *, slug: str, number: int, vote_id: int) -> HttpResponse:
    """Ghi ý kiến thảo luận."""
    session = find_session(request, slug, number)
    vote = find_item(session, vote_id)
    kept = session.items.filter(vote=vote).values_list("discussion", flat=True).first()
    form = DiscussionForm(request.POST or None, initial={"words": kept or ""})

    def do(cleaned: dict[str, Any]) -> None:
        services.record_discussion(
            request.actor, session_id=session.pk, vote_id=vote.pk, words=cleaned["words"], at=request.at
        )

    return _in_hall(request, session, form, do, _("Discussion"), lead=vote.title)


@act(Act.VOTING_FIGURES_ENTER, subject=meeting_subject)
def figures(request: HttpRequest, *, slug: str, number: int, vote_id: int) -> HttpResponse:
    """Nhập số kiểm đếm; nobody sees what the other person entered."""
    session = find_session(request, slug, number)
    vote = find_item(session, vote_id)
    form = FiguresForm(request.POST or None, slips=session.method == Method.SECRET)

    def do(cleaned: dict[str, Any]) -> None:
        reason = cleaned.pop("reason")
        services.enter_figures(
            request.actor,
            session_id=session.pk,
            vote_id=vote.pk,
            numbers=Numbers(**cleaned),
            reason=reason,
            at=request.at,
        )

    return _in_hall(request, session, form, do, _("Enter the figures"), lead=vote.title)


def _in_hall(
    request: HttpRequest, session: Any, form: Any, do: Any, page_title: str, *, lead: str = ""
) -> HttpResponse:
    then = hall_url(session)
    return fill(request, session.meeting, form, do, then=then, page_title=page_title, lead=lead)


@act(Act.VOTING_VOTE_MANAGE, subject=meeting_subject)
def projector(request: HttpRequest, *, slug: str, number: int) -> HttpResponse:
    """Màn hình chiếu: who is present against who is needed; a result only once it was announced in the hall."""
    session = find_session(request, slug, number)
    view = HallView(session, request.actor, request.at)
    return show(
        request,
        "projector",
        session.meeting,
        session=session,
        view=view,
        brand_name=session.meeting.title,
        brand_line=session.place,
        refresh_seconds=5,
    )
