"""Kế hoạch công khai, danh sách theo quý, báo cáo Hội đồng nhân dân."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.duties import services as duties
from danchu.foundation.text import short_date
from danchu.law import disclosure_acts
from danchu.law.acts import Act
from danchu.law.answers import Deadline, Refusal, Refused, require
from danchu.law.basis import Article, Convention
from danchu.law.disclosure import State, Track
from danchu.law.disclosure_acts import PlanLine
from danchu.law.people import Role
from danchu.law.speech import day
from danchu.rooms.disclosure import queries
from danchu.rooms.disclosure.models import CouncilReport, Entry, Plan, PlanRow
from danchu.rooms.disclosure.services.common import quarter_of, quarter_title, subject
from danchu.rooms.disclosure.services.entries import Wording, show_now


@transaction.atomic
def edit_plan(actor: Actor, *, year: int, lines: Iterable[PlanLine], at: datetime) -> Plan:
    """Soạn kế hoạch của năm; the one adopted stays as it is and an amended number is begun (khoản 1 Điều 14)."""
    check(actor, Act.DISCLOSURE_PLAN_EDIT, Subject(actor.ward_id))
    newest = Plan.objects.select_for_update().filter(ward_id=actor.ward_id, year=year).order_by("-number").first()
    if newest is None or newest.adopted_at is not None:
        number = 1 if newest is None else newest.number + 1
        newest = Plan.objects.create(ward_id=actor.ward_id, year=year, number=number, made_by_id=actor.id, made_at=at)
    newest.rows.all().delete()
    PlanRow.objects.bulk_create(
        PlanRow(
            ward_id=actor.ward_id,
            plan=newest,
            order=order,
            key=line.key,
            content=line.content.strip(),
            channels=list(line.channels),
            time=line.time.strip(),
            period=line.period.strip(),
            responsible=line.responsible.strip(),
        )
        for order, line in enumerate(lines)
    )
    journal.record(actor, Act.DISCLOSURE_PLAN_EDIT, f"plan:{newest.pk}", {"year": year, "number": newest.number}, at)
    return newest


@transaction.atomic
def adopt_plan(actor: Actor, *, plan_id: int, paper: str, at: datetime) -> Plan:
    """Ban hành kế hoạch: all 14 items with their five things; else ``disclosure.plan_incomplete``."""
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=plan_id)
    check(actor, Act.DISCLOSURE_PLAN_ADOPT, Subject(plan.ward_id))
    if plan.adopted_at is not None:
        raise Refused(Refusal("disclosure.plan_adopted", Article("L10", 14, 1)))
    require(disclosure_acts.may_adopt(queries.plan_lines(plan)))
    plan.paper, plan.adopted_at, plan.adopted_by_id = paper.strip(), at, actor.id
    plan.save(update_fields=["paper", "adopted_at", "adopted_by"])
    journal.record(actor, Act.DISCLOSURE_PLAN_ADOPT, f"plan:{plan.pk}", {"year": plan.year, "number": plan.number}, at)
    return plan


@transaction.atomic
def publish_list(actor: Actor, *, at: datetime) -> Entry:
    """Công khai danh sách của quý này: what was disclosed since the last list, in which form and when (Điều 13.2).

    Refused twice in a quarter (``disclosure.list_exists``).
    """
    check(actor, Act.DISCLOSURE_LIST_PUBLISH, Subject(actor.ward_id))
    today = clock.day(at)
    key = quarter_of(today)
    rows = Entry.objects.select_for_update().filter(ward_id=actor.ward_id, track=Track.LIST, key=key)
    if rows.exclude(state=State.WITHDRAWN).exists():
        raise Refused(Refusal("disclosure.list_exists", Article("L10", 13, 2)))
    listed = queries.since_last_list(actor.ward_id, at)
    wording = Wording(
        title=f"Danh sách nội dung đã công khai, {quarter_title(key)}",
        source_on=today,
        summary=f"Có {len(listed)} nội dung đã công khai, tính đến {day(today)}.",
        body="\n\n".join(one.line for one in listed) or "Trong thời gian này không có nội dung nào.",
    )
    entry = show_now(actor, track=Track.LIST, key=key, wording=wording, at=at)
    duties.finish(ward_id=actor.ward_id, rule="disclose.quarter_list", subject=f"list:{key}", at=at)
    journal.record(actor, Act.DISCLOSURE_LIST_PUBLISH, subject(entry), {"quarter": key, "entries": len(listed)}, at)
    return entry


@transaction.atomic
def plan_report(actor: Actor, *, session_on: date, period_from: date, period_to: date, at: datetime) -> CouncilReport:
    """Ghi kỳ họp thường lệ phải báo cáo (khoản 3 Điều 14): its clock ends on the day of the session."""
    check(actor, Act.DISCLOSURE_REPORT_PLAN, Subject(actor.ward_id))
    if CouncilReport.objects.filter(ward_id=actor.ward_id, session_on=session_on).exists():
        raise Refused(Refusal("disclosure.report_exists", Convention("disclosure.report"), {"on": session_on}))
    if period_to < period_from:
        raise Refused(Refusal("disclosure.posting_days", Convention("disclosure.report")))
    report = CouncilReport.objects.create(
        ward_id=actor.ward_id, session_on=session_on, period_from=period_from, period_to=period_to, recorded_at=at
    )
    duties.start(
        ward_id=actor.ward_id,
        khu_pho_id=None,
        subject=f"report:{report.pk}",
        title=f"Báo cáo công khai gửi Hội đồng nhân dân, kỳ họp {short_date(session_on)}",
        url=reverse("disclosure:lists"),
        owed_by=Role.WARD_OFFICER,
        basis=Article("L10", 14, 3).key,
        deadline=Deadline(
            "disclose.report",
            clock.day(at),
            session_on,
            {
                "vi": f"Báo cáo tại kỳ họp thường lệ gần nhất, {day(session_on)}.",
                "en": f"Reported at the nearest regular session, on {day(session_on, 'en')}.",
            },
        ),
    )
    journal.record(actor, Act.DISCLOSURE_REPORT_PLAN, f"report:{report.pk}", {"session": session_on.isoformat()}, at)
    return report


@transaction.atomic
def send_report(actor: Actor, *, report_id: int, at: datetime) -> CouncilReport:
    """Gửi báo cáo đến Hội đồng nhân dân và Mặt trận phường; its clock stops."""
    report = CouncilReport.objects.select_for_update(of=("self",)).get(pk=report_id)
    check(actor, Act.DISCLOSURE_REPORT_SEND, Subject(report.ward_id))
    if report.sent_at is not None:
        raise Refused(Refusal("disclosure.report_sent", Convention("disclosure.report")))
    report.sent_at, report.sent_by_id = at, actor.id
    report.save(update_fields=["sent_at", "sent_by"])
    duties.finish(ward_id=report.ward_id, rule="disclose.report", subject=f"report:{report.pk}", at=at)
    journal.record(actor, Act.DISCLOSURE_REPORT_SEND, f"report:{report.pk}", {}, at)
    return report
