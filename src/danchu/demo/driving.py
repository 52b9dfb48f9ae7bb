"""Đưa một cuộc biểu quyết qua các bước: each step is the same service a person's button calls, at its own hour.

Nothing is written past the services, so a state of the demonstration ward is a state the law allows.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from danchu.demo.paper import signed_paper
from danchu.demo.stories import HELP, OPINIONS, Story
from danchu.demo.township import Town
from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.access.actor import Actor
from danchu.foundation.files import services as files
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import RollLine
from danchu.law.acts import Act
from danchu.law.matters import Form
from danchu.law.people import Capacity
from danchu.law.states import Choice
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.services.ballots import Entry
from danchu.rooms.voting.services.prepare import Member
from danchu.rooms.voting.services.result import Assigned

Progress = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Counts:
    """Số hộ theo lựa chọn that a round is to end with."""

    yes: int
    no: int
    other: int = 0

    @property
    def total(self) -> int:
        """Households that take part."""
        return self.yes + self.no + self.other


class Drive:
    """Một cuộc biểu quyết đang được đưa qua các bước; ``day`` is the day of its proposal, relative to the start."""

    def __init__(self, town: Town, story: Story, day: int, progress: Progress, *, form: Form = Form.ONLINE) -> None:
        self.town, self.story, self.day, self.progress = town, story, day, progress
        self._chance = random.Random(story.title)  # noqa: S311 - fiction, not a secret
        at = town.at(day, 8)
        made = services.propose_vote(
            self.head(at), khu_pho=town.khu_pho[story.place], wording=story.wording, matter="D6", form=form, at=at
        )
        self.id, self.slug = made.pk, made.slug

    def head(self, at: datetime) -> Actor:
        """The khu phố's head."""
        return self.town.actor(f"truong.kp{self.story.place}", at)

    def front(self, at: datetime) -> Actor:
        """The Front committee's head, who leads the team."""
        return self.town.actor(f"mattran.kp{self.story.place}", at)

    def agreed(self) -> Drive:
        """Đồng ý, chọn ứng dụng, ghi điều kiện, báo cáo: the first day."""
        at = self.town.at(self.day, 9)
        services.agree_proposal(self.head(at), vote_id=self.id, at=at)
        services.agree_proposal(self.front(at), vote_id=self.id, at=at + timedelta(minutes=20))
        services.choose_application(self.head(at), vote_id=self.id, at=at + timedelta(minutes=30))
        services.record_means(self.head(at), vote_id=self.id, internet=True, without_device=24, help_given=HELP, at=at)
        services.send_report(self.head(at), vote_id=self.id, at=at + timedelta(hours=1))
        return self

    def roll_shown(self) -> Drive:
        """Lập và niêm yết danh sách hộ: the second day."""
        at = self.town.at(self.day + 1, 9)
        services.draw_roll(self.head(at), vote_id=self.id, at=at)
        services.show_roll(self.head(at), vote_id=self.id, at=at + timedelta(minutes=10))
        return self

    def team_set(self) -> Drive:
        """Lập Tổ: the Front leads; khu phố, IT skill and a household's representative sit in it."""
        place, at = self.story.place, self.town.at(self.day + 1, 8)
        seats = (
            ("mattran", {Capacity.FRONT}, True),
            ("truong", {Capacity.KHU_PHO}, False),
            ("pho", {Capacity.IT}, False),
            ("daidienho", {Capacity.HOUSEHOLD_REP}, False),
        )
        members = [
            Member(self.town.staff[f"{office}.kp{place}"], frozenset(capacities), leads)
            for office, capacities, leads in seats
        ]
        services.set_team(self.head(at), vote_id=self.id, members=members, at=at)
        return self

    def roll_frozen(self) -> Drive:
        """Chốt danh sách: the first day after it was shown for three full days."""
        at = self.town.at(self.day + 5, 7, 30)
        services.freeze_roll(self.head(at), vote_id=self.id, at=at)
        return self

    def ready(self) -> Drive:
        """Everything up to the frozen roll."""
        return self.agreed().team_set().roll_shown().roll_frozen()

    def form_chosen_at_meeting(self, yes: int, no: int) -> Drive:
        """Hỏi hình thức tại cuộc họp, with its signed minutes."""
        held, at = self.town.at(self.day + 5, 19), self.town.at(self.day + 5, 20, 30)
        actor = self.front(at)
        paper = self._scan(actor, Act.VOTING_FORM_POLL_RECORD, "bien-ban-hop.pdf", "Biên bản cuộc họp", at)
        services.record_form_poll(actor, vote_id=self.id, held_at=held, yes=yes, no=no, paper=paper, at=at)
        return self

    def form_poll_open(self, closes_at: datetime) -> Drive:
        """Hỏi hình thức trực tuyến, from the morning after the freeze."""
        opens_at = self.town.at(self.day + 5, 9)
        actor = self.front(opens_at - timedelta(hours=1))
        services.open_form_poll(
            actor, vote_id=self.id, opens_at=opens_at, closes_at=closes_at, at=opens_at - timedelta(hours=1)
        )
        return self

    def announced_vote(self, opens_at: datetime, closes_at: datetime) -> Drive:
        """Đặt giờ, hai người xác nhận lời văn, đăng thông báo: the seventh day."""
        at = self.town.at(self.day + 6, 8)
        services.schedule_vote(self.front(at), vote_id=self.id, opens_at=opens_at, closes_at=closes_at, at=at)
        digest = self.vote.text_digest
        services.confirm_text(self.head(at), vote_id=self.id, digest=digest, at=at + timedelta(minutes=30))
        services.confirm_text(self.front(at), vote_id=self.id, digest=digest, at=at + timedelta(minutes=40))
        services.publish_notice(self.front(at), vote_id=self.id, at=at + timedelta(hours=1))
        return self

    def ballots(self, kind: str, counts: Counts, spare: Sequence[int] = (), until: datetime | None = None) -> Drive:
        """Các hộ gửi phiếu, spread over the time the round has run; ``spare`` households are left to vote by hand."""
        found = self.vote.rounds.get(kind=kind)
        lines = list(RollLine.objects.filter(roll=self.vote.roll).exclude(household__in=spare).order_by("pk"))
        self._chance.shuffle(lines)
        choices = [Choice.YES] * counts.yes + [Choice.NO] * counts.no + [Choice.OTHER] * counts.other
        self._chance.shuffle(choices)
        opinions = self._chance.sample(OPINIONS, counts.other)
        until = until or min(found.closes_at, self.town.start)
        step = (until - found.opens_at) / (counts.total + 1)
        for place, (line, choice) in enumerate(zip(lines, choices, strict=False), 1):
            words = opinions.pop() if choice is Choice.OTHER else ""
            services.cast_ballot(
                actors.household(line.ward_id, line.household_id),
                round_id=found.pk,
                entry=Entry(choice, words, secrets.token_hex(16)),
                at=found.opens_at + step * place,
            )
            self.progress(1)
        return self

    def closed(self, kind: str) -> Drive:
        """Hết giờ: the close written by the first tick after it."""
        found = self.vote.rounds.get(kind=kind)
        services.close_round(found.pk, at=found.closes_at + timedelta(seconds=20))
        return self

    def sealed(self, *tasks: tuple[str, str, int]) -> Drive:
        """Niêm phong kết quả, the evening of the close; each task: what, who, days from then."""
        at = self._after_close(hours=2)
        assigned = [Assigned(what, who, clock.day(at) + timedelta(days=days)) for what, who, days in tasks]
        services.seal_result(self.front(at), vote_id=self.id, tasks=assigned, decision_form="minutes", at=at)
        return self

    def signed_and_announced(self) -> Drive:
        """Ký biên bản, công bố: the day after the close."""
        at = self._after_close(hours=18)
        place, actor = self.story.place, self.front(at)
        lines = list(RollLine.objects.filter(roll=self.vote.roll).order_by("pk")[:2])
        signers = (
            ("head", str(self.town.staff[f"truong.kp{place}"].full_name), None),
            ("front_head", str(self.town.staff[f"mattran.kp{place}"].full_name), None),
            ("household_1", lines[0].representative, lines[0]),
            ("household_2", lines[1].representative, lines[1]),
        )
        for signer, name, line in signers:
            scan = self._scan(actor, Act.VOTING_MINUTES_SIGN, "bien-ban-da-ky.pdf", "Biên bản đã ký", at)
            services.sign_minutes(actor, vote_id=self.id, signer=signer, name=name, line=line, scan=scan, at=at)
        services.announce_result(self.head(at), vote_id=self.id, at=at + timedelta(hours=1))
        return self

    def sent(self) -> Drive:
        """Gửi quyết định lên phường, two days after the close."""
        at = self._after_close(hours=40)
        services.send_decision(self.head(at), vote_id=self.id, at=at)
        return self

    def ended_by_two(self, act: Act, reason: str, at: datetime) -> Drive:
        """Rút, hoặc dừng và hủy: asked for by the head, agreed to by the Front."""
        asked = services.ask_two_person_act(self.head(at), vote_id=self.id, act=act, reason=reason, at=at)
        later = at + timedelta(minutes=25)
        services.agree_two_person_act(self.front(later), request_id=asked.pk, at=later)
        return self

    @property
    def vote(self) -> queries.Vote:
        """The row as it stands."""
        return queries.vote_by_slug(self.slug)

    def _after_close(self, *, hours: int) -> datetime:
        return self.vote.rounds.get(kind="content").closes_at + timedelta(hours=hours)

    def _scan(self, actor: Actor, act: Act, name: str, title: str, at: datetime) -> StoredFile:
        upload = SimpleUploadedFile(name, signed_paper(title, self.story.title), content_type="application/pdf")
        return files.store(
            actor,
            upload,
            khu_pho_id=self.town.khu_pho[self.story.place].pk,
            opened_by=act,
            subject=f"vote:{self.id}",
            at=at,
        )
