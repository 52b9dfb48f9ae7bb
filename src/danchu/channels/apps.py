"""Django app of channels."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of channels."""

    name = "danchu.channels"
    label = "channels"
