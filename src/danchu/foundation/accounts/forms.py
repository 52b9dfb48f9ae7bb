"""Điền mã thẻ, đặt mật khẩu."""

from __future__ import annotations

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from danchu.foundation.accounts.models import Staff


class CodeForm(forms.Form):
    """Số hộ và tám chữ số trên thẻ."""

    number = forms.CharField(label=_("Household number"), max_length=20, help_text=_("Printed on the card, e.g. 3-045"))
    code = forms.CharField(label=_("Eight digits on the card"), max_length=20, help_text=_("Example: 4827 1936"))


class PasswordForm(forms.Form):
    """Đặt mật khẩu, gõ hai lần."""

    password = forms.CharField(label=_("New password"), widget=forms.PasswordInput, strip=False, max_length=200)
    again = forms.CharField(label=_("New password once more"), widget=forms.PasswordInput, strip=False, max_length=200)

    def __init__(self, *args: object, staff: Staff, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.staff = staff

    def clean_password(self) -> str:
        """Long enough, not common, not the person's own name."""
        password = self.cleaned_data["password"]
        validate_password(password, self.staff)
        return password

    def clean(self) -> dict[str, object]:
        """Both the same."""
        cleaned = super().clean()
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("The two passwords are not the same. Type the second one again."))
        return cleaned
