"""Addresses of what goes out."""

from django.urls import re_path

from danchu.channels import views

urlpatterns = [
    re_path(r"^nghe/(?P<digest>[0-9a-f]{64})\.mp3$", views.audio, name="rendition-audio"),
    re_path(r"^hinh/(?P<digest>[0-9a-f]{64})\.png$", views.link_picture, name="rendition-picture"),
]
