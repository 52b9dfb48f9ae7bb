"""The same words as a Zalo post, a text message, an e-mail."""

from dataclasses import replace

from channels.samples import ROAD
from danchu.channels import mail, sms_text, zalo_text
from danchu.channels.written import ZALO_LONGEST, short


def test_zalo_post():
    assert zalo_text(ROAD) == (
        "Khu phố 3: Nâng cấp đường hẻm 14.\n"
        "Ủy ban nhân dân phường nâng cấp 350 m đường hẻm 14, từ ngày 15/12/2026 đến ngày 30/1/2027. Kinh phí "
        "1.250.000.000 đồng từ ngân sách phường. Không thu tiền của hộ nào.\n"
        "Bà con để xe phía đường số 5 trong thời gian thi công.\n"
        "Đến 17 giờ, thứ Bảy, 12/12/2026.\n"
        "Cần hỏi, gọi anh Khôi, 0900 000 312.\n"
        "Xem tại: https://thoihoa.example/cong-khai/nang-cap-hem-14"
    )


def test_long_zalo_post_ends_at_a_sentence_before_the_link():
    post = zalo_text(replace(ROAD, body="Một câu vừa phải về việc chung. " * 60))

    body = post.split("\n")[1]
    assert len(body) <= ZALO_LONGEST
    assert body.endswith("việc chung.")
    assert post.endswith(ROAD.url)


def test_text_message_with_and_without_marks():
    assert sms_text(ROAD) == (
        "Khu phố 3: Nâng cấp đường hẻm 14. Đến 17h 12/12. Xem: https://thoihoa.example/cong-khai/nang-cap-hem-14"
    )
    assert sms_text(ROAD, marks=False) == (
        "Khu pho 3: Nang cap duong hem 14. Den 17h 12/12. Xem: https://thoihoa.example/cong-khai/nang-cap-hem-14"
    )


def test_mail_holds_the_whole_text():
    letter = mail(ROAD)

    assert letter.subject == "Nâng cấp đường hẻm 14"
    assert letter.body.startswith("Kính gửi ông/bà,\n\nKhu phố 3 thông báo: Nâng cấp đường hẻm 14.\n\n")
    assert ROAD.body in letter.body
    assert "Hạn chót: 17 giờ, thứ Bảy, 12/12/2026." in letter.body
    assert "Căn cứ: Quyết định số 123/QĐ-UBND ngày 30/11/2026." in letter.body
    assert letter.body.endswith("Cần giúp, gọi anh Khôi, 0900 000 312.\n\nphường Thới Hòa\n")


def test_nothing_to_do_by_a_day_says_no_day():
    bare = replace(ROAD, until=None, phone="", contact="", source="")

    assert zalo_text(bare).split("\n")[-1] == f"Xem tại: {ROAD.url}"
    assert "Đến" not in sms_text(bare)
    assert "Hạn chót" not in mail(bare).body


def test_shortening_falls_back_to_whole_words():
    assert short("một hai ba bốn", 9) == "một hai…"
    assert short("mộthaibabốn", 5) == "mộtha…"
    assert short("Câu một. Câu hai.", 10) == "Câu một."
