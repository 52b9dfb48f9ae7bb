"""Chỉ mục: one table of lexemes by place, FTS5 on SQLite and a GIN index on PostgreSQL; the only file that knows which.

SQLite keeps no copy of the lexemes and walks its lists from the newest place downward. PostgreSQL cannot walk a GIN
index in order, so one statement asks month after month, newest first, and stops when it has enough.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db import connection

from danchu.foundation.search.lexemes import Tier, month_number

A_DAY = 10_000_000


def place_of(day: date, number: int) -> int:
    """Where an entry of that day stands."""
    return day.toordinal() * A_DAY + number % A_DAY


def day_at(place: int) -> date:
    """The day of a place."""
    return date.fromordinal(place // A_DAY)


def add(place: int, lexemes: Collection[str]) -> None:
    """Put an entry into the index."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO search_index (rowid, lexemes) VALUES (%s, %s)", [place, " ".join(sorted(lexemes))]
            )
        else:
            cursor.execute(
                "INSERT INTO search_index (place, lexemes) VALUES (%s, array_to_tsvector(%s))", [place, list(lexemes)]
            )


def drop(place: int, lexemes: Collection[str]) -> None:
    """Take an entry out; ``lexemes`` are those it was put in with."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "INSERT INTO search_index (search_index, rowid, lexemes) VALUES ('delete', %s, %s)",
                [place, " ".join(sorted(lexemes))],
            )
        else:
            cursor.execute("DELETE FROM search_index WHERE place = %s", [place])


def find(every: Sequence[str], none_of: Sequence[Tier], *, newest: int, oldest: int, limit: int) -> list[int]:
    """Places from ``newest`` down to ``oldest`` that hold every lexeme and none of the earlier degrees whole."""
    words: list[Any]
    if connection.vendor == "sqlite":
        asked = " AND ".join(map(_quoted, every))
        if none_of:
            asked = f"({asked}) NOT ({' OR '.join('(' + ' AND '.join(map(_quoted, one)) + ')' for one in none_of)})"
        statement = (
            "SELECT rowid FROM search_index WHERE search_index MATCH %s AND rowid <= %s AND rowid >= %s "
            "ORDER BY rowid DESC LIMIT %s"
        )
        words = [asked, newest, oldest, limit]
    else:
        asked = " & ".join([*map(_lexeme, every), *(f"!({' & '.join(map(_lexeme, one))})" for one in none_of)])
        statement = (
            "SELECT found.place FROM generate_series(%s, %s, -1) AS month(number) CROSS JOIN LATERAL ("
            "SELECT place FROM search_index WHERE lexemes @@ (%s || month.number || '''')::tsquery "
            "AND place <= %s AND place >= %s ORDER BY place DESC LIMIT %s) AS found LIMIT %s"
        )
        months = [month_number(day_at(newest)), month_number(day_at(oldest))]
        words = [*months, f"{asked} & '#m", newest, oldest, limit, limit]
    with connection.cursor() as cursor:
        cursor.execute(statement, words)
        return sorted((place for (place,) in cursor.fetchall()), reverse=True)


def _quoted(lexeme: str) -> str:
    return f'"{lexeme}"'


def _lexeme(lexeme: str) -> str:
    return f"'{lexeme}'"
