"""What everybody may read: search, archive, feeds, calendar, maps; nothing anybody wrote runs in a browser."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django_scopes import scope

import builders
from builders import AT
from danchu.desks.publications import KINDS
from danchu.foundation import clock
from danchu.foundation.search import services
from rooms.voting import stages

pytestmark = [pytest.mark.db, pytest.mark.django_db]
TODAY = date(2026, 11, 2)
ATOM = "{http://www.w3.org/2005/Atom}"
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


@pytest.fixture
def ward(db, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    made = builders.make_ward(slug="thoi-hoa")
    with scope(ward=made):
        yield made


class Running(HTMLParser):
    """What of a page a browser would run: scripts that are not our own file, event attributes, script addresses."""

    def __init__(self):
        super().__init__()
        self.found = []

    @classmethod
    def in_page(cls, page):
        reader = cls()
        reader.feed(page)
        return reader.found

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        own = tag == "script" and (values.get("src") or "").startswith("/tinh/ui/")
        if tag in {"script", "img", "iframe", "object", "style"} and not own:
            self.found.append(tag)
        self.found += [name for name in values if name.startswith("on") or name == "style"]
        self.found += [value for value in values.values() if (value or "").lstrip().startswith("javascript:")]


def put(ward, key, title, **values):
    common = {"kind": "ward", "day": TODAY, "khu_pho_id": None, "url": f"/muc/{key}/"}
    return services.put(ward_id=ward.pk, key=key, title=title, at=AT, **(common | values))


def titles(page) -> list[str]:
    found = re.findall(r'<h3 class="dc-item__title"><a href="[^"]*">(.*?)</a>', page.content.decode())
    return [re.sub(r"</?mark>", "", one) for one in found]


def test_search_with_and_without_marks_and_the_words_are_marked(client, ward):
    put(ward, "1", "Sửa đường số 5", summary="Đổ nhựa nóng")

    for query in ("đường", "duong so 5", "nhua"):
        page = client.get("/tra-cuu/", {"q": query})
        assert titles(page) == ["Sửa đường số 5"], query
        assert "<mark>" in page.content.decode()


def test_search_says_when_marks_did_not_fit(client, ward):
    put(ward, "1", "Vườn hoa")

    page = client.get("/tra-cuu/", {"q": "hóa"}).content.decode()

    assert "Không có nội dung nào đúng các dấu này" in page
    assert "Vườn <mark>hoa</mark>" in page


def test_search_narrows_by_kind_item_place_and_year(client, ward):
    place = builders.make_khu_pho(ward, 3)
    put(ward, "1", "Một", item="11.7")
    put(ward, "2", "Hai", kind="vote", khu_pho_id=place.pk)
    put(ward, "3", "Ba", day=date(2025, 5, 1))

    assert titles(client.get("/tra-cuu/")) == ["Hai", "Một", "Ba"]
    assert titles(client.get("/tra-cuu/?muc=11.7")) == ["Một"]
    assert titles(client.get("/tra-cuu/?loai=vote")) == ["Hai"]
    assert titles(client.get("/tra-cuu/?noi=khu-pho-3")) == ["Hai"]
    assert titles(client.get("/tra-cuu/?noi=phuong")) == ["Một", "Ba"]
    assert titles(client.get("/tra-cuu/?nam=2025")) == ["Ba"]


@pytest.mark.parametrize(
    "query", ["?loai=x&muc=99&noi=khong&nam=abc", "?sau=hong", "?q=" + "x" * 500, "?q=%00", "?nam=99999999", "?q=%ff"]
)
def test_search_leaves_out_what_it_does_not_know(client, ward, query):
    put(ward, "1", "Một")

    assert client.get(f"/tra-cuu/{query}").status_code == 200


def test_pages_of_results_are_linked(client, ward):
    for number in range(45):
        put(ward, str(number), f"Mục {number}", day=TODAY - timedelta(days=number))

    seen, address = [], "/tra-cuu/?q=mục"
    while address:
        page = client.get(address)
        seen += titles(page)
        found = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        address = "/tra-cuu/" + found[1].replace("&amp;", "&") if found else ""

    assert seen == [f"Mục {number}" for number in range(45)]


def test_search_page_costs_the_same_whatever_is_found(client, ward, django_assert_max_num_queries):
    for number in range(40):
        put(ward, str(number), f"Đường {number}")
    client.get("/tra-cuu/?q=duong")

    with django_assert_max_num_queries(17):
        client.get("/tra-cuu/?q=duong")


def test_archive_keeps_every_year(client, ward):
    put(ward, "1", "Cũ", day=date(2024, 3, 1))
    put(ward, "2", "Mới")

    assert [year for year in (2024, 2025, 2026) if f"/luu-tru/{year}/" in client.get("/luu-tru/").content.decode()] == [
        2024,
        2025,
        2026,
    ]
    assert titles(client.get("/luu-tru/2024/")) == ["Cũ"]
    assert "Tháng 3 năm 2024" in client.get("/luu-tru/2024/").content.decode()
    assert client.get("/luu-tru/2023/").status_code == 404
    assert client.get("/luu-tru/0/").status_code == 404


def test_home_and_khu_pho_show_what_is_new(client, ward):
    place = builders.make_khu_pho(ward, 3)
    put(ward, "1", "Dự toán năm 2027")
    put(ward, "2", "Họp tổ", kind="announcement", khu_pho_id=place.pk)

    home, khu_pho = client.get("/").content.decode(), client.get("/khu-pho/khu-pho-3/").content.decode()

    assert "Dự toán năm 2027" in home
    assert "Họp tổ" in home
    assert "Họp tổ" in khu_pho
    assert "Dự toán năm 2027" not in khu_pho
    assert 'action="/tra-cuu/"' in home


def test_vote_is_found_from_its_notice_on_with_its_result(tell, client):
    story = tell(stages.scheduled)
    assert titles(client.get("/tra-cuu/", {"q": story.vote.title})) == [story.vote.title]


def test_announced_vote_is_found_with_its_result(tell, client):
    story = tell(stages.announced)

    page = client.get("/tra-cuu/?loai=vote").content.decode()

    assert f"/bieu-quyet/{story.vote.slug}/" in page
    assert "cần ít nhất" in page


def test_feeds_are_whole_and_tell_reader_and_robot_what_is_new(client, ward):
    place = builders.make_khu_pho(ward, 3)
    put(ward, "1", "Dự toán <năm> & 2027", summary="Ba tỷ")
    put(ward, "2", "Họp", khu_pho_id=place.pk)

    root = ElementTree.fromstring(client.get("/tin.atom").content)
    assert [one.findtext(f"{ATOM}title") for one in root.iter(f"{ATOM}entry")] == ["Họp", "Dự toán <năm> & 2027"]
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href") == "http://testserver/muc/2/"
    assert root.findtext(f"{ATOM}entry/{ATOM}id") == "tag:testserver,2026:thoi-hoa/2"
    one = ElementTree.fromstring(client.get("/khu-pho/khu-pho-3/tin.atom").content)
    assert [entry.findtext(f"{ATOM}title") for entry in one.iter(f"{ATOM}entry")] == ["Họp"]
    rss = ElementTree.fromstring(client.get("/tin.rss").content)
    assert [entry.findtext("title") for entry in rss.iter("item")] == ["Họp", "Dự toán <năm> & 2027"]
    assert client.get("/khu-pho/khong-co/tin.atom").status_code == 404


def test_unchanged_feed_is_not_sent_again(client, ward):
    put(ward, "1", "Một")
    first = client.get("/tin.atom")

    assert client.get("/tin.atom", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    put(ward, "2", "Hai")
    assert client.get("/tin.atom", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_calendar_has_the_votes(tell, client):
    story = tell(stages.scheduled)

    made = client.get("/lich.ics")

    assert made.headers["Content-Type"].startswith("text/calendar")
    assert f"vote-{story.vote.pk}@testserver" in made.content.decode()
    assert f"vote-{story.vote.pk}@" in client.get(f"/khu-pho/{story.khu_pho.slug}/lich.ics").content.decode()


def test_map_of_the_site_has_every_address_once(client, ward):
    for number in range(3):
        put(ward, str(number), f"Mục {number}", day=date(2025, 1, 1))
    put(ward, "9", "Nay")

    index = client.get("/sitemap.xml").content.decode()
    old = b"".join(client.get("/sitemap-2025.xml").streaming_content).decode()
    now = b"".join(client.get("/sitemap-2026.xml").streaming_content).decode()

    assert re.findall(r"<loc>([^<]+)</loc>", index) == [
        "http://testserver/sitemap-2026.xml",
        "http://testserver/sitemap-2025.xml",
    ]
    assert sorted(re.findall(r"/muc/(\d)/", old)) == ["0", "1", "2"]
    assert "<loc>http://testserver/</loc>" in now
    assert "/muc/9/" in now
    ElementTree.fromstring(old)
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert "Disallow: /viec-cua-toi/" in client.get("/robots.txt").content.decode()


def test_links_of_a_ward_with_a_path_of_its_own_carry_it(client, ward):
    put(ward, "1", "Một")

    page = client.get("/w/thoi-hoa/tra-cuu/").content.decode()

    assert 'href="/w/thoi-hoa/muc/1/"' in page


@pytest.mark.parametrize("address", ["/", "/khu-pho/khu-pho-3/"])
def test_link_preview_for_zalo(client, ward, address):
    builders.make_khu_pho(ward, 3)
    page = client.get(address).content.decode()

    for name in ("og:title", "og:description", "og:url", "og:image"):
        assert re.search(rf'<meta property="{name}" content="[^"]+">', page), name
    assert f'content="http://testserver{address}"' in page
    assert 'rel="alternate" type="application/atom+xml"' in page


@pytest.mark.parametrize("kind", [*KINDS, SCRIPT[:30]])
def test_script_planted_in_every_field_stays_text(client, ward, kind):
    place = builders.make_khu_pho(ward, 3, name=SCRIPT[:80], culture_house=SCRIPT)
    ward.name = SCRIPT[:40]
    ward.phone, ward.office_hours = SCRIPT[:30], SCRIPT
    ward.save()
    put(ward, SCRIPT, SCRIPT, summary=SCRIPT, text=SCRIPT, item=SCRIPT[:20], kind=kind, khu_pho_id=place.pk)

    pages = ["/", "/khu-pho/khu-pho-3/", "/luu-tru/", "/luu-tru/2026/", f"/tra-cuu/?q={SCRIPT}", "/tra-cuu/?q=script"]
    for address in pages:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert Running.in_page(answer.content.decode()) == [], address
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
    for address in ("/tin.atom", "/tin.rss"):
        assert "<script>" not in client.get(address).content.decode()
        ElementTree.fromstring(client.get(address).content)


def test_no_ward_no_search(client, db):
    for address in ("/tra-cuu/", "/luu-tru/", "/tin.atom", "/lich.ics", "/sitemap.xml", "/sitemap-2026.xml"):
        assert client.get(address).status_code == 404, address
    assert client.get("/robots.txt").status_code == 200


def test_public_pages_weigh_little(client, ward, page_weight):
    for number in range(30):
        put(ward, str(number), f"Sửa đường số {number} và hệ thống thoát nước", summary="Tóm tắt nội dung " * 20)

    for address in ("/", "/tra-cuu/", "/tra-cuu/?q=duong", "/luu-tru/2026/", "/du-lieu-mo/", "/hai-long/procedure/"):
        assert page_weight(client.get(address)) <= 100_000, address
