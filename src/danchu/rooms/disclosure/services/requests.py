"""Yêu cầu cung cấp thông tin: from its filing to its answer; each step is a letter on the requester's page."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.duties import services as duties
from danchu.foundation.files.models import StoredFile
from danchu.foundation.keys import key
from danchu.foundation.places.calendar import ward_calendar
from danchu.foundation.places.models import Ward
from danchu.law import information
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Convention
from danchu.law.disclosure import Track
from danchu.law.information import Case, Ground, Kind, RequestFacts, RequestState, Route
from danchu.law.people import Role
from danchu.rooms.disclosure import queries
from danchu.rooms.disclosure.models import Entry, InformationRequest, RequestLetter
from danchu.rooms.disclosure.services.common import basis_key
from danchu.rooms.disclosure.services.entries import Checked, Wording, require_showable, show_now

CODE_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Asked:
    """Điều được yêu cầu và người yêu cầu: only what an answer needs."""

    words: str
    name: str
    address: str = ""
    phone: str = ""
    email: str = ""


def hash_of(code: str) -> str:
    """Keyed hash of a code; spaces do not matter."""
    digits = "".join(sign for sign in code if sign.isdigit())
    return hmac.new(key("card"), f"information\x1f{digits}".encode(), hashlib.sha256).hexdigest()


@transaction.atomic
def file_request(
    actor: Actor,
    *,
    ward: Ward,
    kind: Kind,
    route: Route,
    asked: Asked,
    title: str,
    received_on: date | None = None,
    case: Case = Case.OTHER,
    entry: Entry | None = None,
    at: datetime,
) -> tuple[InformationRequest, str]:
    """Gửi yêu cầu: by the person on the web, or by staff for one who called, came or wrote. Gives the code, once.

    Staff may say on which day it came (not ahead: ``disclosure.posting_days``).
    """
    check(actor, Act.DISCLOSURE_REQUEST_FILE, Subject(ward.pk))
    today = clock.day(at)
    if received_on is not None and received_on > today:
        raise Refused(Refusal("disclosure.posting_days", Convention("information.book")))
    Ward.objects.select_for_update().get(pk=ward.pk)  # numbers of the book are given one at a time
    newest = InformationRequest.objects.filter(ward_id=ward.pk, year=today.year).order_by("-number").first()
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    request = InformationRequest.objects.create(
        ward_id=ward.pk,
        number=newest.number + 1 if newest else 1,
        year=today.year,
        code_hash=hash_of(code),
        kind=kind,
        route=route,
        case=case if kind is Kind.INFORMATION else "",
        entry=entry,
        title=title.strip(),
        words=asked.words.strip(),
        name=asked.name.strip(),
        address=asked.address.strip(),
        phone=asked.phone.strip(),
        email=asked.email.strip(),
        received_on=received_on or today,
        filed_at=at,
        filed_by_id=actor.id if actor.is_staff else None,
    )
    _letter(request, Act.DISCLOSURE_REQUEST_FILE, actor, at)
    _run(request)
    _record(actor, Act.DISCLOSURE_REQUEST_FILE, request, at, kind=str(kind), route=str(route))
    return request, code


@transaction.atomic
def return_request(actor: Actor, *, request_id: int, words: str, at: datetime) -> InformationRequest:
    """Đề nghị bổ sung: what is missing is said; the clock waits for the completed request."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_RETURN, request_id, at)
    if not words.strip():
        raise Refused(Refusal("disclosure.reason_missing", Convention("information.complete")))
    _step(request, RequestState.INCOMPLETE)
    duties.drop(ward_id=request.ward_id, subject=subject(request), at=at)
    _letter(request, Act.DISCLOSURE_REQUEST_RETURN, actor, at, words)
    _record(actor, Act.DISCLOSURE_REQUEST_RETURN, request, at)
    return request


@transaction.atomic
def complete_request(actor: Actor, *, request_id: int, words: str, at: datetime) -> InformationRequest:
    """Bổ sung: by the requester with the code; the clock starts on this day."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_COMPLETE, request_id, at)
    if not words.strip():
        raise Refused(Refusal("disclosure.reason_missing", Convention("information.complete")))
    request.received_on = clock.day(at)
    _step(request, RequestState.FILED, "received_on")
    _run(request)
    _letter(request, Act.DISCLOSURE_REQUEST_COMPLETE, actor, at, words)
    _record(actor, Act.DISCLOSURE_REQUEST_COMPLETE, request, at)
    return request


@transaction.atomic
def accept_request(
    actor: Actor, *, request_id: int, complicated: bool, words: str = "", at: datetime
) -> InformationRequest:
    """Tiếp nhận: simple or complex, and with that the day of the answer; a complex one is given notice of the time."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_ACCEPT, request_id, at)
    request.complex, request.accepted_at = complicated, at
    _step(request, RequestState.ACCEPTED, "complex", "accepted_at")
    duties.drop(ward_id=request.ward_id, subject=subject(request), at=at)
    _run(request)
    _letter(request, Act.DISCLOSURE_REQUEST_ACCEPT, actor, at, words)
    # The letter of acceptance names the day: it is the notice the law asks for.
    duties.finish(ward_id=request.ward_id, rule="ati.online.complex.notice", subject=subject(request), at=at)
    _record(actor, Act.DISCLOSURE_REQUEST_ACCEPT, request, at, complex=complicated)
    return request


