"""The Django app of the visual language."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Giao diện: the app that holds templates, tags and static files."""

    name = "danchu.ui"
    label = "ui"
    verbose_name = "Giao diện"
