"""Một nội dung trên bàn việc: what is missing and why; write, publish, correct, withdraw; record and prove."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from danchu.foundation.access.can import Subject, can
from danchu.foundation.access.decorators import act
from danchu.foundation.files import attachments, labels
from danchu.foundation.files import services as files
from danchu.law.acts import Act
from danchu.law.disclosure import Channel, Means, Requirement, State, Track, requirements
from danchu.law.disclosure_check import Finding, Standing
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.forms.entry import CorrectForm, EntryForm, PublishForm, ReasonForm
from danchu.rooms.disclosure.forms.posting import EndForm, PostingForm, ProofForm
from danchu.rooms.disclosure.queries import Entry, Posting
from danchu.rooms.disclosure.views.common import (
    entry_subject,
    fill,
    find_entry,
    finding_rows,
    gathered,
    item_words,
    show,
    today,
    writes,
)
from danchu.rooms.disclosure.views.register import wording
from danchu.ui.tags.words import lang


def url_of(entry: Entry, name: str = "disclosure:desk", **more: Any) -> str:
    """The address of a page of this entry."""
    return reverse(name, kwargs={"slug": entry.slug, **more})


@act(Act.DISCLOSURE_ENTRY_MANAGE, subject=entry_subject)
def desk(request: HttpRequest, *, slug: str) -> HttpResponse:
    """The entry: what it owes, what is done, what is wrong and why."""
    entry = find_entry(request, slug)
    if entry.current is None and not writes(request):
        raise Http404  # nobody else reads a draft
    version = entry.current or queries.newest_version(entry)
    found = queries.verdict_of(entry, today(request))
    waiting = queries.waiting_version(entry) if entry.current is not None and writes(request) else None
    return show(
        request,
        "entry",
        entry=entry,
        version=version,
        waiting=waiting,
        item=item_words(entry),
        faults=gathered(found.breaches),
        advice=gathered([one for one in found.faults if one.advice]),
        **_by_standing(found.findings),
        due=found.findings[0].requirement.due if found.findings else None,
        due_basis=found.findings[0].requirement.due_basis if found.findings else None,
        postings=queries.postings_of(entry) if entry.current_id else [],
        versions=queries.versions_of(entry),
        files=_files(version),
        is_draft=entry.state == State.DRAFT,
        is_public=entry.state == State.PUBLISHED,
        changes=entry.state == State.PUBLISHED and writes(request),
        writable=entry.track in (Track.WARD, Track.AGENCY) or entry.track == Track.LIST,
        back_href=reverse("disclosure:register"),
    )


def _by_standing(findings: Iterable[Finding]) -> dict[str, list[dict[str, Any]]]:
    """What is still to be done, what hangs and must stay, what is done."""
    rows = finding_rows(findings)
    kept = [row for row in rows if row["finding"].standing is Standing.RUNNING]
    done = [row for row in rows if row["finding"].standing is Standing.MET]
    return {"rows": [row for row in rows if row not in kept and row not in done], "kept": kept, "done": done}


def _files(version: Any) -> list[tuple[Any, list[str]]]:
    """Each attachment with what is hidden in it."""
    rows = list(version.attachments.select_related("file"))
    read = attachments.readings([one.file for one in rows])
    return [(one, labels.lines(read[one.file_id], lang()) if one.file_id in read else []) for one in rows]


@act(Act.DISCLOSURE_ENTRY_DRAFT, subject=entry_subject)
def edit(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Write the draft again."""
    entry = find_entry(request, slug)
    if entry.state != State.DRAFT:
        raise Http404
    version = queries.newest_version(entry)
    places = queries.khu_pho_on(entry.ward_id, today(request))
    initial = {
        "item": f"{entry.track}:{entry.key}",
        "khu_pho": entry.khu_pho_id or "",
        "special_citation": entry.special_citation,
        "special_due_on": entry.special_due_on,
        "special_days": entry.special_days,
        "special_channels": entry.special_channels or [],
        **_typed(version),
    }
    form = EntryForm(request.POST or None, request.FILES or None, places=places, lang=lang(), initial=initial)

    def do() -> None:
        with transaction.atomic():
            words = wording(request, form, f"disclosure:{entry.pk}", _kept(version))
            services.edit_draft(request.actor, entry_id=entry.pk, place=form.place(), wording=words, at=request.at)

    return fill(request, form, do, then=lambda: url_of(entry), template="edit", entry=entry, back_href=url_of(entry))


