"""Django app of files."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of files."""

    name = "danchu.foundation.files"
    label = "files"
