"""Đề xuất và chuẩn bị: matter advisor, wording, agreement, application, means, report, team."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation import clock
from danchu.foundation.access.can import Subject
from danchu.foundation.access.decorators import act
from danchu.foundation.files import services as files
from danchu.foundation.people.queries import count_on
from danchu.foundation.places.settings import value
from danchu.law.acts import Act
from danchu.law.answers import Refused, require
from danchu.law.forms import may_use
from danchu.law.matters import FORM_LABELS, Form, Matter, Scope, matter_article, matter_label
from danchu.law.people import WhoCounts
from danchu.law.procedures import PROCEDURES
from danchu.rooms.voting import lookups, services
from danchu.rooms.voting.forms.prepare import MeansForm, TeamForm, WordingForm, meanings, usual_team
from danchu.rooms.voting.queries import Vote
from danchu.rooms.voting.services.prepare import USUAL_REASON, WORDING, Member
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import (
    allowed_now,
    desk_url,
    fill,
    go,
    home,
    khu_pho_frame,
    label_of,
    press,
    rule_words,
    say,
    today,
)
from danchu.rooms.voting.views.step_words import PLAIN
from danchu.ui.tags.words import lang

# The forms that begin with a text, by their addresses.
FORMS_BY_ADDRESS = {"phat-phieu": Form.SLIP, "truc-tuyen": Form.ONLINE, "hop": Form.MEETING}

agree = press(Act.VOTING_PROPOSAL_AGREE, services.agree_proposal)
choose = press(Act.VOTING_APPLICATION_CHOOSE, services.choose_application)
choose_group = press(Act.VOTING_APPLICATION_CHOOSE, services.choose_group)
report = press(Act.VOTING_REPORT_SEND, services.send_report)


def own_khu_pho(request: HttpRequest, **_url: Any) -> Subject:
    """For ``@act``: the khu phố the person heads; the one asked for where there are several."""
    headed = lookups.headed_by(request.actor) if request.actor.is_staff else []
    wanted = request.GET.get("khu-pho", "")
    chosen = next((one for one in headed if one.slug == wanted), headed[0] if headed else None)
    request.khu_pho = chosen
    request.headed = headed
    return Subject(request.ward.pk, chosen.pk if chosen else None)


@act(Act.VOTING_VOTE_PROPOSE, subject=own_khu_pho)
def propose(request: HttpRequest) -> HttpResponse:
    """Việc này về gì: the six kinds in plain words; one tap leads to the text, or to the lawful way."""
    context = {
        **khu_pho_frame(request, request.khu_pho),
        "matters": [(one, label_of(matter_label(one)), str(PLAIN[one]), matter_article(one)) for one in PLAIN],
        "others": [one for one in request.headed if one != request.khu_pho],
        "back_href": home(),
        "back_label": _("My work"),
    }
    return render(request, "voting/desk/matters.html", context)


@act(Act.VOTING_VOTE_PROPOSE, subject=own_khu_pho)
def propose_text(request: HttpRequest, *, matter: str, form: str) -> HttpResponse:
    """Soạn nội dung của một việc theo hình thức đã chọn; a form the law does not allow is refused with the way out."""
    if matter not in list(Matter) or form not in FORMS_BY_ADDRESS:
        raise Http404
    chosen = FORMS_BY_ADDRESS[form]
    require(may_use(matter, Scope.KHU_PHO, chosen))
    people, offices = people_of(request, request.khu_pho.pk)
    typed = WordingForm(
        request.POST or None,
        request.FILES or None,
        initial={**meanings(), "online_reason": USUAL_REASON, "contact": request.actor.id},
        people=people,
        offices=offices,
        online=chosen is Form.ONLINE,
    )
    status = 200
    if request.method == "POST":
        status = 422
        if typed.is_valid():
            try:
                return go(desk_url(_proposed(request, matter, chosen, typed.cleaned_data)))
            except Refused as refused:
                typed.add_error(None, say(refused.refusal))
                status = 409
    context = {
        **khu_pho_frame(request, request.khu_pho),
        "form": typed,
        "over": f"{label_of(matter_label(Matter(matter)))}, {label_of(FORM_LABELS[chosen]).lower()}",
        "back_href": reverse("voting:propose-form", kwargs={"matter": matter}),
        "back_label": _("Form of deciding"),
    }
    return render(request, "voting/desk/wording.html", context, status=status)


@transaction.atomic
def _proposed(request: HttpRequest, matter: str, form: Form, cleaned: dict[str, Any]) -> Any:
    wording = {name: cleaned[name] for name in WORDING}
    vote = services.propose_vote(
        request.actor,
        khu_pho=request.khu_pho,
        wording=wording,
        matter=matter,
        form=form,
        online_reason=cleaned.get("online_reason", ""),
        at=request.at,
    )
    if cleaned["paper"] or cleaned["contact"].pk != vote.contact_id:
        _edited(request, vote, cleaned)
    return vote


def _edited(request: HttpRequest, vote: Vote, cleaned: dict[str, Any]) -> None:
    """The wording, whom to call, and the paper put beside it."""
    paper = None
    if cleaned["paper"]:
        paper = files.store(
            request.actor,
            cleaned["paper"],
            khu_pho_id=vote.khu_pho_id,
            opened_by=Act.VOTING_VOTE_MANAGE,
            subject=f"vote:{vote.pk}",
            at=request.at,
        )
    services.edit_vote(
        request.actor,
        vote_id=vote.pk,
        wording={name: cleaned[name] for name in WORDING},
        contact=cleaned["contact"],
        paper=paper,
        online_reason=cleaned.get("online_reason", ""),
        at=request.at,
    )


def people_of(request: HttpRequest, khu_pho_id: int) -> tuple[Any, dict[int, str]]:
    """Whom one may choose, and what each holds."""
    people = lookups.ward_staff(request.ward.pk)
    held = lookups.offices_of([one.pk for one in people], khu_pho_id, today(request))
    return people, {staff: lookups.office_words(roles, lang()) for staff, roles in held.items()}


@act(Act.VOTING_VOTE_EDIT, subject=vote_subject)
def edit(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Soạn lại nội dung."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_VOTE_EDIT)
    people, offices = people_of(request, vote.khu_pho_id)
    kept = {name: getattr(vote, name) for name in (*WORDING, "online_reason")}
    initial = kept | {"contact": vote.contact_id}
    form = WordingForm(
        request.POST or None,
        request.FILES or None,
        initial=initial,
        people=people,
        offices=offices,
        online=vote.form == Form.ONLINE,
    )

    @transaction.atomic
    def do(cleaned: dict[str, Any]) -> None:
        _edited(request, vote, cleaned)

    return fill(request, vote, form, do, template="wording", confirmed=bool(vote.text_digest))


@act(Act.VOTING_MEANS_RECORD, subject=vote_subject)
def means(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Ghi điều kiện thiết bị, mạng."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_MEANS_RECORD)
    who = WhoCounts(value(vote.ward_id, "roll.who_counts", clock.day(request.at)))
    initial = {
        "internet": {True: "yes", False: "no", None: ""}[vote.means_internet],
        "without_device": vote.means_without_device,
        "help_given": vote.means_help
        or _("A device at the culture house; members of the team come to the door when called."),
    }
    households = count_on(vote.khu_pho_id, who, today(request))
    form = MeansForm(request.POST or None, initial=initial, households=households)

    def do(cleaned: dict[str, Any]) -> None:
        services.record_means(request.actor, vote_id=vote.pk, at=request.at, **cleaned)

    return fill(
        request, vote, form, do, page_title=_("Devices and network of the households"), rule=rule_words("online.cond")
    )


@act(Act.VOTING_TEAM_SET, subject=vote_subject)
def team(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Lập Tổ lấy ý kiến: the usual team is filled in, the rest chosen."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_TEAM_SET)
    people, offices = people_of(request, vote.khu_pho_id)
    now = [
        {"staff": one.staff_id, "capacities": one.capacities}
        for one in vote.team.filter(left_at=None).order_by("-leader", "pk")
    ]
    rows = now or usual_team(lookups.office_holders(vote.khu_pho_id, today(request)))
    parts = PROCEDURES[Form(vote.form)].capacities
    form = TeamForm(request.POST or None, people=people, offices=offices, rows=rows, capacities=parts)

    def do(_cleaned: dict[str, Any]) -> None:
        members = [Member(staff, parts, leader) for staff, parts, leader in form.chosen()]
        services.set_team(request.actor, vote_id=vote.pk, members=members, at=request.at)

    rule = rule_words("ballot.team" if vote.form == Form.SLIP else "online.team")
    return fill(request, vote, form, do, template="team", rule=rule)
