"""Điều đã biết của mỗi bước: who did it and when, in one quiet line."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from danchu.foundation import text
from danchu.law.answers import Outcome
from danchu.law.matters import Form
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries
from danchu.rooms.voting.queries.votes import Round, Vote
from danchu.ui.tags.words import lang


def told_of(vote: Vote, rounds: dict[str, Round], names: dict[int, str]) -> dict[str, str]:
    """Điều đã biết của mỗi bước: who did it and when, in one quiet line."""
    told = {
        "matter": _("Self-governed work, clause 6 of Article 15 of the Law"),
        "agreement": _agreed(vote),
        "application": _on(vote.application_chosen_at),
        "means": _means(vote),
        "report": _on(vote.reported_at),
        "team": capital(", ".join(names.values())),
        "roll": _roll(vote),
        "notice": _on(vote.notice_at),
        "seal": _on(vote.result_sealed_at),
        **_of_slips(vote),
        "announce": _on(vote.announced_at),
        "send": _on(vote.sent_at),
        "meeting": f"{text.long_moment(vote.meeting.starts_at, lang())}, {vote.meeting.place}" if vote.meeting else "",
    }
    if vote.form == Form.MEETING:
        told["matter"] = ""
    form, content = rounds.get(RoundKind.FORM), rounds.get(RoundKind.CONTENT)
    if form is not None:
        told["form_poll"] = _form_poll(form)
    if content is not None:
        span = {
            "opens": text.long_moment(content.opens_at, lang()),
            "closes": text.long_moment(content.closes_at, lang()),
        }
        told["text"] = told["vote"] = _("From %(opens)s to %(closes)s") % span
    return told


def _of_slips(vote: Vote) -> dict[str, str]:
    """What is known of a round of slips."""
    if vote.form != Form.SLIP:
        return {}
    now = queries.slips_now(vote)
    plan = queries.plan_of(vote)
    made = _("%(count)s slips") % {"count": text.number(now.made, lang())}
    return {
        "matter": _("Decided by slips of the households"),
        "plan": text.long_date(plan.sent_on, lang()) if plan is not None and plan.sent_on else "",
        "slip": made if now.made else "",
    }


def capital(words_: str) -> str:
    """A line begins with a capital letter."""
    return words_[:1].upper() + words_[1:]


def _on(moment: datetime | None) -> str:
    return text.long_moment(moment, lang()) if moment else ""


def _agreed(vote: Vote) -> str:
    said = [
        _("%(name)s, %(day)s") % {"name": capital(str(one.staff)), "day": text.short_date(one.at, lang())}
        for one in vote.agreements.select_related("staff").order_by("at")
    ]
    return "; ".join(said)


def _means(vote: Vote) -> str:
    if vote.means_without_device is None:
        return ""
    count = text.number(vote.means_without_device, lang())
    return _("%(count)s households have no device") % {"count": count}


def _roll(vote: Vote) -> str:
    roll = vote.roll
    if roll is None:
        return ""
    if roll.frozen_at:
        values = {"count": text.number(roll.households, lang()), "when": text.long_moment(roll.frozen_at, lang())}
        return _("%(count)s households, frozen at %(when)s") % values
    if roll.shown_at:
        return _("Posted until the end of %(day)s") % {"day": text.long_date(roll.shown_until, lang())}
    return ""


def _form_poll(form: Round) -> str:
    if form.closed_at is None:
        return _("Asking until %(when)s") % {"when": text.long_moment(form.closes_at, lang())}
    outcome = queries.form_poll_outcome(form)
    return outcome.sentence[lang()] if isinstance(outcome, Outcome) else ""
