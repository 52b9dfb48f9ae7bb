"""Nội dung công khai: draft, publish, correct, withdraw; and take in what another activity announced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor, system
from danchu.foundation.access.can import Subject, check
from danchu.foundation.duties import services as duties
from danchu.foundation.files import attachments
from danchu.foundation.files.models import StoredFile
from danchu.foundation.journal.models import Event
from danchu.foundation.search import services as search
from danchu.foundation.workdays import FIRST_YEAR
from danchu.law import disclosure_acts
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article, Convention
from danchu.law.disclosure import State, Track, item
from danchu.rooms.disclosure.models import Attachment, Entry, Version
from danchu.rooms.disclosure.services.common import begin, free_slug, keep_duties, owe_list, subject

TEXT = ("title", "summary", "body", "issuer", "source_number")


@dataclass(frozen=True, slots=True)
class Wording:
    """Lời của một bản: its words, the decision it rests on, and its files with their titles."""

    title: str
    source_on: date
    summary: str = ""
    body: str = ""
    issuer: str = ""
    source_number: str = ""
    files: tuple[tuple[StoredFile, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """Quy định riêng của luật khác (khoản 6 Điều 13); an empty citation means there is none."""

    citation: str = ""
    due_on: date | None = None
    days: int | None = None
    channels: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """Lời xác nhận của người công khai: no State secret; no more personal data than the law asks.

    ``files``: what is hidden in the files was shown to the publisher, who keeps to it.
    """

    no_secret: bool = False
    personal: bool = False
    files: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Mục và nơi của nội dung: by whose article, which item, for one khu phố or the whole ward."""

    track: Track
    key: str
    khu_pho_id: int | None = None
    override: Override = field(default_factory=Override)


@transaction.atomic
def draft_entry(actor: Actor, *, place: Place, wording: Wording, at: datetime) -> Entry:
    """Soạn nội dung công khai; its clock runs from the day of the decision, disclosed or not.

    Refused: ``disclosure.item`` for a number the law does not know, ``disclosure.source_future``.
    """
    check(actor, Act.DISCLOSURE_ENTRY_DRAFT, Subject(actor.ward_id))
    _require_item(place)
    _require_past(wording, at)
    entry = Entry(ward_id=actor.ward_id, made_by_id=actor.id, made_at=at, slug=free_slug(actor.ward_id, wording.title))
    _place(entry, place)
    entry.save()
    version = _write(entry, 1, wording, actor, at)
    journal.record(
        actor,
        Act.DISCLOSURE_ENTRY_DRAFT,
        subject(entry),
        {"track": entry.track, "item": entry.key, "version": version.number},
        at,
        detail={"title": version.title},
    )
    return entry


@transaction.atomic
def edit_draft(actor: Actor, *, entry_id: int, place: Place, wording: Wording, at: datetime) -> Entry:
    """Soạn lại nội dung chưa công khai; its address stays."""
    entry = begin(actor, Act.DISCLOSURE_ENTRY_DRAFT, entry_id)
    _require_item(place)
    _require_past(wording, at)
    _place(entry, place)
    entry.save()
    version = entry.versions.get()
    for name in TEXT:
        setattr(version, name, getattr(wording, name).strip())
    version.source_on, version.made_at, version.made_by_id = wording.source_on, at, actor.id
    version.save()
    version.attachments.all().delete()
    _attach(version, wording.files)
    journal.record(
        actor,
        Act.DISCLOSURE_ENTRY_DRAFT,
        subject(entry),
        {"track": entry.track, "item": entry.key, "version": version.number},
        at,
        detail={"title": version.title},
    )
    return entry


@transaction.atomic
def correct_entry(actor: Actor, *, entry_id: int, wording: Wording, reason: str, at: datetime) -> Version:
    """Soạn bản đính chính, cập nhật (khoản 1 Điều 14); ``publish_entry`` puts it in place of the earlier one.

    Refused without a reason (``disclosure.reason_missing``). What is written again replaces the unpublished version.
    """
    entry = begin(actor, Act.DISCLOSURE_ENTRY_CORRECT, entry_id)
    if not reason.strip():
        raise Refused(Refusal("disclosure.reason_missing", Article("L10", 14, 1)))
    _require_past(wording, at)
    waiting = entry.versions.filter(published_at=None).first()
    if waiting is not None:
        waiting.attachments.all().delete()
        waiting.delete()
    version = _write(entry, entry.versions.count() + 1, wording, actor, at)
    version.reason = reason.strip()
    version.save(update_fields=["reason"])
    journal.record(
        actor,
        Act.DISCLOSURE_ENTRY_CORRECT,
        subject(entry),
        {"version": version.number},
        at,
        detail={"reason": version.reason},
    )
    return version


