"""From the end of voting to the result."""

from __future__ import annotations

from dataclasses import replace

from danchu.crypto.protocol import compact
from verifier.scribe import digest

from .common import case, edit, set_


@case("chain.payload")
def summary_of_another_sum(w):
    return replace(w.draft, summary=edit(w.draft.summary, set_("encrypted_tally", "0" * 64))).bytes()


@case("text.shape")
def sum_of_another_shape(w):
    tally = edit(w.draft.tally, lambda rows: rows[0].pop() and None)
    summary = edit(w.draft.summary, set_("encrypted_tally", digest(tally)))
    return replace(w.draft, tally=tally, summary=summary).bytes()


@case("opening.owner")
def opened_by_nobody(w):
    text = w.draft.openings[0][0]
    return replace(w.draft, openings=[(text, compact({"owner": 5, "payload": digest(text)}))]).bytes()


@case("opening.repeated")
def opened_twice_by_the_same(w):
    rows = w.scribe.add_up(w.scribe.last(w.draft.ballots))
    return replace(w.draft, openings=[*w.draft.openings, w.scribe.opening(rows, 1)]).bytes()


@case("chain.payload")
def opening_that_names_another(w):
    text = w.draft.openings[0][0]
    return replace(w.draft, openings=[(text, compact({"owner": 1, "payload": "0" * 64}))]).bytes()


@case("text.shape")
def opening_of_another_shape(w):
    text = edit(w.draft.openings[0][0], set_("decryption_factors.0", []))
    return replace(w.draft, openings=[(text, compact({"owner": 1, "payload": digest(text)}))]).bytes()


@case("result.range")
def count_with_the_order_added(w):
    return replace(w.draft, result=edit(w.draft.result, set_("result.0.0", lambda n: n + w.scribe.group.order))).bytes()


@case("result.range")
def count_below_zero(w):
    changed = set_("result.0.0", lambda n: n - w.scribe.group.order)
    return replace(w.draft, result=edit(w.draft.result, changed)).bytes()


@case("text.shape")
def result_of_another_shape(w):
    return replace(w.draft, result=edit(w.draft.result, set_("result.0", []))).bytes()
