"""Addresses of residents' initiatives; they come before those of votes."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import initiatives

_ONE = "sang-kien/<slug:initiative>"

urlpatterns: list[URLPattern] = [
    path("sang-kien/", initiatives.initiative_list, name="initiative-list"),
    path("sang-kien/moi/", initiatives.initiative_file, name="initiative-file"),
    path("sang-kien/moi-giay/", initiatives.initiative_paper, name="initiative-paper"),
    path(f"{_ONE}/", initiatives.initiative_page, name="initiative"),
    path(f"{_ONE}/dong-thuan/", initiatives.endorse, name="initiative-endorse"),
    path(f"{_ONE}/rut-dong-thuan/", initiatives.unendorse, name="initiative-unendorse"),
    path(f"{_ONE}/rut/", initiatives.withdraw, name="initiative-withdraw"),
    path(f"{_ONE}/danh-sach-giay/", initiatives.record, name="initiative-record"),
    path(f"{_ONE}/mat-tran/", initiatives.front, name="initiative-front"),
    path(f"{_ONE}/dua-ra/", initiatives.put, name="initiative-put"),
]
