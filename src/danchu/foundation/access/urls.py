"""Addresses of mandates."""

from django.urls import path

from danchu.foundation.access import views

urlpatterns = [
    path("", views.mandate_list, name="mandates"),
    path("<int:mandate_id>/ket-thuc/", views.mandate_end, name="mandate-end"),
]
