"""Biểu mẫu ghi niêm yết, phát loa, thông báo, minh chứng; nơi niêm yết."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.foundation.places.models import KhuPho
from danchu.law.disclosure import PLACE_LABELS, Channel, Means, PlaceKind, Requirement, channel_label, means_label
from danchu.rooms.disclosure.forms.entry import said
from danchu.ui.fields import DayField


class ProofForm(forms.Form):
    """Minh chứng: one of three."""

    photo = forms.FileField(
        label=_("Photo"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/*,application/pdf", "capture": "environment"}),
    )
    link = forms.URLField(label=_("Link"), max_length=500, required=False, assume_scheme="https")
    words = forms.CharField(label=_("Line of the broadcast log"), max_length=500, required=False)


class PostingForm(ProofForm):
    """Ghi một lần công khai của một yêu cầu, with its evidence if there is any yet."""

    channel = forms.ChoiceField(label=_("Form"))
    first = DayField(label=_("First day"))
    last = DayField(label=_("Last day (empty: still going on)"), required=False)
    means = forms.ChoiceField(label=_("How people were told"), required=False)
    field_order = ["channel", "means", "first", "last", "photo", "link", "words"]

    def __init__(self, *args: Any, owed: Requirement, lang: str, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        channels = sorted(owed.channels, key=list(Channel).index)
        self.fields["channel"].choices = [(str(one), said(channel_label(one), lang)) for one in channels]
        self.fields["first"].initial = today
        if len(channels) == 1:
            self.fields["channel"].widget = forms.HiddenInput()
            self.fields["channel"].initial = str(channels[0])
        if Channel.HEAD in channels:
            self.fields["means"].choices = [(str(one), said(means_label(one), lang)) for one in Means]
            self.fields["means"].required = channels == [Channel.HEAD]
        else:
            del self.fields["means"]
        self._only_what_fits(set(channels))

    def _only_what_fits(self, channels: set[Channel]) -> None:
        """A board is photographed; a broadcast has its log; telling people has no last day."""
        if channels == {Channel.POSTING}:
            del self.fields["link"]
        if Channel.RADIO not in channels:
            self.fields["words"].label = _("Note (may be left empty)")
        if channels == {Channel.HEAD}:
            del self.fields["last"]


class EndForm(forms.Form):
    """Ngày cuối."""

    last = DayField(label=_("Last day"))


class PlaceForm(forms.Form):
    """Một nơi niêm yết."""

    kind = forms.ChoiceField(label=_("Kind of place"))
    khu_pho = forms.ChoiceField(label=_("Khu phố"), required=False)
    name = forms.CharField(
        label=_("Name and address"), max_length=200, error_messages={"required": _("Write the name")}
    )

    def __init__(self, *args: Any, places: Iterable[KhuPho], lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(str(one), said(PLACE_LABELS[one], lang)) for one in PlaceKind]
        self.fields["khu_pho"].choices = [("", _("The ward")), *((str(one.pk), one.name) for one in places)]
