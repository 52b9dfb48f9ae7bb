"""A hundred people read the ward's pages while an officer discloses: nobody meets an error or half a page."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from robustness.place import Answer, Phone, Place, Web

READERS, ENTRIES = 100, 6
PAGES = ("/", "/tra-cuu/?q=danh+sach")
PUBLISH = f"""
from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.access.services import grant_mandate
from danchu.foundation.accounts.services.staff import create_staff
from danchu.foundation.places.models import Ward
from danchu.law.disclosure import Track
from danchu.law.people import Role
from danchu.rooms.disclosure import services
at, ward = clock.now(), Ward.objects.get().pk
made, _ = create_staff(actors.system(ward), username='can.bo', full_name='Lê An', honorific='bà', phone='', at=at)
grant_mandate(actors.system(ward), staff=made, role=Role.WARD_OFFICER, khu_pho=None, valid_from=clock.day(at),
              paper='QĐ 1', at=at)
answer, checked = [], services.Checked(no_secret=True, personal=True)
for number in range({ENTRIES}):
    at = clock.now()
    words = services.Wording(title=f'Danh sách thứ {{number}}', source_on=clock.day(at), body='Mười bốn hộ.')
    officer = actors.staff(made, ward, at)
    entry = services.draft_entry(officer, place=services.Place(Track.WARD, '7'), wording=words, at=at)
    answer.append(services.publish_entry(officer, entry_id=entry.pk, checked=checked, at=at).slug)
""".strip()


def read(port: int) -> list[Answer]:
    phone = Phone(port, timeout=90)
    return [phone.get(path) for path in PAGES]


def test_readers_never_meet_an_error_while_an_officer_publishes(place: Place, running: Callable[..., Web]) -> None:
    web = running(place)
    with ThreadPoolExecutor(READERS + 1) as pool:
        publishing = pool.submit(place.ask, PUBLISH)
        reading = [pool.submit(read, web.port) for _ in range(READERS)]
        answers = [answer for one in reading for answer in one.result()]
        slugs = publishing.result()

    assert len(answers) == READERS * len(PAGES)
    assert {answer.status for answer in answers} == {200}
    assert all(answer.text.rstrip().endswith("</html>") for answer in answers)
    after = Phone(web.port)
    assert [slug for slug in slugs if after.get(f"/cong-khai/{slug}/").status != 200] == []
    front = after.get("/").text
    assert all(f"/cong-khai/{slug}/" in front for slug in slugs)
