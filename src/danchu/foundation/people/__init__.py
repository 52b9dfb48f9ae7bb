"""Dân cư: households, members, representatives; and rolls frozen on a date."""
