"""Addresses of meetings; they come before the votes: "cuoc-hop" is no vote's name."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import hall, meeting_public, meetings

_M = "cuoc-hop/<slug:slug>"
_FILE = f"{_M}/ho-so"
_HALL = f"{_M}/phien/<int:number>"
_ITEM = f"{_HALL}/noi-dung/<int:vote_id>"

urlpatterns: list[URLPattern] = [
    path("cuoc-hop/moi/", meetings.plan, name="meeting-plan"),
    path(f"{_M}/", meeting_public.meeting_page, name="meeting"),
    path(f"{_M}/moi/<slug:code>/", meeting_public.invited, name="meeting-invited"),
    path(f"{_FILE}/", meetings.desk, name="meeting-desk"),
    path(f"{_FILE}/sua/", meetings.edit, name="meeting-edit"),
    path(f"{_FILE}/moi-hop/", meetings.invite, name="meeting-invite"),
    path(f"{_FILE}/giay-to/<slug:kind>.pdf", meeting_public.papers, name="meeting-paper"),
    path(f"{_FILE}/tai-lieu/", meetings.send_papers, name="meeting-papers"),
    path(f"{_FILE}/cum/", meetings.clusters, name="clusters"),
    path(f"{_FILE}/cum/dong-y/", meetings.approve, name="clusters-approve"),
    path(f"{_FILE}/chot-danh-sach/", meetings.freeze, name="meeting-freeze"),
    path(f"{_FILE}/rut/", meetings.withdraw, name="meeting-withdraw"),
    path(f"{_FILE}/ket-luan/", meetings.conclude, name="meeting-conclude"),
    path(f"{_FILE}/khong-du-ho/", meetings.fail, name="meeting-fail"),
    path(f"{_HALL}/", hall.hall, name="hall"),
    path(f"{_HALL}/man-chieu/", hall.projector, name="projector"),
    path(f"{_HALL}/khai-mac/", hall.open_session, name="hall-open"),
    path(f"{_HALL}/ket-thuc/", hall.end_session, name="hall-end"),
    path(f"{_HALL}/diem-danh/", hall.attendance, name="attendance"),
    path(f"{_HALL}/diem-danh/ho/<int:line_id>/", hall.check_in, name="check-in"),
    path(f"{_HALL}/diem-danh/bo/<int:attendance_id>/", hall.undo, name="check-in-undo"),
    path(f"{_HALL}/thu-ky/", hall.secretary, name="hall-secretary"),
    path(f"{_HALL}/cach-bieu-quyet/", hall.method, name="hall-method"),
    path(f"{_HALL}/ban-kiem-phieu/", hall.board, name="hall-board"),
    path(f"{_HALL}/phat-bieu/", hall.speaker, name="hall-speaker"),
    path(f"{_HALL}/phat-bieu/<int:speaker_id>/", hall.call_speaker, name="hall-call"),
    path(f"{_ITEM}/thao-luan/", hall.discussion, name="hall-discussion"),
    path(f"{_ITEM}/so/", hall.figures, name="hall-figures"),
    path(f"{_ITEM}/kiem-lai/", hall.drop_figures, name="hall-recount"),
    path(f"{_ITEM}/cong-bo/", hall.announce_count, name="hall-announce"),
    path("<slug:slug>/ho-so/cuoc-hop/", meetings.of_vote, name="vote-meeting"),
    path("<slug:slug>/ho-so/phat-phieu/", meetings.follow, name="slips-follow"),
]
