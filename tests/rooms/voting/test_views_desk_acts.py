"""Who may do what, and when: the tables below were written from the decree by hand and know nothing of the code."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client

import builders
from danchu.foundation.access import actor as actors
from danchu.foundation.access.can import can
from danchu.law import acts_aftermath, acts_elections, acts_group, acts_meeting, acts_proposals, acts_slips
from danchu.law.acts import ACTS, Act
from danchu.law.answers import Refused
from danchu.law.basis import Convention
from danchu.law.people import Role
from danchu.law.voting_acts import may
from danchu.rooms.voting import queries
from danchu.rooms.voting.services.common import begin
from rooms.voting import stages
from rooms.voting.screens import url

pytestmark = pytest.mark.django_db


def roll_due(story):
    """Posted for three full days, nobody has frozen it yet."""
    return stages.roll_shown(story).wait(timedelta(days=4))


def outage_recorded(story):
    """Open, with a recorded outage."""
    from danchu.rooms.voting import services

    stages.opened(story)
    services.record_outage(
        story.as_(story.front), vote_id=story.vote.pk, began_at=story.at, ended_at=None, what="Mất điện", at=story.at
    )
    return story


BEFORE = ("proposed", "agreed", "reported", "team_set", "roll_shown", "roll_due", "roll_frozen")
ASKED = ("form_poll_open", "form_poll_passed", "confirmed")
RUNNING = ("opened", "outage_recorded")
PREPARING = BEFORE + ASKED
LATER = ("closed", "sealed", "signed", "announced", "sent")
STAGES = (*PREPARING, "scheduled", *RUNNING, *LATER)
NO_TEAM_YET = ("proposed", "agreed", "reported")

# Which act has its place at which stage.
WHEN = {
    Act.VOTING_VOTE_PROPOSE: STAGES,
    Act.VOTING_VOTE_MANAGE: STAGES,
    Act.VOTING_VOTE_EDIT: (*BEFORE, "form_poll_passed", "confirmed"),
    Act.VOTING_PROPOSAL_AGREE: PREPARING,
    Act.VOTING_APPLICATION_CHOOSE: PREPARING,
    Act.VOTING_MEANS_RECORD: PREPARING,
    Act.VOTING_REPORT_SEND: PREPARING[1:],
    Act.VOTING_TEAM_SET: (*PREPARING[2:], "scheduled", *RUNNING, "closed"),
    Act.VOTING_ROLL_DRAW: ("reported", "team_set", "roll_shown", "roll_due"),
    Act.VOTING_ROLL_SHOW: ("roll_shown", "roll_due"),
    Act.VOTING_ROLL_REQUEST: ("roll_shown", "roll_due"),
    Act.VOTING_ROLL_CORRECT: ("roll_shown", "roll_due"),
    Act.VOTING_ROLL_FREEZE: ("roll_due",),
    Act.VOTING_FORM_POLL_OPEN: ("roll_frozen",),
    Act.VOTING_FORM_POLL_RECORD: ("roll_frozen",),
    Act.VOTING_VOTE_SCHEDULE: ("form_poll_passed", "confirmed"),
    Act.VOTING_TEXT_CONFIRM: ("confirmed",),
    Act.VOTING_NOTICE_PUBLISH: ("confirmed",),
    Act.VOTING_BALLOT_ASSIST: ("form_poll_open", *RUNNING),
    Act.VOTING_KIOSK_OPEN: ("form_poll_open", *RUNNING),
    Act.VOTING_CALL_LIST_VIEW: ("form_poll_open", *RUNNING),
    Act.VOTING_OUTAGE_RECORD: ("form_poll_open", *RUNNING),
    Act.VOTING_DISPUTE_RESOLVE: (*PREPARING, "scheduled", *RUNNING, "closed"),
    Act.VOTING_VOTE_WITHDRAW: (*BEFORE, "form_poll_passed", "confirmed", "scheduled"),
    Act.VOTING_VOTE_STOP: ("form_poll_open", *RUNNING),
    Act.VOTING_VOTE_EXTEND: ("outage_recorded",),
    Act.VOTING_VOTE_REDO: ("announced", "sent"),
    Act.VOTING_RESULT_SEAL: ("closed",),
    Act.VOTING_MINUTES_SIGN: ("sealed", "signed"),
    Act.VOTING_RESULT_ANNOUNCE: ("signed",),
    Act.VOTING_DECISION_SEND: ("announced",),
    Act.VOTING_FORM_POLL_CLOSE: (),
    Act.VOTING_VOTE_CLOSE: (),
}
# Whose ballot it is, not which stage, decides about these; they have tests of their own.
HOUSEHOLDS = {Act.VOTING_BALLOT_CAST, Act.VOTING_ENTRY_DISPUTE}

# Offices that may, and whether a member of the team (or only its leader) may.
HEADS = {"head", "front"}
WHO = {
    Act.VOTING_VOTE_PROPOSE: ({"head"}, ""),
    Act.VOTING_VOTE_MANAGE: (
        {*HEADS, "deputy", "front_member", "officer", "chair", "ward_front", "delegate"},
        "team",
    ),
    Act.VOTING_VOTE_EDIT: (HEADS, ""),
    Act.VOTING_PROPOSAL_AGREE: ({*HEADS, "deputy", "front_member"}, ""),
    Act.VOTING_APPLICATION_CHOOSE: ({"head"}, ""),
    Act.VOTING_MEANS_RECORD: (HEADS, ""),
    Act.VOTING_REPORT_SEND: (HEADS, ""),
    Act.VOTING_TEAM_SET: (HEADS, ""),
    Act.VOTING_ROLL_DRAW: ({"head"}, "team"),
    Act.VOTING_ROLL_SHOW: ({"head"}, "team"),
    Act.VOTING_ROLL_REQUEST: ("everybody", ""),
    Act.VOTING_ROLL_CORRECT: ({"head"}, "team"),
    Act.VOTING_ROLL_FREEZE: ({"head"}, "leader"),
    Act.VOTING_FORM_POLL_OPEN: (set(), "team"),
    Act.VOTING_FORM_POLL_RECORD: (set(), "team"),
    Act.VOTING_VOTE_SCHEDULE: (set(), "team"),
    Act.VOTING_TEXT_CONFIRM: (HEADS, "team"),
    Act.VOTING_NOTICE_PUBLISH: (set(), "team"),
    Act.VOTING_BALLOT_ASSIST: (set(), "team"),
    Act.VOTING_KIOSK_OPEN: (set(), "team"),
    Act.VOTING_CALL_LIST_VIEW: (set(), "team"),
    Act.VOTING_OUTAGE_RECORD: ({"operator"}, "team"),
    Act.VOTING_DISPUTE_RESOLVE: (set(), "team"),
    Act.VOTING_VOTE_WITHDRAW: (HEADS, ""),
    Act.VOTING_VOTE_STOP: ({"head"}, "team"),
    Act.VOTING_VOTE_EXTEND: ({"head"}, "team"),
    Act.VOTING_VOTE_REDO: (HEADS, ""),
    Act.VOTING_RESULT_SEAL: (set(), "leader"),
    Act.VOTING_MINUTES_SIGN: (HEADS, "team"),
    Act.VOTING_RESULT_ANNOUNCE: ({"head"}, "team"),
    Act.VOTING_DECISION_SEND: ({"head"}, ""),
    Act.VOTING_FORM_POLL_CLOSE: (set(), ""),
    Act.VOTING_VOTE_CLOSE: (set(), ""),
}
TEAM, LEADER = {"head", "front", "it"}, {"front"}
OFFICES = {
    "deputy": Role.DEPUTY_HEAD,
    "front_member": Role.FRONT_MEMBER,
    "chair": Role.WARD_CHAIR,
    "ward_front": Role.WARD_FRONT,
    "delegate": Role.DELEGATE,
    "observer": Role.OBSERVER,
}


def expected(act, name, who):
    offices, relation = WHO[act]
    if name not in WHEN[act]:
        return False
    if offices == "everybody":
        return who != "other_ward"
    related = {"team": TEAM, "leader": LEADER}.get(relation, set()) if name not in NO_TEAM_YET else set()
    return who in offices or who in related


def brought(stage, name):
    """The story at the stage of that name; some stand beside the main road."""
    beside = {
        "roll_due": (stages.team_set, roll_due),
        "form_poll_open": (stages.roll_frozen, stages.form_poll_open),
        "outage_recorded": (stages.scheduled, outage_recorded),
    }
    if name not in beside:
        return stage(getattr(stages, name))
    main, step = beside[name]
    return step(stage(main))


def people_of(story):
    """Every kind of person there is, as actors."""
    far = builders.make_khu_pho(story.ward, 5)
    strangers = builders.make_ward("Phú Mỹ")
    found = {name: story.as_(getattr(story, name)) for name in ("head", "front", "it", "officer")}
    for name, role in OFFICES.items():
        found[name] = story.as_(builders.make_staff(story.ward, role, khu_pho=story.khu_pho))
    found["operator"] = actors.staff(
        builders.make_staff(story.ward, Role.OPERATOR, khu_pho=story.khu_pho), story.ward.pk, story.at
    )
    found["other_head"] = story.as_(builders.make_staff(story.ward, Role.HEAD, Role.FRONT_HEAD, khu_pho=far))
    found["other_ward"] = builders.actor_for(builders.make_staff(strangers, Role.WARD_OFFICER), story.at)
    found["household"] = story.household(0)
    found["nobody"] = actors.ANONYMOUS
    return found


def test_tables_speak_of_every_act():
    """Those of a part with tables of its own (slips, meetings, proposals, secret votes, ...) are there."""
    parts = (acts_aftermath, acts_elections, acts_group, acts_meeting, acts_proposals, acts_slips)
    elsewhere = {Act(name) for part in parts for name in part.RULES}
    secret = {act for act in Act if ACTS[act].basis == Convention("secret")}
    voting = {act for act in Act if act.startswith("voting.")}

    assert set(WHEN) | HOUSEHOLDS == voting - elsewhere - secret
    assert set(WHO) == set(WHEN)


@pytest.mark.parametrize("name", STAGES)
def test_acts_are_for_some_at_some_time(stage, name):
    story = brought(stage, name)
    wrong = []
    vote = story.reload()
    subject, facts = queries.subject_of(vote), queries.facts_of(vote, story.at)
    for who, actor in people_of(story).items():
        for act in WHEN:
            allowed = bool(can(actor, act, subject)) and bool(may(act, facts, story.at))
            if allowed != expected(act, name, who):
                wrong.append((who, str(act), allowed))

    assert wrong == []


@pytest.mark.parametrize("name", ["reported", "roll_due", "confirmed", "outage_recorded", "signed"])
def test_services_begin_with_the_same_answer(stage, name):
    story = brought(stage, name)
    wrong = []
    for who in ("head", "it", "officer"):
        actor = story.as_(getattr(story, who))
        for act in WHEN:
            try:
                with transaction.atomic():
                    begin(actor, act, story.vote.pk, story.at)
                allowed = True
            except Refused:
                allowed = False
            if allowed != expected(act, name, who):
                wrong.append((who, str(act), allowed))

    assert wrong == []


# The page of an act: its address, and whether it is a form to open or a button to press.
PAGES = {
    Act.VOTING_VOTE_MANAGE: ("ho-so/", "get"),
    Act.VOTING_VOTE_EDIT: ("ho-so/noi-dung/", "get"),
    Act.VOTING_PROPOSAL_AGREE: ("ho-so/dong-y/", "post"),
    Act.VOTING_APPLICATION_CHOOSE: ("ho-so/ung-dung/", "post"),
    Act.VOTING_MEANS_RECORD: ("ho-so/dieu-kien/", "get"),
    Act.VOTING_REPORT_SEND: ("ho-so/bao-cao/", "post"),
    Act.VOTING_TEAM_SET: ("ho-so/to/", "get"),
    Act.VOTING_ROLL_DRAW: ("ho-so/danh-sach/lap/", "post"),
    Act.VOTING_ROLL_SHOW: ("ho-so/danh-sach/niem-yet/", "post"),
    Act.VOTING_ROLL_FREEZE: ("ho-so/danh-sach/chot/", "post"),
    Act.VOTING_FORM_POLL_OPEN: ("ho-so/hinh-thuc/", "get"),
    Act.VOTING_FORM_POLL_RECORD: ("ho-so/hinh-thuc/cuoc-hop/", "get"),
    Act.VOTING_VOTE_SCHEDULE: ("ho-so/thoi-gian/", "get"),
    Act.VOTING_TEXT_CONFIRM: ("ho-so/loi-van/", "get"),
    Act.VOTING_NOTICE_PUBLISH: ("ho-so/thong-bao/", "post"),
    Act.VOTING_OUTAGE_RECORD: ("ho-so/su-co/", "get"),
    Act.VOTING_VOTE_WITHDRAW: ("ho-so/rut/", "get"),
    Act.VOTING_VOTE_STOP: ("ho-so/dung/", "get"),
    Act.VOTING_VOTE_EXTEND: ("ho-so/gia-han/", "get"),
    Act.VOTING_VOTE_REDO: ("ho-so/lam-lai/", "get"),
    Act.VOTING_BALLOT_ASSIST: ("ho-so/lam-giup/", "get"),
    Act.VOTING_CALL_LIST_VIEW: ("ho-so/ho-can-moi/", "get"),
    Act.VOTING_RESULT_SEAL: ("ho-so/niem-phong/", "get"),
    Act.VOTING_MINUTES_SIGN: ("ho-so/chu-ky/", "get"),
    Act.VOTING_RESULT_ANNOUNCE: ("ho-so/cong-bo/", "post"),
    Act.VOTING_DECISION_SEND: ("ho-so/gui-phuong/", "post"),
}


def clients_of(story):
    """Browsers in which people are logged in, and one in which nobody is."""
    officer = story.officer
    deputy = builders.make_staff(story.ward, Role.DEPUTY_HEAD, khu_pho=story.khu_pho)
    far = builders.make_staff(story.ward, Role.HEAD, khu_pho=builders.make_khu_pho(story.ward, 6))
    people = {"head": story.head, "front": story.front, "it": story.it, "officer": officer, "deputy": deputy}
    found = {}
    for who, person in {**people, "other_head": far}.items():
        found[who] = Client()
        builders.log_in(found[who], person)
    found["nobody"] = Client()
    found["household"] = Client()
    builders.log_in_household(found["household"], story.households[0])
    return found


@pytest.mark.parametrize(
    "name",
    ["proposed", "roll_due", "roll_frozen", "confirmed", "outage_recorded", "closed", "signed", "sent"],
)
def test_pages_answer_as_the_tables_say(stage, name):
    story = brought(stage, name)
    wrong = []
    for who, client in clients_of(story).items():
        for act, (page, method) in PAGES.items():
            mark = transaction.savepoint()
            response = getattr(client, method)(url(story, page))
            transaction.savepoint_rollback(mark)
            done = response.status_code in {200, 303}
            if done != expected(act, name, who):
                wrong.append((who, page, response.status_code))
            if not done and who in {"nobody", "household"} and response.status_code == 302:
                assert "dang-nhap" in response["Location"] or "/the/" in response["Location"]
            elif not done:
                assert response.status_code in {302, 403, 404, 409}, (who, page)

    assert wrong == []
