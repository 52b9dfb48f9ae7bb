"""``danchu demo`` as people start it: one build, then the pages, the ways in and every state of a vote."""

from __future__ import annotations

import contextlib
import http.cookiejar
import json
import re
import socket
import stat
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.program import Program
from danchu.law.states import State


@dataclass
class Demo:
    """A running demonstration ward, and what it printed."""

    program: Program
    port: int
    printed: str

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def ways(self):
        return json.loads((self.program.data / "demo.json").read_text(encoding="utf-8"))

    def open(self, path: str, jar: http.cookiejar.CookieJar | None = None) -> str:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar or http.cookiejar.CookieJar()))
        return opener.open(self.base + path, timeout=30).read().decode()

    def enter(self, path: str) -> str:
        """Open a one-tap link and press its button; the page it leads to."""
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = opener.open(self.base + path, timeout=30).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.split("<main")[1])[1]
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": token}).encode()
        request = urllib.request.Request(self.base + path, body, {"Referer": self.base + path})
        return opener.open(request, timeout=30).read().decode()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def started(program: Program, *words: str, seconds: float = 240) -> Iterator[Demo]:
    """``danchu demo`` on this machine alone, until it has printed everything."""
    port = free_port()
    command = program.command("demo", "--host", "127.0.0.1", "--port", str(port), "--no-browser", *words)
    said = program.data.with_suffix(".out")
    program.data.parent.mkdir(parents=True, exist_ok=True)
    with said.open("wb") as out, program.data.with_suffix(".err").open("wb") as err:
        process = subprocess.Popen(command, env=program.environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=err)
    try:
        until = time.monotonic() + seconds
        while "Ctrl+C" not in said.read_text(encoding="utf-8"):
            assert process.poll() is None, program.data.with_suffix(".err").read_text(encoding="utf-8")
            assert time.monotonic() < until
            time.sleep(0.2)
        yield Demo(program, port, said.read_text(encoding="utf-8"))
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with started(Program(tmp_path_factory.mktemp("demo") / "data")) as demo:
        yield demo


def test_votes_are_in_every_state_and_one_failed_by_one_household(built):
    told = built.program.python(
        "import json\n"
        "from django_scopes import scopes_disabled\n"
        "from danchu.foundation import clock\n"
        "from danchu.foundation.duties.queries import late\n"
        "from danchu.rooms.voting import queries\n"
        "with scopes_disabled():\n"
        "    votes = [v for v in queries.votes_in()]\n"
        "    at = clock.now()\n"
        "    out = {}\n"
        "    out['states'] = sorted({v.state for v in votes})\n"
        "    out['phases'] = sorted({str(queries.phase_of(v, at)) for v in votes})\n"
        "    out['running'] = sorted({r.kind for v in votes if (r := queries.running_round(v, at))})\n"
        "    content = {v.pk: queries.rounds_of(v).get('content') for v in votes}\n"
        "    counted = [queries.content_outcome(v, content[v.pk]) for v in votes"
        " if content[v.pk] and content[v.pk].closed_at]\n"
        "    out['short'] = sorted(o.needed - o.yes for o in counted)\n"
        "    out['late'] = late(votes[0].ward_id, clock.day(at)).filter(subject__startswith='vote:').count()\n"
        "print(json.dumps(out))\n"
    )
    out = json.loads(told.stdout)

    assert out["states"] == sorted(str(state) for state in State)
    assert {"open", "scheduled", "preparing"} <= set(out["phases"])
    assert out["running"] == ["content", "form"]
    assert out["short"][-1] == 1
    assert out["late"] == 1


def test_a_year_of_disclosure_has_what_is_late_missing_short_and_unproven(built):
    told = built.program.python(
        "import json\n"
        "from django_scopes import scopes_disabled\n"
        "from danchu.foundation import clock\n"
        "from danchu.foundation.places.models import Ward\n"
        "from danchu.foundation.search import queries as search\n"
        "from danchu.rooms.disclosure import queries\n"
        "with scopes_disabled():\n"
        "    ward, today = Ward.objects.get().pk, clock.day(clock.now())\n"
        "    rows = queries.standing(ward, today)\n"
        "    codes = {f.code.removeprefix('disclosure.') for r in rows for f in r.verdict.faults}\n"
        "    states = {r.request.state for a in (False, True) for r in queries.request_rows(ward, today, answered=a)}\n"
        "    items = {r.entry.key for r in rows if r.entry.track == 'ward'}\n"
        "    days = {r.entry.published_at.date() for r in rows}\n"
        "    print(json.dumps([sorted(codes), sorted(states), len(items), (max(days) - min(days)).days,"
        " queries.lists(ward).count(), queries.plan_of(ward, today.year).adopted_at is not None]))\n"
    )
    codes, states, items, days, lists, planned = json.loads(told.stdout)

    assert {"late", "missing", "short", "unproven"} <= set(codes)
    assert states == ["accepted", "filed", "incomplete", "refused", "supplied"]
    assert (items, lists, planned) == (14, 3, True)
    assert days > 365