@transaction.atomic
def publish_entry(actor: Actor, *, entry_id: int, checked: Checked, at: datetime) -> Entry:
    """Công khai (khoản 3 Điều 12): on this site now; everything else it owes becomes a duty of who must do it.

    A correction takes the place of the earlier version and starts every clock anew; the earlier one stays to be read.
    Refused: ``disclosure.nothing_new``, ``disclosure.secret`` and ``disclosure.personal`` without the publisher's
    statements, ``disclosure.empty``, and what ``attachments.publish`` refuses.
    """
    entry = begin(actor, Act.DISCLOSURE_ENTRY_PUBLISH, entry_id)
    version = entry.versions.filter(published_at=None).first()
    if version is None:
        raise Refused(Refusal("disclosure.nothing_new", Convention("disclosure.register")))
    require_showable(version, checked, at)
    files = [one.file for one in version.attachments.select_related("file")]
    attachments.publish(files, seen=checked.files, at=at)
    duties.drop_under(ward_id=entry.ward_id, prefix=f"{subject(entry)}:", at=at)
    entry.state, entry.published_at = State.PUBLISHED, entry.published_at or at
    _show(entry, version, actor.id, at)
    owe_list(entry.ward_id, at)
    journal.record(
        actor,
        Act.DISCLOSURE_ENTRY_PUBLISH,
        subject(entry),
        {"version": version.number, "files": [one.sha256 for one in files]},
        at,
    )
    return entry


@transaction.atomic
def withdraw_entry(actor: Actor, *, entry_id: int, reason: str, at: datetime) -> Entry:
    """Gỡ nội dung, có lý do: its address stays and says why; nobody finds it by searching."""
    entry = begin(actor, Act.DISCLOSURE_ENTRY_WITHDRAW, entry_id)
    if not reason.strip():
        raise Refused(Refusal("disclosure.reason_missing", Convention("disclosure.register")))
    entry.state, entry.withdrawn_at, entry.withdraw_reason = State.WITHDRAWN, at, reason.strip()
    entry.save(update_fields=["state", "withdrawn_at", "withdraw_reason"])
    duties.drop_under(ward_id=entry.ward_id, prefix=f"{subject(entry)}:", at=at)
    attachments.withdraw(
        StoredFile.objects.filter(pk__in=Attachment.objects.filter(version__entry=entry).values("file_id"))
    )
    search.remove(ward_id=entry.ward_id, key=subject(entry))
    journal.record(
        actor, Act.DISCLOSURE_ENTRY_WITHDRAW, subject(entry), {}, at, detail={"reason": entry.withdraw_reason}
    )
    return entry


def receive_announcement(event: Event, at: datetime) -> None:
    """Nhận kết quả, thông báo của việc khác: an entry of its own kind with the duties of its article, at most once.

    ``event.facts``: ``kind`` (vote_notice, vote_result), ``title``, ``summary``, ``khu_pho``, ``path``, ``on`` (day),
    and ``due_on`` where its article fixes the day.
    """
    facts: Mapping[str, Any] = event.facts
    source = f"{facts['kind']}:{event.subject}"
    if Entry.objects.filter(ward_id=event.ward_id, source=source).exists():
        return
    actor = system(event.ward_id)
    check(actor, Act.DISCLOSURE_ENTRY_RECEIVE, Subject(event.ward_id, facts["khu_pho"]))
    title = item(Track.ANNOUNCEMENT, facts["kind"]).label.vi + ": " + facts["title"]
    entry = Entry.objects.create(
        ward_id=event.ward_id,
        track=Track.ANNOUNCEMENT,
        key=facts["kind"],
        khu_pho_id=facts["khu_pho"],
        slug=free_slug(event.ward_id, title),
        source=source,
        path=facts["path"],
        due_on=date.fromisoformat(facts["due_on"]) if facts.get("due_on") else None,
        state=State.PUBLISHED,
        published_at=event.at,
        made_at=at,
    )
    wording = Wording(title=title[:200], source_on=date.fromisoformat(facts["on"]), summary=facts["summary"][:600])
    version = _write(entry, 1, wording, actor, at)
    _show(entry, version, None, event.at)
    journal.record(actor, Act.DISCLOSURE_ENTRY_RECEIVE, subject(entry), {"source": source}, at)


