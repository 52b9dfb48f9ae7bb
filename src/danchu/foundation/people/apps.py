"""Django app of people."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of people."""

    name = "danchu.foundation.people"
    label = "people"
