"""The file itself: headers, lengths, padding, text."""

from __future__ import annotations

from dataclasses import replace

from danchu.crypto.protocol import compact
from danchu.verifier.records import LONGEST
from verifier.scribe import MOMENT, data_record, first_record, record

from .common import case, poke


@case("archive.header")
def name_that_is_no_hash(w):
    return poke(w.draft.bytes(), 1024, b"x")


@case("archive.header")
def owner_in_a_header(w):
    return poke(w.draft.bytes(), 1024 + 110, b"1")


@case("archive.header")
def another_time_in_a_header(w):
    data = w.draft.bytes()
    election = w.draft.election
    return first_record() + data_record(election, MOMENT + 1) + data[1024 + len(data_record(election)) :]


@case("archive.header")
def length_that_is_no_number(w):
    return poke(w.draft.bytes(), 1024 + 124, b"9")


@case("archive.header")
def mode_in_the_first_header(w):
    return poke(w.draft.bytes(), 103, b"7")


@case("archive.header")
def another_spelling_of_the_time(w):
    text = compact({"version": 1, "timestamp": f"0{MOMENT}"})
    return record("BELENIOS", text) + w.draft.bytes()[1024:]


@case("archive.version")
def another_version_of_the_file(w):
    return record("BELENIOS", compact({"version": 2, "timestamp": str(MOMENT)})) + w.draft.bytes()[1024:]


@case("archive.long")
def record_too_long_to_read(w):
    header = bytearray(data_record("x")[:512])
    header[124:135] = b"%011o" % (LONGEST + 1)
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return w.draft.bytes() + bytes(header)


@case("archive.cut")
def end_cut_off(w):
    return w.draft.bytes()[:-1]


@case("archive.padding")
def something_hidden_in_the_padding(w):
    data = w.draft.bytes()
    return poke(data, len(data) - 1, b"!")


@case("archive.header")
def blocks_of_zeros_at_the_end(w):
    return w.draft.bytes() + bytes(1024)


@case("text.unreadable")
def text_that_is_no_json(w):
    return replace(w.draft, ballots=["{"]).bytes()


@case("text.unreadable")
def text_nested_without_end(w):
    return replace(w.draft, ballots=["[" * 200_000]).bytes()


@case("text.unreadable")
def number_with_a_fraction(w):
    return replace(w.draft, ballots=["[1.0]"]).bytes()


@case("text.unreadable")
def number_that_is_none(w):
    return replace(w.draft, ballots=["[NaN]"]).bytes()


@case("text.unreadable")
def number_of_ten_thousand_digits(w):
    return replace(w.draft, ballots=["[" + "1" * 10_000 + "]"]).bytes()


@case("text.not_canonical")
def field_given_twice(w):
    ballots = [w.draft.ballots[0].replace("{", '{"election_uuid":"x",', 1)]
    return replace(w.draft, ballots=ballots).bytes()
