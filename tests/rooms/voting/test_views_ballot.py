"""Phiếu → xem lại → biên nhận, as a household's browser sees them."""

from __future__ import annotations

import re

import pytest

import builders
from danchu.foundation import clock
from danchu.law.states import Choice, Route
from rooms.voting import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tell, monkeypatch):
    """A story at a stage, with the clock where the story is."""

    def bring(step, households=10):
        monkeypatch.setattr(clock, "now", lambda: stages.START)
        story = tell(step, households)
        monkeypatch.setattr(clock, "now", lambda: story.at)
        return story

    return bring


@pytest.fixture
def opened(stage):
    return stage(stages.opened)


def url(story, page="phieu/"):
    return f"/bieu-quyet/{story.vote.slug}/{page}"


def hidden(response):
    """The hidden values of the page's form."""
    html = response.content.decode()
    return dict(re.findall(r'<input type="hidden" name="(round|form_key)" value="([^"]+)"', html))


def fill(client, story, choice="yes", **more):
    return {**hidden(client.get(url(story))), "choice": choice, "words": "", **more}


def come_in(client, story, index=0):
    builders.log_in_household(client, story.households[index])


def test_from_card_to_receipt_in_four_screens(client, opened):
    secrets = builders.make_card(opened.households[0])
    assert client.get(f"/the/{secrets.token}/").status_code == 200
    response = client.post(f"/the/{secrets.token}/", follow=True)
    assert response.redirect_chain[-1][0] == url(opened)

    filled = {**hidden(response), "choice": "yes", "words": ""}
    response = client.post(url(opened, "xem-lai/"), filled)
    assert "Đồng ý" in response.content.decode()
    assert opened.round().ballots.count() == 0

    response = client.post(url(opened, "gui/"), filled)
    assert response.status_code == 303
    assert response.url == url(opened, "bien-nhan/")
    ballot = opened.round().ballots.get()
    assert (ballot.choice.choice, ballot.route) == (Choice.YES, Route.OWN)
    html = client.get(response.url).content.decode()
    assert "Đã nhận phiếu" in html
