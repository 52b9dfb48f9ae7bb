"""Django app of the disclosure room."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of disclosure."""

    name = "danchu.rooms.disclosure"
    label = "disclosure"
