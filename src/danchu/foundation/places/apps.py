"""Django app of places."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of places."""

    name = "danchu.foundation.places"
    label = "places"
