"""A household votes in a browser: from its card to the receipt, with a finger, with keys alone, without script."""

from __future__ import annotations

import pytest
from django.test import Client

import builders
from danchu.law.states import Choice
from danchu.rooms.voting import receipts
from journeys.conftest import faults, fits
from rooms.voting import stages

pytestmark = [pytest.mark.journey, pytest.mark.part("chromium")]


@pytest.fixture
def opened(story):
    return story(stages.opened)


def card_of(opened, index=0):
    return f"/the/{builders.make_card(opened.households[index]).token}/"


def good(page):
    """The page as it stands offends nobody and fits the screen."""
    assert faults(page) == []
    assert fits(page)


def test_with_a_finger_in_four_screens(open_page, opened):
    page = open_page()
    screens = []
    page.on("domcontentloaded", lambda shown: screens.append(shown.url))

    page.goto(card_of(opened))
    good(page)
    page.get_by_role("button", name="Vào bằng thẻ này").click()
    page.wait_for_url("**/phieu/")
    good(page)
    page.get_by_text("Vì sao?").first.click()
    good(page)
    page.locator("label", has_text="Không đồng ý").click()
    good(page)
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    page.wait_for_url("**/xem-lai/")
    assert "Không đồng ý" in page.locator(".dc-picked").inner_text()
    good(page)
    page.get_by_role("button", name="Gửi phiếu").click()
    page.wait_for_url("**/bien-nhan/")
    good(page)

    ballot = opened.round().ballots.get()
    assert ballot.choice.choice == Choice.NO
    assert page.get_by_text(receipts.spoken(ballot.code)).is_visible()
    assert page.locator(".dc-slip svg").bounding_box()["width"] >= 120
    assert len(screens) == 4

    page.go_back()
    page.wait_for_url("**/phieu/")
    assert "Hộ ông/bà đã gửi phiếu" in page.locator("main").inner_text()
    assert opened.round().ballots.count() == 1


def test_mistakes_and_second_thoughts(open_page, opened):
    page = open_page()
    page.goto(card_of(opened))
    page.get_by_role("button", name="Vào bằng thẻ này").click()

    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    assert page.get_by_role("alert").is_visible()
    good(page)
    page.locator("label", has_text="Ý kiến khác").click()
    box = page.get_by_label("Ý kiến của hộ")
    assert box.is_visible()
    good(page)
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    assert page.get_by_role("alert").is_visible()
    good(page)
    box.fill("Xin tắt hai bóng gần nhà tôi.")
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    page.get_by_role("button", name="Chọn lại").click()
    assert box.input_value() == "Xin tắt hai bóng gần nhà tôi."
    page.locator("label", has_text="Đồng ý").first.click()
    assert not box.is_visible()
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    page.get_by_role("button", name="Gửi phiếu").click()
    page.wait_for_url("**/bien-nhan/")

    page.goto(page.url.replace("bien-nhan", "phieu"))
    assert page.get_by_text("Hộ ông/bà đã gửi phiếu").is_visible()
    good(page)
    assert opened.round().ballots.get().choice.choice == Choice.YES


def test_with_keys_alone(open_page, opened):
    page = open_page(1280)
    page.goto(card_of(opened))

    def reach(name):
        """Tab until the thing of that name has the focus, and see its ring."""
        for _step in range(60):
            page.keyboard.press("Tab")
            words = page.evaluate(
                "(e => e.labels?.[0]?.innerText || e.innerText || e.getAttribute('aria-label') || '')"
                "(document.activeElement)"
            )
            if words.strip().startswith(name):
                return
        raise AssertionError(f"no way to {name} with the keyboard")

    reach("Vào bằng thẻ này")
    page.keyboard.press("Enter")
    page.wait_for_url("**/phieu/")
    reach("Vì sao?")
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    # One stop for the three answers, arrows between them; nothing is chosen until a key is pressed.
    assert page.locator("[name=choice]:checked").count() == 0
    for _step in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "choice":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("[name=choice]:checked").get_attribute("value") == "other"
    page.keyboard.press("Tab")
    page.keyboard.type("Xin thêm đèn.")
    reach("Xem lại trước khi gửi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/xem-lai/")
    reach("Gửi phiếu")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bien-nhan/")

    choice = opened.round().ballots.get().choice
    assert (choice.choice, choice.words) == (Choice.OTHER, "Xin thêm đèn.")


