"""Django app of the voting room."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of voting."""

    name = "danchu.rooms.voting"
    label = "voting"
