import io
import re
import subprocess

import pypdf
import pytest

from danchu.documents.errors import DoesNotFit, MissingFields
from danchu.documents.papers import PAPERS, Layout
from danchu.documents.pdf import render, render_png
from documents.filled import VALUES
from documents.helpers import fonts_of, text_of
from documents.samples import DECISION, households
from parts import find

OFFICIAL = sorted(key for key in VALUES if key not in {"card-sheet", "invitation-sheet", "poster", "notice-poster"})


@pytest.mark.parametrize("key", sorted(VALUES))
def test_same_values_give_the_same_bytes(key):
    assert render(key, VALUES[key]).sha256 == render(key, dict(reversed(VALUES[key].items()))).sha256


@pytest.mark.parametrize("key", sorted(VALUES))
def test_paper_is_an_archival_vietnamese_pdf_with_a_title(key):
    pdf = render(key, VALUES[key])
    reader = pypdf.PdfReader(io.BytesIO(pdf.data))
    assert len(reader.pages) == pdf.pages
    assert reader.metadata.title == pdf.title
    whose = ("Khu phố 3, " if "khu_pho" in VALUES[key] else "") + "phường Thới Hòa"
    assert reader.metadata.author == whose
    assert reader.trailer["/Root"]["/Lang"] in {"vi", "vi-VN"}
    assert reader.metadata.creation_date.date() == VALUES[key]["ngay_lap"]
    packet = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", packet)
    assert re.search(r"pdfaid:conformance>B<", packet)


@pytest.mark.parametrize("key", OFFICIAL)
def test_official_paper_has_one_family_of_type(key):
    assert fonts_of(render(key, VALUES[key]).data) == {"Tinos"}


def test_cards_and_poster_have_their_families():
    assert fonts_of(render("card-sheet", VALUES["card-sheet"]).data) == {"BeVietnamPro"}
    assert fonts_of(render("invitation-sheet", VALUES["invitation-sheet"]).data) == {"BeVietnamPro"}
    assert fonts_of(render("poster", VALUES["poster"]).data) == {"BeVietnamPro", "Tinos"}


@pytest.mark.part("poppler")
def test_poppler_reads_the_same_faces(tmp_path):
    (tmp_path / "a.pdf").write_bytes(render("minutes-03", VALUES["minutes-03"]).data)
    found = subprocess.run(
        [find("poppler").replace("pdftoppm", "pdffonts"), tmp_path / "a.pdf"],
        capture_output=True,
        check=True,
        text=True,
    )
    rows = found.stdout.splitlines()[2:]
    assert len(rows) == 4  # regular, bold, italic, both
    assert all("Tinos" in row and row.split()[-5] == "yes" for row in rows)  # embedded


def test_minutes_hold_every_field_of_form_03():
    text = text_of(render("minutes-03", VALUES["minutes-03"]).data)
    for words in (
        "UBND PHƯỜNG THỚI HÒA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Thới Hòa, ngày 12 tháng 12 năm 2026",
        "Hôm nay, vào hồi 18 giờ 30 phút, ngày 12 tháng 12 năm 2026, tại Nhà văn hóa Khu phố 3",
        "1. Chủ trì: ông Nguyễn Văn Lộc, Trưởng khu phố.",
        "2. Thư ký: ông Nguyễn Hữu Phước, Phó Trưởng khu phố.",
        "Bà Lê Thị Hạnh, đại diện Ban công tác Mặt trận: Tổ trưởng;",
        "Tổng số hộ gia đình của khu phố: 300 hộ.",
        "Số hộ có đại diện tham gia biểu quyết: 256 hộ.",
        "Số hộ không có đại diện tham gia biểu quyết: 44 hộ.",
        "khoản 6 Điều 15",
        "Đề nghị chia theo tổ hộ",
        "Đã có 203/300 hộ đồng ý hình thức này.",
        "từ 07 giờ 00 phút, ngày 06 tháng 12 năm 2026 đến 17 giờ 00 phút, ngày 12 tháng 12 năm 2026.",
        "Đồng ý 171/300",
        "Không đồng ý 60/300",
        "Ý kiến khác 25/300",
        "Nên làm hai tháng một lần.",
        "tức ít nhất 151/300 hộ đồng ý",
        "Nội dung được thông qua theo điểm b khoản 4 Điều 5",
        "Chia đoạn hẻm cho từng tổ hộ Trưởng khu phố ngày 20 tháng 12 năm 2026",
        "Quyết định có hiệu lực từ ngày 12 tháng 12 năm 2026.",
        "Biên bản lập xong vào hồi 19 giờ 45 phút",
        "TRƯỞNG KHU PHỐ",
        "CÔNG TÁC MẶT TRẬN",
        "Phan Thị Kim Liên",
        "Phụ lục 1. Ảnh chụp kết quả biểu quyết",
        "Ghi lại lúc 17 giờ 01 phút, ngày 12 tháng 12 năm 2026.",
        "Phụ lục 2. Danh sách đại diện hộ gia đình đã tham gia biểu quyết",
    ):
        assert words in text, words


def test_what_is_absent_leaves_no_hole():
    values = {k: v for k, v in VALUES["minutes-03"].items() if k not in {"phan_cong", "thao_luan", "ngay_hieu_luc"}}
    text = text_of(render("minutes-03", values | {"so_phieu_khong_hop_le": 0}).data)
    assert "Phân công thực hiện" not in text
    assert "có hiệu lực từ" not in text
    assert "3. Ý kiến trao đổi, thảo luận: Không có ý kiến." in text
    assert "Phiếu không hợp lệ 0" in text


