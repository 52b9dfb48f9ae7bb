"""Biểu mẫu hỏi hình thức: kind of matter, where, when, and what would change the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.law.matters import Purpose, Scope
from danchu.ui.fields import DayField

FARTHEST = 90  # days ahead
SCOPES = [(Scope.KHU_PHO.value, _("Of one khu phố")), (Scope.WARD.value, _("Of the whole ward"))]
PURPOSES = [(Purpose.ELECT.value, _("To elect")), (Purpose.DISMISS.value, _("To dismiss"))]


class AdvisorForm(forms.Form):
    """Hỏi cách quyết định một việc; an address that keeps the answers, so that it can be passed on."""

    viec = forms.ChoiceField(label=_("What is it about?"))
    pham_vi = forms.ChoiceField(label=_("For whom?"), choices=SCOPES, required=False)
    muc_dich = forms.ChoiceField(
        label=_("If it is about the khu phố head"), choices=PURPOSES, required=False, initial=Purpose.ELECT.value
    )
    khu_pho = forms.ChoiceField(label=_("Khu phố"), required=False)
    ngay = DayField(
        label=_("Day of the meeting, of handing out slips, or of opening the vote"),
        required=False,
        help_text=_("Left empty: the first day that leaves time for everything"),
    )
    xa_nhau = forms.BooleanField(label=_("Households live scattered"), required=False)
    hop_khong_du = forms.BooleanField(label=_("A meeting was held, but too few came"), required=False)

    def __init__(
        self,
        *args: Any,
        matters: Sequence[tuple[str, str]],
        places: Sequence[tuple[str, str]],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["viec"].choices = matters
        self.fields["khu_pho"].choices = places

    def clean_pham_vi(self) -> str:
        """Of one khu phố, unless it is said otherwise."""
        return self.cleaned_data.get("pham_vi") or Scope.KHU_PHO.value

    def clean_muc_dich(self) -> str:
        """An election, unless it is said otherwise."""
        return self.cleaned_data.get("muc_dich") or Purpose.ELECT.value

    def clean_ngay(self) -> date | None:
        """A day to come, and not years ahead: the working days of that year must be known."""
        day: date | None = self.cleaned_data.get("ngay")
        if day is not None and not self.today <= day <= self.today + timedelta(days=FARTHEST):
            raise forms.ValidationError(_("Choose a day between today and ninety days from now"), code="far")
        return day
