"""Addresses of the satisfaction room."""

from django.urls import path

from danchu.rooms.satisfaction import views

app_name = "satisfaction"
urlpatterns = [
    path("", views.start, name="start"),
    path("loi-gop/", views.sentences, name="sentences"),
    path("<slug:service>/", views.rate, name="rate"),
    path("<slug:service>/da-nhan/", views.thanks, name="thanks"),
]
