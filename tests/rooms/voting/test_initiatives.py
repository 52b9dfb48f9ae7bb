"""Initiatives: filed, endorsed by card and on paper, approved by the Front, put to the community."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

import builders
from danchu.foundation import clock
from danchu.foundation.journal.models import Entry as JournalEntry
from danchu.foundation.places.models import SettingValue
from danchu.law.acts import Act
from danchu.law.people import Residence, Role
from danchu.law.proposals import NextStep
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import Endorsement, Initiative
from rooms.voting import gathering, stages
from rooms.voting.screens import come, text
from rooms.voting.test_ballots import refused

pytestmark = [pytest.mark.django_db, pytest.mark.db]


@pytest.fixture
def story(tell, monkeypatch):
    """Twenty-one households: three must stand behind an initiative."""
    told = tell(None, 21)
    monkeypatch.setattr(clock, "now", lambda: told.at)
    return told


@pytest.mark.rule("propose.initiative")
def test_a_tenth_of_all_households_is_enough(story):
    initiative = gathering.filed(story)

    assert gathering.standing(story, initiative).valid == 1
    gathering.endorsed(story, initiative, 1)
    before = gathering.standing(story, initiative)
    assert (before.valid, before.needed, before.short, before.step) == (2, 3, 1, NextStep.GATHER)
    assert refused(lambda: gathering.put(story, initiative)) == "proposal.endorsements"

    gathering.endorsed(story, initiative, 2)

    vote = gathering.put(story, initiative)
    assert (vote.matter, vote.form, vote.khu_pho) == ("D6", "meeting", story.khu_pho)
    assert queries.initiative_by_slug(initiative.slug).vote == vote
    assert refused(lambda: gathering.put(story, initiative)) == "proposal.settled"


@pytest.mark.rule("propose.initiative.below")
def test_below_a_tenth_the_front_committee_approves_or_says_why_not(story):
    initiative = gathering.filed(story)

    def answer(approves, reason=""):
        return services.approve_initiative(
            story.as_(story.front), initiative_id=initiative.pk, approves=approves, reason=reason, at=story.at
        )

    assert refused(lambda: answer(False, " ")) == "proposal.reason"
    answer(False, "Trùng với kế hoạch của phường.")
    assert refused(lambda: gathering.put(story, initiative)) == "proposal.endorsements"
    answer(True)

    assert gathering.standing(story, initiative).rule == "propose.initiative.below"
    assert gathering.put(story, initiative).pk
    assert refused(lambda: answer(True)) == "proposal.settled"


@pytest.mark.rule("propose.initiative.validity")
def test_an_endorsement_counts_three_months_and_may_be_given_anew(story):
    initiative = gathering.filed(story)
    gathering.endorsed(story, initiative, 1)
    assert refused(lambda: gathering.endorsed(story, initiative, 1)) == "proposal.endorsed_already"

    story.at += timedelta(days=92)  # 2/11/2026 → 2/2/2027: the last day
    assert gathering.standing(story, initiative).valid == 2
    story.at += timedelta(days=1)
    after = gathering.standing(story, initiative)
    assert (after.valid, after.expired) == (0, 2)

    gathering.endorsed(story, initiative, 1)

    assert gathering.standing(story, initiative).valid == 1
    assert Endorsement.objects.filter(household=story.households[1]).count() == 2


def test_a_signed_list_is_written_down_whole_or_not_at_all(story):
    initiative = gathering.filed(story)
    assert refused(lambda: gathering.on_paper(story, initiative, ["3-002", "3-999"])) == "proposal.household_unknown"
    assert gathering.standing(story, initiative).valid == 1
    tomorrow = date(2026, 11, 3)
    assert refused(lambda: gathering.on_paper(story, initiative, ["3-002"], tomorrow)) == "proposal.given_later"

    assert gathering.on_paper(story, initiative, ["3-002", "3-003", "3-003"], date(2026, 10, 20)) == 2

    assert gathering.standing(story, initiative).valid == 3
    assert gathering.standing(story, initiative).until == date(2027, 1, 20)
    assert refused(lambda: gathering.on_paper(story, initiative, ["3-002"])) == "proposal.endorsed_already"
    rows = Endorsement.objects.filter(paper__isnull=False)
    assert {one.recorded_by for one in rows} == {story.head}


def test_a_household_takes_back_what_was_given_by_card_or_on_paper(story):
    initiative = gathering.filed(story)
    gathering.on_paper(story, initiative, ["3-002"])

    for _ in range(2):
        services.unendorse_initiative(story.household(1), initiative_id=initiative.pk, at=story.at)

    assert gathering.standing(story, initiative).valid == 1
    gathering.endorsed(story, initiative, 1)
    assert gathering.standing(story, initiative).valid == 2


def test_one_standing_endorsement_a_household_is_kept_by_the_database(story):
    initiative = gathering.filed(story)
    row = initiative.endorsements.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Endorsement.objects.create(
            ward=story.ward,
            initiative=initiative,
            household=row.household,
            given_on=row.given_on,
            recorded_at=story.at,
        )


def test_households_elsewhere_or_not_counted_do_not_endorse(story):
    initiative = gathering.filed(story)
    elsewhere = builders.make_household(builders.make_khu_pho(story.ward, 5))

    def endorse(home):
        return services.endorse_initiative(builders.household_actor(home), initiative_id=initiative.pk, at=story.at)

    assert refused(lambda: endorse(elsewhere)) == "proposal.not_counted"
    assert refused(lambda: gathering.on_paper(story, initiative, [elsewhere.number])) == "proposal.household_unknown"
    guest = builders.make_household(story.khu_pho, number="3-901", residence=Residence.TEMPORARY)
    SettingValue.objects.create(
        ward=story.ward,
        key="roll.who_counts",
        value="permanent_only",
        valid_from=builders.LONG_AGO,
        basis="Quyết định",
        set_at=story.at,
    )
    assert refused(lambda: endorse(guest)) == "proposal.not_counted"


def test_a_household_that_left_no_longer_stands_behind_it(story):
    initiative = gathering.filed(story)
    gathering.endorsed(story, initiative, 1, 2)
    home = story.households[2]
    home.valid_to = date(2026, 11, 2)
    home.save()

    now = gathering.standing(story, initiative)

    assert (now.valid, now.needed) == (2, 2)


@pytest.mark.parametrize("matter", ["D1", "D2", "D3", "D5", "D6"])
def test_matters_a_resident_may_propose(story, matter):
    assert gathering.filed(story, matter=matter).matter == matter


def test_the_heads_election_is_no_initiative_and_online_only_for_d6(story):
    assert refused(lambda: gathering.filed(story, matter="D4")) == "proposal.head_has_rules"
    initiative = gathering.filed(story, matter="D1")
    gathering.endorsed(story, initiative, 1, 2)

    assert refused(lambda: gathering.put(story, initiative, "online")) == "form.online_only_D6"
    assert refused(lambda: gathering.put(story, initiative, "slip")) == "form.slip_after_meeting"
    assert Initiative.objects.get().vote is None


def test_only_the_proposers_household_withdraws_and_nothing_is_deleted(story):
    initiative = gathering.filed(story)
    gathering.endorsed(story, initiative, 1)

    for index in (1, 2):
        call = lambda index=index: services.withdraw_initiative(  # noqa: E731
            story.household(index), initiative_id=initiative.pk, at=story.at
        )
        assert refused(call) == "access.role"
    services.withdraw_initiative(story.household(0), initiative_id=initiative.pk, at=story.at)

    assert refused(lambda: gathering.endorsed(story, initiative, 2)) == "proposal.settled"
    assert Endorsement.objects.count() == 2
    assert list(queries.initiatives_in()) == []


ROLES = {
    Act.VOTING_INITIATIVE_FILE: {"head"},
    Act.VOTING_INITIATIVE_RECORD: {"head", "deputy", "front"},
    Act.VOTING_INITIATIVE_APPROVE: {"front"},
    Act.VOTING_INITIATIVE_PUT: {"head"},
    Act.VOTING_INITIATIVE_ENDORSE: set(),
    Act.VOTING_INITIATIVE_UNENDORSE: set(),
    Act.VOTING_INITIATIVE_WITHDRAW: set(),
}


def test_every_act_by_every_office(story):
    """Offices of the khu phố next door and of the ward do none of it."""
    initiative = gathering.filed(story)
    other = builders.make_khu_pho(story.ward, 5)
    people = {
        "head": story.head,
        "front": story.front,
        "officer": story.officer,
        "deputy": builders.make_staff(story.ward, Role.DEPUTY_HEAD, khu_pho=story.khu_pho),
        "member": builders.make_staff(story.ward, Role.FRONT_MEMBER, khu_pho=story.khu_pho),
        "head_elsewhere": builders.make_staff(story.ward, Role.HEAD, khu_pho=other),
        "chair": builders.make_staff(story.ward, Role.WARD_CHAIR),
        "delegate": builders.make_staff(story.ward, Role.DELEGATE),
    }
    key = {"initiative_id": initiative.pk, "at": story.at}
    paper = story.paper_of("khu_pho:1")
    calls = {
        Act.VOTING_INITIATIVE_FILE: lambda actor: services.file_initiative(
            actor, household=story.households[5], at=story.at, **gathering.TEXT
        ),
        Act.VOTING_INITIATIVE_RECORD: lambda actor: services.record_endorsements(
            actor, numbers=[], given_on=date(2026, 11, 2), paper=paper, **key
        ),
        Act.VOTING_INITIATIVE_APPROVE: lambda actor: services.approve_initiative(
            actor, approves=False, reason="Chưa rõ.", **key
        ),
        Act.VOTING_INITIATIVE_PUT: lambda actor: services.put_initiative(actor, form="meeting", wording={}, **key),
        Act.VOTING_INITIATIVE_ENDORSE: lambda actor: services.endorse_initiative(actor, **key),
        Act.VOTING_INITIATIVE_UNENDORSE: lambda actor: services.unendorse_initiative(actor, **key),
        Act.VOTING_INITIATIVE_WITHDRAW: lambda actor: services.withdraw_initiative(actor, **key),
    }

    def tries(call, actor):
        try:
            with transaction.atomic():
                call(actor)
        except Exception as error:
            if getattr(error, "refusal", None) is None:
                raise
            return error.refusal.code != "access.role"
        return True

    may = {
        act: {name for name, person in people.items() if tries(call, story.as_(person))} for act, call in calls.items()
    }

    assert may == ROLES


def test_journal_names_every_step_and_no_name(story):
    initiative = gathering.filed(story)
    gathering.endorsed(story, initiative, 1, 2)
    gathering.put(story, initiative)

    told = [
        (one.act, one.facts)
        for one in JournalEntry.objects.filter(subject=f"initiative:{initiative.pk}").order_by("pk")
    ]

    assert [act for act, _ in told] == [
        Act.VOTING_INITIATIVE_FILE,
        Act.VOTING_INITIATIVE_ENDORSE,
        Act.VOTING_INITIATIVE_ENDORSE,
        Act.VOTING_INITIATIVE_PUT,
    ]
    assert "Nguyễn" not in str(told)


# --- pages --------------------------------------------------------------------------------------------------------
def of_household(story, index):
    client = Client()
    builders.log_in_household(client, story.households[index])
    return client


def test_a_resident_starts_one_neighbours_endorse_it_and_the_head_puts_it(story):
    page = of_household(story, 0).post("/bieu-quyet/sang-kien/moi/", gathering.TEXT)
    assert page.status_code == 303
    address = page["Location"]

    shown = text(Client().get(address))
    assert "Dọn rác kênh cuối xóm" in shown
    assert "Người nêu Nguyễn Văn An" in shown
    assert "Có 1/21 hộ đồng thuận còn giá trị; cần ít nhất 3" in shown
    assert "Đồng thuận bằng thẻ của hộ" in shown
    for index in (1, 2):
        client = of_household(story, index)
        assert "Hộ tôi đồng thuận" in text(client.get(address))
        assert client.post(f"{address}dong-thuan/").status_code == 303
        assert "Hộ của ông/bà đã đồng thuận" in text(client.get(address))
    again = client.post(f"{address}dong-thuan/")
    assert (again.status_code, "Hộ này đã đồng thuận" in text(again)) == (409, True)

    head = come(story.head)
    assert "Đưa ra cộng đồng" in text(head.get(address))
    answer = {"form": "meeting", "question": "Hộ ông/bà có đồng ý dọn kênh không?"}
    assert head.post(f"{address}dua-ra/", {"form": "online"}).status_code == 422
    done = head.post(f"{address}dua-ra/", answer)
    assert done.status_code == 303
    assert Initiative.objects.get().vote.question == answer["question"]
    assert "Đã đưa ra cộng đồng" in text(Client().get(address))
    assert "Đã đưa ra cộng đồng" in text(Client().get("/bieu-quyet/sang-kien/"))


def test_the_head_writes_down_what_came_on_paper(story):
    def scan():
        return SimpleUploadedFile("don.pdf", stages.PDF, content_type="application/pdf")

    head = come(story.head)
    wrong = head.post("/bieu-quyet/sang-kien/moi-giay/", {**gathering.TEXT, "number": "9-999", "scan": scan()})
    assert (wrong.status_code, "Không thấy hộ 9-999" in text(wrong)) == (409, True)
    assert head.post("/bieu-quyet/sang-kien/moi-giay/", {}).status_code == 422
    page = head.post("/bieu-quyet/sang-kien/moi-giay/", {**gathering.TEXT, "number": "3-004", "scan": scan()})
    address = page["Location"]

    lines = {"numbers": "3-005; 3-006\n3-005", "given_on_0": "1", "given_on_1": "11", "given_on_2": "2026"}
    assert head.post(f"{address}danh-sach-giay/", {**lines, "scan": scan()}).status_code == 303

    assert "Có 3/21 hộ đồng thuận" in text(Client().get(address))
    assert head.post(f"{address}danh-sach-giay/", {**lines, "numbers": " , "}).status_code == 422


def test_the_front_answers_and_the_reason_is_shown(story):
    initiative = gathering.filed(story)
    address = f"/bieu-quyet/sang-kien/{initiative.slug}/"
    front = come(story.front)

    assert "Có 1/21 hộ" in text(front.get(f"{address}mat-tran/"))
    assert front.post(f"{address}mat-tran/", {"approves": "no"}).status_code == 409
    assert front.post(f"{address}mat-tran/", {"approves": "no", "reason": "Kênh do phường quản lý."}).status_code == 303

    assert "không tán thành: Kênh do phường quản lý." in text(Client().get(address))


def test_a_household_of_another_khu_pho_reads_and_does_not_endorse(story):
    initiative = gathering.filed(story)
    client = Client()
    builders.log_in_household(client, builders.make_household(builders.make_khu_pho(story.ward, 5)))

    shown = text(client.get(f"/bieu-quyet/sang-kien/{initiative.slug}/"))

    assert "Chỉ các hộ của khu phố này đồng thuận được" in shown
    assert not re.search("Hộ tôi đồng thuận", shown)


def test_another_ward_never_sees_it(story):
    initiative = gathering.filed(story)
    other = builders.make_ward("Chánh Hiệp")

    assert Client().get(f"/w/{other.slug}/bieu-quyet/sang-kien/{initiative.slug}/").status_code == 404


def test_the_list_costs_the_same_however_long_and_is_by_khu_pho(story):
    gathering.filed(story)
    other = builders.make_khu_pho(story.ward, 5)
    with CaptureQueriesContext(connection) as few:
        Client().get("/bieu-quyet/sang-kien/")
    for index in range(1, 9):
        gathering.filed(story, index, title=f"Việc {index}")
    with CaptureQueriesContext(connection) as more:
        Client().get("/bieu-quyet/sang-kien/")

    assert len(more) == len(few)
    assert "Dọn rác kênh" in text(Client().get(f"/bieu-quyet/sang-kien/?khu-pho={story.khu_pho.slug}"))
    assert "Chưa có sáng kiến nào" in text(Client().get(f"/bieu-quyet/sang-kien/?khu-pho={other.slug}"))
