"""Hồ sơ cuộc họp: planned, invited, concluded; what each gate of the law still wants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation import clock
from danchu.foundation.access.can import Subject
from danchu.foundation.access.decorators import act
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.matters import Convenor, Matter, Purpose, convenor
from danchu.law.meeting import latest_notice
from danchu.rooms.voting import lookups, queries, services
from danchu.rooms.voting.forms.meeting import ClustersForm, InviteForm, PapersForm, PlanForm
from danchu.rooms.voting.forms.running import ReasonForm
from danchu.rooms.voting.forms.schedule import moment
from danchu.rooms.voting.queries.meetings import Meeting, offices_of_khu_pho
from danchu.rooms.voting.services.clusters import ClusterPlan
from danchu.rooms.voting.services.meeting import Plan
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.meeting_pages import fill, find_meeting, meeting_subject, meeting_url, press, show
from danchu.rooms.voting.views.meeting_steps import Desk
from danchu.rooms.voting.views.pages import desk_url, go, home, khu_pho_frame, say, today
from danchu.rooms.voting.views.prepare import people_of

freeze = press(Act.VOTING_ROLL_FREEZE, services.freeze_meeting_roll)
approve = press(Act.VOTING_CLUSTERS_APPROVE, services.approve_clusters)
conclude = press(Act.VOTING_MEETING_CONCLUDE, services.conclude_meeting)
fail = press(Act.VOTING_MEETING_FAIL, services.fail_meeting)


def _plan(cleaned: dict[str, Any]) -> Plan:
    return Plan(
        title=cleaned["title"],
        starts_at=cleaned["starts_at"],
        place=cleaned["place"],
        convenor=cleaned["convenor"],
        chair=cleaned["chair"],
        contact=cleaned["contact"],
        agenda=cleaned["agenda"],
        purpose=cleaned.get("purpose") or "",
        draft_posted_on=cleaned.get("draft_posted_on"),
        draft_consulted=cleaned.get("draft_consulted") or "",
    )


def _votes(cleaned: dict[str, Any]) -> list[int]:
    return [one.pk for one in cleaned["votes"]]


def _who_convenes(khu_pho_id: int, matters: list[str], at: datetime) -> str:
    """As the law names the convenor for the first matter, taken for an election where the head is meant."""
    offices = offices_of_khu_pho(khu_pho_id, clock.day(at))
    matter = Matter(matters[0]) if matters else Matter.D6
    said = convenor(
        matter,
        purpose=Purpose.ELECT if matter is Matter.D4 else None,
        head_vacant=offices.vacant,
        head_is_front_head=offices.same_person,
    )
    return str(Convenor(said.value))


def _place(request: HttpRequest, **_: Any) -> Subject:
    """For ``@act``: the khu phố asked for, of those where this person may call a meeting."""
    own = lookups.convened_in(request.actor) if request.actor.is_staff else []
    wanted = request.GET.get("khu-pho", "")
    request.khu_pho = next((one for one in own if one.slug == wanted), own[0] if own else None)
    return Subject(request.ward.pk, request.khu_pho.pk if request.khu_pho else None)


@act(Act.VOTING_MEETING_PLAN, subject=_place)
def plan(request: HttpRequest) -> HttpResponse:
    """Lập cuộc họp: for the matters written; the convenor the law names is filled in."""
    if request.khu_pho is None:
        raise Http404
    place = request.khu_pho
    matters = queries.matters_to_put(place.pk)
    people, offices = people_of(request, place.pk)
    initial = {
        "votes": list(matters),
        "title": _("Meeting of %(place)s") % {"place": place.name},
        "place": place.culture_house or place.name,
        "convenor": _who_convenes(place.pk, [one.matter for one in matters], request.at),
        "chair": request.actor.id,
        "contact": request.actor.id,
    }
    form = PlanForm(request.POST or None, initial=initial, matters=matters, people=people, offices=offices)
    status = 422 if request.method == "POST" else 200
    if form.is_valid():
        try:
            votes, planned = _votes(form.cleaned_data), _plan(form.cleaned_data)
            made = services.plan_meeting(request.actor, khu_pho=place, votes=votes, plan=planned, at=request.at)
            return go(meeting_url(made))
        except Refused as refused:
            form.add_error(None, say(refused.refusal))
            status = 409
    context = {
        **khu_pho_frame(request, place),
        "form": form,
        "none": not matters,
        "back_href": home(),
        "back_label": _("My work"),
    }
    return render(request, "voting/meeting/plan.html", context, status=status)


@act(Act.VOTING_MEETING_EDIT, subject=meeting_subject)
def edit(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Sửa cuộc họp trước khi khai mạc."""
    meeting = find_meeting(request, slug)
    people, offices = people_of(request, meeting.khu_pho_id)
    starts = meeting.starts_at.astimezone(clock.VIETNAM)
    initial = {name: getattr(meeting, name) for name in ("title", "place", "convenor", "purpose", "agenda")} | {
        "votes": queries.agenda_of(meeting),
        "day": starts.date(),
        "hour": starts.time(),
        "chair": meeting.chair_id,
        "contact": meeting.contact_id,
        "draft_posted_on": meeting.draft_posted_on,
        "draft_consulted": meeting.draft_consulted,
    }
    matters = queries.matters_to_put(meeting.khu_pho_id, meeting)
    form = PlanForm(request.POST or None, initial=initial, matters=matters, people=people, offices=offices)

    def do(cleaned: dict[str, Any]) -> None:
        votes, planned = _votes(cleaned), _plan(cleaned)
        services.edit_meeting(request.actor, meeting_id=meeting.pk, votes=votes, plan=planned, at=request.at)

    return fill(request, meeting, form, do, then=meeting_url(meeting), page_title=_("Change the meeting"))


