"""What stands in the register of disclosure when the matrix of addresses is asked."""

from __future__ import annotations

from typing import Any

import builders
from danchu.foundation import clock
from danchu.law.disclosure import Channel, PlaceKind, Track
from danchu.law.information import Kind, Route
from danchu.rooms.disclosure import services
from danchu.rooms.disclosure.services import Asked, Checked, Place, Wording
from rooms.voting import stages


def rows(story: stages.Story) -> dict[str, Any]:
    """A draft; an entry that is disclosed, hangs in the vote's khu phố and waits for a correction; a request."""
    officer, at, today = story.as_(story.officer), story.at, clock.day(story.at)
    house = services.set_place(
        officer,
        kind=PlaceKind.CULTURE_HOUSE,
        name="Nhà văn hóa",
        khu_pho_id=story.khu_pho.pk,
        valid_from=builders.LONG_AGO,
        at=at,
    )
    words = Wording(title="Danh sách hộ được hỗ trợ", source_on=today, body="Mười bốn hộ.")
    place = Place(Track.WARD, "7")
    draft = services.draft_entry(officer, place=place, wording=words, at=at)
    entry = services.draft_entry(officer, place=place, wording=words, at=at)
    services.publish_entry(officer, entry_id=entry.pk, checked=Checked(True, True), at=at)
    posting = services.record_posting(
        officer, entry_id=entry.pk, channel=Channel.POSTING, place_id=house.pk, first=today, at=at
    )
    services.correct_entry(officer, entry_id=entry.pk, wording=words, reason="Sót một hộ.", at=at)
    request, code = services.file_request(
        officer,
        ward=story.ward,
        kind=Kind.INFORMATION,
        route=Route.COUNTER,
        asked=Asked("Dự toán năm 2026", "Nguyễn Văn An"),
        title="Dự toán năm 2026",
        at=at,
    )
    return {
        "slug": entry.slug,
        "draft": draft.slug,
        "key": f"posting:place:{house.pk}",
        "place": house.pk,
        "posting": posting.pk,
        "plan": services.edit_plan(officer, year=today.year, lines=[], at=at).pk,
        "list": services.publish_list(officer, at=at).slug,
        "report": services.plan_report(officer, session_on=today, period_from=today, period_to=today, at=at).pk,
        "request": request.pk,
        "code": code,
    }
