"""Người đang làm: who is acting, with the mandates held at this moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q

from danchu.foundation import clock
from danchu.foundation.access.models import Mandate
from danchu.foundation.accounts.models import Staff
from danchu.law.acts import Held
from danchu.law.people import Role


class Kind(StrEnum):
    """Loại người làm."""

    STAFF = "staff"
    HOUSEHOLD = "household"
    SYSTEM = "system"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Actor:
    """Người làm một việc: staff with mandates, a household by its card, the system, or nobody known.

    ``id`` is the row id of the staff member or the household; ``operator`` marks one who serves several wards.
    """

    kind: Kind
    ward_id: int | None = None
    id: int | None = None
    held: tuple[Held, ...] = ()

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else str(self.kind)

    @property
    def is_staff(self) -> bool:
        """A person with an account."""
        return self.kind is Kind.STAFF

    def roles_in(self, khu_pho: int | None) -> frozenset[Role]:
        """Roles held for this khu phố or for the whole ward."""
        return frozenset(one.role for one in self.held if one.khu_pho in {khu_pho, None})


ANONYMOUS = Actor(Kind.ANONYMOUS)


def system(ward_id: int) -> Actor:
    """The clock and the command line, acting for a ward."""
    return Actor(Kind.SYSTEM, ward_id)


def household(ward_id: int, household_id: int) -> Actor:
    """A household that came in by its card."""
    return Actor(Kind.HOUSEHOLD, ward_id, household_id)


def valid_on(day: date) -> Q:
    """Rows with ``valid_from``/``valid_to`` that hold on that day."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def staff(user: Staff, ward_id: int, at: datetime) -> Actor:
    """A staff member acting in a ward, with the mandates that hold at that moment; none in a strange ward."""
    mandates = Mandate.objects.filter(valid_on(clock.day(at)), staff=user, ward_id=ward_id).values_list(
        "role", "khu_pho_id"
    )
    return Actor(Kind.STAFF, ward_id, user.pk, tuple(Held(Role(role), khu_pho) for role, khu_pho in mandates))
