"""Việc sau khi quyết định: who may do which, by the name of the act; joined to ``law.acts.ACTS``.

A ward officer records what the People's Committee decided, with its number and paper; the decision is the Chairman's.
"""

from __future__ import annotations

from danchu.law.basis import Article, Convention
from danchu.law.doers import ActRule, Who, rule
from danchu.law.people import Role

_UBND = (Role.WARD_CHAIR, Role.WARD_OFFICER)
_KHU_PHO = (Role.HEAD, Role.DEPUTY_HEAD, Role.FRONT_HEAD)

RULES: dict[str, ActRule] = {
    "voting.convention.return": rule(
        Article("D61", 18, 1, "a"), "gửi lại hương ước đã công nhận", "send the recognised convention back", *_UBND
    ),
    "voting.decision.annul": rule(
        Article("L10", 22), "bãi bỏ hoặc yêu cầu làm lại", "annul or ask for it to be taken again", *_UBND
    ),
    "voting.decision.recognise": rule(
        Article("L10", 21, 2), "công nhận quyết định", "recognise a decision", *_UBND, Role.WARD_FRONT
    ),
    "voting.decision.refuse": rule(
        Article("L10", 21, 2), "trả lời không công nhận", "refuse recognition", *_UBND, Role.WARD_FRONT
    ),
    "voting.outcome.review": rule(
        Convention("outcome_review"), "xem lại việc thực hiện", "review what was carried out", *_KHU_PHO
    ),
    "voting.petition.answer": rule(
        Article("L10", 24, 4), "trả lời kiến nghị về kết quả", "answer a petition", *_UBND, Role.WARD_FRONT
    ),
    "voting.petition.file": rule(
        Article("L10", 24, 4), "kiến nghị về kết quả", "petition against a result", Who.ANYONE
    ),
    "voting.task.report": rule(
        Convention("outcome_review"), "ghi kết quả thực hiện", "record what was carried out", *_KHU_PHO
    ),
}
