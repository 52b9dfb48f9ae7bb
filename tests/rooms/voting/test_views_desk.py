"""What the head, the Front and the team see and press on a vote's file."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from danchu.law.states import RoundKind, State
from danchu.rooms.voting import services
from danchu.rooms.voting.models import Vote
from rooms.voting import stages
from rooms.voting.screens import come, desk, text, url

pytestmark = pytest.mark.django_db
DAYS = ("_0", "_1", "_2")


def day(name, value):
    return dict(zip((f"{name}{part}" for part in DAYS), (value.day, value.month, value.year), strict=True))


WORDS = {
    "title": "Đèn chung ở hẻm 12",
    "question": "Hộ ông/bà có đồng ý không?",
    "body": "Tắt đèn lúc 23 giờ.\n\n  Ai đi ngang thì bật lại. ",
    "yes_means": "Làm theo.",
    "no_means": "Không làm theo.",
    "other_means": "Ghi điều muốn nói.",
}


# --- proposing


@pytest.mark.parametrize("matter", ["D1", "D2", "D3", "D4", "D5"])
def test_other_kinds_are_shown_the_lawful_way(stage, matter):
    story = stage(stages.proposed)
    client = come(story.head)
    page = client.get(f"/bieu-quyet/moi/{matter}/")

    assert page.status_code == 200
    assert "khoản 2 Điều 17" in text(page)
    assert {"D1": "7/10", "D2": "7/10"}.get(matter, "6/10") + " hộ đồng ý" in text(page)
    assert "thứ Tư, 4/11/2026" in text(page)  # two days after Monday the 2nd
    # The only button leads to the meeting: its matter is written first.
    way = f"/bieu-quyet/moi/{matter}/hop/"
    assert f'href="{way}"' in page.content.decode()
    assert client.get(way).status_code == 200
    assert f"/bieu-quyet/moi/{matter}/truc-tuyen/" not in page.content.decode()
    refused = client.get(f"/bieu-quyet/moi/{matter}/truc-tuyen/")
    assert refused.status_code == 409
    assert "không được biểu quyết trực tuyến" in text(refused)
    assert Vote.objects.count() == 1


def test_self_governed_work_may_take_any_of_three_forms(stage):
    story = stage(stages.proposed)
    client = come(story.head)
    page = client.get("/bieu-quyet/moi/D6/").content.decode()

    assert 'href="/bieu-quyet/moi/D6/truc-tuyen/"' in page
    assert 'href="/bieu-quyet/moi/D6/hop/"' in page
    assert client.get("/bieu-quyet/moi/D6/loa/").status_code == 404
    assert client.get("/bieu-quyet/moi/D9/").status_code == 404


def test_a_matter_is_proposed_with_one_form(stage):
    story = stage(stages.proposed)
    client = come(story.head)
    asked = client.get("/bieu-quyet/moi/D6/truc-tuyen/")
    answer = client.post("/bieu-quyet/moi/D6/truc-tuyen/", {**WORDS, "contact": story.front.pk})

    assert 'value="Làm theo nội dung trên."' in asked.content.decode()
    vote = Vote.objects.get(title=WORDS["title"])
    assert answer.status_code == 303
    assert answer["Location"] == f"/bieu-quyet/{vote.slug}/ho-so/"
    assert vote.body == "Tắt đèn lúc 23 giờ.\nAi đi ngang thì bật lại."
    assert (vote.contact, vote.khu_pho, vote.matter) == (story.front, story.khu_pho, "D6")


def test_what_was_typed_stays_when_something_is_missing(stage):
    story = stage(stages.proposed)
    page = come(story.head).post("/bieu-quyet/moi/D6/truc-tuyen/", {**WORDS, "question": "", "contact": story.head.pk})

    assert page.status_code == 422
    assert "Đèn chung ở hẻm 12" in page.content.decode()
    assert "Ai đi ngang thì bật lại." in text(page)


def test_the_full_paper_is_read_beside_the_question(stage):
    story = stage(stages.form_poll_passed)
    paper = SimpleUploadedFile("quy-dinh.pdf", stages.PDF, content_type="application/pdf")

    answer = come(story.head).post(url(story, "ho-so/noi-dung/"), {**WORDS, "contact": story.head.pk, "paper": paper})
    shown = Client().get(url(story, "van-ban/"))

    assert answer.status_code == 303
    assert b"".join(shown.streaming_content) == stages.PDF
    assert shown["Content-Type"] == "application/pdf"
    assert "van-ban" in Client().get(url(story)).content.decode()


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"PK\x03\x04 a workbook"])
def test_a_paper_that_is_none_keeps_the_text_as_it_was(stage, content):
    story = stage(stages.proposed)
    paper = SimpleUploadedFile("quy-dinh.pdf", content, content_type="application/pdf")

    answer = come(story.head).post(url(story, "ho-so/noi-dung/"), {**WORDS, "contact": story.head.pk, "paper": paper})

    assert answer.status_code in {409, 422}
    assert story.reload().paper is None
    assert story.vote.title == stages.WORDING["title"]


def test_only_a_head_proposes(stage):
    story = stage(stages.proposed)

    assert come(story.front).get("/bieu-quyet/moi/").status_code == 403
    assert Client().get("/bieu-quyet/moi/").status_code == 302


# --- the file


def test_only_the_current_step_is_open(stage):
    story = stage(stages.reported)
    page = desk(story).content.decode()

    assert page.count('aria-current="step"') == 1
    assert "Bước 6 trong 14" in text(desk(story))
    assert len(re.findall(r"dc-step--done", page)) == 5
    assert "Lập Tổ lấy ý kiến" in page


def test_a_failing_check_says_what_would_satisfy_it(stage):
    story = stage(stages.roll_shown)

    assert "Danh sách niêm yết chưa đủ 3 ngày" in text(desk(story))
    assert "Chờ hết ngày đó rồi chốt." in text(desk(story))
    assert "Chốt danh sách</span>" not in desk(story).content.decode()


def test_who_may_not_act_is_told_whose_work_it_is(stage):
    story = stage(stages.closed)

    assert "Việc của Tổ trưởng Tổ lấy ý kiến." in text(desk(story))
    assert "Niêm phong kết quả</span></a>" not in desk(story).content.decode()
    assert "ho-so/niem-phong/" in desk(story, story.front).content.decode()


def test_waiting_for_the_front_the_head_goes_on(stage):
    story = stage(stages.proposed)
    client = come(story.head)
    client.post(url(story, "ho-so/dong-y/"))
    page = client.get(url(story, "ho-so/"))

    assert "Trong lúc chờ, làm trước được:" in text(page)
    assert "Chọn ứng dụng này" in text(page)
    assert "Mời Trưởng ban công tác Mặt trận vào đây" in text(page)


def test_nobody_sees_a_count_before_the_close(stage):
    story = stage(stages.voted)
    for person in (story.head, story.front, story.it, story.officer):
        page = desk(story, person)
        assert "8 trong 10 hộ đã gửi phiếu" in text(page)
        assert "đồng ý;" not in text(page)
        for kind in ("result-capture", "minutes-03", "result-notice", "participants-list"):
            assert come(person).get(url(story, f"giay-to/{kind}.pdf")).status_code in {403, 404}


def test_an_opening_time_that_passed_leads_back_to_the_times(stage):
    story = stage(stages.confirmed)
    story.wait(timedelta(days=2))

    page = desk(story)
    assert "đã đến mà chưa đăng thông báo" in text(page)
    assert url(story, "ho-so/thoi-gian/") in page.content.decode()


@pytest.mark.parametrize("step", [stages.reported, stages.opened, stages.sent])
def test_the_file_costs_the_same_for_many_households(stage, step):
    costs = []
    for households in (10, 40):
        story = stage(step, households)
        client = come(story.head)
        page = f"/w/{story.ward.slug}{url(story, 'ho-so/')}"
        with CaptureQueriesContext(connection) as seen:
            assert client.get(page).status_code == 200
        costs.append(len(seen))

    assert costs[0] == costs[1] <= 60


# --- small pages


def test_means_come_back_as_typed(stage):
    story = stage(stages.agreed)
    typed = {"internet": "no", "without_device": "11", "help_given": "Tổ đến nhà."}
    page = come(story.head).post(url(story, "ho-so/dieu-kien/"), typed)

    assert page.status_code == 422
    assert "Khu phố chỉ có 10 hộ" in text(page)
    assert "Tổ đến nhà." in text(page)
    assert story.reload().means_without_device is None


def team_of(story, **changed):
    rows = {
        "n0-staff": story.front.pk,
        "n0-capacities": ["front"],
        "n1-staff": story.head.pk,
        "n1-capacities": ["khu_pho"],
        "n2-staff": story.it.pk,
        "n2-capacities": ["it", "household_rep"],
        **{f"n{place}-staff": "" for place in (3, 4)},
    }
    return {**rows, **changed}


def test_the_usual_team_is_filled_in_and_taken(stage):
    story = stage(stages.reported)
    client = come(story.head)
    page = client.get(url(story, "ho-so/to/")).content.decode()

    assert re.search(rf'<option value="{story.front.pk}" selected', page)
    # Nobody is ticked for a place that is still empty; the fourth and fifth places stay folded.
    assert page.count(" checked") == 2
    assert page.index('id="id_n2-staff"') < page.index('class="dc-more"') < page.index('id="id_n3-staff"')
    assert client.post(url(story, "ho-so/to/"), team_of(story)).status_code == 303
    assert story.vote.team.get(leader=True).staff == story.front


def test_a_team_led_by_another_is_refused_in_the_words_of_the_law(stage):
    story = stage(stages.reported)
    typed = team_of(story, **{"n0-capacities": ["khu_pho"], "n1-capacities": ["front"]})
    page = come(story.head).post(url(story, "ho-so/to/"), typed)

    assert page.status_code == 409
    assert "Tổ trưởng phải là đại diện Ban công tác Mặt trận" in text(page)
    assert not story.vote.team.exists()


def test_a_request_about_the_roll_is_answered(stage):
    story = stage(stages.roll_shown)
    asked = services.request_roll_correction(
        story.household(0),
        vote_id=story.vote.pk,
        name="Bà Tám",
        address="số 9",
        phone="",
        words="Thiếu hộ",
        at=story.at,
    )
    client = come(story.head)
    page = url(story, f"ho-so/danh-sach/de-nghi/{asked.pk}/")

    assert "Bà Tám" in text(client.get(url(story, "ho-so/danh-sach/")))
    assert client.post(page, {"decision": "accepted", "answer": ""}).status_code == 422
    assert client.post(page, {"decision": "accepted", "answer": "Đã thêm."}).status_code == 303
    asked.refresh_from_db()
    assert (asked.decision, asked.answer) == ("accepted", "Đã thêm.")


def test_the_roll_is_found_without_marks(stage):
    story = stage(stages.roll_shown)
    page = text(come(story.head).get(url(story, "ho-so/danh-sach/"), {"q": "huynh"}))

    assert "Huỳnh Văn Đức" in page
    assert "Võ Thị Én" not in page


def test_a_meeting_s_answer_needs_its_minutes(stage):
    story = stage(stages.roll_frozen)
    client = come(story.front)
    page = url(story, "ho-so/hinh-thuc/cuoc-hop/")
    typed = {**day("held_day", story.at), "held_hour": "7", "yes": "9", "no": "1"}
    scan = SimpleUploadedFile("bb.pdf", stages.PDF)

    assert client.post(page, typed).status_code == 422
    bad = client.post(page, {**typed, "yes": "19", "paper": SimpleUploadedFile("bb.pdf", stages.PDF)})
    assert bad.status_code == 409
    assert 'value="19"' in bad.content.decode()
    assert client.post(page, {**typed, "paper": scan}).status_code == 303
    assert story.round(RoundKind.FORM).meeting_paper.name == "bb.pdf"


def test_the_form_poll_may_open_at_once(stage):
    story = stage(stages.roll_frozen)
    closes = story.at + timedelta(days=3)
    typed = {"at_once": "on", **day("closes_day", closes), "closes_hour": "17h"}

    assert come(story.front).post(url(story, "ho-so/hinh-thuc/"), typed).status_code == 303
    assert story.round(RoundKind.FORM).opens_at == story.at


def test_times_are_proposed_and_checked(stage):
    story = stage(stages.form_poll_passed)
    client = come(story.front)
    page = client.get(url(story, "ho-so/thoi-gian/")).content.decode()
    tomorrow = story.at + timedelta(days=1)

    assert 'value="07:00"' in page
    assert 'value="17:00"' in page
    typed = {**day("opens_day", tomorrow), "opens_hour": "7", **day("closes_day", tomorrow), "closes_hour": "6:30"}
    refused = client.post(url(story, "ho-so/thoi-gian/"), typed)
    assert refused.status_code == 409
    assert "phải sau giờ mở" in text(refused)
    assert 'value="6:30"' in refused.content.decode()


def test_the_text_is_confirmed_as_it_was_read(stage):
    story = stage(stages.confirmed)
    vote = story.reload()
    client = come(story.it)
    page = client.get(url(story, "ho-so/loi-van/")).content.decode()
    shown = re.search(r'name="digest" value="([0-9a-f]{64})"', page).group(1)
    services.edit_vote(story.as_(story.head), vote_id=vote.pk, wording={**stages.WORDING, "title": "Khác"}, at=story.at)
    stale = client.post(url(story, "ho-so/loi-van/"), {"digest": shown})

    assert shown == vote.text_digest
    assert stale.status_code == 409
    assert "Lời văn đã đổi" in text(stale)
    frame = client.get(url(story, "ho-so/loi-van/phieu/"))
    assert "frame-ancestors 'self'" in frame["Content-Security-Policy"]
    assert frame["X-Frame-Options"] == "SAMEORIGIN"
    assert "Mỗi hộ cử một người." in text(frame)


def test_the_notice_goes_out_with_its_words(stage):
    story = stage(stages.confirmed)
    client = come(story.front)
    done = client.post(url(story, "ho-so/thong-bao/"))
    page = text(client.get(done["Location"]))

    assert "Khu phố 3 mời biểu quyết: tổng vệ sinh sáng Chủ nhật đầu tháng." in page
    assert "Khu phố có mười hộ. Cần ít nhất sáu hộ đồng ý" in page
    assert story.reload().state == State.SCHEDULED


def test_an_outage_needs_both_parts_of_its_end(stage):
    story = stage(stages.opened)
    typed = {**day("began_day", story.at), "began_hour": "8:15", "ended_hour": "9:00", "what": "Mất điện hẻm 12"}
    page = come(story.it).post(url(story, "ho-so/su-co/"), typed)

    assert page.status_code == 422
    assert "Mất điện hẻm 12" in text(page)
    del typed["ended_hour"]
    assert come(story.it).post(url(story, "ho-so/su-co/"), typed).status_code == 303
    assert "Mất điện hẻm 12" in text(desk(story))


# --- two people


def test_withdrawing_takes_two(stage):
    story = stage(stages.scheduled)
    head, front = come(story.head), come(story.front)
    assert head.post(url(story, "ho-so/rut/"), {"reason": "Cần bàn thêm."}).status_code == 303
    asked = story.vote.two_person_acts.get()
    agree = url(story, f"ho-so/de-nghi/{asked.pk}/dong-y/")

    assert "Cùng đồng ý" not in text(head.get(url(story, "ho-so/")))
    shown = text(front.get(url(story, "ho-so/")))
    assert "Chờ người thứ hai: rút cuộc biểu quyết" in shown
    assert "Cần bàn thêm." in shown
    assert head.post(agree).status_code == 409
    assert come(story.officer).post(agree).status_code == 403
    assert front.post(agree).status_code == 303
    assert story.reload().state == State.WITHDRAWN
    assert "Cần bàn thêm." in text(head.get(url(story, "ho-so/")))


def test_a_request_is_dropped(stage):
    story = stage(stages.opened)
    come(story.head).post(url(story, "ho-so/dung/"), {"reason": "Nhầm."})
    asked = story.vote.two_person_acts.get()

    assert come(story.it).post(url(story, f"ho-so/de-nghi/{asked.pk}/bo/")).status_code == 303
    assert "Chờ người thứ hai" not in text(desk(story))
    assert Client().post(url(story, f"ho-so/de-nghi/{asked.pk}/bo/")).status_code == 403


def test_redone_it_leads_to_the_new_vote(stage):
    story = stage(stages.announced)
    come(story.head).post(url(story, "ho-so/lam-lai/"), {"reason": "Có hộ kiến nghị."})
    asked = story.vote.two_person_acts.get()
    answer = come(story.front).post(url(story, f"ho-so/de-nghi/{asked.pk}/dong-y/"))

    made = Vote.objects.get(redo_of=story.vote)
    assert answer["Location"] == f"/bieu-quyet/{made.slug}/ho-so/"
