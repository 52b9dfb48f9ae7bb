"""Vẽ thành phần: one template below ``ui/parts/`` with plain values; escaping is the template's."""

from __future__ import annotations

from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString


def part(name: str, /, **values: Any) -> SafeString:
    """HTML của một thành phần, from ``ui/parts/<name>.html``."""
    return SafeString(get_template(f"ui/parts/{name}.html").render(values))
