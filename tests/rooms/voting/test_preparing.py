"""From the proposal to the notice: roll, form poll, text."""

from __future__ import annotations

from datetime import timedelta

import pytest

import builders
from danchu.foundation.access import actor as actors
from danchu.foundation.people.models import Member, RollRequest
from danchu.law.people import Capacity, Role
from danchu.law.states import Choice, RoundKind, State
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.services.prepare import Member as TeamMember
from rooms.voting import stages
from rooms.voting.stages import DAY, WORDING
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.mark.parametrize("matter", ["D1", "D2", "D3", "D4", "D5"])
@pytest.mark.rule("form.online_only_D6")
def test_propose_other_matters_online_is_refused(tell, matter):
    story = tell()

    code = refused(
        lambda: services.propose_vote(
            story.as_(story.head), khu_pho=story.khu_pho, wording=WORDING, matter=matter, at=story.at
        )
    )

    assert code == "voting.matter_online"


@pytest.mark.rule("propose.kp")
def test_propose_belongs_to_the_head_of_that_khu_pho(tell):
    story = tell()
    other = builders.make_khu_pho(story.ward, 5)

    for person, where in ((story.front, story.khu_pho), (story.officer, story.khu_pho), (story.head, other)):
        call = lambda person=person, where=where: services.propose_vote(  # noqa: E731
            story.as_(person), khu_pho=where, wording=WORDING, matter="D6", at=story.at
        )
        assert refused(call) == "access.role"


def test_two_votes_of_one_title_get_two_addresses(tell):
    story = tell(stages.proposed)
    first = story.vote.slug

    stages.proposed(story)

    assert first == "tong-ve-sinh-sang-chu-nhat-dau-thang"
    assert story.vote.slug.startswith(first + "-")


def test_a_mandate_that_ended_no_longer_agrees(tell):
    story = tell(stages.proposed)
    story.head.mandates.update(valid_to="2026-11-02")

    assert refused(lambda: stages.agreed(story)) == "access.role"


@pytest.mark.rule("online.cond")
def test_mandates_of_the_day_count_for_agreement(tell):
    story = tell(stages.proposed)
    builders.give_mandate(story.head, Role.FRONT_HEAD, khu_pho=story.khu_pho)

    services.agree_proposal(story.as_(story.head), vote_id=story.vote.pk, at=story.at)

    assert refused(lambda: stages.reported(story)) == "voting.agreement_two_people"


def test_team_with_a_person_of_another_ward_is_refused(tell):
    story = tell(stages.reported)
    stranger = builders.make_staff(builders.make_ward())
    members = [
        TeamMember(story.front, frozenset({Capacity.FRONT}), leader=True),
        TeamMember(story.head, frozenset({Capacity.KHU_PHO})),
        TeamMember(stranger, frozenset({Capacity.IT, Capacity.HOUSEHOLD_REP})),
    ]

    with pytest.raises(type(stranger).DoesNotExist):
        services.set_team(story.as_(story.head), vote_id=story.vote.pk, members=members, at=story.at)


@pytest.mark.rule("online.team")
def test_team_member_for_the_front_needs_that_mandate(tell):
    story = tell(stages.reported)
    story.front.mandates.update(valid_to="2026-11-02")

    assert refused(lambda: stages.team_set(story)) == "voting.team_front_mandate"


def test_leader_whose_mandate_ended_no_longer_acts_for_the_team(tell):
    story = stages.closed(tell(stages.opened))
    story.front.mandates.update(valid_to="2026-11-10")

    assert refused(lambda: stages.sealed(story)) == "access.role"
    assert (
        refused(lambda: services.open_kiosk(story.as_(story.front), vote_id=story.vote.pk, at=story.at))
        == "access.role"
    )


def test_team_changed_later_keeps_its_history(tell):
    story = tell(stages.opened)
    fresh = builders.make_staff(story.ward, Role.FRONT_HEAD, khu_pho=story.khu_pho)
    members = [
        TeamMember(fresh, frozenset({Capacity.FRONT}), leader=True),
        TeamMember(story.head, frozenset({Capacity.KHU_PHO})),
        TeamMember(story.it, frozenset({Capacity.IT, Capacity.HOUSEHOLD_REP})),
    ]

    services.set_team(story.as_(story.head), vote_id=story.vote.pk, members=members, at=story.at)

    assert next(one.staff for one in queries.team_of(story.vote)) == fresh
    assert story.vote.team.filter(staff=story.front, left_at=story.at).exists()
    stages.closed(story)
    assert refused(lambda: stages.sealed(story)) == "access.role"


def test_roll_drawn_again_takes_up_corrections_until_it_is_frozen(tell):
    story = tell(stages.roll_shown)
    Member.objects.filter(household=story.households[0]).update(full_name="Trần Văn Mới")
    builders.make_household(story.khu_pho)

    services.draw_roll(story.as_(story.head), vote_id=story.vote.pk, at=story.at)

    assert story.line(0).representative == "Trần Văn Mới"
    assert story.vote.roll.lines.count() == 11
    assert story.vote.roll.shown_at is not None


def test_roll_frozen_does_not_follow_the_register(tell):
    story = tell(stages.roll_frozen)
    before = story.vote.roll.digest
    builders.make_household(story.khu_pho)

    assert story.vote.roll.households == 10
    assert queries.roll_digest(story.vote.roll) == before
    code = refused(lambda: services.draw_roll(story.as_(story.head), vote_id=story.vote.pk, at=story.at))
    assert code == "voting.roll_already_frozen"


