"""What hangs, is read out and told: recorded where it was done, proven, ended; the head's part of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from danchu.foundation.files import services as files
from danchu.foundation.journal.models import Entry as Row
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.disclosure import Channel, Means, PlaceKind, Track
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.models import Posting, PostingPlace, Proof
from rooms.disclosure.ward import AT, DAY, PHOTO, TODAY, codes, fresh

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def refused(call, *args, **values) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **values)
    return caught.value.refusal.code


# --- places ---------------------------------------------------------------------------------------------------------
def test_place_is_on_the_list_until_it_serves_no_longer(town):
    assert [one.name for one in queries.places_on(town.ward.pk, TODAY)] == [
        "Trụ sở Ủy ban nhân dân phường",
        "Nhà văn hóa khu phố 1",
        "Điểm sinh hoạt hẻm 5",
        "Nhà văn hóa khu phố 2",
    ]

    services.end_place(town.officer, place_id=town.places[3].pk, at=AT)

    assert len(queries.places_on(town.ward.pk, TODAY)) == 3
    assert len(queries.places_on(town.ward.pk, TODAY - DAY)) == 4
    assert refused(services.end_place, town.officer, place_id=town.places[3].pk, at=AT) == "disclosure.place_over"


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        (PlaceKind.HQ, "Trụ sở Ủy ban nhân dân phường", "disclosure.place_exists"),
        (PlaceKind.CULTURE_HOUSE, "Nhà văn hóa mới", "disclosure.posting_place"),
    ],
)
def test_place_that_is_there_or_stands_nowhere(town, kind, name, code):
    values = {"kind": kind, "name": name, "khu_pho_id": None, "valid_from": TODAY, "at": AT}

    assert refused(services.set_place, town.officer, **values) == code
    assert PostingPlace.objects.count() == 4


def test_khu_pho_without_a_place_is_a_fault_of_every_entry(town):
    entry = town.public("1")
    services.end_place(town.officer, place_id=town.places[2].pk, at=AT)

    assert "no_place" in codes(entry, TODAY)


# --- recording ------------------------------------------------------------------------------------------------------
def test_head_records_in_the_own_khu_pho_only(town):
    entry = town.public("7")
    values = {"entry_id": entry.pk, "channel": Channel.POSTING, "first": TODAY, "at": AT}

    posting = services.record_posting(town.head, place_id=town.places[1].pk, **values)

    assert posting.khu_pho == town.areas[0]
    assert refused(services.record_posting, town.head, place_id=town.places[2].pk, **values) == "access.role"
    assert refused(services.record_posting, town.head, place_id=town.places[0].pk, **values) == "access.role"
    assert refused(services.record_posting, town.actor("front"), place_id=town.places[1].pk, **values) == "access.role"
    assert Row.objects.last().facts["place"] == town.places[1].pk


@pytest.mark.parametrize(
    ("first", "last"),
    [(1, None), (-1, None), (0, 1), (0, -1)],
)
def test_days_that_cannot_be(town, first, last):
    entry = town.public("7")

    code = refused(
        town.hang, entry, town.places[0], first=TODAY + first * DAY, last=None if last is None else TODAY + last * DAY
    )

    assert code == "disclosure.posting_days"
    assert Posting.objects.count() == 0


@pytest.mark.parametrize(
    ("channel", "more"),
    [
        (Channel.POSTING, {}),
        (Channel.POSTING, {"place_id": 10**9}),
        (Channel.HEAD, {"means": Means.SMS}),
        (Channel.HEAD, {"khu_pho_id": "first"}),
    ],
)
def test_form_needs_its_place(town, channel, more):
    entry = town.public("7")
    if more.get("khu_pho_id") == "first":
        more = {"khu_pho_id": town.areas[0].pk}

    values = {"entry_id": entry.pk, "channel": channel, "first": TODAY, "at": AT}

    assert refused(services.record_posting, town.officer, **values, **more) == "disclosure.posting_place"


def test_draft_does_not_hang(town):
    assert refused(town.hang, town.draft("7"), town.places[0]) == "disclosure.state"


def test_posting_counts_for_the_version_it_shows(town):
    entry = town.public("13")
    town.hang(entry, town.places[0])
    before = codes(entry, TODAY)
    from rooms.disclosure.ward import CHECKED, wording

    later = AT + 30 * DAY
    words = wording(source_on=TODAY + 30 * DAY)
    services.correct_entry(town.officer, entry_id=entry.pk, wording=words, reason="Đổi lệ phí.", at=later)
    services.publish_entry(town.officer, entry_id=entry.pk, checked=CHECKED, at=later)

    assert before == {"unproven"}
    assert codes(entry, TODAY + 45 * DAY) == {"missing"}


# --- ending and evidence --------------------------------------------------------------------------------------------
def test_taken_down_too_early_is_short(town):
    entry = town.public("1")
    posting = town.hang(entry, town.places[0])
    later = AT + timedelta(days=29)

    services.end_posting(town.officer, posting_id=posting.pk, last=TODAY + 29 * DAY, at=later)

    found = [one for one in queries.verdict_of(fresh(entry), TODAY + 40 * DAY).findings if one.requirement.place]
    assert [fault.code for fault in found[0].faults] == ["disclosure.unproven", "disclosure.short"]
    assert refused(services.end_posting, town.officer, posting_id=posting.pk, last=TODAY, at=later) == (
        "disclosure.posting_over"
    )


def test_last_day_cannot_lie_ahead(town):
    posting = town.hang(town.public("1"), town.places[0])

    code = refused(services.end_posting, town.officer, posting_id=posting.pk, last=TODAY + DAY, at=AT)

    assert code == "disclosure.posting_days"


def test_photo_link_or_line_of_the_log_is_evidence(town):
    entry = town.public("13")
    posting = town.hang(entry, town.places[0])
    photo = files.store(
        town.officer,
        SimpleUploadedFile("bang.jpg", PHOTO),
        khu_pho_id=None,
        opened_by=Act.DISCLOSURE_POSTING_PROVE,
        subject=f"posting:{posting.pk}",
        at=AT,
    )

    services.prove_posting(town.officer, posting_id=posting.pk, file=photo, at=AT)
    services.prove_posting(town.officer, posting_id=posting.pk, link="https://example.vn/a", at=AT)
    services.prove_posting(town.officer, posting_id=posting.pk, words="Sổ phát thanh, trang 3.", at=AT)

    assert codes(entry, TODAY) == set()
    assert Proof.objects.count() == 3
    assert refused(services.prove_posting, town.officer, posting_id=posting.pk, words=" ", at=AT) == (
        "disclosure.proof_empty"
    )


def test_head_proves_and_ends_what_is_in_the_own_khu_pho(town):
    entry = town.public("7")
    mine, other = town.hang(entry, town.places[1]), town.hang(entry, town.places[2])

    services.prove_posting(town.head, posting_id=mine.pk, words="Ảnh ở tổ.", at=AT)
    services.end_posting(town.head, posting_id=mine.pk, last=TODAY, at=AT)

    assert refused(services.prove_posting, town.head, posting_id=other.pk, words="x", at=AT) == "access.role"
    assert refused(services.end_posting, town.head, posting_id=other.pk, last=TODAY, at=AT) == "access.role"


# --- the head's tasks -----------------------------------------------------------------------------------------------
def test_head_has_what_hangs_is_read_and_told_in_the_own_khu_pho(town):
    entry = town.public("7")
    town.public("13")  # at the headquarters alone: nobody's task in a khu phố

    (task,) = queries.tasks_of(town.areas[0], TODAY)

    assert task.entry.pk == entry.pk
    assert [one.requirement.rule for one in task.open] == [
        *("disclose.post.places", "disclose.post.places", "disclose.radio", "disclose.via_head")
    ]
    assert len(queries.tasks_of(town.areas[1], TODAY)[0].open) == 3


def test_task_goes_when_all_is_done_proven_and_over(town):
    entry = town.public("7")
    town.do_everything(entry)

    (running,) = queries.tasks_of(town.areas[0], TODAY)

    assert (running.open, running.unproven, len(running.running)) == ((), (), 3)
    assert queries.tasks_of(town.areas[0], TODAY + 31 * DAY) == []


def test_most_urgent_task_comes_first(town):
    later = town.public("7")
    sooner = town.public("8", source_on=TODAY - 3 * DAY)

    assert [one.entry.pk for one in queries.tasks_of(town.areas[0], TODAY)] == [sooner.pk, later.pk]


# --- the register on the desk ---------------------------------------------------------------------------------------
def test_what_is_late_stands_first(town):
    fine = town.public("14")
    late = town.public("7", source_on=TODAY - 20 * DAY)
    waiting = town.public("1")

    rows = queries.standing(town.ward.pk, TODAY)

    assert [one.entry.pk for one in rows] == [late.pk, waiting.pk, fine.pk]
    assert [bool(one.verdict.breaches) for one in rows] == [True, False, False]


def test_register_asks_the_database_a_constant_number_of_times(town, django_assert_max_num_queries):
    for number in range(1, 13):
        town.hang(town.public(str(number)), town.places[0])

    with django_assert_max_num_queries(9):
        assert len(queries.standing(town.ward.pk, TODAY)) == 12


def test_permanent_item_of_years_ago_is_watched_still(town):
    entry = town.public("4")
    town.public("1")
    long_after = TODAY + 800 * DAY

    assert [one.entry.pk for one in queries.standing(town.ward.pk, long_after)] == [entry.pk]


def test_agencys_entry_is_shown_inside(town):
    entry = town.public("3", track=Track.AGENCY)
    services.record_posting(town.officer, entry_id=entry.pk, channel=Channel.INTERNAL, first=TODAY, at=AT)

    assert codes(entry, TODAY) == {"unproven"}
