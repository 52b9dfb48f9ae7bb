"""Đọc tệp chữ (CSV, TSV): encoding and delimiter found from the content, never from the name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from danchu.foundation.people.rollbook.errors import RollFileError
from danchu.foundation.people.rollbook.model import Limits, Value
from danchu.foundation.people.rollbook.text import clean
from danchu.foundation.people.rollbook.xlsx import RawRow, column_letters, dangerous_formula

_DELIMITERS = ",;\t"
_SAMPLE = 64 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_QUOTED_NUMBER = re.compile(r'^="([^"]*)"$')
_QUOTED_FIELD = re.compile(r'"(?:[^"]|"")*"')


def find_encoding(data: bytes) -> str:
    """The Python name of the encoding. Raises ``RollFileError`` when no reading makes sense."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    else:
        encoding = _without_bom(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RollFileError("file.encoding") from error
    if _CONTROL.search(text):
        raise RollFileError("file.unknown")
    return encoding


def _without_bom(data: bytes) -> str:
    head = data[:_SAMPLE]
    nulls = head.count(0)
    if nulls:
        # Spaces, digits and delimiters of UTF-16 have one empty byte, always on the same side.
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if len(data) % 2 == 0 and nulls * 20 > len(head) and min(even, odd) * 10 <= max(even, odd):
            return "utf-16-le" if odd > even else "utf-16-be"
        raise RollFileError("file.unknown")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1258"
    return "utf-8"


def find_delimiter(sample: str) -> str:
    """The separator that cuts most lines into the same number (at least two) of cells; a comma when none does."""
    lines = [line for line in _QUOTED_FIELD.sub("", sample).splitlines() if line.strip()][:60]

    def steadiness(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in lines]
        usual = max(set(counts) - {0}, key=counts.count, default=0)
        return (counts.count(usual) * min(usual, 3) if usual else 0, usual)

    return max(_DELIMITERS, key=steadiness)


def rows(data: bytes, encoding: str, limits: Limits) -> Iterator[RawRow]:
    """Each non-empty line of the table; line numbers are those a spreadsheet shows. Raises ``RollFileError``."""
    stream = io.TextIOWrapper(io.BytesIO(data), encoding=encoding, newline="")
    sample = stream.read(_SAMPLE)
    stream.seek(0)
    delimiter = find_delimiter(sample)
    first = sample.split("\n", 1)[0].strip("\r\ufeff ")
    declared = re.fullmatch(r'"?sep=(.)"?', first)
    number = 0
    if declared:
        delimiter = declared[1]
        stream.readline()
        number = 1
    reader = csv.reader(stream, delimiter=delimiter)
    try:
        for record in reader:
            number += 1
            cells = _cells(record, number, limits)
            if cells:
                yield RawRow(number, False, cells)
    except csv.Error as error:
        raise RollFileError("file.text_too_long", {"limit": limits.max_text}) from error


def _cells(record: list[str], number: int, limits: Limits) -> dict[int, Value]:
    cells: dict[int, Value] = {}
    for column, written in enumerate(record):
        if not written:
            continue
        text = clean(written)
        if len(text) > limits.max_text:
            raise RollFileError("file.text_too_long", {"limit": limits.max_text})
        if text[:1] in "=@" and text:
            quoted = _QUOTED_NUMBER.match(text)
            if quoted:
                text = quoted[1].strip()
            elif dangerous_formula(text) or text.startswith("="):
                raise RollFileError("formula.dangerous", {"sheet": "CSV", "cell": f"{column_letters(column)}{number}"})
        elif text[:1] in "+-" and dangerous_formula(text):
            raise RollFileError("formula.dangerous", {"sheet": "CSV", "cell": f"{column_letters(column)}{number}"})
        if text:
            cells[column] = text
    return cells
