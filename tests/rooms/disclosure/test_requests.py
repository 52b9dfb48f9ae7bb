"""A request for information: filed, completed, accepted, extended, answered or refused, released; one page for life."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

import builders
from danchu.foundation import clock
from danchu.foundation.access.actor import ANONYMOUS
from danchu.foundation.duties.models import Duty
from danchu.foundation.files import services as files
from danchu.foundation.journal.models import Detail
from danchu.foundation.journal.models import Entry as Row
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.disclosure import Track
from danchu.law.information import Ground, Kind, RequestState, Route
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.models import Entry, InformationRequest
from danchu.rooms.disclosure.services import Asked, Checked
from rooms.disclosure.ward import AT, CHECKED, DAY, PHOTO, TODAY, Town

pytestmark = [pytest.mark.db, pytest.mark.django_db]
ASKED = Asked("Tiền sửa hẻm 5 là bao nhiêu?", "Nguyễn Văn An", "số 5", "0900000001", "an@example.vn")


def file(town: Town, *, who=ANONYMOUS, kind=Kind.INFORMATION, route=Route.WEB, at=AT, **values):
    return services.file_request(
        who, ward=town.ward, kind=kind, route=route, asked=ASKED, title="Tiền sửa hẻm 5", at=at, **values
    )


def refused(call, *args, **values) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **values)
    return caught.value.refusal.code


def clocks(request: InformationRequest) -> list[tuple[str, date, bool]]:
    found = Duty.objects.filter(subject=f"information:{request.pk}", dropped_at=None).order_by("rule")
    return [(one.rule, one.due, one.done_at is not None) for one in found]


def fresh(request: InformationRequest) -> InformationRequest:
    return InformationRequest.objects.get(pk=request.pk)


def test_filed_without_an_account_and_found_by_its_code_alone(town):
    request, code = file(town)

    assert (request.number, request.year, request.state) == (1, 2026, RequestState.FILED)
    assert (len(code), code.isdigit()) == (16, True)
    assert queries.request_by_code(town.ward.pk, services.hash_of(code)) == request
    assert queries.request_by_code(town.ward.pk, services.hash_of(f"{code[:4]} {code[4:]}")) == request
    assert queries.request_by_code(town.ward.pk, services.hash_of("1" * 16)) is None
    assert queries.request_by_code(builders.make_ward("An Phú").pk, services.hash_of(code)) is None
    assert clocks(request) == [("ati.online.simple", date(2026, 11, 5), False)]


def test_numbers_follow_one_another(town):
    assert [file(town)[0].number for _ in range(3)] == [1, 2, 3]


def test_name_and_words_are_unreadable_in_the_database_and_absent_from_the_journal(town):
    file(town)

    with connection.cursor() as cursor:
        cursor.execute("SELECT words, name, address, phone, email FROM disclosure_informationrequest")
        stored = " ".join(cursor.fetchone())
    assert not [word for word in ("Nguyễn", "hẻm", "0900000001", "an@example.vn", "số 5") if word in stored]
    told = [str(one.facts) for one in Row.objects.all()] + [str(one.content) for one in Detail.objects.all()]
    assert not [line for line in told if "Nguyễn" in line or "0900" in line]


@pytest.mark.parametrize(
    ("route", "rule", "due"),
    [
        (Route.PHONE, "ati.online.simple", date(2026, 11, 5)),
        (Route.COUNTER, "ati.direct.complex", date(2026, 11, 2)),
        (Route.POST, "ati.post", date(2026, 11, 9)),
    ],
)
def test_staff_file_for_who_called_came_or_wrote(town, route, rule, due):
    request, _ = file(town, who=town.officer, route=route)

    assert request.filed_by == town.people["officer"]
    assert clocks(request) == [(rule, due, False)]


def test_letter_that_came_last_week_has_its_clock_from_that_day(town):
    request, _ = file(town, who=town.officer, route=Route.POST, received_on=TODAY - 7 * DAY)

    assert clocks(request) == [("ati.post", date(2026, 11, 2), False)]
    assert refused(file, town, received_on=TODAY + DAY) == "disclosure.posting_days"


def test_complex_one_is_given_notice_and_its_longer_time(town):
    request, _ = file(town)

    services.accept_request(town.officer, request_id=request.pk, complicated=True, at=AT + DAY)

    assert clocks(request) == [
        ("ati.online.complex", date(2026, 11, 23), False),
        ("ati.online.complex.notice", date(2026, 11, 5), True),
    ]


def test_extended_once_with_its_reason(town):
    request, _ = file(town)
    services.accept_request(town.officer, request_id=request.pk, complicated=True, at=AT)

    assert refused(services.extend_request, town.officer, request_id=request.pk, words=" ", at=AT) == (
        "disclosure.reason_missing"
    )
    services.extend_request(town.officer, request_id=request.pk, words="Chờ sở trả lời.", at=AT)

    # 24/11 is a day off; fifteen days after 23/11 are 8/12.
    assert clocks(request)[0] == ("ati.online.complex", date(2026, 12, 8), False)
    assert refused(services.extend_request, town.officer, request_id=request.pk, words="Nữa.", at=AT) == (
        "information.extended"
    )


def test_returned_and_completed_the_clock_starts_anew(town):
    request, _ = file(town)
    services.return_request(town.officer, request_id=request.pk, words="Xin nêu rõ năm nào.", at=AT)

    assert clocks(request) == []
    services.complete_request(ANONYMOUS, request_id=request.pk, words="Năm 2025.", at=AT + 3 * DAY)

    assert (fresh(request).state, fresh(request).received_on) == (RequestState.FILED, TODAY + 3 * DAY)
    assert clocks(request) == [("ati.online.simple", date(2026, 11, 10), False)]


@pytest.mark.parametrize("call", [services.return_request, services.complete_request])
def test_empty_letter_says_nothing(town, call):
    request, _ = file(town)
    if call is services.complete_request:
        services.return_request(town.officer, request_id=request.pk, words="Năm nào?", at=AT)

    assert refused(call, town.officer, request_id=request.pk, words=" ", at=AT) == "disclosure.reason_missing"


def test_answered_the_clock_stops_and_every_step_stays(town):
    request, _ = file(town)
    services.accept_request(town.officer, request_id=request.pk, complicated=False, words="Đã nhận.", at=AT)

    services.answer_request(town.officer, request_id=request.pk, words="Hết 120 triệu đồng.", at=AT + DAY)

    assert fresh(request).state == RequestState.SUPPLIED
    assert clocks(request) == [("ati.online.simple", date(2026, 11, 5), True)]
    assert [(one.act, one.words) for one in queries.letters_of(request)] == [
        (Act.DISCLOSURE_REQUEST_FILE, ""),
        (Act.DISCLOSURE_REQUEST_ACCEPT, "Đã nhận."),
        (Act.DISCLOSURE_REQUEST_ANSWER, "Hết 120 triệu đồng."),
    ]
    assert (
        refused(services.answer_request, town.officer, request_id=request.pk, words="x", at=AT) == "information.state"
    )


def test_answer_may_be_a_paper_of_this_request_only(town):
    request, _ = file(town)
    other, _ = file(town)
    paper = files.store(
        town.officer,
        SimpleUploadedFile("du-toan.jpg", PHOTO),
        khu_pho_id=None,
        opened_by=Act.DISCLOSURE_REQUEST_MANAGE,
        subject=f"information:{request.pk}",
        at=AT,
    )

    services.answer_request(town.officer, request_id=request.pk, words="", file=paper, at=AT)

    letter = queries.letters_of(request)[-1]
    assert queries.letter_file(request, letter.pk).file == paper
    assert queries.letter_file(other, letter.pk) is None


def test_answer_without_words_or_paper(town):
    request, _ = file(town)

    assert refused(services.answer_request, town.officer, request_id=request.pk, words=" ", at=AT) == (
        "information.answer_missing"
    )
    assert fresh(request).state == RequestState.FILED


def test_refusal_needs_its_reason_in_words(town):
    request, _ = file(town)
    values = {"request_id": request.pk, "ground": Ground.SECRET, "at": AT}

    assert refused(services.refuse_request, town.officer, words=" ", **values) == "information.reason_missing"
    services.refuse_request(town.officer, words="Thuộc danh mục bí mật nhà nước.", **values)

    assert (fresh(request).state, fresh(request).ground) == (RequestState.REFUSED, "secret")
    assert [done for *_, done in clocks(request)] == [True]


def test_what_was_supplied_is_published_without_the_name(town):
    request, _ = file(town)
    values = {"request_id": request.pk, "title": "Tiền sửa hẻm 5", "body": "Hết 120 triệu đồng.", "at": AT}

    assert (
        refused(services.release_request, town.officer, checked=CHECKED, **values) == "information.release_unsupplied"
    )
    services.answer_request(town.officer, request_id=request.pk, words="Hết 120 triệu đồng.", at=AT)
    assert refused(services.release_request, town.officer, checked=Checked(), **values) == "disclosure.secret"
    assert Entry.objects.count() == 0
    entry = services.release_request(town.officer, checked=CHECKED, **values)

    assert (entry.track, fresh(request).release) == (Track.RELEASE, entry)
    assert "Nguyễn" not in entry.current.title + entry.current.body
    assert [one.pk for one in queries.published(town.ward.pk)] == [entry.pk]
    assert refused(services.release_request, town.officer, checked=CHECKED, **values) == "information.released"


def test_published_information_said_to_be_wrong_has_fifteen_days(town):
    entry = town.public("2")

    request, _ = file(town, kind=Kind.WRONG, entry=entry)

    assert clocks(request) == [("ati.wrong_info", date(2026, 11, 17), False)]
    assert request.case == ""


def test_late_is_said_on_the_page_and_kept(town):
    request, _ = file(town)

    early = refused(services.complain_request, ANONYMOUS, request_id=request.pk, words="Trễ.", at=AT)
    services.complain_request(ANONYMOUS, request_id=request.pk, words="Trễ.", at=AT + 4 * DAY)

    assert early == "information.complain_early"
    assert fresh(request).complained_at == AT + 4 * DAY


@pytest.mark.parametrize("who", ["head", "delegate", "front", "chair"])
def test_only_the_officer_handles_requests(town, who):
    request, _ = file(town)
    actor = town.actor(who)

    for call, more in (
        (services.accept_request, {"complicated": False}),
        (services.return_request, {"words": "x"}),
        (services.answer_request, {"words": "x"}),
        (services.refuse_request, {"words": "x", "ground": Ground.SECRET}),
    ):
        assert refused(call, actor, request_id=request.pk, at=AT, **more) == "access.role"


def test_waiting_are_listed_by_their_day_late_ones_first(town):
    late, _ = file(town, who=town.officer, route=Route.POST, received_on=TODAY - 14 * DAY)
    soon, _ = file(town)
    waits, _ = file(town)
    services.return_request(town.officer, request_id=waits.pk, words="Năm nào?", at=AT)
    done, _ = file(town)
    services.answer_request(town.officer, request_id=done.pk, words="Có.", at=AT)

    rows = queries.request_rows(town.ward.pk, TODAY)

    assert [one.request.pk for one in rows] == [late.pk, soon.pk, waits.pk]
    assert [(one.late, one.waits) for one in rows] == [(True, False), (False, False), (False, True)]
    assert [one.request.pk for one in queries.request_rows(town.ward.pk, TODAY, answered=True)] == [done.pk]


def test_two_at_once_get_two_numbers(town):
    assert clock.day(AT + timedelta(0)) == TODAY
    first, second = file(town)[0], file(town, who=town.officer, route=Route.PHONE)[0]

    assert first.number != second.number
