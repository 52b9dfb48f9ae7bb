"""Trang nhập danh sách hộ: chọn tệp, xem thử, ghép cột, lưu. One khu phố's list, or the whole ward's."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from danchu.foundation.access.can import Subject
from danchu.foundation.access.decorators import act
from danchu.foundation.people import drafts, queries_roll
from danchu.foundation.people.drafts import Draft
from danchu.foundation.people.forms_import import ColumnsForm, RollFileForm
from danchu.foundation.people.rollbook import Book, Report, RollFileError, read_book
from danchu.foundation.people.rollbook.data.corrections import corrections_workbook
from danchu.foundation.people.rollbook.data.template import template_workbook
from danchu.foundation.people.services import roll_import
from danchu.foundation.people.services.roll_import import Choices
from danchu.foundation.places.models import KhuPho
from danchu.law.acts import Act

SHOWN = 100
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SECTION = "households"


def _khu_pho(slug: str | None) -> KhuPho | None:
    if slug is None:
        return None
    found = KhuPho.objects.filter(slug=slug, valid_to=None).first()
    if found is None:
        raise Http404
    return found


def _subject(request: HttpRequest, *, slug: str | None = None, **_: Any) -> Subject:
    khu_pho = _khu_pho(slug)
    return Subject(request.ward.pk, khu_pho.pk if khu_pho else None)


def _lang() -> str:
    return get_language() or "vi"


def _address(name: str, slug: str | None, **url: str) -> str:
    """The page of this name, of the khu phố or of the whole ward."""
    return reverse(f"{name}-ward", kwargs=url) if slug is None else reverse(name, kwargs={"slug": slug, **url})


@act(Act.PEOPLE_ROLL_IMPORT, _subject)
def roll_upload(request: HttpRequest, *, slug: str | None = None) -> HttpResponse:
    """Choose the file; a file that cannot be read gets its one sentence here and is not kept."""
    form = RollFileForm(request.POST or None, request.FILES or None)
    khu_pho = _khu_pho(slug)
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            data = upload.read()
            read_book(data, filename=upload.name, mapping=queries_roll.remembered_columns(request.ward.pk))
            draft = drafts.keep(
                data,
                ward_id=request.ward.pk,
                staff_id=request.actor.id,
                khu_pho_id=khu_pho.pk if khu_pho else None,
                filename=upload.name,
                at=request.at,
            )
            return redirect(_address("roll-preview", slug, token=draft.token))
        except RollFileError as error:
            form.add_error("file", error.sentence(_lang()))
    return _upload_page(request, slug, form)


def _upload_page(request: HttpRequest, slug: str | None, form: RollFileForm, problem: str = "") -> HttpResponse:
    context = {
        "form": form,
        "khu_pho": _khu_pho(slug),
        "problem": problem,
        "upload_url": _address("roll-upload", slug),
        "template_url": _address("roll-template", slug),
        "desk_section": _SECTION,
    }
    status = 422 if form.errors else 409 if problem else 200
    return render(request, "people/import_upload.html", context, status=status)


@act(Act.PEOPLE_ROLL_IMPORT, _subject)
def roll_template(request: HttpRequest, *, slug: str | None = None) -> HttpResponse:  # noqa: ARG001
    """The workbook to fill in."""
    return _download(template_workbook(), "mau-danh-sach-ho.xlsx")


def _download(data: bytes, filename: str) -> HttpResponse:
    response = HttpResponse(data, content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _choices(values: Any) -> Choices:
    """What the person has decided so far, carried in the address and in the form."""
    prefer = []
    for kept in values.getlist("giu")[:SHOWN]:
        sheet, _sep, row = kept.rpartition("|")
        if row.isascii() and row.isdigit() and len(row) < 8:
            prefer.append((sheet, int(row)))
    return Choices(take_hidden=values.get("an") == "1", prefer=frozenset(prefer), end_gone=values.get("di") == "1")


def _opened(request: HttpRequest, slug: str | None, token: str) -> tuple[Draft, Book]:
    """The uploaded file, read again."""
    khu_pho = _khu_pho(slug)
    draft = drafts.find(
        token,
        ward_id=request.ward.pk,
        staff_id=request.actor.id,
        khu_pho_id=khu_pho.pk if khu_pho else None,
        at=request.at,
    )
    columns = queries_roll.remembered_columns(request.ward.pk)
    return draft, read_book(draft.data, filename=draft.filename, mapping=columns)


def _judged(request: HttpRequest, slug: str | None, book: Book, choices: Choices) -> Report:
    return roll_import.preview(book, ward_id=request.ward.pk, khu_pho=_khu_pho(slug), choices=choices, at=request.at)


def _previewed(request: HttpRequest, slug: str | None, token: str, choices: Choices) -> tuple[Draft, Book, Report]:
    draft, book = _opened(request, slug, token)
    return draft, book, _judged(request, slug, book, choices)


def _gone(request: HttpRequest, slug: str | None, error: RollFileError) -> HttpResponse:
    """The draft is no more: the upload page says so."""
    return _upload_page(request, slug, RollFileForm(), error.sentence(_lang()))


@act(Act.PEOPLE_ROLL_IMPORT, _subject)
def roll_preview(request: HttpRequest, *, token: str, slug: str | None = None) -> HttpResponse:
    """The dry run: what would be taken, rejected, and changed. Nothing is saved by looking."""
    choices = _choices(request.GET)
    try:
        draft, book, report = _previewed(request, slug, token, choices)
    except RollFileError as error:
        return _gone(request, slug, error)
    return _page(request, slug, draft, book, report, choices)


def _page(
    request: HttpRequest,
    slug: str | None,
    draft: Draft,
    book: Book,
    report: Report,
    choices: Choices,
    problem: str = "",
) -> HttpResponse:
    here = _address("roll-preview", slug, token=draft.token)
    lang = _lang()
    differences = report.differences
    context = {
        "draft": draft,
        "report": report,
        "differences": differences,
        "summary": report.sentence(lang),
        "rejected": [
            (one, [(problem.why(lang), problem.remedy(lang)) for problem in one.problems])
            for one in report.rejected[:SHOWN]
        ],
        "duplicates": [
            (one, one.sentence(lang), f"{one.dropped.sheet}|{one.dropped.row}") for one in report.duplicates[:SHOWN]
        ],
        "hidden": report.hidden[:SHOWN],
        "notices": [one.sentence(lang) for one in report.notices],
        "changed": [
            (one, [str(_FIELDS[name]()) for name in one.fields]) for one in (differences.changed if differences else ())
        ][:SHOWN],
        "new": differences.new[:SHOWN] if differences else (),
        "gone": differences.gone[:SHOWN] if differences else (),
        "columns": ColumnsForm.of(book) if book.unmapped else None,
        "choices": choices,
        "carried": [f"{sheet}|{row}" for sheet, row in sorted(choices.prefer)],
        "fingerprint": roll_import.fingerprint(report),
        "khu_pho": _khu_pho(slug),
        "problem": problem,
        "here": here,
        "upload_url": _address("roll-upload", slug),
        "save_url": _address("roll-save", slug, token=draft.token),
        "columns_url": _address("roll-columns", slug, token=draft.token),
        "corrections_url": _address("roll-corrections", slug, token=draft.token),
        "shown": SHOWN,
        "desk_section": _SECTION,
    }
    return render(request, "people/import_preview.html", context, status=409 if problem else 200)


_FIELDS = {
    "representative": lambda: _("representative"),
    "address": lambda: _("address"),
    "phones": lambda: _("telephone"),
    "residence": lambda: _("how the household lives here"),
}


@act(Act.PEOPLE_ROLL_IMPORT, _subject)
def roll_save(request: HttpRequest, *, token: str, slug: str | None = None) -> HttpResponse:
    """Save what was previewed, all of it or nothing; then the draft is gone."""
    if request.method != "POST":
        return redirect(_address("roll-preview", slug, token=token))
    choices = _choices(request.POST)
    khu_pho = _khu_pho(slug)
    try:
        draft, book = _opened(request, slug, token)
    except RollFileError as error:
        return _gone(request, slug, error)
    try:  # which judges the file itself: a second report of a large ward is not held beside
        done = roll_import.import_households(
            request.actor,
            ward_id=request.ward.pk,
            khu_pho=khu_pho,
            book=book,
            choices=choices,
            seen=request.POST.get("seen", ""),
            at=request.at,
        )
    except RollFileError as error:
        report = _judged(request, slug, book, choices)
        return _page(request, slug, draft, book, report, choices, error.sentence(_lang()))
    drafts.forget(token)
    context = {"done": done, "khu_pho": khu_pho, "report": done.report, "desk_section": _SECTION}
    return render(request, "people/import_done.html", context)


@act(Act.PEOPLE_ROLL_IMPORT, _subject)
def roll_columns(request: HttpRequest, *, token: str, slug: str | None = None) -> HttpResponse:
    """Match the columns nobody recognised; remembered for the ward's next file."""
    here = _address("roll-preview", slug, token=token)
    try:
        _draft, book, _report = _previewed(request, slug, token, Choices())
    except RollFileError as error:
        return _gone(request, slug, error)
    form = ColumnsForm.of(book, request.POST)
    if request.method == "POST" and form.is_valid() and form.chosen.choices:
        roll_import.remember_columns(
            request.actor, ward_id=request.ward.pk, khu_pho=_khu_pho(slug), columns=form.chosen, at=request.at
        )
    return redirect(here)


@act(Act.PEOPLE_ROLL_IMPORT, _subject)
def roll_corrections(request: HttpRequest, *, token: str, slug: str | None = None) -> HttpResponse:
    """A workbook with the lines that were not taken, why, and what to do."""
    try:
        _draft, _book, report = _previewed(request, slug, token, _choices(request.GET))
    except RollFileError as error:
        return _gone(request, slug, error)
    return _download(corrections_workbook(report, _lang()), "can-sua.xlsx")
