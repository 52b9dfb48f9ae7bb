"""What the operator is told about the voice."""

from __future__ import annotations

import pytest
from django_scopes import scopes_disabled

import builders
from channels.samples import ROAD
from danchu.channels import publishing
from danchu.channels.models import Rendition
from danchu.server import doctor

pytestmark = pytest.mark.django_db


def finding(name):
    with scopes_disabled():
        return next(one for one in doctor._voice() if one.name == name)


def test_a_missing_voice_is_said_plainly_and_is_no_fault(settings):
    settings.DANCHU_VOICE = "khong-co-chuong-trinh-nay {text} {wav}"

    found = finding("voice")

    assert found.ok
    assert "khong-co-chuong-trinh-nay" in found.vi
    assert "trang không có bản nghe" in found.vi
    assert "khong-co-chuong-trinh-nay" in found.en


@pytest.mark.part("voice")
def test_a_working_voice_is_named():
    assert finding("voice").vi == "Giọng đọc: espeak-ng; 0 bản nghe không làm được."


@pytest.mark.part("voice")
def test_recordings_given_up_are_a_fault(ward):
    publishing.publish(ROAD, ward_id=ward.pk, subject="vote:1", at=builders.AT)
    Rendition.objects.filter(kind="audio").update(state="failed")

    found = finding("voice")

    assert not found.ok
    assert "1 bản nghe" in found.vi
