"""Django app of documents."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of paper templates."""

    name = "danchu.documents"
    label = "documents"
