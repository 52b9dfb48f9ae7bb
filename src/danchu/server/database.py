"""Cơ sở dữ liệu: whether its tables are those of this version, and bringing them there."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def pending_migrations() -> list[str]:
    """Names of migrations that have not been applied; leaves no connection open behind it."""
    try:
        executor = MigrationExecutor(connection)
        return [
            f"{step.app_label}.{step.name}" for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())
        ]
    finally:
        close()


def unknown_migrations() -> list[str]:
    """Migrations the database has seen and this version does not know: the program is older than its data."""
    executor = MigrationExecutor(connection)
    return sorted(
        f"{app}.{name}" for app, name in set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    )


def is_new() -> bool:
    """Whether nothing has ever been written here."""
    return not connection.introspection.table_names()


def migrate() -> None:
    """Bring the tables to this version and lock the journal."""
    call_command("migrate", interactive=False, verbosity=0)


def close() -> None:
    """Let go of the database before this process forks or another one replaces its file."""
    connection.close()
    if isinstance(connection.settings_dict["OPTIONS"].get("pool"), dict):
        connection.close_pool()  # type: ignore[attr-defined]  # only PostgreSQL's has one
