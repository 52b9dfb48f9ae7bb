"""Addresses for everybody and for a household."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
