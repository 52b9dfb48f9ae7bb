"""Parts of a text message as the networks count them (3GPP TS 23.038, 23.040)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.channels.sms import GSM7, GSM7_TWO, Size, plain, size


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Size("GSM-7", 0, 0)),
        ("a" * 160, Size("GSM-7", 160, 1)),
        ("a" * 161, Size("GSM-7", 161, 2)),
        ("a" * 306, Size("GSM-7", 306, 2)),
        ("a" * 307, Size("GSM-7", 307, 3)),
        ("à è é ì ò ù", Size("GSM-7", 11, 1)),
        ("€" * 80, Size("GSM-7", 160, 1)),
        ("€" * 81, Size("GSM-7", 162, 2)),
        # the escaped sign does not fit into the last place of the first part
        ("a" * 152 + "€" + "a" * 152, Size("GSM-7", 306, 3)),
        ("ạ", Size("UCS-2", 1, 1)),
        ("ạ" * 70, Size("UCS-2", 70, 1)),
        ("ạ" * 71, Size("UCS-2", 71, 2)),
        ("ạ" * 134, Size("UCS-2", 134, 2)),
        ("ạ" * 135, Size("UCS-2", 135, 3)),
        ("đ" + "a" * 69, Size("UCS-2", 70, 1)),
        ("🙂" * 35, Size("UCS-2", 70, 1)),
        ("ạ" * 66 + "🙂" + "ạ" * 66, Size("UCS-2", 134, 3)),
    ],
)
def test_parts_are_counted_as_the_network_does(text, found):
    assert size(text) == found


def test_alphabet_has_its_hundred_and_twenty_eight_places():
    assert len(GSM7) == 127  # the last place is the escape sign
    assert len(GSM7_TWO) == 10


def test_model_messages_are_as_long_as_planned():
    with_marks = (
        "Khu phố 3 mời hộ ông/bà biểu quyết việc tổng vệ sinh, đến 17h 12/12. "
        "Dùng thẻ của hộ hoặc gọi 0900000301. Không đưa mã thẻ cho ai."
    )

    assert size(with_marks) == Size("UCS-2", 130, 2)
    assert size(plain(with_marks)) == Size("GSM-7", 130, 1)


def test_marks_are_taken_off_and_nothing_else():
    assert plain("Đường hẻm 14 – “rộng” 3,5 m… à") == 'Duong hem 14 - "rong" 3,5 m... a'
    assert plain("漢") == "?"


@given(st.text(max_size=400))
def test_a_plain_message_always_fits_the_small_alphabet(text):
    assert size(plain(text)).alphabet == "GSM-7"


@given(st.text(max_size=900))
def test_more_text_never_takes_fewer_parts(text):
    assert size(text).parts <= size(text + "a").parts
    assert size(text).parts * (160 if size(text).alphabet == "GSM-7" else 70) >= size(text).units
