"""The sheet of cards and the poster, as a phone's camera sees them."""

import pytest

from danchu.documents.pdf import render
from documents.helpers import codes_in, pages_as_grey, text_of
from documents.samples import VALUES, cards
from parts import find

DPI = 150
MM = DPI / 25.4


def _side(code):
    at = code.position
    return ((at.top_right.x - at.top_left.x) ** 2 + (at.top_right.y - at.top_left.y) ** 2) ** 0.5 / MM


@pytest.mark.part("poppler")
def test_every_code_is_read_from_the_sheets_and_belongs_to_its_place(tmp_path):
    rows = cards(13)
    pages = pages_as_grey(
        render("card-sheet", {**VALUES["card-sheet"], "the": rows}).data, tmp_path, find("poppler"), DPI
    )
    assert len(pages) == 2
    read = []
    for page in pages:
        found = sorted(codes_in(page), key=lambda c: (round(c.position.top_left.y / 100), c.position.top_left.x))
        read += [code.text for code in found]
        assert all(_side(code) >= 29.7 for code in found)  # 30 mm, less the half pixels of the edges
    assert read == [row["duong_dan"] for row in rows]


def test_card_says_number_code_name_and_help():
    text = text_of(render("card-sheet", VALUES["card-sheet"]).data)
    for row in VALUES["card-sheet"]["the"]:
        assert row["ho_ten"] in text
        assert row["ma_vao"] in text
    assert text.count("Số hộ") == len(VALUES["card-sheet"]["the"])
    assert "Mất thẻ, gọi ông Lộc: 0900 000 301." in text


def test_no_words_on_a_card_are_under_11_points():
    import io

    import pypdf

    sizes = {}

    def visit(text, current, matrix, font, points):
        if text.strip():
            sizes.setdefault(round(points * abs(matrix[3]) * abs(current[3]), 1), text.strip())

    for page in pypdf.PdfReader(io.BytesIO(render("card-sheet", VALUES["card-sheet"]).data)).pages:
        page.extract_text(visitor_text=visit)
    assert min(sizes) >= 11, sizes
    assert 22 in sizes


@pytest.mark.part("poppler")
def test_longest_names_stay_on_their_card(tmp_path):
    rows = cards(8)
    rows[0] |= {"ho_ten": "Công Tằng Tôn Nữ Thị Huyền Trân Ngọc Diễm Phương Quỳnh", "so_ho": "450-12"}
    rows[1] |= {"ho_ten": "A" * 200, "dia_chi": "số 1234/56/78, đường Nguyễn Thị Minh Khai nối dài, tổ 12, " * 9}
    pdf = render("card-sheet", {**VALUES["card-sheet"], "the": rows})
    (page,) = pages_as_grey(pdf.data, tmp_path, find("poppler"), DPI)
    assert {code.text for code in codes_in(page)} == {row["duong_dan"] for row in rows}


def test_450_cards_are_57_sheets():
    assert render("card-sheet", {**VALUES["card-sheet"], "the": cards(450)}).pages == 57


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_the_longest_title_stays_on_one_poster(size):
    for title in (" ".join(["nghiêng"] * 15), "Phân công chăm vườn hoa " * 5, "NGHIÊNG NGHIÊNG " * 8):
        values = {**VALUES["poster"], "ve_viec": title[:120].strip(), "kho_giay": size}
        assert render("poster", values).pages == 1


@pytest.mark.part("poppler")
@pytest.mark.parametrize(("size", "side"), [("a4", 70), ("a3", 99)])
def test_poster_code_is_read_and_large(tmp_path, size, side):
    pdf = render("poster", {**VALUES["poster"], "kho_giay": size})
    (page,) = pages_as_grey(pdf.data, tmp_path, find("poppler"), DPI)
    (code,) = codes_in(page)
    assert code.text == VALUES["poster"]["duong_dan"]
    assert _side(code) >= side
