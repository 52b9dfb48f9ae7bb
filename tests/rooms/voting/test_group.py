"""A vote held in the khu phố's Zalo group: chosen by the head, read by two people apart, its pictures erased."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from danchu.foundation import clock
from danchu.foundation.files import services as files
from danchu.law.answers import Refused
from danchu.law.states import Choice, Route
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.models import GroupAnswer
from rooms.voting import stages
from rooms.voting.screens import come, text, url

pytestmark = pytest.mark.db
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64


@pytest.fixture
def in_group(stage, monkeypatch):
    """``in_group(stages.opened)``: the head chose the group where others choose this site."""
    monkeypatch.setattr(services, "choose_application", services.choose_group)
    return stage


def refused(do, *args, **kwargs) -> str:
    with pytest.raises(Refused) as caught:
        do(*args, **kwargs)
    return caught.value.refusal.code


def enter(story, person, index, choice=Choice.YES, words=""):
    return services.enter_answer(
        story.as_(person), vote_id=story.vote.pk, line_id=story.line(index).pk, choice=choice, words=words, at=story.at
    )


def picture(story, person=None, days=30):
    upload = SimpleUploadedFile("nhom.png", PNG, content_type="image/png")
    day = clock.day(story.at) + timedelta(days=days)
    actor = story.as_(person or story.front)
    return services.keep_picture(actor, vote_id=story.vote.pk, upload=upload, erase_on=day, at=story.at)


def test_two_people_alike_make_the_entry_and_one_changes_it(in_group):
    story = in_group(stages.opened)
    assert story.reload().in_group
    alone = enter(story, story.front, 0)
    both = enter(story, story.it, 0)
    again = enter(story, story.it, 0)
    differs = enter(story, story.it, 0, Choice.NO)
    agreed = enter(story, story.front, 0, Choice.NO)

    assert (alone, differs) == (None, None)
    assert both == again
    assert both.route == Route.GROUP
    assert queries.standing_ballot(story.round(), story.line(0)) == agreed
    assert agreed.choice.choice == Choice.NO
    assert GroupAnswer.objects.filter(dropped_at=None).count() == 2
    assert [one for one in queries.broken() if one[1]] == []


def test_this_site_takes_no_ballot_while_the_group_is_asked(in_group):
    story = in_group(stages.opened)

    assert refused(story.cast, 0) == "voting.not_running"
    page = text(come(story.head).get(url(story)))
    assert "Cuộc biểu quyết này diễn ra trong nhóm Zalo" in page
    assert "trang này không nhận phiếu" in page


def test_the_group_is_sealed_with_every_answer_paired_and_a_picture(in_group):
    story = in_group(stages.opened)
    for person in (story.front, story.it):
        for index in range(6):
            enter(story, person, index)
    enter(story, story.front, 7, Choice.OTHER, "Nên dời ngày.")
    stages.closed(story)
    assert story.round().yes == 6
    unpaired = refused(stages.sealed, story)
    enter(story, story.it, 7, Choice.OTHER, "Nên dời ngày.")
    assert story.round().other == 1
    without = refused(stages.sealed, story)
    picture(story)
    stages.sealed(story)

    assert (unpaired, without) == ("group.unpaired", "group.no_picture")
    assert refused(enter, story, story.front, 1) == "group.not_running"
    outcome = queries.content_outcome(story.reload(), story.round())
    assert (outcome.passed, outcome.yes) == (True, 6)


def test_a_secret_vote_is_not_held_in_a_group(tell):
    story = tell(stages.agreed)
    type(story.vote).objects.filter(pk=story.vote.pk).update(secret=True)

    assert refused(services.choose_group, story.as_(story.head), vote_id=story.vote.pk, at=story.at) == "group.secret"


def test_only_the_team_enters(in_group):
    story = in_group(stages.opened)
    assert refused(enter, story, story.officer, 0) == "access.role"
    plain = come(story.head).get(url(story, "ho-so/nhom/"))
    assert "Câu trả lời trong nhóm Zalo" in text(plain)
    sent = come(story.head).post(
        url(story, f"ho-so/nhom/{story.line(2).pk}/"), {"choice": "no", "words": ""}, follow=True
    )
    assert "Anh/chị đã ghi; chờ người thứ hai" in text(sent)
    assert come(story.head).post(url(story, f"ho-so/nhom/{story.line(2).pk}/"), {}).status_code == 422


def test_a_picture_is_for_the_team_and_erased_on_its_day(in_group):
    story = in_group(stages.opened)
    one = picture(story)
    path = files.path_of(story.ward.pk, one.file.sha256)
    assert path.exists()

    client = come(story.front)
    address = f"/tep/{one.file_id}/"
    opened = client.get(address)
    assert b"".join(opened.streaming_content) == PNG
    assert come(story.officer).get(address).status_code == 403
    services.erase_pictures(story.at + timedelta(days=29))
    assert path.exists()
    assert services.erase_pictures(story.at + timedelta(days=30)) == 1
    assert services.erase_pictures(story.at + timedelta(days=31)) == 0
    one.refresh_from_db()
    assert not path.exists()
    assert one.erased_at is not None
    assert client.get(address).status_code == 404


def test_a_picture_others_filed_too_keeps_its_bytes(in_group):
    story = in_group(stages.opened)
    first, second = picture(story, days=10), picture(story, days=20)
    assert first.file.sha256 == second.file.sha256

    services.erase_pictures(story.at + timedelta(days=10))
    assert files.path_of(story.ward.pk, first.file.sha256).exists()
