"""The pages everybody may open: what they say, what they never say, and what they cost."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import builders
from danchu.foundation.journal.services import daily_root
from danchu.law.states import Choice
from rooms.voting import stages

PUBLIC = ("/", "/khu-pho/khu-pho-3/", "/nhat-ky/", "/quyen-rieng-tu/", "/cach-dung/")


def page(path, **headers):
    return Client().get(path, **headers)


def text_of(response):
    bare = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(bare.replace("\u00a0", " ").split())


def queries(path, client=None):
    client = client or Client()
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


def test_home_without_any_ward_says_what_to_run(db):
    response = page("/")

    assert response.status_code == 200
    assert "danchu init" in response.content.decode()


def test_home_of_an_open_vote_shows_turnout_and_nothing_of_the_choices(tell):
    story = tell(stages.opened)
    stages.voted(story, yes=4, no=2, other=1)

    said = text_of(page("/"))

    assert "7 trong 10 hộ đã gửi phiếu" in said
    assert "Biểu quyết bằng thẻ của hộ" in said
    assert "đồng ý" not in said


@pytest.mark.parametrize("path", ["/", "/khu-pho/khu-pho-3/"])
def test_pages_are_the_same_whatever_was_chosen(tell, path):
    story = tell(stages.opened)
    story.cast(0, Choice.YES)
    before = page(path).content

    story.cast(0, Choice.NO)

    assert page(path).content == before


def test_home_after_announcing_tells_how_many_agreed(tell):
    tell(stages.announced)

    said = text_of(page("/"))

    assert "Được thông qua: 6/10 hộ đồng ý" in said
    assert "Hiện không có cuộc biểu quyết nào đang mở." in said


def test_home_hides_a_vote_that_is_only_an_idea(tell):
    tell(stages.agreed)

    assert "Tổng vệ sinh" not in text_of(page("/"))


def test_a_vote_of_another_ward_is_not_here(tell):
    tell(stages.opened)
    other = builders.make_ward("Phường khác", slug="khac")

    said = text_of(page(f"/w/{other.slug}/"))

    assert "Phường khác" in said
    assert "Tổng vệ sinh" not in said
    assert page(f"/w/{other.slug}/khu-pho/khu-pho-3/").status_code == 404


def test_khu_pho_page_names_whom_to_ask_and_leads_to_the_roll_check(tell):
    tell(stages.roll_shown)

    response = page("/khu-pho/khu-pho-3/")

    said = text_of(response)
    assert "Trưởng khu phố Bà Lê Thị Hoa" in said
    assert "Hộ tôi có tên trong danh sách không?" in said
    assert "10 hộ. Mọi việc chung được tính trên đủ 10 hộ." in said


def test_unknown_khu_pho_is_not_found(tell):
    tell(None)

    assert page("/khu-pho/khu-pho-9/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/khu-pho/khu-pho-3/"])
def test_number_of_queries_does_not_grow_with_the_votes(tell, path):
    story = tell(stages.opened)
    few = queries(path)

    for _ in range(3):
        tell(stages.opened, story)

    assert queries(path) == few <= 16


def test_journal_page_shows_the_newest_row_and_no_name(tell):
    story = tell(stages.opened)
    number, root = daily_root(story.ward.pk)

    response = page("/nhat-ky/")

    said = text_of(response)
    assert f"Dòng mới nhất {number} " in said
    assert root in said.replace(" ", "")
    assert "Lê Thị Hoa" not in said


@pytest.mark.parametrize("path", PUBLIC)
def test_every_public_page_is_whole_in_english(tell, path):
    tell(stages.opened)
    client = Client()
    client.cookies["ngon_ngu"] = "en"

    response = client.get(path)

    main = re.search(r"<main.*</main>", response.content.decode(), re.S)[0]
    assert response.status_code == 200
    assert 'lang="en"' in response.content.decode()
    assert not re.search(r"\b(của|được|không|biểu quyết|hộ)\b", re.sub(r"<h3.*?</h3>|<a [^>]*>Tổng.*?</a>", "", main))


def test_demonstration_page_needs_a_demonstration_and_its_secret(tell, settings, tmp_path):
    tell(None)
    way = {"path": "/the/x/", "who": "Nguyễn Văn An", "what": "việc", "number": "3-001", "code": "1234 5678"}
    ways = {"start": "dung-roi", "households": [way], "staff": [way]}
    (tmp_path / "demo.json").write_text(json.dumps(ways), encoding="utf-8")
    settings.DANCHU_DATA = tmp_path

    settings.DANCHU_DEMO = False
    real = page("/xem-thu/dung-roi/")
    settings.DANCHU_DEMO = True
    wrong, right = page("/xem-thu/doan-mo/"), page("/xem-thu/dung-roi/")

    assert [real.status_code, wrong.status_code, right.status_code] == [404, 404, 200]
    assert "1234 5678" in right.content.decode()
