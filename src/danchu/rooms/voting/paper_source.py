"""Nguồn của các giấy tờ: one vote at one moment, with the people, the rounds and the counts its papers need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from danchu.foundation import clock
from danchu.foundation.accounts.models import Staff
from danchu.foundation.people.queries import count_on
from danchu.foundation.places.settings import value
from danchu.law.answers import Outcome
from danchu.law.people import Role, WhoCounts
from danchu.law.states import RoundKind
from danchu.rooms.voting import lookups, queries
from danchu.rooms.voting.announcements import matter_of
from danchu.rooms.voting.queries.votes import Round, Vote

Url = Callable[[str], str]


@dataclass
class Source:
    """Nguồn của các giấy tờ: one vote at one moment; each thing is read once. ``url`` makes a path absolute."""

    vote: Vote
    at: datetime
    url: Url
    rounds: dict[str, Round] = field(init=False)

    def __post_init__(self) -> None:
        self.rounds = queries.rounds_of(self.vote)

    @property
    def form(self) -> Round | None:
        """The form poll."""
        return self.rounds.get(RoundKind.FORM)

    @property
    def content(self) -> Round:
        """The vote on the matter itself."""
        return self.rounds[RoundKind.CONTENT]

    @cached_property
    def holders(self) -> dict[Role, Staff]:
        """Who holds which office today."""
        return lookups.office_holders(self.vote.khu_pho_id, clock.day(self.at))

    @cached_property
    def team(self) -> list[Any]:
        """The team now, its leader first."""
        return list(queries.team_of(self.vote))

    @cached_property
    def signed(self) -> dict[str, str]:
        """Names under the signed minutes."""
        return {one.signer: one.name for one in self.vote.signatures.all()}

    @cached_property
    def tasks(self) -> list[Any]:
        """Who does what by when, in the order written."""
        return list(self.vote.tasks.order_by("pk"))

    @cached_property
    def outcome(self) -> Outcome:
        """The result by the rule."""
        answer = queries.content_outcome(self.vote, self.content)
        if not isinstance(answer, Outcome):
            raise TypeError(answer)
        return answer

    @cached_property
    def took_part(self) -> int:
        """Households whose entry counts."""
        return queries.turnout(self.content)

    @property
    def households(self) -> int:
        """N: of the roll, or of the register while there is no roll."""
        roll = self.vote.roll
        if roll is not None:
            return roll.households if roll.households is not None else roll.lines.count()
        day = clock.day(self.at)
        who = WhoCounts(value(self.vote.ward_id, "roll.who_counts", day))
        return count_on(self.vote.khu_pho_id, who, day)

    @property
    def place(self) -> str:
        """The culture house, or the khu phố itself."""
        return self.vote.khu_pho.culture_house or self.vote.khu_pho.name

    @property
    def contact(self) -> str:
        """Whom to call: name and number."""
        person = self.vote.contact
        return ", ".join(part for part in (str(person), person.phone) if part) if person else ""

    def site(self, name: str) -> str:
        """An address as people type it, without its scheme."""
        return self.url(reverse(name)).partition("://")[2].rstrip("/")

    def letter(self, day: datetime | None) -> dict[str, Any]:
        """What stands at the head of a letter."""
        return {
            "phuong": str(self.vote.ward),
            "khu_pho": self.vote.khu_pho.name,
            "ngay_lap": clock.day(day or self.at),
            "ve_viec": matter_of(self.vote.title),
        }

    def head(self) -> dict[str, Any]:
        """Under the head's signature."""
        return {"truong_khu_pho": _name(self.holders.get(Role.HEAD))}

    def front(self) -> dict[str, Any]:
        """Under the Front head's signature."""
        return {"truong_ban_mat_tran": _name(self.holders.get(Role.FRONT_HEAD))}

    def signers(self) -> dict[str, Any]:
        """Under the minutes and the decision: who signed, else who holds the office."""
        return {
            "truong_khu_pho": self.signed.get("head") or self.head()["truong_khu_pho"],
            "truong_ban_mat_tran": self.signed.get("front_head") or self.front()["truong_ban_mat_tran"],
            "dai_dien_ho_1": self.signed.get("household_1", ""),
            "dai_dien_ho_2": self.signed.get("household_2", ""),
        }

    def leader(self) -> dict[str, Any]:
        """Under the signature of the team's leader."""
        return {"to_truong": next((one.staff.full_name for one in self.team if one.leader), "")}


def _name(person: Staff | None) -> str:
    return person.full_name if person else ""
