"""Addresses of cards and one-time links."""

from django.urls import path

from danchu.foundation.accounts import views

urlpatterns = [
    path("the/", views.card_login, name="card-login"),
    path("the/ra/", views.card_logout, name="card-logout"),
    path("the/<str:token>/", views.card_link, name="card-link"),
    path("lien-ket/<str:token>/", views.one_time_link, name="one-time-link"),
]
