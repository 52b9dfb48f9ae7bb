import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchu.law.answers import Outcome, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.outcome import Counts, form_poll, outcome
from danchu.law.thresholds import needed
from law.test_thresholds import VECTORS

L = "Luật Thực hiện dân chủ ở cơ sở"
D59 = "Nghị định 59/2023/NĐ-CP"
RULE = {"D1": "pass.D1D2", "D2": "pass.D1D2", "D3": "pass.D3456", "D4": "pass.D3456", "D5": "pass.D3456"}


def meeting(matter, households, yes, **more):
    return outcome(matter, "khu_pho", "meeting", households, yes, **{"present": households} | more)


@pytest.mark.parametrize("households", VECTORS)
@pytest.mark.parametrize("matter", ["D1", "D2", "D3", "D4", "D5", "D6"])
def test_outcome_passes_at_the_number_of_the_table_and_not_below(matter, households):
    least = VECTORS[households][0 if matter in ("D1", "D2") else 1]

    at, below = meeting(matter, households, least), meeting(matter, households, least - 1)

    assert (at.passed, at.yes, at.needed, at.of) == (True, least, least, households)
    assert (below.passed, below.yes, below.needed, below.of) == (False, least - 1, least, households)
    assert at.rule == RULE.get(matter, "pass.D3456")
    assert at.article == Article("L10", 21, 1)


@pytest.mark.parametrize("households", VECTORS)
def test_online_outcome_has_its_own_rule(households):
    least = VECTORS[households][1]

    at = outcome("D6", "khu_pho", "online", households, least)

    assert (at.passed, at.rule, at.article) == (True, "online.pass", Article("D59", 5, 4, "b"))
    assert not outcome("D6", "khu_pho", "online", households, least - 1).passed


@pytest.mark.parametrize(("units", "least"), [(5, 4), (7, 5), (9, 6), (10, 7)])
@pytest.mark.parametrize("form", ["meeting", "slip"])
@pytest.mark.parametrize("matter", ["D1", "D2"])
def test_ward_outcome_counts_khu_pho(matter, form, units, least):
    at = outcome(matter, "ward", form, None, None, units=units, units_approved=least)
    below = outcome(matter, "ward", form, 1500, 900, units=units, units_approved=least - 1)

    assert (at.passed, at.needed, at.of, at.rule) == (True, least, units, "pass.D1D2.ward")
    assert not below.passed


