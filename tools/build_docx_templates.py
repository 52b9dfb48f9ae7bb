"""Build the shipped Word templates from the same blocks the PDFs are drawn from.

    python tools/build_docx_templates.py

Writes src/danchu/documents/docx/KEY.docx for every kind of paper. Run it after changing a paper's words; a test
compares. The same sources give the same bytes.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from docx import Document  # noqa: E402
from docx.document import Document as Doc  # noqa: E402
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT  # noqa: E402
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN  # noqa: E402
from docx.oxml import OxmlElement  # noqa: E402
from docx.oxml.ns import qn  # noqa: E402
from docx.shared import Cm, Mm, Pt, RGBColor  # noqa: E402
from docx.table import Table as WordTable  # noqa: E402
from docx.table import _Cell as Cell  # noqa: E402
from docx.text.paragraph import Paragraph  # noqa: E402

from danchu.documents.blocks import Block, Capture, Figures, Para, Paras, Signature, Style, Table  # noqa: E402
from danchu.documents.kinds.shape import Letterhead, Paper  # noqa: E402
from danchu.documents.papers import PAPERS  # noqa: E402

OUT = ROOT / "src" / "danchu" / "documents" / "docx"
FACE = "Times New Roman"
BLACK = RGBColor(0, 0, 0)
FREE = 165  # mm between the margins


def tagged(text: str) -> str:
    """Turn ``{name}`` into the template's ``{{ name }}``."""
    return re.sub(r"\{(\w+)\}", r"{{ \1 }}", text)


def words(paragraph: Paragraph, text: str, *, size: float = 14, bold: bool = False, italic: bool = False) -> Paragraph:
    """Add a run in the official face."""
    run = paragraph.add_run(text)
    run.font.name, run.font.size, run.font.bold, run.font.italic = FACE, Pt(size), bold, italic
    run.font.color.rgb = BLACK
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FACE)
    return paragraph


def shaped(paragraph: Paragraph, align: ALIGN = ALIGN.LEFT, *, first: float = 0, after: float = 6) -> Paragraph:
    """Set a paragraph's place: alignment, first line in cm, space after in pt."""
    shape = paragraph.paragraph_format
    shape.alignment, shape.first_line_indent = align, Cm(first)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(0), Pt(after), 1.0
    return paragraph


def tag(where: Doc | Cell, code: str) -> None:
    """A paragraph that only holds a command; it leaves no line behind."""
    words(shaped(where.add_paragraph(), after=0), "{%p " + code + " %}")


def start(*, left: float = 30, right: float = 15, top: float = 20, bottom: float = 20, numbered: bool = True) -> Doc:
    """An A4 document in Vietnamese; page number in the top margin from page 2 (Decree 30/2020)."""
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.header_distance = Mm(10 if numbered else 2)
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(14)
    properties = normal.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(qn("w:eastAsia"), FACE)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)
    doc._body.clear_content()
    if not numbered:
        return doc
    section.different_first_page_header_footer = True
    page = words(shaped(section.header.paragraphs[0], ALIGN.CENTER, after=0), "", size=13).runs[0]
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        page._element.append(element)
    return doc


