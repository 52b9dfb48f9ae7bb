"""Backup while ballots arrive, restored elsewhere: the vote goes on, with the cards people have."""

from __future__ import annotations

import random
import tarfile
from collections.abc import Callable
from pathlib import Path

from robustness.conftest import Maker
from robustness.making import PHONE
from robustness.place import Phone, Place, Web
from robustness.voters import (
    ACCEPTED,
    account,
    acknowledged,
    let_them_vote,
    nothing_lost_nothing_doubled,
    vote_together,
)


def secrets_of(place: Place) -> dict[str, bytes]:
    """Everything a thief of the backup must not find."""
    found = {f"token of {one.number}": one.token.encode() for one in place.homes}
    found |= {f"code of {one.number}": one.code.encode() for one in place.homes}
    for path in (place.program.data / "keys").glob("*.key"):
        text = path.read_text(encoding="ascii").strip()
        found |= {f"{path.name} in hexadecimal": text.encode(), f"{path.name}": bytes.fromhex(text)}
    return found | {"phone": PHONE.encode(), "phone without spaces": PHONE.replace(" ", "").encode()}


def test_open_vote_goes_on_after_a_restore(
    place: Place, maker: Maker, running: Callable[..., Web], tmp_path: Path
) -> None:
    web, chance = running(place), random.Random(3)
    voters = vote_together(place, web.port, voters=2, seed=23)
    let_them_vote(voters, chance)
    told = acknowledged(voters)
    file = tmp_path / "sao-luu.tar"
    assert place.program.run("backup", file).returncode == 0
    let_them_vote(voters, chance)
    nothing_lost_nothing_doubled(place, account(voters))
    web.kill()

    there = place.at(maker.program("there"))
    done = there.program.run("restore", file, "--keys", place.program.data / "keys")

    assert done.returncode == 0, done.stdout + done.stderr
    books = there.books()
    assert told <= {row["form_key"] for row in books["register"]}
    assert books["faults"] == []
    again = running(there)
    phone = Phone(again.port)
    phone.come_in(place.homes[0])
    key = phone.open_ballot(place.slug)
    assert phone.send(place.slug, "yes").status == ACCEPTED
    assert phone.receipt(place.slug)
    assert key in {row["form_key"] for row in there.books()["register"] if row["standing"]}


def test_backup_gives_no_secret_away(place: Place, running: Callable[..., Web], tmp_path: Path) -> None:
    web = running(place)
    phone = Phone(web.port)
    phone.come_in(place.homes[0])
    home = place.homes[1]
    by_hand = Phone(web.port)
    by_hand.get("/the/")
    assert by_hand.post("/the/", {"number": home.number, "code": home.code}).status == 302
    file = tmp_path / "sao-luu.tar"
    assert place.program.run("backup", file).returncode == 0

    with tarfile.open(file) as archive:
        parts = [archive.extractfile(one).read() for one in archive if one.isfile()]
    if place.program.env:  # pg_dump packs its tables: read them as they come out
        parts.append(unpacked(file, tmp_path))
    content = b"\0".join([*parts, file.read_bytes()])

    assert place.slug.encode() in content, "nothing could be read: nothing is proved"
    sessions = {phone.cookies["phien"].encode(), by_hand.cookies["phien"].encode(), place.head.encode()}
    assert [name for name, secret in secrets_of(place).items() if secret in content] == []
    assert [session for session in sessions if session in content] == []


def unpacked(file: Path, folder: Path) -> bytes:
    """The rows of the dump as text."""
    import subprocess

    with tarfile.open(file) as archive:
        archive.extract("danchu.pgdump", folder, filter="data")
    return subprocess.run(["pg_restore", "--file=-", folder / "danchu.pgdump"], capture_output=True, check=True).stdout
