import io
import zipfile

import pytest

from builders import of_the_future
from danchu.documents.docx import default_template
from danchu.documents.papers import PAPERS
from danchu.documents.template_check import MOST_BYTES, check_template, problems_of_file
from documents.templates import part, replaced, template, with_parts

KIND = "vote-notice"
RELS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"


def _codes(data, kind=KIND):
    return [problem.code for problem in problems_of_file(kind, data)]


def _link(kind, target):
    return (
        f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    ).encode()


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_shipped_template_may_be_activated(kind):
    assert check_template(kind, default_template(kind)) == []


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_template_without_fields_lacks_every_printed_one(kind):
    problems = check_template(kind, template("Không có gì"))
    labels = [f.label for f in PAPERS[kind].fields if f.required and f.printed]
    assert len(problems) == len(labels)
    assert {p.code for p in problems} == {"missing-field"}
    for label, problem in zip(labels, problems, strict=True):
        assert label in problem.vi
        assert label in problem.en


def test_field_only_asked_for_is_not_printed():
    data = replaced(default_template(KIND), BODY, b"{{ cach_bieu_quyet }}", b"{% if cach_bieu_quyet %}A{% endif %}")
    assert [p.vi for p in check_template(KIND, data)] == [
        "Mẫu thiếu trường bắt buộc: cách biểu quyết bằng điện thoại (cach_bieu_quyet)."
    ]


def test_package_no_library_reads_is_refused_not_an_accident():
    assert _codes(of_the_future(default_template(KIND))) == ["not-docx"]


def test_list_looped_over_but_not_printed_is_missing():
    data = replaced(default_template(KIND), BODY, b"{{ dong }}", b"-")
    assert [p.vi for p in check_template(KIND, data)] == [
        "Mẫu thiếu trường bắt buộc: nội dung biểu quyết (noi_dung).",
    ]


def test_column_left_out_of_a_list_is_missing():
    data = replaced(default_template("roll-sheet"), BODY, b"{{ dong.dia_chi }}", b"-")
    assert ["địa chỉ thường trú (danh_sach.dia_chi)" in p.vi for p in check_template("roll-sheet", data)] == [True]


def test_card_without_its_code_is_missing():
    data = replaced(default_template("card-sheet"), BODY, b"{{ dong.trai.ma_qr }}", b"-")
    assert ["đường dẫn trong mã QR (the.duong_dan)" in p.vi for p in check_template("card-sheet", data)] == [True]


def test_field_in_a_header_counts():
    data = template("x")
    header = part(default_template(KIND), "word/document.xml").replace(b"w:document", b"w:hdr")
    assert check_template(KIND, with_parts(data, {"word/header9.xml": header})) == []


@pytest.mark.parametrize(
    "tags",
    [
        ["{{ khu_pho }}", "{% if so_ky_hieu %}{{ so_ky_hieu }}{% else %}-{% endif %}"],
        ["{%p for d in noi_dung %}", "{{ loop.index }}. {{ d }}{% if not loop.last %};{% endif %}", "{%p endfor %}"],
        ["{%p if noi_dung %}", "a", "{%p endif %}"],
        ["{# ghi chú #}", "{{ khu_pho }}"],
        ["{{r khu_pho }}"],
    ],
)
def test_plain_tags_are_allowed(tags):
    assert _codes(template(*tags)) == []


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 7 * 7 }}",
        "{{ khu_pho.__class__.__mro__ }}",
        "{{ khu_pho[0] }}",
        "{{ khu_pho | upper }}",
        "{{ khu_pho() }}",
        "{{ 'a' }}",
        "{{ khu_pho ~ phuong }}",
        "{% set a = 1 %}",
        "{% include 'a' %}",
        "{% import 'a' as b %}",
        "{% macro m() %}{% endmacro %}",
        "{% if khu_pho == 'a' %}x{% endif %}",
        "{% if khu_pho and phuong %}x{% endif %}",
        "{% for a in range(9) %}x{% endfor %}",
        "{% for a in khu_pho %}x{% endfor %}",
        "{% for a, b in noi_dung %}x{% endfor %}",
        "{% for a in noi_dung if a %}x{% endfor %}",
        "{% for a in noi_dung recursive %}x{% endfor %}",
        "{% for a in noi_dung %}{% for b in noi_dung %}x{% endfor %}{% endfor %}",
        "{% for a in noi_dung %}{{ loop.cycle('a') }}{% endfor %}",
        "{{ loop.index }}",
        "{% if khu_pho %}x",
        "{{ khu_pho",
        "{% with %}{% endwith %}",
        "{% raw %}{{ khu_pho }}{% endraw %}{{ 1 }}",
    ],
)
def test_any_other_command_is_refused(tag):
    assert set(_codes(template(tag))) <= {"code", "unknown-field"}
    assert _codes(template(tag))


