"""What the tests of pages share: addresses, the words a reader sees, hidden values of a form."""

from __future__ import annotations

import html
import re
from typing import Any

from django.test import Client

import builders
from rooms.voting.stages import Story


def url(story: Story, page: str = "") -> str:
    """Address of a page of the story's vote."""
    return f"/bieu-quyet/{story.vote.slug}/{page}"


def text(response: Any) -> str:
    """The words of the page's body, spaces made ordinary."""
    body = re.sub(r"(?s)^.*?<body[^>]*>|<svg.*?</svg>|<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(body).replace("\xa0", " ").split()).replace(" .", ".").replace(" ,", ",")


def hidden(response: Any) -> dict[str, str]:
    """The hidden values of a ballot's form."""
    found = re.findall(r'<input type="hidden" name="(round|form_key)" value="([^"]+)"', response.content.decode())
    return dict(found)


def come(person):
    """A browser in which this person is logged in."""
    client = Client()
    builders.log_in(client, person)
    return client


def desk(story, person=None):
    """The file of the vote as the person (the head) sees it."""
    return come(person or story.head).get(url(story, "ho-so/"))
