"""Việc bầu cử và cho thôi: who may do which, by the name of the act; joined to ``law.acts.ACTS``."""

from __future__ import annotations

from danchu.law.basis import Article
from danchu.law.doers import ActRule, rule
from danchu.law.people import Role

_UBND = (Role.WARD_CHAIR, Role.WARD_OFFICER)
_KHU_PHO = (Role.HEAD, Role.FRONT_HEAD)
_LIST = Article("D59", 6, 2)

RULES: dict[str, ActRule] = {
    "voting.candidate.add": rule(_LIST, "ghi người ứng cử", "add a candidate", *_KHU_PHO, Role.WARD_OFFICER),
    "voting.candidate.count": rule(
        Article("L10", 21, 1), "ghi số hộ đồng ý với từng người", "record the figures of candidates", *_KHU_PHO
    ),
    "voting.candidate.withdraw": rule(
        _LIST, "ghi người ứng cử rút tên", "strike a candidate off", *_KHU_PHO, Role.WARD_OFFICER
    ),
    "voting.dismissal.open": rule(
        Article("D59", 9, 1), "đề nghị cho thôi làm Trưởng khu phố", "open the dismissal of the head", *_KHU_PHO
    ),
    "voting.election.call": rule(
        Article("L10", 15, 5), "đưa việc bầu thành viên ban ra họp", "call the election of a board's members", *_KHU_PHO
    ),
    "voting.election.plan": rule(
        Article("D59", 6, 1, "a"), "quyết định, lập kế hoạch bầu Trưởng khu phố", "plan the election of a head", *_UBND
    ),
    "voting.election.record": rule(
        Article("D59", 6, 1), "ghi các bước bầu cử", "record the steps of an election", *_UBND, Role.FRONT_HEAD
    ),
    "voting.election.team": rule(Article("D59", 6, 1, "b"), "lập Tổ bầu cử", "set up the Election Team", *_UBND),
    "voting.interim.appoint": rule(
        Article("D59", 9, 3), "cử Trưởng khu phố lâm thời", "appoint an interim head", *_UBND
    ),
}
