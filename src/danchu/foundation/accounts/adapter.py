"""Nối allauth với tài khoản của ta: no sign-up, no mail; people are created by the ward or the operator."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from danchu.foundation import refusals
from danchu.foundation.access import rate
from danchu.foundation.people.fields import decrypt, encrypt
from danchu.law.answers import Refusal

# A log-in name that is being guessed slows down for everyone who tries it; an address alone is never shut out.
TRIES = 8
PER = timedelta(minutes=10)


class StaffAdapter(DefaultAccountAdapter):
    """Tài khoản do phường lập: nobody signs up by themselves."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed. Call the ward's account officer."),
        "incorrect_password": _("The password is not right. Type it again."),
        "too_many_login_attempts": _("Too many tries. Please wait ten minutes and try again."),
        "username_password_mismatch": _(
            "Log-in name or password not right. Look at capital letters, or ask the ward for a new link."
        ),
        "enter_current_password": _("The present password is not right. Type it again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Slow down guessing, counted by all processes together."""
        super().pre_authenticate(request, **credentials)
        key = f"login:{str(credentials.get('username', '')).lower()}"
        answer = rate.take(key, limit=TRIES, per=PER, at=request.at)
        if isinstance(answer, Refusal):
            raise ValidationError(refusals.told(answer), code="too_many_login_attempts")

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """No mail server is needed; nothing is sent."""

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Pages say themselves what was done."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Lớp xác nhận thứ hai: its seed and recovery codes are encrypted under a key outside the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is not right. Wait for the next six digits, and look at the phone's clock."),
        "rate_limited": _("Too many tries. Please wait a few minutes."),
    }

    def encrypt(self, text: str) -> str:
        """Under the field key."""
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Under the field key."""
        return decrypt(encrypted_text)