def test_unknown_field_is_named():
    (problem,) = problems_of_file(KIND, template("{{ so_phieu }}"))
    assert problem.code == "unknown-field"
    assert "“so_phieu”" in problem.vi
    assert "“so_phieu”" in problem.en


def test_unknown_column_is_named():
    (problem,) = problems_of_file("roll-sheet", template("{% for d in danh_sach %}{{ d.lua_chon }}{% endfor %}"))
    assert "“danh_sach.lua_chon”" in problem.vi


def test_whole_row_cannot_be_printed():
    (problem,) = problems_of_file("roll-sheet", template("{% for d in danh_sach %}{{ d }}{% endfor %}"))
    assert problem.code == "unknown-field"


def test_list_cannot_be_printed_whole():
    assert _codes(template("{{ noi_dung }}")) == ["unknown-field"]


def test_commands_in_a_footnote_or_property_are_found():
    note = part(template("{{ 1 + 1 }}"), BODY)
    assert _codes(with_parts(template("x"), {"word/footnotes.xml": note})) == ["code"]
    core = replaced(template("x"), "docProps/core.xml", b"python-docx", b"{{ 1 + 1 }}")
    assert _codes(core) == ["code"]


@pytest.mark.parametrize("data", [b"", b"abc", b"PK\x03\x04 hong", b"%PDF-1.7", b"\xd0\xcf\x11\xe0 old doc"])
def test_other_files_are_not_word(data):
    assert _codes(data) == ["not-docx"]


def test_other_packages_are_not_word():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert _codes(out.getvalue()) == ["not-docx"]


def test_broken_part_is_not_word():
    assert _codes(with_parts(template("x"), {BODY: b"<w:document"})) == ["not-docx"]


def test_missing_relationship_is_not_word():
    assert _codes(with_parts(template("x"), {"_rels/.rels": b"<Relationships/>"})) == ["not-docx"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_not_word():
    out = io.BytesIO(template("x"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(BODY, b"<x/>")
    assert _codes(out.getvalue()) == ["not-docx"]


def test_encrypted_part_is_not_word():
    data = bytearray(template("x"))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert _codes(bytes(data)) == ["not-docx"]


def test_large_file_is_refused():
    assert _codes(b"0" * (MOST_BYTES + 1)) == ["too-big"]


def test_zip_bomb_is_refused():
    assert _codes(with_parts(template("x"), {"word/media/a.xml": b"0" * 41_000_000})) == ["too-big"]


def test_thousands_of_parts_are_refused():
    assert _codes(with_parts(template("x"), {f"word/a{n}.xml": b"<a/>" for n in range(600)})) == ["too-big"]


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/a.docx", "word/afchunk1.htm"]
)
def test_programs_and_objects_are_refused(name):
    assert _codes(with_parts(template("x"), {name: b"<a/>"})) == ["active-content"]


def test_macro_type_is_refused():
    data = replaced(template("x"), "[Content_Types].xml", b"document.main+xml", b"document.macroEnabled.main+xml")
    assert _codes(data) == ["active-content"]


@pytest.mark.parametrize("element", [b"<w:altChunk/>", b"<w:object/>", b"<w:subDoc/>", b"<w:control/>"])
def test_embedded_elements_are_refused(element):
    assert _codes(replaced(template("x"), BODY, b"<w:sectPr", element + b"<w:sectPr")) == ["active-content"]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://a.example/1.png"),
        ("attachedTemplate", "file:///c:/a.dotm"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", "smb://a.example/x"),
    ],
)
def test_outside_links_are_refused(kind, target):
    assert _codes(replaced(template("x"), RELS, b"</Relationships>", _link(kind, target))) == ["outside-link"]


@pytest.mark.parametrize("target", ["https://thoihoa.example/", "mailto:phuong@thoihoa.example"])
def test_plain_hyperlinks_are_allowed(target):
    assert _codes(replaced(template("x"), RELS, b"</Relationships>", _link("hyperlink", target))) == []


@pytest.mark.parametrize(
    "code",
    [
        b'<w:p><w:r><w:instrText>INCLUDEPICTURE "http://a.example"</w:instrText></w:r></w:p>',
        b"<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r></w:p>",
        b'<w:p><w:fldSimple w:instr="IncludeText C:\\a.docx"/></w:p>',
    ],
)
def test_fields_that_fetch_are_refused(code):
    assert _codes(replaced(template("x"), BODY, b"<w:sectPr", code + b"<w:sectPr")) == ["outside-link"]


def test_page_number_field_is_allowed():
    code = b"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    assert _codes(replaced(template("x"), BODY, b"<w:sectPr", code + b"<w:sectPr")) == []


def test_entities_are_refused():
    body = part(template("x"), BODY)
    hostile = body.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', 1)
    assert _codes(with_parts(template("x"), {BODY: hostile})) == ["not-docx"]


def test_at_most_five_faults_are_told_at_once():
    assert len(_codes(template(*[f"{{{{ la_{n} }}}}" for n in range(20)]))) == 5
