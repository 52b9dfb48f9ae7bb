"""Two wards, a vote, and one visitor of every kind: what the matrix of addresses and roles is asked of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from django_scopes import scope

import builders
from danchu.foundation.access.models import Mandate
from danchu.foundation.accounts.models import Staff
from danchu.foundation.people import drafts
from danchu.law.acts import Act
from danchu.law.people import Role
from danchu.rooms.voting import services
from danchu.rooms.voting.models import Slip
from house import disclosed, hall
from house.test_urls import addresses
from rooms.voting import afterwards, gathering, stages

HERE, THERE = "phuong-day.example", "phuong-khac.example"
ROLL = "Số hộ,Chủ hộ,Người đại diện,Địa chỉ\n3-901,Võ Thị Én,Võ Thị Én,số 1\n".encode()
WITHOUT_NUMBER = {
    "advisor",
    "advisor-calendar",
    "board-call",
    "dismissal",
    "election-plan",
    "initiative-file",
    "initiative-list",
    "initiative-paper",
    "ward-list",
    "ward-propose",
}
VISITORS = (
    "anonymous",
    "household",  # of the vote's khu phố
    "household_elsewhere",  # of another khu phố
    "household_stranger",  # of another ward
    "head",
    "front",
    "team",  # a member of the vote's team without any mandate
    "head_elsewhere",
    "officer",
    "officer_stranger",
    "delegate",
    "observer",
    "operator",
)


@dataclass
class World:
    """The rows, and the session of each visitor."""

    story: stages.Story
    sessions: dict[str, str]
    ids: dict[str, Any]
    people: dict[str, Staff]

    def kwargs(self, name: str) -> dict[str, Any]:
        """What belongs into an address: always of this ward, this khu phố, this vote, and really there."""
        story = self.story
        short = name.rpartition(":")[2]
        vote = {"slug": story.vote.slug}
        place = {"slug": story.khu_pho.slug}
        special: dict[str, Callable[[], dict[str, Any]]] = {
            "khu-pho": lambda: place,
            "rate": lambda: {"service": "procedure"},
            "thanks": lambda: {"service": "procedure"},
            "schema": lambda: {"name": "votes"},
            "publication": lambda: {"key": "khong-co"},
            "vote": lambda: vote,
            "table": lambda: {"name": "places"},
            "khu-pho-feed": lambda: place,
            "khu-pho-feed-rss": lambda: place,
            "khu-pho-calendar": lambda: place,
            "archive-year": lambda: {"year": 1999},
            "sitemap-year": lambda: {"year": 1999},
            "public-file": lambda: {"sha256": "0" * 64, "name": "khong-co.pdf"},
            "demo-start": lambda: {"token": "x" * 22},
            "card-link": lambda: {"token": self.ids["card"]},
            "one-time-link": lambda: {"token": self.ids["link"]},
            "staff-reset": lambda: {"staff_id": story.it.pk},
            "staff-reopen": lambda: {"staff_id": story.it.pk},
            "staff-disable": lambda: {"staff_id": story.it.pk},
            "mandate-end": lambda: {"mandate_id": self.ids["mandate"]},
            "ward-setting": lambda: {"key": "roll.display_days"},
            "paper-template": lambda: {"kind": "minutes-03"},
            "paper-layout": lambda: {"kind": "minutes-03"},
            "paper-template-download": lambda: {"kind": "minutes-03"},
            "paper-template-activate": lambda: {"kind": "minutes-03", "template_id": 1},
            "khu-pho-households": lambda: place,
            "propose-form": lambda: {"matter": "D6"},
            "propose-text": lambda: {"matter": "D6", "form": "truc-tuyen"},
            "roll-decide": lambda: {**vote, "request_id": self.ids["roll_request"]},
            "roll-answer": lambda: {**vote, "code": self.ids["roll_code"]},
            "request-agree": lambda: {**vote, "request_id": self.ids["request"]},
            "request-drop": lambda: {**vote, "request_id": self.ids["request"]},
            "resolve": lambda: {**vote, "dispute_id": self.ids["dispute"]},
            "assist-start": lambda: {**vote, "line_id": self.ids["line"]},
            "group-answer": lambda: {**vote, "line_id": self.ids["line"]},
            "slip": lambda: {**vote, "number": self.ids["slip"].number},
            "slip-issue": lambda: {**vote, "number": self.ids["slip"].number},
            "slip-return": lambda: {**vote, "number": self.ids["slip"].number, "route": "tan-tay"},
            "slip-replace": lambda: {**vote, "number": self.ids["slip"].number},
            "stub": lambda: {**vote, "token": self.ids["slip"].token},
            "paper": lambda: {**vote, "kind": "roll-sheet", "ext": "pdf"},
            "rendition-audio": lambda: {"digest": "0" * 64},
            "rendition-picture": lambda: {"digest": "0" * 64},
            "petition-answer": lambda: {**vote, "code": "00000000"},
            "petition-reply": lambda: {**vote, "petition_id": 1},
            "candidate-withdraw": lambda: {"slug": self.ids["election"], "candidate_id": 1},
            "task": lambda: {**vote, "task_id": 1},
            "receipt-check": lambda: {"tracker": self.ids["tracker"]},
        }
        if name.startswith("disclosure:"):
            return self._disclosure(short)
        if name == "file":
            return {"file_id": self.ids["file"]}
        if short in special:
            return special[short]()
        if name.startswith("voting:"):
            return self._of_a_hall(name, short) or self._voting(short)
        if name.startswith("roll-") and name.endswith("-ward"):
            return self._draft(name, story.officer.pk, None)
        if name.startswith("roll-"):
            return place | self._draft(name, story.head.pk, story.khu_pho.pk)
        if name == "household-create":
            return place
        if name.startswith("household") and name not in {"household-home", "household-places"}:
            return {"household_id": story.households[0].pk}
        return {}

    def _voting(self, short: str) -> dict[str, Any]:
        if short in {"propose", "list", "start", "meeting-plan"} | WITHOUT_NUMBER:
            return {}
        if short.startswith("initiative"):
            return {"initiative": self.ids["initiative"]}
        if short in {"election", "interim"} or short.startswith(("candidate-", "election-")):
            return {"slug": self.ids["election"]}
        if short.startswith("ward-"):
            return {"decision": self.ids["ward_decision"]}
        return {"slug": self.story.vote.slug}

    def _of_a_hall(self, name: str, short: str) -> dict[str, Any]:
        """What stands in the address of a meeting."""
        ids = self.ids["hall"]
        if short in {"vote-meeting", "slips-follow"}:
            return {"slug": ids["vote"]}
        route = next((route for one, route, _ in addresses(get_resolver().url_patterns) if one == name), "")
        return {key: ids[key] for key in re.findall(r"<\w+:(\w+)>", route)} if "cuoc-hop/<" in route else {}

    def _disclosure(self, short: str) -> dict[str, Any]:
        ids = self.ids["disclosure"]
        if short.endswith("-paper"):
            named = {"plan": "plan_id", "report": "report_id", "request": "request_id", "list": "slug"}
            what = short.removesuffix("-paper")
            return {named[what]: ids[what], "ext": "pdf"}
        if short in {"record"}:
            return {"slug": ids["slug"], "key": ids["key"]}
        if short in {"prove", "end"}:
            return {"slug": ids["slug"], "posting_id": ids["posting"]}
        if short == "edit":
            return {"slug": ids["draft"]}
        if short in {"desk", "publish", "correct", "withdraw", "entry", "wrong"}:
            return {"slug": ids["slug"]}
        if short.startswith("request-") and short not in {"request-new", "request-file", "request-letter"}:
            return {"request_id": ids["request"]}
        special = {
            "place-end": {"place_id": ids["place"]},
            "plan-adopt": {"plan_id": ids["plan"]},
            "report-send": {"report_id": ids["report"]},
            "request": {"code": ids["code"]},
            "request-letter": {"code": ids["code"]},
            "request-file": {"code": ids["code"], "letter_id": 1},
        }
        return special.get(short, {})

    def _draft(self, name: str, staff_id: int, khu_pho_id: int | None) -> dict[str, str]:
        if name.startswith(("roll-upload", "roll-template")):
            return {}
        kept = drafts.keep(
            ROLL,
            ward_id=self.story.ward.pk,
            staff_id=staff_id,
            khu_pho_id=khu_pho_id,
            filename="danh-sach.csv",
            at=self.story.at,
        )
        return {"token": kept.token}

    def knock(self, visitor: str, method: str, name: str, **kwargs: Any) -> str:
        """One request; what it does is undone. One letter for what came of it (see ``letter``)."""
        address = reverse(name, kwargs=kwargs or self.kwargs(name))
        client = Client(SERVER_NAME=HERE)
        if self.sessions[visitor]:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[visitor]
        with undone():
            answer = getattr(client, method)(address)
            if answer.streaming:
                list(answer.streaming_content)  # read to its end, a file is closed
            return letter(answer)


def letter(answer: HttpResponse) -> str:
    """``o`` open (a page, a sentence why not now, a form to be corrected), else how the door stays shut."""
    where = answer.headers.get("Location", "")
    if where.startswith(("/dang-nhap/?", "/the/?")):
        return "c" if where.startswith("/the/") else "l"
    return {403: "f", 404: "n", 405: "m"}.get(answer.status_code, "o")


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is not kept."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def build(now: Callable[[Callable[[], Any]], None]) -> World:
    """The vote is open; a household has voted and disputes its entry; two people are asked to stop the vote."""
    story = stages.people(6)
    now(lambda: story.at)
    story.ward.host = HERE
    story.ward.save()
    elsewhere = builders.make_khu_pho(story.ward, 5)
    stranger = builders.make_ward("An Phú", host=THERE)
    foreign = builders.make_khu_pho(stranger, 1)
    people = {
        "head": story.head,
        "front": story.front,
        "team": story.it,
        "head_elsewhere": builders.make_staff(story.ward, Role.HEAD, khu_pho=elsewhere),
        "officer": story.officer,
        "officer_stranger": builders.make_staff(stranger, Role.WARD_OFFICER),
        "delegate": builders.make_staff(story.ward, Role.DELEGATE),
        "observer": builders.make_staff(story.ward, Role.OBSERVER),
        "operator": builders.make_staff(None),
    }
    builders.give_mandate(people["operator"], Role.OPERATOR, ward=story.ward)
    with scope(ward=story.ward):
        for step in stages.STAGES:
            step(story)
            if step is stages.roll_shown:
                asked = services.request_roll_correction(
                    story.household(0),
                    vote_id=story.vote.pk,
                    name="Nguyễn Văn An",
                    address="số 1",
                    phone="",
                    words="Sai tên.",
                    at=story.at,
                )
                services.correct_roll(
                    story.as_(story.head),
                    vote_id=story.vote.pk,
                    request_id=asked.pk,
                    accepted=False,
                    answer="Tên đúng giấy tờ.",
                    at=story.at,
                )
            if step is stages.opened:
                break
        ids = _rows(story, asked)
    homes = {
        "household": (story.households[0], HERE),
        "household_elsewhere": (builders.make_household(elsewhere), HERE),
        "household_stranger": (builders.make_household(foreign), THERE),
    }
    sessions = {"anonymous": ""}
    for visitor, (home, host) in homes.items():
        client = Client(SERVER_NAME=host)
        builders.log_in_household(client, home)
        sessions[visitor] = client.cookies[settings.SESSION_COOKIE_NAME].value
    for visitor, person in people.items():
        client = Client(SERVER_NAME=HERE)
        builders.log_in(client, person)
        sessions[visitor] = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert Session.objects.count() == len(VISITORS) - 1
    return World(story, {visitor: sessions[visitor] for visitor in VISITORS}, ids, people)


def neighbour(world: World) -> stages.Story:
    """The khu phố next door has a vote of its own, open as well; its head is ``head_elsewhere``."""
    story = world.story
    head = world.people["head_elsewhere"]
    with scope(ward=story.ward):
        khu_pho = Mandate.objects.get(staff=head).khu_pho
        made = stages.Story(
            ward=story.ward,
            khu_pho=khu_pho,
            households=builders.make_households(khu_pho, 4),
            head=head,
            front=builders.make_staff(story.ward, Role.FRONT_HEAD, khu_pho=khu_pho),
            it=builders.make_staff(story.ward),
            officer=story.officer,
            at=story.at - 5 * stages.DAY - timedelta(hours=1),
        )
        for step in stages.STAGES:
            step(made)
            if step is stages.opened:
                return made
    raise AssertionError


def _rows(story: stages.Story, asked: Any) -> dict[str, Any]:
    from danchu.foundation.accounts.services import staff as accounts

    ballot = story.cast(0)
    dispute = services.dispute_entry(
        story.household(0), round_id=story.round().pk, words="Hộ tôi chưa gửi.", at=story.at
    )
    request = services.ask_two_person_act(
        story.as_(story.head), vote_id=story.vote.pk, act=Act.VOTING_VOTE_STOP, reason="Nhầm nội dung.", at=story.at
    )
    return {
        "card": builders.make_card(story.households[2], story.at).token,
        "link": accounts.reset_staff(
            story.as_(story.officer), staff=builders.make_staff(story.ward, name="Đỗ Văn Mới"), at=story.at
        ),
        "mandate": Mandate.objects.get(staff=story.front).pk,
        "file": story.paper().pk,
        "roll_request": asked.pk,
        "roll_code": asked.code,
        "request": request.pk,
        "dispute": dispute.pk,
        "line": story.line(1).pk,
        "tracker": ballot.tracker,
        "slip": Slip.objects.create(ward=story.ward, vote=story.vote, line=story.line(1), number=7, token="7" * 32),
        "disclosure": disclosed.rows(story),
        "initiative": gathering.filed(story).slug,
        "election": afterwards.election_of_a_board(story).vote.slug,
        "ward_decision": afterwards.matter_of_ward(story).slug,
        "hall": hall.rows(story),
    }
