import io
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
import zxingcpp

from danchu.documents.docx import TEMPLATES, default_template, render_docx
from danchu.documents.errors import BadTemplate, MissingFields, NoOffice, OfficeFailed
from danchu.documents.office import docx_to_pdf
from danchu.documents.papers import PAPERS, Layout
from documents.filled import VALUES
from documents.helpers import codes_in, pages_as_grey, text_of
from documents.samples import cards, households
from documents.templates import template
from parts import find

ROOT = Path(__file__).resolve().parents[2]


def _words(data):
    document = docx.Document(io.BytesIO(data))
    return " ".join("".join(t.text or "" for t in p.iter("{*}t")) for p in document.element.body.iter("{*}p"))


@pytest.mark.parametrize("key", sorted(VALUES))
def test_same_values_give_the_same_bytes(key):
    assert render_docx(key, VALUES[key]) == render_docx(key, dict(VALUES[key]))


@pytest.mark.parametrize("key", sorted(VALUES))
def test_no_tag_is_left_and_the_face_is_times(key):
    data = render_docx(key, VALUES[key])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
        assert "{{" not in body
        assert "{%" not in body
        assert 'w:ascii="Times New Roman"' in body
        assert "vi-VN" in package.read("word/styles.xml").decode()


def test_properties_say_what_it_is():
    core = docx.Document(io.BytesIO(render_docx("minutes-03", VALUES["minutes-03"]))).core_properties
    assert core.title.startswith("BIÊN BẢN BIỂU QUYẾT TRỰC TUYẾN")
    assert core.author == "Khu phố 3, phường Thới Hòa"
    assert core.created.replace(tzinfo=None) == datetime(2026, 12, 12)  # noqa: DTZ001


def test_minutes_say_the_same_as_the_pdf():
    words = _words(render_docx("minutes-03", VALUES["minutes-03"]))
    for part in (
        "UBND PHƯỜNG THỚI HÒA",
        "Số: 05/BB-KP3",
        "Hôm nay, vào hồi 18 giờ 30 phút, ngày 12 tháng 12 năm 2026, tại Nhà văn hóa Khu phố 3",
        "– Bà Lê Thị Hạnh, đại diện Ban công tác Mặt trận: Tổ trưởng;",
        "3. Ý kiến trao đổi, thảo luận: – Đề nghị bắt đầu từ 7 giờ vào mùa mưa.",
        "Đồng ý 171/300",
        "chậm nhất ngày 18 tháng 12 năm 2026",
        "- Ủy ban nhân dân phường Thới Hòa;",
        "256 Phạm Ngọc Phước",
    ):
        assert part in words, part
    assert "Không có ý kiến" not in words


def test_capture_is_a_picture_in_the_minutes():
    document = docx.Document(io.BytesIO(render_docx("minutes-03", VALUES["minutes-03"])))
    assert len(document.inline_shapes) == 1


def test_what_is_absent_leaves_no_hole():
    values = {k: v for k, v in VALUES["minutes-03"].items() if k not in {"phan_cong", "thao_luan", "so_ky_hieu"}}
    words = _words(render_docx("minutes-03", values))
    assert "Phân công thực hiện" not in words
    assert "Không có ý kiến." in words
    assert "Số: " not in words
    assert "Phiếu không hợp lệ" not in words


def test_header_row_of_a_list_is_repeated():
    body = docx.Document(io.BytesIO(render_docx("participants-list", VALUES["participants-list"]))).element.body
    assert len(list(body.iter("{*}tblHeader"))) == 1


@pytest.mark.parametrize("hostile", ["{{ 7*7 }} {% raw %}", "<w:p/> & ]]> \"'", "=1+1"])
def test_value_is_only_text(hostile):
    data = render_docx("result-notice", {**VALUES["result-notice"], "truong_khu_pho": hostile})
    assert hostile in _words(data)


def test_layout_reaches_the_docx():
    layout = Layout(head=("TRÊN", "DƯỚI"), recipients=("Ai đó;",), closing="Hết một.\nHết hai.")
    words = _words(render_docx("vote-notice", VALUES["vote-notice"], layout=layout))
    assert "TRÊN DƯỚI" in words
    assert "- Ai đó;" in words
    assert "Hết một. Hết hai." in words