@act(Act.VOTING_VOTE_MANAGE, subject=meeting_subject)
def desk(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Hồ sơ cuộc họp: its steps, its matters, its halls."""
    meeting = find_meeting(request, slug)
    view = Desk(meeting, request.actor, request.at)
    return show(request, "desk", meeting, view=view, steps=view.steps(), back_href=home(), back_label=_("My work"))


@act(Act.VOTING_MEETING_INVITE, subject=meeting_subject)
def invite(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Ghi đã mời họp; the last lawful day stands on the page."""
    meeting = find_meeting(request, slug)
    now = today(request)
    initial = {"channels": meeting.channels or ["invitation"], "noticed_on": now, "posted_on": now}
    form = InviteForm(request.POST or None, initial=initial, today=now)

    def do(cleaned: dict[str, Any]) -> None:
        services.invite(request.actor, meeting_id=meeting.pk, at=request.at, **cleaned)

    latest = latest_notice(clock.day(meeting.starts_at))
    return fill(request, meeting, form, do, then=meeting_url(meeting), template="invite", latest=latest)


@act(Act.VOTING_PAPERS_SEND, subject=meeting_subject)
def send_papers(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Ghi đã gửi tài liệu đến các hộ."""
    meeting = find_meeting(request, slug)
    board = queries.Board(meeting, request.at)
    initial = {"sent_on": today(request), "households": board.households}
    form = PapersForm(request.POST or None, initial=initial, today=today(request), most=board.households)

    def do(cleaned: dict[str, Any]) -> None:
        services.send_papers(request.actor, meeting_id=meeting.pk, at=request.at, **cleaned)

    return fill(request, meeting, form, do, then=meeting_url(meeting), page_title=_("Papers to the households"))


@act(Act.VOTING_CLUSTERS_PLAN, subject=meeting_subject)
def clusters(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Lập phương án họp theo cụm."""
    meeting = find_meeting(request, slug)
    initial = {"scattered": meeting.scattered, "reason": meeting.cluster_reason}
    form = ClustersForm(request.POST or None, rows=_rows(meeting), initial=initial)
    day = clock.day(meeting.starts_at)

    def do(cleaned: dict[str, Any]) -> None:
        chosen = [
            ClusterPlan(title, row["place"], moment(day, row["hour"]), row["first"], row["last"])
            for title, row in form.chosen()
        ]
        services.plan_clusters(request.actor, meeting_id=meeting.pk, clusters=chosen, at=request.at, **cleaned)

    return fill(request, meeting, form, do, then=meeting_url(meeting), template="clusters")


def _rows(meeting: Meeting) -> list[dict[str, Any]]:
    """Các cụm đã lập, as typed."""
    found = []
    for one in queries.sessions_of(meeting):
        lines = [str(line.line.number) for line in one.lines.select_related("line").order_by("line_id")]
        if lines:
            hour = one.starts_at.astimezone(clock.VIETNAM).time()
            found.append({"place": one.place, "hour": hour, "first": lines[0], "last": lines[-1]})
    return found


@act(Act.VOTING_MEETING_WITHDRAW, subject=meeting_subject)
def withdraw(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Rút cuộc họp, with the reason."""
    meeting = find_meeting(request, slug)
    form = ReasonForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        services.withdraw_meeting(request.actor, meeting_id=meeting.pk, reason=cleaned["reason"], at=request.at)

    title = button = _("Withdraw the meeting")
    return fill(request, meeting, form, do, then=meeting_url(meeting), page_title=title, button=button)


@act(Act.VOTING_SLIPS_FOLLOW, subject=vote_subject)
def follow(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Chuyển sang phát phiếu sau cuộc họp không đủ hộ dự."""
    vote = find_vote(request, slug)
    if request.method != "POST":
        return go(desk_url(vote))
    return go(desk_url(services.follow_with_slips(request.actor, vote_id=vote.pk, at=request.at)))


@act(Act.VOTING_VOTE_MANAGE, subject=vote_subject)
def of_vote(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Từ hồ sơ của một việc đến cuộc họp quyết định việc ấy, or to planning one."""
    vote = find_vote(request, slug)
    if vote.meeting is not None:
        return go(meeting_url(vote.meeting))
    return go(f"{reverse('voting:meeting-plan')}?khu-pho={vote.khu_pho.slug}")
