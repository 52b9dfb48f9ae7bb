"""Việc nền."""

close_round = None
