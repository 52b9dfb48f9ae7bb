"""Django app of jobs."""

from django.apps import AppConfig


class Config(AppConfig):
    """Registers the tables of jobs."""

    name = "danchu.foundation.jobs"
    label = "jobs"
