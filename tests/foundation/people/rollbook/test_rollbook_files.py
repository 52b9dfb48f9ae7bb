"""Files that are refused: each with one clear sentence, and nothing left behind."""

from __future__ import annotations

import io
import re
import struct
import tempfile
import zipfile
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import of_the_future
from danchu.foundation.people.rollbook import Limits, RollFileError, check, container, read_book, words

from .books import HEADER, csv_of, listed, repacked, shared, xlsx

GOOD = shared(listed(("1", "Nguyễn Văn An", "12 hẻm 3", "0912345678")))
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def refused(data: bytes | Path, limits: Limits | None = None) -> RollFileError:
    with pytest.raises(RollFileError) as caught:
        read_book(data, filename="tệp", limits=limits)
    return caught.value


KINDS = {
    "empty": (b"", "file.empty"),
    "blank": (b"\xef\xbb\xbf \r\n\t", "file.empty"),
    "png": (b"\x89PNG\r\n\x1a\n....", "file.picture"),
    "jpeg": (b"\xff\xd8\xff\xe0....", "file.picture"),
    "gif": (b"GIF89a....", "file.picture"),
    "tiff": (b"II*\x00....", "file.picture"),
    "webp": (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "file.picture"),
    "heic": (b"\x00\x00\x00\x18ftypheic....", "file.picture"),
    "bmp": (b"BM\x01\x02\x03\x04\x00\x00\x00\x00....", "file.picture"),
    "pdf": (b"%PDF-1.7 ...", "file.pdf"),
    "rtf": (b"{\\rtf1 ...}", "file.word"),
    "rar": (b"Rar!\x1a\x07", "file.archive"),
    "program": (b"MZ\x90\x00...", "file.unknown"),
    "html": (b"\xef\xbb\xbf <HTML><table></table>", "file.web_page"),
    "old excel": (stream("Workbook"), "file.xls_old"),
    "older excel": (b"\x09\x08\x10\x00\x00\x06", "file.xls_old"),
    "old word": (stream("WordDocument"), "file.word"),
    "other ole": (OLE, "file.unknown"),
    "password": (stream("EncryptedPackage"), "file.password"),
    "docx named xlsx": (zipped(**{"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), "file.word"),
    "slides": (zipped(**{"[Content_Types].xml": b"<a/>", "ppt/presentation.xml": b"<a/>"}), "file.unknown"),
    "ods": (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "file.ods"),
    "xlsb": (zipped(**{"[Content_Types].xml": b"<a/>", "xl/workbook.bin": b"a"}), "file.xlsb"),
    "zip of photos": (zipped(**{"a.jpg": b"a"}), "file.archive"),
    "broken zip": (GOOD[: len(GOOD) // 2], "file.damaged"),
    "zip of another time": (of_the_future(GOOD), "file.damaged"),
    "zip without book": (zipped(**{"xl/a.xml": b"<a/>"}), "file.damaged"),
    "control characters": (b"a,b\x01\x02", "file.unknown"),
    "binary with zeros": (b"a\x00\x00b\x00\x00\x00" * 50, "file.unknown"),
    "undecodable": (b"H\x8a\x8d\x8e t\x90n,\x9a", "file.encoding"),
    "no heading": (b"hello\nworld\n", "file.no_header"),
    "heading only": (csv_of([HEADER]).encode(), "file.no_rows"),
    "macros": (repacked(GOOD, add={"xl/vbaProject.bin": b"x"}), "file.macros"),
    "external links": (repacked(GOOD, add={"xl/externalLinks/externalLink1.xml": b"<a/>"}), "file.external_links"),
}


@pytest.mark.parametrize(("data", "code"), KINDS.values(), ids=KINDS.keys())
def test_each_kind_of_wrong_file_has_its_sentence(data: bytes, code: str) -> None:
    error = refused(data)

    assert error.code == code
    assert error.to_json() == {"code": code, "message_vi": error.sentence(), "message_en": error.sentence("en")}


@pytest.mark.parametrize("code", sorted(words._FILE))
def test_each_refusal_is_one_sentence_in_both_languages(code: str) -> None:
    details = {"limit": 5, "cell": "A1", "sheet": "KP1", "font": "VNI"}

    for lang in ("vi", "en"):
        sentence = words.sentence(code, lang, details)
        assert sentence.endswith(".")
        assert ". " not in sentence.replace("(.xls)", "").replace("(.ods)", "")
        assert "{" not in sentence
    assert len(words.sentence(code, "vi", details).split()) <= 30


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx").code == "file.unreadable"
    assert refused(tmp_path).code == "file.unreadable"


def test_a_file_on_disk_is_read_like_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(GOOD)

    assert check(read_book(path, filename="a")).accepted == check(read_book(GOOD, filename="a")).accepted


def test_too_many_bytes_rows_columns_sheets_and_characters_are_refused(tmp_path: Path) -> None:
    row = ("1", "Nguyễn Văn An", "12 hẻm 3", "")
    many = listed(*[row] * 30)
    path = tmp_path / "a.xlsx"
    path.write_bytes(many)

    assert refused(many, Limits(max_bytes=100)).code == "file.too_large"
    assert refused(path, Limits(max_bytes=100)).code == "file.too_large"
    assert refused(many, Limits(max_rows=20)).code == "file.too_many_rows"
    assert refused(listed((*row, *["x"] * 20)), Limits(max_columns=10)).code == "file.too_many_columns"
    assert refused(xlsx([HEADER, row], [HEADER, row]), Limits(max_sheets=1)).code == "file.too_many_sheets"
    assert refused(listed(("1", "An " * 2000, "12", ""))).code == "file.text_too_long"
    assert refused(csv_of([HEADER, ("1", "An " * 2000, "12", "")]).encode()).code == "file.text_too_long"
    assert refused(b'a,b\n1,"' + b"x" * 200_000).code == "file.text_too_long"
    assert refused(many, Limits(max_rows=20)).sentence() == "Tệp có hơn 20 dòng; hãy tách mỗi khu phố một tệp."


def test_rows_are_limited_over_all_sheets_and_where_no_table_is() -> None:
    row = ("1", "Nguyễn Văn An", "12 hẻm 3", "")
    two = xlsx([HEADER, *[row] * 15], [HEADER, *[row] * 15])
    prose = xlsx([("chữ",)] * 300)

    assert refused(two, Limits(max_rows=20)).code == "file.too_many_rows"
    assert refused(prose, Limits(max_rows=250)).code == "file.too_many_rows"


def test_a_swollen_part_is_refused_before_it_is_unpacked() -> None:
    bomb = repacked(GOOD, add={"xl/media/a.bin": bytes(30_000_000)})

    assert refused(bomb).code == "file.trap"


def test_the_sum_of_parts_and_their_number_are_limited() -> None:
    assert refused(GOOD, Limits(max_unpacked=1000)).code == "file.trap"
    assert refused(GOOD, Limits(max_parts=2)).code == "file.trap"


def lying(data: bytes, *, claim: int, name: bytes = SHEET.encode()) -> bytes:
    """The same archive, its directory claiming another unpacked size for one part."""
    spoiled = bytearray(data)
    at = data.rindex(name)
    entry = data.rindex(b"PK\x01\x02", 0, at)
    spoiled[entry + 24 : entry + 28] = struct.pack("<I", claim)
    return bytes(spoiled)


def test_a_part_larger_or_smaller_than_it_claims_is_refused() -> None:
    assert refused(lying(GOOD, claim=100)).code == "file.trap"
    assert refused(lying(GOOD, claim=500_000)).code == "file.damaged"


def test_one_part_named_again_and_again_counts_each_time() -> None:
    parts = container.Parts(GOOD, Limits(max_unpacked=20_000))

    with pytest.raises(RollFileError, match=r"file\.trap"):
        list(chain.from_iterable(parts.chunks(SHEET) for _ in range(100)))


def test_doubled_names_encryption_and_odd_packing_are_refused() -> None:
    target = io.BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(target, "a") as archive:
        archive.writestr(SHEET, b"<a/>")
    encrypted = bytearray(GOOD)
    entry = GOOD.index(b"PK\x01\x02")
    encrypted[entry + 8] |= 1
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")

    assert refused(target.getvalue()).code == "file.trap"
    assert refused(bytes(encrypted)).code == "file.password"
    assert refused(packed.getvalue()).code == "file.trap"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", SHEET, "xl/sharedStrings.xml"])
def test_entities_never_unfold(part: str) -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    bomb = repacked(
        GOOD,
        change={part: lambda content: laughs + content.partition(b"?>")[2] if b"?>" in content else laughs + content},
    )

    assert refused(bomb).code == "file.trap"


@pytest.mark.parametrize(
    "formula",
    [
        "=cmd|'/C calc'!A0",
        "=[1]Sheet1!A1",
        "='http://x/[a.xlsx]S'!A1",
        '=WEBSERVICE("http://x")',
        '=DDE("a","b","c")',
    ],
)
def test_formulas_that_reach_outside_are_refused(formula: str) -> None:
    error = refused(listed(("1", "Nguyễn Văn An", formula, "")))

    assert error.code == "formula.dangerous"
    assert "C2" in error.sentence()


@pytest.mark.parametrize("cell", ["=cmd|'/C calc'!A0", "=1+1", "@SUM|a!b", "+cmd|'/C calc'!A0", "-x|y!z"])
def test_formulas_in_text_files_are_refused(cell: str) -> None:
    error = refused(csv_of([HEADER, ("1", "Nguyễn Văn An", cell, "")]).encode())

    assert error.code == "formula.dangerous"
    assert error.details["cell"] == "C2"


def test_a_formula_nobody_computed_is_refused_with_its_cell() -> None:
    error = refused(listed(("1", "Nguyễn Văn An", "=A2", "")))

    assert error.code == "formula.uncomputed"
    assert error.sentence() == (
        "Ô C2 trang “Trang 1” có công thức chưa tính; hãy mở bằng Excel, lưu lại rồi chọn tệp đó."
    )


def test_computed_formulas_and_formulas_outside_the_list_are_no_trouble() -> None:
    data = xlsx([(*HEADER, "STT"), ("1", "Nguyễn Văn An", "=A2", "", "=ROW()")], [("Ghi", "chú"), ("=A1", "")])
    uncomputed = re.compile(rb"<f>A2</f><v\s*(?:/>|></v>)")
    computed = repacked(data, change={SHEET: lambda part: uncomputed.sub(b"<f>A2</f><v>12</v>", part)})

    assert [one.address for one in check(read_book(computed, filename="a")).accepted] == ["12"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b't="s"><v>0<', b't="s"><v>999<'),
        (b't="s"><v>0<', b't="s"><v>x<'),
        (b't="s"><v>0<', b't="n"><v>x<'),
        (b'r="A1"', b'r="1A"'),
        (b'r="A1"', b'r="AAAA1"'),
        (b'<row r="1"', b'<row r="99999999"'),
        (b'<row r="1"', b'<row r="-1"'),
        (b"</sheetData>", b"</sheet"),
    ],
)
def test_impossible_cells_are_a_damaged_file(old: bytes, new: bytes) -> None:
    def spoil(part: bytes) -> bytes:
        assert old in part
        return part.replace(old, new, 1)

    assert refused(repacked(GOOD, change={SHEET: spoil})).code == "file.damaged"


def test_a_part_that_is_missing_or_not_where_it_says_is_damage() -> None:
    lost = repacked(
        GOOD, change={"xl/_rels/workbook.xml.rels": lambda part: part.replace(b"sheet1.xml", b"sheet9.xml")}
    )
    moved = bytearray(GOOD)
    at = GOOD.index(b"PK\x03\x04")
    moved[at : at + 4] = b"PK\x03\x05"
    no_sheets = repacked(GOOD, change={"xl/workbook.xml": lambda part: part.replace(b"<sheet ", b"<other ")})
    torn = bytearray(GOOD)
    start = GOOD.index(SHEET.encode()) + len(SHEET)
    torn[start : start + 30] = bytes(30)

    assert refused(lost).code == "file.damaged"
    assert refused(bytes(moved)).code in ("file.damaged", "file.unknown")
    assert refused(no_sheets).code == "file.damaged"
    assert refused(bytes(torn)).code in ("file.damaged", "file.trap")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    for data, _ in KINDS.values():
        refused(data)
    read_book(GOOD, filename="a")

    assert list(tmp_path.iterdir()) == []


def is_handled(data: bytes) -> None:
    try:
        check(read_book(data, filename="x", limits=Limits(max_rows=500, max_unpacked=2_000_000)), ())
    except RollFileError as error:
        assert error.sentence()  # noqa: PT017 - refused or not, either is right


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    is_handled(data)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.text(max_size=15), max_size=6), max_size=8), st.sampled_from(["utf-8", "utf-16", "utf-16-be"])
)
def test_any_text_under_a_heading_is_read_or_refused(rows: list[list[str]], encoding: str) -> None:
    text = csv_of([HEADER, *[[cell.replace("\n", " ") for cell in row] for row in rows]])

    is_handled(text.encode(encoding, "replace"))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_damage_to_a_workbook_is_read_or_refused(data: st.DataObject) -> None:
    spoiled = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        spoiled[data.draw(st.integers(0, len(GOOD) - 1))] = data.draw(st.integers(0, 255))

    is_handled(bytes(spoiled))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_damage_inside_the_sheet_is_read_or_refused(data: st.DataObject) -> None:
    part = data.draw(st.sampled_from([SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]))

    def spoil(content: bytes) -> bytes:
        at = data.draw(st.integers(0, len(content) - 1))
        return content[:at] + data.draw(st.binary(max_size=4)) + content[at + data.draw(st.integers(0, 6)) :]

    is_handled(repacked(GOOD, change={part: spoil}))


def test_stored_parts_are_read_too() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for entry in source.infolist():
            archive.writestr(entry.filename, source.read(entry))

    assert len(check(read_book(target.getvalue(), filename="a")).accepted) == 1
