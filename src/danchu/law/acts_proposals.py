"""Việc về đề xuất: who may do which, by the name of the act; joined to ``law.acts.ACTS``."""

from __future__ import annotations

from danchu.law.basis import Article, Convention
from danchu.law.doers import ActRule, Who, rule
from danchu.law.people import Role

_INITIATIVE = Article("L10", 16, 3)
_WARD = Article("L10", 16, 1)

RULES: dict[str, ActRule] = {
    "voting.initiative.approve": rule(
        _INITIATIVE, "tán thành sáng kiến chưa đủ 10%", "approve an initiative below 10%", Role.FRONT_HEAD
    ),
    "voting.initiative.endorse": rule(
        _INITIATIVE, "đồng thuận với một sáng kiến", "endorse an initiative", Who.HOUSEHOLD
    ),
    "voting.initiative.file": rule(_INITIATIVE, "nêu sáng kiến", "start an initiative", Who.HOUSEHOLD, Role.HEAD),
    "voting.initiative.put": rule(
        _INITIATIVE, "đưa sáng kiến ra cộng đồng", "put an initiative to the community", Role.HEAD
    ),
    "voting.initiative.record": rule(
        _INITIATIVE,
        "ghi hộ đồng thuận trên giấy",
        "record endorsements on paper",
        Role.HEAD,
        Role.DEPUTY_HEAD,
        Role.FRONT_HEAD,
    ),
    "voting.initiative.unendorse": rule(
        Convention("proposal"), "rút sự đồng thuận của hộ", "take the household's endorsement back", Who.HOUSEHOLD
    ),
    "voting.initiative.withdraw": rule(
        Convention("proposal"), "rút sáng kiến", "withdraw an initiative", Who.HOUSEHOLD
    ),
    "voting.ward.agree": rule(
        _WARD, "thống nhất đưa việc của phường ra các khu phố", "agree to put a matter of the ward", Role.WARD_FRONT
    ),
    "voting.ward.effect": rule(
        Article("L10", 21, 2),
        "quyết định ngày có hiệu lực của việc phường",
        "set the day a ward's decision takes effect",
        Role.WARD_CHAIR,
        Role.WARD_OFFICER,
    ),
    "voting.ward.propose": rule(_WARD, "đề xuất việc của cả phường", "propose a matter of the ward", Role.WARD_CHAIR),
    "voting.ward.put": rule(
        _WARD, "đưa việc của phường ra từng khu phố", "put a matter of the ward to each khu phố", Role.WARD_CHAIR
    ),
    "voting.ward.withdraw": rule(
        Convention("withdraw"), "rút việc của phường", "withdraw a matter of the ward", Role.WARD_CHAIR
    ),
}
