"""Biểu mẫu của yêu cầu thông tin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.law.information import CASE_LABELS, GROUND_LABELS, ROUTE_LABELS, Case, Ground, Route
from danchu.rooms.disclosure.forms.entry import said
from danchu.rooms.disclosure.services import Asked
from danchu.ui.fields import DayField

_WORDS = {"required": _("Write it in one sentence or more")}


class AskForm(forms.Form):
    """Yêu cầu: what, who, and how to answer; nothing more is asked."""

    words = forms.CharField(
        label=_("What information is wanted"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages=_WORDS,
    )
    name = forms.CharField(label=_("Full name"), max_length=120, error_messages={"required": _("Write the full name")})
    address = forms.CharField(label=_("Address (may be left empty)"), max_length=300, required=False)
    phone = forms.CharField(label=_("Telephone (may be left empty)"), max_length=30, required=False)
    email = forms.EmailField(label=_("E-mail (may be left empty)"), required=False)

    def __init__(self, *args: Any, wrong: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if wrong:
            self.fields["words"].label = _("What is wrong, and what is right")

    def asked(self) -> Asked:
        """What was asked, as the service takes it."""
        return Asked(**{name: self.cleaned_data[name] for name in ("words", "name", "address", "phone", "email")})


class StaffAskForm(AskForm):
    """Yêu cầu do cán bộ ghi giúp: also how and when it came, and a title without personal data."""

    title = forms.CharField(
        label=_("Short title, without names"), max_length=200, error_messages={"required": _("Write the title")}
    )
    route = forms.ChoiceField(label=_("How it came"))
    received_on = DayField(label=_("Day it came"))
    case = forms.ChoiceField(label=_("Which case"))
    field_order = ["title", "route", "received_on", "case", "words", "name", "address", "phone", "email"]

    def __init__(self, *args: Any, lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["route"].choices = [(str(one), said(ROUTE_LABELS[one], lang)) for one in Route]
        self.fields["case"].choices = [(str(one), said(CASE_LABELS[one], lang)) for one in Case]


class WordsForm(forms.Form):
    """Một thư ngắn."""

    words = forms.CharField(
        label=_("Words to the person"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class AcceptForm(WordsForm):
    """Đơn giản hay phức tạp."""

    complicated = forms.ChoiceField(
        label=_("What kind of information"),
        widget=forms.RadioSelect,
        choices=[("", _("Simple and at hand")), ("yes", _("Complex: it has to be gathered or asked for elsewhere"))],
        required=False,
    )
    field_order = ["complicated", "words"]


class AnswerForm(WordsForm):
    """Trả lời, with a file if there is one."""

    file = forms.FileField(label=_("File (PDF or photo)"), required=False)


class RefuseForm(WordsForm):
    """Từ chối bằng văn bản."""

    ground = forms.ChoiceField(label=_("Ground"))
    field_order = ["ground", "words"]

    def __init__(self, *args: Any, lang: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ground"].choices = [(str(one), said(GROUND_LABELS[one], lang)) for one in Ground]


class ReleaseForm(forms.Form):
    """Đăng cho mọi người: written anew, so that nobody's name slips in."""

    title = forms.CharField(label=_("Title"), max_length=200, error_messages={"required": _("Write the title")})
    body = forms.CharField(
        label=_("Text, without any name"),
        max_length=40000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages=_WORDS,
    )
    no_secret = forms.BooleanField(
        label=_("I have read it all: no State secret, nothing that may not be disclosed yet"), required=False
    )
    personal = forms.BooleanField(label=_("Personal data is shown only as far as the law asks"), required=False)


class CodeForm(forms.Form):
    """Mã của yêu cầu."""

    code = forms.CharField(
        label=_("Code of your request"),
        help_text=_("Sixteen digits, given when the request was sent."),
        max_length=30,
        error_messages={"required": _("Type the code")},
    )
