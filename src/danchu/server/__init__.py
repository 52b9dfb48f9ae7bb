"""Máy chủ: settings, addresses, middleware and the wiring of jobs."""
