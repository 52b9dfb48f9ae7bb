"""Đọc sổ yêu cầu thông tin: for the ward, and the requester's own page by its code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from danchu.foundation import clock
from danchu.foundation.places.calendar import ward_calendar
from danchu.law import information
from danchu.law.answers import Deadline
from danchu.law.basis import Basis
from danchu.law.information import Kind, RequestFacts, RequestState, Route
from danchu.rooms.disclosure.models import InformationRequest, RequestLetter


def request_facts(request: InformationRequest) -> RequestFacts:
    """Dữ kiện của một yêu cầu."""
    return RequestFacts(
        kind=Kind(request.kind),
        route=Route(request.route),
        state=RequestState(request.state),
        received_on=request.received_on,
        complex=request.complex,
        extended=request.extended_at is not None,
        released=request.release_id is not None,
        answered_on=clock.day(request.answered_at) if request.answered_at else None,
        complained=request.complained_at is not None,
    )


@dataclass(frozen=True, slots=True)
class RequestRow:
    """Một yêu cầu: its clock, and how many days are left (below nought: late)."""

    request: InformationRequest
    deadline: Deadline
    basis: Basis
    days: int

    @property
    def is_open(self) -> bool:
        """Not answered yet."""
        return RequestState(self.request.state) in information.OPEN

    @property
    def waits(self) -> bool:
        """Waiting for the requester: no clock runs."""
        return self.request.state == RequestState.INCOMPLETE

    @property
    def late(self) -> bool:
        """Past its day, whether answered since or not."""
        return self.days < 0 and not self.waits


def request_row(request: InformationRequest, today: date) -> RequestRow:
    """Một yêu cầu với thời hạn của nó."""
    facts = request_facts(request)
    clock_ = information.answer_due(facts, ward_calendar(request.ward_id, request.received_on))
    on = facts.answered_on or today
    return RequestRow(request, clock_, information.clock_basis(facts), (clock_.end - on).days)


def request_rows(ward_id: int, today: date, *, answered: bool = False) -> list[RequestRow]:
    """Yêu cầu đang chờ (or those answered), the most urgent first."""
    found = requests_of(ward_id)
    found = found.exclude(state__in=information.OPEN) if answered else found.filter(state__in=information.OPEN)
    rows = [request_row(one, today) for one in found[:200]]
    if answered:
        return sorted(rows, key=lambda one: one.request.answered_at, reverse=True)
    return sorted(rows, key=lambda one: (one.waits, one.deadline.end, one.request.pk))


def requests_of(ward_id: int) -> QuerySet[InformationRequest]:
    """Sổ yêu cầu thông tin của phường."""
    return (
        InformationRequest.objects.filter(ward_id=ward_id).select_related("entry__current", "release").order_by("-pk")
    )


def request_by_id(ward_id: int, request_id: int) -> InformationRequest | None:
    """Một yêu cầu trong sổ."""
    return requests_of(ward_id).filter(pk=request_id).first()


def request_by_code(ward_id: int, code_hash: str) -> InformationRequest | None:
    """Yêu cầu mang mã này; None for a code nobody was given."""
    return requests_of(ward_id).filter(code_hash=code_hash).first()


def letters_of(request: InformationRequest) -> list[RequestLetter]:
    """Mọi thư và bước, the oldest first."""
    return list(request.letters.select_related("file", "by"))


def letter_file(request: InformationRequest, letter_id: int) -> RequestLetter | None:
    """Một thư có tệp kèm theo, of this request only."""
    return request.letters.filter(pk=letter_id, file__isnull=False).select_related("file").first()


def request_figures(ward_id: int, first: date, last: date) -> tuple[int, int, int, int]:
    """Số yêu cầu nhận trong kỳ: all, answered, refused, answered or standing late."""
    found = InformationRequest.objects.filter(
        ward_id=ward_id,
        filed_at__gte=clock.start_of(first),
        filed_at__lt=clock.start_of(last + timedelta(days=1)),
    )
    rows = [request_row(one, last) for one in found]
    states = [one.request.state for one in rows]
    return (
        len(rows),
        states.count(RequestState.SUPPLIED),
        states.count(RequestState.REFUSED),
        sum(one.late for one in rows),
    )
