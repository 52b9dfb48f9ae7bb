"""Theo dõi từ ngoài: feeds, a calendar, the map of the site, what robots may read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page

from danchu.desks import publications, rows
from danchu.documents.ics import CalendarEntry, ics
from danchu.foundation import clock
from danchu.foundation.access.actor import valid_on
from danchu.foundation.access.decorators import public
from danchu.foundation.people.queries import khu_pho_rows
from danchu.foundation.places.models import KhuPho
from danchu.foundation.search import queries
from danchu.foundation.search.queries import Filters
from danchu.law.states import RoundKind
from danchu.rooms.voting import queries as voting
from danchu.ui.tags.words import lang

NEWEST = 40
_KINDS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
_SHORT = "public, max-age=300"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# Pages of one person, or that do something: nothing for a search engine.
_CLOSED = (
    "/viec-cua-toi/",
    "/ho-cua-toi/",
    "/dang-nhap/",
    "/the/",
    "/lien-ket/",
    "/tra-cuu/",
    "/co-chu/",
    "/ngon-ngu/",
)


@public
@conditional_page
def feed(request: HttpRequest, *, form: str, slug: str = "") -> HttpResponse:
    """Tin mới của phường hoặc một khu phố, as Atom or RSS."""
    place = _place(request, slug)
    entries = queries.newest(request.ward.pk, Filters(khu_pho_id=place.pk if place else None), limit=NEWEST)
    name = f"{request.ward.full_name}, {place.name}" if place else request.ward.full_name
    made = _KINDS[form](
        title=name,
        link=request.build_absolute_uri(reverse("khu-pho", kwargs={"slug": slug}) if place else reverse("home")),
        description=_("What is new and public"),
        language=lang(),
        feed_url=request.build_absolute_uri(),
    )
    for entry in entries:
        made.add_item(
            title=entry.title,
            link=request.build_absolute_uri(entry.get_absolute_url()),
            description=entry.summary,
            unique_id=f"tag:{_host(request)},{entry.day.year}:{request.ward.slug}/{entry.key}",
            pubdate=clock.start_of(entry.day),
            updateddate=entry.put_at,
            categories=[one for one in (str(publications.KINDS.get(entry.kind, "")),) if one],
        )
    return _sent(made.writeString("utf-8"), made.content_type)


@public
@conditional_page
def calendar(request: HttpRequest, *, slug: str = "") -> HttpResponse:
    """Lịch: the votes that are open or announced, for a phone's calendar."""
    place = _place(request, slug)
    running, coming = rows.running_and_coming(request.at, place.pk if place else None)
    times = [(one.vote, one.round.opens_at, one.round.closes_at) for one in running]
    announced = [(one.vote, voting.rounds_of(one.vote).get(RoundKind.CONTENT)) for one in coming if one.opens_at]
    times += [(vote, content.opens_at, content.closes_at) for vote, content in announced if content is not None]
    entries = [
        CalendarEntry(
            key=f"vote-{vote.pk}",
            title=f"{vote.khu_pho.name}: {vote.title}",
            start=opens,
            end=closes,
            link=request.build_absolute_uri(reverse("voting:public", kwargs={"slug": vote.slug})),
        )
        for vote, opens, closes in times
    ]
    name = f"{request.ward.full_name}, {place.name}" if place else request.ward.full_name
    # Written at the start of the day: the same votes give the same file, which then is not sent again.
    made = ics(name, _host(request), entries, at=clock.start_of(clock.day(request.at)))
    return _sent(made, "text/calendar; charset=utf-8")


@public
@conditional_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Sơ đồ trang: one map a year, so that none outgrows what robots read."""
    maps = [reverse("sitemap-year", kwargs={"year": year}) for year in publications.years(_ward(request))]
    inner = "".join(f"<sitemap><loc>{escape(request.build_absolute_uri(one))}</loc></sitemap>" for one in maps)
    return _sent(f"{_XML}<sitemapindex {_SITEMAP}>{inner}</sitemapindex>", "application/xml")


@public
def sitemap_year(request: HttpRequest, *, year: int) -> HttpResponseBase:
    """Sơ đồ một năm: every page made public in it; the year now running also has the pages that stay."""
    ward = _ward(request)
    if year not in publications.years(ward):
        raise Http404
    staying = [reverse(name) for name in ("home", "dan-ban", "archive", "how-to", "privacy", "journal")]
    staying += [
        reverse("khu-pho", kwargs={"slug": row.khu_pho.slug}) for row in khu_pho_rows(ward, day=clock.day(request.at))
    ]
    first = staying if year == clock.day(request.at).year else []

    def lines() -> Iterator[str]:
        yield f"{_XML}<urlset {_SITEMAP}>"
        for path in first:
            yield f"<url><loc>{escape(request.build_absolute_uri(path))}</loc></url>"
        for path, put_at in queries.addresses(ward, date(year, 1, 1), date(year, 12, 31)):
            where = escape(request.build_absolute_uri(path))
            yield f"<url><loc>{where}</loc><lastmod>{put_at.isoformat(timespec='seconds')}</lastmod></url>"
        yield "</urlset>"

    response = StreamingHttpResponse(lines(), content_type="application/xml")
    response["Cache-Control"] = _SHORT
    return response


@public
@conditional_page
def robots(request: HttpRequest) -> HttpResponse:
    """Máy tìm kiếm đọc được gì."""
    closed = "".join(f"Disallow: {path}\n" for path in _CLOSED)
    where = request.build_absolute_uri(reverse("sitemap"))
    return _sent(f"User-agent: *\n{closed}\nSitemap: {where}\n", "text/plain; charset=utf-8")


def _ward(request: HttpRequest) -> int:
    if request.ward is None:
        raise Http404
    return int(request.ward.pk)


def _place(request: HttpRequest, slug: str) -> KhuPho | None:
    _ward(request)
    today = clock.day(request.at)
    return get_object_or_404(KhuPho.objects.filter(valid_on(today)), slug=slug) if slug else None


def _host(request: HttpRequest) -> str:
    return request.get_host().partition(":")[0]


def _sent(content: str | bytes, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Cache-Control"] = _SHORT
    return response
