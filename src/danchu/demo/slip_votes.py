"""Đưa một đợt phát phiếu qua các bước: plan, slips, out and back, count, at their own hours and by the services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from danchu.demo.driving import Drive, Progress
from danchu.demo.stories import Story
from danchu.demo.township import Town
from danchu.foundation.access.actor import Actor
from danchu.foundation.people.models import RollLine
from danchu.law.matters import Form
from danchu.law.people import Capacity
from danchu.law.reconciliation import Figures
from danchu.law.states import Route
from danchu.rooms.voting import services
from danchu.rooms.voting.services.prepare import Member

_ROUTES = (Route.HAND, Route.DOOR, Route.BOX, Route.DOOR)


class SlipDrive(Drive):
    """Một đợt phát phiếu đang được đưa qua các bước."""

    def __init__(self, town: Town, story: Story, day: int, progress: Progress) -> None:
        super().__init__(town, story, day, progress, form=Form.SLIP)

    def agreed(self) -> SlipDrive:
        """Trưởng khu phố và Ban công tác Mặt trận thống nhất: the first day."""
        at = self.town.at(self.day, 9)
        services.agree_proposal(self.head(at), vote_id=self.id, at=at)
        services.agree_proposal(self.front(at), vote_id=self.id, at=at + timedelta(minutes=20))
        return self

    def team_set(self) -> SlipDrive:
        """Lập Tổ phát phiếu: the Front leads; khu phố and a mass organisation sit in it."""
        place, at = self.story.place, self.town.at(self.day + 1, 8)
        seats = (
            ("mattran", {Capacity.FRONT}, True),
            ("truong", {Capacity.KHU_PHO}, False),
            ("thanhvien", {Capacity.MASS_BODY}, False),
        )
        members = [
            Member(self.town.staff[f"{office}.kp{place}"], frozenset(capacities), leads)
            for office, capacities, leads in seats
        ]
        services.set_team(self.head(at), vote_id=self.id, members=members, at=at)
        return self

    def announced_round(self, opens_at: datetime, closes_at: datetime) -> SlipDrive:
        """Đặt ngày, xác nhận phiếu, ban hành và gửi kế hoạch, lập phiếu, công khai: the seventh day."""
        at = self.town.at(self.day + 6, 8)
        services.schedule_vote(self.front(at), vote_id=self.id, opens_at=opens_at, closes_at=closes_at, at=at)
        digest = self.vote.text_digest
        services.confirm_text(self.head(at), vote_id=self.id, digest=digest, at=at + timedelta(minutes=20))
        services.confirm_text(self.front(at), vote_id=self.id, digest=digest, at=at + timedelta(minutes=30))
        at += timedelta(hours=1)
        place = self.story.place
        services.issue_plan(
            self.head(at),
            vote_id=self.id,
            purpose=f"Lấy ý kiến của từng hộ gia đình trước khi khu phố {place} quyết định.",
            assignment="Trưởng ban công tác Mặt trận: giữ cuống phiếu, phụ trách kiểm phiếu.\n"
            "Trưởng khu phố và thành viên Tổ: phát, thu phiếu theo từng hẻm.",
            boxes=self.town.khu_pho[place].culture_house,
            at=at,
        )
        services.send_plan(self.head(at), vote_id=self.id, at=at + timedelta(minutes=30))
        services.print_slips(self.head(at), vote_id=self.id, at=at + timedelta(hours=1))
        services.mark_slips(self.head(at), vote_id=self.id, at=at + timedelta(hours=2))
        services.publish_notice(self.front(at), vote_id=self.id, at=at + timedelta(hours=3))
        return self

    def out_and_back(self, issued: int, returned: int, until: datetime | None = None) -> SlipDrive:
        """Phát phiếu rồi thu phiếu, spread over the time slips have been out; by hand, from the box, at the door."""
        found = self.vote.rounds.get(kind="content")
        slips = list(self.vote.slips.order_by("number"))
        self._chance.shuffle(slips)
        until = until or min(found.closes_at, self.town.start)
        step = (until - found.opens_at) / (issued + returned + 1)
        at = found.opens_at
        for one in slips[:issued]:
            at += step
            services.issue_slip(self._helper(one.number, at), vote_id=self.id, slip_id=one.pk, at=at)
            self.progress(1)
        for one in slips[:returned]:
            at += step
            route = _ROUTES[one.number % len(_ROUTES)]
            services.return_slip(self._helper(one.number, at), vote_id=self.id, slip_id=one.pk, route=route, at=at)
            self.progress(1)
        return self

    def counted(self, figures: Figures, opinions: Sequence[str]) -> SlipDrive:
        """Kiểm phiếu: two people apart, an hour after the last moment, before two households."""
        at = self._after_close(hours=1)
        lines = tuple(RollLine.objects.filter(roll=self.vote.roll).order_by("pk")[5:7])
        for actor in (self.front(at), self.head(at)):
            services.enter_count(
                actor,
                vote_id=self.id,
                figures=figures,
                witnesses=(lines[0], lines[1]),
                opinions="\n".join(opinions),
                at=at,
            )
            at += timedelta(minutes=15)
        return self

    def _helper(self, number: int, at: datetime) -> Actor:
        office = ("truong", "thanhvien", "mattran")[number % 3]
        return self.town.actor(f"{office}.kp{self.story.place}", at)
