"""What the browser writes is held to the same judge: fresh random votes, ceremonies of both writers together."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

import parts
from crypto.village import SECRET_FILE, Team, Village
from danchu.crypto import (
    archive,
    ballots,
    ceremony,
    credentials,
    protocol,
    questions,
    server_key,
    sheets,
    tally,
    trustees,
)
from danchu.crypto.ceremony import Ceremony, Contribution
from danchu.groups import group_named
from danchu.verifier import Demands, Refused, check_ballot, election_key, read_election, read_trustees, verify

WRITER = Path(__file__).resolve().parents[2] / "frontend" / "tests" / "writer.mjs"
pytestmark = [pytest.mark.part("node")]


@pytest.fixture(scope="module")
def browser():
    """``browser("seal", …)``: what the browser's modules answer; their error as ``ValueError``."""
    parts.find("node")
    with subprocess.Popen(
        ["node", str(WRITER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None

        def ask(what, **given):
            running.stdin.write(json.dumps({"do": what, **given}) + "\n")
            running.stdin.flush()
            answer = json.loads(running.stdout.readline())
            if "error" in answer:
                raise ValueError(answer["error"])
            return answer["value"]

        yield ask
        running.stdin.close()


class MixedTeam(Team):
    """The ceremony with members of both writers: the odd ones in the browser."""

    def __init__(self, uuid, browser):
        self.uuid, self.size, self.browser = uuid, 3, browser
        group = group_named(questions.GROUP)
        self.ceremony = Ceremony(uuid, 3, group)
        self.sheets = [browser("sheet"), sheets.new_sheet(), browser("sheet")]
        own = sheets.member_keys(self.sheets[1], uuid, 2, group)
        first = [self.phone(number) for number in (1, 3)]
        mine = ceremony.certificate(self.ceremony, 2, own)
        self.certificates = [first[0]["certificate"], mine, first[1]["certificate"]]
        assert [one["promise"] for one in first] == [ceremony.promise(one["certificate"]) for one in first]
        second = [self.phone(number, certificates=self.certificates) for number in (1, 3)]
        self.codes = {one["code"] for one in second} | {ceremony.group_code(self.ceremony, self.certificates)}
        given = ceremony.contribute(self.ceremony, 2, own, self.certificates)
        self.posted = [
            second[0]["contribution"],
            {"coefficients": given.coefficients, "agreement": given.agreement, "shares": list(given.shares)},
            second[1]["contribution"],
        ]
        self.contributions = [
            Contribution(one["coefficients"], one["agreement"], tuple(one["shares"])) for one in self.posted
        ]
        both = self.certificates, self.contributions
        third = [self.phone(number, certificates=self.certificates, contributions=self.posted) for number in (1, 3)]
        secret = ceremony.member_secret(self.ceremony, 2, own, *both)
        self.member_keys = [third[0]["key"], ceremony.member_key(self.ceremony, own, secret), third[1]["key"]]
        assert third[0]["expected"] == [one["public_key"] for one in self.member_keys]
        self.server = server_key.trustee_key(server_key.server_key(SECRET_FILE, uuid, group), group)
        self.text = trustees.trustees_text(self.ceremony, self.server, *both, self.member_keys)
        self.public_key = trustees.election_key(self.ceremony, self.server, *both)

    def phone(self, number, **given):
        return self.browser(
            "member", uuid=self.uuid, size=self.size, number=number, sheet=self.sheets[number - 1], **given
        )


@pytest.fixture(scope="module")
def team(browser):
    return MixedTeam(questions.new_uuid(), browser)


@pytest.fixture(scope="module")
def village(team):
    return Village(4, team=team)


def test_members_of_both_writers_see_one_group_code(team):
    assert len(team.codes) == 1


def test_the_judge_accepts_the_team(team):
    holders = read_trustees(team.text.encode(), team.ceremony.group)

    assert election_key(holders, team.ceremony.group) == team.public_key


def test_cards_become_the_same_credentials(browser, village):
    given = [browser("public", digits=card, uuid=village.uuid) for card in village.cards]

    assert given == village.public


@pytest.mark.parametrize("choice", [0, 1, 2])
def test_the_judge_accepts_ballots_of_the_browser(browser, village, choice):
    election = read_election(village.vote.text.encode())

    sealed = browser("seal", election=village.vote.text, digits=village.cards[choice], choice=choice)

    ballot = check_ballot(sealed["text"].encode(), election, set(village.public))
    assert ballot.tracker == sealed["tracker"] == protocol.fingerprint(sealed["text"])
    assert sealed["short"] == protocol.short_code(sealed["text"])
    assert sealed["opens"] == [one == choice for one in range(3)]
    randomness = tuple(map(int, sealed["randomness"]))
    assert [ballots.opens_to(village.vote, sealed["text"], one, randomness) for one in range(3)] == sealed["opens"]


def test_the_judge_refuses_a_card_of_another_vote(browser, village):
    sealed = browser("seal", election=village.vote.text, digits=credentials.new_household_secret(), choice=0)

    with pytest.raises(Refused):
        check_ballot(sealed["text"].encode(), read_election(village.vote.text.encode()), set(village.public))


class MixedVillage(Village):
    """Households vote in the browser; a phone opens its part of the sum from its sheet alone."""

    def cast(self, household, choice):
        sealed = self.team.browser("seal", election=self.vote.text, digits=self.cards[household], choice=choice)
        self._append(archive.ballot(self.board, sealed["text"]))
        self.last[household] = sealed["text"]

    def open(self, members):
        posted = {"certificates": self.team.certificates, "contributions": self.team.posted}
        sum_text = tally.tally_text(self.vote, self.sum)
        server = server_key.server_key(SECRET_FILE, self.uuid, self.vote.group)
        parts_of = {1: tally.opening_text(self.vote, self.sum, server)}
        for number in members:
            given = self.team.phone(number, **posted, election=self.vote.text, tally=sum_text)
            parts_of[number + 1] = given["opening"]
        for trustee, text in parts_of.items():
            self._append(archive.opening(self.board, trustee, text))
        counts = tally.count(self.vote, self.sum, parts_of, 2, len(self.last))
        self._append(archive.result(self.board, tally.result_text(counts)))
        return counts


def test_a_vote_of_the_browser_is_counted_and_accepted(team, tmp_path):
    held = MixedVillage(4, team=team)
    held.cast_all([(0, 0), (1, 2), (1, 0), (2, 1)])
    held.close()

    counts = held.open([1, 3])

    assert counts == [2, 1, 0]
    assert verify(held.save(tmp_path), Demands(register=4, finished=True), jobs=1).refusal is None


def test_members_of_both_writers_open_together(team):
    held = MixedVillage(3, team=team)
    held.cast_all([(0, 0), (1, 0)])
    held.close()

    assert Village.open(held, [2, 3]) == [2, 0, 0]
