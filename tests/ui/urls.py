"""The pages of the visual language alone, with the six words of the motto to lead somewhere."""

from django.http import HttpResponse
from django.urls import include, path

WORDS = ("dan-biet", "dan-ban", "dan-lam", "dan-kiem-tra", "dan-giam-sat", "dan-thu-huong")


def empty(request):
    return HttpResponse("")


urlpatterns = [
    path("", include("danchu.ui.urls")),
    *(path(f"{word}/", empty, name=word) for word in WORDS),
]
