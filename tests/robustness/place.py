"""A ward with an open vote in a scratch folder, the real web in front of it, and phones that vote over HTTP."""

from __future__ import annotations

import contextlib
import html
import http.client
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from cli.program import SOURCE, Program

TESTS = Path(__file__).resolve().parents[1]
PATIENCE = 15.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(true: Callable[[], Any], seconds: float = 30) -> Any:
    """Wait for something to become true; what it became."""
    end = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


def alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    with contextlib.suppress(OSError):
        return [int(word) for word in listed.read_text().split()]
    return []


@dataclass(frozen=True)
class Home:
    """A household and what its card holds."""

    household: int
    number: str
    token: str
    code: str


@dataclass(frozen=True)
class Place:
    """The ward, its program and its vote."""

    program: Program
    ward: int
    slug: str
    round: int
    closes_at: float
    head: str
    homes: list[Home]

    @classmethod
    def make(cls, program: Program, households: int = 12, closes_in: float = 7 * 24 * 3600) -> Place:
        done = subprocess.run(
            [sys.executable, "-m", "robustness.making", str(households), str(closes_in)],
            env=environment(program),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        return cls(program=program, **{**told, "homes": [Home(**one) for one in told["homes"]]})

    def at(self, program: Program) -> Place:
        """The same ward, restored or copied to where another program looks."""
        return Place(**{**vars(self), "program": program})

    def ask(self, code: str) -> Any:
        """What a few lines inside the service leave in ``answer``."""
        scoped = f"from django_scopes import scope\nwith scope(ward={self.ward}):\n"
        lines = "".join(f"    {line}\n" for line in code.splitlines())
        done = self.program.python(f"{scoped}{lines}    import json\n    print(json.dumps(answer))")
        return json.loads(done.stdout)

    def books(self) -> dict[str, Any]:
        """Every ballot as stored, the round's state and counts, the journal's acts and the faults of its chain."""
        return self.ask(
            "from danchu.rooms.voting.models import Ballot, Round\n"
            "from danchu.rooms.voting import queries\n"
            "from danchu.foundation.journal.services import faults\n"
            "from danchu.foundation.journal.models import Entry\n"
            f"r = Round.objects.select_related('vote').get(pk={self.round})\n"
            "answer = {'closed': r.closed_at is not None, 'state': r.vote.state, 'counts': [r.yes, r.no, r.other],\n"
            "  'turnout': queries.turnout(r), 'refused': queries.refused_entries(r).count(),\n"
            f"  'faults': [[f.seq, f.what] for f in faults({self.ward})],\n"
            "  'casts': Entry.objects.filter(act='voting.ballot.cast').exclude(facts__has_key='refused').count(),\n"
            "  'closes': Entry.objects.filter(act='voting.vote.close').count(),\n"
            "  'register': [{'household': b.line.household_id, 'form_key': b.form_key, 'code': b.code,\n"
            "    'standing': b.superseded_at is None and b.voided_at is None, 'choice': b.choice.choice}\n"
            "    for b in Ballot.objects.select_related('line', 'choice').order_by('pk')]}"
        )


def environment(program: Program, **more: str) -> dict[str, str]:
    """For a child that needs the builders of the tests too."""
    path = os.pathsep.join((str(SOURCE), str(TESTS)))
    return program.environment(PYTHONPATH=path, DJANGO_SETTINGS_MODULE="danchu.server.settings", **more)


# --- the service ---------------------------------------------------------------------------------------------------
@dataclass
class Service:
    """``danchu web`` or ``danchu worker`` in a process group of its own, that can be killed at any moment."""

    program: Program
    words: tuple[str, ...]
    log: Path
    env: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.program.command(*self.words),
                env=self.program.environment(**self.env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self) -> None:
        """Power off: master and workers at once, without a word."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)

    def stop(self) -> None:
        """As the service manager does."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)

    def kill_a_worker(self, chance: Any) -> None:
        """One of gunicorn's processes; the master starts another."""
        pids = children(self.process.pid)
        if pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(chance.choice(pids), signal.SIGKILL)

    def kill_the_master(self) -> None:
        """The workers notice by themselves that they are alone."""
        left = children(self.process.pid)
        self.process.kill()
        self.process.wait(10)
        until(lambda: not any(map(alive, left)))


class Web(Service):
    """The real pages behind gunicorn."""

    def __init__(self, program: Program, folder: Path, *, host: str = "127.0.0.1", **env: str) -> None:
        self.port, self.host = free_port(), host
        words = ("web", "--host", host, "--port", str(self.port))
        super().__init__(program, words, folder / "web.log", env)

    def start(self) -> None:
        super().start()
        assert until(self.answers), self.log.read_text(encoding="utf-8")

    def answers(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(self.log.read_text(encoding="utf-8"))
        connection = http.client.HTTPConnection(self.host, self.port, timeout=5)
        with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        return False


# --- a phone -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    location: str
    text: str


class Cut(Exception):
    """The answer never came, or was the page of an accident: the phone does not know whether it was heard."""


class Phone:
    """A browser without JavaScript, as far as a ballot needs one."""

    def __init__(self, port: int, *, host: str = "127.0.0.1", timeout: float = PATIENCE) -> None:
        self.host, self.port, self.timeout = host, port, timeout
        self.cookies: dict[str, str] = {}
        self.fields: dict[str, str] = {}

    def head(self) -> dict[str, str]:
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Host": f"{self.host}:{self.port}", "Accept": "text/html", "Connection": "close", "Cookie": jar}

    def ask(self, method: str, path: str, data: dict[str, str] | None = None) -> Answer:
        """One request on a connection of its own; ``Cut`` when the answer does not come whole."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=self.timeout)
        head, body = self.head(), None
        if data is not None:
            body = urlencode({**data, "csrfmiddlewaretoken": self.cookies.get("csrf", "")})
            head["Content-Type"] = "application/x-www-form-urlencoded"
        with contextlib.closing(connection):
            try:
                connection.request(method, path, body, head)
                response = connection.getresponse()
                return self.take(response, response.read())
            except (OSError, http.client.HTTPException) as problem:
                raise Cut(str(problem)) from problem

    def take(self, response: http.client.HTTPResponse, body: bytes) -> Answer:
        for line in response.headers.get_all("Set-Cookie") or ():
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        text = body.decode("utf-8", "replace")
        hidden = re.findall(r'<input type="hidden" name="(round|form_key)" value="([^"]+)"', text)
        if hidden:
            self.fields = dict(hidden)
        location = response.headers.get("Location", "")
        return Answer(response.status, urlsplit(location).path, text)

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, data: dict[str, str]) -> Answer:
        return self.ask("POST", path, data)

    def come_in(self, home: Home) -> None:
        """Open the card's link, press its button."""
        self.seen(self.get(f"/the/{home.token}/"))
        self.seen(self.post(f"/the/{home.token}/", {}), 302)

    @staticmethod
    def seen(answer: Answer, status: int = 200) -> Answer:
        """The page that was expected; an accident is no answer."""
        if answer.status == 500:
            raise Cut(answer.text)
        assert answer.status == status, (answer.status, answer.location, answer.text[-2000:])
        return answer

    def open_ballot(self, slug: str) -> str:
        """Open the ballot; the key of the form it brought."""
        self.seen(self.get(f"/bieu-quyet/{slug}/phieu/"))
        return self.fields["form_key"]

    def send(self, slug: str, choice: str) -> Answer:
        """Send what the ballot page and the review page would send."""
        return self.post(f"/bieu-quyet/{slug}/gui/", self.ballot(choice))

    def ballot(self, choice: str) -> dict[str, str]:
        words = f"Ý kiến {secrets.token_hex(4)}" if choice == "other" else ""
        return {**self.fields, "choice": choice, "words": words}

    def receipt(self, slug: str) -> str:
        """The words and digits of the receipt page."""
        answer = self.get(f"/bieu-quyet/{slug}/bien-nhan/")
        return receipt_code(self.seen(answer).text)


def receipt_code(page: str) -> str:
    """The receipt as the page shows it."""
    plain = html.unescape(re.sub(r"<[^>]+>", " ", page)).replace("\xa0", " ")
    found = re.search(r"(\w+\s+\w+\s+\d\d\s+\d\d)\b", plain)
    assert found, plain
    return " ".join(found[1].split())
