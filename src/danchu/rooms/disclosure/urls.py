"""Địa chỉ của công khai; "so" (the register), "viec", "yeu-cau" come before the entries' own names."""

from __future__ import annotations

from django.urls import path

from danchu.rooms.disclosure.views import entry, papers, plans, public, register, requests, tasks

app_name = "disclosure"
_ENTRY = "so/noi-dung/<slug:slug>"
_REQUEST = "so/yeu-cau/<int:request_id>"

urlpatterns = [
    path("so/", register.register, name="register"),
    path("so/moi/", register.create, name="new"),
    path("so/noi-niem-yet/", register.places, name="places"),
    path("so/noi-niem-yet/<int:place_id>/thoi/", register.end_place, name="place-end"),
    path("so/ke-hoach/", plans.plan, name="plan"),
    path("so/ke-hoach/soan/", plans.edit_plan, name="plan-edit"),
    path("so/ke-hoach/<int:plan_id>/van-ban.<str:ext>", papers.plan, name="plan-paper"),
    path("so/ke-hoach/<int:plan_id>/ban-hanh/", plans.adopt_plan, name="plan-adopt"),
    path("so/danh-sach/", plans.lists, name="lists"),
    path("so/danh-sach/cong-bo/", plans.publish_list, name="list-publish"),
    path("so/danh-sach/<slug:slug>/van-ban.<str:ext>", papers.quarterly_list, name="list-paper"),
    path("so/bao-cao/moi/", plans.plan_report, name="report-plan"),
    path("so/bao-cao/<int:report_id>/van-ban.<str:ext>", papers.report, name="report-paper"),
    path("so/bao-cao/<int:report_id>/gui/", plans.send_report, name="report-send"),
    path("so/yeu-cau/", requests.book, name="requests"),
    path("so/yeu-cau/moi/", requests.create, name="request-new"),
    path(f"{_REQUEST}/", requests.desk, name="request-desk"),
    path(f"{_REQUEST}/van-ban.<str:ext>", papers.of_request, name="request-paper"),
    path(f"{_REQUEST}/tiep-nhan/", requests.accept, name="request-accept"),
    path(f"{_REQUEST}/bo-sung/", requests.give_back, name="request-return"),
    path(f"{_REQUEST}/gia-han/", requests.extend, name="request-extend"),
    path(f"{_REQUEST}/tra-loi/", requests.answer, name="request-answer"),
    path(f"{_REQUEST}/tu-choi/", requests.refuse, name="request-refuse"),
    path(f"{_REQUEST}/dang/", requests.release, name="request-release"),
    path(f"{_ENTRY}/", entry.desk, name="desk"),
    path(f"{_ENTRY}/soan/", entry.edit, name="edit"),
    path(f"{_ENTRY}/cong-khai/", entry.publish, name="publish"),
    path(f"{_ENTRY}/dinh-chinh/", entry.correct, name="correct"),
    path(f"{_ENTRY}/go/", entry.withdraw, name="withdraw"),
    path(f"{_ENTRY}/ghi/<str:key>/", entry.record, name="record"),
    path(f"{_ENTRY}/lan/<int:posting_id>/minh-chung/", entry.prove, name="prove"),
    path(f"{_ENTRY}/lan/<int:posting_id>/ngay-cuoi/", entry.end, name="end"),
    path("viec/", tasks.tasks, name="tasks"),
    path("yeu-cau/", public.ask, name="ask"),
    path("yeu-cau/tra/", public.look_up, name="look-up"),
    path("yeu-cau/<str:code>/", public.one_request, name="request"),
    path("yeu-cau/<str:code>/van-ban.pdf", public.request_letter, name="request-letter"),
    path("yeu-cau/<str:code>/tep/<int:letter_id>/", public.request_file, name="request-file"),
    path("<slug:slug>/", public.entry, name="entry"),
    path("<slug:slug>/bao-sai/", public.ask, name="wrong"),
]