@pytest.mark.parametrize(
    "hostile", ['#read("/etc/passwd")', "*đậm* _nghiêng_ $x^2$", '#import "x": *', "\\ [a] <b> @c"]
)
def test_markup_in_a_value_is_printed_as_typed(hostile):
    values = {**VALUES["result-notice"], "ve_viec": hostile, "truong_khu_pho": hostile}
    assert text_of(render("result-notice", values).data).count(hostile) == 3


def test_letters_no_face_holds_do_not_stop_a_paper():
    text = text_of(render("minutes-03", {**VALUES["minutes-03"], "y_kien_khac": ["Tốt 👍🏽 漢"]}).data)
    assert "– Tốt ?? ?" in text


def test_450_households_repeat_the_head_of_the_table():
    pdf = render("participants-list", {**VALUES["participants-list"], "danh_sach_tham_gia": households(450)})
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.data)).pages]
    with_rows = [page for page in pages if "hẻm" in page]
    assert len(with_rows) > 10
    assert all("Địa chỉ thường trú" in page for page in with_rows)
    assert re.search(r"\b450\b", pages[-1] + pages[-2])
    assert all(str(number) in page.split()[:1] for number, page in enumerate(pages[1:], 2))
    assert not pages[0].lstrip().startswith("1 ")


def test_no_page_holds_signatures_alone():
    for count in range(18, 30):
        values = {**VALUES["participants-list"], "danh_sach_tham_gia": households(count)}
        last = pypdf.PdfReader(io.BytesIO(render("participants-list", values).data)).pages[-1].extract_text()
        assert "đại diện hộ gia đình." in re.sub(r"\s+", " ", last)


def test_long_matter_and_content_run_over_pages():
    long_text = "\n".join(["Mỗi hộ cử một người quét dọn trước nhà và đoạn hẻm chung. " * 12] * 30)
    pdf = render("minutes-03", {**VALUES["minutes-03"], "noi_dung_quyet_dinh": long_text, "ve_viec": "quét dọn " * 60})
    assert pdf.pages > VALUES["minutes-03"]["so_dai_dien_co_mat"] // 20


def test_layout_changes_head_recipients_and_closing():
    layout = Layout(head=("ỦY BAN NHÂN DÂN", "PHƯỜNG THỚI HÒA", "TỔ LẤY Ý KIẾN"), recipients=(), closing="Xin cảm ơn.")
    for key in ("vote-notice", "minutes-03"):
        text = text_of(render(key, VALUES[key], layout=layout).data)
        assert text.count("TỔ LẤY Ý KIẾN") >= 1
        assert "UBND PHƯỜNG" not in text
        assert "Nơi nhận" not in text
        assert "Xin cảm ơn." in text


def test_other_places_have_other_names_for_a_neighbourhood():
    values = {**VALUES["result-notice"], "khu_pho": "Ấp 3", "nhan_dia_ban": "ấp"}
    text = text_of(render("result-notice", values).data)
    assert "TRƯỞNG ẤP" in text
    assert "KHU PHỐ" not in text


def test_decision_is_one_of_four_papers():
    pdf = render("community-decision", {**DECISION, "ten_goi": "ghi_nho"})
    assert "BẢN GHI NHỚ CỦA CỘNG ĐỒNG DÂN CƯ Về việc" in text_of(pdf.data)


def test_poster_of_a3_is_a3():
    page = pypdf.PdfReader(io.BytesIO(render("poster", {**VALUES["poster"], "kho_giay": "a3"}).data)).pages[0]
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [297, 420]


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_poster_too_long_is_refused_in_words(size):
    with pytest.raises(DoesNotFit) as caught:
        render("poster", {**VALUES["poster"], "ve_viec": "Tổng vệ sinh hẻm " * 12, "kho_giay": size})
    assert "Hãy rút ngắn tên việc" in caught.value.vi
    assert "Shorten it" in caught.value.en


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_poster_sets_the_matter_at_48_points_or_more(size):
    sizes = []
    longest = "Lắp đèn và camera chung ở hẻm 12, hẻm 14 và đoạn đường số 5 giáp trường tiểu học"
    pdf = render("poster", {**VALUES["poster"], "ve_viec": longest, "kho_giay": size})
    page = pypdf.PdfReader(io.BytesIO(pdf.data)).pages[0]

    def visit(text, current, matrix, font, points):
        if text.strip() and text.strip() in longest:
            sizes.append(points * abs(matrix[3]) * abs(current[3]))

    page.extract_text(visitor_text=visit)
    assert pdf.pages == 1
    assert max(sizes) >= 48


def test_capture_is_also_a_picture_cut_to_its_height():
    pages = render_png("result-capture", VALUES["result-capture"])
    assert len(pages) == 1
    assert pages[0][:8] == b"\x89PNG\r\n\x1a\n"
    width, height = int.from_bytes(pages[0][16:20]), int.from_bytes(pages[0][20:24])
    assert height < width
    assert pages == render_png("result-capture", VALUES["result-capture"])


def test_picture_of_many_pages():
    assert len(render_png("vote-notice", VALUES["vote-notice"], ppi=30)) == 2


def test_missing_field_stops_the_pdf():
    with pytest.raises(MissingFields):
        render("minutes-03", {"phuong": "phường Thới Hòa"})


def test_every_paper_is_drawn_without_what_is_optional():
    for key, paper in PAPERS.items():
        needed = {f.name for f in paper.fields if f.required}
        assert render(key, {k: v for k, v in VALUES[key].items() if k in needed}).pages >= 1
