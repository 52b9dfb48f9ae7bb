"""Sau biểu quyết: who recognises, from when it is in force, what is carried out, what residents petition."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from danchu.foundation.access.can import can
from danchu.foundation.access.decorators import act
from danchu.foundation.files import services as files
from danchu.law import aftermath as law
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.forms.aftermath import (
    AnnulForm,
    AnswerForm,
    PetitionAnswerForm,
    RefuseForm,
    ReviewForm,
    TaskReportForm,
)
from danchu.rooms.voting.services.common import subject
from danchu.rooms.voting.views.after_words import annulment_told, effect_told, recognition_told, said
from danchu.rooms.voting.views.common import find_vote, vote_subject
from danchu.rooms.voting.views.pages import desk_url, fill, press, show, today

PAGE = "voting:aftermath"

convention_return = press(Act.VOTING_CONVENTION_RETURN, services.return_convention, PAGE)


def decided(request: HttpRequest, slug: str) -> queries.Vote:
    """The vote, once there is a result from which something follows."""
    vote = find_vote(request, slug)
    if not queries.is_decided(vote):
        raise Refused(Refusal("aftermath.no_result", Convention("aftermath")))
    return vote


@act(Act.VOTING_VOTE_MANAGE, subject=vote_subject)
def aftermath(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Everything that follows the result, with what this reader may do about it."""
    vote = decided(request, slug)
    after = queries.after_of(vote)
    subject_here = queries.subject_of(vote)

    def may(name: Act) -> bool:
        return bool(can(request.actor, name, subject_here))

    open_recognition = after.recognition is not None and after.recognition.granted is None
    carried = after.facts.passed and after.annulment is None and vote.announced_at is not None
    context = {
        "after": after,
        "effect": effect_told(after),
        "recognition": recognition_told(after),
        "annulled": annulment_told(after),
        "state": said(law.DECISION_STATE_LABELS[after.facts.state]),
        "form": said(law.FORM_LABELS[law.DecisionForm(vote.decision_form)]),
        "may_answer": open_recognition and may(Act.VOTING_DECISION_RECOGNISE),
        "may_annul": _can_annul(after) and may(Act.VOTING_DECISION_ANNUL),
        "may_return": _to_return(after) and may(Act.VOTING_CONVENTION_RETURN),
        "tasks": vote.tasks.order_by("pk"),
        "may_report": carried and may(Act.VOTING_TASK_REPORT),
        "review_on": queries.review_day(vote, after.facts.ended_on) if carried else None,
        "reviews": vote.reviews.select_related("by").order_by("-on"),
        "petitions": _petitions(vote),
        "may_petition": may(Act.VOTING_PETITION_ANSWER),
    }
    return show(request, "aftermath", vote, **context)


def _can_annul(after: queries.After) -> bool:
    answer = law.may(
        law.DecisionStep.ANNUL, after.facts, by=law.Addressee.UBND, fault=law.Fault.LAW, reasons="as written"
    )
    return bool(answer)


def _to_return(after: queries.After) -> bool:
    found = after.recognition
    return after.facts.matter == "D3" and found is not None and bool(found.granted) and found.returned_at is None


def _petitions(vote: queries.Vote) -> list[tuple[Any, str]]:
    rows = vote.petitions.select_related("answered_by").order_by("pk")
    return [(one, said(law.ADDRESSEE_LABELS[law.Addressee(one.addressee)])) for one in rows]


def _stored(request: HttpRequest, vote: queries.Vote, upload: Any) -> Any:
    if upload is None:
        return None
    return files.store(
        request.actor,
        upload,
        khu_pho_id=vote.khu_pho_id,
        opened_by=Act.VOTING_VOTE_MANAGE,
        subject=subject(vote),
        at=request.at,
    )


def _answer(request: HttpRequest, slug: str, form: Any, do: Any, **words: Any) -> HttpResponse:
    """A page on which the ward answers with a paper of its own."""
    vote = decided(request, slug)

    @transaction.atomic
    def done(cleaned: dict[str, Any]) -> None:
        values = dict(cleaned)
        paper = _stored(request, vote, values.pop("scan"))
        do(request.actor, vote_id=vote.pk, paper=paper, at=request.at, **values)

    context = {"back_href": desk_url(vote, PAGE), "over": vote.title, **words}
    return fill(request, vote, form, done, template="after_form", then=desk_url(vote, PAGE), **context)


