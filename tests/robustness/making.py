"""Run in a process of its own: makes the tables and one open vote in the data folder of the environment.

    python -m robustness.making HOUSEHOLDS SECONDS_UNTIL_CLOSE

Prints what a test needs to know of it, cards included, as JSON.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any

from danchu.cli.common import load_django

PHONE = "0912 345 678"
BEFORE_CLOSE = timedelta(days=12)  # stages: four days until the roll is frozen, one to the opening, seven more


def make(households: int, closes_in: float) -> dict[str, Any]:
    from django.conf import settings
    from django.test import Client
    from django_scopes import scope

    import builders
    from danchu.foundation import clock
    from danchu.foundation.people.models import Member
    from danchu.server import database
    from rooms.voting import stages

    database.migrate()
    story = stages.people(households)
    at = clock.now()
    with scope(ward=story.ward):
        story.at = at + timedelta(seconds=closes_in) - BEFORE_CLOSE
        Member.objects.update(phone=PHONE)
        for step in stages.STAGES:
            step(story)
            if step is stages.scheduled:
                break
        found = story.round()
        cards = [(one, builders.make_card(one, at)) for one in story.households]
        browser = Client()
        builders.log_in(browser, story.head)
        return {
            "ward": story.ward.pk,
            "slug": story.vote.slug,
            "round": found.pk,
            "closes_at": found.closes_at.timestamp(),
            "head": browser.cookies[settings.SESSION_COOKIE_NAME].value,
            "homes": [
                {"household": one.pk, "number": one.number, "token": card.token, "code": card.code}
                for one, card in cards
            ],
        }


if __name__ == "__main__":
    load_django()
    sys.stdout.write(json.dumps(make(int(sys.argv[1]), float(sys.argv[2]))))
