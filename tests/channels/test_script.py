"""What the loudspeaker says, and for how long."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from channels.samples import ROAD
from danchu.channels import script
from danchu.channels.script import LONGEST, cut, seconds, sentences
from danchu.channels.spoken import NORTH

MODEL = (
    "Kính thưa bà con Khu phố Ba. Khu phố mời mỗi hộ cử một người đại diện biểu quyết về việc tổng vệ sinh sáng Chủ "
    "nhật đầu tháng. Thời gian từ bảy giờ sáng Chủ nhật, ngày sáu tháng Mười hai, đến năm giờ chiều thứ Bảy, ngày mười "
    "hai tháng Mười hai. Bà con quét mã in trên thẻ của hộ, rồi chọn Đồng ý, Không đồng ý, hoặc Ý kiến khác. Khu phố "
    "có ba trăm hộ. Cần ít nhất một trăm năm mươi mốt hộ đồng ý thì việc này mới được thông qua. Hộ không có điện "
    "thoại thông minh, xin gọi số không chín không không, không không không, ba không một, Tổ lấy ý kiến sẽ đến nhà "
    "giúp. Mỗi hộ chỉ tính một phiếu. Xin bà con đừng đưa mã trên thẻ cho người lạ; không cán bộ nào gọi điện hỏi "
    "mã này. Xin nhắc lại, hạn chót là năm giờ chiều thứ Bảy, ngày mười hai tháng Mười hai. Xin cảm ơn bà con."
)


def test_script_says_everything_in_words():
    made = script(ROAD)

    assert made.text == (
        "Kính thưa bà con Khu phố Ba. Khu phố Ba thông báo: Nâng cấp đường hẻm mười bốn. Ủy ban nhân dân phường nâng "
        "cấp ba trăm năm mươi mét đường hẻm mười bốn, từ ngày mười lăm tháng Mười hai năm hai ngàn không trăm hai mươi "
        "sáu đến ngày ba mươi tháng Một năm hai ngàn không trăm hai mươi bảy. Kinh phí một tỷ hai trăm năm mươi triệu "
        "đồng từ ngân sách phường. Không thu tiền của hộ nào. Bà con để xe phía đường số năm trong thời gian thi công. "
        "Bà con cần hỏi thêm, xin gọi anh Khôi, số không chín không không, không không không, ba một hai. Xin nhắc "
        "lại, hạn chót là năm giờ chiều thứ Bảy, ngày mười hai tháng Mười hai. Xin cảm ơn bà con."
    )
    assert not made.shortened
    assert made.seconds <= LONGEST


def test_script_in_the_north():
    assert "ba trăm năm mươi mét" in script(ROAD, NORTH).text
    assert "năm hai nghìn không trăm hai mươi sáu" in script(ROAD, NORTH).text


def test_model_script_takes_about_seventy_seconds():
    assert 66 <= seconds(MODEL) <= 74


def test_long_text_is_cut_at_a_sentence_and_says_where_the_rest_is():
    long = replace(ROAD, body="Việc này dài và có nhiều chi tiết cần nói rõ. " * 40)

    made = script(long)

    assert made.shortened
    assert 60 <= made.seconds <= LONGEST
    assert "rõ. Toàn bộ nội dung có tại Nhà văn hóa Khu phố Ba. Bà con cần hỏi thêm" in made.text
    assert made.text.endswith("Xin cảm ơn bà con.")


def test_without_a_place_to_read_more_the_site_is_named():
    long = replace(ROAD, at_place="", body="Việc này dài và có nhiều chi tiết cần nói rõ. " * 40)

    assert "Toàn bộ nội dung có tại trang thông tin của phường Thới Hòa." in script(long).text


def test_one_sentence_too_long_is_left_to_the_place_where_it_hangs():
    endless = replace(ROAD, body="và thêm nữa " * 300)

    made = script(endless)

    assert made.shortened
    assert "và thêm nữa" not in made.text
    assert made.seconds <= LONGEST


@given(st.text(max_size=3000), st.text(max_size=400))
def test_no_text_makes_a_script_longer_than_people_listen(body, title):
    made = script(replace(ROAD, body=body, title=title))

    assert made.seconds <= LONGEST
    assert not any(one.isdecimal() for one in made.text)


def test_ready_words_are_cut_the_same_way():
    made = cut("Một câu nói về việc chung của khu phố. " * 50, rest="Bà con xem thêm tại bảng tin")

    assert made.shortened
    assert made.text.endswith("khu phố. Bà con xem thêm tại bảng tin.")
    assert made.seconds <= LONGEST


def test_ready_words_that_fit_stay_whole():
    made = cut(MODEL)

    assert (made.text, made.shortened) == (MODEL, False)


def test_sentences_end_in_a_stop_and_begin_with_a_capital():
    assert sentences("một. hai!\n\nba, \n...") == ["Một.", "Hai!", "Ba."]
