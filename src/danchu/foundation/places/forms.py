"""Đặt một thiết lập từ một ngày, kèm căn cứ của phường."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.foundation.access.forms import day_field
from danchu.foundation.places.labels import shown
from danchu.law.settings import Setting


class SettingForm(forms.Form):
    """Giá trị mới, từ ngày nào, theo giấy nào."""

    def __init__(self, *args: Any, setting: Setting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.setting = setting
        if setting.low is not None:
            self.fields["value"] = forms.IntegerField(
                label=_("New value"),
                min_value=setting.low,
                max_value=setting.high,
                help_text=_("From %(low)s to %(high)s") % {"low": setting.low, "high": setting.high},
                widget=forms.TextInput({"inputmode": "numeric"}),
            )
        else:
            self.fields["value"] = forms.ChoiceField(
                label=_("New value"),
                choices=[(str(place), shown(setting.key, one)) for place, one in enumerate(setting.values)],
                widget=forms.RadioSelect,
            )
        self.fields["valid_from"] = day_field(_("In force from"))
        self.fields["basis"] = forms.CharField(
            label=_("Paper or reason it rests on"), max_length=300, help_text=_("Kept beside the value.")
        )

    def clean_value(self) -> Any:
        """The value itself, not its place in the list."""
        value = self.cleaned_data["value"]
        return value if self.setting.low is not None else self.setting.values[int(value)]
