"""Django app of the desks."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the desks' templates."""

    name = "danchu.desks"
    label = "desks"
