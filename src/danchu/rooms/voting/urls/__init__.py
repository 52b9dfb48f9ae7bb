"""Addresses of votes: what everybody and a household may open, then what the team and the head work with."""

from danchu.rooms.voting.urls import advisor, after, desk, elections, household, initiatives, meeting, ward

app_name = "voting"
urlpatterns = [
    *advisor.urlpatterns,
    *initiatives.urlpatterns,
    *ward.urlpatterns,
    *meeting.urlpatterns,
    *after.urlpatterns,
    *elections.urlpatterns,
    *desk.urlpatterns,
    *household.urlpatterns,
]
