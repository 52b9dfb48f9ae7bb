"""Tài khoản và thẻ: staff log-in with a second factor; household cards."""
