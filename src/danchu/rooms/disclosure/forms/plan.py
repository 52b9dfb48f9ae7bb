"""Biểu mẫu của kế hoạch công khai và báo cáo: fourteen lines of five things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.law.disclosure import Channel, Track, channel_label, items
from danchu.law.disclosure_acts import PlanLine
from danchu.rooms.disclosure.forms.entry import said
from danchu.ui.fields import DayField

FIELDS = ("content", "time", "period", "responsible")


class PlanForm(forms.Form):
    """Mười bốn nội dung: ``line_7_time`` is the time of item 7."""

    def __init__(self, *args: Any, lines: Iterable[PlanLine], lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        before = {line.key: line for line in lines}
        self.rows = []
        labels = {
            "content": _("Content"),
            "time": _("Time"),
            "period": _("Period"),
            "responsible": _("Who answers for it"),
        }
        for one in items(Track.WARD):
            line = before.get(one.key)
            names = {}
            for field in FIELDS:
                names[field] = f"line_{one.key}_{field}"
                self.fields[names[field]] = forms.CharField(
                    label=labels[field],
                    max_length=400 if field == "content" else 200,
                    required=False,
                    initial=getattr(line, field) if line else (one.label.vi if field == "content" else ""),
                )
            names["channels"] = f"line_{one.key}_channels"
            self.fields[names["channels"]] = forms.MultipleChoiceField(
                label=_("Forms"),
                choices=[(str(each), said(channel_label(each), lang)) for each in list(Channel)[:10]],
                required=False,
                widget=forms.CheckboxSelectMultiple,
                initial=list(line.channels) if line else _usual(one.needs),
            )
            self.rows.append((one, names))

    def sections(self) -> list[tuple[Any, list[Any]]]:
        """Each item with its fields, for the page."""
        order = ("content", "channels", "time", "period", "responsible")
        return [(one, [self[names[field]] for field in order]) for one, names in self.rows]

    def lines(self) -> list[PlanLine]:
        """What was typed, as the law reads it."""
        data = self.cleaned_data
        return [
            PlanLine(
                one.key,
                data[names["content"]],
                tuple(data[names["channels"]]),
                data[names["time"]],
                data[names["period"]],
                data[names["responsible"]],
            )
            for one, names in self.rows
        ]


def _usual(needs: Any) -> list[str]:
    """The forms the law asks of the item."""
    found = [Channel.PORTAL]
    found += [Channel.POSTING] if needs.get("post") else []
    found += [Channel.RADIO, Channel.HEAD] if needs.get("via_head") else []
    return [str(one) for one in found]


class AdoptForm(forms.Form):
    """Số và ký hiệu của kế hoạch."""

    paper = forms.CharField(label=_("Number and symbol of the plan"), max_length=80, required=False)


class ReportForm(forms.Form):
    """Kỳ họp và kỳ báo cáo."""

    session_on = DayField(label=_("Day of the regular session"))
    period_from = DayField(label=_("Report from"))
    period_to = DayField(label=_("Report to"))
