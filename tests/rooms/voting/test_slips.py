"""Household slips through the services: handing out, taking in, counting, explaining, sealing."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from danchu.documents.pdf import render
from danchu.foundation.duties.models import Duty
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.states import Route, State
from danchu.rooms.voting import papers, queries, services, shelf
from danchu.rooms.voting.models import Ballot, RefusedEntry, Slip
from rooms.voting import slip_stages, stages
from rooms.voting.slip_stages import FIGURES, bring, count, hand_out, slip, take_in

pytestmark = pytest.mark.db


@pytest.fixture
def round_of_slips(tell):
    """``round_of_slips(slip_stages.out)``: a story of slips brought to that stage."""
    return lambda stage, households=10: bring(tell(households=households), stage)


def refused(do, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught:
        do(*args, **kwargs)
    return caught.value.refusal.code


def test_a_round_of_slips_runs_from_proposal_to_the_ward(round_of_slips):
    story = round_of_slips(stages.sent)
    vote = story.reload()
    content = story.round()
    outcome = queries.content_outcome(vote, content)

    assert vote.state == State.SENT
    assert (content.yes, content.no, content.other, content.invalid) == (6, 1, 1, 1)
    assert (outcome.passed, outcome.needed, outcome.of) == (True, 6, 10)
    assert outcome.article.key.startswith("L10.21")
    assert [one for one in queries.broken() if one[1]] == []


def test_slips_are_made_once_and_numbered(round_of_slips):
    story = round_of_slips(slip_stages.printed)
    before = list(story.vote.slips.order_by("number").values_list("number", "token"))

    assert services.print_slips(story.as_(story.head), vote_id=story.vote.pk, at=story.at) == 0
    assert list(story.vote.slips.order_by("number").values_list("number", "token")) == before
    assert [number for number, _token in before] == list(range(1, 11))
    assert len({token for _number, token in before}) == 10


def test_changed_words_make_the_mark_void(round_of_slips):
    story = round_of_slips(slip_stages.printed)
    services.edit_vote(story.as_(story.head), vote_id=story.vote.pk, wording=stages.WORDING, at=story.at)

    assert story.reload().slip_plan.marked_at is None


def test_the_plan_has_a_clock_of_two_days(round_of_slips):
    round_of_slips(slip_stages.planned)
    duty = Duty.objects.get(rule="ballot.plan")

    # Friday the 6th and two days is a Sunday, so the Monday after.
    assert (duty.start, duty.due) == (date(2026, 11, 6), date(2026, 11, 9))
    assert duty.done_at is not None


def test_nothing_goes_out_before_the_day_nor_after(round_of_slips):
    story = round_of_slips(slip_stages.published)
    early = refused(hand_out, story, 0)
    story.wait(11 * stages.DAY)
    services.close_if_due(story.reload(), at=story.at)

    assert early == refused(hand_out, story, 0) == "slips.not_running"


def test_a_household_has_one_slip_and_hands_it_in_once(round_of_slips):
    story = round_of_slips(slip_stages.out)
    before = refused(take_in, story, 0)
    hand_out(story, 0)
    again = refused(hand_out, story, 0)
    first = take_in(story, 0, Route.HAND)
    same = take_in(story, 0, Route.HAND)
    other = refused(take_in, story, 0, Route.DOOR)

    assert (before, again, other) == ("register.slip_not_issued", "register.slip_twice", "register.already_entered")
    assert first == same
    assert Ballot.objects.filter(line=story.line(0)).count() == 1
    # Each is kept as evidence, without a choice.
    assert list(RefusedEntry.objects.order_by("pk").values_list("code", flat=True)) == [before, again, other]


def test_a_spoiled_slip_is_replaced_before_it_is_handed_in(round_of_slips):
    story = round_of_slips(slip_stages.issued)
    old = slip(story, 3)
    actor = story.as_(story.it)
    made = services.replace_slip(actor, vote_id=story.vote.pk, slip_id=old.pk, why="Ghi nhầm.", at=story.at)
    dead = refused(services.return_slip, actor, vote_id=story.vote.pk, slip_id=old.pk, route=Route.HAND, at=story.at)
    take_in(story, 3)
    late = refused(services.replace_slip, actor, vote_id=story.vote.pk, slip_id=made.pk, why="x", at=story.at)

    assert made.number == 11
    assert (dead, late) == ("slips.unknown", "slips.not_issued")
    now = queries.slips_now(story.vote)
    assert (now.made, now.issued, now.collected, now.missing, now.spoiled) == (10, 10, 1, 9, 1)


def test_the_box_is_opened_after_the_last_moment(round_of_slips):
    story = round_of_slips(slip_stages.issued)
    slip_stages.closed(story)
    by_hand = refused(take_in, story, 0, Route.HAND)
    at_door = take_in(story, 1, Route.DOOR, made_at=story.round().closes_at - timedelta(hours=1))
    boxed = take_in(story, 2, Route.BOX)

    assert by_hand == "register.closed"
    assert {at_door.route, boxed.route} == {"door", "box"}
    assert slip(story, 2).returned_at < story.round().closes_at


def test_two_people_count_the_same_or_nothing_is_counted(round_of_slips):
    story = round_of_slips(slip_stages.closed)
    first = count(story, story.front)
    off = count(story, story.it, replace(FIGURES, yes=5, no=2))

    assert (first, off) == (False, False)
    assert story.round().yes is None
    assert refused(stages.sealed, story) == "register.figures_differ"
    assert count(story, story.it)
    assert story.round().yes == 6
    assert refused(take_in, story, 9, Route.BOX) == "slips.counted"


def test_the_same_person_counts_once(round_of_slips):
    story = round_of_slips(slip_stages.closed)
    count(story, story.front)

    assert not count(story, story.front)
    assert refused(stages.sealed, story) == "register.figures_two_people"


def test_both_name_the_same_two_households(round_of_slips):
    story = round_of_slips(slip_stages.closed)
    count(story, story.front)

    assert not count(story, story.it, witnesses=(1, 2))
    assert refused(stages.sealed, story) == "slips.witnesses"
    assert refused(count, story, story.it, FIGURES, (1, 1)) == "slips.witnesses"


def test_a_gap_is_explained_before_the_seal(round_of_slips):
    story = round_of_slips(slip_stages.closed)
    figures = replace(FIGURES, collected=8, invalid=0, missing=2)  # the register holds nine
    for person in (story.front, story.it):
        count(story, person, figures)
    before = refused(stages.sealed, story)
    front = story.as_(story.front)
    wrong = refused(services.explain_gap, front, vote_id=story.vote.pk, gap="slip.valid", words="x", at=story.at)
    services.explain_gap(
        front, vote_id=story.vote.pk, gap="slip.register_collected", words="Một phiếu không tìm thấy.", at=story.at
    )
    stages.sealed(story)

    assert (before, wrong) == ("register.gap_unexplained", "register.no_such_gap")
    assert story.vote.state == State.SEALED


def test_an_explanation_is_about_its_numbers(round_of_slips):
    story = round_of_slips(slip_stages.closed)
    figures = replace(FIGURES, collected=8, invalid=0, missing=2)
    for person in (story.front, story.it):
        count(story, person, figures)
    services.explain_gap(
        story.as_(story.front), vote_id=story.vote.pk, gap="slip.register_collected", words="Mất.", at=story.at
    )
    less = replace(figures, collected=7, valid=7, yes=5, missing=3)
    for person in (story.front, story.it):
        count(story, person, less)

    assert refused(stages.sealed, story) == "register.gap_unexplained"


def test_more_slips_than_went_out_are_counted_again(round_of_slips):
    story = round_of_slips(slip_stages.closed)
    figures = replace(FIGURES, issued=8, missing=0)
    for person in (story.front, story.it):
        count(story, person, figures)

    assert refused(stages.sealed, story) == "register.impossible"


def test_the_household_disputes_its_row_until_the_seal(round_of_slips):
    story = round_of_slips(slip_stages.returned)
    found = story.round()
    made = services.dispute_entry(story.household(0), round_id=found.pk, words="Hộ tôi chưa nộp.", at=story.at)
    helper = refused(
        services.resolve_dispute, story.as_(story.it), dispute_id=made.pk, void=True, answer="Đã xem.", at=story.at
    )
    services.resolve_dispute(story.as_(story.front), dispute_id=made.pk, void=True, answer="Đúng.", at=story.at)
    again = take_in(story, 0, Route.HAND)

    assert helper == "voting.own_entry"
    assert queries.turnout(found) == 9
    assert again.voided_at is None


def test_a_dispute_after_the_count_leaves_a_gap_not_other_figures(round_of_slips):
    story = round_of_slips(slip_stages.counted)
    made = services.dispute_entry(story.household(0), round_id=story.round().pk, words="Sai.", at=story.at)
    assert refused(stages.sealed, story) in {"voting.open_disputes", "register.open_disputes"}
    services.resolve_dispute(story.as_(story.front), dispute_id=made.pk, void=True, answer="Đúng.", at=story.at)

    assert story.round().yes == 6
    assert refused(stages.sealed, story) == "register.gap_unexplained"


def test_no_device_votes_in_a_round_of_slips(round_of_slips):
    story = round_of_slips(slip_stages.issued)

    assert refused(story.cast, 0) == "voting.not_running"
    assert queries.running_round(story.vote, story.at) is None


def words(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xa0", " ").split())


@pytest.mark.rule("ballot.content", "ballot.mark", "ballot.count", "ballot.plan", "ballot.public_info")
def test_the_papers_of_a_round_say_what_the_law_asks(round_of_slips):
    story = round_of_slips(slip_stages.closed)
    figures = replace(FIGURES, collected=8, invalid=0, missing=2)
    for person in (story.front, story.head):
        count(story, person, figures)
    services.explain_gap(
        story.as_(story.front),
        vote_id=story.vote.pk,
        gap="slip.register_collected",
        words="Một phiếu rách.",
        at=story.at,
    )
    stages.sealed(story)
    source = papers.Source(story.reload(), story.at, lambda path: f"https://phuong.example{path}")
    drawn = {
        one.key: words(render(one.key, papers.compose(one.key, source)).data)
        for one in shelf.KINDS
        if "slip" in one.forms and one.ready(story.vote, source.rounds)
    }

    assert set(drawn) == {
        *("roll-sheet", "slip-plan", "slip-sheet", "slip-notice", "count-minutes-04"),
        *("community-decision", "slip-result-notice"),
    }
    assert shelf.signed_paper(story.vote) == "community-decision"
    assert "Lấy ý kiến các hộ." in drawn["slip-plan"]
    assert "ít nhất 6/10 hộ đồng ý" in drawn["slip-notice"]
    for needed in ("PHIẾU LẤY Ý KIẾN", "Đồng ý", "Không đồng ý", "Ý kiến khác", "Hạn nộp:", "TRƯỞNG KHU PHỐ"):
        assert drawn["slip-sheet"].count(needed) >= 10
    assert "Một phiếu rách." in drawn["count-minutes-04"]
    assert "6/10 hộ" in drawn["count-minutes-04"]
    assert "khoản 1 Điều 21" in drawn["community-decision"]


def test_a_stub_bears_the_household_and_the_slip_bears_nothing_of_it(round_of_slips):
    story = round_of_slips(slip_stages.printed)
    source = papers.Source(story.reload(), story.at, lambda path: f"https://phuong.example{path}")
    values = papers.compose("slip-sheet", source)
    whose = story.line(3)

    told = words(render("slip-sheet", {**values, "phieu": [values["phieu"][3]]}).data)
    assert told.count(whose.representative) == told.count(whose.number) == 1  # on the stub
    assert values["phieu"][3]["duong_dan"].endswith(f"/cuong/{slip(story, 3).token}/")


_PHASES = {
    "before": slip_stages.confirmed,
    "during": slip_stages.issued,
    "after": slip_stages.counted,
    "sealed": stages.sealed,
}
# act → in which phases it may be done, and by whom.
_TABLE = {
    Act.VOTING_PLAN_ISSUE: ({"before"}, {"head", "front"}),
    Act.VOTING_SLIP_PRINT: ({"before"}, {"head", "front", "it"}),
    Act.VOTING_SLIP_ISSUE: ({"during"}, {"head", "front", "it"}),
    Act.VOTING_SLIP_RETURN: ({"during"}, {"head", "front", "it"}),
    Act.VOTING_SLIP_REPLACE: ({"during"}, {"head", "front", "it"}),
    Act.VOTING_COUNT_ENTER: ({"after"}, {"head", "front", "it"}),
}


@pytest.mark.parametrize("phase", _PHASES)
def test_each_act_has_its_phase_and_its_people(round_of_slips, phase):
    story = round_of_slips(_PHASES[phase])
    for act, (phases, doers) in _TABLE.items():
        for person in ("head", "front", "it", "officer"):
            with_role = person in doers
            code = _try(story, act, getattr(story, person))
            if not with_role:
                assert code == "access.role", (act, person)
            elif phase in phases:
                assert code in {None, "register.slip_twice", "register.already_entered"}, (act, person, code)
            else:
                assert code not in {None, "access.role"}, (act, person)


def _try(story, act, person) -> str | None:
    actor, vote_id, at = story.as_(person), story.vote.pk, story.at
    slip_id = getattr(Slip.objects.filter(vote=story.vote, spoiled_at=None).order_by("-pk").first(), "pk", 0)
    lines = (story.line(0), story.line(1))
    do = {
        Act.VOTING_PLAN_ISSUE: lambda: services.issue_plan(
            actor, vote_id=vote_id, purpose="a", assignment="b", boxes="c", at=at
        ),
        Act.VOTING_SLIP_PRINT: lambda: services.print_slips(actor, vote_id=vote_id, at=at),
        Act.VOTING_SLIP_ISSUE: lambda: services.issue_slip(actor, vote_id=vote_id, slip_id=slip_id, at=at),
        Act.VOTING_SLIP_RETURN: lambda: services.return_slip(
            actor, vote_id=vote_id, slip_id=slip_id, route=Route.HAND, at=at
        ),
        Act.VOTING_SLIP_REPLACE: lambda: services.replace_slip(
            actor, vote_id=vote_id, slip_id=slip(story, 0).pk, why="a", at=at
        ),
        Act.VOTING_COUNT_ENTER: lambda: services.enter_count(
            actor, vote_id=vote_id, figures=FIGURES, witnesses=lines, at=at
        ),
    }[act]
    try:
        do()
    except Refused as told:
        return told.refusal.code
    except AttributeError:
        return "no slip yet"
    return None