def retract_announcement(event: Event, at: datetime) -> None:
    """Thông báo của việc đã rút hoặc dừng: its entry is withdrawn with the reason given there; at most once."""
    source = f"{event.facts['kind']}:{event.subject}"
    entry = Entry.objects.select_for_update().filter(ward_id=event.ward_id, source=source).first()
    if entry is not None and entry.state == State.PUBLISHED:
        withdraw_entry(system(event.ward_id), entry_id=entry.pk, reason=event.facts["reason"], at=at)


def show_now(actor: Actor, *, track: Track, key: str, wording: Wording, at: datetime) -> Entry:
    """An entry that is drafted and public in one act: a quarterly list, information supplied on request."""
    entry = Entry.objects.create(
        ward_id=actor.ward_id,
        track=track,
        key=key,
        slug=free_slug(actor.ward_id, wording.title),
        state=State.PUBLISHED,
        published_at=at,
        made_by_id=actor.id,
        made_at=at,
    )
    _show(entry, _write(entry, 1, wording, actor, at), actor.id, at)
    return entry


def _require_item(place: Place) -> None:
    try:
        known = place.track in (Track.WARD, Track.AGENCY) and item(place.track, place.key) is not None
    except KeyError:
        known = False
    if not known:
        raise Refused(Refusal("disclosure.item", Article("L10", 11), {"given": place.key}))


def _require_past(wording: Wording, at: datetime) -> None:
    if wording.source_on.year < FIRST_YEAR:
        raise Refused(Refusal("disclosure.source_past", Convention("disclosure.source"), {"given": wording.source_on}))
    if wording.source_on > clock.day(at):
        raise Refused(
            Refusal("disclosure.source_future", Convention("disclosure.source"), {"given": wording.source_on})
        )


def require_showable(version: Version, checked: Checked, at: datetime) -> None:
    """Refuse unless the version may be shown and its publisher said so."""
    files = [one.file for one in version.attachments.select_related("file")]
    told = version.source_number and version.summary
    require(
        disclosure_acts.may_show(
            source_on=version.source_on,
            has_content=bool(version.body.strip() or files),
            no_secret=checked.no_secret,
            personal_checked=checked.personal,
            today=clock.day(at),
            scan_told=bool(told) or not attachments.any_scan(files),
        )
    )


def _place(entry: Entry, place: Place) -> None:
    entry.track, entry.key, entry.khu_pho_id = place.track, place.key, place.khu_pho_id
    special = place.override
    stands = bool(special.citation.strip())
    entry.special_citation = special.citation.strip()
    entry.special_due_on = special.due_on if stands else None
    entry.special_days = special.days if stands else None
    entry.special_channels = list(special.channels) if stands and special.channels else None


def _write(entry: Entry, number: int, wording: Wording, actor: Actor, at: datetime) -> Version:
    version = Version.objects.create(
        ward_id=entry.ward_id,
        entry=entry,
        number=number,
        source_on=wording.source_on,
        made_by_id=actor.id,
        made_at=at,
        **{name: getattr(wording, name).strip() for name in TEXT},
    )
    _attach(version, wording.files)
    return version


def _attach(version: Version, files: Iterable[tuple[StoredFile, str]]) -> None:
    Attachment.objects.bulk_create(
        Attachment(ward_id=version.ward_id, version=version, file=file, title=title.strip() or file.name, order=order)
        for order, (file, title) in enumerate(files)
    )


def _show(entry: Entry, version: Version, staff_id: int | None, at: datetime) -> None:
    """From now on this version is what everybody reads, finds, and what the duties are counted by."""
    version.published_at, version.published_by_id = at, staff_id
    version.save(update_fields=["published_at", "published_by"])
    entry.current = version
    entry.save()
    keep_duties(entry, at)
    if entry.track in {Track.AGENCY, Track.ANNOUNCEMENT}:
        return  # for its staff alone; or already found as what it is
    search.put(
        ward_id=entry.ward_id,
        khu_pho_id=entry.khu_pho_id,
        key=subject(entry),
        kind=entry.track,
        item=f"11.{entry.key}" if entry.track == Track.WARD else "",
        title=version.title,
        summary=version.summary,
        text=f"{version.issuer} {version.source_number}\n{version.body}",
        url=reverse("disclosure:entry", kwargs={"slug": entry.slug}),
        day=clock.day(at),
        files=[one.file for one in version.attachments.select_related("file")],
        at=at,
    )
