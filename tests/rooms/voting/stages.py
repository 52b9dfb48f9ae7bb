"""Votes brought to each stage by the services themselves; no test invents a state.

The story: a khu phố of ten households (six must agree), head and Front head agree, a team of three, the roll shown for
three days, the form poll passed at a meeting or online, the notice, a week of voting.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope

import builders
from danchu.foundation.access import actor as actors
from danchu.foundation.access.actor import Actor
from danchu.foundation.accounts.models import Staff
from danchu.foundation.files import services as files
from danchu.foundation.files.models import StoredFile
from danchu.foundation.people.models import Household, RollLine
from danchu.foundation.places.models import KhuPho, Ward
from danchu.law.acts import Act
from danchu.law.people import Capacity, Role
from danchu.law.states import Choice, RoundKind, Route
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Ballot, Round, Signature, Vote
from danchu.rooms.voting.services.ballots import Entry
from danchu.rooms.voting.services.prepare import Member
from danchu.rooms.voting.services.result import Assigned

START = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)  # 8 giờ, thứ Hai, 2/11/2026
DAY = timedelta(days=1)
WORDING = {
    "title": "Tổng vệ sinh sáng Chủ nhật đầu tháng",
    "question": "Hộ ông/bà có đồng ý tổng vệ sinh sáng Chủ nhật đầu tháng không?",
    "body": "Mỗi hộ cử một người.\nBắt đầu lúc 7 giờ tại nhà văn hóa.",
    "yes_means": "Làm theo nội dung trên.",
    "no_means": "Không làm theo nội dung trên.",
    "other_means": "Ghi điều muốn nói; không tính là đồng ý.",
}
PDF = b"%PDF-1.4\n% a scanned paper\n%%EOF\n"
_keys = itertools.count()


@dataclass
class Story:
    """Everybody and everything of one vote; ``at`` is the moment reached so far."""

    ward: Ward
    khu_pho: KhuPho
    households: list[Household]
    head: Staff
    front: Staff
    it: Staff
    officer: Staff
    at: datetime = START
    vote: Vote | None = None
    extra: dict[str, Staff] = field(default_factory=dict)

    def as_(self, person: Staff) -> Actor:
        """The person as an actor at this moment."""
        return actors.staff(person, self.ward.pk, self.at)

    def household(self, index: int) -> Actor:
        """A household of the khu phố, logged in by its card."""
        return actors.household(self.ward.pk, self.households[index].pk)

    def wait(self, gap: timedelta) -> Story:
        """Time passes."""
        self.at += gap
        return self

    def reload(self) -> Vote:
        """The vote as it stands in the database."""
        self.vote = queries.vote_by_slug(self.vote.slug)
        return self.vote

    def line(self, index: int) -> RollLine:
        """The household's line on the roll."""
        return RollLine.objects.get(roll_id=self.reload().roll_id, household=self.households[index])

    def round(self, kind: RoundKind = RoundKind.CONTENT) -> Round:
        """One of the vote's rounds."""
        return Round.objects.select_related("vote").get(vote=self.vote, kind=kind)

    def paper(self, act: Act = Act.VOTING_VOTE_MANAGE) -> StoredFile:
        """A scanned paper of the vote."""
        return self.paper_of(f"vote:{self.vote.pk}", act)

    def paper_of(self, subject: str, act: Act = Act.VOTING_VOTE_MANAGE) -> StoredFile:
        """A scanned paper of anything else."""
        upload = SimpleUploadedFile("bien-ban.pdf", PDF, content_type="application/pdf")
        return files.store(
            self.as_(self.head), upload, khu_pho_id=self.khu_pho.pk, opened_by=act, subject=subject, at=self.at
        )

    def cast(
        self,
        index: int,
        choice: Choice = Choice.YES,
        *,
        words: str = "",
        kind: RoundKind = RoundKind.CONTENT,
        route: Route = Route.OWN,
        form_key: str = "",
    ) -> Ballot:
        """One household sends its ballot now."""
        entry = Entry(choice, words or ("Xin thêm thời gian." if choice is Choice.OTHER else ""), form_key or new_key())
        return services.cast_ballot(
            self.household(index), round_id=self.round(kind).pk, entry=entry, route=route, at=self.at
        )


def new_key() -> str:
    """A form key nobody used."""
    return f"form-{next(_keys)}"


def people(households: int = 10) -> Story:
    """A ward with one khu phố and everybody a vote needs."""
    ward = builders.make_ward()
    with scope(ward=ward):
        khu_pho = builders.make_khu_pho(ward)
        return Story(
            ward=ward,
            khu_pho=khu_pho,
            households=list(builders.make_households(khu_pho, households)),
            head=builders.make_staff(ward, Role.HEAD, khu_pho=khu_pho),
            front=builders.make_staff(ward, Role.FRONT_HEAD, khu_pho=khu_pho),
            it=builders.make_staff(ward),
            officer=builders.make_staff(ward, Role.WARD_OFFICER),
        )


def proposed(story: Story) -> Story:
    """The head proposed the matter."""
    story.vote = services.propose_vote(
        story.as_(story.head), khu_pho=story.khu_pho, wording=WORDING, matter="D6", at=story.at
    )
    return story


