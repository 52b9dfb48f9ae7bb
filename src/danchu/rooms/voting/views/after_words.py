"""Lời về quyết định sau biểu quyết: the same words on the public page, on the file and at the ward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from danchu.foundation.text import long_date
from danchu.law import aftermath as law
from danchu.law import words
from danchu.law.answers import Deadline, Refusal
from danchu.law.basis import Basis
from danchu.rooms.voting import queries
from danchu.ui.tags.words import lang


@dataclass(frozen=True, slots=True)
class Told:
    """Điều nói về hiệu lực: one sentence, its place in law, and whether something is still waited for."""

    sentence: str
    basis: Basis
    kind: str
    deadline: Deadline | None = None


def said(label: Any) -> str:
    """A label of the law, beginning with a capital letter."""
    text: str = label.vi if lang() == "vi" else label.en
    return text[:1].upper() + text[1:]


def effect_told(after: queries.After) -> Told:
    """Có hiệu lực từ ngày nào, hoặc còn chờ gì."""
    if isinstance(after.effect, Refusal):
        return Told(words.sentence(after.effect, lang()), after.effect.article, "know")
    if after.effect.on is not None:
        told = {"day": long_date(after.effect.on, lang())}
        return Told(_("In force from %(day)s.") % told, after.effect.article, "done")
    waits = after.effect.waits
    return Told(said(waits) if waits else "", after.effect.article, "soon", after.deadline)


def recognition_told(after: queries.After) -> str:
    """Ai công nhận, và đã trả lời gì."""
    if after.recogniser is None:
        return _("This kind of matter needs no recognition.")
    told: dict[str, Any] = {"body": said(law.ADDRESSEE_LABELS[after.recogniser])}
    found = after.recognition
    if found is None:
        return _("%(body)s recognises it once the decision is sent.") % told
    if found.granted is None:
        return _("%(body)s has received it on %(day)s and has not answered yet.") % {
            **told,
            "day": long_date(found.received_on, lang()),
        }
    told |= {"day": long_date(found.decided_on, lang()), "number": found.number} if found.decided_on else {}
    if found.granted:
        return _("%(body)s recognised it on %(day)s, paper %(number)s.") % told
    return _("%(body)s did not recognise it, paper %(number)s of %(day)s.") % told


def annulment_told(after: queries.After) -> str:
    """Vì sao bãi bỏ hoặc phải làm lại."""
    found = after.annulment
    if found is None:
        return ""
    told = {
        "day": long_date(found.decided_on, lang()),
        "number": found.number,
        "fault": said(law.FAULT_LABELS[law.Fault(found.fault)]).lower(),
    }
    if found.redo:
        return _("The People's Committee asks for it to be taken again, being %(fault)s: %(number)s of %(day)s.") % told
    return _("The People's Committee annulled it, being %(fault)s: %(number)s of %(day)s.") % told


def struck(vote: queries.Vote) -> str:
    """Điều phải nói cạnh kết quả trong danh sách: annulled, to be taken again, not recognised; empty otherwise."""
    annulment, recognition = getattr(vote, "annulment", None), getattr(vote, "recognition", None)
    if annulment is not None:
        return _("To be taken again") if annulment.redo else _("Annulled")
    if recognition is not None and recognition.granted is False:
        return _("Not recognised")
    return ""
