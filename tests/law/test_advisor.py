"""The form advisor: lawful forms, numbers, people, papers and latest days, each with its rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danchu.law.advisor import GROUPS, AdviceFacts, advise, latest_before
from danchu.law.answers import Refusal
from danchu.law.basis import Article, Convention, WardSetting
from danchu.law.matters import Convenor, Form, Matter, Purpose
from danchu.law.rules import rules_at
from law.saying import CALENDAR, code

DAY = date(2026, 11, 20)
D6 = AdviceFacts("D6", "khu_pho", 300)
MEETING, SLIP, ONLINE = Form.MEETING, Form.SLIP, Form.ONLINE


def options(facts, **more):
    found = advise(facts, **more)
    assert not isinstance(found, Refusal)
    return {option.form: option for option in found}


def line(facts, form, key, **more):
    return next((one for one in options(facts, **more)[form].lines if one.key == key), None)


def latest(facts, form, day=DAY):
    return {
        one.key: one.latest.end
        for one in options(facts, day=day, calendar=CALENDAR)[form].lines
        if one.latest is not None
    }


PURPOSES = {"D4": Purpose.ELECT}
# rules.md 3.1, line by line: meeting, slip, online
MATRIX = [
    ("D1", "khu_pho", True, "fallback", False),
    ("D2", "khu_pho", True, "fallback", False),
    ("D1", "ward", True, True, False),
    ("D2", "ward", True, True, False),
    ("D3", "khu_pho", True, "fallback", False),
    ("D4", "khu_pho", True, "fallback", False),
    ("D5", "khu_pho", True, "fallback", False),
    ("D6", "khu_pho", True, True, True),
    ("D6", "ward", True, True, False),
]


@pytest.mark.parametrize(("matter", "scope", "meeting", "slip", "online"), MATRIX)
def test_forms_are_those_of_the_matrix(matter, scope, meeting, slip, online):
    found = options(AdviceFacts(matter, scope, 300, units=9, purpose=PURPOSES.get(matter)))

    assert [found[form].allowed for form in (MEETING, SLIP, ONLINE)] == [meeting, slip, online]
    for option in found.values():
        assert (option.refusal is None) is (option.allowed is True)
        assert bool(option.lines) is bool(option.papers) is bool(option.allowed)
        assert code(option.refusal) is None or option.refusal.article == option.article


@pytest.mark.parametrize("matter", ["D1", "D2", "D3", "D4", "D5"])
def test_slips_open_once_the_meeting_failed(matter):
    facts = AdviceFacts(matter, "khu_pho", 300, purpose=PURPOSES.get(matter))

    assert code(options(facts)[SLIP].refusal) == "form.slip_after_meeting"
    after = options(replace(facts, meeting_failed=True))[SLIP]
    assert (after.allowed, after.refusal) == (True, None)
    assert after.article == (Article("D61", 10, 2, "a") if matter == "D3" else Article("L10", 19, 1, "b"))


@pytest.mark.parametrize(
    ("facts", "least", "of"),
    [
        (AdviceFacts("D1", "khu_pho", 300), 200, 300),
        (AdviceFacts("D2", "khu_pho", 301), 201, 301),
        (AdviceFacts("D3", "khu_pho", 300), 151, 300),
        (AdviceFacts("D5", "khu_pho", 299), 150, 299),
        (D6, 151, 300),
        (AdviceFacts("D1", "ward", 900, units=7), 5, 7),
        (AdviceFacts("D2", "ward", 900, units=9), 6, 9),
        (AdviceFacts("D1", "ward", 900), None, None),
        (AdviceFacts("D6", "ward", 900, units=7), None, None),
    ],
)
def test_number_needed_is_of_all_households_or_of_all_khu_pho(facts, least, of):
    for option in options(facts).values():
        assert (option.least, option.of) == ((least, of) if option.allowed else (None, None))


def test_silent_law_and_missing_units_are_said():
    assert code(options(AdviceFacts("D6", "ward", 900, units=7))[SLIP].no_threshold) == "ward.no_threshold"
    assert code(options(AdviceFacts("D1", "ward", 900))[SLIP].no_threshold) == "ward.units_missing"
    assert options(D6)[SLIP].no_threshold is None


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (AdviceFacts("D9", "khu_pho", 300), "matter.unknown"),
        (AdviceFacts("D3", "ward", 300), "scope.khu_pho_only"),
        (AdviceFacts("D6", "khu_pho", 0), "advice.no_households"),
        (AdviceFacts("D4", "khu_pho", 300), "advice.purpose"),
    ],
)
def test_no_advice_without_the_facts_it_needs(facts, refused):
    assert code(advise(facts)) == refused


@pytest.mark.parametrize(
    ("facts", "role", "rule"),
    [
        (D6, Convenor.HEAD, "meet.convene"),
        (replace(D6, head_vacant=True), Convenor.APPOINTED, "meet.convene.vacant"),
        (AdviceFacts("D4", "khu_pho", 9, purpose=Purpose.ELECT), Convenor.ELECTION_TEAM, "meet.convene.elect"),
        (AdviceFacts("D4", "khu_pho", 9, purpose=Purpose.DISMISS), Convenor.FRONT_HEAD, "meet.convene.dismiss"),
        (
            AdviceFacts("D4", "khu_pho", 9, purpose=Purpose.DISMISS, one_person_two_mandates=True),
            Convenor.WARD_CHAIR,
            "meet.convene.dismiss",
        ),
    ],
)
def test_convenor_of_the_meeting(facts, role, rule):
    option = options(facts)[MEETING]

    assert (option.convenor.value, option.convenor.rule) == (role, rule)
    assert option.lines[0].key == "convenor"
    assert option.lines[0].rule == rule
    assert options(facts)[SLIP].convenor is None


@pytest.mark.parametrize(
    ("households", "scattered", "shown"), [(199, False, False), (200, False, True), (12, True, True)]
)
def test_cluster_meetings_by_size_or_scatter(households, scattered, shown):
    facts = AdviceFacts("D1", "khu_pho", households, scattered=scattered)

    assert (line(facts, MEETING, "cluster") is not None) is shown


def test_one_person_with_two_mandates_needs_a_second_one():
    found = line(replace(D6, one_person_two_mandates=True), SLIP, "two_people")

    assert found.article == Convention("two_people")
    assert line(D6, SLIP, "two_people") is None


def test_mixed_forms_follow_the_wards_setting():
    off, on = D6, replace(D6, settings={"decide.mixed_forms": True})

    assert line(off, SLIP, "one_form").rule == "form.list"
    assert line(off, SLIP, "mixed_forms") is None
    assert line(on, SLIP, "mixed_forms").article == WardSetting("decide.mixed_forms")
    assert line(on, SLIP, "one_form") is None


# --- days: the sequences of rules.md 3.3 --------------------------------------------------------------------------
def test_ordinary_meeting_of_contributions():
    assert latest(AdviceFacts("D1", "khu_pho", 300), MEETING) == {
        "notice": date(2026, 11, 18),
        "docs": date(2026, 11, 18),
        "send": date(2026, 11, 30),  # five working days; 24 November is a holiday
    }


def test_meeting_of_another_matter_sends_no_papers():
    assert set(latest(D6, MEETING)) == {"notice", "send"}


def test_convention_is_posted_thirty_days_and_recognised():
    assert latest(AdviceFacts("D3", "khu_pho", 300), MEETING) == {
        "draft_posted": date(2026, 10, 20),  # thirty days are complete at the end of 19 November
        "notice": date(2026, 11, 18),
        "docs": date(2026, 11, 18),
        "dossier": date(2026, 11, 30),
        "recognise_convention": date(2026, 12, 7),
        "convention_sent": date(2026, 12, 9),
    }


def test_election_of_the_head_counts_back_from_the_meeting():
    assert latest(AdviceFacts("D4", "khu_pho", 300, purpose=Purpose.ELECT), MEETING) == {
        "elect_plan": date(2026, 10, 31),
        "elect_candidates": date(2026, 11, 5),
        "elect_team": date(2026, 11, 10),
        "elect_notice": date(2026, 11, 13),
        "notice": date(2026, 11, 18),
        "send": date(2026, 11, 30),
        "recognise_election": date(2026, 12, 7),
    }


def test_dismissal_of_the_head_runs_on_to_a_new_election():
    assert latest(AdviceFacts("D4", "khu_pho", 300, purpose=Purpose.DISMISS), MEETING) == {
        "notice": date(2026, 11, 18),
        "send": date(2026, 11, 30),
        "recognise_dismissal": date(2026, 12, 7),
        "interim": date(2027, 6, 7),
        "new_election": date(2027, 2, 5),
    }


def test_boards_are_recognised_by_the_front():
    found = line(AdviceFacts("D5", "khu_pho", 300), MEETING, "recognise_boards", day=DAY, calendar=CALENDAR)

    assert found.latest.end == date(2026, 12, 7)
    assert "Mặt trận" in found.text["vi"]


def test_slips_close_after_the_wards_length():
    assert latest(D6, SLIP) == {"slip_public": date(2026, 11, 18), "send": date(2026, 12, 4)}  # from 27 November
    assert latest(replace(D6, settings={"ballot.duration": 10}), SLIP)["send"] == date(2026, 12, 7)
    assert "10 ngày" in line(replace(D6, settings={"ballot.duration": 10}), SLIP, "slip_duration").text["vi"]


def test_online_vote_has_no_recognition():
    assert latest(D6, ONLINE) == {"send": date(2026, 12, 4)}


def test_latest_day_tells_how_it_was_counted():
    notice = line(D6, MEETING, "notice", day=DAY, calendar=CALENDAR).latest
    posting = latest_before("hu.post", DAY, CALENDAR)

    assert "Đếm lùi từ thứ Sáu, 20/11/2026" in notice.why["vi"]
    assert (posting.start, posting.end) == (DAY, date(2026, 10, 20))
    assert "Đủ vào cuối thứ Năm, 19/11/2026" in posting.why["vi"]


def test_without_a_day_there_are_lines_and_no_dates():
    for option in options(D6).values():
        assert option.lines
        assert all(one.latest is None for one in option.lines)


@pytest.mark.parametrize(
    ("facts", "form", "rule"),
    [
        (AdviceFacts("D1", "khu_pho", 9), MEETING, "effect.kp"),
        (AdviceFacts("D1", "ward", 9, units=3), MEETING, "effect.ward"),
        (AdviceFacts("D3", "khu_pho", 9), MEETING, "effect.D3D4"),
        (AdviceFacts("D5", "khu_pho", 9), MEETING, "effect.D5"),
        (D6, ONLINE, "effect.kp"),
    ],
)
def test_effect_is_the_last_line(facts, form, rule):
    assert options(facts)[form].lines[-1].rule == rule


def test_effect_of_self_governed_work_of_the_ward_is_not_invented():
    assert line(AdviceFacts("D6", "ward", 9, units=3), SLIP, "effect") is None


@pytest.mark.parametrize(
    ("facts", "form", "key", "said"),
    [
        (D6, ONLINE, "online_consent", "Hỏi các hộ về hình thức; cần ít nhất 151/300 hộ chọn trực tuyến."),
        (D6, SLIP, "slip_team", "Lập Tổ phát phiếu từ 3 đến 5 người; đại diện Ban công tác Mặt trận làm Tổ trưởng."),
        (D6, SLIP, "slip_signature", "Trưởng khu phố ký phía dưới, bên phải phiếu."),
        (D6, SLIP, "slip_stamp", None),
        (
            AdviceFacts("D6", "ward", 900, units=3),
            SLIP,
            "slip_stamp",
            "Ủy ban nhân dân phường đóng dấu treo phía trên, bên trái phiếu.",
        ),
        (
            AdviceFacts("D1", "khu_pho", 300),
            MEETING,
            "quorum",
            "Luật không đặt số hộ dự tối thiểu; dưới 200/300 hộ dự thì không thể thông qua.",
        ),
        (
            AdviceFacts("D3", "khu_pho", 300),
            MEETING,
            "quorum_convention",
            "Phải có ít nhất 151/300 hộ dự thì mới được họp thông qua.",
        ),
        (AdviceFacts("D3", "khu_pho", 300), MEETING, "quorum", None),
        (
            AdviceFacts("D1", "khu_pho", 300),
            MEETING,
            "propose_initiative",
            "Hoặc người dân nêu sáng kiến, có ít nhất 30/300 hộ đồng thuận.",
        ),
        (
            AdviceFacts("D4", "khu_pho", 301, purpose=Purpose.DISMISS),
            MEETING,
            "dismiss_grounds",
            "Cần đơn xin thôi, đề nghị của Trưởng ban công tác Mặt trận, hoặc kiến nghị của ít nhất 151/301 hộ.",
        ),
        (AdviceFacts("D4", "khu_pho", 301, purpose=Purpose.ELECT), MEETING, "dismiss_grounds", None),
    ],
)
def test_lines_say_the_numbers_of_this_khu_pho(facts, form, key, said):
    found = line(facts, form, key)

    assert (None if found is None else found.text["vi"]) == said


def test_every_line_has_a_place_in_law_and_is_written_for_a_reader():
    seen = set()
    for matter in Matter:
        for scope in ("khu_pho", "ward"):
            for purpose in Purpose if matter is Matter.D4 else (None,):
                facts = AdviceFacts(matter, scope, 250, units=5, purpose=purpose, one_person_two_mandates=True)
                for settings in (None, {"decide.mixed_forms": True}):
                    found = advise(replace(facts, settings=settings), day=DAY, calendar=CALENDAR)
                    if isinstance(found, Refusal):
                        assert scope == "ward"
                        continue
                    for option in found:
                        groups = [GROUPS.index(one.group) for one in option.lines]
                        assert groups == sorted(groups)
                        assert len({one.key for one in option.lines}) == len(groups)
                        for one in option.lines:
                            seen.add(one.key)
                            for lang in ("vi", "en"):
                                assert one.text[lang][-1] == "."
                                assert "{" not in one.text[lang]
                                assert one.why[lang]
                            assert one.article.vi()
    written = {row["key"] for row in rules_at().advice["lines"]}
    assert seen == written | {"convenor", "effect"}


# In which forms of a self-governed matter a rule is told; in the others it has nothing to say.
TOLD = {
    "meet.attend": {MEETING},
    "meet.order": {MEETING},
    "meet.vote_method": {MEETING},
    "meet.member_dissent": {MEETING},
    "form.ballot_cases": {MEETING},
    "ballot.content": {SLIP},
    "ballot.mark": {SLIP},
    "ballot.count": {SLIP},
    "ballot.one_per_household": {SLIP},
    "online.cond": {ONLINE},
    "online.report_first": {ONLINE},
    "online.identity": {ONLINE},
    "online.options": {ONLINE},
    "online.notice": {ONLINE},
    "online.record": {ONLINE},
    "online.publish": {ONLINE},
    "online.other_app": {ONLINE},
    "doc.forms": {MEETING, SLIP, ONLINE},
    "decision.report": {MEETING, SLIP, ONLINE},
    "decision.petition": {MEETING, SLIP, ONLINE},
}


@pytest.mark.parametrize("rule", TOLD)
def test_rule_is_told_with_the_forms_it_is_about_and_no_other(rule):
    told = {form for form, option in options(D6).items() if rule in {one.rule for one in option.lines}}

    assert told == TOLD[rule]


@pytest.mark.rule("elect.no_winner", "hu.publicise")
def test_rule_of_one_matter_is_told_with_that_matter_alone():
    told = {
        matter: {one.rule for one in options(AdviceFacts(matter, "khu_pho", 300, purpose=purpose))[MEETING].lines}
        for matter, purpose in (("D3", None), ("D4", Purpose.ELECT), ("D5", None))
    }

    assert [matter for matter, rules in told.items() if "elect.no_winner" in rules] == ["D4"]
    assert [matter for matter, rules in told.items() if "hu.publicise" in rules] == ["D3"]
