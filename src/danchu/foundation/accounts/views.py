"""Vào bằng thẻ của hộ; đường dẫn dùng một lần của cán bộ."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from danchu.foundation.access.decorators import household_only, public
from danchu.foundation.accounts import second_factor, sessions
from danchu.foundation.accounts.forms import CodeForm, PasswordForm
from danchu.foundation.accounts.models import OneTimeLink
from danchu.foundation.accounts.services import cards, staff
from danchu.foundation.refusals import told
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention

_BACKEND = settings.AUTHENTICATION_BACKENDS[0]


def card_link(request: HttpRequest, *, token: str) -> HttpResponse:
    """The address in a card's QR: opening it only shows a page; its button logs in."""
    try:
        card = cards.find_by_token(token)
    except Refused as refused:
        return render(request, "accounts/card_dead.html", {"refusal": refused.refusal}, status=409)
    if request.method == "POST":
        return _enter(request, card, how="qr")
    return render(request, "accounts/card_link.html", {"card": card, "next": _after(request)})


def card_login(request: HttpRequest) -> HttpResponse:
    """Type the household number and the eight digits; what was typed stays when it was not right."""
    form = CodeForm(request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            card = cards.find_by_code(request.ward.pk, **form.cleaned_data, at=request.at)
        except Refused as refused:
            refusal = refused.refusal
            form.add_error("code" if refusal.code in {"card.digits", "card.wrong"} else None, told(refusal))
        else:
            return _enter(request, card, how="kiosk" if "kiosk" in request.session else "typed")
    status = 200 if refusal is None else 429 if refusal.code in {"card.locked", "card.busy"} else 422
    context = {"form": form, "refusal": refusal, "next": _after(request)}
    return render(request, "accounts/card_login.html", context, status=status)


card_link.act = card_login.act = Act.ACCOUNTS_HOUSEHOLD_LOGIN


@require_POST
@household_only
def card_logout(request: HttpRequest) -> HttpResponse:
    """Leave; the next person at this device sees nothing of the household."""
    sessions.end(request)
    return redirect("home")


card_logout.act = "household"


@public
def one_time_link(request: HttpRequest, *, token: str) -> HttpResponse:
    """A staff member's one-time link: set a password, or enter the demonstration ward."""
    link = staff.open_link(token, at=request.at)
    if link.purpose == OneTimeLink.Purpose.DEMO:
        return _demo(request, link)
    form = PasswordForm(request.POST or None, staff=link.staff)
    if request.method == "POST" and form.is_valid():
        person = staff.use_password_link(token, password=form.cleaned_data["password"], at=request.at)
        login(request, person, backend=_BACKEND)
        # The password is minutes old: the next page need not ask for it again.
        record_authentication(request, person, method="password", reauthenticated=True)
        return redirect("mfa_activate_totp")
    return render(request, "accounts/set_password.html", {"form": form, "staff": link.staff})


def _demo(request: HttpRequest, link: OneTimeLink) -> HttpResponse:
    """One tap into a demonstration ward; elsewhere such a link is dead."""
    if not request.is_demo:
        raise Refused(Refusal("accounts.link_dead", Convention("accounts")))
    if request.method != "POST":
        return render(request, "accounts/demo_link.html", {"staff": link.staff})
    login(request, link.staff, backend=_BACKEND)
    second_factor.exempt(request)
    return redirect(settings.LOGIN_REDIRECT_URL)


def _enter(request: HttpRequest, card: cards.Card, *, how: str) -> HttpResponse:
    cards.note_access(card, how=how, device=device_of(request.headers.get("User-Agent", "")), at=request.at)
    sessions.begin(request, card)
    return redirect(_after(request) or reverse(settings.HOUSEHOLD_REDIRECT_URL))


def _after(request: HttpRequest) -> str:
    """The page the household came from, if it is one of ours."""
    target = request.POST.get("tiep") or request.GET.get("tiep", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if safe else ""


def device_of(agent: str) -> str:
    """A coarse kind of device, enough for a household to recognise its own: never the whole user agent."""
    system = next((name for name in ("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux") if name in agent), "")
    return f"{system}, Zalo" if system and "Zalo" in agent else system
