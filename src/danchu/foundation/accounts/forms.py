"""Điền mã thẻ, đăng nhập, đặt mật khẩu, lập tài khoản."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from danchu.foundation.accounts.models import Staff


class CodeForm(forms.Form):
    """Số hộ và tám chữ số trên thẻ."""

    number = forms.CharField(
        label=_("Household number"),
        max_length=20,
        help_text=_("Printed on the card, for example 3-045"),
        widget=forms.TextInput({"autocomplete": "username", "spellcheck": "false"}),
    )
    code = forms.CharField(label=_("Eight digits on the card"), max_length=20, help_text=_("For example 4827 1936"))


def _password(label: Any, autocomplete: str) -> forms.CharField:
    return forms.CharField(
        label=label, strip=False, max_length=200, widget=forms.PasswordInput({"autocomplete": autocomplete})
    )


class PasswordForm(forms.Form):
    """Đặt mật khẩu, gõ hai lần."""

    password = _password(_("New password"), "new-password")
    again = _password(_("New password once more"), "new-password")

    def __init__(self, *args: Any, staff: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = staff
        self.fields["password"].help_text = _("At least 10 letters or digits; a sentence is easy to remember.")

    def clean_password(self) -> str:
        """Long enough, not common, not the person's own name."""
        password = self.cleaned_data["password"]
        validate_password(password, self.staff)
        return password

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        cleaned = super().clean() or {}
        if cleaned.get("password") and cleaned.get("again") and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("The two passwords are not the same. Type the second one again."))
        return cleaned


def _say(form: forms.Form, **labels: Any) -> None:
    """Our own words and no placeholders for fields that allauth made."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""
        form.fields[name].widget.attrs.pop("placeholder", None)


class LoginForm(allauth.LoginForm):
    """Đăng nhập bằng tên và mật khẩu."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, login=_("Log-in name"), password=_("Password"))


class ReauthenticateForm(allauth.ReauthenticateForm):
    """Gõ lại mật khẩu trước việc quan trọng."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, password=_("Password"))


class ChangePasswordForm(allauth.ChangePasswordForm):
    """Đổi mật khẩu."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(
            self,
            oldpassword=_("Present password"),
            password1=_("New password"),
            password2=_("New password once more"),
        )


class SecondFactorForm(mfa.AuthenticateForm):
    """Mã trong ứng dụng xác nhận, hoặc một mã dự phòng."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=_("Six digits in the application, or a recovery code"))


class SecondFactorAgainForm(mfa.ReauthenticateForm):
    """Gõ lại mã trước việc quan trọng."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=_("Six digits in the application, or a recovery code"))


class ActivateForm(totp.ActivateTOTPForm):
    """Sáu số đầu tiên của ứng dụng vừa cài."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, code=_("Six digits in the application"))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class StaffForm(forms.Form):
    """Lập tài khoản cho một người."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    honorific = forms.ChoiceField(
        label=_("How to address the person"),
        choices=[("ông", "ông"), ("bà", "bà"), ("anh", "anh"), ("chị", "chị")],
        widget=forms.RadioSelect,
    )
    username = forms.CharField(
        label=_("Log-in name"),
        max_length=60,
        help_text=_("Letters without marks, digits, dots; for example le.thi.hoa"),
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9._-]*$", _("Only small letters without marks, digits, . _ -"))],
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=30,
        required=False,
        help_text=_("Shown to residents as a contact"),
        widget=forms.TextInput({"inputmode": "tel"}),
    )
