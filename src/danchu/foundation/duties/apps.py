"""Django app of duties."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of duties."""

    name = "danchu.foundation.duties"
    label = "duties"
