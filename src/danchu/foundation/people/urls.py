"""Addresses of households: list, one household, import."""

urlpatterns: list[object] = []
