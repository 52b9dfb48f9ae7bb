"""Django app of the open data."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers templates and words of the open data."""

    name = "danchu.api"
    label = "api"
