"""Ai đang vào trang: puts ``request.actor`` (a person) and ``request.household`` (by its card) on the request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django_scopes import scope

from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.accounts import sessions


def actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Find out who is acting, inside the ward's scope."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.at = clock.now()
        request.actor = actors.ANONYMOUS
        request.household = None
        if request.ward is None:
            return get_response(request)
        with scope(ward=request.ward):
            user = request.user
            if user.is_authenticated and user.is_active and user.ward_id in {request.ward.pk, None}:
                request.actor = actors.staff(user, request.ward.pk, request.at)
            household_id = sessions.household_of(request)
            if household_id is not None:
                request.household = actors.household(request.ward.pk, household_id)
            return get_response(request)

    return middleware
