"""Django app of accounts."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of accounts."""

    name = "danchu.foundation.accounts"
    label = "accounts"
