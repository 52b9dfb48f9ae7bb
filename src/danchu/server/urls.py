"""Địa chỉ: Vietnamese without tone marks, never translated."""

from allauth.account import views as account
from django.urls import include, path
from django.views.i18n import set_language

from danchu.foundation.access.decorators import public, signed_in
from danchu.foundation.files.views import open_file
from danchu.server.health import healthz

handler400 = "danchu.server.errors.bad_request"
handler403 = "danchu.server.errors.forbidden"
handler404 = "danchu.server.errors.not_found"
handler500 = "danchu.server.errors.server_error"

staff = [
    path("", public(account.LoginView.as_view()), name="account_login"),
    path("ra/", public(account.LogoutView.as_view()), name="account_logout"),
    path("mat-khau/", signed_in(account.PasswordChangeView.as_view()), name="account_change_password"),
    path("dat-mat-khau/", signed_in(account.PasswordSetView.as_view()), name="account_set_password"),
    path("xac-nhan-lai/", signed_in(account.ReauthenticateView.as_view()), name="account_reauthenticate"),
    path("hai-lop/", include("allauth.mfa.urls")),
]

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("danchu.desks.urls")),
    path("", include("danchu.ui.urls")),
    path("ngon-ngu/", public(set_language), name="set_language"),
    path("dang-nhap/", include(staff)),
    path("", include("danchu.foundation.accounts.urls")),
    path("ho-dan/", include("danchu.foundation.people.urls")),
    path("tep/<int:file_id>/", open_file, name="file"),
    path("bieu-quyet/", include("danchu.rooms.voting.urls")),
]
