"""The poster and the picture as a phone's camera and a chat see them."""

import io
import struct
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.samples import ROAD
from danchu.channels import picture, poster
from documents.helpers import codes_in, pages_as_grey, text_of
from parts import find

DPI = 150
LONG = "Danh sách hộ nghèo, hộ cận nghèo và hộ có mức sống trung bình được hỗ trợ tiền điện quý IV năm 2026 " * 2


def flat(pdf):
    return " ".join(text_of(pdf).split())


@pytest.mark.part("poppler")
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_poster_code_leads_to_the_page(tmp_path, paper):
    (page,) = pages_as_grey(poster(ROAD, paper=paper), tmp_path, find("poppler"), DPI)

    (code,) = codes_in(page)

    assert code.text == ROAD.url


def test_poster_says_what_until_when_and_where():
    words = flat(poster(ROAD, opening="Công khai"))

    for said in (
        "Công khai",
        "Nâng cấp",
        "Đến 17 giờ, thứ Bảy, 12/12/2026",
        "Xem tại Nhà văn hóa Khu phố 3.",
        "Gọi anh Khôi: 0900 000 312.",
        "Không thu tiền của hộ nào.",
        "Căn cứ: Quyết định số 123/QĐ-UBND ngày 30/11/2026.",
        "KHU PHỐ 3",
    ):
        assert said in words
    assert "biểu quyết" not in words


def test_poster_of_the_ward_stands_under_its_head():
    words = flat(poster(replace(ROAD, place="phường Thới Hòa")))

    assert "ỦY BAN NHÂN DÂN PHƯỜNG THỚI HÒA" in words


def test_poster_of_a_title_too_long_says_it_whole_below():
    pdf = poster(replace(ROAD, title=LONG, until=None), paper="a3")
    words = flat(pdf)

    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1
    assert "…" in words
    assert "Đến" not in words
    assert "được hỗ trợ tiền điện quý IV năm 2026" in words


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=400), st.text(max_size=2000))
def test_any_words_make_a_poster_of_one_page_and_a_picture(title, body):
    announcement = replace(ROAD, title=f"V{title}", body=body)

    assert len(pypdf.PdfReader(io.BytesIO(poster(announcement))).pages) == 1
    assert picture(announcement).startswith(b"\x89PNG")


@pytest.mark.parametrize("title", [ROAD.title, LONG])
def test_picture_has_the_size_chats_ask_for(title):
    image = picture(replace(ROAD, title=title))

    assert struct.unpack(">II", image[16:24]) == (1200, 630)
    assert len(image) < 300_000


def test_picture_is_the_same_for_the_same_words():
    assert picture(ROAD) == picture(ROAD)
    assert picture(ROAD) != picture(replace(ROAD, title="Việc khác"))
