"""Cards, sheets, sealed shares, the server's key: what they give, and what they refuse."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danchu.crypto import credentials, protocol, questions, server_key, shares, sheets
from danchu.crypto.errors import BadKey
from danchu.groups import group_named

GROUP = group_named(questions.GROUP)
ED25519 = group_named("Ed25519")
UUID = "DanChuThoiHoaPhuong"
few = settings(max_examples=25, deadline=None)


def test_a_card_gives_one_credential_a_vote_and_another_in_the_next():
    secret = "0123 4567 8901 2345 6789"

    one = credentials.private_credential(secret, UUID, GROUP)

    assert one == credentials.private_credential(secret.replace(" ", ""), UUID, GROUP)
    assert one == credentials.private_credential(secret.replace(" ", "-"), UUID, GROUP)
    assert one != credentials.private_credential(secret, UUID[:-1] + "x", GROUP)
    assert one != credentials.private_credential("1" + secret[1:], UUID, GROUP)
    assert (
        one == 4676009329425911724747243477310868148805989347911463295320540323014757320068
    )  # a printed card must give this in every later version


@pytest.mark.parametrize("typed", ["", "1234", "0123 4567 8901 2345 678x", "٠" * 20, "1" * 21])
def test_a_card_that_is_not_twenty_digits_is_refused(typed):
    with pytest.raises(BadKey):
        credentials.private_credential(typed, UUID, GROUP)


def test_household_secrets_are_twenty_digits_in_groups_of_four():
    drawn = {credentials.new_household_secret() for _ in range(200)}

    assert len(drawn) == 200
    assert all(re.fullmatch(r"[0-9]{20}", secret) for secret in drawn)
    assert credentials.grouped("01234567890123456789") == "0123 4567 8901 2345 6789"


def test_the_published_list_is_sorted_and_has_nobody_twice():
    public = [credentials.public_credential(number, GROUP) for number in (5, 3, 9)]

    text = credentials.credentials_text(public)

    assert text == "[" + ",".join(f'"{entry}"' for entry in sorted(public)) + "]"
    with pytest.raises(BadKey):
        credentials.credentials_text([*public, public[0]])


def test_the_slow_function_is_the_standard_one_with_many_steps():
    """PBKDF2-HMAC-SHA256 with 2^17 steps, so that a browser can do the same."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    assert protocol.slow("0" * 20, "muối") == PBKDF2HMAC(SHA256(), 32, "muối".encode(), 2**17).derive(b"0" * 20)


def test_expansion_is_hkdf():
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    for purpose in ("", "danchu-server|BELENIOS-2048|x"):
        other = HKDF(SHA512(), 64, None, purpose.encode()).derive(b"secret")
        assert protocol.expand(b"secret", purpose) == other


# --- sheets ----------------------------------------------------------------------------------------------------------
@few
@given(st.integers(0, sheets.DIGITS - 1), st.integers(1, 9), st.integers(0, sheets.DIGITS - 2))
def test_a_sheet_with_a_wrong_digit_or_two_swapped_is_refused(at, more, swapped):
    sheet = sheets.new_sheet()
    wrong = sheet[:at] + str((int(sheet[at]) + more) % 10) + sheet[at + 1 :]
    turned = sheet[:swapped] + sheet[swapped + 1] + sheet[swapped] + sheet[swapped + 2 :]

    assert sheets.read_sheet(credentials.grouped(sheet)) == sheet
    with pytest.raises(BadKey):
        sheets.read_sheet(wrong)
    if turned != sheet:
        with pytest.raises(BadKey):
            sheets.read_sheet(turned)


def test_a_sheet_holds_eighty_bits_and_gives_the_same_keys_again():
    sheet = sheets.new_sheet()

    keys = sheets.member_keys(sheet, UUID, 2, GROUP)

    assert 10**sheets.RANDOM > 2**80
    assert keys == sheets.member_keys(credentials.grouped(sheet), UUID, 2, GROUP)
    assert len({keys.signing, keys.reading, *keys.polynomial}) == 4
    other = sheets.member_keys(sheet, UUID + "x", 2, GROUP)
    assert not {keys.signing, keys.reading, *keys.polynomial} & {other.signing, other.reading, *other.polynomial}


# --- shares ----------------------------------------------------------------------------------------------------------
@few
@given(st.integers(0, 2**256 - 1), st.integers(1, 2**200))
def test_only_the_reader_opens_a_share(number, reading):
    envelope = shares.close(number, ED25519.g.power(reading), "a|1|2", ED25519)

    assert shares.reveal(envelope, reading, "a|1|2", ED25519) == number
    for wrong_key, wrong_context in ((reading + 1, "a|1|2"), (reading, "a|2|1")):
        with pytest.raises(BadKey):
            shares.reveal(envelope, wrong_key, wrong_context, ED25519)


@pytest.mark.parametrize("field", ["point", "sealed", "tag"])
@pytest.mark.parametrize("wrong", ["", "00", "zz", None, 7, "f" * 64])
def test_an_altered_share_is_refused(field, wrong):
    envelope = shares.close(7, ED25519.g.power(5), "a|1|2", ED25519)

    with pytest.raises(BadKey):
        shares.reveal({**envelope, field: wrong}, 5, "a|1|2", ED25519)
    with pytest.raises(BadKey):
        shares.reveal({name: value for name, value in envelope.items() if name != field}, 5, "a|1|2", ED25519)


# --- the server's key ------------------------------------------------------------------------------------------------
def test_the_servers_key_follows_from_the_secret_file_and_the_vote():
    secret = bytes(range(32))

    key = server_key.server_key(secret, UUID, GROUP)

    assert key == server_key.server_key(secret, UUID, GROUP)
    assert key != server_key.server_key(secret, UUID + "x", GROUP)
    assert key != server_key.server_key(secret[::-1], UUID, GROUP)
    with pytest.raises(BadKey):
        server_key.server_key(secret[:31], UUID, GROUP)


def test_identifiers_of_votes_are_well_formed_and_differ():
    drawn = {questions.new_uuid() for _ in range(100)}

    assert len(drawn) == 100
    assert all(re.fullmatch(r"[1-9A-HJ-NP-Za-km-z]{14}", uuid) for uuid in drawn)


def test_random_exponents_are_below_the_order_and_not_zero():
    assert all(0 < protocol.random_exponent(ED25519) < ED25519.order for _ in range(100))
