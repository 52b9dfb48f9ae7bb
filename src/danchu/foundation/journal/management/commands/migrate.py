"""Django's ``migrate``, followed by the journal's triggers."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from danchu.foundation.journal import triggers
from danchu.foundation.journal.models import Entry


class Command(migrate.Command):
    """Run the migrations, then lock the journal again."""

    def handle(self, *args: Any, **options: Any) -> None:
        """As Django's, plus the triggers."""
        super().handle(*args, **options)
        connection = connections[options["database"]]
        if Entry._meta.db_table in connection.introspection.table_names():
            triggers.install(connection)
