"""Addresses of votes."""

urlpatterns: list[object] = []
