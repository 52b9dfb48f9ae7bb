"""Gắn việc vào trang: every view names its act, or says that it is public; a house test walks all addresses."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, can, check
from danchu.law.acts import ACTS, Act
from danchu.law.doers import Who

View = Callable[..., HttpResponse]
FindSubject = Callable[..., Subject]


def ward_subject(request: HttpRequest, **_: Any) -> Subject:
    """The whole ward, where an act has no narrower subject."""
    return Subject(request.ward.pk)


def doer(request: HttpRequest, name: Act, subject: Subject) -> Actor:
    """Who would do the act: the person, else, for an act of households, the household that is logged in beside."""
    if request.household is None or Who.HOUSEHOLD not in ACTS[name].who or can(request.actor, name, subject):
        return request.actor
    return request.household


def act(name: Act, subject: FindSubject = ward_subject) -> Callable[[View], View]:
    """The view does, or prepares, the act ``name`` on what ``subject(request, **url)`` finds.

    See ``doer`` for whom it is asked of.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, **url: Any) -> HttpResponse:
            found = subject(request, **url)
            check(doer(request, name, found), name, found)
            return view(request, **url)

        inner.act = name
        return inner

    return wrap


def signed_in(view: View) -> View:
    """The view shows a person with an account their own things; it does nothing."""

    @wraps(view)
    def inner(request: HttpRequest, **url: Any) -> HttpResponse:
        if not request.actor.is_staff:
            return to_login(request)
        return view(request, **url)

    inner.act = "signed_in"
    return inner


def household_only(view: View) -> View:
    """The view shows a household, logged in by its card, its own things; it does nothing."""

    @wraps(view)
    def inner(request: HttpRequest, **url: Any) -> HttpResponse:
        if request.household is None:
            return to_card(request)
        return view(request, **url)

    inner.act = "household"
    return inner


def public(view: View) -> View:
    """The view is for everyone."""
    view.act = "public"
    return view


def to_login(request: HttpRequest) -> HttpResponse:
    """Send a person without a session to the staff log-in and back; staff of another ward find nothing here."""
    from django.contrib.auth.views import redirect_to_login  # noqa: PLC0415 - needs loaded apps

    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())


def to_card(request: HttpRequest) -> HttpResponse:
    """Send a household without a session to the card page and back."""
    from django.contrib.auth.views import redirect_to_login  # noqa: PLC0415

    return redirect_to_login(request.get_full_path(), login_url="card-login", redirect_field_name="tiep")
