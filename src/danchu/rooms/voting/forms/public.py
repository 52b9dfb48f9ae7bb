"""Ô tra cứu và đề nghị mà ai cũng dùng được."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class LookUpForm(forms.Form):
    """Mã biên nhận."""

    code = forms.CharField(
        label=_("Receipt code"),
        help_text=_("Two words and four digits, e.g. sen trúc 48 21"),
        max_length=60,
        error_messages={"required": _("Write the two words and four digits of the receipt.")},
    )


class RollCheckForm(forms.Form):
    """Số hộ và tên người đại diện."""

    number = forms.CharField(
        label=_("Household number"),
        help_text=_("Printed on the household's card, e.g. 3-045"),
        max_length=20,
        error_messages={"required": _("Write the household number.")},
    )
    name = forms.CharField(
        label=_("Name of the household's representative"),
        max_length=120,
        error_messages={"required": _("Write the full name of the representative.")},
    )


class RollRequestForm(forms.Form):
    """Đề nghị sửa danh sách."""

    name = forms.CharField(
        label=_("Your full name"), max_length=120, error_messages={"required": _("Write your full name.")}
    )
    address = forms.CharField(
        label=_("Address of the household"), max_length=200, error_messages={"required": _("Write the address.")}
    )
    phone = forms.CharField(label=_("Telephone, if any"), max_length=30, required=False)
    words = forms.CharField(
        label=_("What is not right"),
        help_text=_("Example: our household is not on the list, or a name is written wrong."),
        widget=forms.Textarea,
        max_length=1000,
        error_messages={"required": _("Say what is not right.")},
    )


class DisputeForm(forms.Form):
    """Đề nghị kiểm tra."""

    words = forms.CharField(
        label=_("What is not right"),
        help_text=_("Example: nobody of our household sent this ballot."),
        widget=forms.Textarea,
        max_length=1000,
        error_messages={"required": _("Say what is not right.")},
    )
