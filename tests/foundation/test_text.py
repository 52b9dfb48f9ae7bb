from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.foundation import text

N = text.NBSP


def test_fold_strips_every_mark_and_d():
    assert text.fold("Đường Bến Tượng ỄỘữỵ") == "duong ben tuong eouy"


def test_fold_of_decomposed_text_is_the_same():
    assert text.fold("Đư\u01a1\u0300ng") == "duong"


@given(st.text())
def test_fold_twice_changes_nothing(value):
    assert text.fold(text.fold(value)) == text.fold(value)


@pytest.mark.parametrize(("query", "marked"), [("duong", False), ("đuong", True), ("Bến", True), ("hem 12", False)])
def test_has_marks(query, marked):
    assert text.has_marks(query) is marked


def test_sort_key_is_the_dictionary_order():
    right = ["12", "An", "Ân", "Bà", "Cúc", "Dũng", "Đào", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Ơn", "Út", "Ưu"]

    assert sorted(right, key=text.sort_key) == right


def test_name_key_goes_by_given_name():
    people = ["Lê Thị Nhung", "Đặng Văn An", "Bùi Thị Ánh", "Nguyễn Thị An"]

    assert sorted(people, key=text.name_key) == ["Đặng Văn An", "Nguyễn Thị An", "Bùi Thị Ánh", "Lê Thị Nhung"]


def test_name_key_of_an_empty_name_sorts_first():
    assert sorted(["An", ""], key=text.name_key) == ["", "An"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Đèn và camera, hẻm 12!", "den-va-camera-hem-12"), ("  —  ", ""), ("Khu phố 3", "khu-pho-3")],
)
def test_slugify(title, slug):
    assert text.slugify_vi(title) == slug


def test_slugify_cuts_at_a_word():
    assert text.slugify_vi("tổng vệ sinh sáng Chủ nhật", limit=14) == "tong-ve-sinh"
    assert text.slugify_vi("a" * 30, limit=10) == "a" * 10


def test_numbers_and_money():
    assert text.number(1250000) == "1.250.000"
    assert text.number(1250000, "en") == "1,250,000"
    assert text.money(150000) == f"150.000{N}đồng"


@pytest.mark.parametrize(("part", "whole", "shown"), [(2, 3, "66,7%"), (1, 2, "50%"), (1, 16, "6,3%"), (0, 5, "0%")])
def test_percent(part, whole, shown):
    assert text.percent(part, whole) == shown


def test_of_households():
    assert text.of_households(151, 300) == f"151/300{N}hộ"
    assert text.of_households(1151, 1300, "en") == f"1,151/1,300{N}households"


def test_dates():
    day = date(2026, 12, 12)

    assert text.long_date(day) == f"thứ{N}Bảy, 12/12/2026"
    assert text.long_date(date(2026, 11, 15)) == f"Chủ{N}nhật, 15/11/2026"
    assert text.long_date(day, "en") == f"Saturday 12{N}December{N}2026"
    assert text.paper_date(date(2027, 2, 5)) == "ngày 05 tháng 02 năm 2027"
    assert text.paper_date(date(2026, 3, 15)) == "ngày 15 tháng 3 năm 2026"


def test_a_moment_is_told_in_vietnam_time():
    moment = datetime(2026, 12, 11, 17, 30, tzinfo=UTC)

    assert text.long_moment(moment) == f"0{N}giờ{N}30, thứ{N}Bảy, 12/12/2026"
    assert text.long_moment(moment, "en") == f"0:30, Saturday 12{N}December{N}2026"


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        text.long_moment(datetime(2026, 12, 11, 17, 30))  # noqa: DTZ001 - the point of the test


def test_clock_time():
    assert text.clock_time(time(17, 0)) == f"17{N}giờ"
    assert text.clock_time(time(9, 5)) == f"9{N}giờ{N}05"
    assert text.clock_time(time(9, 5), "en") == "9:05"


def test_duration():
    assert text.duration(80) == f"1{N}phút 20{N}giây"
    assert text.duration(60) == f"1{N}phút"
    assert text.duration(0) == f"0{N}giây"
    assert text.duration(61, "en") == f"1{N}minute 1{N}second"


@pytest.mark.parametrize(
    ("plain", "glued"),
    [
        ("Cần 208 trong 312 hộ đồng ý", f"Cần 208 trong 312{N}hộ đồng ý"),
        ("điểm b khoản 4 Điều 5 Nghị định", f"điểm{N}b khoản{N}4 Điều{N}5 Nghị định"),
        ("Khu phố 3, hẻm 12", f"Khu{N}phố{N}3, hẻm{N}12"),
        ("17 giờ 30, thứ Bảy", f"17{N}giờ{N}30, thứ{N}Bảy"),
        ("ở khu phố", f"ở khu{N}phố"),
        ("thứ tự", "thứ tự"),
    ],
)
def test_nbsp(plain, glued):
    assert text.nbsp(plain) == glued


def test_nbsp_twice_changes_nothing():
    once = text.nbsp("khoản 6 Điều 15, Khu phố 3")

    assert text.nbsp(once) == once
