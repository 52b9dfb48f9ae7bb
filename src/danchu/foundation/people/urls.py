"""Addresses of households: list, one household, its changes, import."""

from django.urls import path

from danchu.foundation.people import views

_ONE = "ho/<int:household_id>/"
_PLACE = "<slug:slug>/"

urlpatterns = [
    path("", views.household_places, name="household-places"),
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
]
