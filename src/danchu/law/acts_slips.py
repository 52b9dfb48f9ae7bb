"""Việc khi phát phiếu lấy ý kiến của hộ: who may do which, by the name of the act; joined to ``law.acts.ACTS``."""

from __future__ import annotations

from danchu.law.basis import Article, Convention
from danchu.law.doers import ActRule, Who, rule
from danchu.law.people import Role

_LEADERS = (Role.HEAD, Role.FRONT_HEAD)
_HAND_OUT = Article("L10", 19, 3)

RULES: dict[str, ActRule] = {
    "voting.count.enter": rule(
        Article("D59", 4, 6, "a"), "ghi số liệu kiểm phiếu", "enter the figures of the count", Who.TEAM
    ),
    "voting.gap.explain": rule(
        Convention("reconciliation"), "giải trình chênh lệch", "explain a gap in the figures", Who.TEAM
    ),
    "voting.plan.issue": rule(
        Article("D59", 4, 2), "ban hành kế hoạch phát phiếu", "issue the plan of the slips", *_LEADERS
    ),
    "voting.plan.send": rule(Article("D59", 4, 2), "gửi kế hoạch phát phiếu", "send the plan of the slips", *_LEADERS),
    "voting.slip.issue": rule(_HAND_OUT, "phát phiếu cho hộ", "hand a slip to a household", Who.TEAM),
    "voting.slip.mark": rule(
        Article("D59", 4, 5, "b"), "ghi phiếu đã ký hoặc đóng dấu", "record that the slips bear their mark", Role.HEAD
    ),
    "voting.slip.print": rule(Article("D59", 4, 5, "b"), "lập phiếu cho các hộ", "make the slips", Role.HEAD, Who.TEAM),
    "voting.slip.replace": rule(_HAND_OUT, "đổi phiếu hỏng", "replace a spoiled slip", Who.TEAM),
    "voting.slip.return": rule(_HAND_OUT, "ghi phiếu đã thu", "record a slip handed back", Who.TEAM),
}
