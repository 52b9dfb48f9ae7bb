"""A household votes in the booth: a real browser, the real writer in it, the real judge behind the ward."""

from __future__ import annotations

import json
import re

import pytest

from booth.conftest import faults, fits
from booth.ward import CARD
from danchu.crypto.ballots import opens_to
from danchu.crypto.protocol import fingerprint, short_code
from danchu.verifier import check_ballot

pytestmark = [pytest.mark.journey]


@pytest.fixture
def card(village):
    return f"/#{CARD}.{village.cards[0]}"


def answer(page, name):
    return page.get_by_role("radio", name=re.compile(f"^{name}"))


def choose(page, name):
    answer(page, name).check()
    page.get_by_role("button", name="Xem lại trước khi gửi").click()


def sealed(page):
    page.get_by_text("Phiếu đã khóa. Mã phiếu").wait_for()
    return page.get_by_text("Phiếu đã khóa. Mã phiếu").inner_text().removesuffix(".")[-9:].replace("\u00a0", " ")


def test_from_card_to_receipt(open_page, place, card):
    page = open_page(card)
    assert "#" not in page.url
    page.get_by_role("heading", name="Đèn và camera chung").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    assert page.locator(":checked").count() == 0
    choose(page, "Không đồng ý")
    page.get_by_role("heading", name="Xem lại, rồi gửi").wait_for()
    code = sealed(page)
    assert (faults(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Gửi phiếu").click()
    page.get_by_role("heading", name="Đã nhận phiếu").wait_for()
    assert (faults(page), fits(page)) == ([], True)

    (ballot,) = place.ward.ballots
    check_ballot(ballot.encode(), place.ward.election, set(place.village.public))
    assert code == short_code(ballot) == page.locator(".dc-slip__code").inner_text()
    assert page.evaluate("document.title") == "Đã nhận phiếu"
    page.get_by_role("button", name="Trang của hộ").click()
    page.wait_for_url(f"{place.ward_url}/cua-ho/")


def test_the_secret_and_the_choice_never_leave_the_device(open_page, place, card):
    page = open_page(card)
    choose(page, "Đồng ý")
    sealed(page)
    page.get_by_role("button", name="Gửi phiếu").click()
    page.get_by_role("heading", name="Đã nhận phiếu").wait_for()

    sent = json.dumps(place.ward.calls)
    assert place.village.cards[0] not in sent
    assert str(place.village.private[0]) not in sent
    assert [sorted(given) for _, given in place.ward.calls] == [
        ["card", "lang"], ["lang", "pass", "uuid"], ["ballot", "lang", "pass", "uuid"],
    ]  # fmt: skip
    assert {one["HTTP_COOKIE"] for one in place.ward.headers} == {None}
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_nothing_people_typed_becomes_part_of_the_page(open_page, card):
    page = open_page(card)
    page.get_by_role("heading", name="Đèn và camera chung").wait_for()

    assert page.locator("main img, main script").count() == 0
    assert "planted" not in page.title().split("<")[0]


def test_a_typed_secret_and_a_grant(open_page, place):
    page = open_page("/#GRANT-0123456789")
    field = page.get_by_label("20 số kín, năm nhóm bốn số")
    field.wait_for()
    assert (faults(page), fits(page)) == ([], True)
    field.press_sequentially(place.village.cards[0][:7])
    assert field.input_value() == f"{place.village.cards[0][:4]} {place.village.cards[0][4:7]}"
    page.keyboard.press("Enter")
    page.get_by_text("Mới có 7 số").wait_for()
    field.fill("1" * 20)
    page.keyboard.press("Enter")
    page.get_by_text("20 số này không phải của thẻ hộ ông/bà").wait_for()
    assert faults(page) == []
    page.get_by_label("20 số kín").fill(f"{place.url}/#{CARD}.{place.village.cards[0]}")
    page.keyboard.press("Enter")

    choose(page, "Ý kiến khác")

    sealed(page)
    assert place.ward.ballots == []


def test_a_card_with_wrong_digits_is_noticed_before_anything_is_sent(open_page, place):
    page = open_page(f"/#{CARD}.{'1' * 20}")
    choose(page, "Đồng ý")

    page.get_by_text("20 số này không phải của thẻ hộ ông/bà").wait_for()
    page.get_by_label("20 số kín").fill(place.village.cards[0])
    page.keyboard.press("Enter")
    choose(page, "Đồng ý")
    sealed(page)


def test_choosing_again_and_going_back(open_page, place, card):
    page = open_page(card)
    choose(page, "Đồng ý")
    page.get_by_role("heading", name="Xem lại, rồi gửi").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Đèn và camera chung").wait_for()
    assert answer(page, "Đồng ý").is_checked()
    choose(page, "Không đồng ý")
    page.get_by_role("button", name="Chọn lại").click()
    choose(page, "Ý kiến khác")
    assert page.locator(".dc-picked").inner_text() == "Ý kiến khác"
    assert place.ward.ballots == []


def test_no_answer_is_asked_for(open_page, card):
    page = open_page(card)
    page.get_by_role("button", name="Xem lại trước khi gửi").click()

    page.get_by_text("Hãy chọn một trong ba ô").wait_for()
    assert faults(page) == []


def test_a_test_ballot_is_opened_and_never_sent(open_page, place, card):
    page = open_page(card)
    choose(page, "Không đồng ý")
    code = sealed(page)
    page.get_by_text("Muốn thử xem máy khóa có đúng không?").click()
    assert faults(page) == []
    page.get_by_role("button", name="Mở phiếu thử").click()
    page.get_by_text("Máy đã khóa đúng lựa chọn").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    with page.expect_download() as saved:
        page.get_by_text("Lưu phiếu thử").click()
    test = json.loads(saved.value.path().read_text(encoding="utf-8"))

    assert test["election"] == place.village.vote.text
    assert short_code(test["ballot"]) == code
    randomness = tuple(map(int, test["randomness"]))
    assert [opens_to(place.village.vote, test["ballot"], one, randomness) for one in range(3)] == [False, True, False]
    page.get_by_role("button", name="Chọn lại").click()
    choose(page, "Không đồng ý")
    assert sealed(page) != code
    assert place.ward.ballots == []


def test_a_broken_connection_costs_nothing(open_page, place, card):
    page = open_page(card, quiet=False)
    choose(page, "Đồng ý")
    code = sealed(page)
    place.ward.fails = [500, 502]
    page.get_by_role("button", name="Gửi phiếu").click()
    page.get_by_role("heading", name="Chưa nối được với phường").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Gửi lại").click()
    page.get_by_role("button", name="Gửi lại").click()
    page.get_by_role("heading", name="Đã nhận phiếu").wait_for()

    assert page.locator(".dc-slip__code").inner_text() == code
    assert len(place.ward.ballots) == 1


def test_a_household_may_send_again(open_page, place, card):
    for name in ("Đồng ý", "Không đồng ý"):
        page = open_page(card)
        choose(page, name)
        sealed(page)
        page.get_by_role("button", name="Gửi phiếu").click()
        page.get_by_role("heading", name="Đã nhận phiếu").wait_for()

    page.get_by_text("Lựa chọn trước không còn được tính").wait_for()
    assert len(place.ward.ballots) == 2


def test_a_refusal_is_said_as_the_ward_says_it(open_page, place, card):
    page = open_page(card, quiet=False)
    choose(page, "Đồng ý")
    sealed(page)
    place.ward.closed = True
    page.get_by_role("button", name="Gửi phiếu").click()

    page.get_by_text("Đã hết giờ biểu quyết lúc 17 giờ.").wait_for()
    assert faults(page) == []


def test_another_tracker_is_said_loudly(open_page, place, card):
    place.ward.false_tracker = True
    page = open_page(card)
    choose(page, "Đồng ý")
    sealed(page)
    page.get_by_role("button", name="Gửi phiếu").click()

    page.get_by_role("heading", name="Biên nhận không khớp").wait_for()
    assert fingerprint(place.ward.ballots[0]) != fingerprint("another")


def test_a_card_that_ended_and_no_card_at_all(open_page):
    page = open_page(f"/#{'z' * 22}.{'1' * 20}", quiet=False)
    page.get_by_text("Câu nói rõ phải làm gì.").wait_for()
    assert faults(page) == []
    page = open_page("/")
    page.get_by_role("heading", name="Quét thẻ của hộ").wait_for()
    assert (faults(page), fits(page)) == ([], True)


def test_two_matters_and_none(open_page, place, card):
    place.ward.votes = 2
    page = open_page(card)
    page.get_by_role("heading", name="Hộ ông/bà biểu quyết việc nào trước?").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Đèn").click()
    page.get_by_role("heading", name="Đèn và camera chung").wait_for()
    place.ward.votes = 0
    page = open_page(card)
    page.wait_for_url(f"{place.ward_url}/cua-ho/")


def test_a_kiosk_forgets(open_page, place, card):
    place.ward.kiosk = {"home": "/may-dat/ho/", "seconds": 1}
    page = open_page(card)

    page.wait_for_url(f"{place.ward_url}/may-dat/ho/")


def test_the_page_in_english_keeps_the_choice(open_page, card):
    page = open_page(card)
    page.get_by_role("heading", name="Đèn và camera chung").wait_for()
    page.get_by_role("button", name="English").click()

    page.get_by_role("button", name="Look again before sending").wait_for()
    assert page.get_by_text("17:00, Sunday 15/11/2026").is_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert faults(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_large_letters_on_a_narrow_phone_and_a_dark_ground(open_page, card, theme):
    page = open_page(card, color_scheme=theme)
    page.get_by_role("heading", name="Đèn và camera chung").wait_for()
    page.get_by_role("button", name="Chữ to").click()

    assert (faults(page), fits(page)) == ([], True)


def test_the_keyboard_alone_suffices(open_page, place, card):
    page = open_page(card, 1280)
    page.get_by_role("heading", name="Đèn và camera chung").wait_for()
    page.locator("#chon input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    sealed(page)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Gửi phiếu":
            break
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Đã nhận phiếu").wait_for()

    assert len(place.ward.ballots) == 1


@pytest.mark.parametrize("missing", ["BigInt", "Worker"])
def test_an_old_device_is_told_plainly(chromium, place, missing):
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script(f"delete window.{missing}")
    page.goto(place.url)

    page.get_by_text("Máy này đời cũ, chưa khóa kín được phiếu.").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    context.close()


@pytest.mark.parametrize("path", ["/", "/to.html", "/the.html"])
def test_without_javascript_the_other_ways_are_named(open_page, path):
    page = open_page(path, java_script_enabled=False)

    assert "JavaScript" in page.locator("noscript p").first.text_content()
    assert "JavaScript" in page.locator("noscript p[lang=en]").text_content()
