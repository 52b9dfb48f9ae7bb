"""Addresses of the ward's settings."""

from django.urls import path

from danchu.foundation.places import views

urlpatterns = [
    path("", views.setting_list, name="ward-settings"),
    path("<str:key>/", views.setting_edit, name="ward-setting"),
]
