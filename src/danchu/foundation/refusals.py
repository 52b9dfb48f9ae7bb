"""Lời từ chối trên biểu mẫu: a refused act is told above the form, and what was typed stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.utils.translation import get_language

from danchu.law import words
from danchu.law.answers import Refusal, Refused


def told(refusal: Refusal) -> str:
    """What happened, and what to do now, in the reader's language."""
    lang = get_language() or "vi"
    return f"{words.sentence(refusal, lang)} {words.remedy(refusal, lang)}".strip()


def done(form: BaseForm, call: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
    """Do the act; False and the words on the form when it was refused. Questions of permission go on upward."""
    try:
        call(*args, **kwargs)
    except Refused as refused:
        if refused.refusal.code in {"access.role", "access.ward"}:
            raise
        form.add_error(None, told(refused.refusal))
        return False
    return True
