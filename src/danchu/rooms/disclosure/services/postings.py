"""Niêm yết, phát loa, thông báo: recorded where it was done, ended, proven; and the places where things hang."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from danchu.foundation import clock, journal
from danchu.foundation.access.actor import Actor
from danchu.foundation.access.can import Subject, check
from danchu.foundation.files.models import StoredFile
from danchu.law import disclosure_acts
from danchu.law.acts import Act
from danchu.law.answers import Refusal, Refused, require
from danchu.law.basis import Article, Convention
from danchu.law.disclosure import Channel, Means, PlaceKind
from danchu.rooms.disclosure.models import Posting, PostingPlace, Proof
from danchu.rooms.disclosure.services.common import begin, keep_duties, subject


@transaction.atomic
def set_place(
    actor: Actor, *, kind: PlaceKind, name: str, khu_pho_id: int | None, valid_from: date, at: datetime
) -> PostingPlace:
    """Ghi một nơi niêm yết: the headquarters, a culture house or a community point.

    Refused when it is there already (``disclosure.place_exists``).
    """
    check(actor, Act.DISCLOSURE_PLACE_SET, Subject(actor.ward_id, khu_pho_id))
    place = khu_pho_id if kind is not PlaceKind.HQ else None
    if kind is not PlaceKind.HQ and place is None:
        raise Refused(Refusal("disclosure.posting_place", Article("L10", 13, 2)))
    same = PostingPlace.objects.filter(ward_id=actor.ward_id, kind=kind, khu_pho_id=place, name=name.strip())
    if same.filter(valid_to=None).exists():
        raise Refused(Refusal("disclosure.place_exists", Convention("disclosure.place")))
    row = PostingPlace.objects.create(
        ward_id=actor.ward_id, kind=kind, name=name.strip(), khu_pho_id=place, valid_from=valid_from
    )
    journal.record(
        actor, Act.DISCLOSURE_PLACE_SET, f"place:{row.pk}", {"kind": str(kind), "from": valid_from.isoformat()}, at
    )
    return row


@transaction.atomic
def end_place(actor: Actor, *, place_id: int, at: datetime) -> PostingPlace:
    """Thôi dùng một nơi niêm yết: from today nothing is owed there; what hung there stays on record."""
    row = PostingPlace.objects.select_for_update().get(pk=place_id)
    check(actor, Act.DISCLOSURE_PLACE_SET, Subject(row.ward_id, row.khu_pho_id))
    if row.valid_to is not None:
        raise Refused(Refusal("disclosure.place_over", Convention("disclosure.place")))
    row.valid_to = max(clock.day(at), row.valid_from)
    row.save(update_fields=["valid_to"])
    journal.record(actor, Act.DISCLOSURE_PLACE_SET, f"place:{row.pk}", {"to": row.valid_to.isoformat()}, at)
    return row


@transaction.atomic
def record_posting(
    actor: Actor,
    *,
    entry_id: int,
    channel: Channel,
    first: date,
    last: date | None = None,
    place_id: int | None = None,
    khu_pho_id: int | None = None,
    means: Means | None = None,
    at: datetime,
) -> Posting:
    """Ghi một lần niêm yết, phát loa, thông báo của bản đang công khai.

    A head records for the own khu phố, an officer anywhere. Refused: ``disclosure.posting_place`` (a place or khu phố
    the form needs is missing, or not of this entry), ``disclosure.posting_days``.
    """
    place = PostingPlace.objects.filter(pk=place_id).first() if place_id is not None else None
    where = place.khu_pho_id if place is not None else khu_pho_id
    entry = begin(actor, Act.DISCLOSURE_POSTING_RECORD, entry_id, where)
    basis = Article("L10", 13, 2)
    needs = channel is Channel.POSTING and place is None and entry.track != "agency"
    if needs or (channel is Channel.HEAD and (khu_pho_id is None or means is None)):
        raise Refused(Refusal("disclosure.posting_place", basis))
    if (place_id is not None and place is None) or (
        entry.khu_pho_id is not None and where not in {None, entry.khu_pho_id}
    ):
        raise Refused(Refusal("disclosure.posting_place", basis))
    version = entry.current
    today = clock.day(at)
    require(disclosure_acts.may_record(first=first, last=last, source_on=version.source_on, today=today))
    posting = Posting.objects.create(
        ward_id=entry.ward_id,
        version=version,
        channel=channel,
        place=place,
        khu_pho_id=where,
        means=means or "",
        first=first,
        last=last,
        recorded_by_id=actor.id,
        recorded_at=at,
    )
    keep_duties(entry, at, parts={where or entry.khu_pho_id})
    journal.record(
        actor,
        Act.DISCLOSURE_POSTING_RECORD,
        subject(entry),
        {
            "posting": posting.pk,
            "channel": str(channel),
            "first": first.isoformat(),
            "place": place_id,
            "khu_pho": where,
        },
        at,
    )
    return posting


@transaction.atomic
def end_posting(actor: Actor, *, posting_id: int, last: date, at: datetime) -> Posting:
    """Ghi ngày cuối của một lần niêm yết hay phát loa (that day included)."""
    posting = Posting.objects.select_for_update(of=("self",)).select_related("version__entry").get(pk=posting_id)
    entry = begin(actor, Act.DISCLOSURE_POSTING_END, posting.version.entry_id, posting.khu_pho_id)
    if posting.last is not None:
        raise Refused(Refusal("disclosure.posting_over", Convention("disclosure.posting")))
    require(
        disclosure_acts.may_record(
            first=posting.first, last=last, source_on=posting.version.source_on, today=clock.day(at)
        )
    )
    posting.last = last
    posting.save(update_fields=["last"])
    journal.record(
        actor,
        Act.DISCLOSURE_POSTING_END,
        subject(entry),
        {"posting": posting.pk, "last": last.isoformat()},
        at,
    )
    return posting


@transaction.atomic
def prove_posting(
    actor: Actor, *, posting_id: int, file: StoredFile | None = None, link: str = "", words: str = "", at: datetime
) -> Proof:
    """Thêm minh chứng: a photo, a link or the line of the log; nothing is ever taken away."""
    posting = Posting.objects.select_related("version").get(pk=posting_id)
    entry = begin(actor, Act.DISCLOSURE_POSTING_PROVE, posting.version.entry_id, posting.khu_pho_id)
    if file is None and not link.strip() and not words.strip():
        raise Refused(Refusal("disclosure.proof_empty", Convention("disclosure.proof")))
    proof = Proof.objects.create(
        ward_id=entry.ward_id,
        posting=posting,
        file=file,
        link=link.strip(),
        words=words.strip(),
        recorded_by_id=actor.id,
        recorded_at=at,
    )
    journal.record(
        actor,
        Act.DISCLOSURE_POSTING_PROVE,
        subject(entry),
        {"posting": posting.pk, "file": file.sha256 if file else "", "link": bool(proof.link)},
        at,
    )
    return proof