# --- sentences ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (
            outcome("D6", "khu_pho", "online", 300, 151, 80, 25),
            f"Có 256/300 hộ tham gia. 151 hộ đồng ý; cần ít nhất 151/300 (trên 50% tổng số hộ). "
            f"Nội dung được thông qua theo điểm b khoản 4 Điều 5 {D59}.",
        ),
        (
            outcome("D6", "khu_pho", "slip", 300, 120, 30, 5, 2),
            "Có 157/300 hộ tham gia. 120 hộ đồng ý; cần ít nhất 151/300. Nội dung không được thông qua.",
        ),
        (
            outcome("D6", "khu_pho", "online", 300, 150, 150),
            "Có 300/300 hộ tham gia. 150/300 hộ đồng ý, đúng một nửa, còn thiếu 1 hộ; cần ít nhất 151/300. "
            "Nội dung không được thông qua.",
        ),
        (
            outcome("D6", "khu_pho", "online", 301, 150),
            "Có 150/301 hộ tham gia. 150/301 hộ đồng ý, còn thiếu 1 hộ; cần ít nhất 151/301. "
            "Nội dung không được thông qua.",
        ),
        (
            meeting("D1", 300, 200),
            f"Có 200/300 hộ tham gia. 200/300 hộ đồng ý, đủ hai phần ba; cần ít nhất 200/300. "
            f"Nội dung được thông qua theo khoản 1 Điều 21 {L}.",
        ),
        (
            meeting("D4", 300, 172, no=100),
            f"Có 272/300 hộ tham gia. 172 hộ đồng ý; cần ít nhất 151/300 (trên 50% tổng số hộ). "
            f"Nội dung được thông qua theo khoản 1 Điều 21 {L}. Còn chờ Ủy ban nhân dân phường công nhận.",
        ),
        (
            meeting("D5", 3, 2),
            f"Có 2/3 hộ tham gia. 2 hộ đồng ý; cần ít nhất 2/3 (trên 50% tổng số hộ). "
            f"Nội dung được thông qua theo khoản 1 Điều 21 {L}. "
            "Còn chờ Ủy ban Mặt trận Tổ quốc Việt Nam phường công nhận.",
        ),
        (
            meeting("D1", 300, 100, present=132),
            f"Có 100/300 hộ tham gia. 100 hộ đồng ý; cần ít nhất 200/300. Nội dung không được thông qua. "
            f"Chỉ có 132 hộ dự, không thể đủ 200 hộ đồng ý; có thể chuyển sang phát phiếu "
            f"(điểm b khoản 1 Điều 19 {L}).",
        ),
        (
            outcome("D1", "ward", "slip", None, None, units=7, units_approved=5),
            f"5/7 khu phố đồng ý, đủ hai phần ba; cần ít nhất 5/7. Nội dung được thông qua theo khoản 1 Điều 21 {L}.",
        ),
        (
            outcome("D1", "ward", "slip", None, None, units=7, units_approved=4),
            "4/7 khu phố đồng ý, còn thiếu 1 khu phố; cần ít nhất 5/7. Nội dung không được thông qua.",
        ),
        (
            form_poll(300, 140),
            f"Mới có 140 hộ chọn biểu quyết trực tuyến; cần ít nhất 151/300 (điểm c khoản 2 Điều 5 {D59}). "
            "Hãy mời họp hoặc phát phiếu.",
        ),
        (
            form_poll(300, 151),
            f"151 hộ chọn biểu quyết trực tuyến; cần ít nhất 151/300 (trên 50% tổng số hộ). "
            f"Được dùng hình thức biểu quyết trực tuyến theo điểm c khoản 2 Điều 5 {D59}.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_sentence_says_how_many_of_how_many(answer, sentence):
    assert answer.sentence["vi"] == sentence
    assert f"{answer.needed}/{answer.of}" in answer.sentence["en"]


def test_convention_without_quorum_is_sent_to_slips_by_its_own_decree():
    answer = meeting("D3", 300, 150, present=150)

    assert not answer.passed
    assert "điểm a khoản 2 Điều 10 Nghị định 61/2023/NĐ-CP" in answer.sentence["vi"]


def test_enough_present_is_not_told_to_try_slips():
    assert "phát phiếu" not in meeting("D1", 300, 199, present=200).sentence["vi"]
    assert "phát phiếu" in meeting("D1", 300, 199, present=199).sentence["vi"]


# --- refusals -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("matter", ["D1", "D2", "D3", "D4", "D5"])
def test_online_vote_is_refused_for_all_but_self_government(matter):
    refusal = outcome(matter, "khu_pho", "online", 300, 300)

    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.article) == ("form.online_only_D6", Article("L10", 17, 2))


def test_slip_is_a_fallback_only_after_a_failed_meeting():
    assert outcome("D1", "khu_pho", "slip", 300, 200).code == "form.slip_after_meeting"
    assert outcome("D1", "khu_pho", "slip", 300, 200, meeting_failed=True).passed
    assert outcome("D6", "khu_pho", "slip", 300, 151).passed


def test_ward_scope_of_self_government_has_no_threshold():
    refusal = outcome("D6", "ward", "slip", 300, 300, units=5, units_approved=5)

    assert (refusal.code, refusal.article) == ("ward.no_threshold", Convention("D6_WARD"))


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({"households": 0, "yes": 0}, "count.no_households"),
        ({"households": -1, "yes": 0}, "count.negative"),
        ({"households": 10, "yes": -1}, "count.negative"),
        ({"households": 10, "yes": 1, "no": -1}, "count.negative"),
        ({"households": 10, "yes": 1, "other": -1}, "count.negative"),
        ({"households": 10, "yes": 1, "invalid": -1}, "count.negative"),
        ({"households": 10, "yes": 1, "present": -1}, "count.negative"),
        ({"households": 10, "yes": 11}, "count.over_households"),
        ({"households": 10, "yes": 5, "no": 3, "other": 2, "invalid": 1}, "count.over_households"),
        ({"households": 10, "yes": 5, "present": 11}, "count.present_over_households"),
        ({"households": 10, "yes": 6, "present": 5}, "count.over_present"),
        ({"households": 10, "yes": 6}, "count.present_missing"),
        ({"households": 10, "yes": None}, "count.missing"),
        ({"households": None, "yes": 3}, "count.missing"),
        ({"households": 10, "yes": 6, "present": 10, "units": 3}, "ward.units_for_khu_pho"),
        ({"households": 10, "yes": 6, "present": 10, "units_approved": 3}, "ward.units_for_khu_pho"),
        ({"households": 10, "yes": 6, "present": 10, "meeting_failed": True}, "meeting.failed_cannot_decide"),
    ],
)
def test_impossible_meeting_is_refused(counts, code):
    refusal = outcome("D6", "khu_pho", "meeting", **counts)

    assert isinstance(refusal, Refusal)
    assert refusal.code == code


