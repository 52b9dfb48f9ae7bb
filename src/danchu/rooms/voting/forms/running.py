"""Biểu mẫu khi đang biểu quyết: outage, two-person acts, disputes, helping a household."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.rooms.voting.forms.schedule import HourField, moment
from danchu.ui.fields import DayField


class OutageForm(forms.Form):
    """Sự cố: when and what."""

    began_day = DayField(label=_("Began on"))
    began_hour = HourField(label=_("At (beginning)"))
    ended_day = DayField(label=_("Ended on"), required=False, help_text=_("Leave empty while it lasts"))
    ended_hour = HourField(label=_("At (end)"), required=False)
    what = forms.CharField(
        label=_("What happened"),
        help_text=_("For example: power cut in lane 12"),
        max_length=1000,
        widget=forms.Textarea,
    )

    def clean(self) -> dict[str, Any]:
        """Put days and hours together; an end needs both."""
        cleaned = super().clean() or {}
        began, began_hour = cleaned.get("began_day"), cleaned.get("began_hour")
        cleaned["began_at"] = moment(began, began_hour) if began and began_hour is not None else None
        ended, ended_hour = cleaned.get("ended_day"), cleaned.get("ended_hour")
        if bool(ended) != (ended_hour is not None):
            self.add_error("ended_hour", _("Write both the day and the hour of the end, or neither"))
        cleaned["ended_at"] = moment(ended, ended_hour) if ended and ended_hour is not None else None
        return cleaned


class ReasonForm(forms.Form):
    """Lý do: for what two people do."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea)


class ExtendForm(ReasonForm):
    """Gia hạn: the new closing time."""

    closes_day = DayField(label=_("Closes on"))
    closes_hour = HourField(label=_("At (closing)"))
    field_order = ("closes_day", "closes_hour", "reason")

    def clean(self) -> dict[str, Any]:
        """Put day and hour together."""
        cleaned = super().clean() or {}
        day, hour = cleaned.get("closes_day"), cleaned.get("closes_hour")
        cleaned["closes_at"] = moment(day, hour) if day and hour is not None else None
        return cleaned


class ResolveForm(forms.Form):
    """Giải quyết đề nghị kiểm tra."""

    decision = forms.ChoiceField(
        label=_("What the team decides"),
        choices=[("stands", _("The entry stands")), ("voided", _("The entry does not count"))],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(label=_("Answer to the household"), max_length=1000, widget=forms.Textarea)


class AssistForm(forms.Form):
    """Bắt đầu giúp một hộ: why, and the card or a witness."""

    reason = forms.CharField(
        label=_("Why help is needed"), help_text=_("For example: has no telephone, eyes are weak"), max_length=300
    )
    card_code = forms.CharField(
        label=_("Eight digits on the household's card"),
        help_text=_("The household shows the card and lets it be typed"),
        max_length=20,
        required=False,
    )

    def __init__(self, *args: Any, witnesses: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["witness"] = forms.TypedChoiceField(
            label=_("Or a second member of the team who stands beside"),
            choices=[("", _("Nobody")), *witnesses],
            coerce=int,
            empty_value=None,
            required=False,
        )
