"""Acts on households as the tests say them in one line."""

from __future__ import annotations

import pytest

from builders import AT
from danchu.foundation.people import queries, services
from danchu.foundation.people.services import MemberFacts
from danchu.law.answers import Refused
from danchu.law.people import Residence


def refused(call, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.refusal


def create(actor, khu_pho, *names, **values):
    values = {"address": "số 1, đường số 5", "residence": Residence.PERMANENT, "at": AT} | values
    return services.create_household(actor, khu_pho=khu_pho, members=[MemberFacts(name) for name in names], **values)


def facts_of(household):
    return [
        MemberFacts(one.full_name, one.phone, one.capable, one.pk)
        for one in queries.household_view(household.pk).members
    ]


def correct(actor, household, members=None, **values):
    values = {
        "address": household.address,
        "residence": Residence(household.residence),
        "reason": "sổ ghi sai",
    } | values
    members = facts_of(household) if members is None else members
    return services.correct_household(actor, household=household, members=members, at=AT, **values)


def representative(household):
    found = household.representations.filter(valid_to=None).first()
    return found.name if found else None
