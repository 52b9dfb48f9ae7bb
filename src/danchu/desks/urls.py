"""Addresses of the desks."""

urlpatterns: list[object] = []
