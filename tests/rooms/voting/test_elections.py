"""Elections and dismissals: the calendar back from the meeting, who may stand, who is elected, what follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import builders
from danchu.foundation import clock
from danchu.foundation.access.models import Mandate
from danchu.foundation.duties.models import Duty
from danchu.law.people import Role
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Candidate, Election, Recognition, Vote
from danchu.rooms.voting.services.elections import Listed
from rooms.voting import afterwards, stages
from rooms.voting.screens import come, text
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]
HEAD = {"permanent": True, "lives_here": True, "fit": True, "accepts": True}
MEMBER = {"permanent": True, "fit": True, "volunteers": True}
DAY = date(2026, 11, 22)  # twenty days after the start
BASE = "/bieu-quyet/bau-cu/"


@pytest.fixture
def story(tell, monkeypatch):
    """A khu phố of ten households on Monday 2/11/2026: six must agree to a candidate, five to a petition."""
    monkeypatch.setattr(clock, "now", lambda: stages.START)
    told = afterwards.people_of_ward(tell(None, 10))
    monkeypatch.setattr(clock, "now", lambda: told.at)
    return told


def plan(story, day=DAY):
    return services.plan_election(
        story.as_(story.extra["chair"]), khu_pho=story.khu_pho, day=day, number="12/QĐ-UBND", at=story.at
    )


def stand(story, election, name, *, answers=None, born_on=date(1980, 5, 1), how="listed"):
    return services.add_candidate(
        story.as_(story.front),
        election_id=election.pk,
        name=name,
        born_on=born_on,
        nomination=how,
        answers=HEAD if answers is None else answers,
        at=story.at,
    )


def record(story, election, *, party=True, agreed=True, **days):
    return services.record_election(
        story.as_(story.officer), election_id=election.pk, party_view=party, team_agreed=agreed, days=days, at=story.at
    )


def team(story, election, *members):
    return services.set_election_team(story.as_(story.officer), election_id=election.pk, members=members, at=story.at)


def missing(election):
    """What the calendar still misses."""
    election.refresh_from_db()
    return [check.answer.code for gate in queries.election_gates(election) for check in gate.checks if not check.answer]


def count(story, election, *figures):
    rows = queries.candidates_of(election)
    votes = {one.pk: yes for one, yes in zip(rows, figures, strict=True)}
    return services.count_candidates(story.as_(story.front), election_id=election.pk, votes=votes, at=story.at)


@pytest.mark.rule("elect.plan", "elect.candidates", "elect.team", "elect.notice")
def test_the_calendar_runs_back_from_the_meeting(story):
    assert refused(lambda: plan(story, DAY - timedelta(days=1))) == "elections.plan_in_time"
    election = plan(story)
    assert (election.vote.matter, election.vote.purpose, election.vote.form) == ("D4", "elect", "meeting")
    assert refused(lambda: plan(story, DAY + timedelta(days=9))) == "elections.going_on"
    last = queries.last_days(election)
    assert [(DAY - last[key].end).days for key in ("plan", "candidates", "team", "notice")] == [20, 15, 10, 7]

    stand(story, election, "Võ Thị Én")
    assert "elections.candidates_done" in missing(election)
    leader = Listed("Trần Văn Mặt", front=True, leader=True)
    assert refused(lambda: team(story, election, Listed("Trần Văn Mặt", leader=True))) == "elections.team_leader"
    assert refused(lambda: team(story, election, leader, Listed("Võ Thị Én"))) == "elections.team_candidate"
    team(story, election, leader, Listed("Lê Văn Tư"))
    assert refused(lambda: stand(story, election, "Lê Văn Tư")) == "elections.team_member"
    tomorrow = clock.day(story.at) + timedelta(days=1)
    assert refused(lambda: record(story, election, noticed_on=tomorrow)) == "aftermath.day_to_come"

    story.wait(timedelta(days=16))  # four days before the meeting
    on = {"minutes_sent_on": date(2026, 11, 7), "team_set_on": date(2026, 11, 12), "noticed_on": date(2026, 11, 16)}
    record(story, election, **on)
    assert missing(election) == ["elections.notice_in_time"]
    record(story, election, **{**on, "noticed_on": date(2026, 11, 15)})

    assert missing(election) == []


@pytest.mark.rule("head.standard", "elect.no_winner", "pass.D3456")
def test_who_may_stand_and_who_is_elected(story):
    election = plan(story)
    for key, code in (
        ("permanent", "elections.permanent"),
        ("lives_here", "elections.lives_here"),
        ("fit", "elections.not_fit"),
        ("accepts", "elections.not_accepted"),
    ):
        answers = {**HEAD, key: False}
        assert refused(lambda given=answers: stand(story, election, "Võ Thị Én", answers=given)) == code
    assert refused(lambda: stand(story, election, "Võ Thị Én", born_on=date(2010, 1, 1))) == "elections.too_young"
    stand(story, election, "Võ Thị Én")
    assert refused(lambda: stand(story, election, "Vo Thi En")) == "elections.listed_already"
    stand(story, election, "Lê Văn Tư", how="self")
    gone = stand(story, election, "Bùi Văn Ba")
    services.withdraw_candidate(story.as_(story.front), candidate_id=gone.pk, at=story.at)
    assert refused(lambda: count(story, election, 5, 5)) == "elections.before_meeting"
    story.wait(timedelta(days=20))
    assert (
        refused(
            lambda: services.count_candidates(story.as_(story.front), election_id=election.pk, votes={}, at=story.at)
        )
        == "elections.figures_missing"
    )
    assert refused(lambda: count(story, election, 6, 5)) == "count.over_households"
    assert Candidate.objects.filter(yes__isnull=False).count() == 0

    count(story, election, 5, 5)
    said = queries.elected_in(election, story.at)
    assert (said.filled, said.rule, said.needed) == (False, "elect.no_winner", 6)
    count(story, election, 6, 4)

    assert [Candidate.objects.get(pk=one).name for one in queries.elected_in(election, story.at).elected] == [
        "Võ Thị Én"
    ]


@pytest.mark.rule("dismiss.grounds", "dismiss.petition")
def test_a_dismissal_needs_one_of_three_grounds(story):
    def begin(**grounds):
        given = {"own_request": False, "front_proposes": False, "petition": 0, **grounds}
        return services.open_dismissal(story.as_(story.front), khu_pho=story.khu_pho, day=DAY, at=story.at, **given)

    assert refused(begin) == "dismissal.no_ground"
    assert refused(lambda: begin(petition=4)) == "dismissal.no_ground"
    assert refused(lambda: begin(petition=11)) == "dismissal.petition_over"

    election = begin(petition=5)

    assert (election.vote.matter, election.vote.purpose) == ("D4", "dismiss")
    assert queries.dismissal_called(election, story.at).convenor.value == "FRONT_HEAD"
    assert refused(lambda: stand(story, election, "Võ Thị Én")) == "elections.none_in_dismissal"
    past = lambda: services.open_dismissal(  # noqa: E731
        story.as_(story.head),
        khu_pho=story.khu_pho,
        day=date(2026, 11, 1),
        own_request=True,
        front_proposes=False,
        petition=0,
        at=story.at,
    )
    assert refused(past) == "elections.day_past"


@pytest.mark.rule("dismiss.new_election", "dismiss.interim")
def test_after_a_recognised_dismissal_an_interim_head_and_a_new_election(tell, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: stages.START)
    told = tell(stages.opened)
    stages.voted(told, yes=8, no=0, other=0)
    for step in (stages.closed, stages.sealed, stages.signed, stages.announced):
        step(told)
    monkeypatch.setattr(clock, "now", lambda: told.at)
    afterwards.sent(told, "D4", purpose="dismiss")
    today = clock.day(told.at)
    election = Election.objects.create(
        ward=told.ward, vote=told.vote, kind="dismiss", day=today, own_request=True, set_by=told.front, set_at=told.at
    )

    def appoint(*, agrees=True):
        return services.appoint_interim(
            told.as_(told.extra["chair"]),
            election_id=election.pk,
            name="Nguyễn Văn Tạm",
            on=today,
            front_agrees=agrees,
            at=told.at,
        )

    assert refused(appoint) == "dismissal.head_in_office"
    afterwards.recognise(told)
    assert refused(lambda: appoint(agrees=False)) == "dismissal.front_first"
    appoint()

    running = {one.rule: one for one in Duty.objects.filter(subject=f"khu_pho:{told.khu_pho.pk}:head", done_at=None)}
    assert (running["dismiss.new_election"].due - today).days in range(60, 64)  # a day off moves the last day
    assert running["dismiss.interim"].due == date(today.year + 1, today.month - 6, today.day)
    assert {one.owed_by for one in running.values()} == {Role.WARD_CHAIR}
    assert Recognition.objects.get().granted

    plan(told, today + timedelta(days=30))

    assert Duty.objects.get(rule="dismiss.new_election").done_at == told.at


@pytest.mark.rule("bttnd.elect", "bttnd.standard", "bgs.elect", "bgs.standard")
def test_members_of_the_boards_answer_the_conditions_of_the_law(story):
    def call(board, seats=2, day=DAY):
        return services.call_board(
            story.as_(story.head), khu_pho=story.khu_pho, board=board, day=day, seats=seats, at=story.at
        )

    assert refused(lambda: call("inspectorate", 0)) == "elections.no_seats"
    inspect, invest = call("inspectorate"), call("investment", 1)
    assert (inspect.vote.matter, inspect.vote.purpose) == ("D5", "")
    for election, wrong, code in (
        (inspect, {"official": True}, "boards.official"),
        (inspect, {"part_time": True}, "boards.part_time"),
        (inspect, {"volunteers": False}, "boards.volunteers"),
        (invest, {"relative": True}, "boards.relative"),
        (invest, {"permanent": False}, "boards.permanent"),
    ):
        answers = {**MEMBER, **wrong}
        found = refused(lambda one=election, given=answers: stand(story, one, "Lê Văn Tư", answers=given))
        assert found == code
    stand(story, inspect, "Lê Văn Tư", answers={**MEMBER, "relative": True}, born_on=None)
    for name in ("Võ Thị Én", "Bùi Văn Ba"):
        stand(story, inspect, name, answers=MEMBER, born_on=None)
    story.wait(timedelta(days=20))
    count(story, inspect, 7, 9, 5)

    said = queries.elected_in(inspect, story.at)

    assert (len(said.elected), said.filled) == (2, True)


def test_the_pages_of_an_election(story):
    chair, front, officer = come(story.extra["chair"]), come(story.front), come(story.officer)
    near = {"khu_pho": story.khu_pho.slug, "number": "12/QĐ", "day_0": 5, "day_1": 11, "day_2": 2026}
    assert chair.post(f"{BASE}truong-khu-pho/", near).status_code == 409
    assert chair.post(f"{BASE}truong-khu-pho/", {**near, "number": ""}).status_code == 422
    sent = chair.post(f"{BASE}truong-khu-pho/", {**near, "day_0": 22})
    assert sent.status_code == 303
    assert "Chậm nhất Chủ nhật, 15/11/2026" in text(officer.get(sent.url))
    given = {"name": "Võ Thị Én", "nomination": "listed", "born_on_0": 1, "born_on_1": 5, "born_on_2": 1980}
    answers = dict.fromkeys(HEAD, "on")
    assert front.post(f"{sent.url}ung-cu/", given).status_code == 409
    assert front.post(f"{sent.url}ung-cu/", given | answers).status_code == 303
    assert officer.post(f"{sent.url}to-bau-cu/", {"leader": "Trần Văn Mặt", "members": "Võ Thị Én"}).status_code == 409
    assert officer.post(f"{sent.url}to-bau-cu/", {"leader": "Trần Văn Mặt", "members": "Lê Văn Tư"}).status_code == 303
    assert officer.post(f"{sent.url}cac-buoc/", {"party_view": "on", "team_agreed": "on"}).status_code == 303
    one = Candidate.objects.get()
    assert "Rút tên Võ Thị Én" in text(front.get(sent.url))
    assert front.post(f"{sent.url}so-phieu/", {f"so_{one.pk}": "6"}).status_code == 409
    story.wait(timedelta(days=20))
    assert front.post(f"{sent.url}so-phieu/", {f"so_{one.pk}": "6"}).status_code == 303
    assert "1/1 người trúng cử" in text(front.get(sent.url))
    assert front.post(f"{sent.url}ung-cu/99/rut/").status_code == 404
    assert "Lịch bầu và người ứng cử" in text(front.get(f"/bieu-quyet/{Vote.objects.get().slug}/ho-so/"))


def test_the_pages_of_a_dismissal_and_of_a_board(story):
    front = come(story.front)
    day = {"day_0": 22, "day_1": 11, "day_2": 2026}
    assert front.post(f"{BASE}cho-thoi/", {**day, "petition": "4"}).status_code == 409
    sent = front.post(f"{BASE}cho-thoi/", {**day, "petition": "0", "front_proposes": "on"})
    page = text(front.get(sent.url))
    assert "Trưởng ban công tác Mặt trận đề nghị" in page
    officer = come(story.officer)
    interim = {"name": "Tạm", "on_0": 2, "on_1": 11, "on_2": 2026, "front_agrees": "on"}
    assert officer.post(f"{sent.url}lam-thoi/", interim).status_code == 409
    board = front.post(f"{BASE}thanh-vien-ban/", {**day, "board": "investment", "seats": "2"})
    assert board.status_code == 303
    assert "Ban Giám sát đầu tư" in text(front.get(board.url))
    plain = stages.proposed(story)
    assert front.get(f"/bieu-quyet/{plain.vote.slug}/ho-so/bau-cu/").status_code == 404


def test_one_person_holding_both_offices_does_not_propose_the_own_dismissal(story):
    khu_pho = builders.make_khu_pho(story.ward, 4)
    builders.make_households(khu_pho, 4)
    both = builders.make_staff(story.ward, Role.HEAD, khu_pho=khu_pho)
    held = Mandate.objects.get(staff=both)
    held.pk, held.role = None, Role.FRONT_HEAD
    held.save()
    begin = lambda: services.open_dismissal(  # noqa: E731
        story.as_(both),
        khu_pho=khu_pho,
        day=DAY,
        own_request=False,
        front_proposes=True,
        petition=0,
        at=story.at,
    )
    assert refused(begin) == "dismissal.no_ground"
