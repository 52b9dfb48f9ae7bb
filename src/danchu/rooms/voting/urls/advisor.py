"""Addresses of the form advisor; they come before those of votes."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import advisor

urlpatterns: list[URLPattern] = [
    path("chon-hinh-thuc/", advisor.advisor, name="advisor"),
    path("chon-hinh-thuc/lich.ics", advisor.advisor_calendar, name="advisor-calendar"),
]
