"""Thẻ mẫu ``{% can "voting.team.set" subject as answer %}``: the law's answer, in a template."""

from __future__ import annotations

from typing import Any

from django import template

from danchu.foundation.access.can import Subject
from danchu.foundation.access.can import can as ask
from danchu.foundation.access.decorators import doer
from danchu.foundation.access.forms import role_label
from danchu.law.acts import Act
from danchu.law.answers import Answer

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context: dict[str, Any], act: str, subject: Subject) -> Answer:
    """Truthy when the one looking at the page may do the act; a refusal carries its reason."""
    request = context["request"]
    name = Act(act)
    return ask(doer(request, name, subject), name, subject)


@register.filter
def role(value: str) -> str:
    """Tên vai trò: ``{{ mandate.role|role }}``."""
    return role_label(value)