def test_other_places_have_other_names_for_a_neighbourhood():
    values = {**VALUES["result-notice"], "khu_pho": "Ấp 3", "nhan_dia_ban": "ấp"}
    words = _words(render_docx("result-notice", values))
    assert "TRƯỞNG ẤP" in words
    assert "ấp biểu quyết trực tuyến về việc" in words
    assert "KHU PHỐ" not in words


def test_paper_without_letterhead_takes_no_head():
    assert "KẾT QUẢ" not in _words(render_docx("card-sheet", VALUES["card-sheet"]))


def test_ward_template_is_filled():
    data = template(
        "{{ khu_pho }} mời họp về {{ ve_viec }}", "{%p for dong in noi_dung %}", "* {{ dong }}", "{%p endfor %}"
    )
    words = _words(render_docx("vote-notice", VALUES["vote-notice"], template=data))
    assert words.startswith("Khu phố 3 mời họp về tổng vệ sinh")
    assert "* Mỗi hộ cử một người" in words


def test_unsafe_template_is_refused_before_it_runs():
    with pytest.raises(BadTemplate) as caught:
        render_docx("vote-notice", VALUES["vote-notice"], template=template("{{ khu_pho.__class__ }}"))
    assert [p.code for p in caught.value.problems] == ["code"]
    assert caught.value.vi == caught.value.problems[0].vi


def test_missing_field_stops_the_docx():
    with pytest.raises(MissingFields):
        render_docx("vote-notice", {})


def test_shipped_templates_are_the_built_ones(tmp_path):
    script = (
        "import sys; sys.path.insert(0, 'tools'); import build_docx_templates as b; from pathlib import Path;"
        f"b.OUT = Path({str(tmp_path)!r}); b.main()"
    )
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True)
    assert {p.stem for p in TEMPLATES.glob("*.docx")} == set(PAPERS)
    for key in PAPERS:
        assert (tmp_path / f"{key}.docx").read_bytes() == default_template(key), (
            f"{key}: run tools/build_docx_templates.py"
        )


@pytest.mark.part("libreoffice")
@pytest.mark.part("poppler")
def test_cards_of_the_docx_are_read_too(tmp_path):
    rows = cards(9)
    pdf = docx_to_pdf(render_docx("card-sheet", {**VALUES["card-sheet"], "the": rows}))
    pages = pages_as_grey(pdf, tmp_path, find("poppler"), 150)
    assert len(pages) == 2
    assert {code.text for page in pages for code in codes_in(page)} == {row["duong_dan"] for row in rows}


@pytest.mark.part("libreoffice")
def test_office_makes_a_pdf_of_the_minutes():
    values = {**VALUES["minutes-03"], "danh_sach_tham_gia": households(60)}
    text = text_of(docx_to_pdf(render_docx("minutes-03", values)))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert text.count("Địa chỉ thường trú") >= 3  # once a page


def test_office_is_named_when_missing(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoOffice) as caught:
        docx_to_pdf(b"")
    assert "chưa cài LibreOffice" in caught.value.vi


def _program(folder, script):
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


def test_office_that_makes_nothing_is_an_accident(tmp_path):
    with pytest.raises(OfficeFailed) as caught:
        docx_to_pdf(b"x", program=_program(tmp_path, "echo hỏng rồi; exit 1"))
    assert "hỏng rồi" in caught.value.detail


def test_office_that_never_ends_is_ended_with_its_children(tmp_path):
    marker = tmp_path / "late"
    with pytest.raises(OfficeFailed) as caught:
        docx_to_pdf(b"x", timeout=0.5, program=_program(tmp_path, f"(sleep 2; touch {marker}) & wait"))
    assert "0.5 seconds" in caught.value.detail
    import time

    time.sleep(2)
    assert not marker.exists()


def test_poster_docx_carries_its_code():
    with zipfile.ZipFile(io.BytesIO(render_docx("poster", VALUES["poster"]))) as package:
        (image,) = [name for name in package.namelist() if name.startswith("word/media/")]
        from documents.test_qr import _grey

        (code,) = zxingcpp.read_barcodes(_grey(package.read(image)))
    assert code.text == VALUES["poster"]["duong_dan"]