def grid(doc: Doc | Cell, rows: int, widths: list[float], *, lines: bool = False) -> WordTable:
    """A table of fixed widths in mm."""
    table = doc.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    if lines:
        table.style = "Table Grid"
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def rule(paragraph: Paragraph, indent: float) -> None:
    """A short line beneath, ``indent`` mm in from both sides."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(indent)
    border = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    border.append(top)
    paragraph._element.get_or_add_pPr().append(border)
    words(paragraph, "", size=4)


def letterhead(doc: Doc, paper: Paper, *, dated: bool = True) -> None:
    """Whose paper on the left; national header and motto on the right."""
    left, right = grid(doc, 1, [65, 100]).rows[0].cells
    words(shaped(left.paragraphs[0], ALIGN.CENTER, after=0), "{{ dau_1 }}", size=13)
    words(shaped(left.add_paragraph(), ALIGN.CENTER, after=0), "{{ dau_2 }}", size=13, bold=True)
    rule(shaped(left.add_paragraph(), ALIGN.CENTER, after=0), 20)
    words(
        shaped(right.paragraphs[0], ALIGN.CENTER, after=0), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12.5, bold=True
    )
    words(shaped(right.add_paragraph(), ALIGN.CENTER, after=0), "Độc lập - Tự do - Hạnh phúc", size=13, bold=True)
    rule(shaped(right.add_paragraph(), ALIGN.CENTER, after=0), 22)
    if dated:
        if "so_ky_hieu" in paper.names:
            text = "{% if so_ky_hieu %}Số: {{ so_ky_hieu }}{% endif %}"
            words(shaped(left.add_paragraph(), ALIGN.CENTER, after=0), text, size=13)
        words(shaped(right.add_paragraph(), ALIGN.CENTER, after=0), "{{ dia_danh_ngay }}", size=13, italic=True)
    shaped(doc.add_paragraph(), after=0)


def title(doc: Doc, paper: Paper) -> None:
    """The kind in capitals, then what it is about."""
    for line in paper.title:
        words(shaped(doc.add_paragraph(), ALIGN.CENTER, after=0), tagged(line), size=15, bold=True)
    words(shaped(doc.add_paragraph(), ALIGN.CENTER, after=2), tagged(paper.subject), bold=True)
    rule(shaped(doc.add_paragraph(), ALIGN.CENTER, after=8), 66)


def block(doc: Doc, it: Block) -> None:
    """One block of the body."""
    match it:
        case Para(text, style, lead, when):
            if when:
                tag(doc, f"if {when}")
            centre = style in {Style.PART, Style.CENTRE}
            at = shaped(doc.add_paragraph(), ALIGN.CENTER if centre else ALIGN.JUSTIFY, first=0 if centre else 1.27)
            at.paragraph_format.keep_with_next = style in {Style.HEADING, Style.PART} or (bool(lead) and not text)
            if lead:
                words(at, lead + (" " if text else ""), bold=True)
            words(at, tagged(text), bold=style in {Style.HEADING, Style.PART}, italic=style is Style.NOTE)
            if when:
                tag(doc, "endif")
        case Paras(field, text, bullet, empty):
            tag(doc, f"for dong in {field}")
            inner = re.sub(r"\{(\w+)\}", r"{{ dong.\1 }}", text) if text else "{{ dong }}"
            lead = f"{bullet} " if bullet else ""
            words(shaped(doc.add_paragraph(), ALIGN.JUSTIFY, first=1.27), lead + inner)
            tag(doc, "endfor")
            if empty:
                tag(doc, f"if not {field}")
                words(shaped(doc.add_paragraph(), ALIGN.JUSTIFY, first=1.27), empty)
                tag(doc, "endif")
        case Table():
            rows(doc, it)
        case Figures(head, lines):
            figures(doc, head, lines)
        case Capture():
            at = shaped(doc.add_paragraph(), ALIGN.CENTER)
            words(at, "{{ anh_chup_ket_qua }}")
            words(shaped(doc.add_paragraph(), ALIGN.CENTER), "Ghi lại lúc {{ thoi_diem_chup }}.", size=13, italic=True)


def rows(doc: Doc, it: Table) -> None:
    """A table with one line a row; its header is repeated on each page."""
    tag(doc, f"if {it.field}")
    table = grid(doc, 4, [FREE * c.width for c in it.columns], lines=True)
    for cell, column in zip(table.rows[0].cells, it.columns, strict=True):
        words(shaped(cell.paragraphs[0], ALIGN.CENTER, after=0), column.head, size=13, bold=True)
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    words(shaped(table.rows[1].cells[0].paragraphs[0], after=0), "{%tr for dong in " + it.field + " %}", size=13)
    for cell, column in zip(table.rows[2].cells, it.columns, strict=True):
        text = "{{ dong." + column.name + " }}" if column.name else "{{ loop.index }}"
        words(shaped(cell.paragraphs[0], ALIGN.CENTER if column.centre else ALIGN.LEFT, after=0), text, size=13)
    table.rows[2]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    words(shaped(table.rows[3].cells[0].paragraphs[0], after=0), "{%tr endfor %}", size=13)
    shaped(doc.add_paragraph(), after=0)
    tag(doc, "endif")


def figures(doc: Doc, head: tuple[str, str], lines: tuple[tuple[str, str, str], ...]) -> None:
    """Label and figure; a line that may be absent stands between two rows of commands."""
    table = grid(doc, 0, [95, 42], lines=True)
    for number, (label, text, when) in enumerate([(*head, ""), *lines]):
        for code in [f"if {when}", None, "endif"] if when else [None]:
            row = table.add_row()
            for cell, width in zip(row.cells, (95, 42), strict=True):
                cell.width = Mm(width)
            if code:
                words(shaped(row.cells[0].paragraphs[0], after=0), "{%tr " + code + " %}", size=13)
                continue
            bold = number == 0
            first = ALIGN.CENTER if bold else ALIGN.LEFT
            words(shaped(row.cells[0].paragraphs[0], first, after=0), label, size=13, bold=bold)
            words(shaped(row.cells[1].paragraphs[0], ALIGN.CENTER, after=0), tagged(text), size=13, bold=bold)
    shaped(doc.add_paragraph(), after=0)


def ending(doc: Doc, paper: Paper) -> None:
    """Closing, signatures in pairs (a third stands by itself on the left), recipients."""
    tag(doc, "for dong in loi_ket")
    at = words(shaped(doc.add_paragraph(), ALIGN.JUSTIFY, first=1.27), "{{ dong }}")
    at.paragraph_format.keep_with_next = True
    tag(doc, "endfor")
    who = paper.signatures
    if len(who) == 1:
        left, right = grid(doc, 1, [FREE / 2, FREE / 2]).rows[0].cells
        recipients(left, first=left.paragraphs[0])
        sign(right, who[0])
        return
    for pair in [who[i : i + 2] for i in range(0, len(who), 2)]:
        table = grid(doc, 1, [FREE / 2, FREE / 2])
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        height = max(len(s.office) for s in pair)
        for cell, signature in zip(table.rows[0].cells, pair, strict=False):
            sign(cell, signature, height)
        shaped(doc.add_paragraph(), after=0)
    if paper.recipients:
        recipients(doc)


def sign(cell: Cell, it: Signature, height: int = 1) -> None:
    """Office, note, room to sign, name; ``height`` lines of office so that a pair stands level."""
    lines = [*it.office, *[""] * (height - len(it.office))]
    for number, line in enumerate(lines):
        at = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        words(shaped(at, ALIGN.CENTER, after=0), tagged(line), size=13, bold=True)
    words(shaped(cell.add_paragraph(), ALIGN.CENTER, after=0), it.note, size=13, italic=True)
    for _ in range(4):
        shaped(cell.add_paragraph(), ALIGN.CENTER, after=0)
    words(shaped(cell.add_paragraph(), ALIGN.CENTER, after=6), "{{ " + it.name_field + " }}", size=13, bold=True)
    for paragraph in cell.paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def recipients(where: Doc | Cell, first: Paragraph | None = None) -> None:
    """Nơi nhận."""
    at = shaped(first or where.add_paragraph(), after=0)
    words(at, "Nơi nhận:", size=12, bold=True, italic=True)
    tag(where, "for dong in noi_nhan")
    words(shaped(where.add_paragraph(), after=0), "- {{ dong }}", size=11)
    tag(where, "endfor")


def official(paper: Paper) -> Doc:
    """An official paper."""
    doc = start()
    if paper.letterhead is not Letterhead.NONE:
        letterhead(doc, paper)
        title(doc, paper)
    for it in paper.body:
        block(doc, it)
    if paper.letterhead is Letterhead.NONE:
        capture_figures(doc)
    if paper.signatures:
        ending(doc, paper)
    for annex in paper.annexes:
        at = words(shaped(doc.add_paragraph(), ALIGN.CENTER), annex.title, bold=True)
        at.paragraph_format.page_break_before = True
        for it in annex.blocks:
            block(doc, it)
    return doc


def capture_figures(doc: Doc) -> None:
    """The figures of the capture again as text, so that they can be read and searched."""
    words(
        shaped(doc.add_paragraph(), ALIGN.JUSTIFY),
        "Việc đưa ra biểu quyết tại {{ khu_pho }}, {{ phuong }}: {{ ve_viec }}.",
    )
    figures(
        doc,
        ("Kết quả", "Số hộ"),
        (
            ("Tham gia", "{so_dai_dien_co_mat}/{tong_so_ho}", ""),
            ("Đồng ý", "{so_tan_thanh}/{tong_so_ho}", ""),
            ("Không đồng ý", "{so_khong_tan_thanh}/{tong_so_ho}", ""),
            ("Ý kiến khác", "{so_y_kien_khac}/{tong_so_ho}", ""),
            ("Cần đạt", "{so_can_dat}/{tong_so_ho}", ""),
        ),
    )
    words(shaped(doc.add_paragraph(), ALIGN.JUSTIFY), "{{ cau_ket_qua }}")
    words(shaped(doc.add_paragraph(), ALIGN.JUSTIFY), "{{ dia_danh_ngay }}", size=13, italic=True)


def poster(paper: Paper) -> Doc:
    """The poster, for a ward that wants its own."""
    doc = start(left=20, right=20, top=15, bottom=15, numbered=False)
    letterhead(doc, paper, dated=False)
    words(shaped(doc.add_paragraph(), after=2), tagged(paper.title[0]), size=26, bold=True)
    words(shaped(doc.add_paragraph(), after=6), "{{ ve_viec }}", size=48, bold=True)
    tag(doc, "if thoi_gian_ket_thuc")
    words(shaped(doc.add_paragraph(), after=8), "Đến {{ thoi_gian_ket_thuc }}", size=24, bold=True)
    tag(doc, "endif")
    left, right = grid(doc, 1, [96, 74]).rows[0].cells
    words(shaped(left.paragraphs[0]), "{{ ma_qr }}")
    parts = [it for it in paper.body if isinstance(it, Para)]
    for it in (one for one in parts if one.style is not Style.LAST):
        if it.when:
            tag(right, f"if {it.when}")
        words(shaped(right.add_paragraph(), after=0), it.lead, size=19, bold=True)
        words(shaped(right.add_paragraph(), after=10), tagged(it.text), size=16)
        if it.when:
            tag(right, "endif")
    for it in (one for one in parts if one.style is Style.LAST):
        if it.when:
            tag(doc, f"if {it.when}")
        lead = f"{it.lead} " if it.lead else ""
        words(words(shaped(doc.add_paragraph()), lead, size=16, bold=True), tagged(it.text), size=16)
        if it.when:
            tag(doc, "endif")
    return doc


def cards(paper: Paper) -> Doc:
    """Eight cards a sheet."""
    doc = start(left=7, right=7, top=6, bottom=6, numbered=False)
    table = grid(doc, 3, [98, 98], lines=True)
    words(shaped(table.rows[0].cells[0].paragraphs[0], after=0), "{%tr for dong in the_doi %}", size=11)
    words(shaped(table.rows[2].cells[0].paragraphs[0], after=0), "{%tr endfor %}", size=11)
    row = table.rows[1]
    row.height, row.height_rule = Mm(70), WD_ROW_HEIGHT_RULE.EXACTLY
    for cell, side in zip(row.cells, ("dong.trai", "dong.phai"), strict=True):
        words(shaped(cell.paragraphs[0], after=0), "{%p if " + side + " %}", size=11)
        inner = grid(cell, 1, [52, 42])
        left, right = inner.rows[0].cells
        name_of_card = "{{ ten_the }}" if "ten_the" in paper.names else "Thẻ biểu quyết"
        words(shaped(left.paragraphs[0], after=0), name_of_card, size=13, bold=True)
        words(shaped(left.add_paragraph(), after=4), "{{ khu_pho }}, {{ phuong }}", size=11)
        name = "Hộ {% if SIDE.xung_ho %}{{ SIDE.xung_ho }} {% endif %}{{ SIDE.ho_ten }}".replace("SIDE", side)
        words(shaped(left.add_paragraph(), after=0), name, size=12, bold=True)
        words(shaped(left.add_paragraph(), after=4), "{{ SIDE.dia_chi }}".replace("SIDE", side), size=11)
        code_at = shaped(right.paragraphs[0], ALIGN.RIGHT, after=0)
        code_at.paragraph_format.space_before = Pt(4)
        words(code_at, "{{ SIDE.ma_qr }}".replace("SIDE", side))
        code = shaped(cell.add_paragraph(), after=2)
        words(code, "Số hộ ", size=11)
        words(code, "{{ SIDE.so_ho }}".replace("SIDE", side), size=22, bold=True)
        words(code, "   {{ ten_ma }} " if "ten_ma" in paper.names else "   Mã ", size=11)
        size = 15 if "ten_ma" in paper.names else 22
        words(code, "{{ SIDE.ma_vao }}".replace("SIDE", side), size=size, bold=True)
        help_text = " ".join(tagged(it.text) for it in paper.body if isinstance(it, Para))
        words(shaped(cell.add_paragraph(), after=0), help_text, size=11)
        words(shaped(cell.add_paragraph(), after=0), "{%p endif %}", size=11)
        # A cell needs one paragraph of its own, or the empty one at an odd end is dropped and its neighbour grows.
        words(shaped(cell.add_paragraph(), after=0), "", size=1)
    words(shaped(doc.add_paragraph(), after=0), "", size=1)
    return doc


def slips(paper: Paper) -> Doc:
    """A slip a household, the stub at its left; two a page where the words are short."""
    doc = start(left=8, right=8, top=8, bottom=8, numbered=False)
    tag(doc, "for dong in phieu")
    table = grid(doc, 1, [48, 146], lines=True)
    row = table.rows[0]
    row.height, row.height_rule = Mm(136), WD_ROW_HEIGHT_RULE.AT_LEAST
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    stub, slip = row.cells
    words(shaped(stub.paragraphs[0], ALIGN.CENTER, after=0), "CUỐNG PHIẾU SỐ", size=10.5, bold=True)
    words(shaped(stub.add_paragraph(), ALIGN.CENTER), "{{ dong.so_cuong }}", size=20, bold=True)
    words(shaped(stub.add_paragraph(), ALIGN.CENTER), "{{ dong.ma_qr }}")
    for text in ("Hộ số {{ dong.so_ho }}", "{{ dong.ho_ten }}", "{{ dong.dia_chi }}"):
        words(shaped(stub.add_paragraph(), after=2), text, size=10.5)
    for text in ("Nhận phiếu, ngày ………", "(Người nhận ký)", "Thu phiếu, ngày ………", "(Người thu ký)"):
        words(shaped(stub.add_paragraph(), after=22 if text.startswith("(") else 18), text, size=10.5)
    words(shaped(slip.paragraphs[0], ALIGN.CENTER, after=0), "{{ dau_1 }} – {{ dau_2 }}", size=11, bold=True)
    words(shaped(slip.add_paragraph(), ALIGN.CENTER, after=0), tagged(paper.title[0]), bold=True)
    words(shaped(slip.add_paragraph(), ALIGN.CENTER), tagged(paper.subject), size=12.5, bold=True)
    words(shaped(slip.add_paragraph(), after=2), "{{ dong.noi_dung }}", size=12.5)
    how, until = (it for it in paper.body if isinstance(it, Para))
    words(shaped(slip.add_paragraph(), after=4), tagged(how.text), size=12.5, italic=True)
    for label, name in (("Đồng ý", "dong_y"), ("Không đồng ý", "khong_dong_y"), ("Ý kiến khác", "y_kien_khac")):
        at = words(shaped(slip.add_paragraph(), after=4), f"☐ {label}: ", size=12.5, bold=True)
        words(at, "{{ " + name + " }}", size=12.5)
    words(shaped(slip.add_paragraph(), after=4), "…" * 44, size=12.5)
    at = words(shaped(slip.add_paragraph(), after=2), f"{until.lead} ", size=12.5, bold=True)
    words(at, tagged(until.text), size=12.5)
    tag(slip, "if dong.noi_nop")
    words(shaped(slip.add_paragraph(), after=2), "Hoặc bỏ vào hòm phiếu tại: {{ dong.noi_nop }}.", size=12.5)
    tag(slip, "endif")
    for text in (*paper.signatures[0].office, "", "", "{{ truong_khu_pho }}"):
        words(shaped(slip.add_paragraph(), ALIGN.RIGHT, after=2), text, size=12.5, bold=True)
    words(shaped(doc.add_paragraph(), after=0), "", size=1)
    tag(doc, "endfor")
    return doc


def build(paper: Paper) -> bytes:
    """The template's bytes, without the hour it was built at."""
    drawn = {
        "card-sheet": cards,
        "invitation-sheet": cards,
        "poster": poster,
        "notice-poster": poster,
        "slip-sheet": slips,
    }
    doc = drawn.get(paper.key, official)(paper)
    core = doc.core_properties
    core.author, core.title, core.comments = "", paper.title_vi, ""
    core.created = core.modified = datetime(2026, 1, 1)  # noqa: DTZ001 - a document has no time zone
    out = io.BytesIO()
    doc.save(out)
    again = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != "docProps/thumbnail.jpeg":
                content = old.read(name)
                if name == "_rels/.rels":
                    content = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", content)
                new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return again.getvalue()


def main() -> None:
    """Write every template."""
    OUT.mkdir(exist_ok=True)
    for key, paper in PAPERS.items():
        (OUT / f"{key}.docx").write_bytes(build(paper))
        print(f"{key}.docx")


if __name__ == "__main__":
    main()
