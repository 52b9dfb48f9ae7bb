"""Addresses of the desks."""

from django.urls import path

from danchu.desks import views_cards as cards
from danchu.desks import views_convene as convene
from danchu.desks import views_feeds as feeds
from danchu.desks import views_household as household
from danchu.desks import views_report as report
from danchu.desks import views_search as search
from danchu.desks import views_ward as ward
from danchu.desks import views_work as work
from danchu.rooms.satisfaction import views as satisfaction
from danchu.rooms.voting.views import public

urlpatterns = [
    path("", ward.home, name="home"),
    path("khu-pho/<slug:slug>/", ward.khu_pho, name="khu-pho"),
    path("cong-khai/", search.know, name="dan-biet"),
    path("tra-cuu/", search.search, name="search"),
    path("luu-tru/", search.archive, name="archive"),
    path("luu-tru/<int:year>/", search.archive_year, name="archive-year"),
    path("tin.atom", feeds.feed, {"form": "atom"}, name="feed"),
    path("tin.rss", feeds.feed, {"form": "rss"}, name="feed-rss"),
    path("lich.ics", feeds.calendar, name="calendar"),
    path("khu-pho/<slug:slug>/tin.atom", feeds.feed, {"form": "atom"}, name="khu-pho-feed"),
    path("khu-pho/<slug:slug>/tin.rss", feeds.feed, {"form": "rss"}, name="khu-pho-feed-rss"),
    path("khu-pho/<slug:slug>/lich.ics", feeds.calendar, name="khu-pho-calendar"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("sitemap-<int:year>.xml", feeds.sitemap_year, name="sitemap-year"),
    path("robots.txt", feeds.robots, name="robots"),
    # Words of the motto lead to what there is of them so far: the votes, the ratings.
    path("bieu-quyet/", public.vote_list, name="dan-ban"),
    path("hai-long/", satisfaction.start, name="dan-thu-huong"),
    path("nhat-ky/", ward.journal, name="journal"),
    path("quyen-rieng-tu/", ward.privacy, name="privacy"),
    path("cach-dung/", ward.how_to, name="how-to"),
    path("xem-thu/<str:token>/", ward.demo_start, name="demo-start"),
    path("viec-cua-toi/", work.my_work, name="my-work"),
    path("viec-cua-toi/lich.ics", work.calendar, name="my-calendar"),
    path("viec-cua-toi/moi-hop/", convene.convene, name="convene"),
    path("viec-cua-toi/bao-cao/", report.report_page, name="report"),
    path("viec-cua-toi/bao-cao.xlsx", report.report_sheet, name="report-sheet"),
    # Above the other pages of a household, for its sheet is a paper of the votes.
    path("ho-dan/ho/<int:household_id>/the/", cards.household_card, name="household-card"),
    path("ho-cua-toi/", household.household_home, name="household-home"),
    path("ho-cua-toi/dai-dien/", household.own_representative, name="own-representative"),
]
