"""Địa chỉ: Vietnamese without tone marks, never translated."""

from django.urls import include, path
from django.views.i18n import set_language

from danchu.api.views import about as open_data
from danchu.foundation.access.decorators import public
from danchu.foundation.files.views import open_file
from danchu.foundation.files.views_public import public_file
from danchu.server.health import healthz
from danchu.server.wiring import FILE_SUBJECTS

handler400 = "danchu.server.errors.bad_request"
handler403 = "danchu.server.errors.forbidden"
handler404 = "danchu.server.errors.not_found"
handler500 = "danchu.server.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("danchu.desks.urls")),
    path("", include("danchu.ui.urls")),
    path("ngon-ngu/", public(set_language), name="set_language"),
    path("dang-nhap/", include("danchu.foundation.accounts.staff_urls")),
    path("", include("danchu.foundation.accounts.urls")),
    path("nhiem-vu/", include("danchu.foundation.access.urls")),
    path("thiet-lap/", include("danchu.foundation.places.urls")),
    path("ho-dan/", include("danchu.foundation.people.urls")),
    path("mau-giay-to/", include("danchu.documents.urls")),
    path("tep/<int:file_id>/", open_file, {"subjects": FILE_SUBJECTS}, name="file"),
    path("tep-cong-khai/<str:sha256>/<str:name>", public_file, name="public-file"),
    path("du-lieu-mo/", open_data, name="open-data"),
    path("api/v1/", include("danchu.api.urls")),
    path("", include("danchu.channels.urls")),
    path("hai-long/", include("danchu.rooms.satisfaction.urls")),
    path("bieu-quyet/", include("danchu.rooms.voting.urls")),
    path("cong-khai/", include("danchu.rooms.disclosure.urls")),
]
