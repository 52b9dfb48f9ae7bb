"""Nối allauth với tài khoản của ta: no sign-up, no mail; people are created by the ward or the operator."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from danchu.foundation.people.fields import decrypt, encrypt


class StaffAdapter(DefaultAccountAdapter):
    """Tài khoản do phường lập: nobody signs up by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """No mail server is needed; nothing is sent."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Lớp xác nhận thứ hai: its seed and recovery codes are encrypted under a key outside the database."""

    def encrypt(self, text: str) -> str:
        """Under the field key."""
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Under the field key."""
        return decrypt(encrypted_text)
