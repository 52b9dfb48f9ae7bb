"""The components in a browser: axe, narrow screens at the largest letters, keyboard, no JavaScript, no other host."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.journey]

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def visit(chromium, site):
    """Open a path at a width, with size and ground chosen; fails on a console error, CSP report or foreign request."""
    contexts = []
    trouble = []

    def opened(path, width=360, size="normal", theme="light", script=True):
        context = chromium.new_context(
            locale="vi-VN", viewport={"width": width, "height": 740}, java_script_enabled=script
        )
        contexts.append(context)
        context.add_cookies(
            [{"name": "co_chu", "value": size, "url": site}, {"name": "nen", "value": theme, "url": site}]
        )
        page = context.new_page()
        page.on("console", lambda line: trouble.append(line.text) if line.type == "error" else None)
        page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(site) else None)
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/thanh-phan/", "/co-chu/"])
def test_axe_finds_nothing(visit, path, width, theme):
    page = visit(path, width, theme=theme)

    found = Axe().run(page, options=RULES).response["violations"]

    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("size", ["small", "normal", "large"])
def test_nothing_scrolls_sideways_on_a_narrow_phone(visit, size):
    page = visit("/thanh-phan/", 360, size)

    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("size", ["small", "normal", "large"])
def test_no_text_under_sixteen_pixels(visit, size):
    page = visit("/thanh-phan/", 360, size)

    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('body *')]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
            .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
    )

    assert smallest >= 16


def test_targets_are_large_enough_for_a_thumb(visit):
    page = visit("/thanh-phan/")

    low = page.evaluate(
        """() => [...document.querySelectorAll('.dc-button, .dc-tile > label, .govuk-input, .govuk-select, summary.x')]
            .filter(e => e.offsetHeight).map(e => [e.className, e.offsetHeight]).filter(([, h]) => h < 48)"""
    )
    tiles = page.evaluate("[...document.querySelectorAll('.dc-tiles--choice .dc-tile')].map(e => e.offsetHeight)")

    assert low == []
    assert min(tiles) >= 92


def test_choices_not_taken_have_the_same_width_and_colour(visit):
    page = visit("/thanh-phan/", 1280)
    page.locator("#id_choice_0").check()

    looks = page.evaluate(
        """() => [...document.querySelectorAll('.dc-tiles--choice .dc-tile')].slice(1).map(e => {
            const s = getComputedStyle(e); return [s.borderColor, s.backgroundColor, s.borderWidth, e.offsetWidth]
        })"""
    )

    assert looks[0] == looks[1]


def test_text_box_opens_inside_its_tile_without_javascript(visit):
    page = visit("/thanh-phan/", script=False)
    page.locator("#id_choice_0").check()
    assert not page.locator("#id_words").first.is_visible()

    page.locator("label[for=id_choice_2]").click()

    assert page.locator(".dc-tile__more textarea").is_visible()


def test_contents_open_without_javascript(visit):
    page = visit("/thanh-phan/", script=False)
    link = page.locator(".dc-menu__panel a", has_text="Dân bàn")
    assert not link.is_visible()

    page.locator(".dc-menu > summary").click()

    assert link.is_visible()
    assert page.locator(".dc-menu__panel button[value=large]").is_visible()


def test_letters_grow_without_javascript(visit):
    page = visit("/co-chu/", 1280, script=False)

    page.locator("main button[value=large]").click()

    assert page.locator("html").get_attribute("class") == "size-large theme-light"
    assert page.url.endswith("/co-chu/")


def test_letters_grow_in_place_with_javascript(visit):
    page = visit("/thanh-phan/", 1280)
    page.locator("#id_choice_1").check()

    page.locator(".dc-header__end button[value=large]").click()

    assert "size-large" in page.locator("html").get_attribute("class")
    assert page.locator("#id_choice_1").is_checked()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_keyboard_focus_is_seen_on_every_stop(visit, theme):
    page = visit("/thanh-phan/", 1280, theme=theme)
    blind = []
    for _stop in range(70):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
                const ring = e.matches('.dc-tile__input') ? e.closest('.dc-tile') : e;
                const s = getComputedStyle(ring);
                return [e.outerHTML.slice(0, 80), parseFloat(s.outlineWidth) >= 4 && s.outlineStyle === 'solid',
                    e.getBoundingClientRect().height > 0] }"""
        )
        if seen and not (seen[1] and seen[2]):
            blind.append(seen[0])

    assert blind == []


def test_first_stop_skips_to_the_content(visit):
    page = visit("/thanh-phan/", 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0

    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "noi-dung"


def test_dark_follows_the_device_and_the_switch(chromium, site):
    grounds = {}
    for scheme in ("light", "dark"):
        for theme in ("system", "light", "dark"):
            context = chromium.new_context(color_scheme=scheme)
            context.add_cookies([{"name": "nen", "value": theme, "url": site}])
            page = context.new_page()
            page.goto(site + "/co-chu/")
            grounds[scheme, theme] = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            context.close()

    white, black = "rgb(255, 255, 255)", "rgb(20, 18, 14)"
    assert grounds == {
        ("light", "system"): white,
        ("light", "light"): white,
        ("light", "dark"): black,
        ("dark", "system"): black,
        ("dark", "light"): white,
        ("dark", "dark"): black,
    }


def test_why_is_open_on_paper(visit):
    page = visit("/thanh-phan/", 1280)
    page.emulate_media(media="print")

    hidden = page.evaluate(
        """() => [...document.querySelectorAll('.dc-why__body')]
            .filter(e => !e.checkVisibility({contentVisibilityAuto: true})).length"""
    )

    assert hidden == 0
    assert not page.locator(".dc-nav").is_visible()


def test_axe_would_find_a_fault(visit):
    page = visit("/co-chu/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")

    found = Axe().run(page, options=RULES).response["violations"]

    assert [one["id"] for one in found] == ["button-name"]
