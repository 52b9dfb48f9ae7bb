"""Nền: what every room stands on. Knows the law, knows no room."""
