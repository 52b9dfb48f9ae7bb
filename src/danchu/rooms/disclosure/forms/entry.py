"""Biểu mẫu của một nội dung công khai."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from danchu.foundation.places.models import KhuPho
from danchu.law.disclosure import Channel, Track, channel_label, items
from danchu.law.people import Label
from danchu.rooms.disclosure.services import Checked, Override, Place
from danchu.ui.fields import DayField

_NO = {"required": _("Choose one")}


def said(label: Label, lang: str) -> str:
    """A label in the reader's language."""
    return label.vi if lang == "vi" else label.en


class WordingForm(forms.Form):
    """Lời của một bản và văn bản làm căn cứ."""

    title = forms.CharField(label=_("Title"), max_length=200, error_messages={"required": _("Write the title")})
    summary = forms.CharField(
        label=_("In short (may be left empty)"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    body = forms.CharField(
        label=_("Text (may be left empty if there is a file)"),
        max_length=40000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    issuer = forms.CharField(label=_("Who issued the document"), max_length=200, required=False)
    source_number = forms.CharField(label=_("Number and symbol of the document"), max_length=80, required=False)
    source_on = DayField(
        label=_("Day of the document"), help_text=_("The time to disclose it is counted from this day.")
    )
    upload = forms.FileField(label=_("File (PDF, Word, Excel or photo)"), required=False)


SPECIAL = ("special_citation", "special_due_on", "special_days", "special_channels")


class EntryForm(WordingForm):
    """Nội dung mới: which item, where, and another law's own rules if there are any."""

    item = forms.ChoiceField(label=_("Which item of the law"), error_messages=_NO)
    khu_pho = forms.ChoiceField(label=_("For which place"), required=False)
    special_citation = forms.CharField(label=_("Other law with rules of its own"), max_length=300, required=False)
    special_due_on = DayField(label=_("Last day by that law"), required=False)
    special_days = forms.IntegerField(
        label=_("Days of posting by that law"), min_value=1, max_value=3650, required=False
    )
    special_channels = forms.MultipleChoiceField(
        label=_("Forms by that law"), required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["item", "khu_pho", "title", "source_on", "source_number", "issuer", "summary", "body", "upload"]

    def __init__(self, *args: Any, places: Iterable[KhuPho], lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ward = [(f"ward:{one.key}", f"{one.key}. {said(one.label, lang)}") for one in items(Track.WARD)]
        agency = [(f"agency:{one.key}", f"{one.key}. {said(one.label, lang)}") for one in items(Track.AGENCY)]
        self.fields["item"].choices = [
            (_("The ward discloses (Article 11)"), ward),
            (_("Inside the agency (Article 46)"), agency),
        ]
        self.fields["khu_pho"].choices = [("", _("The whole ward")), *((str(one.pk), one.name) for one in places)]
        self.fields["special_channels"].choices = [
            (str(one), said(channel_label(one), lang)) for one in list(Channel)[:10] if one is not Channel.PORTAL
        ]

    def plain(self) -> list[BoundField]:
        """What every entry is asked."""
        return [one for one in self if one.name not in SPECIAL]

    def special(self) -> list[BoundField]:
        """What another law says, asked only where there is one."""
        return [self[name] for name in SPECIAL]

    def has_special(self) -> bool:
        """Whether anything stands there, or has to be mended."""
        return any(one.value() or one.errors for one in self.special())

    def place(self) -> Place:
        """The item, the place and the other law, as the service takes them."""
        track, _colon, key = self.cleaned_data["item"].partition(":")
        chosen = self.cleaned_data["khu_pho"]
        return Place(
            Track(track),
            key,
            int(chosen) if chosen else None,
            Override(
                self.cleaned_data["special_citation"],
                self.cleaned_data["special_due_on"],
                self.cleaned_data["special_days"],
                tuple(self.cleaned_data["special_channels"]) or None,
            ),
        )


class CorrectForm(WordingForm):
    """Bản đính chính: why, and the words anew."""

    reason = forms.CharField(
        label=_("Why it is corrected"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write the reason")},
    )
    keep_files = forms.BooleanField(label=_("Keep the files of the earlier version"), required=False, initial=True)
    field_order = ["reason", "title", "source_on", "source_number", "issuer", "summary", "body", "keep_files", "upload"]


class PublishForm(forms.Form):
    """Lời xác nhận trước khi công khai."""

    no_secret = forms.BooleanField(
        label=_("I have read it all: no State secret, nothing that may not be disclosed yet"), required=False
    )
    personal = forms.BooleanField(label=_("Personal data is shown only as far as the law asks"), required=False)
    files_seen = forms.BooleanField(
        label=_("I have seen what is hidden in the files and publish them so"), required=False
    )

    def checked(self) -> Checked:
        """What was stated."""
        data = self.cleaned_data
        return Checked(no_secret=data["no_secret"], personal=data["personal"], files=data["files_seen"])


class ReasonForm(forms.Form):
    """Lý do."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write the reason")},
    )
