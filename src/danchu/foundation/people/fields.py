"""Trường dữ liệu được mã hóa: personal text that is unreadable in the database file and its backups."""

from __future__ import annotations

import base64
import secrets
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

from danchu.foundation.keys import key

_NONCE = 12


def encrypt(text: str) -> str:
    """AES-256-GCM under the key file ``field``; empty stays empty."""
    if not text:
        return ""
    nonce = secrets.token_bytes(_NONCE)
    sealed = AESGCM(key("field")).encrypt(nonce, text.encode(), None)
    return base64.urlsafe_b64encode(nonce + sealed).decode("ascii")


def decrypt(stored: str) -> str:
    """The text again; raises ``cryptography.exceptions.InvalidTag`` under another key."""
    if not stored:
        return ""
    raw = base64.urlsafe_b64decode(stored)
    return AESGCM(key("field")).decrypt(raw[:_NONCE], raw[_NONCE:], None).decode()


class EncryptedText(models.TextField):
    """Văn bản mã hóa: decrypted on reading, encrypted on writing; cannot be searched."""

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        """Decrypt what the database gave."""
        return None if value is None else decrypt(value)

    def get_prep_value(self, value: Any) -> Any:
        """Encrypt what goes into the database."""
        return None if value is None else encrypt(str(value))
