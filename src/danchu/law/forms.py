"""Hình thức bàn và quyết định: which form may decide which matter (Điều 17, 19; Decree 59 Điều 4–5; Decree 61 Điều 10).

The matrix is data; here stands only how it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.matters import Form, Matter, Scope, matter_data
from danchu.law.rules import RULE_VERSION, rules_at


@dataclass(frozen=True, slots=True)
class FormFacts:
    """Dữ kiện về hình thức: ``meeting_failed`` is a meeting that was held with too few households to pass."""

    meeting_failed: bool = False


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """Một hình thức có được dùng không: yes, no, or only as ``fallback`` after a failed meeting."""

    form: Form
    allowed: bool | Literal["fallback"]
    rule: str
    articles: tuple[Article, ...]


_NO_FACTS = FormFacts()


def read_matter(matter: str, scope: str, version: str = RULE_VERSION) -> tuple[Matter, Scope] | Refusal:
    """Loại việc và phạm vi luật có nêu. Refusals: ``matter.unknown``, ``scope.unknown``, ``scope.khu_pho_only``."""
    if matter not in list(Matter):
        return Refusal("matter.unknown", Article("L10", 15), {"given": str(matter)})
    if scope not in list(Scope):
        return Refusal("scope.unknown", Article("L10", 16), {"given": str(scope)})
    if scope not in matter_data(Matter(matter), version)["scopes"]:
        # No article speaks of these matters for a whole ward, so none is cited.
        return Refusal("scope.khu_pho_only", Convention("scope"), {"matter": str(matter)})
    return Matter(matter), Scope(scope)


def allowed_forms(
    matter: str, scope: str, *, facts: FormFacts = _NO_FACTS, version: str = RULE_VERSION
) -> dict[Form, FormAnswer] | Refusal:
    """Các hình thức của một việc. A fallback becomes plainly allowed once ``facts.meeting_failed``."""
    read = read_matter(matter, scope, version)
    if isinstance(read, Refusal):
        return read
    return form_answers(*read, facts=facts, version=version)


def form_answers(
    matter: Matter, scope: Scope, *, facts: FormFacts = _NO_FACTS, version: str = RULE_VERSION
) -> dict[Form, FormAnswer]:
    """Các hình thức của một việc mà luật có nêu phạm vi này: the line of the matrix (``KeyError`` if there is none)."""
    line = matter_data(matter, version)["scopes"][scope]
    answers = {}
    for form, cell in rules_at(version).matters["forms"][line].items():
        allowed = cell["allowed"]
        if allowed == "fallback" and facts.meeting_failed:
            allowed = True
        answers[Form(form)] = FormAnswer(
            Form(form), allowed, cell["rule"], tuple(Article.parse(citation) for citation in cell["cite"])
        )
    return answers


def may_use(matter: str, scope: str, form: str, *, facts: FormFacts = _NO_FACTS, version: str = RULE_VERSION) -> Answer:
    """Được quyết định việc này bằng hình thức này không.

    Refusals: those of ``read_matter``, ``form.unknown``, ``form.online_only_D6``, ``form.online_not_foreseen``,
    ``form.slip_after_meeting``.
    """
    answers = allowed_forms(matter, scope, facts=facts, version=version)
    if isinstance(answers, Refusal):
        return answers
    if form not in list(Form):
        return Refusal("form.unknown", Article("L10", 17, 1), {"given": str(form)})
    answer = answers[Form(form)]
    article = answer.articles[0]
    if answer.allowed is True:
        return Allowed(article)
    if answer.allowed == "fallback":
        return Refusal("form.slip_after_meeting", article, {"matter": matter})
    if matter == Matter.D6:
        return Refusal("form.online_not_foreseen", article, {"matter": matter})
    return Refusal("form.online_only_D6", article, {"matter": matter})
