"""From publication to a recording everybody can play."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

import builders
from channels.samples import ROAD
from danchu.channels import publishing
from danchu.channels.models import Rendition
from danchu.foundation.files.services import path_of

AT = builders.AT
pytestmark = [pytest.mark.django_db, pytest.mark.part("voice")]


@pytest.fixture(autouse=True)
def known_host(settings):
    settings.ALLOWED_HOSTS = ["phuong.example"]


def ask(ward, announcement=ROAD, at=AT, subject="vote:1"):
    publishing.publish(announcement, ward_id=ward.pk, subject=subject, at=at)


def make_all(at=AT):
    for one in publishing.waiting(at):
        publishing.make(one, at=at)


def get(client, ward, address, **headers):
    ward.host = "phuong.example"
    ward.save()
    answer = client.get(address, SERVER_NAME="phuong.example", headers={"accept-encoding": "gzip, br", **headers})
    answer.body = answer.getvalue()  # read to its end, a file is closed
    return answer


def test_nothing_is_there_until_the_worker_made_it(ward):
    ask(ward)

    assert publishing.published(ward_id=ward.pk, subject="vote:1") == publishing.Published()

    make_all()
    found = publishing.published(ward_id=ward.pk, subject="vote:1")
    assert found.audio.startswith("/nghe/")
    assert found.picture.startswith("/hinh/")
    assert 40 <= found.seconds <= 90


def test_asking_twice_makes_one(ward):
    ask(ward)
    ask(ward)

    assert Rendition.objects.count() == 2
    assert len({row.digest for row in Rendition.objects.all()}) == 2


@pytest.mark.django_db(transaction=True)
def test_jobs_are_queued_when_the_publication_is_committed_and_not_before(ward):
    with transaction.atomic():
        ask(ward)
        assert not DBTaskResult.objects.exists()
    assert DBTaskResult.objects.count() == 2

    with transaction.atomic():
        ask(ward, subject="vote:2")
        transaction.set_rollback(True)
    assert DBTaskResult.objects.count() == 2
    assert not Rendition.objects.filter(subject="vote:2").exists()


def test_corrected_words_leave_no_old_recording(ward):
    ask(ward)
    make_all()
    old = publishing.published(ward_id=ward.pk, subject="vote:1")

    ask(ward, replace(ROAD, title="Nâng cấp đường hẻm 15"), AT + builders.minutes(1))
    between = publishing.published(ward_id=ward.pk, subject="vote:1")
    make_all()
    new = publishing.published(ward_id=ward.pk, subject="vote:1")

    assert (between.audio, between.picture) == ("", "")
    assert new.audio not in {"", old.audio}

    ask(ward, ROAD, AT + builders.minutes(2))
    assert publishing.published(ward_id=ward.pk, subject="vote:1").audio == old.audio


def test_withdrawn_is_no_longer_found(ward, client):
    ask(ward)
    make_all()
    found = publishing.published(ward_id=ward.pk, subject="vote:1")

    publishing.withdraw(ward_id=ward.pk, subject="vote:1")

    assert publishing.published(ward_id=ward.pk, subject="vote:1") == publishing.Published()
    assert get(client, ward, found.audio).status_code == 404


def test_making_twice_changes_nothing(ward):
    ask(ward)
    ids = list(publishing.waiting(AT))
    make_all()
    before = list(Rendition.objects.order_by("pk").values())

    for one in ids:
        publishing.make(one, at=AT + builders.minutes(5))
    publishing.make(999_999, at=AT)

    assert list(Rendition.objects.order_by("pk").values()) == before


def test_without_a_voice_sound_waits_and_pictures_do_not(ward, settings):
    ask(ward)
    settings.DANCHU_VOICE = "khong-co-chuong-trinh-nay {text} {wav}"

    assert len(list(publishing.waiting(AT))) == 1
    for one in Rendition.objects.values_list("pk", flat=True):
        publishing.make(one, at=AT)

    found = publishing.published(ward_id=ward.pk, subject="vote:1")
    assert found.picture
    assert not found.audio
    settings.DANCHU_VOICE = ""
    make_all()
    assert publishing.published(ward_id=ward.pk, subject="vote:1").audio


def test_a_voice_that_keeps_failing_is_given_up(ward, settings):
    ask(ward)
    settings.DANCHU_VOICE = "false"

    for _ in range(5):
        make_all()

    row = Rendition.objects.get(kind=Rendition.Kind.AUDIO)
    assert (row.state, row.attempts, row.why) == (Rendition.State.FAILED, publishing.TRIES, "program")


def test_recording_is_played_whole_and_in_parts(ward, client, tmp_path):
    ask(ward)
    make_all()
    address = publishing.published(ward_id=ward.pk, subject="vote:1").audio
    row = Rendition.objects.get(kind=Rendition.Kind.AUDIO)
    data = path_of(ward.pk, row.sha256).read_bytes()

    whole = get(client, ward, address)
    assert "Content-Encoding" not in whole
    assert (whole.status_code, whole["Content-Type"], whole["Accept-Ranges"]) == (200, "audio/mpeg", "bytes")
    assert whole.body == data

    for asked, start, end in (("bytes=0-1", 0, 2), ("bytes=100-", 100, len(data)), ("bytes=-50", len(data) - 50, None)):
        part = get(client, ward, address, range=asked)
        content = part.body
        assert part.status_code == 206
        assert content == data[start:end]
        assert int(part["Content-Length"]) == len(content)
        assert part["Content-Range"] == f"bytes {start}-{start + len(content) - 1}/{len(data)}"

    beyond = get(client, ward, address, range=f"bytes={len(data)}-")
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(data)}")
    for odd in ("bytes=5-2", "bytes=-0"):
        assert get(client, ward, address, range=odd).status_code == 416
    for odd in ("bytes=-", "bytes=a-b", "bytes=0-1,5-6", "lines=1-2"):
        assert get(client, ward, address, range=odd).status_code == 200


def test_picture_is_served_as_one(ward, client):
    ask(ward)
    make_all()

    answer = get(client, ward, publishing.published(ward_id=ward.pk, subject="vote:1").picture)

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer.body.startswith(b"\x89PNG")


def test_another_ward_has_no_such_recording(ward, client):
    ask(ward)
    make_all()
    address = publishing.published(ward_id=ward.pk, subject="vote:1").audio
    stranger = builders.make_ward("An Phú")

    assert get(client, stranger, address).status_code == 404
    assert get(client, stranger, f"/nghe/{'0' * 64}.mp3").status_code == 404


def test_lost_file_is_a_missing_page_and_no_accident(ward, client):
    ask(ward)
    make_all()
    row = Rendition.objects.get(kind=Rendition.Kind.AUDIO)
    path_of(ward.pk, row.sha256).unlink()

    assert get(client, ward, f"/nghe/{row.digest}.mp3").status_code == 404
