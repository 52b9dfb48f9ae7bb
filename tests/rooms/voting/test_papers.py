"""Papers of a vote: the right numbers, to the right readers; the dossier; words for the group and the loudspeaker."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar
from pypdf import PdfReader

import builders
from danchu.documents.kinds import ward as of_ward
from danchu.documents.papers import PAPERS
from danchu.foundation.access.models import Mandate
from danchu.law.people import Role
from danchu.rooms.voting import papers, shelf
from rooms.voting import stages
from rooms.voting.screens import text, url

pytestmark = pytest.mark.django_db


def come(person):
    client = Client()
    builders.log_in(client, person)
    return client


def words(response):
    pages = PdfReader(io.BytesIO(response.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xa0", " ").split())


def paper(story, kind, person=None, ext="pdf"):
    return come(person or story.head).get(url(story, f"giay-to/{kind}.{ext}"))


def test_every_kind_has_its_composer_and_its_place():
    elsewhere = {
        "card-sheet",
        "notice-poster",
        "meeting-invitation",
        "invitation-sheet",
        *(one.key for one in of_ward.PAPERS),
    }
    assert set(papers.COMPOSERS) == {one.key for one in shelf.KINDS} == set(PAPERS) - elsewhere


@pytest.mark.rule("online.report_first", "online.notice")
def test_before_the_vote(stage):
    story = stage(stages.confirmed)

    report = words(paper(story, "online-report"))
    assert "Khu phố có 10 hộ gia đình; 8 hộ" in report
    assert "Tổ đến nhà giúp." in report
    assert "khoản 6 Điều 15" in report
    team = words(paper(story, "online-team-decision"))
    assert "Tổ trưởng" in team
    assert "người có kỹ năng công nghệ thông tin" in team
    roll = words(paper(story, "roll-sheet"))
    assert "Danh sách có 10 hộ" in roll
    assert "23 giờ 59, thứ Năm, 5/11/2026" in roll
    notice = words(paper(story, "vote-notice"))
    assert "9/10 hộ đồng ý hình thức này" in notice
    assert "ít nhất 6/10 hộ" in notice
    assert "8 giờ, thứ Bảy, 7/11/2026 đến 8 giờ, thứ Bảy, 14/11/2026" in notice
    assert "6/10 hộ đồng ý" in words(paper(story, "poster"))


@pytest.mark.parametrize("kind", ["minutes-03", "community-decision", "result-notice"])
def test_after_the_vote_the_figures_are_the_counted_ones(stage, kind):
    story = stage(stages.opened)
    stages.signed(stages.sealed(stages.closed(stages.voted(story, yes=6, no=2, other=1))))
    said = words(paper(story, kind))

    table = "Tham gia biểu quyết 9/10 Đồng ý 6/10 Không đồng ý 2/10 Ý kiến khác 1/10 Số hộ đồng ý cần đạt 6/10"
    assert table in said
    assert "Có 9/10 hộ tham gia. 6 hộ đồng ý; cần ít nhất 6/10" in said
    assert "có hiệu lực từ ngày 14 tháng 11 năm 2026" in said


@pytest.mark.parametrize(
    ("kind", "yes"),
    [("minutes-03", 6), ("minutes-03", 5), ("community-decision", 6), ("result-notice", 6), ("result-notice", 5)],
)
def test_who_does_what_by_when_is_printed_whether_it_passed_or_not(stage, kind, yes):
    story = stage(stages.opened)
    stages.signed(stages.sealed(stages.closed(stages.voted(story, yes=yes))))
    said = words(paper(story, kind))

    row = {
        "result-notice": "Chuẩn bị dụng cụ: Trưởng khu phố, chậm nhất 5/12/2026.",
    }.get(kind, "Chuẩn bị dụng cụ Trưởng khu phố ngày 05 tháng 12 năm 2026")
    assert row in said


@pytest.mark.parametrize("kind", ["minutes-03", "community-decision"])
def test_a_line_of_before_is_printed_with_the_decision_and_no_empty_table(stage, kind):
    story = stage(stages.opened)
    stages.signed(stages.sealed(stages.closed(stages.voted(story))))
    story.vote.tasks.update(what="Ông Lộc mua chổi.", who="", due=None)
    said = words(paper(story, kind))

    assert "Ông Lộc mua chổi." in said
    assert "Phân công thực hiện" not in said


def test_the_report_says_why_online_as_the_head_wrote_it(stage):
    story = stage(stages.reported)
    assert "Nội dung đã ghi đủ ở mục 1." in words(paper(story, "online-report"))

    edited = {**stages.WORDING, "contact": story.head.pk, "online_reason": "Nhiều hộ đi làm ca nên khó họp đủ."}
    page = come(story.head).get(url(story, "ho-so/noi-dung/"))
    assert "Nội dung đã ghi đủ ở mục 1." in page.content.decode()
    assert come(story.head).post(url(story, "ho-so/noi-dung/"), edited).status_code == 303
    assert "Nhiều hộ đi làm ca nên khó họp đủ." in words(paper(story, "online-report"))

    come(story.head).post(url(story, "ho-so/noi-dung/"), {**edited, "online_reason": ""})
    assert "Nhiều hộ đi làm ca" in words(paper(story, "online-report"))


@pytest.mark.rule("doc.content", "online.record")
def test_minutes_have_what_the_form_asks_for(stage):
    story = stage(stages.signed)
    said = words(paper(story, "minutes-03"))

    assert "Số hộ không có đại diện tham gia biểu quyết: 2 hộ." in said
    assert "Xin thêm thời gian." in said
    assert "9/10 hộ đồng ý hình thức này" in said
    assert "chậm nhất ngày 20 tháng 11 năm 2026" in said
    assert "từ 08 giờ 00 phút, ngày 07 tháng 11 năm 2026 đến 08 giờ 00 phút, ngày 14 tháng 11 năm 2026" in said
    listed = said.partition("Phụ lục 2.")[2]
    assert "số 8, đường số 5" in listed
    assert "số 9, đường số 5" not in listed
    assert "đồng ý" not in listed


def test_a_vote_that_failed_decides_nothing(stage):
    story = stage(stages.opened)
    stages.voted(story, yes=5)
    stages.sealed(stages.closed(story))
    said = words(paper(story, "minutes-03"))

    assert paper(story, "community-decision").status_code == 404
    assert "Nội dung không được thông qua." in said
    assert "nên không thực hiện" in said
    assert "có hiệu lực" not in said.replace("Quyết định có hiệu lực từ ngày ký", "")


def test_a_vote_in_which_nobody_took_part_still_has_its_minutes(stage):
    story = stage(stages.opened)
    stages.sealed(stages.closed(story))

    assert "Không có hộ nào tham gia" in words(paper(story, "minutes-03"))


PUBLIC_FROM = {
    "vote-notice": "scheduled",
    "poster": "scheduled",
    "community-decision": "announced",
    "result-capture": "announced",
    "result-notice": "announced",
}
NEVER_FOR_STRANGERS = {"online-report", "online-team-decision", "roll-sheet", "participants-list", "minutes-03"}


@pytest.mark.parametrize("name", ["confirmed", "scheduled", "signed", "announced"])
@pytest.mark.rule("online.publish")
def test_what_everybody_may_read(stage, name):
    story = stage(getattr(stages, name))
    order = ["confirmed", "scheduled", "signed", "announced"]
    read = {kind for kind in papers.COMPOSERS if Client().get(url(story, f"giay-to/{kind}.pdf")).status_code == 200}

    assert read == {kind for kind, since in PUBLIC_FROM.items() if order.index(since) <= order.index(name)}
    assert not read & NEVER_FOR_STRANGERS


def test_a_delegate_reads_the_result_with_everybody_else(stage):
    story = stage(stages.signed)
    delegate = builders.make_staff(story.ward, Role.DELEGATE)
    of_result = ("community-decision", "result-capture", "result-notice")
    assert {paper(story, kind, delegate).status_code for kind in of_result} == {403}
    assert {paper(story, kind, story.head).status_code for kind in of_result} == {200}
    desk, page = (text(come(delegate).get(url(story, name))) for name in ("ho-so/", ""))
    for words_ in ("Kết quả đã niêm phong, chờ công bố", "6 hộ đồng ý"):
        assert words_ in desk
        assert words_ in page

    stages.announced(story)
    assert {paper(story, kind, delegate).status_code for kind in of_result} == {200}


@pytest.mark.rule("online.identity")
def test_who_may_read_the_names_of_households(stage):
    story = stage(stages.sent)
    delegate = builders.make_staff(story.ward, Role.DELEGATE)
    far = builders.make_staff(story.ward, Role.HEAD, khu_pho=builders.make_khu_pho(story.ward, 7))
    readers = {"head": story.head, "front": story.front, "it": story.it, "officer": story.officer}
    others = {"delegate": delegate, "other head": far}
    for kind in ("minutes-03", "participants-list", "roll-sheet"):
        assert {who for who, one in readers.items() if paper(story, kind, one).status_code == 200} == set(readers)
        assert {paper(story, kind, one).status_code for one in others.values()} == {403}
    assert come(delegate).get(url(story, "ho-so.zip")).status_code == 403
    assert Client().get(url(story, "ho-so.zip")).status_code == 302


def test_papers_that_cannot_be_yet_are_not_there(stage):
    story = stage(stages.proposed)

    assert {paper(story, kind).status_code for kind in papers.COMPOSERS} == {404}
    assert paper(story, "card-sheet").status_code == 404
    assert paper(story, "poster", ext="exe").status_code == 404


def test_a_missing_field_stops_the_paper_with_its_name(stage):
    story = stage(stages.reported)
    Mandate.objects.filter(staff=story.front).update(valid_to=date(2026, 11, 2))
    page = paper(story, "online-report")

    assert page.status_code == 409
    assert "họ tên Trưởng ban công tác Mặt trận" in text(page)


def test_word_files_open(stage):
    story = stage(stages.confirmed)
    data = paper(story, "vote-notice", ext="docx").content

    assert "6/10" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode().replace("\xa0", " ")


def test_the_dossier_holds_everything_and_its_sums(stage):
    story = stage(stages.sent)
    archive = zipfile.ZipFile(io.BytesIO(come(story.head).get(url(story, "ho-so.zip")).content))
    names = [name.partition("-")[2] for name in archive.namelist() if name[0].isdigit()]

    assert {name for name in names if name.endswith(".pdf")} == {
        f"{one.file}.pdf" for one in shelf.KINDS if "online" in one.forms
    } | {"bien-ban-hop-chon-hinh-thuc.pdf"}
    assert {f"{one.file}.docx" for one in shelf.KINDS if "online" in one.forms} <= set(names)
    for line in archive.read("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_dates_for_the_calendar(stage):
    story = stage(stages.closed)
    client = come(story.head)
    events = Calendar.from_ical(client.get(url(story, "lich.ics")).content).walk("VEVENT")
    found = {str(one["summary"]).partition(":")[0]: one.decoded("dtend") for one in events}

    assert found == {"Biểu quyết": story.round().closes_at, "Hạn gửi quyết định": date(2026, 11, 21)}
    assert come(builders.make_staff(story.ward, Role.OBSERVER)).get(url(story, "lich.ics")).status_code == 403


# --- words that are heard
