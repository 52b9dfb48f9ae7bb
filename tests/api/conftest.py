"""The stories of the desks' tests."""

from desks.conftest import tell

__all__ = ["tell"]
