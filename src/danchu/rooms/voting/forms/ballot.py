"""Phiếu biểu quyết trên màn hình: three equal choices (two in the form poll), and the key that makes it one entry."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from danchu.foundation.text import nfc
from danchu.law.states import Choice, RoundKind
from danchu.rooms.voting.models import Round, Vote

_HALF = 16
LABELS = {Choice.YES: _("Agree"), Choice.NO: _("Disagree"), Choice.OTHER: _("Other opinion")}
_FORM_POLL_MEANINGS = {
    Choice.YES: _("Vote online on this matter."),
    Choice.NO: _("Not online: a meeting or paper slips instead."),
}


def new_form_key(round_id: int, household_id: int) -> str:
    """Khóa của một tờ phiếu vừa mở: sent twice it is one ballot, and no other household can send it."""
    nonce = secrets.token_hex(_HALF // 2)
    return nonce + _seal(nonce, round_id, household_id)


def key_fits(form_key: str, round_id: int, household_id: int) -> bool:
    """Whether the form was opened for this household in this round."""
    return constant_time_compare(form_key[_HALF:], _seal(form_key[:_HALF], round_id, household_id))


def _seal(nonce: str, round_id: int, household_id: int) -> str:
    return salted_hmac("danchu.voting.ballot", f"{nonce}:{round_id}:{household_id}").hexdigest()[:_HALF]


def meanings(vote: Vote, kind: str) -> dict[str, Any]:
    """Mỗi lựa chọn nghĩa là gì: one sentence each, of the confirmed text."""
    if kind == RoundKind.FORM:
        return {str(choice): words for choice, words in _FORM_POLL_MEANINGS.items()}
    return {
        str(Choice.YES): vote.yes_means,
        str(Choice.NO): vote.no_means,
        str(Choice.OTHER): vote.other_means,
    }


class BallotForm(forms.Form):
    """Phiếu của hộ. Nothing is chosen beforehand; words count only beside *Ý kiến khác*."""

    choice = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the answers."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )
    words = forms.CharField(label=_("Your household's opinion"), widget=forms.Textarea, required=False, max_length=1000)
    round = forms.CharField(widget=forms.HiddenInput)
    form_key = forms.CharField(widget=forms.HiddenInput, min_length=2 * _HALF, max_length=2 * _HALF)

    def __init__(self, *args: Any, found: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [Choice.YES, Choice.NO] if found.kind == RoundKind.FORM else list(Choice)
        self.fields["choice"].choices = [(str(choice), LABELS[choice]) for choice in offered]
        self.fields["choice"].label = _("Your household chooses one")

    def clean(self) -> dict[str, Any]:
        """Another opinion needs its words; beside the two others words are dropped."""
        cleaned = super().clean() or {}
        cleaned["words"] = nfc(cleaned.get("words", "")).strip()
        if cleaned.get("choice") != Choice.OTHER:
            cleaned["words"] = ""
        elif not cleaned["words"] and "words" not in self.errors:
            self.add_error("words", _("Write a few words, or choose another answer."))
        return cleaned

    @property
    def chosen(self) -> Choice:
        """What was chosen, on a valid form."""
        return Choice(self.cleaned_data["choice"])
