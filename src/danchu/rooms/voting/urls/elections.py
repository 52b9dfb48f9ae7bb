"""Addresses of elections and dismissals; those without a vote come before those of votes."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import elections

_ONE = "<slug:slug>/ho-so/bau-cu"

urlpatterns: list[URLPattern] = [
    path("bau-cu/truong-khu-pho/", elections.election_plan, name="election-plan"),
    path("bau-cu/thanh-vien-ban/", elections.board_call, name="board-call"),
    path("bau-cu/cho-thoi/", elections.dismissal, name="dismissal"),
    path(f"{_ONE}/", elections.election, name="election"),
    path(f"{_ONE}/cac-buoc/", elections.election_steps, name="election-steps"),
    path(f"{_ONE}/to-bau-cu/", elections.election_team, name="election-team"),
    path(f"{_ONE}/ung-cu/", elections.candidate_add, name="candidate-add"),
    path(f"{_ONE}/ung-cu/<int:candidate_id>/rut/", elections.candidate_withdraw, name="candidate-withdraw"),
    path(f"{_ONE}/so-phieu/", elections.candidate_count, name="candidate-count"),
    path(f"{_ONE}/lam-thoi/", elections.interim, name="interim"),
]
