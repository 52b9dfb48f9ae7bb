"""Thẻ giao diện: the component tags, by kind; ``templatetags/ui.py`` gathers them for ``{% load ui %}``."""
