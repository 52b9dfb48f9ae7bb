"""Lập, cấp lại, khóa, mở lại tài khoản cán bộ; đường dẫn dùng một lần."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from danchu.foundation import journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.accounts.models import OneTimeLink, Staff
from danchu.foundation.accounts.secrets import link_hash
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused
from danchu.law.basis import Convention
from danchu.law.people import Role

LINK_LASTS = timedelta(days=3)


@transaction.atomic
def create_staff(
    actor: Actor, *, username: str, full_name: str, honorific: str = "", phone: str = "", at: datetime
) -> tuple[Staff, str]:
    """Lập tài khoản; returns it and the token of a one-time link to set the password (``accounts.username_taken``)."""
    check(actor, Act.ACCOUNTS_STAFF_CREATE, Subject(actor.ward_id))
    taken = Refused(Refusal("accounts.username_taken", Convention("accounts"), {"username": username}))
    if Staff.objects.filter(username__iexact=username).exists():
        raise taken
    try:
        with transaction.atomic():
            staff = Staff.objects.create(
                ward_id=actor.ward_id, username=username, full_name=full_name, honorific=honorific, phone=phone
            )
    except IntegrityError:
        raise taken from None
    staff.set_unusable_password()
    staff.save(update_fields=["password"])
    token = _new_link(staff, OneTimeLink.Purpose.SET_PASSWORD, at)
    journal.record(actor, Act.ACCOUNTS_STAFF_CREATE, f"staff:{staff.pk}", {}, at, detail={"name": full_name})
    return staff, token


@transaction.atomic
def reset_staff(actor: Actor, *, staff: Staff, at: datetime) -> str:
    """Cấp lại: the old password, second factor and links end; returns the token of a new one-time link.

    Refusal ``accounts.closed``.
    """
    check(actor, Act.ACCOUNTS_STAFF_RESET, _subject(actor, staff))
    staff = Staff.objects.select_for_update().get(pk=staff.pk)
    if not staff.is_active:
        raise Refused(Refusal("accounts.closed", Convention("accounts")))
    token = _begin_again(staff, at)
    journal.record(actor, Act.ACCOUNTS_STAFF_RESET, f"staff:{staff.pk}", {}, at)
    return token


@transaction.atomic
def disable_staff(actor: Actor, *, staff: Staff, at: datetime) -> None:
    """Khóa tài khoản: its sessions end at their next request; its mandates stay as history."""
    check(actor, Act.ACCOUNTS_STAFF_DISABLE, _subject(actor, staff))
    if actor.is_staff and actor.id == staff.pk:
        raise Refused(Refusal("accounts.own", Convention("accounts")))
    staff.is_active = False
    staff.save(update_fields=["is_active"])
    OneTimeLink.objects.filter(staff=staff, used_at=None).update(used_at=at)
    journal.record(actor, Act.ACCOUNTS_STAFF_DISABLE, f"staff:{staff.pk}", {}, at)


@transaction.atomic
def reopen_staff(actor: Actor, *, staff: Staff, at: datetime) -> str:
    """Mở lại tài khoản: as if it were new, nothing of its old log-in holds; returns the token of a one-time link.

    The mandates it still holds count again. Refusal ``accounts.open``.
    """
    check(actor, Act.ACCOUNTS_STAFF_REOPEN, _subject(actor, staff))
    staff = Staff.objects.select_for_update().get(pk=staff.pk)
    if staff.is_active:
        raise Refused(Refusal("accounts.open", Convention("accounts")))
    staff.is_active = True
    staff.save(update_fields=["is_active"])
    token = _begin_again(staff, at)
    journal.record(actor, Act.ACCOUNTS_STAFF_REOPEN, f"staff:{staff.pk}", {}, at)
    return token


def demo_link(staff: Staff, *, at: datetime) -> str:
    """Đường dẫn vào thử: demonstration ward only; lasts as long as the demonstration."""
    return _new_link(staff, OneTimeLink.Purpose.DEMO, at, lasts=timedelta(days=3650))


def open_link(token: str, *, at: datetime) -> OneTimeLink:
    """The living link of a token, or the refusal ``accounts.link_dead``."""
    link = OneTimeLink.objects.select_related("staff").filter(token_hash=link_hash(token)).first()
    if link is None or link.used_at is not None or at >= link.expires_at or not link.staff.is_active:
        raise Refused(Refusal("accounts.link_dead", Convention("accounts")))
    return link


@transaction.atomic
def use_password_link(token: str, *, password: str, at: datetime) -> Staff:
    """Đặt mật khẩu bằng đường dẫn: it works once."""
    link = OneTimeLink.objects.select_for_update().get(pk=open_link(token, at=at).pk)
    if link.used_at is not None or link.purpose != OneTimeLink.Purpose.SET_PASSWORD:
        raise Refused(Refusal("accounts.link_dead", Convention("accounts")))
    link.used_at = at
    link.save(update_fields=["used_at"])
    staff = link.staff
    staff.set_password(password)
    staff.save(update_fields=["password"])
    return staff


def _subject(actor: Actor, staff: Staff) -> Subject:
    """Where the account belongs. One without a ward is an operator's: only the command line and operators reach it."""
    if staff.ward_id is None and actor.is_staff and Role.OPERATOR not in actor.roles_in(None):
        raise Refused(Refusal("access.ward", Convention("accounts")))
    return Subject(staff.ward_id or actor.ward_id)


def _begin_again(staff: Staff, at: datetime) -> str:
    """No password, second factor or earlier link works any more; the token of the link to set a new password."""
    staff.set_unusable_password()
    staff.save(update_fields=["password"])
    Authenticator.objects.filter(user=staff).delete()
    OneTimeLink.objects.filter(staff=staff, used_at=None).update(used_at=at)
    return _new_link(staff, OneTimeLink.Purpose.SET_PASSWORD, at)


def _new_link(staff: Staff, purpose: str, at: datetime, lasts: timedelta = LINK_LASTS) -> str:
    token = secrets.token_urlsafe(24)
    OneTimeLink.objects.create(
        staff=staff, purpose=purpose, token_hash=link_hash(token), made_at=at, expires_at=at + lasts
    )
    return token
