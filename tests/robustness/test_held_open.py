"""A ballot whose request is held open across the close: counted with a receipt, or told "chưa nhận"; never neither."""

from __future__ import annotations

import contextlib
import http.client
import socket
import time
from collections.abc import Callable
from urllib.parse import urlencode

from robustness.conftest import Maker
from robustness.place import Answer, Phone, Place, Web
from robustness.voters import ACCEPTED, plain

REFUSED = 409


class HeldPhone(Phone):
    """A phone on a bad line: the second half of what it sends comes when it is told to."""

    def begin(self, slug: str, choice: str) -> None:
        """Send the head and half of the body."""
        body = urlencode({**self.ballot(choice), "csrfmiddlewaretoken": self.cookies["csrf"]}).encode()
        head = {**self.head(), "Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
        lines = [f"POST /bieu-quyet/{slug}/gui/ HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
        self.rest = body[len(body) // 2 :]
        self.line = socket.create_connection((self.host, self.port), timeout=30)
        self.line.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body[: len(body) // 2])

    def end(self) -> Answer:
        """Send the rest and read what comes back."""
        with contextlib.closing(self.line):
            self.line.sendall(self.rest)
            response = http.client.HTTPResponse(self.line)
            response.begin()
            return self.take(response, response.read())


def phone_at_ballot(web: Web, place: Place, index: int) -> HeldPhone:
    phone = HeldPhone(web.port)
    phone.come_in(place.homes[index])
    phone.open_ballot(place.slug)
    return phone


def test_held_open_across_the_close_is_counted_or_told(maker: Maker, running: Callable[..., Web]) -> None:
    place = Place.make(maker.program("held"), closes_in=15)
    web = running(place)
    early, first, second, late = (phone_at_ballot(web, place, index) for index in range(4))
    assert early.send(place.slug, "no").status == ACCEPTED
    first.begin(place.slug, "yes")
    second.begin(place.slug, "yes")
    assert time.time() < place.closes_at - 0.2, "the machine was too slow for this test"
    time.sleep(place.closes_at - time.time() + 0.3)

    in_time = first.end()  # nobody wrote the close yet: what arrived before it counts
    receipt = first.receipt(place.slug)
    told = second.end()  # the receipt's page was the first reader after closing time: now the close is written
    too_late = late.send(place.slug, "yes")

    assert in_time.status == ACCEPTED
    for answer in (told, too_late):
        assert answer.status == REFUSED
        assert "chưa nhận" in answer.text
    books = place.books()
    assert (books["closes"], books["state"]) == (1, "closed")
    assert books["counts"] == [1, 1, 0], "without a worker the close was written by the first reader, and is final"
    assert {row["household"] for row in books["register"]} == {one.household for one in place.homes[:2]}
    assert plain(receipt) in {row["code"] for row in books["register"]}
    assert books["refused"] == 2, "what came too late is kept as evidence"
    assert books["faults"] == []


def test_half_a_ballot_is_no_ballot(place: Place, running: Callable[..., Web]) -> None:
    """The line breaks in the middle of the form: nothing is stored, and the same form can be sent again."""
    web = running(place)
    phone = phone_at_ballot(web, place, 0)
    phone.begin(place.slug, "yes")
    phone.line.close()

    assert place.books()["register"] == []
    assert phone.send(place.slug, "yes").status == ACCEPTED
    assert len(place.books()["register"]) == 1
