"""Bàn việc: homes and calendars that read several rooms; no tables, no services."""
