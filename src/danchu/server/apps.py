"""Django app of the server: its translations and commands."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the server."""

    name = "danchu.server"
    label = "server"
