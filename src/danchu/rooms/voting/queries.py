"""Đọc."""


def rounds_due_to_close(at):
    return []
