"""Few ratings are not shown (điểm a khoản 2 Điều 35: the system itself; the number is ours)."""

import pytest

from danchu.law.basis import Article
from danchu.law.rules import rules_at
from danchu.law.satisfaction import BASIS, FACE_LABELS, SERVICE_LABELS, Face, Service, may_show


def test_five_are_shown_and_four_are_not():
    assert may_show({Face.GOOD: 3, Face.BAD: 2})
    assert not may_show({Face.GOOD: 4})
    assert not may_show({})


def test_everything_has_its_words_and_its_article():
    assert set(FACE_LABELS) == set(Face)
    assert set(SERVICE_LABELS) == set(Service)


@pytest.mark.rule("inspect.satisfaction")
def test_the_system_is_a_duty_and_how_is_left_to_the_ward():
    rule = rules_at().rule("inspect.satisfaction")

    assert rule.basis == BASIS == Article("L10", 35, 2, "a")
    assert len(Service) > 1
