"""Where the words asked for stand in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from danchu.foundation.search.excerpt import excerpt, marked, opening
from danchu.foundation.search.lexemes import words_of


def hits(pieces):
    return [piece for piece, hit in pieces if hit]


def test_word_without_marks_is_marked_in_any_spelling():
    assert hits(marked("Sửa đường, Đường hoa; dương lịch, đườngx", ["duong"])) == ["đường", "Đường", "dương"]


def test_word_with_marks_is_marked_only_with_them():
    assert hits(marked("đường, dương, ĐƯỜNG", ["đường"])) == ["đường", "ĐƯỜNG"]
    assert hits(marked("đường, dương", ["đường"], loose=True)) == ["đường", "dương"]


def test_excerpt_stands_around_the_densest_place():
    text = "dự " + "chữ khác " * 100 + "dự toán thu chi " + "chữ khác " * 100

    pieces = excerpt(text, ["dự", "toán"])

    assert hits(pieces) == ["dự", "toán"]
    assert pieces[0][0].startswith("… ")
    assert pieces[-1][0].endswith(" …")
    assert len("".join(piece for piece, _ in pieces)) < 320


def test_text_without_the_words_gives_nothing():
    assert excerpt("Một hai ba", ["bốn"]) == []
    assert excerpt("Một hai ba", []) == []


def test_opening_is_cut_at_a_word():
    assert opening("") == []
    assert opening("Một\n hai") == [("Một hai", False)]
    assert opening("chữ " * 200)[0][0].endswith("chữ …")


@given(st.text(max_size=300), st.text(max_size=20))
def test_pieces_give_the_text_again(text, query):
    assert "".join(piece for piece, _ in marked(text, words_of(query))) == text
