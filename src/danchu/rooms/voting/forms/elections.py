"""Biểu mẫu bầu cử và cho thôi: plan, board, dismissal, steps, candidate, team, figures, interim head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.foundation.text import nfc
from danchu.law.boards import BOARD_LABELS, Board
from danchu.law.elections import NOMINATION_LABELS, Nomination
from danchu.rooms.voting.services.elections import Listed
from danchu.ui.fields import DayField
from danchu.ui.tags.words import lang

_DAY = _("Day of the meeting")
HEAD_ANSWERS = {
    "permanent": _("Has the permanent residence in the khu phố"),
    "lives_here": _("Lives in the khu phố most of the time"),
    "fit": _("Has health, ethics, trust of the people and the ability"),
    "accepts": _("Agrees to stand"),
}
MEMBER_ANSWERS = {
    "permanent": _("Has the permanent residence in the ward"),
    "official": _("Is an official or civil servant of the ward"),
    "part_time": _("Is part-time staff of the ward or the khu phố"),
    "relative": _("Is related to whoever decides, owns, advises, builds or manages the project"),
    "fit": _("Has ethics, trust of the people, health and knowledge"),
    "volunteers": _("Volunteers"),
}


def _said(label: Any) -> str:
    said: str = label.vi if lang() == "vi" else label.en
    return said[:1].upper() + said[1:]


class PlanForm(forms.Form):
    """Quyết định, kế hoạch bầu Trưởng khu phố."""

    khu_pho = forms.ChoiceField(label=_("Khu phố"))
    day = DayField(label=_DAY, help_text=_("At least twenty days from now"))
    number = forms.CharField(
        label=_("Number of the paper"),
        help_text=_("For example 15/QĐ-UBND"),
        max_length=60,
        error_messages={"required": _("Write the number of the paper.")},
    )

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["khu_pho"].choices = places


class BoardForm(forms.Form):
    """Bầu thành viên một ban."""

    board = forms.ChoiceField(
        label=_("Which board?"), widget=forms.RadioSelect, error_messages={"required": _("Choose the board.")}
    )
    seats = forms.IntegerField(label=_("How many members"), min_value=1, max_value=9, initial=1)
    day = DayField(label=_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].choices = [(one.value, _said(BOARD_LABELS[one])) for one in Board]


class DismissalForm(forms.Form):
    """Lý do họp cho thôi làm Trưởng khu phố: one is enough."""

    own_request = forms.BooleanField(label=_("The head asked for it in writing"), required=False)
    front_proposes = forms.BooleanField(label=_("The head of the Front committee proposes it"), required=False)
    petition = forms.IntegerField(
        label=_("Households that petition for it"),
        help_text=_("At least half of all households; 0 if there is no petition"),
        min_value=0,
        initial=0,
    )
    day = DayField(label=_DAY)


class StepsForm(forms.Form):
    """Các bước trước cuộc họp bầu."""

    party_view = forms.BooleanField(label=_("The Party cell has given its view on the candidates"), required=False)
    minutes_sent_on = DayField(label=_("Minutes on the candidates (Mẫu 05) sent to the ward on"), required=False)
    team_agreed = forms.BooleanField(label=_("The ward Front agreed to the Election Team"), required=False)
    team_set_on = DayField(label=_("Election Team set up on"), required=False)
    noticed_on = DayField(label=_("Decisions announced, posted and broadcast on"), required=False)


class CandidateForm(forms.Form):
    """Người ứng cử và câu trả lời về tiêu chuẩn."""

    name = forms.CharField(label=_("Full name"), max_length=120, error_messages={"required": _("Write the full name.")})
    nomination = forms.ChoiceField(
        label=_("How they came to stand"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they came to stand.")},
    )

    def __init__(self, *args: Any, head: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nomination"].choices = [(one.value, _said(NOMINATION_LABELS[one])) for one in Nomination]
        if head:
            self.fields["born_on"] = DayField(label=_("Born on"))
        self.answers = HEAD_ANSWERS if head else MEMBER_ANSWERS
        for key, label in self.answers.items():
            self.fields[key] = forms.BooleanField(label=label, required=False)

    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        cleaned = self.cleaned_data
        return {
            "name": nfc(cleaned["name"]).strip(),
            "nomination": cleaned["nomination"],
            "born_on": cleaned.get("born_on"),
            "answers": {key: cleaned[key] for key in self.answers},
        }


class ElectionTeamForm(forms.Form):
    """Tổ bầu cử."""

    leader = forms.CharField(
        label=_("Leader, who stands for the Front"),
        max_length=120,
        error_messages={"required": _("Write the full name.")},
    )
    members = forms.CharField(
        label=_("Other members"),
        help_text=_("One name a line"),
        max_length=1000,
        widget=forms.Textarea,
        required=False,
    )

    def listed(self) -> list[Listed]:
        """The leader first."""
        others = [" ".join(nfc(one).split()) for one in self.cleaned_data["members"].splitlines()]
        return [
            Listed(nfc(self.cleaned_data["leader"]).strip(), front=True, leader=True),
            *(Listed(one) for one in others if one),
        ]


class FiguresForm(forms.Form):
    """Số hộ đồng ý với từng người."""

    def __init__(self, *args: Any, candidates: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in candidates:
            self.fields[f"so_{one.pk}"] = forms.IntegerField(label=one.name, min_value=0, initial=one.yes)

    def votes(self) -> dict[int, int]:
        """Households for each candidate."""
        return {int(name.removeprefix("so_")): count for name, count in self.cleaned_data.items()}


class InterimForm(forms.Form):
    """Trưởng khu phố lâm thời."""

    name = forms.CharField(label=_("Full name"), max_length=120, error_messages={"required": _("Write the full name.")})
    on = DayField(label=_("Appointed on"))
    front_agrees = forms.BooleanField(label=_("The ward Front agrees"), required=False)
