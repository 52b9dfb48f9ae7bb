"""Addresses for the head, the Front and the team; they come first: "moi" is no vote's name."""

from __future__ import annotations

from django.urls import URLPattern, path

from danchu.rooms.voting.views import advice, assist, cards, desk, papers, prepare, result, roll, running, schedule

_FILE = "<slug:slug>/ho-so"

urlpatterns: list[URLPattern] = [
    path("moi/", prepare.propose, name="propose"),
    path("moi/<str:matter>/", advice.propose_form, name="propose-form"),
    path("moi/<str:matter>/<str:form>/", prepare.propose_text, name="propose-text"),
    path(f"{_FILE}/", desk.desk, name="desk"),
    path(f"{_FILE}/noi-dung/", prepare.edit, name="edit"),
    path(f"{_FILE}/dong-y/", prepare.agree, name="agree"),
    path(f"{_FILE}/ung-dung/", prepare.choose, name="choose"),
    path(f"{_FILE}/dieu-kien/", prepare.means, name="means"),
    path(f"{_FILE}/bao-cao/", prepare.report, name="report"),
    path(f"{_FILE}/to/", prepare.team, name="team"),
    path(f"{_FILE}/danh-sach/", roll.roll, name="roll"),
    path(f"{_FILE}/danh-sach/lap/", roll.draw, name="roll-draw"),
    path(f"{_FILE}/danh-sach/niem-yet/", roll.post, name="roll-show"),
    path(f"{_FILE}/danh-sach/chot/", roll.freeze, name="roll-freeze"),
    path(f"{_FILE}/danh-sach/de-nghi/<int:request_id>/", roll.decide, name="roll-decide"),
    path(f"{_FILE}/hinh-thuc/", roll.form_poll, name="form-poll"),
    path(f"{_FILE}/hinh-thuc/cuoc-hop/", roll.form_poll_meeting, name="form-poll-meeting"),
    path(f"{_FILE}/thoi-gian/", schedule.schedule, name="schedule"),
    path(f"{_FILE}/loi-van/", schedule.preview, name="preview"),
    path(f"{_FILE}/loi-van/phieu/", schedule.preview_ballot, name="preview-ballot"),
    path(f"{_FILE}/thong-bao/", schedule.notice, name="notice"),
    path(f"{_FILE}/bao-ba-con/", schedule.spread, name="spread"),
    path(f"{_FILE}/su-co/", running.outage, name="outage"),
    path(f"{_FILE}/rut/", running.withdraw, name="withdraw"),
    path(f"{_FILE}/dung/", running.stop, name="stop"),
    path(f"{_FILE}/gia-han/", running.extend, name="extend"),
    path(f"{_FILE}/lam-lai/", running.redo, name="redo"),
    path(f"{_FILE}/de-nghi/<int:request_id>/dong-y/", running.agree_request, name="request-agree"),
    path(f"{_FILE}/de-nghi/<int:request_id>/bo/", running.drop_request, name="request-drop"),
    path(f"{_FILE}/kiem-tra/<int:dispute_id>/", running.resolve, name="resolve"),
    path(f"{_FILE}/lam-giup/", assist.assist, name="assist"),
    path(f"{_FILE}/lam-giup/ho/<int:line_id>/", assist.assist_start, name="assist-start"),
    path(f"{_FILE}/lam-giup/phieu/", assist.assist_ballot, name="assist-ballot"),
    path(f"{_FILE}/lam-giup/ket-thuc/", assist.assist_end, name="assist-end"),
    path(f"{_FILE}/ho-can-moi/", assist.call_list, name="call-list"),
    path(f"{_FILE}/the/", cards.cards, name="cards"),
    path(f"{_FILE}/the/lap/", cards.issue, name="cards-issue"),
    path(f"{_FILE}/the/cap-lai/", cards.reissue, name="card-reissue"),
    path(f"{_FILE}/niem-phong/", result.seal, name="seal"),
    path(f"{_FILE}/chu-ky/", result.sign, name="sign"),
    path(f"{_FILE}/cong-bo/", result.announce, name="announce"),
    path(f"{_FILE}/gui-phuong/", result.send_decision, name="send-decision"),
    path(f"{_FILE}.zip", papers.whole_file, name="file"),
    path("<slug:slug>/giay-to/<slug:kind>.<slug:ext>", papers.paper, name="paper"),
    path("<slug:slug>/lich.ics", papers.calendar, name="calendar"),
]
