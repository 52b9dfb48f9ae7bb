"""Django app of journal."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of journal."""

    name = "danchu.foundation.journal"
    label = "journal"
