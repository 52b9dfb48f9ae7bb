"""Đọc và kiểm tra danh sách hộ từ tệp Excel hoặc CSV: a ward's workbook, read as the ward keeps it.

``read_book`` turns a file into lines, ``check`` turns lines into households, refused lines with their reasons,
duplicates and differences from the last list. Both are pure: no database, no files written, no network.
A file that cannot be a list raises ``RollFileError`` with one sentence.
"""

from danchu.foundation.people.rollbook.check import Places, check
from danchu.foundation.people.rollbook.errors import RollFileError
from danchu.foundation.people.rollbook.model import (
    Book,
    Column,
    ColumnMap,
    Field,
    Household,
    Known,
    Limits,
    PartialDate,
)
from danchu.foundation.people.rollbook.read import read_book
from danchu.foundation.people.rollbook.report import Change, Duplicate, Notice, Problem, Rejected, Report

__all__ = [
    "Book",
    "Change",
    "Column",
    "ColumnMap",
    "Duplicate",
    "Field",
    "Household",
    "Known",
    "Limits",
    "Notice",
    "PartialDate",
    "Places",
    "Problem",
    "Rejected",
    "Report",
    "RollFileError",
    "check",
    "read_book",
]
