"""Giao diện: base pages, component tags and built assets. Knows documents and foundation; no room, no table."""
