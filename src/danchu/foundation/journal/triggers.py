"""Khóa sổ nhật ký: triggers of both databases that refuse UPDATE and DELETE of entries.

SQLite drops triggers whenever a migration rebuilds the table, so ``install`` runs after every ``migrate``.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "journal_entry"

_SQLITE = (
    f"""CREATE TRIGGER IF NOT EXISTS {TABLE}_no_update BEFORE UPDATE ON {TABLE}
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    f"""CREATE TRIGGER IF NOT EXISTS {TABLE}_no_delete BEFORE DELETE ON {TABLE}
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)
_POSTGRES = (
    """CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$""",
    f"DROP TRIGGER IF EXISTS {TABLE}_keep ON {TABLE}",
    f"""CREATE TRIGGER {TABLE}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
)


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers; harmless when they are there."""
    with connection.cursor() as cursor:
        for statement in _SQLITE if connection.vendor == "sqlite" else _POSTGRES:
            cursor.execute(statement)


def present(connection: BaseDatabaseWrapper) -> bool:
    """Whether the journal is locked in this database."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
            return cursor.fetchone()[0] == len(_SQLITE)
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = %s", [f"{TABLE}_keep"])
        return cursor.fetchone()[0] == 1


def remove(connection: BaseDatabaseWrapper) -> None:
    """Unlock the journal: only for emptying a test database; ``danchu doctor`` reports a journal left unlocked."""
    names = [f"{TABLE}_no_update", f"{TABLE}_no_delete"] if connection.vendor == "sqlite" else []
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_keep ON {TABLE}")
