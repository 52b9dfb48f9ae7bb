import re

import pytest
from django.test import Client
from django.utils import translation

from danchu.ui.context import SIZE_COOKIE, THEME_COOKIE

ERRORS = (400, 403, 404, 409, 429, 500, 503)
EVIL = "<script>alert(1)</script>"


@pytest.fixture
def client(settings):
    return Client()


def shape(html):
    """Every page: one h1, one main that the skip link reaches, a language, a title."""
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert html.count("<main") == 1
    assert 'href="#noi-dung"' in html
    assert 'id="noi-dung"' in html
    assert re.search(r"<title>[^<]+</title>", html)


@pytest.mark.parametrize("status", ERRORS)
def test_error_page_says_what_to_do(show, status):
    html = show(f"ui/errors/{status}.html", request_id="ab12cd34")

    shape(html)
    assert "ab12cd34" in html
    assert 'lang="vi"' in html
    assert re.search(r"<p>[^<]{20,}</p>", html)


@pytest.mark.parametrize("status", ERRORS)
def test_error_page_in_english(show, status):
    with translation.override("en"):
        html = show(f"ui/errors/{status}.html")

    assert 'lang="en"' in html
    assert not re.search(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệ]", re.search(r"<h1.*?</h1>.*?</p>", html, re.DOTALL)[0])


def test_form_left_open_too_long_has_its_own_words(show):
    assert "Mời mở lại trang này" in show("ui/errors/403.html", form_expired=True)


def test_refusal_names_the_law_and_the_way_out(show):
    html = show(
        "ui/refusal.html",
        heading="Việc này phải họp",
        sentence="Biểu quyết trực tuyến chỉ dùng cho việc tự quản.",
        basis="khoản 2 Điều 17 Luật số 10/2022/QH15",
        remedy="Mời họp.",
        rows=[("Ngày họp sớm nhất", "thứ Bảy, 14/11/2026")],
        main={"label": "Mời họp về việc này", "action": "/hop/", "carry": {"title": EVIL}},
        later={"label": "Để sau", "href": "/"},
        also=[("Gửi thông báo", "/x", "")],
    )

    shape(html)
    order = [html.index(s) for s in ("Việc này phải họp</h1>", "Luật nói gì", "Khoản\u00a02", "Làm được gì bây giờ")]
    assert order == sorted(order)
    assert '<input type="hidden" name="title" value="&lt;script&gt;alert(1)&lt;/script&gt;">' in html
    assert "Trực tuyến vẫn giúp được" in html


def test_short_refusal_is_its_own_heading(show):
    html = show("ui/refusal.html", sentence="Đã hết giờ biểu quyết.", basis="quy ước của hệ thống")

    assert "Đã hết giờ biểu quyết.</h1>" in html
    assert "Trực tuyến vẫn giúp được" not in html


@pytest.mark.parametrize(
    "template",
    ["ui/base.html", "ui/two_columns.html", "ui/ballot_base.html", "ui/desk_base.html", "ui/print_base.html"],
)
def test_base_page_escapes_what_it_is_given(show, template):
    html = show(
        template,
        page_title=EVIL,
        over=EVIL,
        back_href="/" + EVIL,
        back_label=EVIL,
        brand_name=EVIL,
        brand_line=EVIL,
        khu_pho=EVIL,
        offline=EVIL,
        desk_nav=[{"key": EVIL, "label": EVIL, "href": EVIL}],
        desk_user=EVIL,
        kiosk_home=EVIL,
    )

    shape(html)
    assert EVIL not in html


def test_public_page_has_the_six_words_in_order(show):
    html = show("ui/base.html", page_title="Trang", section="dan-ban")
    nav = html[html.index('class="dc-nav"') :]

    words = ["Dân biết", "Dân bàn", "Dân làm", "Dân kiểm tra", "Dân giám sát", "Dân thụ hưởng"]
    assert re.findall(r">(Dân [^<]+)</a>", nav)[:6] == words
    assert '<a href="/dan-ban/" aria-current="true">Dân bàn</a>' in nav


def test_word_without_a_page_is_left_out(show, settings):
    settings.ROOT_URLCONF = "danchu.ui.urls"  # without the namespace: nothing of ours resolves

    assert "Dân biết" not in show("ui/base.html", page_title="Trang")


def test_ballot_has_no_navigation_and_no_web_font(show):
    html = show("ui/ballot_base.html", page_title="Phiếu", khu_pho="Khu phố 3")

    assert "<nav" not in html
    assert "/ui/ballot." in html
    assert "/ui/base." not in html
    assert 'name="size" value="large"' in html


@pytest.mark.parametrize("template", ["ui/ballot_base.html", "ui/base.html", "ui/desk_base.html", "ui/errors/404.html"])
def test_kiosk_forgets_without_javascript_too(show, template):
    html = show(template, page_title="Phiếu", kiosk_home="/may/")

    assert 'data-kiosk="60" data-kiosk-home="/may/"' in html
    assert '<noscript><meta http-equiv="refresh" content="60; url=/may/"></noscript>' in html


def test_cookies_choose_size_and_ground(show):
    html = show("ui/base.html", {SIZE_COOKIE: "large", THEME_COOKIE: "dark"}, page_title="Trang")

    assert '<html lang="vi" class="size-large theme-dark">' in html


def test_strange_cookies_mean_the_usual(show):
    html = show("ui/base.html", {SIZE_COOKIE: EVIL, THEME_COOKIE: "x"}, page_title="Trang")

    assert 'class="size-normal theme-system"' in html


def test_preferences_are_kept_and_lead_back(client):
    answer = client.post("/co-chu/", {"size": "large", "theme": "dark", "language": "en", "next": "/dan-ban/?a=1"})

    assert answer.status_code == 303
    assert answer["Location"] == "/dan-ban/?a=1"
    assert {name: cookie.value for name, cookie in answer.cookies.items()} == {
        "co_chu": "large",
        "nen": "dark",
        "ngon_ngu": "en",
    }
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in answer.cookies.values())


@pytest.mark.parametrize("target", ["https://kẻ-lạ.example/", "//x.example", "javascript:alert(1)", ""])
def test_preferences_lead_to_no_other_host(client, target):
    assert client.post("/co-chu/", {"size": "large", "next": target})["Location"] == "/"


def test_unknown_preferences_change_nothing(client):
    assert not client.post("/co-chu/", {"size": "huge", "theme": EVIL, "language": "fr"}).cookies


def test_preferences_page_shows_what_is_chosen(client):
    client.cookies["co_chu"] = "small"

    html = client.get("/co-chu/").content.decode()

    shape(html)
    assert 'name="size" value="small" aria-pressed="true"' in html


def test_reading_a_page_sets_no_cookie(client):
    assert not client.get("/co-chu/").cookies


def test_components_only_for_development_and_demonstration(client, settings):
    assert client.get("/thanh-phan/").status_code == 200
    settings.MIDDLEWARE = []
    assert Client().get("/thanh-phan/").status_code == 404
    settings.DEBUG = True
    assert Client().get("/thanh-phan/").status_code == 200
