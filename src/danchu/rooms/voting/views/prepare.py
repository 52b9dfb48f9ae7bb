"""Đề xuất và chuẩn bị: matter advisor, wording, agreement, application, means, report, team."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from danchu.foundation import clock, text
from danchu.foundation.access.can import Subject
from danchu.foundation.access.decorators import act
from danchu.foundation.files import services as files
from danchu.foundation.people.queries import count_on
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.settings import value
from danchu.law import words
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.clocks import due
from danchu.law.forms import form_answers, may_use
from danchu.law.matters import Form, Matter, Scope, matter_article, matter_data, matter_label
from danchu.law.people import WhoCounts
from danchu.law.rules import rules_at
from danchu.law.thresholds import needed
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
    press,
    say,
    today,
)
from danchu.rooms.voting.views.step_words import PLAIN
from danchu.ui.tags.words import lang

agree = press(Act.VOTING_PROPOSAL_AGREE, services.agree_proposal)
choose = press(Act.VOTING_APPLICATION_CHOOSE, services.choose_application)
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
        "matters": [(one, _label(matter_label(one)), str(PLAIN[one]), matter_article(one)) for one in PLAIN],
        "others": [one for one in request.headed if one != request.khu_pho],
        "back_href": home(),
        "back_label": _("My work"),
    }
    return render(request, "voting/desk/matters.html", context)


@act(Act.VOTING_VOTE_PROPOSE, subject=own_khu_pho)
def propose_text(request: HttpRequest, *, matter: str) -> HttpResponse:
    """Soạn nội dung: a D6 matter becomes a vote; the others show what the law wants instead."""
    if matter not in list(Matter):
        raise Http404
    answer = may_use(matter, Scope.KHU_PHO, Form.ONLINE)
    if not answer:
        return lawful_way(request, Matter(matter), answer)
    people, offices = _people(request, request.khu_pho.pk)
    form = WordingForm(
        request.POST or None,
        request.FILES or None,
        initial={**meanings(), "online_reason": USUAL_REASON, "contact": request.actor.id},
        people=people,
        offices=offices,
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return go(desk_url(_proposed(request, matter, form.cleaned_data)))
            except Refused as refused:
                form.add_error(None, say(refused.refusal))
                status = 409
    context = {
        **khu_pho_frame(request, request.khu_pho),
        "form": form,
        "over": _label(matter_label(Matter(matter))),
        "back_href": reverse("voting:propose"),
        "back_label": _("What is it about?"),
    }
    return render(request, "voting/desk/wording.html", context, status=status)


@transaction.atomic
def _proposed(request: HttpRequest, matter: str, cleaned: dict[str, Any]) -> Any:
    wording = {name: cleaned[name] for name in WORDING}
    vote = services.propose_vote(
        request.actor,
        khu_pho=request.khu_pho,
        wording=wording,
        matter=matter,
        online_reason=cleaned["online_reason"],
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
        online_reason=cleaned["online_reason"],
        at=request.at,
    )


def lawful_way(request: HttpRequest, matter: Matter, refusal: Any) -> HttpResponse:
    """Việc này phải họp: what the law says and what it asks for, in figures of this khu phố."""
    who = WhoCounts(value(request.ward.pk, "roll.who_counts", today(request)))
    households = count_on(request.khu_pho.pk, who, today(request))
    rows = []
    if households:
        rule = matter_data(matter)["pass"]
        least = {"needed": needed(rule, households), "of": households, "article": _cite(rules_at().basis(rule))}
        rows.append((_("Needed to pass"), _("At least %(needed)s of %(of)s households agree (%(article)s)") % least))
    earliest = {
        "day": text.long_date(_earliest_meeting(request), lang()),
        "article": _cite(rules_at().basis("meet.notice")),
    }
    rows.append((_("Earliest meeting"), _("%(day)s, if the invitations go out today (%(article)s)") % earliest))
    rows.append((_("Slips"), _slips(matter)))
    context = {
        **khu_pho_frame(request, request.khu_pho),
        "heading": _("This matter needs a meeting, it cannot be voted on online"),
        "sentence": words.sentence(refusal, lang()),
        "remedy": words.remedy(refusal, lang()),
        "basis": refusal.article,
        "rows": rows,
        "main": {"label": _("Convene a meeting"), "href": f"{home()}moi-hop/?viec={matter}"},
        "later": {"label": _("Choose another kind of matter"), "href": reverse("voting:propose")},
        "over": _label(matter_label(matter)),
        "back_href": reverse("voting:propose"),
        "back_label": _("What is it about?"),
    }
    return render(request, "ui/refusal.html", context)


def _earliest_meeting(request: HttpRequest) -> date:
    """The first day for which invitations sent today are in time."""
    first = today(request)
    days = (first + timedelta(days=ahead) for ahead in range(60))
    return next(day for day in days if due("meet.notice", day, ward_calendar(request.ward.pk, day)).end >= first)


def _slips(matter: Matter) -> str:
    answer = form_answers(matter, Scope.KHU_PHO)[Form.SLIP]
    words_ = {
        True: _("Allowed instead of a meeting (%(article)s)"),
        False: _("Not allowed (%(article)s)"),
        "fallback": _("Allowed after a meeting to which too few households came (%(article)s)"),
    }[answer.allowed]
    return words_ % {"article": _cite(answer.articles[0])}


def _cite(basis: Any) -> str:
    return basis.vi() if lang() == "vi" else basis.en()


def _label(label: Any) -> str:
    said = label.vi if lang() == "vi" else label.en
    return said[:1].upper() + said[1:]


def _rule(key: str) -> str:
    rule = rules_at().rule(key)
    return rule.vi if lang() == "vi" else rule.en


def _people(request: HttpRequest, khu_pho_id: int) -> tuple[Any, dict[int, str]]:
    """Whom one may choose, and what each holds."""
    people = lookups.ward_staff(request.ward.pk)
    held = lookups.offices_of([one.pk for one in people], khu_pho_id, today(request))
    return people, {staff: lookups.office_words(roles, lang()) for staff, roles in held.items()}


@act(Act.VOTING_VOTE_EDIT, subject=vote_subject)
def edit(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Soạn lại nội dung."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_VOTE_EDIT)
    people, offices = _people(request, vote.khu_pho_id)
    kept = {name: getattr(vote, name) for name in (*WORDING, "online_reason")}
    initial = kept | {"contact": vote.contact_id}
    form = WordingForm(request.POST or None, request.FILES or None, initial=initial, people=people, offices=offices)

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
        request, vote, form, do, page_title=_("Devices and network of the households"), rule=_rule("online.cond")
    )


@act(Act.VOTING_TEAM_SET, subject=vote_subject)
def team(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Lập Tổ lấy ý kiến: the usual team is filled in, the rest chosen."""
    vote = find_vote(request, slug)
    allowed_now(request, vote, Act.VOTING_TEAM_SET)
    people, offices = _people(request, vote.khu_pho_id)
    now = [
        {"staff": one.staff_id, "capacities": one.capacities}
        for one in vote.team.filter(left_at=None).order_by("-leader", "pk")
    ]
    rows = now or usual_team(lookups.office_holders(vote.khu_pho_id, today(request)))
    form = TeamForm(request.POST or None, people=people, offices=offices, rows=rows)

    def do(_cleaned: dict[str, Any]) -> None:
        members = [Member(staff, parts, leader) for staff, parts, leader in form.chosen()]
        services.set_team(request.actor, vote_id=vote.pk, members=members, at=request.at)

    rule = _rule("online.team")
    return fill(request, vote, form, do, template="team", rule=rule)
