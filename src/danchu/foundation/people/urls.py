"""Addresses of households: list, one household, its changes, import."""

from django.urls import URLPattern, path

from danchu.foundation.people import views, views_import

_ONE = "ho/<int:household_id>/"
_PLACE = "<slug:slug>/"


def _imports(prefix: str, ending: str = "") -> list[URLPattern]:
    """The pages of an import: for one khu phố, and (``-ward``) for the whole ward."""
    pages = {
        "nhap/": (views_import.roll_upload, "roll-upload"),
        "nhap/mau/": (views_import.roll_template, "roll-template"),
        "nhap/<str:token>/": (views_import.roll_preview, "roll-preview"),
        "nhap/<str:token>/luu/": (views_import.roll_save, "roll-save"),
        "nhap/<str:token>/cot/": (views_import.roll_columns, "roll-columns"),
        "nhap/<str:token>/can-sua/": (views_import.roll_corrections, "roll-corrections"),
    }
    return [path(f"{prefix}{tail}", view, name=f"{name}{ending}") for tail, (view, name) in pages.items()]


urlpatterns = [
    path("", views.household_places, name="household-places"),
    *_imports("", "-ward"),
    path(_ONE, views.household, name="household"),
    path(f"{_ONE}sua/", views.household_correct, name="household-correct"),
    path(f"{_ONE}chuyen/", views.household_move, name="household-move"),
    path(f"{_ONE}tach/", views.household_split, name="household-split"),
    path(f"{_ONE}nhap/", views.household_merge, name="household-merge"),
    path(f"{_ONE}di/", views.household_end, name="household-end"),
    path(f"{_ONE}dai-dien/", views.household_representative, name="household-representative"),
    path(f"{_ONE}uy-quyen/", views.household_outsider, name="household-outsider"),
    path(_PLACE, views.household_list, name="khu-pho-households"),
    path(f"{_PLACE}them/", views.household_create, name="household-create"),
    *_imports(_PLACE),
]