def _typed(version: Any) -> dict[str, Any]:
    names = ("title", "summary", "body", "issuer", "source_number", "source_on")
    return {name: getattr(version, name) for name in names}


def _kept(version: Any) -> tuple[tuple[Any, str], ...]:
    return tuple((one.file, one.title) for one in version.attachments.select_related("file"))


@act(Act.DISCLOSURE_ENTRY_CORRECT, subject=entry_subject)
def correct(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Write a correction; it is published on the next page."""
    entry = find_entry(request, slug)
    if entry.current is None:
        raise Http404
    version = queries.waiting_version(entry) or entry.current
    initial = {"reason": version.reason if version.published_at is None else "", **_typed(version)}
    form = CorrectForm(request.POST or None, request.FILES or None, initial=initial)

    def do() -> None:
        with transaction.atomic():
            kept = _kept(version) if form.cleaned_data["keep_files"] else ()
            words = wording(request, form, f"disclosure:{entry.pk}", kept)
            reason = form.cleaned_data["reason"]
            services.correct_entry(request.actor, entry_id=entry.pk, wording=words, reason=reason, at=request.at)

    return fill(
        request,
        form,
        do,
        then=lambda: url_of(entry, "disclosure:publish"),
        template="edit",
        entry=entry,
        correcting=True,
        back_href=url_of(entry),
    )


@act(Act.DISCLOSURE_ENTRY_PUBLISH, subject=entry_subject)
def publish(request: HttpRequest, *, slug: str) -> HttpResponse:
    """A second look at what everybody will read, then publish."""
    entry = find_entry(request, slug)
    version = queries.waiting_version(entry)
    if version is None:
        raise Http404
    form = PublishForm(request.POST or None)

    def do() -> None:
        services.publish_entry(request.actor, entry_id=entry.pk, checked=form.checked(), at=request.at)

    return fill(
        request,
        form,
        do,
        then=lambda: url_of(entry),
        template="publish",
        entry=entry,
        version=version,
        item=item_words(entry),
        files=_files(version),
        owed=finding_rows(queries.verdict_of(entry, today(request)).findings),
        back_href=url_of(entry),
    )


@act(Act.DISCLOSURE_ENTRY_WITHDRAW, subject=entry_subject)
def withdraw(request: HttpRequest, *, slug: str) -> HttpResponse:
    """Take it down, with the reason everybody will read at its address."""
    entry = find_entry(request, slug)
    form = ReasonForm(request.POST or None)

    def do() -> None:
        services.withdraw_entry(request.actor, entry_id=entry.pk, at=request.at, **form.cleaned_data)

    return fill(
        request, form, do, then=lambda: url_of(entry), template="withdraw", entry=entry, back_href=url_of(entry)
    )


def _owed(request: HttpRequest, slug: str, key: str) -> Requirement:
    """The requirement of this name, of the entry's public version."""
    entry = find_entry(request, slug)
    if entry.current is None:
        raise Http404
    on = queries.ground_of(entry, today(request))
    found = [one for one in requirements(queries.facts_of(entry, today(request), on), on.calendar) if one.key == key]
    if not found or found[0].channels == {Channel.PORTAL}:
        raise Http404
    return found[0]


def _owed_subject(request: HttpRequest, slug: str, key: str) -> Subject:
    """Whoever answers for the khu phố where it hangs or is read out."""
    owed = _owed(request, slug, key)
    entry = find_entry(request, slug)
    place = owed.area.id if owed.area else owed.place.area if owed.place else None
    return Subject(entry.ward_id, place or entry.khu_pho_id)


@act(Act.DISCLOSURE_POSTING_RECORD, subject=_owed_subject)
def record(request: HttpRequest, *, slug: str, key: str) -> HttpResponse:
    """Record that it hangs, was read out or told, with the photo if there is one: made for a phone."""
    entry, owed = find_entry(request, slug), _owed(request, slug, key)
    form = PostingForm(request.POST or None, request.FILES or None, owed=owed, lang=lang(), today=today(request))

    def do() -> None:
        with transaction.atomic():
            data = form.cleaned_data
            posting = services.record_posting(
                request.actor,
                entry_id=entry.pk,
                channel=Channel(data["channel"]),
                first=data["first"],
                last=data.get("last"),
                place_id=owed.place.id if owed.place else None,
                khu_pho_id=owed.area.id if owed.area else entry.khu_pho_id,
                means=Means(data["means"]) if data.get("means") else None,
                at=request.at,
            )
            if data["photo"] or data.get("link") or data["words"]:
                _prove(request, posting, data)

    name = owed.name(lang())
    return fill(
        request,
        form,
        do,
        then=lambda: _home(request, entry),
        template="record",
        entry=entry,
        owed=owed,
        name=name[:1].upper() + name[1:],
        back_href=_home(request, entry),
    )


def _home(request: HttpRequest, entry: Entry) -> str:
    """Back to where the person works: an officer to the entry, a head to the own tasks."""
    officer = can(request.actor, Act.DISCLOSURE_ENTRY_MANAGE, Subject(entry.ward_id))
    return url_of(entry) if officer else reverse("disclosure:tasks")


def _prove(request: HttpRequest, posting: Posting, data: dict[str, Any]) -> None:
    photo = None
    if data["photo"]:
        photo = files.store(
            request.actor,
            data["photo"],
            khu_pho_id=posting.khu_pho_id,
            opened_by=Act.DISCLOSURE_POSTING_PROVE,
            subject=f"posting:{posting.pk}",
            at=request.at,
        )
    link = data.get("link", "")
    services.prove_posting(
        request.actor, posting_id=posting.pk, file=photo, link=link, words=data["words"], at=request.at
    )


def _posting(request: HttpRequest, slug: str, posting_id: int) -> Posting:
    entry = find_entry(request, slug)
    found = next((one for one in queries.postings_of(entry) if one.pk == posting_id), None)
    if found is None:
        raise Http404
    return found


def _posting_subject(request: HttpRequest, slug: str, posting_id: int) -> Subject:
    posting = _posting(request, slug, posting_id)
    return Subject(posting.ward_id, posting.khu_pho_id or find_entry(request, slug).khu_pho_id)


@act(Act.DISCLOSURE_POSTING_PROVE, subject=_posting_subject)
def prove(request: HttpRequest, *, slug: str, posting_id: int) -> HttpResponse:
    """Add a photo, a link or the line of the log."""
    posting = _posting(request, slug, posting_id)
    form = ProofForm(request.POST or None, request.FILES or None)

    def do() -> None:
        with transaction.atomic():
            _prove(request, posting, form.cleaned_data)

    return _small(request, slug, posting, form, do, "prove")


@act(Act.DISCLOSURE_POSTING_END, subject=_posting_subject)
def end(request: HttpRequest, *, slug: str, posting_id: int) -> HttpResponse:
    """Record the last day."""
    posting = _posting(request, slug, posting_id)
    form = EndForm(request.POST or None, initial={"last": today(request)})

    def do() -> None:
        services.end_posting(request.actor, posting_id=posting.pk, last=form.cleaned_data["last"], at=request.at)

    return _small(request, slug, posting, form, do, "end")


def _small(
    request: HttpRequest, slug: str, posting: Posting, form: Any, do: Callable[[], None], template: str
) -> HttpResponse:
    entry = find_entry(request, slug)
    back = _home(request, entry)
    return fill(request, form, do, then=lambda: back, template=template, entry=entry, posting=posting, back_href=back)
