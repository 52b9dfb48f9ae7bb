import pytest

from danchu.documents.printable import printable

EVERY = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ"


@pytest.mark.parametrize("family", ["Tinos", "Be Vietnam Pro"])
def test_every_vietnamese_letter_is_held(family):
    text = EVERY + EVERY.upper()
    assert printable(text, family) == text


def test_what_the_face_lacks_is_a_question_mark():
    assert printable("Vui 😀 漢", "Tinos") == "Vui ? ?"
    assert printable("Y Ƀih", "Be Vietnam Pro") == "Y ?ih"
    assert printable("Y Ƀih", "Tinos") == "Y Ƀih"


def test_odd_forms_become_plain():
    assert printable("ＡＢ\u2009ﬁ‑x", "Be Vietnam Pro") == "AB fi-x"
    assert printable("một\nhai", "Tinos") == "một\nhai"


def test_short_words_hold_together():
    assert printable("điểm b khoản 4 Điều 5", "Tinos") == "điểm\u00a0b khoản\u00a04 Điều\u00a05"
    assert printable("có 312 hộ ở Khu phố 3", "Tinos") == "có 312\u00a0hộ ở Khu phố\u00a03"
    assert printable("gọi 0900 000 301", "Tinos") == "gọi 0900\u00a0000\u00a0301"