def test_counts_that_just_fit_are_answered():
    assert isinstance(meeting("D6", 10, 5, no=3, other=1, invalid=1, present=10), Outcome)
    assert not meeting("D6", 10, 0, present=0).passed


def test_present_says_nothing_outside_a_meeting():
    assert outcome("D6", "khu_pho", "online", 300, 151, present=10).passed


@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ({}, "ward.units_missing"),
        ({"units": 5}, "ward.units_missing"),
        ({"units_approved": 5}, "ward.units_missing"),
        ({"units": 0, "units_approved": 0}, "ward.units_impossible"),
        ({"units": 5, "units_approved": 6}, "ward.units_impossible"),
        ({"units": 5, "units_approved": -1}, "ward.units_impossible"),
    ],
)
def test_impossible_ward_is_refused(counts, code):
    assert outcome("D1", "ward", "meeting", 300, 200, **counts).code == code


def test_impossible_households_of_the_ward_are_refused():
    answer = outcome("D1", "ward", "slip", 300, 301, units=5, units_approved=5)

    assert answer.code == "count.over_households"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("D7", "khu_pho", "meeting"), "matter.unknown"),
        (("D1", "city", "meeting"), "scope.unknown"),
        (("D3", "ward", "meeting"), "scope.khu_pho_only"),
        (("D1", "khu_pho", "letter"), "form.unknown"),
        (("D6", "ward", "online"), "form.online_not_foreseen"),
    ],
)
def test_question_the_law_does_not_know_is_refused(asked, code):
    assert outcome(*asked, 300, 200).code == code


def test_form_poll_at_exactly_half_fails():
    assert not form_poll(300, 150).passed
    assert form_poll(300, 151).passed
    assert form_poll(300, 151).rule == "online.consent"
    assert form_poll(300, 200, 101).code == "count.over_households"
    assert form_poll(0, 0).code == "count.no_households"


# --- properties ---------------------------------------------------------------------------------------------------
WAYS = st.sampled_from(
    [
        ("D1", "meeting"),
        ("D2", "slip"),
        ("D3", "meeting"),
        ("D4", "slip"),
        ("D5", "meeting"),
        ("D6", "slip"),
        ("D6", "online"),
    ]
)


@st.composite
def counts(draw):
    households = draw(st.integers(1, 5000))
    yes = draw(st.integers(0, households))
    no = draw(st.integers(0, households - yes))
    other = draw(st.integers(0, households - yes - no))
    return Counts(households, yes, no, other)


def ask(way, counted):
    matter, form = way
    return outcome(
        matter,
        "khu_pho",
        form,
        counted.households,
        counted.yes,
        counted.no,
        counted.other,
        counted.invalid,
        present=counted.households,
        meeting_failed=form == "slip",
    )


@given(WAYS, counts())
def test_adding_a_yes_never_turns_passed_into_failed(way, counted):
    if counted.taking_part < counted.households:
        more = Counts(counted.households, counted.yes + 1, counted.no, counted.other)
        assert ask(way, more).passed >= ask(way, counted).passed


@given(WAYS, counts())
def test_turning_a_no_into_a_yes_never_turns_passed_into_failed(way, counted):
    if counted.no:
        turned = Counts(counted.households, counted.yes + 1, counted.no - 1, counted.other)
        assert ask(way, turned).passed >= ask(way, counted).passed


@given(WAYS, counts())
def test_silence_counts_against(way, counted):
    silent = Counts(counted.households + 1, counted.yes, counted.no, counted.other)

    assert ask(way, silent).passed <= ask(way, counted).passed


@given(WAYS, counts())
def test_only_the_yes_and_the_households_decide(way, counted):
    bare = Counts(counted.households, counted.yes)

    assert ask(way, counted).passed is ask(way, bare).passed
    assert ask(way, counted).passed is (counted.yes >= needed(ask(way, counted).rule, counted.households))


@given(WAYS, counts())
def test_sentence_agrees_with_the_outcome(way, counted):
    answer = ask(way, counted)

    assert ("không được thông qua" in answer.sentence["vi"]) is not answer.passed
    assert ("is not passed" in answer.sentence["en"]) is not answer.passed
    assert "{" not in answer.sentence["vi"] + answer.sentence["en"]
