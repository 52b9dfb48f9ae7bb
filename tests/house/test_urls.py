"""Every address says what it is for: an act of the law's table, or one of three words, or a special named here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from danchu.foundation.access.decorators import act, public
from danchu.law.acts import Act

OPEN = {"public", "signed_in", "household"}  # for everybody, for people with an account, for a household by its card
# Which act is meant depends on what lies at the address; each asks ``check`` itself, as the matrix shows.
SPECIAL = {
    "file": "by the file's own act",
    "voting:file": "by the papers' own readers",
    "voting:paper": "by the paper's own readers",
    "voting:request-agree": "by the requested act",
    "voting:request-drop": "by the requested act",
}


def addresses(
    patterns: Iterable[Any], before: str = "", space: str = ""
) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Every address below: name with its namespace, route, view."""
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from addresses(one.url_patterns, before + str(one.pattern), inner)
        else:
            yield f"{space}{one.name}", before + str(one.pattern), one.callback


def without_act(patterns: Iterable[Any]) -> list[str]:
    """Routes whose view says nothing, or something nobody knows."""
    known = OPEN | {str(one) for one in Act}
    found = []
    for name, route, view in addresses(patterns):
        said = getattr(view, "act", None)
        if said is None or (str(said) not in known and SPECIAL.get(name) != said):
            found.append(f"{route} ({name}): {said}")
    return found


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_every_address_names_its_act() -> None:
    assert without_act(get_resolver().url_patterns) == []


def test_every_special_is_in_use() -> None:
    said = {name: getattr(view, "act", None) for name, _, view in addresses(get_resolver().url_patterns)}

    assert {name: said.get(name) for name in SPECIAL} == SPECIAL


def test_every_address_has_a_name_of_its_own() -> None:
    names = [name for name, _, _ in addresses(get_resolver().url_patterns)]

    assert sorted(name for name in set(names) if names.count(name) > 1 or name.endswith("None")) == []


@pytest.mark.parametrize(
    ("view", "told"),
    [
        (page, ["planted/ (planted): None"]),
        (public(lambda request: page(request)), []),
        (act(Act.VOTING_VOTE_STOP)(page), []),
    ],
)
def test_planted_view_without_an_act_is_found(view: Callable[..., Any], told: list[str]) -> None:
    planted: list[URLPattern] = [path("planted/", view, name="planted")]

    assert without_act(planted) == told


@pytest.mark.parametrize("word", ["voting.vote.steal", "by the file's own act", ""])
def test_planted_view_with_an_unknown_act_is_found(word: str) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    view.act = word

    assert len(without_act([path("planted/", view, name="planted")])) == 1
