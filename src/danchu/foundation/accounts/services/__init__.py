"""Việc về tài khoản và thẻ: staff accounts, cards, log-ins by card."""
