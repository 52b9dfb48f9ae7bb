"""Các trang của công khai."""
