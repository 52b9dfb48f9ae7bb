"""Django app of access."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of access."""

    name = "danchu.foundation.access"
    label = "access"
