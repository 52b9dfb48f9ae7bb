"""Mật khẩu đủ dài: Django's check, said in our words."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LongEnough(MinimumLengthValidator):
    """Ít nhất ``min_length`` ký tự."""

    def get_error_message(self) -> str:
        """How long it must be."""
        return ngettext(
            "The password is too short; it needs at least %(count)s letter or digit.",
            "The password is too short; it needs at least %(count)s letters or digits.",
            self.min_length,
        ) % {"count": self.min_length}
