"""After the vote: recognised or refused, in force, annulled or taken again, carried out, petitioned against."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from danchu.foundation import clock
from danchu.foundation.duties.models import Duty
from danchu.foundation.journal.models import Entry as JournalEntry
from danchu.law.aftermath import Addressee, DecisionState
from danchu.law.people import Role
from danchu.rooms.voting import services
from danchu.rooms.voting.models import Annulment, OutcomeReview, Recognition, ResultPetition
from rooms.voting import afterwards, stages
from rooms.voting.screens import come, text, url
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]
PAGE = "ho-so/sau-bieu-quyet/"


@pytest.fixture
def story(tell, monkeypatch):
    """Announced: eight of ten agreed."""
    monkeypatch.setattr(clock, "now", lambda: stages.START)
    told = tell(stages.opened)
    stages.voted(told, yes=8, no=0, other=0)
    for step in (stages.closed, stages.sealed, stages.signed, stages.announced):
        step(told)
    monkeypatch.setattr(clock, "now", lambda: told.at)
    return told


def duties(story, **values):
    """The running clocks of the vote, by rule, with who owes them and until when."""
    rows = Duty.objects.filter(subject__startswith=f"vote:{story.vote.pk}", done_at=None, dropped_at=None, **values)
    return {one.rule: (one.owed_by, one.due) for one in rows}


# --- effect: four rules -------------------------------------------------------------------------------------------
@pytest.mark.rule("effect.kp")
def test_contributions_funds_and_other_work_are_in_force_from_the_vote_date(story):
    for matter in ("D1", "D2", "D6"):
        with transaction.atomic():
            afterwards.sent(story, matter)

            found = afterwards.after(story)

            assert found.effect.on == clock.day(story.round().closes_at)
            assert found.recogniser is None
            assert not Recognition.objects.exists()
            assert set(duties(story)) == {"outcome.review"}
            assert refused(lambda: afterwards.recognise(story)) == "aftermath.no_recognition"
            transaction.set_rollback(True)
    story.reload()
    assert "Có hiệu lực từ" in text(Client().get(url(story)))


@pytest.mark.rule(
    "recognise.deadline", "elect.recognise", "dismiss.recognise", "hu.recognise", "effect.D3D4", "effect.D5"
)
def test_recognition_within_five_working_days_brings_it_into_force(story):
    received = clock.day(story.at)
    assert received == date(2026, 11, 14)  # thứ Bảy: five working days after it end on Friday
    early, late = received - timedelta(days=1), received + timedelta(days=1)
    for matter, purpose, body, rule, owed in (
        ("D3", "", "chair", "hu.recognise", Role.WARD_CHAIR),
        ("D4", "elect", "chair", "elect.recognise", Role.WARD_CHAIR),
        ("D4", "dismiss", "chair", "dismiss.recognise", Role.WARD_CHAIR),
        ("D5", "", "ward_front", "recognise.deadline", Role.WARD_FRONT),
    ):
        with transaction.atomic():
            afterwards.sent(story, matter, purpose=purpose)
            assert duties(story)[rule] == (owed, date(2026, 11, 20))
            assert afterwards.after(story).effect.on is None

            other = "ward_front" if body == "chair" else "chair"
            assert refused(lambda who=other: afterwards.recognise(story, who)) == "aftermath.wrong_body"
            assert refused(lambda who=body: afterwards.recognise(story, who, on=early)) == "aftermath.before_receipt"
            assert refused(lambda who=body: afterwards.recognise(story, who, on=late)) == "aftermath.day_to_come"
            afterwards.recognise(story, body)

            assert afterwards.after(story).effect.on == received
            assert afterwards.after(story).facts.state is DecisionState.RECOGNISED
            assert rule not in duties(story)
            assert refused(lambda who=body: afterwards.recognise(story, who)) == "procedure.step"
            transaction.set_rollback(True)


@pytest.mark.rule("hu.send", "hu.submit", "doc.send")
def test_a_recognised_convention_goes_back_within_two_working_days(story):
    assert "doc.send" in duties(story)
    afterwards.sent(story, "D3")
    assert "doc.send" not in duties(story)
    chair = story.as_(story.extra["chair"])

    def give_back():
        return services.return_convention(chair, vote_id=story.vote.pk, at=story.at)

    assert refused(give_back) == "aftermath.not_recognised"
    afterwards.recognise(story)
    assert duties(story)["hu.send"][0] == Role.WARD_CHAIR

    first = give_back().returned_at
    story.wait(timedelta(hours=1))

    assert give_back().returned_at == first
    assert "hu.send" not in duties(story)


@pytest.mark.rule("recognise.deadline")
def test_refusal_needs_reasons_and_nothing_takes_effect(story):
    afterwards.sent(story, "D3")

    def refuse(reasons):
        return services.refuse_decision(
            story.as_(story.officer),
            vote_id=story.vote.pk,
            on=clock.day(story.at),
            number="17/UBND",
            reasons=reasons,
            at=story.at,
        )

    assert refused(lambda: refuse(" ")) == "aftermath.reasons"
    refuse("Điều 5 trái với Luật Hôn nhân và gia đình.")

    found = afterwards.after(story)
    assert (found.facts.state, found.effect.code) == (DecisionState.NOT_RECOGNISED, "aftermath.not_in_force")
    assert duties(story) == {}
    entry = JournalEntry.objects.get(act="voting.decision.refuse")
    assert "Điều 5" not in str(entry.facts)
    assert "không công nhận" in text(come(story.head).get(url(story, PAGE)))


@pytest.mark.rule("pass.D1D2")
def test_one_household_short_nothing_takes_effect_and_nothing_is_recognised(story):
    """Ten households: seven are two thirds; six are not."""
    afterwards.sent(story, "D1", yes=6)

    assert afterwards.after(story).effect.code == "aftermath.not_passed"
    assert duties(story) == {}
    assert "Không được thông qua" in text(Client().get(url(story)))
    assert "Có hiệu lực" not in text(Client().get(url(story)))


# --- Điều 22 ------------------------------------------------------------------------------------------------------
@pytest.mark.rule("decision.annul")
def test_annulled_or_taken_again_with_reasons_by_the_ward_alone(story):
    afterwards.sent(story, "D3")
    assert refused(lambda: afterwards.annul(story, reasons=" ")) == "aftermath.reasons"
    assert refused(lambda: afterwards.annul(story, fault="law")) == "aftermath.redo_procedure"
    story.extra["chair"], chair = story.extra["ward_front"], story.extra["chair"]
    assert refused(lambda: afterwards.annul(story)) == "access.role"
    story.extra["chair"] = chair

    afterwards.annul(story)

    found = afterwards.after(story)
    assert (found.facts.state, found.effect.code) == (DecisionState.TO_REDO, "aftermath.not_in_force")
    assert duties(story) == {}
    shown = text(Client().get(url(story)))
    assert "Phải làm lại" in shown
    assert "Không mời đủ các hộ." in shown
    for page in ("/", "/bieu-quyet/"):
        assert "Phải làm lại" in text(Client().get(page))
    assert refused(lambda: afterwards.annul(story)) == "procedure.step"
    assert Annulment.objects.count() == 1


@pytest.mark.rule("decision.annul")
def test_against_the_law_it_is_annulled(story):
    afterwards.decided(story, "D1")

    afterwards.annul(story, fault="law", redo=False)

    assert afterwards.after(story).facts.state is DecisionState.ANNULLED
    assert "đã bãi bỏ vì trái pháp luật" in text(Client().get(url(story)))


# --- who does what ------------------------------------------------------------------------------------------------
def test_tasks_are_reported_and_what_is_undone_comes_back_every_six_months(story):
    afterwards.sent(story)
    ended = clock.day(story.round().closes_at)
    first = duties(story)["outcome.review"][1]
    assert (first.year, first.month) == (ended.year + (ended.month > 6), (ended.month + 5) % 12 + 1)
    task = story.vote.tasks.get()
    head = story.as_(story.head)

    def report(done_on=None, note=""):
        return services.report_task(
            head, vote_id=story.vote.pk, task_id=task.pk, done_on=done_on, note=note, at=story.at
        )

    def review(words="Đã xem."):
        return services.review_outcome(head, vote_id=story.vote.pk, words=words, at=story.at)

    assert refused(report) == "aftermath.task_note"
    assert refused(lambda: report(date(2030, 1, 1))) == "aftermath.day_to_come"
    report(note="Chưa đủ dụng cụ.")
    story.at = clock.start_of(first)
    review("Còn một việc.")
    again = duties(story)["outcome.review"][1]
    assert (again - first).days > 180

    report(clock.day(story.at), "Đã mua đủ.")
    story.wait(timedelta(days=30))
    review()

    assert duties(story) == {}
    assert OutcomeReview.objects.count() == 2
    assert "Đã mua đủ." in text(come(story.head).get(url(story, PAGE)))


def test_nothing_is_carried_out_of_what_was_annulled_or_not_announced(story, tell):
    afterwards.sent(story)
    afterwards.annul(story)
    head = story.as_(story.head)

    review = lambda: services.review_outcome(head, vote_id=story.vote.pk, words="Đã xem.", at=story.at)  # noqa: E731

    assert refused(review) == "aftermath.nothing_to_do"
    again = tell(stages.scheduled)
    review = lambda: services.review_outcome(  # noqa: E731
        again.as_(again.head), vote_id=again.vote.pk, words="Đã xem.", at=again.at
    )
    assert refused(review) == "aftermath.no_result"


# --- petitions ----------------------------------------------------------------------------------------------------
@pytest.mark.rule("decision.petition")
def test_anybody_petitions_one_of_three_and_reads_the_answer_with_the_code(story):
    afterwards.decided(story)
    browser = Client()
    page = browser.get(url(story, "kien-nghi/"))
    assert "Ban Thanh tra nhân dân" in text(page)
    empty = browser.post(url(story, "kien-nghi/"), {"addressee": "front", "words": " "})
    assert empty.status_code == 422
    assert not ResultPetition.objects.exists()

    sent = browser.post(url(story, "kien-nghi/"), {"addressee": "front", "words": "Tôi không được mời họp."})

    assert sent.status_code == 303
    made = ResultPetition.objects.get()
    assert "chưa trả lời" in text(browser.get(sent.url))
    assert browser.get(url(story, "kien-nghi/00000000x/")).status_code == 404
    answer = lambda who: services.answer_petition(  # noqa: E731
        story.as_(who), petition_id=made.pk, answer="Đã kiểm tra: giấy mời có chữ ký.", at=story.at
    )
    assert refused(lambda: answer(story.officer)) == "aftermath.wrong_body"
    assert refused(lambda: answer(story.head)) == "access.role"
    answer(story.extra["ward_front"])
    assert refused(lambda: answer(story.extra["ward_front"])) == "aftermath.answered_already"
    assert "giấy mời có chữ ký" in text(browser.get(sent.url))
    assert "Tôi không" not in str(JournalEntry.objects.get(act="voting.petition.file").facts)
    assert (
        refused(
            lambda: services.file_petition(
                story.as_(story.head), vote_id=story.vote.pk, addressee="nobody", words="x", at=story.at
            )
        )
        == "aftermath.addressee"
    )


def test_no_petition_before_there_is_a_result(tell):
    told = tell(stages.opened)
    file = lambda: services.file_petition(  # noqa: E731
        told.household(0), vote_id=told.vote.pk, addressee=Addressee.UBND, words="Sai.", at=told.at
    )
    assert refused(file) == "aftermath.no_result"
    assert Client().get(url(told, "kien-nghi/")).status_code == 409


# --- pages --------------------------------------------------------------------------------------------------------
def test_the_ward_answers_on_its_pages_and_bad_input_stays_on_the_page(story):
    afterwards.sent(story, "D3")
    chair = come(story.extra["chair"])
    page = text(chair.get(url(story, PAGE)))
    assert "Chờ Ủy ban nhân dân phường công nhận" in page
    assert "Không công nhận" in page
    day = clock.day(story.at)
    on = {"on_0": day.day, "on_1": day.month, "on_2": day.year}
    empty = chair.post(url(story, PAGE + "cong-nhan/"), {**on, "number": ""})
    assert (empty.status_code, "Hãy ghi số văn bản." in text(empty)) == (422, True)
    early = chair.post(url(story, PAGE + "cong-nhan/"), {"on_0": 1, "on_1": 1, "on_2": 2020, "number": "1/QĐ"})
    assert (early.status_code, Recognition.objects.get().granted) == (409, None)
    scan = SimpleUploadedFile("qd.pdf", stages.PDF, content_type="application/pdf")
    sent = chair.post(url(story, PAGE + "cong-nhan/"), {**on, "number": "1/QĐ", "scan": scan})
    assert sent.status_code == 303
    assert "công nhận" in text(Client().get(url(story)))
    assert chair.get(url(story, PAGE + "cong-nhan/")).status_code == 409
    assert chair.post(url(story, PAGE + "gui-lai/")).status_code == 303
    form = {**on, "number": "2/QĐ", "reasons": "Sai trình tự niêm yết.", "fault": "procedure", "redo": "redo"}
    assert chair.post(url(story, PAGE + "bai-bo/"), form).status_code == 303
    assert Annulment.objects.get().redo


def test_tasks_review_and_petition_have_pages(story):
    afterwards.sent(story)
    head = come(story.head)
    task = story.vote.tasks.get()
    day = {"done_on_0": "", "done_on_1": "", "done_on_2": ""}
    assert head.post(url(story, f"{PAGE}viec/{task.pk}/"), day).status_code == 409
    done = head.post(url(story, f"{PAGE}viec/{task.pk}/"), {**day, "note": "Đang chờ."})
    assert done.status_code == 303
    assert head.get(url(story, f"{PAGE}viec/999/")).status_code == 404
    assert head.post(url(story, f"{PAGE}xem-lai/"), {"words": "Còn chờ."}).status_code == 303
    made = services.file_petition(
        story.household(0), vote_id=story.vote.pk, addressee="ubnd", words="Sai.", at=story.at
    )
    officer = come(story.officer)
    assert "Trả lời kiến nghị này" in text(officer.get(url(story, PAGE)))
    assert officer.post(url(story, f"{PAGE}kien-nghi/{made.pk}/"), {"answer": "Đã xem."}).status_code == 303
    assert officer.get(url(story, f"{PAGE}kien-nghi/999/")).status_code == 404
