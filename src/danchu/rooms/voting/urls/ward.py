"""Addresses of matters of the whole ward; they come before those of votes."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import ward

_ONE = "viec-phuong/<slug:decision>"

urlpatterns: list[URLPattern] = [
    path("viec-phuong/", ward.ward_list, name="ward-list"),
    path("viec-phuong/moi/", ward.ward_propose, name="ward-propose"),
    path(f"{_ONE}/", ward.ward_decision, name="ward-decision"),
    path(f"{_ONE}/thong-nhat/", ward.ward_agree, name="ward-agree"),
    path(f"{_ONE}/dua-ra/", ward.ward_put, name="ward-put"),
    path(f"{_ONE}/rut/", ward.ward_withdraw, name="ward-withdraw"),
    path(f"{_ONE}/hieu-luc/", ward.ward_effect, name="ward-effect"),
]
