import pytest

from danchu.law.answers import Allowed, Refusal, Refused, require
from danchu.law.basis import Article

ARTICLE = Article("L10", 21, 1)


def test_allowed_is_true_and_a_refusal_is_false():
    assert Allowed(ARTICLE)
    assert not Refusal("voting.closed", ARTICLE)


def test_refusal_compares_by_what_it_says():
    assert Refusal("a.b", ARTICLE) == Refusal("a.b", ARTICLE)
    assert Refusal("a.b", ARTICLE) != Refusal("a.b", ARTICLE, {"n": 1})


def test_require_passes_what_is_allowed():
    allowed = Allowed(ARTICLE)

    assert require(allowed) is allowed


def test_require_raises_what_is_refused():
    refusal = Refusal("voting.closed", ARTICLE, {"at": 1})

    with pytest.raises(Refused, match=r"voting\.closed") as raised:
        require(refusal)
    assert raised.value.refusal is refusal
