"""Vai trò, nhiệm vụ: mandates, who is acting, and what they may do."""
