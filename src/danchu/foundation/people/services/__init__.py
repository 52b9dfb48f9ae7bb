"""Việc về hộ gia đình: what changes a household, each act checked, written as history and journalled.

No change of the register touches a roll that is frozen, and a card lives on: a household that left after the freeze
still holds its one vote there.
"""

from danchu.foundation.people.services.corrections import correct_household
from danchu.foundation.people.services.households import (
    create_household,
    end_household,
    move_household,
    next_number,
)
from danchu.foundation.people.services.representatives import authorise_outsider, change_representative
from danchu.foundation.people.services.rows import MemberFacts
from danchu.foundation.people.services.splits import merge_households, split_household

__all__ = [
    "MemberFacts",
    "authorise_outsider",
    "change_representative",
    "correct_household",
    "create_household",
    "end_household",
    "merge_households",
    "move_household",
    "next_number",
    "split_household",
]
