"""Scratch wards on each database; everything started is ended."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import throwaway

import parts
from cli.program import Program
from robustness.place import Place, Service, Web

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.part("postgresql"))]


@dataclass(frozen=True)
class Maker:
    """Makes programs on empty folders and databases of one kind; ``cluster`` is empty for SQLite."""

    folder: Path
    cluster: str

    def program(self, name: str, *, like: Place | None = None) -> Program:
        """A program on an empty folder and database, or on copies of those of a ward nobody is using."""
        data = self.folder / f"{name}-{uuid.uuid4().hex[:8]}"
        if like is not None:
            shutil.copytree(like.program.data, data)
        if not self.cluster:
            return Program(data)
        base = self.cluster.rpartition("/")[0]
        template = f" TEMPLATE {like.program.env['DATABASE_URL'].rpartition('/')[2]}" if like is not None else ""
        database = data.name.replace("-", "_")
        with psycopg.connect(self.cluster, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {database}{template}")
        return Program(data, {"DATABASE_URL": f"{base}/{database}"})


@pytest.fixture(scope="session")
def durable_cluster() -> Iterator[str]:
    """A PostgreSQL that waits for the disk, as a ward's does."""
    with throwaway.cluster(parts.find("postgresql"), durable=True) as url:
        yield url


@pytest.fixture(scope="session")
def made() -> dict[str, Place]:
    """Wards made once, never used themselves, by database."""
    return {}


@pytest.fixture(params=DATABASES)
def maker(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """On SQLite, then on PostgreSQL."""
    cluster = "" if request.param == "sqlite" else request.getfixturevalue("durable_cluster")
    return Maker(tmp_path_factory.mktemp(request.param), cluster)


@pytest.fixture
def place(maker: Maker, made: dict[str, Place]) -> Place:
    """A ward of twelve households with an open vote, its own copy."""
    if maker.cluster not in made:
        made[maker.cluster] = Place.make(maker.program("made"))
    first = made[maker.cluster]
    return first.at(maker.program("ward", like=first))


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Callable[..., Web]]:
    """Starts the web of a place; whatever is still alive at the end is killed."""
    started: list[Service] = []

    def start(place: Place, **env: str) -> Web:
        web = Web(place.program, tmp_path, **env)
        started.append(web)
        web.start()
        return web

    yield start
    for one in started:
        one.kill()
