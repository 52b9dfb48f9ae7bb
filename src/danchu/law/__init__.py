"""Pháp luật: what the law says, as data and pure functions of facts and time. Imports nothing but Python."""
