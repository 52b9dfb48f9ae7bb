"""Addresses of votes: what everybody and a household may open, then what the team and the head work with."""

from danchu.rooms.voting.urls import desk, household, initiatives

app_name = "voting"
urlpatterns = [*initiatives.urlpatterns, *desk.urlpatterns, *household.urlpatterns]
