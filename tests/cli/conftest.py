"""A ward made by the program, on each database."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import throwaway

import parts
from cli.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program on an empty data folder and SQLite."""
    return Program(tmp_path / "data")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Program:
    made = Program(tmp_path_factory.mktemp("made") / "data")
    made.init()
    return made


@pytest.fixture
def ward(made_once: Program, tmp_path: Path) -> Program:
    """The program on a data folder where a ward is set up, on SQLite."""
    return Program(Path(shutil.copytree(made_once.data, tmp_path / "ward")))


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    with throwaway.cluster(parts.find("postgresql"), durable=True) as url:
        yield url


@pytest.fixture
def database_of(cluster: str) -> Callable[[str], str]:
    """Makes a new database in the cluster and gives its address."""

    def make(name: str) -> str:
        fresh = f"{name}_{uuid.uuid4().hex[:8]}"
        with psycopg.connect(cluster, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {fresh}")
        return f"{cluster.rpartition('/')[0]}/{fresh}"

    return make


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.part("postgresql"))])
def on_both(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Program, Program]:
    """A program with a ward, and an empty one of the same database beside it, to restore into."""
    if request.param == "sqlite":
        return request.getfixturevalue("ward"), Program(tmp_path / "there")
    make = request.getfixturevalue("database_of")
    here, there = (Program(tmp_path / name, {"DATABASE_URL": make(name)}) for name in ("here", "there"))
    here.init()
    return here, there
