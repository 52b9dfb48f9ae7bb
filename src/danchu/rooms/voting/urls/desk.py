"""Addresses for the head, the Front and the team; they come first: "moi" is no vote's name."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
