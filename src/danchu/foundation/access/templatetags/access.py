"""Thẻ mẫu ``{% can "voting.team.set" subject as answer %}``: the law's answer, in a template."""

from __future__ import annotations

from typing import Any

from django import template

from danchu.foundation.access.can import Subject
from danchu.foundation.access.can import can as ask
from danchu.law.acts import ACTS, Act, Who
from danchu.law.answers import Answer

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context: dict[str, Any], act: str, subject: Subject) -> Answer:
    """Truthy when the one looking at the page may do the act; a refusal carries its reason."""
    request = context["request"]
    name = Act(act)
    actor = request.actor
    if Who.HOUSEHOLD in ACTS[name].who and request.household is not None:
        actor = request.household
    return ask(actor, name, subject)
