"""The ceremony: a stranger's certificate, a false share, an unfinished round are noticed."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from crypto.village import Team
from danchu.crypto import ceremony, sheets, trustees
from danchu.crypto.ceremony import Ceremony, certificate, contribute, group_code, member_secret, promise
from danchu.crypto.errors import BadKey, BadProof
from danchu.crypto.protocol import compact
from danchu.verifier.refusals import Refused
from danchu.verifier.trustees import election_key, read_trustees
from verifier.scribe import digest

UUID = "DanChuThoiHoaPhuong"


@pytest.fixture(scope="module")
def team():
    return Team(UUID)


@pytest.fixture(scope="module")
def stranger(team):
    """The keys of somebody who stands between the phones."""
    return sheets.member_keys(sheets.new_sheet(), UUID, 2, team.ceremony.group)


def keys_of(team, number):
    return sheets.member_keys(team.sheets[number - 1], UUID, team.ceremony.needed, team.ceremony.group)


@pytest.mark.parametrize(("size", "needed"), [(3, 2), (4, 3), (5, 3)])
def test_how_many_open(team, size, needed):
    assert Ceremony(UUID, size, team.ceremony.group).needed == needed


@pytest.mark.parametrize("size", [0, 1, 2, 6])
def test_a_team_has_three_to_five_people(team, size):
    with pytest.raises(BadKey):
        Ceremony(UUID, size, team.ceremony.group)


def test_the_group_code_is_eight_digits_of_the_certificates(team, stranger):
    code = group_code(team.ceremony, team.certificates)
    swapped = [certificate(team.ceremony, 1, stranger), *team.certificates[1:]]

    assert re.fullmatch(r"[0-9]{8}", code)
    assert code == group_code(team.ceremony, team.certificates)
    assert code != group_code(team.ceremony, swapped)
    assert code != group_code(team.ceremony, team.certificates[::-1])


def test_a_certificate_other_than_the_promised_one_is_noticed(team, stranger):
    promises = [promise(one) for one in team.certificates]
    swapped = [certificate(team.ceremony, 1, stranger), *team.certificates[1:]]

    assert len(ceremony.check_certificates(team.ceremony, team.certificates, promises)) == 3
    with pytest.raises(BadProof):
        ceremony.check_certificates(team.ceremony, swapped, promises)


def changed_message(message, **fields):
    return {**message, "message": compact({**json.loads(message["message"]), **fields})}


def key_in(message):
    return json.loads(message["message"])["verification"]


@pytest.mark.parametrize(
    "change",
    [
        lambda certs: certs[:2],
        lambda certs: [certs[1], certs[0], certs[2]],
        lambda certs: [changed_message(certs[0], verification="2"), *certs[1:]],
        lambda certs: [
            changed_message(certs[0], verification=json.loads(certs[1]["message"])["verification"]),
            *certs[1:],
        ],
        lambda certs: [{"message": certs[0]["message"]}, *certs[1:]],
        lambda certs: [{"signature": certs[0]["signature"]}, *certs[1:]],
        lambda certs: [{**certs[0], "signature": {"challenge": "x", "response": "0"}}, *certs[1:]],
        lambda certs: [{**certs[0], "signature": {}}, *certs[1:]],
        lambda certs: [{**certs[0], "message": "[]"}, *certs[1:]],
        lambda certs: [{**certs[0], "message": certs[0]["message"] + " "}, *certs[1:]],
        lambda certs: [{**certs[0], "message": "{"}, *certs[1:]],
    ],
)
def test_false_certificates_are_refused(team, change):
    with pytest.raises(BadProof):
        contribute(team.ceremony, 2, keys_of(team, 2), change(team.certificates))


def rest(team, **fields):
    first, *others = team.contributions
    return [replace(first, **fields), *others]


def test_commitments_that_do_not_hold_are_refused(team, stranger):
    first = team.contributions[0]
    foreign = contribute(team.ceremony, 1, stranger, team.certificates)
    false = [
        team.contributions[:2],
        rest(team, shares=first.shares[:2]),
        rest(team, coefficients=changed_message(first.coefficients, coefexps="x")),
        rest(team, coefficients=changed_message(first.coefficients, coefexps=["2", "2"])),
        rest(team, coefficients=changed_message(first.coefficients, coefexps=["4"])),
        rest(team, agreement=team.contributions[1].agreement),
        [foreign, *team.contributions[1:]],
    ]
    for contributions in false:
        with pytest.raises(BadProof):
            member_secret(team.ceremony, 2, keys_of(team, 2), team.certificates, contributions)


def test_a_share_that_does_not_fit_its_commitments_is_refused(team):
    """A member who sends a wrong share is found out by its reader, who can show it."""
    keys = keys_of(team, 1)
    crooked = replace(keys, polynomial=(keys.polynomial[0], keys.polynomial[1] + 1))
    false = contribute(team.ceremony, 1, crooked, team.certificates)
    with pytest.raises(BadKey):
        member_secret(team.ceremony, 2, keys_of(team, 2), team.certificates, rest(team, shares=false.shares))


def test_a_share_as_large_as_the_order_is_refused(team):
    """Otherwise one number would have two spellings."""
    from danchu.crypto.shares import close, reveal

    group = team.ceremony.group
    context = f"{UUID}|1|2"
    share = reveal(team.contributions[0].shares[1], keys_of(team, 2).reading, context, group)
    if share + group.order >= 2**256:
        pytest.skip("this share has one spelling in 32 bytes")
    larger = close(share + group.order, group.g.power(keys_of(team, 2).reading), context, group)
    spoilt = (team.contributions[0].shares[0], larger, team.contributions[0].shares[2])
    with pytest.raises(BadKey):
        member_secret(team.ceremony, 2, keys_of(team, 2), team.certificates, rest(team, shares=spoilt))


def test_another_members_sheet_opens_nothing(team):
    with pytest.raises(BadKey):
        member_secret(team.ceremony, 2, keys_of(team, 3), team.certificates, team.contributions)


def test_the_trustees_text_is_what_the_judge_reads(team):
    holders = read_trustees(team.text.encode(), team.ceremony.group)

    assert election_key(holders, team.ceremony.group) == team.public_key
    assert [(len(one.keys), one.needed) for one in holders] == [(1, 1), (3, 2)]
    with pytest.raises(Refused):
        read_trustees(team.text.replace('index\\":1', 'index\\":2', 1).encode(), team.ceremony.group)


def test_an_unfinished_ceremony_gives_no_keys(team):
    posted = team.ceremony, team.server, team.certificates, team.contributions
    with pytest.raises(BadKey):
        trustees.trustees_text(*posted, team.member_keys[:2])
    with pytest.raises(BadKey):
        trustees.trustees_text(*posted, team.member_keys[::-1])


def test_nothing_posted_holds_a_secret(team):
    """Sheets, derived keys and parts of the key are searched for in everything the server sees."""
    posted = team.text + compact([contribution.shares for contribution in team.contributions])
    for number, sheet in enumerate(team.sheets, 1):
        keys = keys_of(team, number)
        secret = team.secret_from_paper(number)
        for planted in (sheet, *(str(value) for value in (keys.signing, keys.reading, *keys.polynomial, secret))):
            assert planted not in posted
            assert digest(planted) not in posted
        assert f"{secret:064x}" not in posted
