"""Secret votes brought to each stage by the services, with phones and cards that exist in the test alone."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from danchu.crypto import ballots, ceremony, credentials, questions, sheets, tally
from danchu.foundation.accounts.models import Staff
from danchu.groups import group_named
from danchu.law.states import Route
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Ballot, SecretBox
from danchu.rooms.voting.services import secret
from danchu.rooms.voting.services.secret import box as boxes
from rooms.voting import stages
from rooms.voting.stages import Story

GROUP = group_named(questions.GROUP)


@dataclass
class Phone:
    """A member's telephone with its paper sheet; what it posts it makes itself."""

    staff: Staff
    number: int
    uuid: str
    size: int
    sheet: str = field(default_factory=sheets.new_sheet)

    def __post_init__(self) -> None:
        self.ceremony = ceremony.Ceremony(self.uuid, self.size, GROUP)
        self.keys = sheets.member_keys(self.sheet, self.uuid, self.ceremony.needed, GROUP)
        self.certificate = ceremony.certificate(self.ceremony, self.number, self.keys)

    def secret(self, box: SecretBox) -> int:
        return ceremony.member_secret(self.ceremony, self.number, self.keys, *posted(box))

    def value(self, kind: str, box: SecretBox) -> object:
        """What this phone would post in that round."""
        certificates, contributions = posted(box)
        if kind == "promise":
            return ceremony.promise(self.certificate)
        if kind == "certificate":
            return self.certificate
        if kind == "contribution":
            made = ceremony.contribute(self.ceremony, self.number, self.keys, certificates)
            return {"coefficients": made.coefficients, "agreement": made.agreement, "shares": list(made.shares)}
        if kind == "key":
            secret_part = ceremony.member_secret(self.ceremony, self.number, self.keys, certificates, contributions)
            return ceremony.member_key(self.ceremony, self.keys, secret_part)
        return True if kind == "sheet" else ceremony.group_code(self.ceremony, certificates)

    def opening(self, box: SecretBox) -> str:
        """The phone adds the ballots of the archive itself and opens nothing but their sum."""
        texts = [text for text, _ in queries.last_ballots(box).values()]
        vote = boxes.secret_vote(box)
        return tally.opening_text(vote, tally.add_up(vote, texts), self.secret(box))


def posted(box: SecretBox) -> tuple[list[dict], list[ceremony.Contribution]]:
    rows = list(box.holders.order_by("number"))
    return (
        [json.loads(one.certificate) for one in rows if one.certificate],
        [boxes.contribution_of(one.contribution) for one in rows if one.contribution],
    )


ROUNDS = ("promise", "certificate", "contribution", "key", "sheet", "match")


@dataclass
class Sealed:
    """A secret vote: the story, the phones, the cards' secrets by household index."""

    story: Story
    phones: list[Phone] = field(default_factory=list)
    cards: dict[int, str] = field(default_factory=dict)

    @property
    def box(self) -> SecretBox:
        return queries.box_of(self.story.vote)

    def post(self, phone: Phone, kind: str, value: object = None) -> SecretBox:
        return secret.make_keys(
            self.story.as_(phone.staff),
            vote_id=self.story.vote.pk,
            attempt=self.box.attempt,
            kind=kind,
            value=phone.value(kind, self.box) if value is None else value,
            at=self.story.at,
        )

    def begin(self, *, rehearsal: bool = False) -> Sealed:
        story = self.story
        box = secret.begin_keys(story.as_(story.front), vote_id=story.vote.pk, rehearsal=rehearsal, at=story.at)
        team = [one.staff for one in box.holders.order_by("number")]
        self.phones = [Phone(one, number, box.uuid, box.size) for number, one in enumerate(team, 1)]
        return self

    def ceremony(self) -> Sealed:
        for kind in ROUNDS:
            for phone in self.phones:
                self.post(phone, kind)
        return self

    def list(self) -> Sealed:
        story = self.story
        self.cards = self.cards or {
            index: credentials.new_household_secret() for index, _ in enumerate(story.households)
        }
        households = queries.lines_to_list(story.reload())
        public = {one.pk: self.public(index) for index, one in enumerate(story.households) if one.pk in households}
        secret.list_credentials(story.as_(story.front), vote_id=story.vote.pk, credentials=public, at=story.at)
        return self

    def private(self, index: int) -> int:
        return credentials.private_credential(self.cards[index], self.story.vote.secret_uuid, GROUP)

    def public(self, index: int) -> str:
        return credentials.public_credential(self.private(index), GROUP)

    def seal(self, index: int, choice: int = 0, card: int | None = None) -> ballots.Sealed:
        """On the household's own device; ``card`` is another household's."""
        return ballots.seal(boxes.secret_vote(self.box), self.private(index if card is None else card), choice)

    def cast(self, index: int, choice: int = 0, *, text: str = "", route: Route = Route.OWN) -> Ballot:
        story = self.story
        return secret.cast_sealed(
            story.household(index),
            round_id=story.round().pk,
            text=text or self.seal(index, choice).text,
            route=route,
            at=story.at,
        )

    def close(self) -> Sealed:
        stages.closed(self.story)
        return self

    def open(self, *numbers: int) -> Sealed:
        for number in numbers:
            phone = self.phones[number - 1]
            secret.open_count(
                self.story.as_(phone.staff),
                vote_id=self.story.vote.pk,
                attempt=self.box.attempt,
                opening=phone.opening(self.box),
                at=self.story.at,
            )
        self.story.reload()
        return self

    def save(self, folder: Path) -> Path:
        path = folder / f"{self.box.uuid}.bel"
        path.write_bytes(b"".join(queries.archive(self.box)))
        return path


def decided(story: Story) -> Story:
    """The form poll's second question: kín."""
    services.secret.decide_secrecy(story.as_(story.front), vote_id=story.vote.pk, secret=True, booth=True, at=story.at)
    story.reload()
    return story


def prepared(story: Story) -> Sealed:
    """Everything before the notice; ``story`` is at ``form_poll_passed``."""
    made = Sealed(decided(story)).list().begin().ceremony()
    stages.confirmed(story)
    return made


def opened(story: Story) -> Sealed:
    """Voting is open."""
    made = prepared(story)
    stages.scheduled(story)
    stages.opened(story)
    return made
