"""The folder of the demonstration ward: never mistaken for a real one, its secrets for its owner alone."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime, timedelta

import pytest

from danchu.demo import is_old, store
from danchu.demo.build import Built, OneTap

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
BUILT = Built("Phường Thới Hòa", (OneTap("/the/a/", "Lan", "việc", "3-001", "1234 5678"),), (OneTap("/b/", "An", "x"),))


def test_an_empty_folder_is_neither_real_nor_a_demonstration(tmp_path):
    assert not store.is_real(tmp_path)
    assert store.read(tmp_path) is None


def test_a_folder_with_a_database_alone_is_real_and_is_never_cleared(tmp_path):
    (tmp_path / "danchu.sqlite3").write_bytes(b"a ward")

    assert store.is_real(tmp_path)
    with pytest.raises(ValueError, match="real ward"):
        store.clear(tmp_path)
    assert (tmp_path / "danchu.sqlite3").read_bytes() == b"a ward"


def test_what_was_kept_is_read_back(tmp_path):
    kept = store.keep(tmp_path, BUILT, at=AT)

    assert store.read(tmp_path) == kept
    assert kept.made_at == AT
    assert kept.households[0]["code"] == "1234 5678"
    assert stat.S_IMODE((tmp_path / "demo.json").stat().st_mode) == 0o600


def test_every_demonstration_has_its_own_secret_page(tmp_path):
    assert store.keep(tmp_path, BUILT, at=AT).start != store.keep(tmp_path, BUILT, at=AT).start


def test_an_interrupted_building_is_built_again_and_never_looks_real(tmp_path):
    store.clear(tmp_path)
    (tmp_path / "danchu.sqlite3").write_bytes(b"half")

    assert not store.is_real(tmp_path)
    assert store.read(tmp_path) is None
    store.clear(tmp_path)
    assert not (tmp_path / "danchu.sqlite3").exists()
    assert json.loads((tmp_path / "demo.json").read_text()) == {"building": True}


@pytest.mark.parametrize(("days", "old"), [(6.99, False), (7, True), (30, True)])
def test_after_seven_days_it_is_old(days, old):
    assert is_old(AT, AT + timedelta(days=days)) is old
