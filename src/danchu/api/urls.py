"""Addresses of the open data."""

from django.urls import path

from danchu.api import views

app_name = "api"
urlpatterns = [
    path("", views.start, name="start"),
    path("openapi.json", views.describe, name="openapi"),
    path("schema/<slug:name>.json", views.schema, name="schema"),
    path("publications", views.publications, name="publications"),
    path("publications/<str:key>", views.publication, name="publication"),
    path("votes", views.votes, name="votes"),
    path("votes/<slug:slug>", views.vote, name="vote"),
    path("places", views.places, name="places"),
    path("<slug:name>.csv", views.table, name="table"),
]
