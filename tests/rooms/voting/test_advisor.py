"""The form advisor: which forms, how many households, which days, and why; for everybody."""

from __future__ import annotations

import pytest
from django.test import Client

import builders
from danchu.foundation import clock
from rooms.voting import stages
from rooms.voting.screens import text

pytestmark = pytest.mark.django_db
PAGE = "/bieu-quyet/chon-hinh-thuc/"


@pytest.fixture
def story(tell, monkeypatch):
    """Ten households in khu phố 3, on Monday 2/11/2026."""
    monkeypatch.setattr(clock, "now", lambda: stages.START)
    return tell(None, 10)


def asked(**values):
    return Client().get(PAGE, values)


def test_nothing_is_asked_at_first(story):
    page = Client().get(PAGE)
    assert page.status_code == 200
    assert "Xem cách làm" in text(page)
    assert "Vì sao?" not in text(page)


@pytest.mark.rule("form.matrix")
def test_each_matter_has_its_forms_and_its_threshold(story):
    for matter, lawful, share in (("D1", 1, "7/10"), ("D3", 1, "6/10"), ("D6", 3, "6/10")):
        page = text(asked(viec=matter))
        assert page.count("Lúc này không được dùng cho việc này") == 3 - lawful
        assert f"Ít nhất {share} hộ" in page


@pytest.mark.rule("hu.post", "meet.notice")
def test_the_first_day_leaves_time_for_everything_and_an_earlier_one_says_what_is_late(story):
    page = text(asked(viec="D3"))
    assert "Tính cho ngày thứ Năm, 3/12/2026" in page  # thirty full days posted from today, then the meeting
    early = text(asked(viec="D3", ngay_0=10, ngay_1=11, ngay_2=2026))
    assert "Không kịp" in early
    assert "Ngày sớm nhất còn kịp là thứ Năm, 3/12/2026" in early
    assert "Đã quá hạn" in early


def test_the_ward_counts_khu_pho_and_slips_open_after_a_failed_meeting(story):
    builders.make_khu_pho(story.ward, 4)
    assert "Ít nhất 2/2 khu phố" in text(asked(viec="D2", pham_vi="ward"))
    assert text(asked(viec="D2", hop_khong_du="on")).count("Lúc này không được dùng cho việc này") == 1
    assert "Trưởng ban công tác Mặt trận" in text(asked(viec="D4", muc_dich="dismiss"))


def test_the_days_go_into_a_calendar(story):
    answer = Client().get(f"{PAGE}lich.ics", {"viec": "D3", "hinh_thuc": "meeting"})
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert answer.content.count(b"BEGIN:VEVENT") >= 3
    assert b"VEVENT" not in Client().get(f"{PAGE}lich.ics").content


@pytest.mark.parametrize("wrong", [{"viec": "D9"}, {"viec": "D1", "ngay_0": 1}, {"viec": "D1", "pham_vi": "x"}])
def test_what_cannot_be_asked_is_said_on_the_page(story, wrong):
    answer = asked(**wrong)
    assert answer.status_code == 422
    assert "Xem cách làm" in text(answer)


def test_a_day_years_ahead_is_refused(story):
    answer = asked(viec="D1", ngay_0=1, ngay_1=1, ngay_2=2036)
    assert (answer.status_code, "90 ngày nữa" in text(answer)) == (422, True)
