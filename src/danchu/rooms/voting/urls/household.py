"""Addresses for everybody and for a household."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import ballot, dispute, kiosk, lookup, petitions, public, roll_check

urlpatterns: list[URLPattern] = [
    path("", public.vote_list, name="list"),
    path("cua-ho/", ballot.start, name="start"),
    path("bien-nhan/<slug:tracker>/", lookup.receipt_check, name="receipt-check"),
    path("<slug:slug>/", public.vote_page, name="public"),
    path("<slug:slug>/van-ban/", public.document, name="document"),
    path("<slug:slug>/phieu/", ballot.ballot, name="ballot"),
    path("<slug:slug>/xem-lai/", ballot.review, name="review"),
    path("<slug:slug>/gui/", ballot.send, name="send"),
    path("<slug:slug>/bien-nhan/", ballot.receipt, name="receipt"),
    path("<slug:slug>/tra-ma/", lookup.lookup, name="lookup"),
    path("<slug:slug>/tra-ten/", roll_check.roll_check, name="roll-check"),
    path("<slug:slug>/de-nghi/", roll_check.ask_correction, name="roll-request"),
    path("<slug:slug>/de-nghi/<slug:code>/", roll_check.correction_answer, name="roll-answer"),
    path("<slug:slug>/kiem-tra/", dispute.dispute, name="dispute"),
    path("<slug:slug>/kien-nghi/", petitions.petition, name="petition"),
    path("<slug:slug>/kien-nghi/<slug:code>/", petitions.petition_look, name="petition-answer"),
    path("<slug:slug>/may-dat/", kiosk.kiosk, name="kiosk"),
    path("<slug:slug>/may-dat/ho/", kiosk.next_household, name="kiosk-next"),
    path("<slug:slug>/may-dat/thoat/", kiosk.leave, name="kiosk-leave"),
]
