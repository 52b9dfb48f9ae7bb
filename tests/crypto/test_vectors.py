"""Other implementations are held to these vectors, and so is this one: a printed card must never change its key."""

from __future__ import annotations

import json

from crypto.make_vectors import FILE, vectors


def test_vectors_are_what_the_writer_gives():
    assert json.loads(FILE.read_text(encoding="utf-8")) == vectors()
