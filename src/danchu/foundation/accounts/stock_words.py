"""Lời báo về mật khẩu: Django's own messages, listed so that our catalogues say them in plain Vietnamese."""

from django.utils.translation import gettext_noop

STOCK = (
    gettext_noop("The password is too similar to the %(verbose_name)s."),
    gettext_noop("This password is too common."),
)
