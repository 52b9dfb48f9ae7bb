"""The Front leader's device makes household secrets, prints cards, keeps a locked file, lists credentials."""

from __future__ import annotations

import json
import re
import subprocess
from types import SimpleNamespace

import pytest

from booth.conftest import faults, fits, serve
from booth.team_ward import CardsWard
from booth.ward import Ward
from danchu.crypto import credentials, questions
from danchu.groups import group_named
from danchu.server import booth

pytestmark = [pytest.mark.journey]


@pytest.fixture
def place(village):
    """The booth, and the ward of ten households."""
    ward = Ward(village)
    ward.cards = CardsWard(questions.new_uuid())
    ward_server, ward_url = serve(ward)
    booth_server, url = serve(booth.application(ward=ward_url))
    yield SimpleNamespace(ward=ward, cards=ward.cards, ward_url=ward_url, url=url)
    for server in (ward_server, booth_server):
        server.shutdown()
        server.server_close()


CUT_OFF = """() => [...document.querySelectorAll(".dc-card")].filter((card) => {
  const edge = card.getBoundingClientRect();
  return [...card.querySelectorAll("p, svg")].some((part) => {
    const box = part.getBoundingClientRect();
    return box.bottom > edge.bottom || box.right > edge.right;
  });
}).length"""


def desk(open_page):
    page = open_page("/the.html#LEADER-000", 1280)
    page.on("dialog", lambda asked: asked.accept())
    page.add_init_script("window.print = () => {}")
    page.get_by_role("heading", name="Thẻ biểu quyết của hộ").wait_for()
    return page


def first_cards(page):
    """From nothing to printed cards: the file's key, the file, the cards' text."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Lập thẻ lần đầu").click()
    key = page.locator(".dc-digits").inner_text().replace(" ", "")
    page.get_by_role("button", name="Đã chép xong").click()
    page.get_by_label("28 số của mã mở tệp").fill(key)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="In thẻ cho 10 hộ chưa có").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Lưu tệp số kín").click()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("heading", name="10 thẻ đã sẵn sàng").wait_for()
    return key, saved.value.path()


def printed(page):
    """Household number → secret, as the cards say them."""
    page.emulate_media(media="print")
    found = {}
    for card in page.locator(".dc-card").all():
        number = re.search(r"bà Số (\d+)", card.inner_text())[1]
        found[number] = re.search(r"Số kín ([\d ]+)", card.inner_text())[1].replace(" ", "")
    page.emulate_media(media="screen")
    return found


def test_cards_are_made_printed_and_listed_and_no_secret_leaves(open_page, place):
    page = desk(open_page)
    assert (faults(page), fits(page)) == ([], True)
    first_cards(page)
    assert (faults(page), fits(page)) == ([], True)
    page.get_by_role("button", name="In thẻ").click()
    secrets = printed(page)
    assert len(set(secrets.values())) == 10
    assert all(re.fullmatch(r"\d{20}", secret) for secret in secrets.values())

    page.get_by_role("button", name="Đã in xong, xóa khỏi máy").click()
    page.get_by_role("button", name="Tính và gửi danh sách").click()
    page.get_by_text("Đã gửi danh sách: 9 hộ").wait_for(timeout=30000)

    group = group_named(questions.GROUP)
    expected = {
        str(100 + int(number)): credentials.public_credential(
            credentials.private_credential(secret, place.cards.uuid, group), group
        )
        for number, secret in secrets.items()
        if number != "3"  # blocked
    }
    assert {one["id"]: one["credential"] for one in place.cards.listed} == expected
    sent = json.dumps(place.ward.calls)
    assert not any(secret in sent for secret in secrets.values())
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.part("node")
def test_the_qr_of_a_card_opens_the_booth_with_its_secret(open_page, place, workshop):
    page = desk(open_page)
    first_cards(page)
    page.get_by_role("button", name="In thẻ").click()
    secrets = printed(page)

    card = place.cards.given["101"]["card"]
    label = page.locator(".dc-card .dc-qr").first.get_attribute("aria-label")
    assert label == "Mã QR của hộ số 1"
    read = decode(page, ".dc-card >> nth=0 >> .dc-qr", workshop)
    assert read == f"https://phieu.phuong.example/#{card}.{secrets['1']}"


def decode(page, selector, workshop):
    """What a scanner reads from the drawing: its squares, eight dots each, given to a decoder."""
    drawing = page.locator(selector)
    side = int(drawing.get_attribute("viewBox").split()[2])
    squares = re.findall(r"M(\d+) (\d+)h", drawing.locator("path").get_attribute("d"))
    script = """
        import { decodeQR } from "qr/decode.js";
        const { side, squares } = JSON.parse(process.argv[1]);
        const width = side * 8, data = new Uint8Array(width * width * 4).fill(255);
        for (const [x, y] of squares) for (let i = 0; i < 64; i++) {
          const at = 4 * ((y * 8 + (i >> 3)) * width + x * 8 + (i & 7));
          data.fill(0, at, at + 3);
        }
        console.log(decodeQR({ width, height: width, data }));
    """
    given = json.dumps({"side": side, "squares": [[int(x), int(y)] for x, y in squares]})
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, given], cwd=workshop, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_file_opens_with_its_key_alone_and_gives_the_same_secrets(open_page, place):
    page = desk(open_page)
    key, file = first_cards(page)
    secrets = printed(page)
    saved = file.read_text(encoding="utf-8")
    assert not any(secret in saved for secret in secrets.values())

    page = desk(open_page)
    page.get_by_role("button", name="Mở tệp số kín đã lưu").click()
    page.get_by_label("Tệp số kín").set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_text("Tệp này không phải tệp số kín.").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    page.get_by_label("Tệp số kín").set_input_files(file)
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("28 số của mã mở tệp").fill("1" * 28)
    page.keyboard.press("Enter")
    page.get_by_text("28 số chưa đúng với tệp này").wait_for()
    page.get_by_label("28 số của mã mở tệp").fill(key)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="In lại thẻ cho một hộ").click()
    page.get_by_label("Số hộ").fill("99")
    page.keyboard.press("Enter")
    page.get_by_text("Không có hộ mang số này.").wait_for()
    page.get_by_label("Số hộ").fill("7")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="1 thẻ đã sẵn sàng").wait_for()

    assert printed(page) == {"7": secrets["7"]}


def test_a_list_waits_until_every_household_has_its_digits(open_page, place):
    page = desk(open_page)
    page.get_by_role("button", name="Lập thẻ lần đầu").click()
    key = page.locator(".dc-digits").inner_text()
    page.get_by_role("button", name="Đã chép xong").click()
    page.get_by_label("28 số của mã mở tệp").fill(key)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tính và gửi danh sách").click()

    page.get_by_text("9 hộ chưa có số kín").wait_for()
    assert faults(page) == []
    assert place.cards.listed == []


def test_a_page_of_cards_holds_eight(open_page, tmp_path):
    page = desk(open_page)
    first_cards(page)
    page.get_by_role("button", name="In thẻ").click()
    pdf = page.pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == 0
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Đã in xong, xóa khỏi máy").click()
    page.get_by_role("button", name="Đã in xong, xóa khỏi máy").click()
    page.get_by_role("heading", name="Đã xóa khỏi máy").wait_for()
