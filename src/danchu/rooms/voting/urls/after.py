"""Addresses of what follows a result, for the khu phố, the ward and the ward Front."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import aftermath

_AFTER = "<slug:slug>/ho-so/sau-bieu-quyet"

urlpatterns: list[URLPattern] = [
    path(f"{_AFTER}/", aftermath.aftermath, name="aftermath"),
    path(f"{_AFTER}/cong-nhan/", aftermath.recognise, name="recognise"),
    path(f"{_AFTER}/khong-cong-nhan/", aftermath.refuse, name="refuse"),
    path(f"{_AFTER}/gui-lai/", aftermath.convention_return, name="convention-return"),
    path(f"{_AFTER}/bai-bo/", aftermath.annul, name="annul"),
    path(f"{_AFTER}/viec/<int:task_id>/", aftermath.task, name="task"),
    path(f"{_AFTER}/xem-lai/", aftermath.review, name="outcome-review"),
    path(f"{_AFTER}/kien-nghi/<int:petition_id>/", aftermath.petition_answer, name="petition-reply"),
]
