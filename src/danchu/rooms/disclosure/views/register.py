"""Sổ công khai: what stands in it, late first; a new entry; the places where things hang."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from danchu.foundation.access.decorators import act
from danchu.foundation.files import attachments
from danchu.law.acts import Act
from danchu.law.disclosure import PlaceKind, Track, items
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.forms.entry import EntryForm, WordingForm
from danchu.rooms.disclosure.forms.posting import PlaceForm
from danchu.rooms.disclosure.queries import EntryRow
from danchu.rooms.disclosure.views.common import fill, gathered, go, item_words, show, today, writes
from danchu.ui.tags.words import lang

A_PAGE = 30


@act(Act.DISCLOSURE_ENTRY_MANAGE)
def register(request: HttpRequest) -> HttpResponse:
    """Every entry of the last year with what is wrong; by item if one is chosen."""
    chosen = request.GET.get("muc", "")
    rows = [one for one in queries.standing(request.ward.pk, today(request)) if not chosen or one.entry.key == chosen]
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "query": {"muc": chosen} if chosen else {},
        "rows": [_row(one) for one in page.object_list],
        "drafts": queries.drafts(request.ward.pk) if writes(request) else [],
        "wrong": sum(bool(one.verdict.breaches) for one in rows),
        "choices": [(one.key, one.label.vi if lang() == "vi" else one.label.en) for one in items(Track.WARD)],
        "chosen": chosen,
        "back_href": reverse("my-work"),
    }
    return show(request, "register", **context)


def _row(row: EntryRow) -> dict[str, Any]:
    faults = row.verdict.faults
    return {
        "entry": row.entry,
        "item": item_words(row.entry),
        "faults": [words for words, _remedy in gathered(faults)],
        "breach": bool(row.verdict.breaches),
        "due": row.verdict.next_due,
        "complete": row.verdict.complete,
    }


@act(Act.DISCLOSURE_ENTRY_DRAFT)
def create(request: HttpRequest) -> HttpResponse:
    """A new draft."""
    places = queries.khu_pho_on(request.ward.pk, today(request))
    form = EntryForm(request.POST or None, request.FILES or None, places=places, lang=lang())
    made: list[Any] = []

    def do() -> None:
        with transaction.atomic():
            words = wording(request, form, "disclosure:new")
            made.append(services.draft_entry(request.actor, place=form.place(), wording=words, at=request.at))

    return fill(
        request,
        form,
        do,
        then=lambda: reverse("disclosure:desk", kwargs={"slug": made[0].slug}),
        template="edit",
        back_href=reverse("disclosure:register"),
    )


def wording(request: HttpRequest, form: WordingForm, subject: str, kept: tuple[Any, ...] = ()) -> services.Wording:
    """What was typed, with the files kept and the one that was added."""
    data = form.cleaned_data
    files = list(kept)
    if data.get("upload"):
        stored = attachments.store_attachment(
            request.actor,
            data["upload"],
            khu_pho_id=None,
            opened_by=Act.DISCLOSURE_ENTRY_DRAFT,
            subject=subject,
            at=request.at,
        )
        files.append((stored, stored.name))
    names = ("title", "source_on", "summary", "body", "issuer", "source_number")
    return services.Wording(**{name: data[name] for name in names}, files=tuple(files))


@act(Act.DISCLOSURE_PLACE_SET)
def places(request: HttpRequest) -> HttpResponse:
    """Where things hang, and a new place."""
    areas = queries.khu_pho_on(request.ward.pk, today(request))
    form = PlaceForm(request.POST or None, places=areas, lang=lang(), initial={"kind": "culture_house"})

    def do() -> None:
        data = form.cleaned_data
        services.set_place(
            request.actor,
            kind=PlaceKind(data["kind"]),
            name=data["name"],
            khu_pho_id=int(data["khu_pho"]) if data["khu_pho"] else None,
            valid_from=today(request),
            at=request.at,
        )

    return fill(
        request,
        form,
        do,
        then=lambda: reverse("disclosure:places"),
        template="places",
        rows=queries.places_on(request.ward.pk, today(request)),
        back_href=reverse("disclosure:register"),
    )


@require_POST
@act(Act.DISCLOSURE_PLACE_SET)
def end_place(request: HttpRequest, *, place_id: int) -> HttpResponse:
    """A place that serves no longer."""
    services.end_place(request.actor, place_id=place_id, at=request.at)
    return go(reverse("disclosure:places"))
