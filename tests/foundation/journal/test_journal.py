"""Nhật ký: append-only, every change of it is found, and time does not run backwards in it."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django_scopes import ScopeError, scope

from builders import AT, actor_for, make_staff, make_ward
from danchu.foundation import clock, journal
from danchu.foundation.access.actor import system
from danchu.foundation.journal import triggers
from danchu.foundation.journal.models import Detail, Entry, Head
from danchu.foundation.journal.services import confirm_clock, daily_root, faults
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.people import Role

pytestmark = pytest.mark.db
ACT = Act.PEOPLE_HOUSEHOLD_END
CHANGED = [(1, "changed detail")]


def write(ward, subject="household:1", facts=None, detail=None, actor=None):
    with transaction.atomic():
        return journal.record(actor or system(ward.pk), ACT, subject, facts or {}, AT, detail=detail)


def whats(ward):
    return [(fault.seq, fault.what) for fault in faults(ward.pk)]


def tamper(sql, *values):
    """As somebody with the database file would: the lock taken off, the row changed, the lock put back."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
    triggers.install(connection)


@pytest.fixture
def three(ward):
    for place in (1, 2, 3):
        write(ward, f"household:{place}", {"members": place}, {"reason": f"lý do {place}"})
    return ward


def test_rows_are_chained_and_whole(three):
    rows = list(Entry.objects.order_by("seq"))

    assert [row.seq for row in rows] == [1, 2, 3]
    assert rows[0].previous_hash == "0" * 64
    assert [row.previous_hash for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert whats(three) == []
    assert daily_root(three.pk) == (3, rows[2].hash)


def test_row_says_who_in_what_mandate_by_which_basis(ward):
    person = make_staff(ward, Role.WARD_OFFICER)

    entry = write(ward, actor=actor_for(person))

    assert (entry.actor, entry.mandate, entry.basis) == (f"staff:{person.pk}", "ward_officer", "Convention:access")


@pytest.mark.parametrize(
    ("sql", "values", "found"),
    [
        ("UPDATE journal_entry SET subject = %s WHERE seq = 2", ["household:9"], [(2, "changed row")]),
        ("UPDATE journal_entry SET actor = %s WHERE seq = 2", ["staff:1"], [(2, "changed row")]),
        (
            "UPDATE journal_entry SET hash = %s WHERE seq = 2",
            ["f" * 64],
            [(2, "changed row"), (3, "broken link")],
        ),
        (
            "UPDATE journal_detail SET content = %s WHERE id = (SELECT min(id) FROM journal_detail)",
            ["{}"],
            [(1, "changed detail")],
        ),
        ("UPDATE journal_head SET seq = %s", [2], [(2, "head does not match")]),
    ],
)
def test_tampering_is_found(three, sql, values, found):
    tamper(sql, *values)

    assert whats(three) == found


@pytest.mark.parametrize("seq", [1, 2, 3])
def test_missing_row_is_found(three, seq):
    tamper("DELETE FROM journal_detail WHERE entry_id IN (SELECT id FROM journal_entry WHERE seq = %s)", seq)
    tamper("DELETE FROM journal_entry WHERE seq = %s", seq)

    assert whats(three)


def test_purged_detail_leaves_the_chain_whole(three):
    Detail.objects.filter(entry__seq=2).delete()

    assert whats(three) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda: Entry.objects.filter(seq=1).update(subject="household:9"),
        lambda: Entry.objects.filter(seq=3).delete(),
        lambda: Entry.objects.get(seq=3).save(),
    ],
)
def test_database_itself_refuses_change(three, change):
    Detail.objects.all().delete()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change()

    assert Entry.objects.count() == 3


def test_triggers_are_in_a_database_that_was_only_migrated(db):
    assert triggers.present(connection)


def test_one_chain_a_ward(three):
    other = make_ward("Bến Sỏi")
    with scope(ward=other):
        assert write(other).seq == 1
        assert whats(other) == []
        assert list(Entry.objects.values_list("subject", flat=True)) == ["household:1"]
    assert daily_root(three.pk)[0] == 3


def test_without_a_ward_nothing_is_read(db):
    with pytest.raises(ScopeError):
        Entry.objects.count()


def test_record_is_undone_with_its_act(ward):
    write(ward)
    with transaction.atomic():
        write(ward)
        transaction.set_rollback(True)

    assert Entry.objects.count() == 1
    assert whats(ward) == []


# --- the clock -------------------------------------------------------------------------------------------------------


@pytest.fixture
def set_clock():
    """Set the machine's wall clock by this much; the steady one goes on."""
    with pytest.MonkeyPatch.context() as patch:
        real = time.time

        yield lambda by: patch.setattr(time, "time", lambda: real() + by.total_seconds())
    clock.restart()


def refusal_of(ward):
    with pytest.raises(Refused) as caught:
        write(ward)
    return caught.value.refusal


def test_clock_behind_the_newest_row_refuses_writing(ward, set_clock):
    newest = write(ward)
    set_clock(timedelta(seconds=-30))

    refusal = refusal_of(ward)

    assert (refusal.code, refusal.details["newest"]) == ("clock.behind", newest.recorded_at)
    assert refusal.details["newest"].utcoffset() == timedelta(hours=7)
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    ("ahead", "fine"), [(timedelta(minutes=9, seconds=50), True), (timedelta(minutes=11, seconds=5), False)]
)
def test_jump_ahead_of_more_than_ten_minutes_pauses(ward, set_clock, ahead, fine):
    set_clock(ahead)

    if fine:
        assert write(ward).seq == 1
    else:
        refusal = refusal_of(ward)
        assert (refusal.code, refusal.details) == ("clock.jumped", {"minutes": 11})


def test_operator_confirms_the_time_and_work_goes_on(ward, set_clock):
    set_clock(timedelta(hours=3))
    assert refusal_of(ward).code == "clock.jumped"

    with transaction.atomic():
        confirm_clock(system(ward.pk), at=clock.now())

    assert write(ward).seq == 2


def test_restart_of_the_service_takes_the_time_as_it_is(ward, set_clock):
    set_clock(timedelta(hours=3))
    clock.restart()

    assert write(ward).seq == 1
    assert Head.objects.get(ward=ward).seq == 1


def test_record_needs_a_transaction(ward, transactional_db):
    with pytest.raises(RuntimeError):
        journal.record(system(ward.pk), ACT, "household:1", {}, AT)
