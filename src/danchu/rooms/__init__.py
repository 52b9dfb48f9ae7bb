"""Các phòng việc: one Django app per legal activity. Rooms never import each other."""
