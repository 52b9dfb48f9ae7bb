"""Django app of search."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of search."""

    name = "danchu.foundation.search"
    label = "search"