@pytest.mark.parametrize(("setting", "households"), [("all_resident", 11), ("permanent_only", 10)])
def test_roll_counts_whom_the_ward_counts(tell, setting, households):
    from danchu.foundation.places.settings import set_value
    from danchu.law.people import Residence

    story = tell(stages.team_set)
    builders.make_household(story.khu_pho, residence=Residence.TEMPORARY)
    set_value(
        story.as_(story.officer),
        key="roll.who_counts",
        new=setting,
        valid_from=story.at.date(),
        basis="Công văn trả lời",
        at=story.at,
    )

    stages.roll_shown(story)

    assert story.reload().roll.lines.count() == households


def test_request_for_correction_blocks_the_freeze_until_answered(tell):
    story = tell(stages.roll_shown)
    asked = services.request_roll_correction(
        actors.ANONYMOUS,
        vote_id=story.vote.pk,
        name="Lý Thị Mai",
        address="số 9",
        phone="0900000000",
        words="Nhà tôi chưa có tên.",
        at=story.at,
    )

    assert refused(lambda: stages.roll_frozen(story)) == "voting.roll_requests"
    services.correct_roll(
        story.as_(story.head),
        vote_id=story.vote.pk,
        request_id=asked.pk,
        accepted=False,
        answer="Hộ đã chuyển đi.",
        at=story.at,
    )
    services.freeze_roll(story.as_(story.head), vote_id=story.vote.pk, at=story.at)

    asked.refresh_from_db()
    assert (asked.decision, story.reload().roll.households) == (RollRequest.Decision.REFUSED, 10)


@pytest.mark.parametrize(("wait", "code"), [(3, "voting.roll_shown_long_enough"), (4, None)])
def test_roll_is_posted_for_three_whole_days(tell, wait, code):
    story = tell(stages.roll_shown)
    story.wait(wait * DAY)

    call = lambda: services.freeze_roll(story.as_(story.head), vote_id=story.vote.pk, at=story.at)  # noqa: E731

    if code:
        assert refused(call) == code
    else:
        assert call().roll.households == 10


@pytest.mark.parametrize(("yes", "state"), [(5, State.FORM_REFUSED), (6, State.PREPARING)])
@pytest.mark.rule("online.consent")
def test_form_poll_online_needs_more_than_half_of_all(tell, yes, state):
    story = stages.form_poll_open(tell(stages.roll_frozen))
    for index in range(yes):
        story.cast(index, Choice.YES, kind=RoundKind.FORM)
    story.at = story.round(RoundKind.FORM).closes_at

    services.close_if_due(story.reload(), at=story.at)

    assert (story.reload().state, story.round(RoundKind.FORM).yes) == (state, yes)


@pytest.mark.parametrize(("yes", "no", "state"), [(5, 5, State.FORM_REFUSED), (6, 0, State.PREPARING)])
def test_form_poll_of_a_meeting_follows_the_same_rule(tell, yes, no, state):
    story = tell(stages.roll_frozen)

    services.record_form_poll(
        story.as_(story.front),
        vote_id=story.vote.pk,
        held_at=story.at,
        yes=yes,
        no=no,
        paper=story.paper(),
        at=story.at,
    )

    assert story.reload().state == state


@pytest.mark.parametrize(
    ("yes", "no", "gap", "code"),
    [
        (8, 3, timedelta(0), "count.over_households"),
        (-1, 3, timedelta(0), "count.negative"),
        (8, 1, timedelta(seconds=1), "voting.meeting_in_future"),
    ],
)
def test_form_poll_figures_that_cannot_be_are_refused(tell, yes, no, gap, code):
    story = tell(stages.roll_frozen)
    figures = {"yes": yes, "no": no, "paper": story.paper(), "at": story.at, "held_at": story.at + gap}

    assert refused(lambda: services.record_form_poll(story.as_(story.front), vote_id=story.vote.pk, **figures)) == code
    assert story.reload().rounds.count() == 0


def test_confirmation_of_another_text_is_refused_and_edits_void_it(tell):
    story = tell(stages.confirmed)

    code = refused(
        lambda: services.confirm_text(story.as_(story.it), vote_id=story.vote.pk, digest="0" * 64, at=story.at)
    )
    services.edit_vote(
        story.as_(story.head), vote_id=story.vote.pk, wording=WORDING | {"title": "Tên khác"}, at=story.at
    )

    assert code == "voting.text_changed"
    assert refused(lambda: stages.scheduled(story)) == "voting.text_confirmed"


def test_notice_fixes_text_and_times(tell):
    story = tell(stages.scheduled)

    edit = lambda: services.edit_vote(  # noqa: E731
        story.as_(story.head), vote_id=story.vote.pk, wording=WORDING, at=story.at
    )
    move = lambda: services.schedule_vote(  # noqa: E731
        story.as_(story.front),
        vote_id=story.vote.pk,
        opens_at=story.at + DAY,
        closes_at=story.at + 2 * DAY,
        at=story.at,
    )

    assert refused(edit) == "procedure.state"
    assert refused(move) == "procedure.state"


@pytest.mark.parametrize("title", ["Mới", "Của hộ", "Biên nhận"])
def test_a_title_never_takes_an_address_of_the_room(tell, title):
    story = tell()

    vote = services.propose_vote(
        story.as_(story.head), khu_pho=story.khu_pho, wording=WORDING | {"title": title}, matter="D6", at=story.at
    )

    assert vote.slug not in {"moi", "cua-ho", "bien-nhan"}