def agreed(story: Story) -> Story:
    """Head and Front head agreed to the online form."""
    for person in (story.head, story.front):
        services.agree_proposal(story.as_(person), vote_id=story.vote.pk, at=story.at)
    return story


def reported(story: Story) -> Story:
    """Application chosen, means recorded, ward and Front told."""
    head = story.as_(story.head)
    services.choose_application(head, vote_id=story.vote.pk, at=story.at)
    services.record_means(
        head, vote_id=story.vote.pk, internet=True, without_device=2, help_given="Tổ đến nhà giúp.", at=story.at
    )
    services.send_report(head, vote_id=story.vote.pk, at=story.at)
    return story


def team_set(story: Story) -> Story:
    """A team of three, led by the Front head; the third brings IT skill and stands for a household."""
    members = [
        Member(story.front, frozenset({Capacity.FRONT}), leader=True),
        Member(story.head, frozenset({Capacity.KHU_PHO})),
        Member(story.it, frozenset({Capacity.IT, Capacity.HOUSEHOLD_REP})),
    ]
    services.set_team(story.as_(story.head), vote_id=story.vote.pk, members=members, at=story.at)
    return story


def roll_shown(story: Story) -> Story:
    """The roll drawn up and posted."""
    services.draw_roll(story.as_(story.head), vote_id=story.vote.pk, at=story.at)
    services.show_roll(story.as_(story.head), vote_id=story.vote.pk, at=story.at)
    return story


def roll_frozen(story: Story) -> Story:
    """Posted for three full days, then frozen."""
    story.wait(4 * DAY)
    services.freeze_roll(story.as_(story.head), vote_id=story.vote.pk, at=story.at)
    story.reload()
    return story


def form_poll_open(story: Story) -> Story:
    """Households are being asked about the form."""
    services.open_form_poll(
        story.as_(story.front), vote_id=story.vote.pk, opens_at=story.at, closes_at=story.at + 2 * DAY, at=story.at
    )
    return story


def form_poll_passed(story: Story) -> Story:
    """Asked at a meeting; all but one household chose online."""
    services.record_form_poll(
        story.as_(story.front),
        vote_id=story.vote.pk,
        held_at=story.at,
        yes=len(story.households) - 1,
        no=1,
        paper=story.paper(),
        at=story.at,
    )
    return story


def confirmed(story: Story) -> Story:
    """Times set for tomorrow and a week; two people confirmed the text."""
    services.schedule_vote(
        story.as_(story.front),
        vote_id=story.vote.pk,
        opens_at=story.at + DAY,
        closes_at=story.at + 8 * DAY,
        at=story.at,
    )
    digest = story.reload().text_digest
    for person in (story.head, story.front):
        services.confirm_text(story.as_(person), vote_id=story.vote.pk, digest=digest, at=story.at)
    return story


def scheduled(story: Story) -> Story:
    """The notice is published; the clock does the rest."""
    services.publish_notice(story.as_(story.front), vote_id=story.vote.pk, at=story.at)
    story.reload()
    return story


def opened(story: Story) -> Story:
    """Voting is open since an hour."""
    return story.wait(DAY + timedelta(hours=1))


def voted(story: Story, *, yes: int = 6, no: int = 1, other: int = 1) -> Story:
    """Households cast their ballots; the rest stay away."""
    choices = [Choice.YES] * yes + [Choice.NO] * no + [Choice.OTHER] * other
    for index, choice in enumerate(choices):
        story.cast(index, choice)
    return story


def closed(story: Story) -> Story:
    """Closing time passed and the close is written."""
    story.at = story.round().closes_at + timedelta(minutes=1)
    services.close_if_due(story.reload(), at=story.at)
    story.reload()
    return story


def sealed(story: Story) -> Story:
    """The team's leader sealed the result."""
    services.seal_result(
        story.as_(story.front),
        vote_id=story.vote.pk,
        tasks=[Assigned("Chuẩn bị dụng cụ", "Trưởng khu phố", date(2026, 12, 5))],
        decision_form="minutes",
        at=story.at,
    )
    story.reload()
    return story


def signed(story: Story) -> Story:
    """Four signatures recorded with the scan."""
    scan = story.paper()
    for signer in Signature.Signer:
        line = {"household_1": story.line(0), "household_2": story.line(1)}.get(signer)
        services.sign_minutes(
            story.as_(story.head),
            vote_id=story.vote.pk,
            signer=signer,
            name=line.representative if line else story.head.full_name,
            line=line,
            scan=scan,
            at=story.at,
        )
    return story


def announced(story: Story) -> Story:
    """The result is public with its papers."""
    services.announce_result(story.as_(story.front), vote_id=story.vote.pk, at=story.at)
    story.reload()
    return story


def sent(story: Story) -> Story:
    """The decision went to the ward and the Front."""
    services.send_decision(story.as_(story.head), vote_id=story.vote.pk, at=story.at)
    story.reload()
    return story


STAGES: tuple[Callable[[Story], Story], ...] = (
    proposed,
    agreed,
    reported,
    team_set,
    roll_shown,
    roll_frozen,
    form_poll_passed,
    confirmed,
    scheduled,
    opened,
    voted,
    closed,
    sealed,
    signed,
    announced,
    sent,
)
