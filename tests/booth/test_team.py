"""Three devices make a key and two of them open a sum: together, in turns, from paper alone, against a false relay."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from booth.conftest import faults, fits, serve
from booth.team_ward import NAMES, TeamWard
from booth.ward import Ward
from crypto.village import SECRET_FILE, Village
from danchu.crypto import ceremony, questions, server_key, sheets, tally
from danchu.crypto.sheets import new_sheet
from danchu.server import booth
from danchu.verifier import read_trustees

pytestmark = [pytest.mark.journey]


@pytest.fixture
def place(village):
    """The booth, and the ward of a fresh ceremony."""
    ward = Ward(village)
    ward.team = TeamWard(questions.new_uuid())
    ward_server, ward_url = serve(ward)
    booth_server, url = serve(booth.application(ward=ward_url))
    yield SimpleNamespace(ward=ward, team=ward.team, ward_url=ward_url, url=url)
    for server in (ward_server, booth_server):
        server.shutdown()
        server.server_close()


def phone(open_page, number, **more):
    return open_page(f"/to.html#MEMBER-{number}", **more)


def begin(page):
    page.get_by_role("button", name="Bắt đầu lập chìa").click()
    page.locator(".dc-digits").wait_for()
    return page.locator(".dc-digits").inner_text().replace(" ", "")


def read_back(page, sheet):
    page.get_by_role("button", name="Đã in hoặc chép xong").click()
    page.get_by_label("28 số trên tờ chìa").fill(sheet)
    page.get_by_role("button", name="Tiếp tục").click()


def code(page):
    page.get_by_role("heading", name="So mã nhóm").wait_for(timeout=30000)
    return page.locator(".dc-digits--code").inner_text()


def together(open_page, check=lambda page: None):
    """The whole ceremony on three devices; their sheets and pages."""
    pages = [phone(open_page, number) for number in (1, 2, 3)]
    for page in pages:
        page.get_by_role("heading", name="Lập chìa mở kết quả").wait_for()
        check(page)
    papers = [begin(page) for page in pages]
    check(pages[0])
    for page, sheet in zip(pages, papers, strict=True):
        read_back(page, sheet)
    assert len({code(page) for page in pages}) == 1
    check(pages[0])
    for page in pages:
        page.get_by_role("button", name="Khớp", exact=True).click()
    for page in pages:
        page.get_by_role("heading", name="Đã lập xong chìa").wait_for(timeout=15000)
        check(page)
    return pages, papers


def test_three_phones_make_a_key_that_the_judge_accepts_and_two_open(open_page, place):
    def check(page):
        assert (faults(page), fits(page)) == ([], True)

    _, papers = together(open_page, check)

    text, _ = place.team.finished()
    assert len(read_trustees(text.encode(), place.team.ceremony.group)) == 2
    assert all(map(sheets.read_sheet, papers))
    assert not any(sheet in json.dumps(place.ward.calls) for sheet in papers)
    assert all(place.team.posts["sheet"] + place.team.posts["match"])

    counting(place, papers)
    pages = [phone(open_page, 1), phone(open_page, 3)]  # erased: their browsers know nothing
    for page, number in zip(pages, (1, 3), strict=True):
        page.get_by_role("button", name="Mở phần của tôi").click()
        page.get_by_role("heading", name="Quét hoặc gõ tờ chìa").wait_for()
        check(page)
        page.get_by_label("28 số trên tờ chìa").fill(papers[number - 1])
        page.get_by_role("button", name="Tiếp tục").click()
        page.get_by_role("heading", name="Đã mở").wait_for(timeout=30000)
    for page in pages:
        page.get_by_role("heading", name="Đã mở kết quả").wait_for(timeout=15000)
        check(page)
    assert place.team.village.result(place.team.openings) == [2, 1, 0]


class Counted(Village):
    """A vote under the key the phones made."""

    def __init__(self, team):
        text, key = team.finished()
        super().__init__(3, team=SimpleNamespace(uuid=team.uuid, text=text, public_key=key, ceremony=team.ceremony))

    def result(self, openings):
        server = server_key.server_key(SECRET_FILE, self.uuid, self.vote.group)
        every = {1: tally.opening_text(self.vote, self.sum, server)}
        every |= {number + 1: text for number, text in openings.items()}
        return tally.count(self.vote, self.sum, every, 2, len(self.last))


def counting(place, papers, *, few=False):
    held = Counted(place.team)
    held.cast_all([(0, 0), (1, 2), (1, 0), (2, 1)])
    held.close()
    place.team.few = few
    place.team.village = held
    place.ward.archive = held.bytes
    return held


def test_in_turns_with_every_device_erased_between_its_turns(open_page, place):
    papers = []
    for number in (1, 2, 3):
        page = phone(open_page, number)
        papers.append(begin(page))
        page.wait_for_timeout(1500)
        page.context.close()
    for number in (1, 2, 3, 1, 2, 3):
        page = phone(open_page, number)
        page.get_by_label("28 số trên tờ chìa").fill(papers[number - 1])
        page.get_by_role("button", name="Tiếp tục").click()
        page.wait_for_timeout(2500)
        page.context.close()

    assert None not in place.team.posts["key"]
    assert place.team.posts["sheet"] == [True] * 3


def test_a_reload_goes_on_with_the_copy_on_the_phone(open_page, place):
    page = phone(open_page, 1)
    sheet = begin(page)
    page.wait_for_timeout(1000)
    page.goto("about:blank")
    page.goto(f"{place.url}/to.html#MEMBER-1")

    page.locator(".dc-digits").wait_for()
    assert page.locator(".dc-digits").inner_text().replace(" ", "") == sheet


def test_a_slip_on_the_sheet_and_another_sheet(open_page, place):
    page = phone(open_page, 1)
    sheet = begin(page)
    page.get_by_role("button", name="Đã in hoặc chép xong").click()
    field = page.get_by_label("28 số trên tờ chìa")
    field.fill(sheet[:-1] + str((int(sheet[-1]) + 1) % 10))
    page.keyboard.press("Enter")
    page.get_by_text("Có số gõ chưa đúng").wait_for()
    assert faults(page) == []
    field.fill(new_sheet())
    page.keyboard.press("Enter")
    page.get_by_text("Đây không phải tờ chìa vừa lập.").wait_for()
    page.get_by_role("button", name="Xem lại tờ chìa").click()
    read_back(page, sheet)
    page.get_by_text("Còn chờ").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    assert NAMES[1] in page.locator("main").inner_text()


def test_a_sheet_of_another_ceremony_goes_nowhere(open_page, place):
    page = phone(open_page, 1)
    begin(page)
    page.wait_for_timeout(1000)
    page.context.close()
    page = phone(open_page, 1)
    page.get_by_label("28 số trên tờ chìa").fill(new_sheet())
    page.get_by_role("button", name="Tiếp tục").click()

    page.get_by_text("Tờ chìa này không thuộc buổi lập chìa này.").wait_for()
    assert place.team.posts["certificate"] == [None] * 3


def test_a_relay_that_swaps_a_certificate_shows_another_code_or_stops(open_page, place):
    """Member 2 is somebody else's: to member 1 the relay shows a stranger's promise and certificate."""
    stranger = TeamWard(place.team.uuid)
    keys = sheets.member_keys(new_sheet(), place.team.uuid, 2, stranger.ceremony.group)
    false = ceremony.certificate(place.team.ceremony, 2, keys)
    honest = place.team.state

    def shown(me):
        state = honest(me)
        if me == 1 and state["promises"][1]:
            state["promises"] = [state["promises"][0], ceremony.promise(false), state["promises"][2]]
            if state["certificates"][1]:
                state["certificates"] = [state["certificates"][0], false, state["certificates"][2]]
        return state

    place.team.state = shown
    pages = [phone(open_page, number, quiet=False) for number in (1, 2, 3)]
    papers = [begin(page) for page in pages]
    for page, sheet in zip(pages, papers, strict=True):
        read_back(page, sheet)
    pages[0].get_by_role("heading", name="Chưa lập được chìa").wait_for(timeout=30000)
    assert place.team.posts["match"] == [False] * 3


def test_certificates_before_all_promises_stop_the_ceremony(open_page, place):
    page = phone(open_page, 1)
    keys = sheets.member_keys(new_sheet(), place.team.uuid, 2, place.team.ceremony.group)
    place.team.posts["certificate"][1] = ceremony.certificate(place.team.ceremony, 2, keys)
    page.get_by_role("button", name="Bắt đầu lập chìa").click()

    page.get_by_role("heading", name="Chưa lập được chìa").wait_for()


def test_codes_that_differ_stop_everything(open_page, place):
    pages = [phone(open_page, number) for number in (1, 2, 3)]
    papers = [begin(page) for page in pages]
    for page, sheet in zip(pages, papers, strict=True):
        read_back(page, sheet)
    code(pages[0])
    pages[0].get_by_role("button", name="Không khớp").click()

    pages[0].get_by_role("heading", name="Dừng lại, đừng mở biểu quyết").wait_for()
    assert faults(pages[0]) == []
    assert pages[0].evaluate("localStorage.length") == 0


def test_the_leader_begins_again(open_page, place):
    page = phone(open_page, 1, quiet=False)
    first = begin(page)
    page.wait_for_timeout(1000)
    place.team.attempt = 2
    place.team.again()

    page.get_by_role("heading", name="Tổ lập chìa lại từ đầu").wait_for(timeout=15000)
    page.get_by_role("button", name="Tiếp tục").click()
    assert begin(page) != first


@pytest.mark.parametrize("false", ["dropped", "another"])
def test_nothing_but_the_sum_of_the_archive_is_opened(open_page, place, false):
    _, papers = together(open_page)
    held = counting(place, papers)
    if false == "another":  # the ward asks for one household's ballot
        one = tally.add_up(held.vote, [held.last[0]])
        place.team.tally_text = lambda: tally.tally_text(held.vote, one)
    else:
        place.ward.archive = held.bytes[: len(held.bytes) // 2 // 512 * 512]
    page = phone(open_page, 1, quiet=False)
    page.get_by_role("button", name="Mở phần của tôi").click()
    page.get_by_label("28 số trên tờ chìa").fill(papers[0])
    page.get_by_role("button", name="Tiếp tục").click()

    page.get_by_role("heading", name="Chưa lập được chìa").wait_for(timeout=30000)
    assert place.team.openings == {}


def test_few_ballots_need_consent_first(open_page, place):
    _, papers = together(open_page)
    counting(place, papers, few=True)
    page = phone(open_page, 1)
    page.get_by_role("button", name="Tôi đồng ý cho mở").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    page.get_by_role("button", name="Tôi đồng ý cho mở").click()
    page.get_by_role("button", name="Mở phần của tôi").wait_for()

    assert place.team.posts["consent"] == [True, False, False]


def test_a_phone_that_kept_its_copy_opens_by_a_tap(open_page, place):
    pages, papers = together(open_page)
    counting(place, papers)
    pages[1].goto("about:blank")
    pages[1].goto(f"{place.url}/to.html#MEMBER-2")
    pages[1].get_by_role("button", name="Mở phần của tôi").click()
    pages[1].get_by_role("heading", name="Đã mở phần của anh/chị").wait_for(timeout=30000)

    assert list(place.team.openings) == [2]


def test_an_in_app_browser_is_refused(open_page):
    page = open_page(
        "/to.html#MEMBER-1", user_agent="Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Zalo android/24"
    )

    page.get_by_role("heading", name="Mở bằng Chrome hoặc Safari").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    assert page.url.endswith("#MEMBER-1")


def test_the_released_file_makes_a_key_too(open_page, place):
    page = open_page((booth.FOLDER / "danchu-team.html").as_uri())
    field = page.get_by_label("Dòng chữ")
    field.fill("x")
    page.keyboard.press("Enter")
    page.get_by_text("Dòng chữ chưa đúng").wait_for()
    assert (faults(page), fits(page)) == ([], True)
    page.get_by_label("Dòng chữ").fill(f" {place.ward_url}/#MEMBER-1 ")
    page.keyboard.press("Enter")
    begin(page)
    page.wait_for_timeout(1500)

    assert place.team.posts["promise"][0]
    assert page.evaluate("localStorage.length") == 0


def test_the_sheet_prints_on_one_page_with_its_code(open_page, tmp_path):
    page = phone(open_page, 1)
    sheet = begin(page)
    page.emulate_media(media="print")

    assert page.locator(".dc-digits").is_visible()
    assert page.get_by_role("button", name="In tờ chìa").count() == 0
    assert page.locator(".dc-qr").bounding_box()["width"] >= 30 / 25.4 * 96
    assert len(sheet) == 28
