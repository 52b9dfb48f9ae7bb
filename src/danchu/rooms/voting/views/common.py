"""Phần chung của các trang biểu quyết."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest
from django.urls import reverse

from danchu.foundation.access.can import Subject
from danchu.rooms.voting import queries, services
from danchu.rooms.voting.queries import Vote


def find_vote(request: HttpRequest, slug: str) -> Vote:
    """The vote at this address; its close is written first when its time has come. Found once a request."""
    kept: Vote | None = getattr(request, "vote", None)
    if kept is None or kept.slug != slug:
        try:
            kept = services.close_if_due(queries.vote_by_slug(slug), at=request.at)
        except ObjectDoesNotExist:
            raise Http404 from None
        request.vote = kept
        _remember_way_back(request, kept)
    return kept


def _remember_way_back(request: HttpRequest, vote: Vote) -> None:
    """Where a refusal's page leads: the file of the vote, or its public page."""
    if request.actor.is_staff:
        request.way_back = (reverse("voting:desk", kwargs={"slug": vote.slug}), vote.title)
    elif queries.is_public(vote):
        request.way_back = (reverse("voting:public", kwargs={"slug": vote.slug}), vote.title)


def public_vote(request: HttpRequest, slug: str) -> Vote:
    """The vote, if everybody may know of it."""
    vote = find_vote(request, slug)
    if not queries.is_public(vote):
        raise Http404
    return vote


def vote_subject(request: HttpRequest, slug: str, **_: Any) -> Subject:
    """For ``@act``: the vote as the subject of a permission question."""
    return queries.subject_of(find_vote(request, slug))
