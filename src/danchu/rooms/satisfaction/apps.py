"""Django app of the satisfaction room."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of satisfaction."""

    name = "danchu.rooms.satisfaction"
    label = "satisfaction"
