"""Pages of a vote that runs or has closed: helping, cards, the result."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

import builders
from danchu.foundation import clock
from danchu.foundation.accounts.models import Card, WrongCode
from danchu.foundation.accounts.services import cards
from danchu.foundation.journal.models import Entry as JournalRow
from danchu.law.answers import Refused
from danchu.law.states import Choice, State
from danchu.rooms.voting import services
from danchu.rooms.voting.models import AssistedSession, Task
from rooms.voting import stages
from rooms.voting.screens import come, desk, hidden, text, url

pytestmark = pytest.mark.django_db
CODE = re.compile(r"(?<![0-9])[0-9]{4}\s?[0-9]{4}(?![0-9])")


# --- helping


def test_help_with_a_witness_from_search_to_receipt(stage):
    story = stage(stages.opened)
    client = come(story.it)
    found = client.get(url(story, "ho-so/lam-giup/"), {"q": "duong so 5 binh"})
    line = story.line(1)
    start = url(story, f"ho-so/lam-giup/ho/{line.pk}/")

    assert start in found.content.decode()
    assert client.post(start, {"reason": "mắt kém", "card_code": "", "witness": ""}).status_code == 409
    assert client.post(start, {"reason": "mắt kém", "witness": story.head.pk}).status_code == 303
    assert "Còn 10 phút." in text(client.get("/bieu-quyet/"))
    ballot = client.get(url(story, "ho-so/lam-giup/phieu/"))
    assert "Lý do: mắt kém. Còn 10 phút." in text(ballot)
    done = client.post(url(story, "ho-so/lam-giup/phieu/"), {**hidden(ballot), "choice": "no", "words": ""})
    assert done.status_code == 200
    entry = story.round().ballots.get()
    assert (entry.route, entry.helper, entry.choice.choice) == ("assisted", story.it, Choice.NO)
    assert "Còn 10 phút." not in text(client.get("/bieu-quyet/"))
    assert "Không đồng ý" not in text(done)


def test_help_ends_by_itself(stage):
    story = stage(stages.opened)
    client = come(story.it)
    client.post(url(story, f"ho-so/lam-giup/ho/{story.line(0).pk}/"), {"reason": "mắt kém", "witness": story.head.pk})
    story.wait(timedelta(minutes=11))

    assert client.get(url(story, "ho-so/lam-giup/phieu/")).status_code == 409
    assert "Đang giúp" not in text(client.get("/bieu-quyet/"))


def test_help_is_ended_by_the_helper(stage):
    story = stage(stages.opened)
    client = come(story.it)
    client.post(url(story, f"ho-so/lam-giup/ho/{story.line(0).pk}/"), {"reason": "mắt kém", "witness": story.head.pk})
    client.post(url(story, "ho-so/lam-giup/ket-thuc/"))

    assert AssistedSession.objects.get().ended_at == story.at


def test_the_call_list_is_the_team_s_and_each_look_is_written_down(stage):
    story = stage(stages.voted)
    before = JournalRow.objects.filter(act="voting.call_list.view").count()
    page = text(come(story.it).get(url(story, "ho-so/ho-can-moi/")))

    assert "Đã có 8/10 hộ gửi phiếu." in page
    assert "3-009" in page
    assert "3-001" not in page
    assert JournalRow.objects.filter(act="voting.call_list.view").count() == before + 1
    assert come(story.officer).get(url(story, "ho-so/ho-can-moi/")).status_code == 403


def test_a_long_call_list_has_pages_and_keeps_what_was_searched(stage, monkeypatch):
    story = stage(stages.opened)
    monkeypatch.setattr("danchu.rooms.voting.views.assist.PER_PAGE", 4)
    client = come(story.it)
    pages = [client.get(url(story, "ho-so/ho-can-moi/"), {"q": "duong so 5", "page": page}) for page in (1, 2, 3)]

    shown = [re.findall(r"Hộ (3-\d+)", text(page)) for page in pages]
    assert [len(one) for one in shown] == [4, 4, 2]
    assert len({number for one in shown for number in one}) == 10
    assert (
        "?page=2&amp;q=duong+so+5" in pages[0].content.decode()
        or "?page=2&amp;q=duong%20so%205" in pages[0].content.decode()
    )
    assert "Trang 2 trong 3" in text(pages[1])
    assert "Không thấy hộ nào" in text(client.get(url(story, "ho-so/ho-can-moi/"), {"q": "khong co"}))


def test_an_address_that_takes_a_press_leads_back_when_it_is_only_opened(stage):
    story = stage(stages.proposed)
    response = come(story.head).get(url(story, "ho-so/dong-y/"))

    assert (response.status_code, response.url) == (303, url(story, "ho-so/"))
    assert not story.vote.agreements.exists()


def test_a_refusal_names_its_article_once_and_leads_back(stage):
    story = stage(stages.scheduled)
    response = come(story.head).get(url(story, "ho-so/thong-bao/"))
    page = text(response)

    assert response.status_code in {403, 409}
    response = come(story.front).get(url(story, "ho-so/thong-bao/"))
    assert response.status_code == 409
    assert text(response).count("khoản 3 Điều 5") + text(response).count("Khoản 3 Điều 5") == 1, page
    assert f'href="{url(story, "ho-so/")}"' in response.content.decode()
    assert "3-009" not in desk(story, story.it).content.decode()


# --- cards


def sheet(response):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)


def ready(story):
    story.head.phone = "0900 000 301"
    story.head.save()
    return come(story.head)


def test_cards_are_printed_once_and_kept_nowhere(stage):
    story = stage(stages.roll_frozen)
    client = ready(story)
    made = client.post(url(story, "ho-so/the/lap/"))
    again = client.post(url(story, "ho-so/the/lap/"))
    codes = CODE.findall(sheet(made))

    assert made["Content-Type"] == "application/pdf"
    assert made["Cache-Control"] == "private, no-store"
    assert len(codes) == len(set(codes)) == 10
    assert again["Content-Type"].startswith("text/html")
    assert "Hộ nào cũng đã có thẻ" in text(again)
    kept = " ".join(str(row) for row in Card.objects.values())
    assert not any(code.replace(" ", "") in kept for code in codes)
    card = cards.find_by_code(story.ward.pk, number="3-001", code=codes[0], at=story.at)
    assert card.household == story.households[0]


def test_a_sheet_that_cannot_be_drawn_makes_no_card(stage):
    story = stage(stages.roll_frozen)
    story.ward.phone = ""
    story.ward.save()
    page = come(story.head).post(url(story, "ho-so/the/lap/"))

    assert page.status_code == 409
    assert "số điện thoại khi mất thẻ" in text(page)
    assert not Card.objects.exists()


def test_a_new_card_ends_the_old_one(stage):
    story = stage(stages.opened)
    old = builders.make_card(story.households[2])
    client = ready(story)
    wrong = client.post(url(story, "ho-so/the/cap-lai/"), {"number": "9-999", "reason": "mất thẻ"})
    made = client.post(url(story, "ho-so/the/cap-lai/"), {"number": "3-003", "reason": "mất thẻ"})

    assert wrong.status_code == 422
    assert "Khu phố không có hộ mang số này" in text(wrong)
    assert "mất thẻ" in wrong.content.decode()
    assert len(CODE.findall(sheet(made))) == 1
    with pytest.raises(Refused):
        cards.find_by_token(old.token)


def test_households_locked_out_are_named_to_the_team(stage):
    story = stage(stages.opened)
    WrongCode.objects.bulk_create(
        WrongCode(ward=story.ward, household=story.households[3], at=story.at) for _ in range(5)
    )

    assert "Hộ gõ sai mã năm lần" in text(desk(story, story.it))
    assert "Hộ gõ sai mã năm lần" not in text(desk(story, story.officer))


# --- the result


def test_a_dispute_is_settled_without_the_choice(stage):
    story = stage(stages.voted)
    dispute = services.dispute_entry(
        story.household(0), round_id=story.round().pk, words="Không phải tôi.", at=story.at
    )
    client = come(story.it)
    page = url(story, f"ho-so/kiem-tra/{dispute.pk}/")

    assert "Không phải tôi." in text(desk(story))
    assert "bằng thẻ của hộ" in text(client.get(page))
    assert client.post(page, {"decision": "voided", "answer": "Đã bỏ phiếu đó."}).status_code == 303
    assert "7 trong 10 hộ đã gửi phiếu" in text(desk(story))


def task(place, what, who, story, days=10):
    """One row of the form: who does what by when."""
    due = clock.day(story.at) + timedelta(days=days)
    day = zip(range(3), (due.day, due.month, due.year), strict=True)
    return {f"viec{place}-what": what, f"viec{place}-who": who, **{f"viec{place}-due_{n}": part for n, part in day}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"viec0-what": ""}, "Ghi việc phải làm"),
        ({"viec0-who": " "}, "Ghi người làm"),
        ({"viec0-due_0": ""}, "Ghi đủ ngày, tháng, năm"),
        ({"viec0-due_0": "", "viec0-due_1": "", "viec0-due_2": ""}, "Ghi đủ ngày, tháng, năm"),
        ({"viec0-due_0": "31", "viec0-due_1": "2"}, "Lịch không có ngày này"),
        ({"viec0-due_2": "2025"}, "Ngày này đã qua"),
        ({"viec0-due_0": "mai"}, "Ghi ngày bằng chữ số"),
    ],
)
def test_task_says_who_does_what_by_when_or_is_asked_for_the_rest(stage, change, said):
    story = stage(stages.closed)
    given = {"decision_form": "minutes", **task(0, "Mua chổi", "Ông Lộc", story), **change}

    page = come(story.front).post(url(story, "ho-so/niem-phong/"), given)

    assert page.status_code == 422
    assert said in text(page)
    assert story.reload().result_sealed_at is None
    assert not Task.objects.exists()


def test_tasks_are_kept_in_their_order_and_empty_rows_left_out(stage):
    story = stage(stages.closed)
    rows = {**task(0, "Mua  chổi", "Ông Lộc", story, 0), **task(2, "Báo lại", "Bà Nhung", story, 180)}

    assert (
        come(story.front).post(url(story, "ho-so/niem-phong/"), {"decision_form": "minutes", **rows}).status_code == 303
    )

    found = [(one.what, one.who, (one.due - clock.day(story.at)).days) for one in story.vote.tasks.order_by("pk")]
    assert found == [("Mua chổi", "Ông Lộc", 0), ("Báo lại", "Bà Nhung", 180)]


def test_sealed_signed_announced_sent(stage):
    story = stage(stages.closed)
    front, head = come(story.front), come(story.head)
    assert "cần ít nhất 6/10" in text(front.get(url(story, "ho-so/niem-phong/")))
    front.post(
        url(story, "ho-so/niem-phong/"), {"decision_form": "resolution", **task(0, "Mua chổi", "Ông Lộc", story)}
    )
    typed = {"head": "Huỳnh Văn Lộc", "front_head": "Lê Thị Nhung", "household_1": "3-001", "household_2": "3-001"}
    same = head.post(url(story, "ho-so/chu-ky/"), {**typed, "scan": SimpleUploadedFile("ky.pdf", stages.PDF)})
    assert same.status_code == 409
    assert 'value="Huỳnh Văn Lộc"' in same.content.decode()
    assert not story.vote.signatures.exists()
    typed["household_2"] = "3-002"
    head.post(url(story, "ho-so/chu-ky/"), {**typed, "scan": SimpleUploadedFile("ky.pdf", stages.PDF)})
    assert story.vote.signatures.count() == 4
    head.post(url(story, "ho-so/cong-bo/"))
    waiting = text(head.get(url(story, "ho-so/")))
    assert "Chậm nhất thứ Sáu, 20/11/2026" in waiting
    head.post(url(story, "ho-so/gui-phuong/"))
    assert story.reload().state == State.SENT


def test_no_signature_without_a_paper(stage):
    story = stage(stages.sealed)
    page = come(story.head).post(url(story, "ho-so/chu-ky/"), {"head": "Huỳnh Văn Lộc"})

    assert page.status_code == 422
    assert not story.vote.signatures.exists()
