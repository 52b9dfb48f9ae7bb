"""Việc khi biểu quyết trong nhóm Zalo: who may do which; joined to ``law.acts.ACTS``."""

from __future__ import annotations

from danchu.law.basis import Article
from danchu.law.doers import ActRule, Who, rule

RULES: dict[str, ActRule] = {
    "voting.group.enter": rule(
        Article("D59", 5, 5), "ghi câu trả lời trong nhóm Zalo", "enter an answer of the Zalo group", Who.TEAM
    ),
    "voting.group.picture": rule(
        Article("D59", 5, 4, "b"), "lưu ảnh chụp nhóm Zalo", "keep a picture of the Zalo group", Who.TEAM
    ),
}
