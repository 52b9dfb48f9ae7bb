"""Members of the People's Inspectorate and of an investment-supervision board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from danchu.law.boards import (
    BOARD_LABELS,
    Board,
    BoardFacts,
    MemberFacts,
    composition,
    inspectorate_size,
    may_fill_seat,
    may_have_deputies,
    may_stand,
    standards,
)
from danchu.law.gates import all_hold
from danchu.law.rules import rules_at
from law.saying import CALENDAR, code

INSPECTORATE, INVESTMENT = Board.INSPECTORATE, Board.INVESTMENT


@pytest.mark.parametrize(
    ("board", "facts", "refused"),
    [
        (INSPECTORATE, MemberFacts(True), None),
        (INSPECTORATE, MemberFacts(False), "boards.permanent"),
        (INSPECTORATE, MemberFacts(True, official=True), "boards.official"),
        (INSPECTORATE, MemberFacts(True, part_time=True), "boards.part_time"),
        (INSPECTORATE, MemberFacts(True, relative=True), None),
        (INSPECTORATE, MemberFacts(True, fit=False), "boards.fit"),
        (INSPECTORATE, MemberFacts(True, volunteers=False), "boards.volunteers"),
        (INVESTMENT, MemberFacts(True), None),
        (INVESTMENT, MemberFacts(False), "boards.permanent"),
        (INVESTMENT, MemberFacts(True, official=True), "boards.official"),
        (INVESTMENT, MemberFacts(True, part_time=True), None),
        (INVESTMENT, MemberFacts(True, relative=True), "boards.relative"),
    ],
)
def test_each_question_of_eligibility_is_answered(board, facts, refused):
    assert code(may_stand(board, facts)) == refused
    rule = "bttnd.standard" if board is INSPECTORATE else "bgs.standard"
    assert {getattr(one.answer, "basis", None) or one.answer.article for one in standards(board, facts)} == {
        rules_at().basis(rule)
    }
    assert set(BOARD_LABELS) == set(Board)


@pytest.mark.parametrize(("units", "size"), [(1, 5), (4, 5), (5, 5), (6, 6), (12, 12)])
def test_inspectorate_has_a_member_for_each_khu_pho_and_five_at_least(units, size):
    assert inspectorate_size(units) == size
    assert rules_at().rule("bttnd.size").value == "max(5,K)"


@pytest.mark.parametrize("board", Board)
def test_either_board_has_two_deputies_at_most(board):
    assert [code(may_have_deputies(board, number)) for number in (0, 2, 3)] == [None, None, "boards.deputies"]


def test_seat_is_filled_while_six_months_remain():
    term_end, last = date(2027, 6, 30), date(2026, 12, 30)

    assert code(may_fill_seat(last, term_end, CALENDAR)) is None
    assert code(may_fill_seat(last + timedelta(days=1), term_end, CALENDAR)) == "boards.term_too_short"
    assert rules_at().period("bttnd.vacancy").n == 6


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (BoardFacts(front=1, inspectorate=1, residents=3), None),
        (BoardFacts(front=1, inspectorate=1, residents=2), "boards.size"),
        (BoardFacts(front=1, inspectorate=1, residents=5), None),
        (BoardFacts(front=1, inspectorate=1, residents=6), "boards.residents"),
        (BoardFacts(front=0, inspectorate=2, residents=3), "boards.front"),
        (BoardFacts(front=2, inspectorate=0, residents=3), "boards.inspectorate"),
        (BoardFacts(front=1, inspectorate=1, residents=3, deputies=3), "boards.deputies"),
    ],
)
def test_investment_board_has_five_members_and_no_more_than_five_residents(facts, refused):
    assert code(all_hold(composition(facts))) == refused
    assert rules_at().basis("bgs.size").key == "L10.41.1"


@pytest.mark.parametrize(
    ("key", "article"),
    [("bttnd.elect", "L10.36.1"), ("bttnd.term", "L10.36.2"), ("bgs.scope", "L10.41.1"), ("bgs.elect", "L10.45.1a")],
)
def test_election_of_the_boards_has_its_place_in_law(key, article):
    assert rules_at().basis(key).key == article
