"""Thời hạn: one row per running legal clock."""