@transaction.atomic
def extend_request(actor: Actor, *, request_id: int, words: str, at: datetime) -> InformationRequest:
    """Gia hạn một lần, có thông báo và lý do."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_EXTEND, request_id, at)
    if not words.strip():
        raise Refused(Refusal("disclosure.reason_missing", information.clock_basis(queries.request_facts(request))))
    request.extended_at = at
    request.save(update_fields=["extended_at"])
    duties.drop(ward_id=request.ward_id, subject=subject(request), at=at)
    _run(request)
    _letter(request, Act.DISCLOSURE_REQUEST_EXTEND, actor, at, words)
    _record(actor, Act.DISCLOSURE_REQUEST_EXTEND, request, at)
    return request


@transaction.atomic
def answer_request(
    actor: Actor, *, request_id: int, words: str, file: StoredFile | None = None, at: datetime
) -> InformationRequest:
    """Cung cấp thông tin, hoặc trả lời về thông tin bị cho là sai; its clock stops."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_ANSWER, request_id, at)
    if not words.strip() and file is None:
        raise Refused(Refusal("information.answer_missing", Convention("information.book")))
    request.answered_at = at
    _step(request, RequestState.SUPPLIED, "answered_at")
    _finish(request, at)
    _letter(request, Act.DISCLOSURE_REQUEST_ANSWER, actor, at, words, file)
    _record(actor, Act.DISCLOSURE_REQUEST_ANSWER, request, at, file=file.sha256 if file else "")
    return request


@transaction.atomic
def refuse_request(actor: Actor, *, request_id: int, ground: Ground, words: str, at: datetime) -> InformationRequest:
    """Từ chối bằng văn bản, nêu rõ lý do (Điều 28 Luật Tiếp cận thông tin); the paper is made from this."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_REFUSE, request_id, at)
    require(information.may_refuse(ground, words))
    request.answered_at, request.ground = at, ground
    _step(request, RequestState.REFUSED, "answered_at", "ground")
    _finish(request, at)
    _letter(request, Act.DISCLOSURE_REQUEST_REFUSE, actor, at, words)
    _record(actor, Act.DISCLOSURE_REQUEST_REFUSE, request, at, ground=str(ground))
    return request


@transaction.atomic
def release_request(actor: Actor, *, request_id: int, title: str, body: str, checked: Checked, at: datetime) -> Entry:
    """Đăng thông tin đã cung cấp cho mọi người; the officer writes it anew, so no name slips in."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_RELEASE, request_id, at)
    wording = Wording(title=title, source_on=clock.day(request.answered_at), body=body)
    entry = show_now(actor, track=Track.RELEASE, key="", wording=wording, at=at)
    require_showable(entry.current, checked, at)
    request.release = entry
    request.save(update_fields=["release"])
    _letter(request, Act.DISCLOSURE_REQUEST_RELEASE, actor, at)
    _record(actor, Act.DISCLOSURE_REQUEST_RELEASE, request, at, entry=entry.pk)
    return entry


@transaction.atomic
def complain_request(actor: Actor, *, request_id: int, words: str, at: datetime) -> InformationRequest:
    """Báo trễ hạn hoặc chưa đồng ý: kept on the page, seen by the ward; a formal complaint has its own law."""
    request = _begin(actor, Act.DISCLOSURE_REQUEST_COMPLAIN, request_id, at)
    request.complained_at = at
    request.save(update_fields=["complained_at"])
    _letter(request, Act.DISCLOSURE_REQUEST_COMPLAIN, actor, at, words)
    _record(actor, Act.DISCLOSURE_REQUEST_COMPLAIN, request, at)
    return request


def subject(request: InformationRequest) -> str:
    """How the journal and the duties name it."""
    return f"information:{request.pk}"


def _begin(actor: Actor, act: Act, request_id: int, at: datetime) -> InformationRequest:
    request = InformationRequest.objects.select_for_update(of=("self",)).get(pk=request_id)
    check(actor, act, Subject(request.ward_id))
    today = clock.day(at)
    facts: RequestFacts = queries.request_facts(request)
    require(information.may(act, facts, today, ward_calendar(request.ward_id, request.received_on)))
    return request


def _step(request: InformationRequest, state: RequestState, *fields: str) -> None:
    request.state = state
    request.save(update_fields=["state", *fields])


def _run(request: InformationRequest) -> None:
    """Start the clocks this request runs by now."""
    facts = queries.request_facts(request)
    calendar = ward_calendar(request.ward_id, request.received_on)
    clocks = [information.answer_due(facts, calendar), information.notice_due(facts, calendar)]
    for one in clocks:
        if one is not None:
            duties.start(
                ward_id=request.ward_id,
                khu_pho_id=None,
                subject=subject(request),
                title=f"Trả lời yêu cầu thông tin số {request.number}/{request.year}: {request.title}",
                url=reverse("disclosure:request-desk", kwargs={"request_id": request.pk}),
                owed_by=Role.WARD_OFFICER,
                basis=basis_key(information.clock_basis(facts)),
                deadline=one,
            )


def _finish(request: InformationRequest, at: datetime) -> None:
    for rule in ("ati.online.simple", "ati.online.complex", "ati.direct.complex", "ati.post", "ati.wrong_info"):
        duties.finish(ward_id=request.ward_id, rule=rule, subject=subject(request), at=at)
    duties.drop(ward_id=request.ward_id, subject=subject(request), at=at)


def _letter(
    request: InformationRequest, act: Act, actor: Actor, at: datetime, words: str = "", file: StoredFile | None = None
) -> None:
    RequestLetter.objects.create(
        ward_id=request.ward_id,
        request=request,
        act=act,
        words=words.strip(),
        file=file,
        by_id=actor.id if actor.is_staff else None,
        at=at,
    )


def _record(actor: Actor, act: Act, request: InformationRequest, at: datetime, **facts: object) -> None:
    who = actor if actor.ward_id else Actor(actor.kind, request.ward_id)
    journal.record(who, act, subject(request), {"number": f"{request.number}/{request.year}", **facts}, at)