def _waits_for_answer(request: HttpRequest, slug: str) -> None:
    """Stop before anybody types, where there is nothing to recognise or it was answered already."""
    after = queries.after_of(decided(request, slug))
    body = after.recogniser
    require(law.may(law.DecisionStep.RECOGNISE, after.facts, by=body))


@act(Act.VOTING_DECISION_RECOGNISE, subject=vote_subject)
def recognise(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Công nhận, with the number and the day of the decision."""
    _waits_for_answer(request, slug)
    form = AnswerForm(request.POST or None, request.FILES or None, initial={"on": today(request)})
    words = {"page_title": _("Recognise the decision"), "button": _("Record the recognition")}
    return _answer(request, slug, form, services.recognise_decision, **words)


@act(Act.VOTING_DECISION_REFUSE, subject=vote_subject)
def refuse(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Trả lời không công nhận, with written reasons."""
    _waits_for_answer(request, slug)
    form = RefuseForm(request.POST or None, request.FILES or None, initial={"on": today(request)})
    words = {"page_title": _("Refuse recognition"), "button": _("Record the refusal")}
    return _answer(request, slug, form, services.refuse_decision, **words)


@act(Act.VOTING_DECISION_ANNUL, subject=vote_subject)
def annul(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Bãi bỏ, hoặc yêu cầu làm lại vì không đúng trình tự."""
    decided(request, slug)
    form = AnnulForm(request.POST or None, request.FILES or None, initial={"on": today(request)})
    words = {
        "page_title": _("Annul, or have it taken again"),
        "lead": _("What is wrong and why is shown to everybody; the khu phố puts it right."),
        "button": _("Record it"),
    }
    return _answer(request, slug, form, services.annul_decision, **words)


@act(Act.VOTING_TASK_REPORT, subject=vote_subject)
def task(request: HttpRequest, *, slug: str, task_id: int) -> HttpResponse:
    """Ghi kết quả của một việc."""
    vote = decided(request, slug)
    found = vote.tasks.filter(pk=task_id).first()
    if found is None:
        raise Http404
    form = TaskReportForm(request.POST or None, initial={"done_on": found.done_on, "note": found.note})

    def do(cleaned: dict[str, Any]) -> None:
        services.report_task(request.actor, vote_id=vote.pk, task_id=task_id, at=request.at, **cleaned)

    words = {"page_title": _("How far is it?"), "lead": found.what, "back_href": desk_url(vote, PAGE)}
    return fill(request, vote, form, do, template="after_form", then=desk_url(vote, PAGE), **words)


@act(Act.VOTING_OUTCOME_REVIEW, subject=vote_subject)
def review(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Xem lại việc thực hiện, once every half year."""
    vote = decided(request, slug)
    form = ReviewForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        services.review_outcome(request.actor, vote_id=vote.pk, at=request.at, **cleaned)

    words = {
        "page_title": _("Review what was carried out"),
        "lead": _("What is not done comes back in six months."),
        "back_href": desk_url(vote, PAGE),
    }
    return fill(request, vote, form, do, template="after_form", then=desk_url(vote, PAGE), **words)


@act(Act.VOTING_PETITION_ANSWER, subject=vote_subject)
def petition_answer(request: HttpRequest, *, slug: str, petition_id: int) -> HttpResponse:
    """Trả lời một kiến nghị về kết quả."""
    vote = decided(request, slug)
    found = vote.petitions.filter(pk=petition_id).first()
    if found is None:
        raise Http404
    form = PetitionAnswerForm(request.POST or None)

    def do(cleaned: dict[str, Any]) -> None:
        services.answer_petition(request.actor, petition_id=petition_id, at=request.at, **cleaned)

    words = {
        "page_title": _("Answer a petition"),
        "lead": found.words,
        "button": _("Send the answer"),
        "back_href": desk_url(vote, PAGE),
    }
    return fill(request, vote, form, do, template="after_form", then=desk_url(vote, PAGE), **words)
