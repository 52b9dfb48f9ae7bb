"""Voting in the khu phố's Zalo group: the group or this site, entered by two people, sealed with its picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from danchu.law.acts import Act
from danchu.law.answers import Refusal
from danchu.law.group_poll import GroupPart
from danchu.law.states import State
from danchu.law.voting_acts import may
from law.test_voting import READY

GROUP = GroupPart(chosen=True, unpaired=0, pictures=1)
OPEN, OVER = READY.opens_at, READY.closes_at
DURING = replace(READY, state=State.SCHEDULED, group=GROUP)
AFTER = replace(READY, state=State.CLOSED, group=GROUP)


@pytest.mark.rule("online.other_app", "online.record")
@pytest.mark.parametrize(
    ("act", "facts", "at", "refused"),
    [
        (Act.VOTING_GROUP_ENTER, replace(DURING, group=GroupPart()), OPEN, "group.not_chosen"),
        (Act.VOTING_GROUP_ENTER, DURING, OPEN - timedelta(seconds=1), "group.not_running"),
        (Act.VOTING_GROUP_ENTER, replace(DURING, opens_at=None), OPEN, "group.not_running"),
        (Act.VOTING_GROUP_ENTER, DURING, OPEN, None),
        (Act.VOTING_GROUP_PICTURE, DURING, OPEN, None),
        (Act.VOTING_GROUP_ENTER, AFTER, OVER, None),
        (Act.VOTING_GROUP_ENTER, replace(AFTER, state=State.SEALED), OVER, "group.not_running"),
        (Act.VOTING_RESULT_SEAL, replace(AFTER, group=replace(GROUP, unpaired=1)), OVER, "group.unpaired"),
        (Act.VOTING_RESULT_SEAL, replace(AFTER, group=replace(GROUP, pictures=0)), OVER, "group.no_picture"),
        (Act.VOTING_RESULT_SEAL, AFTER, OVER, None),
        (Act.VOTING_RESULT_SEAL, replace(AFTER, group=GroupPart()), OVER, None),
    ],
)
def test_each_act_of_a_vote_in_the_group_at_its_edge(act, facts, at, refused):
    answer = may(act, facts, at)

    assert (answer.code if isinstance(answer, Refusal) else None) == refused
