"""Dấu hiệu: the twenty drawings of the house, 24 px grid, strokes of 2 px with square ends; always beside a word."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_PATHS = {
    "listen": '<path d="M4 9v6h4l6 5V4L8 9zM17 8.5a5 5 0 0 1 0 7M19.5 6a8.5 8.5 0 0 1 0 12"/>',
    "paper": '<path d="M14 3H5v18h14V8zM14 3v5h5M8.5 13h7M8.5 17h7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "warning": '<path d="M12 3.5 22 20.5H2zM12 10v5M12 16.5v2"/>',
    "tick": '<path d="m4.5 12.5 5 5 10-11"/>',
    "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5.5 5.5"/>',
    "back": '<path d="m15 5-7 7 7 7"/>',
    "next": '<path d="m9 5 7 7-7 7"/>',
    "down": '<path d="m5 9 7 7 7-7"/>',
    "menu": '<path d="M3 6h18M3 12h18M3 18h18"/>',
    "camera": '<path d="M3 7h5l1.5-3h5L16 7h5v13H3z"/><circle cx="12" cy="13" r="3.5"/>',
    "print": '<path d="M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z"/>',
    "save": '<path d="M12 3v11M7 9.5l5 5 5-5M4 20h16"/>',
    "offline": '<path d="M2.5 8.5a14 14 0 0 1 19 0M6 12.5a9 9 0 0 1 12 0M9.5 16a4 4 0 0 1 5 0M12 19.5v1M4 3l16 18"/>',
    "copy": '<path d="M8 8h12v13H8zM16 8V3H4v13h4"/>',
    "share": '<path d="M12 15V3M7.5 7 12 2.5 16.5 7M5 12v9h14v-9"/>',
    "helper": '<circle cx="12" cy="7" r="4"/><path d="M4 21v-3c0-3 2.5-5 5-5h6c2.5 0 5 2 5 5v3"/>',
    "convene": (
        '<circle cx="12" cy="8" r="3"/><circle cx="5.5" cy="6.5" r="2"/><circle cx="18.5" cy="6.5" r="2"/>'
        '<path d="M7 20v-3a5 5 0 0 1 10 0v3M2.5 16v-2a3.5 3.5 0 0 1 3-3.5M21.5 16v-2a3.5 3.5 0 0 0-3-3.5"/>'
    ),
    "ask": '<path d="M3 11h18v10H3zM7.5 11V3h9v8M10.5 6.5h3M7.5 15h9"/>',
    "report": '<path d="M15 3H5v18h14V7zM8.5 8.5h3M8.5 12.5h7M8.5 16.5h7"/>',
    "face-good": '<circle cx="12" cy="12" r="9"/><path d="M9 9v1.5M15 9v1.5M7.5 14a5 5 0 0 0 9 0"/>',
    "face-fair": '<circle cx="12" cy="12" r="9"/><path d="M9 9v1.5M15 9v1.5M8 15.5h8"/>',
    "face-bad": '<circle cx="12" cy="12" r="9"/><path d="M9 9v1.5M15 9v1.5M7.5 16.5a5 5 0 0 1 9 0"/>',
}
NAMES = tuple(_PATHS)


def svg(name: str, size: int = 24, label: str = "") -> SafeString:
    """Hình vẽ của một dấu hiệu; hidden from readers unless ``label`` says what it means. KeyError if unknown."""
    meaning = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="dc-sign dc-sign--{}" width="{}" height="{}" viewBox="0 0 24 24" focusable="false" {}>{}</svg>',
        name,
        size,
        size,
        meaning,
        mark_safe(_PATHS[name]),  # noqa: S308 - our own drawing
    )
