"""Dữ liệu mở: what is public, for programs: JSON, CSV, a schema of every field, and a description of the interface.

Read only, without keys. Hand-made thin views over the same queries as the pages: see docs/decisions/0016.
"""
