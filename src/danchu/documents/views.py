"""Trang mẫu giấy tờ của phường: which papers there are, their present template, and the ward's own."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from danchu.documents import queries, services
from danchu.documents.docx import default_template
from danchu.documents.forms import LayoutForm, TemplateForm
from danchu.documents.kinds.shape import Paper
from danchu.documents.papers import PAPERS
from danchu.foundation import clock, refusals
from danchu.foundation.access.decorators import act
from danchu.law.acts import Act

SECTION = "papers"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@act(Act.DOCUMENTS_TEMPLATE_UPLOAD)
def template_list(request: HttpRequest) -> HttpResponse:
    """Every kind of paper, and since when the ward's own template is used."""
    used = queries.templates_in_use(request.ward.pk, request.at)
    rows = [(kind, title(paper), used.get(kind)) for kind, paper in PAPERS.items()]
    return render(request, "documents/templates.html", {"rows": rows, "desk_section": SECTION})


@act(Act.DOCUMENTS_TEMPLATE_UPLOAD)
def template(request: HttpRequest, *, kind: str) -> HttpResponse:
    """One kind: download, upload, activate."""
    paper = paper_or_404(kind)
    form = TemplateForm(request.POST or None, request.FILES or None, initial={"valid_from": clock.day(request.at)})
    if request.method == "POST" and form.is_valid():
        given = {"content": form.cleaned_data["file"], "valid_from": form.cleaned_data["valid_from"]}
        if refusals.done(form, services.upload_template, request.actor, kind=kind, at=request.at, **given):
            return redirect("paper-template", kind=kind)
    context = {
        "form": form,
        "kind": kind,
        "title": title(paper),
        "used": queries.template_on(request.ward.pk, kind, request.at),
        "history": queries.templates_of(request.ward.pk, kind),
        "desk_section": SECTION,
    }
    return render(request, "documents/template.html", context, status=422 if form.errors else 200)


@act(Act.DOCUMENTS_LAYOUT_SET)
def layout(request: HttpRequest, *, kind: str) -> HttpResponse:
    """Head, recipients and closing of the PDF."""
    paper = paper_or_404(kind)
    now = queries.layout_on(request.ward.pk, kind, request.at)
    initial: dict[str, Any] = {"valid_from": clock.day(request.at)}
    if now is not None:
        initial |= {"head": "\n".join(now.head or ()), "recipients": "\n".join(now.recipients or ())}
        initial["closing"] = now.closing or ""
    form = LayoutForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = {"layout": form.layout(), "valid_from": form.cleaned_data["valid_from"]}
        if refusals.done(form, services.set_layout, request.actor, kind=kind, at=request.at, **given):
            return redirect("paper-template", kind=kind)
    context = {"form": form, "kind": kind, "title": title(paper), "desk_section": SECTION}
    return render(request, "documents/layout.html", context, status=422 if form.errors else 200)


@require_POST
@act(Act.DOCUMENTS_TEMPLATE_ACTIVATE)
def activate(request: HttpRequest, *, kind: str, template_id: int) -> HttpResponse:
    """Use an uploaded template from its day on; a missing compulsory field refuses it."""
    if not queries.templates_of(request.ward.pk, kind).filter(pk=template_id).exists():
        raise Http404
    services.activate_template(request.actor, template_id=template_id, at=request.at)
    return redirect("paper-template", kind=kind)


@require_safe
@act(Act.DOCUMENTS_TEMPLATE_UPLOAD)
def download(request: HttpRequest, *, kind: str) -> HttpResponse:
    """The Word file in use now: the ward's own, else the one that comes with the system."""
    paper_or_404(kind)
    own = queries.template_on(request.ward.pk, kind, request.at)
    response = HttpResponse(bytes(own.content) if own else default_template(kind), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{kind}.docx"'
    return response


def paper_or_404(kind: str) -> Paper:
    """The kind of paper at this address."""
    if kind not in PAPERS:
        raise Http404
    return PAPERS[kind]


def title(paper: Paper) -> str:
    """Its name in the reader's language, as a heading."""
    name = paper.title_en if get_language() == "en" else paper.title_vi
    return name[:1].upper() + name[1:]
