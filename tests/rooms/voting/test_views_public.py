"""What everybody sees of a vote in each phase; nothing but turnout before the close."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

import builders
from danchu.foundation.text import long_moment
from danchu.law.acts import Act
from danchu.law.states import Choice, RoundKind
from danchu.rooms.voting import receipts, services
from rooms.voting import stages
from rooms.voting.screens import text, url

pytestmark = pytest.mark.django_db

# What a phone's first screen must say in each stage: what is going on, until when, what to do.
SAID = {
    stages.roll_shown: ("đang chuẩn bị", "niêm yết đến hết thứ Năm, 5/11/2026", "Tra tên trên danh sách"),
    stages.roll_frozen: ("đang chuẩn bị", "Danh sách hộ đã chốt"),
    stages.form_poll_passed: ("đang chuẩn bị", "9/10 hộ đã chọn biểu quyết trực tuyến"),
    stages.scheduled: ("sắp mở", "Mở lúc 8 giờ, thứ Bảy, 7/11/2026", "giữ sẵn thẻ của hộ"),
    stages.opened: ("đang mở", "Nhận phiếu đến 8 giờ, thứ Bảy, 14/11/2026", "Biểu quyết bằng thẻ của hộ"),
    stages.closed: ("Được thông qua", "Có 8/10 hộ tham gia", "Chờ Tổ niêm phong kết quả"),
    stages.sealed: ("Được thông qua", "Kết quả đã niêm phong, chờ công bố"),
    stages.announced: ("Được thông qua", "Có 8/10 hộ tham gia", "Chưa gửi phường"),
    stages.sent: ("Được thông qua", "Có 8/10 hộ tham gia", "Đã gửi phường lúc"),
}


@pytest.mark.parametrize("step", SAID, ids=lambda step: step.__name__)
def test_each_phase_says_what_until_when_and_what_to_do(client, stage, step):
    story = stage(step)

    for visitor in (client, household_of(story), member_of(story)):
        shown = text(visitor.get(url(story)))
        assert "Tổng vệ sinh sáng Chủ nhật đầu tháng" in shown
        for words in SAID[step]:
            assert words in shown


def household_of(story, index=9):
    client = Client()
    builders.log_in_household(client, story.households[index])
    return client


def member_of(story):
    client = Client()
    builders.log_in(client, story.front)
    return client


@pytest.mark.parametrize("step", [stages.proposed, stages.team_set], ids=lambda step: step.__name__)
def test_a_vote_not_yet_shown_is_nobodys_business(client, stage, step):
    story = stage(step)

    for page in ("", "phieu/", "tra-ten/", "tra-ma/", "kiem-tra/", "van-ban/"):
        assert household_of(story).get(url(story, page)).status_code == 404
    assert story.vote.title not in text(client.get("/bieu-quyet/"))


def test_another_ward_never_sees_it(client, stage):
    story = stage(stages.announced)
    other = builders.make_ward("Chánh Hiệp")

    for page in ("", "tra-ma/", "tra-ten/"):
        assert client.get(f"/w/{other.slug}{url(story, page)}").status_code == 404
    assert story.vote.title not in text(client.get(f"/w/{other.slug}/bieu-quyet/"))
    ballot = story.round().ballots.first()
    assert client.get(f"/w/{other.slug}/bieu-quyet/bien-nhan/{ballot.tracker}/").status_code == 404


def test_nothing_but_turnout_before_the_close(stage):
    story = stage(stages.opened, 90)
    for index in range(79):
        choice = Choice.YES if index < 37 else Choice.NO if index < 66 else Choice.OTHER
        story.cast(index, choice, words="Quả chuông sentinel" if choice is Choice.OTHER else "")
    ballot = story.round().ballots.get(line=story.line(0))
    visitors = [Client(), household_of(story, 0), household_of(story, 70), household_of(story, 85), member_of(story)]
    officer = Client()
    builders.log_in(officer, story.officer)

    for visitor in [*visitors, officer]:
        responses = [
            visitor.get(page)
            for page in (
                "/bieu-quyet/",
                f"/bieu-quyet/bien-nhan/{ballot.tracker}/",
                *(url(story, page) for page in ("", "phieu/", "bien-nhan/", "tra-ma/", "tra-ten/", "kiem-tra/")),
            )
        ]
        responses.append(visitor.post(url(story, "tra-ma/"), {"code": ballot.code}))
        for response in responses:
            assert "sentinel" not in response.content.decode()
            shown = text(response).replace(receipts.spoken(ballot.code), "")
            assert not re.search(r"\b(37|29|13)\b", shown), shown
            assert "được tính theo" not in shown
    assert "79 trong 90 hộ đã gửi phiếu" in text(visitors[0].get(url(story)))
    assert "79 trong 90 hộ đã gửi phiếu" in text(visitors[0].get("/bieu-quyet/"))


def test_the_first_reader_after_closing_time_sees_the_count(client, stage):
    story = stage(stages.voted)
    story.at = story.round().closes_at

    shown = text(client.get(url(story)))

    assert "6 hộ đồng ý; cần ít nhất 6/10" in shown
    assert story.round().closed_at == story.at


def test_failed_by_one_is_said_in_words(client, stage):
    story = stage(stages.opened)
    stages.voted(story, yes=5, no=1, other=0)
    story.at = story.round().closes_at

    shown = text(client.get(url(story)))

    assert "Không được thông qua" in shown
    assert "đúng một nửa, còn thiếu 1 hộ" in shown


def test_other_opinions_papers_and_follow_up_wait_for_the_announcement(client, stage):
    story = stage(stages.sealed)
    for words in ("Xin thêm thời gian.", "Chuẩn bị dụng cụ", "Chép gửi Zalo", "Giấy tờ"):
        assert words not in text(client.get(url(story)))

    stages.announced(stages.signed(story))

    shown = text(client.get(url(story)))
    for words in ("Xin thêm thời gian.", "Chuẩn bị dụng cụ", "Chép gửi Zalo", "Giấy tờ"):
        assert words in shown
    assert "Trưởng khu phố, chậm nhất thứ Bảy, 5/12/2026" in shown
    assert story.households[0].number not in shown


def test_form_poll_open_then_refused(client, stage):
    story = stage(stages.roll_frozen)
    stages.form_poll_open(story)
    story.wait(timedelta(hours=1))
    shown = text(client.get(url(story)))
    assert "Hộ ông/bà có đồng ý biểu quyết trực tuyến việc này không?" in shown
    assert "Trả lời bằng thẻ của hộ" in shown
    story.cast(0, Choice.YES, kind=RoundKind.FORM)

    story.at = story.round(RoundKind.FORM).closes_at
    shown = text(client.get(url(story)))

    assert "Việc này không biểu quyết trực tuyến" in shown
    assert "Mới có 1 hộ chọn biểu quyết trực tuyến" in shown
    assert "Ba cách tham gia" not in shown


@pytest.mark.parametrize(
    ("step", "act", "words"),
    [
        (stages.scheduled, Act.VOTING_VOTE_WITHDRAW, "đã rút trước khi mở"),
        (stages.voted, Act.VOTING_VOTE_STOP, "đã dừng và hủy"),
    ],
)
def test_withdrawn_and_stopped_say_why_and_count_nothing(client, stage, step, act, words):
    story = stage(step)
    asked = services.ask_two_person_act(
        story.as_(story.head), vote_id=story.vote.pk, act=act, reason="Câu hỏi ghi chưa rõ.", at=story.at
    )
    services.agree_two_person_act(story.as_(story.front), request_id=asked.pk, at=story.at)

    shown = text(client.get(url(story)))

    assert words in shown
    assert "Câu hỏi ghi chưa rõ." in shown
    assert "được thông qua" not in shown
    assert "Kết thúc mà không có kết quả" in text(client.get("/bieu-quyet/"))


def test_link_preview_says_what_and_until_when(client, stage):
    story = stage(stages.opened)

    page = client.get(url(story)).content.decode()

    assert '<meta property="og:title" content="Tổng vệ sinh sáng Chủ nhật đầu tháng">' in page
    until = long_moment(story.round().closes_at, "vi")
    assert f'<meta property="og:description" content="Khu phố 3: mời các hộ gửi phiếu đến {until}">' in page


def test_text_for_zalo_says_until_when_and_the_address(client, stage):
    story = stage(stages.opened)

    shown = text(client.get(url(story)))

    assert "Khu phố 3 mời biểu quyết: Tổng vệ sinh sáng Chủ nhật đầu tháng" in shown
    assert f"Dùng thẻ của hộ: http://testserver{url(story)}" in shown


def test_a_household_that_voted_sees_its_receipt_instead_of_the_button(stage):
    story = stage(stages.voted)

    assert "Xem biên nhận" in text(household_of(story, 0).get(url(story)))
    assert "Biểu quyết bằng thẻ của hộ" in text(household_of(story, 9).get(url(story)))


def test_page_and_list_cost_few_queries_and_bytes(
    client, stage, django_assert_max_num_queries, django_assert_num_queries, page_weight
):
    story = stage(stages.opened, 60)
    with django_assert_max_num_queries(10):
        response = client.get(url(story))
    assert page_weight(response) <= 100_000
    assert page_weight(client.get("/bieu-quyet/")) <= 100_000

    with django_assert_max_num_queries(8) as spent:
        client.get("/bieu-quyet/")
    for _again in range(4):
        stages.roll_shown(stages.team_set(stages.reported(stages.agreed(stages.proposed(story)))))
    with django_assert_num_queries(len(spent.captured_queries)):
        shown = text(client.get("/bieu-quyet/"))
    assert shown.count("danh sách hộ niêm yết đến hết") == 4


def test_list_of_one_khu_pho(client, stage):
    story = stage(stages.opened)
    builders.make_khu_pho(story.ward, 4)

    assert story.vote.title in text(client.get("/bieu-quyet/?khu-pho=khu-pho-3"))
    assert "Chưa có cuộc biểu quyết nào" in text(client.get("/bieu-quyet/?khu-pho=khu-pho-4"))
    assert story.vote.title in text(client.get("/bieu-quyet/?khu-pho=%00&page=x"))


# --- tra mã biên nhận


def test_look_up_waits_for_the_close_then_answers(client, stage):
    story = stage(stages.opened)
    first = story.cast(0)
    story.wait(timedelta(minutes=5))
    second = story.cast(0)
    assert "đang niêm phong" in text(client.post(url(story, "tra-ma/"), {"code": first.code}))
    address = f"/bieu-quyet/bien-nhan/{first.tracker}/"
    shown = text(client.get(address))
    assert "Đã nhận lúc 9 giờ" in shown
    assert "thay bằng" not in shown

    story.at = story.round().closes_at + timedelta(minutes=1)

    assert "đã thay bằng lần gửi sau" in text(client.post(url(story, "tra-ma/"), {"code": receipts.spoken(first.code)}))
    assert "gửi lại lúc 9 giờ 05" in text(client.get(address))
    assert "đã được tính" in text(client.post(url(story, "tra-ma/"), {"code": second.code.upper()}))
    assert "Không có phiếu nào mang mã này" in text(client.post(url(story, "tra-ma/"), {"code": "sen sen 0000"}))
    assert "Ông/bà ghi hai chữ" in text(client.post(url(story, "tra-ma/"), {"code": ""}))


def test_look_up_of_a_stopped_vote_counts_nothing(client, stage):
    story = stage(stages.opened)
    ballot = story.cast(0)
    asked = services.ask_two_person_act(
        story.as_(story.head), vote_id=story.vote.pk, act=Act.VOTING_VOTE_STOP, reason="Sai.", at=story.at
    )
    services.agree_two_person_act(story.as_(story.front), request_id=asked.pk, at=story.at)

    assert "đã dừng và hủy" in text(client.post(url(story, "tra-ma/"), {"code": ballot.code}))
    assert "không được tính" in text(client.get(f"/bieu-quyet/bien-nhan/{ballot.tracker}/"))


def test_look_up_is_slowed_and_unknown_trackers_are_nothing(client, stage, monkeypatch):
    from danchu.rooms.voting.views import lookup

    story = stage(stages.closed)
    monkeypatch.setattr(lookup, "_TRIES", 2)

    codes = [client.post(url(story, "tra-ma/"), {"code": "sen sen 0000"}).status_code for _ in range(3)]

    assert codes == [200, 200, 429]
    assert client.get("/bieu-quyet/bien-nhan/0000/").status_code == 404


# --- tra tên, đề nghị sửa danh sách


def test_roll_check_answers_yes_or_no_and_shows_nobody(client, stage):
    story = stage(stages.roll_shown)
    line = story.line(1)

    def ask(number, name):
        return text(client.post(url(story, "tra-ten/"), {"number": number, "name": name}))

    assert "Hộ này có tên trong danh sách" in ask(line.number, line.representative)
    assert "Hộ này có tên trong danh sách" in ask(f" {line.number} ", "tran thi binh")
    shown = ask(line.number, "Nguyễn Văn Khác")
    assert "Chưa thấy hộ có số và tên này" in shown
    assert line.representative not in shown
    assert line.address not in shown
    assert "Đề nghị sửa danh sách" in shown


def test_roll_check_is_slowed_for_one_household_and_for_the_vote(client, stage):
    story = stage(stages.roll_shown)

    codes = [client.post(url(story, "tra-ten/"), {"number": "3-001", "name": "X"}).status_code for _ in range(9)]

    assert codes[-2:] == [200, 429]
    assert client.post(url(story, "tra-ten/"), {"number": "3-002", "name": "X"}).status_code == 200


def test_request_for_a_correction_comes_back_with_its_answer(client, stage):
    story = stage(stages.roll_shown)
    asked = {"name": "Lê Văn Mới", "address": "số 99", "phone": "0900 000 999", "words": "Hộ tôi chưa có tên."}
    assert client.post(url(story, "de-nghi/"), {**asked, "words": ""}).status_code == 422

    response = client.post(url(story, "de-nghi/"), asked)
    assert response.status_code == 303
    shown = text(client.get(response.url))
    assert "Đã nhận, chưa trả lời" in shown
    assert "Lê Văn Mới" not in shown

    request = story.reload().roll.requests.get()
    services.correct_roll(
        story.as_(story.head),
        vote_id=story.vote.pk,
        request_id=request.pk,
        accepted=True,
        answer="Đã thêm hộ.",
        at=story.at,
    )
    assert "Đã sửa danh sách" in text(client.get(response.url))
    assert client.get(url(story, "de-nghi/22222222/")).status_code == 404


def test_request_after_the_freeze_is_refused_and_nothing_typed_is_lost(client, stage):
    story = stage(stages.roll_frozen)

    response = client.post(url(story, "de-nghi/"), {"name": "A", "address": "B", "words": "Chưa có tên."})

    assert response.status_code == 422
    assert "Danh sách hộ đã chốt" in text(response)
    assert "Chưa có tên." in response.content.decode()


# --- đề nghị kiểm tra


def test_dispute_is_asked_seen_and_answered(stage):
    story = stage(stages.voted)
    household = household_of(story, 0)
    assert "Hộ ông/bà có một phiếu, nhận lúc 9 giờ" in text(household.get(url(story, "kiem-tra/")))
    assert household.post(url(story, "kiem-tra/"), {"words": ""}).status_code == 422

    response = household.post(url(story, "kiem-tra/"), {"words": "Hộ tôi chưa gửi."})
    assert response.status_code == 303
    shown = text(household.get(response.url))
    assert "Tổ đang kiểm tra." in shown
    assert "Hộ tôi chưa gửi." in shown

    dispute = story.round().disputes.get()
    services.resolve_dispute(
        story.as_(story.front), dispute_id=dispute.pk, void=True, answer="Đã hỏi lại hộ.", at=story.at
    )
    shown = text(household.get(response.url))
    assert "Tổ đã bỏ phiếu đó ra" in shown
    assert "Đã hỏi lại hộ." in shown
    assert "Hộ tôi chưa gửi." not in text(household_of(story, 1).get(response.url))


def test_dispute_is_not_taken_after_sealing_nor_from_strangers(client, stage):
    story = stage(stages.sealed)
    household = household_of(story, 0)

    assert "không nhận đề nghị kiểm tra nữa" in text(household.get(url(story, "kiem-tra/")))
    assert household.post(url(story, "kiem-tra/"), {"words": "Sai."}).status_code == 422
    assert client.get(url(story, "kiem-tra/")).url.startswith("/the/")
    stranger = Client()
    builders.log_in_household(stranger, builders.make_household(builders.make_khu_pho(story.ward, 4)))
    assert stranger.get(url(story, "kiem-tra/")).status_code in {403, 409}
    assert story.round().disputes.count() == 0
