"""Whatever stands in a file, the judge answers: no crash, no hang, no memory beyond the file's own size."""

from __future__ import annotations

import json
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from danchu.crypto.protocol import compact
from danchu.verifier import Demands, NotAVoteFile, sentence, verify
from danchu.verifier.words import LANGUAGES, meaning, place

from .scribe import Scribe, digest

NASTY: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2**63,
        10**4000,
        "",
        "0",
        "1",
        "2",
        "-1",
        "01",
        "1e9",
        "x",
        "\x00",
        "\x7f",
        "\ud800",
    ),
    *([], {}, [[]], [{}], [0], ["0"], {"": 0}, "0" * 64, "f" * 64, "9" * 700, "\u0661", "ờ" * 50),
]
PARTS = ["election", "trustees", "credentials", "ballot", "tally", "summary", "opening", "owner", "result"]
slow_ok = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    scribe = Scribe("Ed25519", weights=(1, 2), team=(2, 2))
    draft = replace(scribe.draft, ballots=[compact(scribe.ballot(0, [[1, 0, 0], [1, 0, 0]]))])
    return scribe.finish(draft, [1, 2, 3]), tmp_path_factory.mktemp("fuzz") / "vote.bel"


def with_part(draft, part, text):
    """The draft with one text changed; what names it by hash follows."""
    if part == "ballot":
        return replace(draft, ballots=[text])
    if part == "tally":
        summary = compact({**json.loads(draft.summary), "encrypted_tally": digest(text)})
        return replace(draft, tally=text, summary=summary)
    if part == "opening":
        return replace(draft, openings=[(text, compact({"owner": 1, "payload": digest(text)})), *draft.openings[1:]])
    if part == "owner":
        return replace(draft, openings=[(draft.openings[0][0], text), *draft.openings[1:]])
    return replace(draft, **{part: text})


def text_of(draft, part):
    return {"ballot": draft.ballots[0], "opening": draft.openings[0][0], "owner": draft.openings[0][1]}.get(part) or (
        getattr(draft, part)
    )


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a value, the last element of a list standing for all."""
    yield way
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*way, name))
    if isinstance(value, list) and value:
        yield from places(value[-1], (*way, len(value) - 1))


def put(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    if not way:
        return new
    copied = value.copy()
    copied[way[0]] = put(value[way[0]], way[1:], new)
    return copied


def answers(path, data):
    """The judge's verdict on these bytes, which must come; a refusal must be sayable."""
    path.write_bytes(data)
    try:
        verdict = verify(path, Demands(register=2), jobs=1)
    except NotAVoteFile:
        return None
    if verdict.refusal:
        for language in LANGUAGES:
            assert sentence(verdict.refusal, language)
            assert meaning(verdict.refusal, language)
            assert "{" not in place(verdict.refusal, language)
    return verdict


def nasty_in(draft, path, part, values_at):
    value = json.loads(text_of(draft, part))
    began = time.monotonic()
    for number, way in enumerate(places(value)):
        for new in values_at(number):
            try:
                text = compact(put(value, way, new))
                text.encode()
            except (UnicodeEncodeError, ValueError):
                continue
            if text != text_of(draft, part):
                verdict = answers(path, with_part(draft, part, text).bytes())
                assert verdict.refusal, (part, way, new)
    assert time.monotonic() - began < 120


@pytest.mark.parametrize("part", PARTS)
def test_every_field_with_some_nasty_values(small, part):
    """Each field gets four of the values, the next field the next four."""
    nasty_in(*small, part, lambda number: [NASTY[(4 * number + step) % len(NASTY)] for step in range(4)])


@pytest.mark.long
@pytest.mark.parametrize("part", PARTS)
def test_every_field_with_every_nasty_value(small, part):
    nasty_in(*small, part, lambda number: NASTY)


@pytest.mark.parametrize("part", PARTS)
def test_every_field_left_out_doubled_or_moved(small, part):
    draft, path = small
    value = json.loads(text_of(draft, part))
    for way in places(value):
        inner = value
        for step in way:
            inner = inner[step]
        changed: list[Any] = []
        if isinstance(inner, list) and inner:
            changed = [inner[:-1], [*inner, inner[-1]], [*inner, 0]]
        elif isinstance(inner, dict):
            changed = [{k: v for k, v in inner.items() if k != left} for left in inner]
            changed += [{**inner, "zone": 0}, dict(reversed(inner.items()))]
        for new in changed:
            if compact(new) != compact(inner):
                verdict = answers(path, with_part(draft, part, compact(put(value, way, new))).bytes())
                assert verdict.refusal, (part, way, new)


@settings(slow_ok, max_examples=60)
@given(st.data())
def test_bytes_changed_anywhere(small, data):
    draft, path = small
    whole = bytearray(draft.bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] ^= data.draw(st.integers(1, 255))
    if bytes(whole) == draft.bytes():
        return

    verdict = answers(path, bytes(whole))

    assert verdict is None or verdict.refusal


@settings(slow_ok, max_examples=60)
@given(st.data())
def test_cut_anywhere_or_with_something_added(small, data):
    draft, path = small
    whole = draft.bytes()
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]

    changed = cut + data.draw(st.sampled_from([b"", b"\0", bytes(512), whole[:512], whole[-512:]]))
    assume(changed != whole)  # what was cut off may be just what is added

    verdict = answers(path, changed)

    assert verdict is None or verdict.refusal or not verdict.finished


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(NASTY[:-6]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@settings(slow_ok, max_examples=60)
@given(st.sampled_from(PARTS), values)
def test_any_value_in_place_of_any_record(small, part, value):
    draft, path = small
    try:
        text = compact(value)
        text.encode()
    except (UnicodeEncodeError, ValueError):
        return

    verdict = answers(path, with_part(draft, part, text).bytes())

    assert verdict.refusal


@settings(slow_ok, max_examples=60)
@given(st.binary(max_size=2000), st.booleans())
def test_any_bytes_at_all(small, data, named):
    verdict = answers(small[1], (b"BELENIOS".ljust(100, b"\0") if named else b"") + data)

    assert verdict is None or verdict.refusal


@pytest.mark.parametrize(
    "text",
    ["[" * 60_000, "[" + "0," * 60_000 + "0]", '{"result":[' + "[0]," * 20_000 + "[0]]}", '"' + "x" * 200_000 + '"'],
    ids=["deep", "wide", "long result", "long string"],
)
@pytest.mark.parametrize("part", PARTS)
def test_a_large_record_costs_no_more_than_its_size(small, part, text):
    draft, path = small
    data = with_part(draft, part, text).bytes()
    path.write_bytes(data)
    tracemalloc.start()
    began = time.monotonic()

    verdict = verify(path, jobs=1)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert verdict.refusal
    assert peak < 40 * len(text) + 20_000_000
    assert time.monotonic() - began < 20


def test_a_question_that_allows_a_hundred_billion_answers_is_refused_at_once(small):
    draft, path = small
    election = json.loads(draft.election)
    election["questions"][0]["max"] = 10**11

    assert answers(path, replace(draft, election=compact(election)).bytes()).refusal.code == "election.question"