def test_without_script(open_page, opened):
    page = open_page(script=False)

    page.goto(card_of(opened))
    page.get_by_role("button", name="Vào bằng thẻ này").click()
    page.locator("label", has_text="Ý kiến khác").click()
    assert page.get_by_label("Ý kiến của hộ").is_visible()
    page.get_by_label("Ý kiến của hộ").fill("Xin thêm đèn.")
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    page.get_by_role("button", name="Gửi phiếu").click()
    page.wait_for_url("**/bien-nhan/")

    assert page.get_by_text("Đã nhận phiếu").is_visible()
    assert opened.round().ballots.get().choice.words == "Xin thêm đèn."


def test_pressed_twice_is_one_ballot(open_page, opened):
    page = open_page()
    page.goto(card_of(opened))
    page.get_by_role("button", name="Vào bằng thẻ này").click()
    page.locator("label", has_text="Đồng ý").first.click()
    page.get_by_role("button", name="Xem lại trước khi gửi").click()

    page.get_by_role("button", name="Gửi phiếu").dblclick()
    page.wait_for_url("**/bien-nhan/")

    assert opened.round().ballots.count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_largest_letters_cut_nothing(open_page, opened, theme):
    page = open_page(cookies={"co_chu": "large", "nen": theme})
    page.goto(card_of(opened))
    good(page)
    page.get_by_role("button", name="Vào bằng thẻ này").click()
    page.locator("label", has_text="Đồng ý").first.click()
    good(page)
    page.get_by_role("button", name="Xem lại trước khi gửi").click()
    good(page)
    page.get_by_role("button", name="Gửi phiếu").click()
    page.wait_for_url("**/bien-nhan/")
    good(page)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("step", [stages.opened, stages.announced], ids=lambda step: step.__name__)
def test_public_pages_open_their_reasons_and_offend_nobody(open_page, story, step, width):
    told = story(step)
    page = open_page(width)

    page.goto("/bieu-quyet/")
    good(page)
    page.get_by_role("link", name="Tổng vệ sinh sáng Chủ nhật đầu tháng").click()
    good(page)
    for reason in page.get_by_text("Vì sao").all():
        reason.click()
    good(page)
    for name in ("tra-ma/", "tra-ten/"):
        page.goto(f"/bieu-quyet/{told.vote.slug}/{name}")
        good(page)
    if width == 360 and step is stages.opened:
        page.goto(f"/bieu-quyet/{told.vote.slug}/")
        act = page.get_by_role("link", name="Biểu quyết bằng thẻ của hộ").bounding_box()
        assert act["y"] + act["height"] <= 800


def test_kiosk_forgets_who_walked_away(open_page, opened, live_server):
    page = open_page()
    page.clock.install()
    card = builders.make_card(opened.households[0])
    member = Client()
    builders.log_in(member, opened.front)
    member.post(f"/bieu-quyet/{opened.vote.slug}/may-dat/")
    page.context.add_cookies([{"name": "phien", "value": member.cookies["phien"].value, "url": live_server.url}])

    page.goto(f"/bieu-quyet/{opened.vote.slug}/may-dat/ho/")
    good(page)
    page.get_by_label("Số hộ").fill(opened.households[0].number)
    page.locator("[name=code]").fill(card.code)
    page.get_by_role("button", name="Vào phiếu").click()
    page.wait_for_url("**/phieu/")
    page.locator("label", has_text="Không đồng ý").click()
    page.clock.fast_forward(61_000)
    page.wait_for_url("**/may-dat/ho/")

    page.goto(f"/bieu-quyet/{opened.vote.slug}/phieu/")
    assert page.url.endswith("/may-dat/ho/")
    assert opened.round().ballots.count() == 0
