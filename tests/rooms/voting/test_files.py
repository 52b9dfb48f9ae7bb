"""Giấy tờ của một cuộc biểu quyết: opened by those who work with that vote, and by nobody else."""

from __future__ import annotations

import pytest
from django.test import Client

import builders
from danchu.foundation.access.models import Mandate
from danchu.foundation.files.models import StoredFile
from danchu.law.acts import Act
from danchu.law.people import Role
from rooms.voting import stages

pytestmark = pytest.mark.django_db


def opens(person, stored):
    client = Client()
    builders.log_in(client, person)
    response = client.get(f"/tep/{stored.pk}/")
    if response.status_code == 200:
        assert b"".join(response.streaming_content) == stages.PDF
    return response.status_code


def test_team_opens_the_scans_of_its_vote_without_any_mandate(stage):
    story = stage(stages.signed)
    for act in (Act.VOTING_VOTE_MANAGE, Act.VOTING_MINUTES_SIGN):
        assert opens(story.it, story.paper(act)) == 200


def test_a_member_who_left_the_team_does_not(stage):
    story = stage(stages.signed)
    story.vote.team.filter(staff=story.it).update(left_at=story.at)

    assert opens(story.it, story.paper()) == 403


def test_one_who_stood_for_the_front_opens_it_only_while_holding_that_mandate(stage):
    story = stage(stages.signed)
    stored = story.paper(Act.VOTING_MINUTES_SIGN)
    assert opens(story.front, stored) == 200

    Mandate.objects.filter(staff=story.front).delete()

    assert opens(story.front, stored) == 403


@pytest.mark.parametrize(
    ("role", "manage", "sign"),
    [
        (Role.HEAD, 200, 200),
        (Role.DEPUTY_HEAD, 200, 403),
        (Role.FRONT_HEAD, 200, 200),
        (Role.FRONT_MEMBER, 200, 403),
        (Role.WARD_OFFICER, 200, 403),
        (Role.WARD_FRONT, 200, 403),
        (Role.WARD_CHAIR, 200, 403),
        (Role.DELEGATE, 200, 403),
        (Role.OBSERVER, 403, 403),
        (Role.OPERATOR, 403, 403),
    ],
)
def test_every_role_by_the_act_the_paper_was_filed_under(stage, role, manage, sign):
    story = stage(stages.proposed)
    own = role in {Role.HEAD, Role.DEPUTY_HEAD, Role.FRONT_HEAD, Role.FRONT_MEMBER}
    person = builders.make_staff(story.ward, role, khu_pho=story.khu_pho if own else None)

    assert opens(person, story.paper(Act.VOTING_VOTE_MANAGE)) == manage
    assert opens(person, story.paper(Act.VOTING_MINUTES_SIGN)) == sign


def test_team_of_another_vote_and_other_khu_pho_and_ward_do_not(stage):
    story = stage(stages.team_set)
    first = story.paper()
    stages.proposed(story)
    second = story.paper()  # a vote whose team is not set up yet
    head = builders.make_staff(story.ward, Role.HEAD, khu_pho=builders.make_khu_pho(story.ward, 4))

    assert [opens(story.it, one) for one in (first, second)] == [200, 403]
    assert opens(head, first) == 403

    elsewhere = builders.make_ward("Bến Sỏi")
    client = Client()
    builders.log_in(client, builders.make_staff(elsewhere, Role.WARD_OFFICER))
    assert client.get(f"/w/{elsewhere.slug}/tep/{first.pk}/").status_code == 404


@pytest.mark.parametrize(
    "subject", ["", "vote", "vote:", "vote:x", "vote:²", "vote:999999", "household:{}", "meeting:{}"]
)
def test_a_paper_filed_for_something_else_is_not_opened_by_the_team(stage, subject):
    story = stage(stages.team_set)
    stored = story.paper()
    StoredFile.objects.filter(pk=stored.pk).update(subject=subject.format(story.vote.pk))

    assert opens(story.it, stored) == 403
    assert opens(story.head, stored) == 200


def test_a_paper_that_lies_in_another_khu_pho_than_its_vote_is_not_opened_by_the_team(stage):
    story = stage(stages.team_set)
    stored = story.paper()
    StoredFile.objects.filter(pk=stored.pk).update(khu_pho=builders.make_khu_pho(story.ward, 4))

    assert opens(story.it, stored) == 403


def test_household_opens_no_paper_of_the_file(stage):
    story = stage(stages.opened)
    for act in (Act.VOTING_VOTE_MANAGE, Act.PEOPLE_REPRESENTATIVE_CHANGE):
        stored = story.paper(act)
        client = Client()
        builders.log_in_household(client, story.households[0])

        assert client.get(f"/tep/{stored.pk}/").status_code in {302, 403}
