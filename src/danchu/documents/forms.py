"""Tải mẫu giấy tờ lên; sửa đầu giấy, nơi nhận, lời kết."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.documents.papers import Layout
from danchu.documents.template_check import MOST_BYTES
from danchu.foundation.access.forms import day_field


class TemplateForm(forms.Form):
    """Một tệp Word, dùng từ ngày nào."""

    file = forms.FileField(
        label=_("The Word file"), help_text=_("Download the present one, change it in Word, keep the names in braces.")
    )
    valid_from = day_field(_("In use from"))

    def clean_file(self) -> bytes:
        """The bytes; what they are is judged by the act."""
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            raise forms.ValidationError(_("This file is too large. Choose one of at most 5 MB."))
        return upload.read()


class LayoutForm(forms.Form):
    """Những phần sửa được của bản PDF; để trống là dùng như có sẵn."""

    head = forms.CharField(label=_("Head of the paper, one line each"), required=False, widget=forms.Textarea)
    recipients = forms.CharField(label=_("Recipients, one a line"), required=False, widget=forms.Textarea)
    closing = forms.CharField(label=_("Closing words"), required=False, max_length=1000, widget=forms.Textarea)
    valid_from = day_field(_("In use from"))

    def layout(self) -> Layout:
        """What was written, as the papers take it; an empty part keeps the usual words."""
        given: dict[str, Any] = self.cleaned_data
        return Layout(
            head=_lines(given["head"]), recipients=_lines(given["recipients"]), closing=given["closing"].strip() or None
        )


def _lines(text: str) -> tuple[str, ...] | None:
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    return lines or None
