"""What an entry is found by and what a question asks for."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.foundation.search.lexemes import MOST_WORDS, ask, lexemes_of, tag, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đường số 5, khu phố 3", ["đường", "số", "5", "khu", "phố", "3"]),
        ("Quyết định 15/QĐ-UBND", ["quyết", "định", "15", "qđ", "ubnd"]),
        (unicodedata.normalize("NFD", "Đường Ễnh"), ["đường", "ễnh"]),
        ("#w1 =hoa ^tiêu_đề \"x\" 'y' & | ! *", ["w1", "hoa", "tiêu", "đề", "x", "y"]),
        ("漢字 × ÷ 1.250.000", ["1", "250", "000"]),
        ("a" * 41 + " b", ["b"]),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


def test_entry_is_found_by_words_with_and_without_marks_side_by_side_and_in_the_title():
    found = lexemes_of("Đường hoa", "số 5", {"#w1"})

    assert found == {
        *("#w1", "đường", "=hoa", "duong", "hoa", "duong_hoa", "^đường", "^=hoa", "^duong", "^hoa"),
        *("số", "=5", "so", "5", "so_5"),
    }


def test_word_typed_with_marks_is_asked_with_them_first_and_without_only_in_vain():
    asked = ask("Đường")

    assert asked.strict == (("^đường",), ("đường",))
    assert asked.loose == (("^duong",), ("duong",))


def test_word_typed_without_marks_is_asked_as_written_before_any_mark():
    asked = ask("hoa")

    assert asked.strict == (("^=hoa",), ("^hoa",), ("=hoa",), ("hoa",))
    assert asked.loose == ()


def test_words_side_by_side_come_before_words_anywhere():
    assert ask("dự toán").strict == (("^dự", "^toán"), ("dự", "toán", "du_toan"), ("dự", "toán"))


@pytest.mark.parametrize("nothing", ["", "   ", "*?!", "漢字", "'; DROP TABLE"[:3]])
def test_nothing_to_look_for(nothing):
    assert ask(nothing).strict == ((),)


def test_long_question_is_cut():
    assert len(ask("tu " * 50).words) == MOST_WORDS


@given(st.text(max_size=60), st.text(max_size=200), st.text(max_size=60))
def test_lexemes_never_need_quoting(title, text, query):
    """Whatever is written or asked, both databases get letters, digits and the four signs."""
    asked = ask(query)

    for one in {*lexemes_of(title, text, set()), *(word for tier in asked.strict + asked.loose for word in tier)}:
        bare = one.removeprefix("^").removeprefix("=")
        assert all(part.isalnum() for part in bare.split("_")), one
        assert one == one.lower()


@given(st.lists(st.sampled_from(["đường", "hoa", "Số", "5", "trường", "an", "ninh"]), min_size=1, max_size=6))
def test_text_is_found_by_its_own_words(words):
    found = lexemes_of("", " ".join(words), set())
    asked = ask(" ".join(words))

    assert any(set(tier) <= found for tier in asked.strict)
    plain = ask(" ".join(ask(" ".join(words)).loose[-1]) if asked.loose else " ".join(words))
    assert any(set(tier) <= found for tier in plain.strict)


@pytest.mark.parametrize(("value", "found"), [(12, "#i12"), ("11.7", "#i11_7"), ("A'; --", "#ia_"), ("Đ", "#id")])
def test_tag_is_one_plain_word(value, found):
    assert tag("i", value) == found