def test_words_inside_an_attachment_are_found_with_and_without_marks(built):
    for words, there in (("nắp bằng gang", True), ("nap bang gang", True), ("tàu vũ trụ", False)):
        page = built.open(f"/tra-cuu/?{urllib.parse.urlencode({'q': words})}")

        assert ("/cong-khai/nang-cap-hem-20" in page) is there, words


def test_five_khu_pho_of_lawful_size_came_through_the_importer(built):
    told = built.program.python(
        "from django_scopes import scopes_disabled\n"
        "from danchu.foundation import clock\n"
        "from danchu.foundation.people.queries import khu_pho_rows\n"
        "from danchu.foundation.places.models import Ward\n"
        "from danchu.foundation.journal.models import Entry\n"
        "with scopes_disabled():\n"
        "    ward = Ward.objects.get()\n"
        "    print([r.households for r in khu_pho_rows(ward.pk, day=clock.day(clock.now()))],"
        " Entry.objects.filter(act='people.roll.import').count())\n"
    )

    assert told.stdout.strip() == "[412, 236, 300, 184, 448] 1"


def test_the_journal_of_the_built_ward_is_whole(built):
    told = built.program.python(
        "from django_scopes import scopes_disabled\n"
        "from danchu.foundation.journal.services import faults\n"
        "from danchu.foundation.places.models import Ward\n"
        "with scopes_disabled():\n"
        "    print(list(faults(Ward.objects.get().pk)))\n"
    )

    assert told.stdout.strip() == "[]"


def test_it_prints_an_address_the_links_by_role_and_two_households(built):
    ways = built.ways

    assert f"{built.base}/" in built.printed
    assert f"{built.base}/xem-thu/{ways['start']}/" in built.printed
    assert all(one["path"] in built.printed for one in ways["households"][:2])
    assert all(one["path"] in built.printed for one in ways["staff"][:11])
    assert {"Trưởng khu phố 3", "Đại biểu Hội đồng nhân dân phường", "Người vận hành"} <= {
        one["what"] for one in ways["staff"]
    }


def test_the_ways_in_are_for_the_owner_of_the_folder_alone(built):
    assert stat.S_IMODE((built.program.data / "demo.json").stat().st_mode) == 0o600


def test_every_page_says_that_it_is_a_demonstration(built):
    assert "Phường mẫu để xem thử." in built.open("/")


@pytest.mark.parametrize("place", range(11))
def test_one_tap_leads_to_the_person_s_own_work(built, place):
    way = built.ways["staff"][place]

    page = built.enter(way["path"])

    assert "Việc của tôi" in page or "Việc đến hạn" in page
    assert way["who"].split()[-1] in page


def test_a_household_can_vote_at_once(built):
    page = built.enter(built.ways["households"][0]["path"])

    assert "Tổng vệ sinh sáng Chủ nhật đầu tháng" in page


def test_the_secret_page_lists_every_way_in_and_a_guess_finds_nothing(built):
    page = built.open(f"/xem-thu/{built.ways['start']}/")

    assert all(one["path"] in page for one in [*built.ways["staff"], *built.ways["households"]])
    with pytest.raises(urllib.error.HTTPError, match="404"):
        built.open("/xem-thu/doan-mo/")


def test_no_secret_reached_the_log(built):
    built.open(built.ways["households"][1]["path"])

    log = built.program.data.with_suffix(".err").read_text(encoding="utf-8")

    paths = [one["path"] for one in [*built.ways["staff"], *built.ways["households"]]]
    assert not [path for path in paths if path.strip("/").split("/")[1] in log]


def test_a_second_start_keeps_the_ward_and_its_links(built):
    before = built.ways

    with started(built.program) as again:
        assert again.ways == before
        assert "tổng vệ sinh" in again.open("/").lower()


def test_init_refuses_the_folder_of_a_demonstration(built):
    done = built.program.run("init", "--name", "Thới Hòa", "--province", "Thành phố Hồ Chí Minh", "--khu-pho", "3")

    assert done.returncode == 2
    assert "phường mẫu" in done.stderr


def test_it_refuses_the_folder_of_a_real_ward(tmp_path: Path):
    program = Program(tmp_path / "data")
    program.init()
    before = (program.data / "danchu.sqlite3").stat().st_mtime_ns

    done = program.run("demo", "--no-browser", "--rebuild", "--port", str(free_port()))

    assert done.returncode == 2
    assert "phường thật" in done.stderr
    assert (program.data / "danchu.sqlite3").stat().st_mtime_ns == before
    assert not (program.data / "demo.json").exists()


def test_it_refuses_a_busy_port_before_building(tmp_path: Path):
    program = Program(tmp_path / "data")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        done = program.run("demo", "--host", "127.0.0.1", "--no-browser", "--port", str(taken.getsockname()[1]))

    assert done.returncode == 2
    assert not program.data.exists() or not (program.data / "danchu.sqlite3").exists()
