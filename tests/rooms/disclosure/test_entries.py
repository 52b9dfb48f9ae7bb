"""An entry: drafted, disclosed, corrected, withdrawn; its duties, its place in search, its row in the journal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import builders
from danchu.foundation.access.actor import system
from danchu.foundation.duties.models import Duty
from danchu.foundation.files import attachments
from danchu.foundation.journal import outbox
from danchu.foundation.journal.models import Detail
from danchu.foundation.journal.models import Entry as Row
from danchu.foundation.search.models import Publication
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.disclosure import State, Track
from danchu.law.people import Role
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.models import Entry, Version
from danchu.rooms.disclosure.services import Checked, Override, Place
from rooms.disclosure.ward import AT, CHECKED, DAY, DUE, TODAY, codes, fresh, versions, wording

pytestmark = [pytest.mark.db, pytest.mark.django_db]


def refused(call, *args, **values) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **values)
    return caught.value.refusal.code


def duties(entry: Entry) -> list[tuple[str, int | None, date, bool]]:
    """Of the version that is public now: owed by whom, where, by when, done."""
    prefix = f"disclosure:{entry.pk}:{fresh(entry).current_id}"
    found = Duty.objects.filter(subject__startswith=prefix, dropped_at=None).order_by("pk")
    return [(one.owed_by, one.khu_pho_id, one.due, one.done_at is not None) for one in found]


# --- drafting -------------------------------------------------------------------------------------------------------
def test_draft_is_nobodys_but_the_desks(town):
    entry = town.draft("7")

    assert (entry.state, entry.slug) == (State.DRAFT, "danh-sach-14-ho-duoc-ho-tro-sua-nha-nam-2026")
    assert list(queries.published(town.ward.pk)) == []
    assert queries.published_entry(town.ward.pk, entry.slug) is None
    assert [one.newest.title for one in queries.drafts(town.ward.pk)] == [entry.versions.get().title]
    assert Row.objects.last().act == Act.DISCLOSURE_ENTRY_DRAFT
    assert Detail.objects.last().content == {"title": "Danh sách 14 hộ được hỗ trợ sửa nhà năm 2026"}


@pytest.mark.parametrize(
    ("track", "key"), [(Track.WARD, "15"), (Track.WARD, ""), (Track.AGENCY, "13"), (Track.LIST, "x")]
)
def test_item_the_law_does_not_know(town, track, key):
    assert refused(town.draft, key, track=track) == "disclosure.item"


def test_document_of_tomorrow(town):
    assert refused(town.draft, "7", source_on=TODAY + DAY) == "disclosure.source_future"


@pytest.mark.parametrize(("year", "code"), [(1975, "disclosure.source_past"), (1976, "")])
def test_document_of_long_ago(town, year, code):
    day = date(year, 3, 1)

    if code:
        assert refused(town.draft, "4", source_on=day) == code
    else:
        assert codes(town.public("4", source_on=day), TODAY) == {"late", "missing", "unreviewed"}


def test_draft_is_written_again_under_its_address(town):
    entry = town.draft("7")

    services.edit_draft(
        town.officer, entry_id=entry.pk, place=Place(Track.WARD, "8"), wording=wording(title="Tên khác"), at=AT
    )

    assert (fresh(entry).key, fresh(entry).slug) == ("8", entry.slug)
    assert [one.title for one in versions(entry)] == ["Tên khác"]


def test_two_of_one_title_have_two_addresses(town):
    assert town.draft("7").slug != town.draft("7").slug


def test_address_never_hides_a_page_of_the_room(town):
    assert town.draft("7", title="Yêu cầu").slug != "yeu-cau"


# --- publishing -----------------------------------------------------------------------------------------------------
def test_published_is_public_findable_and_owed(town):
    entry = town.public("7")

    assert [one.pk for one in queries.published(town.ward.pk)] == [entry.pk]
    assert queries.published_entry(town.ward.pk, entry.slug).current.title.startswith("Danh sách 14 hộ")
    found = Publication.objects.get(key=f"disclosure:{entry.pk}")
    assert (found.kind, found.item, found.url) == ("ward", "11.7", f"/cong-khai/{entry.slug}/")
    assert duties(entry) == [
        (Role.WARD_OFFICER, None, DUE, False),
        (Role.HEAD, town.areas[0].pk, DUE, False),
        (Role.HEAD, town.areas[1].pk, DUE, False),
    ]
    assert Row.objects.filter(act=Act.DISCLOSURE_ENTRY_PUBLISH).get().facts == {"version": 1, "files": []}


@pytest.mark.parametrize(
    ("checked", "code"),
    [
        (Checked(), "disclosure.secret"),
        (Checked(personal=True), "disclosure.secret"),
        (Checked(no_secret=True), "disclosure.personal"),
    ],
)
def test_state_secret_is_asked_for_and_silence_is_no_statement(town, checked, code):
    """disclose.exclude"""
    entry = town.draft("7")

    assert refused(services.publish_entry, town.officer, entry_id=entry.pk, checked=checked, at=AT) == code
    assert fresh(entry).state == State.DRAFT
    assert Publication.objects.count() == 0


def test_nothing_to_show(town):
    entry = town.draft("7", body="  ")

    assert (
        refused(services.publish_entry, town.officer, entry_id=entry.pk, checked=CHECKED, at=AT) == "disclosure.empty"
    )


def test_published_twice(town):
    entry = town.public("7")

    code = refused(services.publish_entry, town.officer, entry_id=entry.pk, checked=CHECKED, at=AT)

    assert code == "disclosure.nothing_new"


def test_duty_is_done_once_everything_of_its_owner_has_begun(town):
    entry = town.public("7")
    for place in (town.places[1], town.places[3]):
        town.hang(entry, place)

    assert [done for *_, done in duties(entry)] == [False, False, False]

    town.do_everything(entry)

    assert [done for *_, done in duties(entry)] == [True, True, True]
    assert codes(entry, TODAY) == set()


def test_permanent_item_owes_the_headquarters_alone(town):
    assert duties(town.public("13")) == [(Role.WARD_OFFICER, None, DUE, False)]


def test_late_publication_is_named_for_good(town):
    entry = town.public("14", source_on=TODAY - 8 * DAY)

    assert codes(entry, TODAY) == {"late"}
    assert codes(entry, TODAY + 300 * DAY) == {"late"}


def test_agencys_entry_is_not_for_the_public(town):
    entry = town.public("3", track=Track.AGENCY)

    assert queries.published_entry(town.ward.pk, entry.slug) is None
    assert Publication.objects.count() == 0
    assert [one.pk for one in queries.all_entries(town.ward.pk)] == [entry.pk]


def test_other_laws_days_are_kept(town):
    entry = town.public("2", override=Override("Điều 15 Luật Ngân sách nhà nước", due_on=DUE + DAY, days=15))

    assert {due for _, _, due, _ in duties(entry)} == {DUE + DAY}
    facts = queries.facts_of(fresh(entry), TODAY)
    assert (facts.special.posting_days, facts.special.channels) == (15, None)


def test_setting_says_who_runs_the_loudspeakers(town):
    from danchu.foundation.places.settings import set_value

    set_value(town.officer, key="disclose.radio_by", new="none", valid_from=TODAY, basis="Không có loa", at=AT)

    found = queries.verdict_of(fresh(town.public("7")), TODAY)

    assert not [one for one in found.findings if one.requirement.rule == "disclose.radio"]


# --- files ----------------------------------------------------------------------------------------------------------
def paper(town) -> object:
    content = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )
    return attachments.store_attachment(
        town.officer,
        SimpleUploadedFile("danh-sach.pdf", content),
        khu_pho_id=None,
        opened_by=Act.DISCLOSURE_ENTRY_DRAFT,
        subject="disclosure:new",
        at=AT,
    )


def test_file_waits_until_it_was_read_and_opens_with_the_entry(town):
    stored = paper(town)
    entry = town.draft("7", files=((stored, "Danh sách"),))

    early = refused(services.publish_entry, town.officer, entry_id=entry.pk, checked=CHECKED, at=AT)
    attachments.read_attachment(stored.pk, at=AT)
    services.publish_entry(town.officer, entry_id=entry.pk, checked=CHECKED, at=AT)

    assert early == "files.unread"
    found = queries.versions_of(fresh(entry))[0].attachments.get()
    assert queries.public_attachment(town.ward.pk, entry.slug, found.pk).title == "Danh sách"
    stored.refresh_from_db()
    assert stored.published_at == AT

    services.withdraw_entry(town.officer, entry_id=entry.pk, reason="Đăng nhầm.", at=AT)

    assert queries.public_attachment(town.ward.pk, entry.slug, found.pk) is None
    stored.refresh_from_db()
    assert stored.published_at is None


# --- correcting -----------------------------------------------------------------------------------------------------
def test_correction_reopens_every_clock(town):
    entry = town.public("7")
    town.do_everything(entry)
    later = AT + 40 * DAY
    new = wording(title="Danh sách 15 hộ", source_on=TODAY + 40 * DAY)

    services.correct_entry(town.officer, entry_id=entry.pk, wording=new, reason="Sót một hộ.", at=later)

    assert fresh(entry).current.number == 1  # nothing changes for readers yet
    services.publish_entry(town.officer, entry_id=entry.pk, checked=CHECKED, at=later)

    now = fresh(entry)
    assert (now.current.number, now.current.reason, now.published_at) == (2, "Sót một hộ.", AT)
    assert [one.number for one in queries.versions_of(now)] == [2, 1]
    assert [done for *_, done in duties(entry)] == [False, False, False]
    assert "missing" in codes(entry, TODAY + 60 * DAY)
    assert Publication.objects.get(key=f"disclosure:{entry.pk}").title == "Danh sách 15 hộ"


def test_correction_needs_its_reason(town):
    entry = town.public("7")

    code = refused(services.correct_entry, town.officer, entry_id=entry.pk, wording=wording(), reason=" ", at=AT)

    assert code == "disclosure.reason_missing"
    assert len(versions(entry)) == 1


def test_correction_written_again_replaces_the_one_that_waits(town):
    entry = town.public("7")
    for title in ("một", "hai"):
        services.correct_entry(town.officer, entry_id=entry.pk, wording=wording(title=title), reason="x", at=AT)

    assert [(one.number, one.title) for one in versions(entry)][1:] == [(2, "hai")]


def test_draft_is_not_corrected(town):
    entry = town.draft("7")

    code = refused(services.correct_entry, town.officer, entry_id=entry.pk, wording=wording(), reason="x", at=AT)

    assert code == "disclosure.state"


# --- withdrawing ----------------------------------------------------------------------------------------------------
def test_withdrawn_keeps_its_address_and_says_why(town):
    entry = town.public("7")

    services.withdraw_entry(town.officer, entry_id=entry.pk, reason="Đăng nhầm tên người bệnh.", at=AT)

    shown = queries.published_entry(town.ward.pk, entry.slug)
    assert (shown.state, shown.withdraw_reason) == (State.WITHDRAWN, "Đăng nhầm tên người bệnh.")
    assert list(queries.published(town.ward.pk)) == []
    assert Publication.objects.count() == 0
    assert duties(entry) == []


@pytest.mark.parametrize("reason", ["", "  "])
def test_withdrawal_needs_its_reason(town, reason):
    entry = town.public("7")

    assert refused(services.withdraw_entry, town.officer, entry_id=entry.pk, reason=reason, at=AT) == (
        "disclosure.reason_missing"
    )


def test_what_is_withdrawn_is_over(town):
    entry = town.public("7")
    services.withdraw_entry(town.officer, entry_id=entry.pk, reason="Sai.", at=AT)

    assert refused(town.hang, entry, town.places[0]) == "disclosure.state"
    assert refused(services.withdraw_entry, town.officer, entry_id=entry.pk, reason="Sai.", at=AT) == "disclosure.state"


# --- who ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["chair", "delegate", "head", "front"])
def test_only_the_ward_officer_discloses(town, who):
    entry = town.draft("7")
    public = town.public("8")
    actor = town.actor(who)

    assert refused(services.draft_entry, actor, place=Place(Track.WARD, "7"), wording=wording(), at=AT) == "access.role"
    assert refused(services.publish_entry, actor, entry_id=entry.pk, checked=CHECKED, at=AT) == "access.role"
    assert refused(services.withdraw_entry, actor, entry_id=public.pk, reason="x", at=AT) == "access.role"
    assert (
        refused(services.correct_entry, actor, entry_id=public.pk, wording=wording(), reason="x", at=AT)
        == "access.role"
    )


def test_officer_of_another_ward_finds_nothing_to_do(town):
    entry = town.draft("7")
    stranger = builders.actor_for(builders.make_staff(builders.make_ward("An Phú"), Role.WARD_OFFICER))

    assert refused(services.publish_entry, stranger, entry_id=entry.pk, checked=CHECKED, at=AT) == "access.ward"


# --- what another activity announced ----------------------------------------------------------------------------------
def announced(town, kind="vote_result", **facts):
    values = {
        "kind": kind,
        "title": "Tổng vệ sinh",
        "summary": "Được thông qua.",
        "khu_pho": town.areas[0].pk,
        "path": "/bieu-quyet/tong-ve-sinh/",
        "on": TODAY.isoformat(),
    }
    return outbox.tell(
        ward_id=town.ward.pk, name="voting.result_announced", subject="vote:1", facts=values | facts, at=AT
    )


def test_result_arrives_as_its_own_kind_with_the_duties_of_its_article(town):
    event = announced(town)

    services.receive_announcement(event, AT + timedelta(minutes=1))

    entry = Entry.objects.get()
    assert (entry.track, entry.key, entry.khu_pho_id) == (Track.ANNOUNCEMENT, "vote_result", town.areas[0].pk)
    assert entry.current.title == "Kết quả biểu quyết: Tổng vệ sinh"
    assert duties(entry) == [(Role.HEAD, town.areas[0].pk, DUE, False)]
    keys = [one.requirement.key for one in queries.verdict_of(fresh(entry), TODAY).findings]
    assert keys == ["portal", f"posting:place:{town.places[1].pk}", f"posting:place:{town.places[3].pk}", "any"]
    assert entry.path == "/bieu-quyet/tong-ve-sinh/"
    assert Publication.objects.count() == 0  # the vote is found as what it is
    assert Row.objects.last().actor == str(system(town.ward.pk))


def test_told_twice_it_is_one_entry(town):
    event = announced(town)

    services.receive_announcement(event, AT)
    services.receive_announcement(event, AT)

    assert Entry.objects.count() == 1
    assert Version.objects.count() == 1


def test_notice_is_owed_before_the_vote_opens(town):
    services.receive_announcement(announced(town, "vote_notice", due_on=(TODAY + 2 * DAY).isoformat()), AT)

    assert {due for _, _, due, _ in duties(Entry.objects.get())} == {TODAY + 2 * DAY}


def test_notice_of_a_vote_that_was_stopped_is_withdrawn(town):
    services.receive_announcement(announced(town, "vote_notice", due_on=TODAY.isoformat()), AT)
    ended = outbox.tell(
        ward_id=town.ward.pk,
        name="voting.vote_ended",
        subject="vote:1",
        facts={"kind": "vote_notice", "reason": "Nhầm nội dung."},
        at=AT,
    )

    services.retract_announcement(ended, AT)
    services.retract_announcement(ended, AT)

    entry = Entry.objects.get()
    assert (entry.state, entry.withdraw_reason) == (State.WITHDRAWN, "Nhầm nội dung.")


def test_stopped_before_its_notice_arrived_is_nothing(town):
    ended = outbox.tell(
        ward_id=town.ward.pk, name="voting.vote_ended", subject="vote:9", facts={"kind": "vote_notice"}, at=AT
    )

    services.retract_announcement(ended, AT)

    assert Entry.objects.count() == 0
