"""What lies inside a file: its words, and what an officer may have forgotten in it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
import typst
from docx.oxml import OxmlElement

from danchu.foundation.files import sandbox
from foundation.files import samples


def read(folder: Path, kind: str, content: bytes) -> dict:
    path = folder / "tep"
    path.write_bytes(content)
    return sandbox.read(kind, path)


def codes(answer: dict) -> dict[str, int]:
    return {one["code"]: one["count"] for one in answer["findings"]}


def test_words_of_a_word_file_without_those_struck_out(tmp_path):
    document = docx.Document()
    document.core_properties.author = "Người Lập"
    paragraph = document.add_paragraph("Mở rộng ")
    paragraph.add_run("đường số 5")
    secret = document.add_paragraph("chữ ẩn")
    secret.runs[0].font.hidden = True
    struck = OxmlElement("w:del")
    run = OxmlElement("w:r")
    gone = OxmlElement("w:delText")
    gone.text = "đã xóa"
    run.append(gone)
    struck.append(run)
    paragraph._p.append(struck)
    document.add_table(1, 2).cell(0, 1).text = "trong bảng"
    document.sections[0].header.paragraphs[0].text = "đầu trang"
    document.add_comment(document.paragraphs[0].runs, text="xem lại", author="ai đó")

    answer = read(tmp_path, "docx", samples.saved(document))

    for words in ("Mở rộng đường số 5", "trong bảng", "đầu trang"):
        assert words in answer["text"]
    assert "đã xóa" not in answer["text"]
    assert codes(answer) == {"author": 1, "changes": 1, "comments": 1, "hidden_text": 1}


def test_honest_word_file_hides_nothing(tmp_path):
    assert read(tmp_path, "docx", samples.word("Một", "Hai"))["findings"] == []


def test_words_of_the_visible_sheets_and_what_is_hidden(tmp_path):
    answer = read(tmp_path, "xlsx", samples.hidden_book())

    assert "Dự toán" in answer["text"]
    assert "bí mật" not in answer["text"]
    assert codes(answer) == {
        "author": 1,
        "comments": 1,
        "hidden_columns": 1,
        "hidden_rows": 1,
        "hidden_sheets": 1,
    }
    where = {one["code"]: one["where"] for one in answer["findings"]}
    assert where["hidden_rows"] == ["dòng 2"]
    assert where["hidden_columns"] == ["cột 2"]
    assert where["hidden_sheets"] == ["Danh sách riêng"]


def test_honest_workbook_hides_nothing(tmp_path):
    answer = read(tmp_path, "xlsx", samples.saved(samples.book()))

    assert answer["findings"] == []
    assert "Sửa đường 1250000" in answer["text"]


def test_words_notes_and_author_of_a_pdf(tmp_path):
    answer = read(tmp_path, "pdf", samples.pdf(pages=2, note="ghi chú", author="Người Lập"))

    assert answer["pages"] == 2
    assert codes(answer) == {"author": 1, "comments": 1}
    assert answer["text"] == ""


def test_words_of_a_pdf_page(tmp_path):
    source = tmp_path / "trang.typ"
    source.write_text("Mở rộng đường số 5", encoding="utf-8")

    assert "Mở rộng đường số 5" in read(tmp_path, "pdf", typst.compile(str(source)))["text"]


@pytest.mark.parametrize("tag", [0x8825, 0x013B])
def test_where_and_by_whom_a_photo_was_taken(tmp_path, tag):
    code = {0x8825: "place_taken", 0x013B: "author"}[tag]

    assert codes(read(tmp_path, "jpg", samples.jpg(notes=samples.exif(0x0110, tag)))) == {code: 1}
    assert codes(read(tmp_path, "png", samples.png(2, 2, (b"eXIf", samples.exif(tag))))) == {code: 1}
    assert codes(read(tmp_path, "jpg", samples.jpg(notes=samples.exif(0x0110)))) == {}


@pytest.mark.parametrize("content", [b"%PDF-1.7 hong", b"", b"PK\x03\x04"])
@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx"])
def test_broken_file_is_unreadable_and_nothing_worse(tmp_path, kind, content):
    with pytest.raises(sandbox.Unreadable):
        read(tmp_path, kind, content)


def test_reader_that_takes_too_long_is_stopped(tmp_path):
    path = tmp_path / "tep"
    path.write_bytes(samples.pdf())

    with pytest.raises(sandbox.Unreadable):
        sandbox.read("pdf", path, seconds=0.01)


def test_entities_of_a_part_are_not_unfolded(tmp_path):
    laugh = (
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha ha">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(9))
        + b']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r>'
        b"<w:t>&a8;</w:t></w:r></w:p></w:document>"
    )
    swollen = samples.repacked(samples.word(), swap={"word/document.xml": laugh})

    try:
        answer = read(tmp_path, "docx", swollen)
    except sandbox.Unreadable:
        return
    assert len(answer["text"]) < 1000
