"""Phường mẫu: fictional people to try everything with."""
