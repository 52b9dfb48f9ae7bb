"""Ghi nhiệm vụ được giao."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from danchu.foundation.accounts.models import Staff
from danchu.foundation.places.models import KhuPho
from danchu.law.people import KHU_PHO_ROLES, ROLE_LABELS, Role

DAYS = ["%d/%m/%Y", "%Y-%m-%d"]


def day_field(label: Any, help_text: Any = "") -> forms.DateField:
    """Ngày gõ theo cách quen: 12/12/2026."""
    return forms.DateField(
        label=label,
        help_text=help_text or _("For example 12/12/2026"),
        input_formats=DAYS,
        widget=forms.DateInput({"inputmode": "numeric", "autocomplete": "off"}, format="%d/%m/%Y"),
        error_messages={"invalid": _("Write the day like 12/12/2026")},
    )


def role_label(role: str) -> str:
    """Tên vai trò trong ngôn ngữ đang dùng."""
    label = ROLE_LABELS[Role(role)]
    return label.en if (get_language() or "vi").startswith("en") else label.vi


class MandateForm(forms.Form):
    """Giao nhiệm vụ cho một người."""

    staff = forms.ModelChoiceField(label=_("Person"), queryset=None)
    role = forms.ChoiceField(label=_("Mandate"))
    khu_pho = forms.ModelChoiceField(
        label=_("Khu phố"),
        queryset=None,
        required=False,
        empty_label=_("whole ward"),
        help_text=_("For a head, deputy head or Front committee: choose the khu phố."),
    )
    valid_from = day_field(_("From"))
    paper = forms.CharField(
        label=_("Paper it rests on"), max_length=200, help_text=_("Number and date of the decision")
    )

    def __init__(self, *args: Any, ward_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["staff"].queryset = Staff.objects.filter(ward_id=ward_id, is_active=True).order_by("full_name")
        self.fields["khu_pho"].queryset = KhuPho.objects.filter(ward_id=ward_id, valid_to=None)
        self.fields["role"].choices = [(role.value, role_label(role)) for role in Role]

    def clean(self) -> dict[str, Any]:
        """A khu phố's mandate names its khu phố."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("role"):
            return cleaned
        cleaned["role"] = Role(cleaned["role"])
        local = cleaned["role"] in KHU_PHO_ROLES
        if local and cleaned.get("khu_pho") is None:
            self.add_error("khu_pho", _("Choose the khu phố of this mandate."))
        if not local and cleaned.get("khu_pho") is not None:
            self.add_error("khu_pho", _("This mandate is for the whole ward."))
        return cleaned


class EndForm(forms.Form):
    """Kết thúc nhiệm vụ."""

    valid_to = day_field(_("First day it no longer holds"))
