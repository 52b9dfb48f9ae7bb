"""Written text read aloud: every figure by what stands around it, and never a digit left."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.channels.reading import LONGEST, aloud, for_voice
from danchu.channels.spoken import NORTH


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # days
        ("Ngày 30/11/2026", "Ngày ba mươi tháng Mười một năm hai ngàn không trăm hai mươi sáu"),
        ("30-11-2026", "ngày ba mươi tháng Mười một năm hai ngàn không trăm hai mươi sáu"),
        ("ngày 05 tháng 02 năm 2027", "ngày năm tháng Hai năm hai ngàn không trăm hai mươi bảy"),
        ("thứ Bảy, 12/12", "thứ Bảy, ngày mười hai tháng Mười hai"),
        ("từ 01-05/12/2026", "từ ngày một đến ngày năm tháng Mười hai năm hai ngàn không trăm hai mươi sáu"),
        ("tháng 4/2027", "tháng Tư năm hai ngàn không trăm hai mươi bảy"),
        ("quý IV/2026", "quý bốn năm hai ngàn không trăm hai mươi sáu"),
        ("quý 3 năm 2026", "quý ba năm hai ngàn không trăm hai mươi sáu"),
        ("thứ 7", "thứ Bảy"),
        ("31/02/2026", "ba mươi mốt xẹt hai xẹt hai ngàn không trăm hai mươi sáu"),
        # times
        ("lúc 7h", "lúc bảy giờ sáng"),
        ("17 giờ 30", "năm giờ rưỡi chiều"),
        ("17g30", "năm giờ rưỡi chiều"),
        ("07:15 sáng", "bảy giờ mười lăm phút sáng"),
        ("2 giờ chiều", "hai giờ chiều"),
        ("từ 22 giờ đến 24 giờ", "từ mười giờ đêm đến hai mươi bốn giờ"),
        ("trong 24 giờ", "trong hai mươi bốn giờ"),
        ("8 giờ làm việc", "tám giờ làm việc"),
        # money and measures
        ("1.250.000 đồng", "một triệu hai trăm năm mươi ngàn đồng"),
        ("150.000 đ/hộ/tháng", "một trăm năm mươi ngàn đồng một hộ một tháng"),
        ("500k", "năm trăm ngàn đồng"),
        ("1,5 triệu đồng", "một phẩy năm triệu đồng"),
        ("120 m2", "một trăm hai mươi mét vuông"),
        ("rộng 3,5m", "rộng ba phẩy năm mét"),
        ("40 km/h", "bốn mươi ki-lô-mét một giờ"),
        # shares
        ("151/300 hộ", "một trăm năm mươi mốt trên ba trăm hộ"),
        ("6/12 hộ", "sáu trên mười hai hộ"),
        ("từ 2/3 trở lên", "từ hai phần ba trở lên"),
        ("3/4", "ba phần tư"),
        ("66,7%", "sáu mươi sáu phẩy bảy phần trăm"),
        # papers
        (
            "Nghị định 59/2023/NĐ-CP",
            "Nghị định số năm mươi chín, năm hai ngàn không trăm hai mươi ba, của Chính phủ",
        ),
        (
            "Nghị định số 59/2023/NĐ-CP của Chính phủ",
            "Nghị định số năm mươi chín, năm hai ngàn không trăm hai mươi ba của Chính phủ",
        ),
        ("số 10/2022/QH15", "số mười, năm hai ngàn không trăm hai mươi hai, của Quốc hội khóa mười lăm"),
        ("Quyết định 123/QĐ-UBND", "Quyết định số một trăm hai mươi ba của Ủy ban nhân dân"),
        ("theo 45/NQ-HĐND", "theo Nghị quyết số bốn mươi lăm của Hội đồng nhân dân"),
        ("Số 05/TB-KP3", "Thông báo số không năm của Khu phố Ba"),
        ("điểm b khoản 4 Điều 5", "điểm bê khoản bốn Điều năm"),
        ("khóa XV", "khóa mười lăm"),
        # numbers of places and telephones
        ("KP3", "Khu phố Ba"),
        ("nhà số 12/5, hẻm 14", "nhà số mười hai xẹt năm, hẻm mười bốn"),
        ("gọi 0900 000 301", "gọi không chín không không, không không không, ba không một"),
        ("gọi +84 900 000 301", "gọi tám bốn, chín không không, không không không, ba không một"),
        ("gọi 113", "gọi một một ba"),
        ("2021-2025", "hai ngàn không trăm hai mươi mốt đến hai ngàn không trăm hai mươi lăm"),
        ("mã 0042", "mã không không bốn hai"),
        # abbreviations and signs
        ("UBND, HĐND và MTTQ", "Ủy ban nhân dân, Hội đồng nhân dân và Mặt trận Tổ quốc"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("rác & nước", "rác và nước"),
        ("xe đạp, xe máy v.v.", "xe đạp, xe máy vân vân"),
        ("Xem https://thoihoa.example/a?b=1 nhé", "Xem trang thông tin của phường nhé"),
        ("thư a.b@thoihoa.gov.vn", "thư hộp thư điện tử của phường"),
        ("- Việc một\n2. Việc hai", "Việc một\nViệc hai"),
        ("hộ (nghèo)", "hộ, nghèo"),
    ],
)
def test_text_is_read_by_what_it_means(written, said):
    assert aloud(written) == said


def test_north_reads_in_its_own_words():
    assert aloud("24 hộ, 1.005 người", NORTH) == "hai mươi tư hộ, một nghìn không trăm linh năm người"


@given(st.text(max_size=300))
def test_nothing_a_person_typed_leaves_a_digit_or_a_control_sign(words):
    for text in (aloud(words), for_voice(words)):
        assert not any(one.isdecimal() for one in text)
        assert not any(unicodedata.category(one) in {"Cc", "Cf"} and one != "\n" for one in text)


@given(st.text(alphabet="0123456789/.,:-%hgđ kmNĐCPQH điểm khoản ngày", max_size=80))
def test_any_heap_of_figures_is_read(words):
    assert not any(one.isdecimal() for one in aloud(words))


@given(st.text(max_size=200))
def test_the_voice_is_given_letters_and_stops_alone(words):
    assert all(one.isalpha() or one in " .,;:!?\n-" for one in for_voice(words))
    assert not for_voice(words).startswith("-")


def test_the_voice_is_told_how_foreign_words_sound():
    assert for_voice("Quét mã QR trên Zalo.") == "Quét mã quy rờ trên da lô."
    assert aloud("Quét mã QR trên Zalo.") == "Quét mã QR trên Zalo."


def test_a_text_without_end_is_cut_and_read_in_time():
    import time

    began = time.monotonic()
    text = aloud("1/2/" * 200_000)

    assert len(text) < LONGEST * 10
    assert time.monotonic() - began < 5
