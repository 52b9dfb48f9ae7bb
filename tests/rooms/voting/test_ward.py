"""A matter of the whole ward: Chairman and Front, each khu phố apart, two thirds of them, the day UBND sets."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

import builders
from danchu.foundation import clock
from danchu.law.people import Role
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Round, Vote, WardDecision
from rooms.voting import afterwards, stages
from rooms.voting.screens import come, text
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]
WORDING = {
    "title": "Đóng góp làm đường Lê Lợi",
    "question": "Hộ ông/bà có đồng ý góp 500.000 đồng làm đường không?",
    "body": "Mỗi hộ góp 500.000 đồng.\nHộ nghèo không phải góp.",
}


@pytest.fixture
def story(tell, monkeypatch):
    """A ward of three khu phố of ten households each, with its Chairman and the Chairman of its Front."""
    monkeypatch.setattr(clock, "now", lambda: stages.START)
    told = afterwards.people_of_ward(tell(None, 10))
    for order in (4, 5):
        builders.make_households(builders.make_khu_pho(told.ward, order), 10)
    monkeypatch.setattr(clock, "now", lambda: told.at)
    return told


def proposed(story, matter="D1", form="slip"):
    return services.propose_ward(
        story.as_(story.extra["chair"]), matter=matter, form=form, wording=WORDING, at=story.at
    )


def put(story, **values):
    made = proposed(story, **values)
    services.agree_ward(story.as_(story.extra["ward_front"]), decision_id=made.pk, at=story.at)
    return services.put_ward(story.as_(story.extra["chair"]), decision_id=made.pk, at=story.at)


def counted(vote, yes):
    """The slips of a khu phố are counted and sealed."""
    at = vote.proposed_at
    Round.objects.create(
        ward_id=vote.ward_id,
        vote=vote,
        kind="content",
        opens_at=at,
        closes_at=at + timedelta(days=7),
        closed_at=at + timedelta(days=7),
        households=10,
        yes=yes,
        no=10 - yes,
        other=0,
        invalid=0,
    )
    Vote.objects.filter(pk=vote.pk).update(state="sealed")


@pytest.mark.rule("propose.ward")
def test_the_chairman_proposes_and_the_chairman_of_the_front_agrees_first(story):
    made = proposed(story)
    chair = story.as_(story.extra["chair"])
    assert refused(lambda: proposed(story, matter="D6")) == "ward.no_threshold"
    assert refused(lambda: proposed(story, form="online")) == "form.online_only_D6"
    assert refused(lambda: proposed(story, matter="D3")) == "scope.khu_pho_only"
    put_it = lambda: services.put_ward(chair, decision_id=made.pk, at=story.at)  # noqa: E731
    assert refused(put_it) == "proposal.agreement_front"
    assert refused(lambda: services.agree_ward(chair, decision_id=made.pk, at=story.at)) == "access.role"

    services.agree_ward(story.as_(story.extra["ward_front"]), decision_id=made.pk, at=story.at)
    put_it()

    votes = Vote.objects.filter(ward_decision=made)
    assert {(one.scope, one.form, one.matter) for one in votes} == {("ward", "slip", "D1")}
    assert {one.khu_pho.order for one in votes} == {3, 4, 5}
    assert refused(put_it) == "proposal.settled"
    withdraw = lambda: services.withdraw_ward(chair, decision_id=made.pk, at=story.at)  # noqa: E731
    assert refused(withdraw) == "proposal.settled"


@pytest.mark.rule("pass.D1D2.ward", "effect.ward")
def test_it_passes_by_two_thirds_of_the_khu_pho_and_the_ward_sets_the_day(story):
    made = put(story)
    one, two, three = made.votes.order_by("khu_pho__order")
    counted(one, 7)
    counted(two, 6)  # one household short of two thirds of ten
    row = queries.ward_row(made, story.at)
    assert row.total.code == "aftermath.units_pending"
    assert [unit.outcome and unit.outcome.passed for unit in row.units] == [True, False, None]

    def effect(on):
        return services.set_ward_effect(
            story.as_(story.officer), decision_id=made.pk, on=on, number="20/QĐ-UBND", at=story.at
        )

    today = clock.day(story.at)
    assert refused(lambda: effect(today)) == "aftermath.units_pending"
    counted(three, 10)
    row = queries.ward_row(made, story.at)
    assert (row.total.passed, row.total.yes, row.total.of, row.total.needed) == (True, 2, 3, 2)
    assert row.effect.on is None
    assert refused(lambda: effect(today)) == "ward.effect_before"

    effect(today + timedelta(days=30))

    made.refresh_from_db()
    assert queries.ward_row(made, story.at).effect.on == today + timedelta(days=30)
    page = text(Client().get(f"/bieu-quyet/viec-phuong/{made.slug}/"))
    assert "theo văn bản số 20/QĐ-UBND" in page
    assert "6/10 hộ tán thành; cần 7 hộ" in page


@pytest.mark.rule("pass.D1D2.ward")
def test_one_khu_pho_short_it_does_not_pass(story):
    made = put(story)
    for vote, yes in zip(made.votes.order_by("khu_pho__order"), (7, 6, 6), strict=True):
        counted(vote, yes)

    row = queries.ward_row(made, story.at)

    assert (row.total.passed, row.effect.code) == (False, "aftermath.not_passed")
    effect = lambda: services.set_ward_effect(  # noqa: E731
        story.as_(story.officer), decision_id=made.pk, on=clock.day(story.at), number="1", at=story.at
    )
    assert refused(effect) == "aftermath.not_passed"


def test_it_is_done_on_the_pages_of_chairman_front_and_officer(story):
    chair, front = come(story.extra["chair"]), come(story.extra["ward_front"])
    base = "/bieu-quyet/viec-phuong/"
    assert "Đề xuất việc của cả phường" in text(chair.get(base))
    assert chair.post(f"{base}moi/", {**WORDING, "matter": "D1", "form": ""}).status_code == 422
    sent = chair.post(f"{base}moi/", {**WORDING, "matter": "D1", "form": "slip"})
    assert (sent.status_code, sent.url) == (303, f"{base}dong-gop-lam-duong-le-loi/")
    assert "Thống nhất, thay mặt Mặt trận phường" in text(front.get(sent.url))
    assert front.post(f"{sent.url}thong-nhat/").status_code == 303
    assert "Đưa ra từng khu phố" in text(chair.get(sent.url))
    assert chair.post(f"{sent.url}dua-ra/").status_code == 303
    assert Vote.objects.count() == 3
    officer = come(story.officer)
    day = {"on_0": 1, "on_1": 12, "on_2": 2026}
    assert officer.post(f"{sent.url}hieu-luc/", {**day, "number": "20/QĐ"}).status_code == 409
    assert "Còn 3/3 khu phố chưa có kết quả" in text(Client().get(base))
    assert Client().get(f"{base}khong-co/").status_code == 404


def test_without_khu_pho_or_before_it_is_put_it_is_withdrawn(story):
    made = proposed(story)
    chair = story.as_(story.extra["chair"])
    services.withdraw_ward(chair, decision_id=made.pk, at=story.at)
    assert not queries.ward_decisions().exists()
    again = lambda: services.agree_ward(  # noqa: E731
        story.as_(story.extra["ward_front"]), decision_id=made.pk, at=story.at
    )
    assert refused(again) == "proposal.settled"
    assert WardDecision.objects.get().withdrawn_at == story.at
    assert "Việc này đã rút" in text(Client().get(f"/bieu-quyet/viec-phuong/{made.slug}/"))


def test_only_the_chairman_proposes(story):
    for person in (story.head, story.officer, builders.make_staff(story.ward, Role.DELEGATE)):
        actor = story.as_(person)
        propose = lambda who=actor: services.propose_ward(  # noqa: E731
            who, matter="D1", form="slip", wording=WORDING, at=story.at
        )
        assert refused(propose) == "access.role"
