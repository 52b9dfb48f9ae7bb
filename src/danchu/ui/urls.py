"""Addresses of the visual language itself; ``include("danchu.ui.urls")`` at the root."""

from django.urls import path

from danchu.foundation.access.decorators import public
from danchu.ui import views

app_name = "ui"
urlpatterns = [
    path("co-chu/", public(views.preferences), name="preferences"),
    path("thanh-phan/", public(views.components), name="components"),
]
