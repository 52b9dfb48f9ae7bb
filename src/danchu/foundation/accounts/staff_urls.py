"""Addresses of the staff log-in: allauth's views, each marked for the house test; nothing else of it is mounted."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path

from danchu.foundation.access.decorators import public, signed_in

urlpatterns = [
    path("", public(account.LoginView.as_view()), name="account_login"),
    path("ra/", public(account.LogoutView.as_view()), name="account_logout"),
    path("mat-khau/", signed_in(account.PasswordChangeView.as_view()), name="account_change_password"),
    path("dat-mat-khau/", signed_in(account.PasswordSetView.as_view()), name="account_set_password"),
    path("xac-nhan-lai/", signed_in(account.ReauthenticateView.as_view()), name="account_reauthenticate"),
    path("hai-lop/", signed_in(mfa.IndexView.as_view()), name="mfa_index"),
    # Between password and second factor nobody is logged in yet; allauth lets in only one who gave the password.
    path("hai-lop/ma/", public(mfa.AuthenticateView.as_view()), name="mfa_authenticate"),
    path("hai-lop/xac-nhan-lai/", signed_in(mfa.ReauthenticateView.as_view()), name="mfa_reauthenticate"),
    path("hai-lop/dat/", signed_in(totp.ActivateTOTPView.as_view()), name="mfa_activate_totp"),
    # Where allauth sends someone who already has a second factor; it cannot be switched off, only reset by the ward.
    path("hai-lop/dang-dung/", signed_in(mfa.IndexView.as_view()), name="mfa_deactivate_totp"),
    path("hai-lop/ma-du-phong/", signed_in(codes.ViewRecoveryCodesView.as_view()), name="mfa_view_recovery_codes"),
    path(
        "hai-lop/ma-du-phong/moi/",
        signed_in(codes.GenerateRecoveryCodesView.as_view()),
        name="mfa_generate_recovery_codes",
    ),
]
