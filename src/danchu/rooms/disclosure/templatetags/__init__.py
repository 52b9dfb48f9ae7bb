"""Thẻ của các trang công khai."""
