"""Thời hạn: one row per running clock, owed by a role, so that a mandate that ends hands it over by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from builders import AT, actor_for, make_khu_pho, make_staff, make_ward
from danchu.foundation import clock
from danchu.foundation.access import services as mandates
from danchu.foundation.duties import queries, services
from danchu.law.answers import Deadline
from danchu.law.people import Role

TODAY = clock.day(AT)
DAY = timedelta(days=1)


def start(khu_pho, rule="doc.send", subject="vote:1", days=5, owed_by=Role.HEAD):
    end = TODAY + days * DAY
    return services.start(
        ward_id=khu_pho.ward_id,
        khu_pho_id=khu_pho.pk,
        subject=subject,
        title="Gửi quyết định lên phường",
        url="/bieu-quyet/tong-ve-sinh/",
        owed_by=owed_by,
        basis="L10.20.3",
        deadline=Deadline(rule, TODAY, end, {"vi": "5 ngày làm việc", "en": "5 working days"}, (TODAY + DAY,)),
    )


def test_starting_twice_leaves_the_first(khu_pho):
    first = start(khu_pho)
    again = start(khu_pho, days=9)

    assert (again.pk, again.due) == (first.pk, TODAY + 5 * DAY)
    assert first.skipped == [(TODAY + DAY).isoformat()]


def test_finished_and_dropped_run_no_more(khu_pho):
    ward = khu_pho.ward_id
    start(khu_pho)
    start(khu_pho, rule="post")
    start(khu_pho, subject="vote:2")

    services.finish(ward_id=ward, rule="doc.send", subject="vote:1", at=AT)
    assert [one.rule for one in queries.running(ward) if one.subject == "vote:1"] == ["post"]
    services.drop(ward_id=ward, subject="vote:1", at=AT)

    assert [one.subject for one in queries.running(ward)] == ["vote:2"]


def test_clock_dropped_may_start_again(khu_pho):
    first = start(khu_pho)
    services.drop(ward_id=khu_pho.ward_id, subject="vote:1", at=AT)

    assert start(khu_pho).pk != first.pk


@pytest.mark.parametrize(("day", "late"), [(5, 0), (6, 1)])
def test_last_day_is_still_in_time(khu_pho, day, late):
    start(khu_pho)

    assert queries.late(khu_pho.ward_id, TODAY + day * DAY).count() == late


def test_most_urgent_first(khu_pho):
    start(khu_pho, subject="vote:1", days=9)
    start(khu_pho, subject="vote:2", days=2)

    assert [one.subject for one in queries.running(khu_pho.ward_id)] == ["vote:2", "vote:1"]


def test_duty_goes_to_whoever_holds_the_mandate(officer, khu_pho):
    start(khu_pho)
    old, new = make_staff(khu_pho.ward), make_staff(khu_pho.ward)
    paper = {"role": Role.HEAD, "khu_pho": khu_pho, "paper": "QĐ 1", "at": AT}
    first = mandates.grant_mandate(officer, staff=old, valid_from=TODAY, **paper)
    mandates.end_mandate(officer, mandate_id=first.pk, valid_to=TODAY + 2 * DAY, at=AT)
    mandates.grant_mandate(officer, staff=new, valid_from=TODAY + 2 * DAY, **paper)

    def owed(person, days):
        return queries.owed_by(khu_pho.ward_id, actor_for(person, AT + days * DAY).held).count()

    assert [owed(old, 0), owed(new, 0)] == [1, 0]
    assert [owed(old, 2), owed(new, 2)] == [0, 1]


def test_duty_of_one_khu_pho_is_not_anothers(khu_pho):
    start(khu_pho)
    neighbour = make_staff(khu_pho.ward, Role.HEAD, khu_pho=make_khu_pho(khu_pho.ward, 4))
    deputy = make_staff(khu_pho.ward, Role.DEPUTY_HEAD, khu_pho=khu_pho)

    for person in (neighbour, deputy):
        assert not queries.owed_by(khu_pho.ward_id, actor_for(person).held).exists()


def test_duty_of_the_ward_is_its_officers(khu_pho, officer):
    start(khu_pho, owed_by=Role.WARD_OFFICER)

    assert queries.owed_by(khu_pho.ward_id, officer.held).count() == 1
    assert not queries.running(make_ward("Bến Sỏi").pk).exists()
