"""Một năm công khai của phường mẫu: each entry, posting and answer through the service behind a person's button."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, timedelta

import docx
import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from danchu.demo import disclosed
from danchu.demo.disclosed import Disclosed, Question
from danchu.demo.paper import board_photo, typed_paper
from danchu.demo.township import Town
from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.access.actor import Actor
from danchu.foundation.files import attachments
from danchu.foundation.files import services as files
from danchu.foundation.files.models import StoredFile
from danchu.foundation.journal import outbox
from danchu.foundation.journal.models import Event
from danchu.law.acts import Act
from danchu.law.disclosure import Channel, Means, PlaceKind, Track, items
from danchu.law.disclosure_acts import PlanLine
from danchu.law.information import Ground, Kind, Route
from danchu.rooms.disclosure import queries, services
from danchu.rooms.disclosure.queries import Entry, Posting
from danchu.rooms.disclosure.services import Asked, Checked, Place, Wording

Progress = Callable[[int], object]
OFFICER, HEADQUARTERS = "can.bo", "Trụ sở Hội đồng nhân dân, Ủy ban nhân dân phường"
_POINTS = ((4, "Điểm sinh hoạt cộng đồng hẻm 41"),)
_CHECKED = Checked(no_secret=True, personal=True, files=True)
_ON_TIME, _LATE, _UP, _SHORT = 1, 17, 31, 20
_LOG = "Sổ phát thanh khu phố {place}: phát 17 giờ, ba ngày liền."
STEPS = len(disclosed.YEAR) + 1


def disclose(town: Town, progress: Progress) -> None:
    """Nơi niêm yết, kế hoạch, nội dung, danh sách, báo cáo, yêu cầu: a year of them."""
    _places(town)
    _plan(town)
    quarters = [-277, -185, -93]  # 92 days apart: never two in one quarter
    for one in disclosed.YEAR:
        while quarters and quarters[0] < one.day:
            at = town.at(quarters.pop(0), 15)
            _list(town, at)
        _Way(town, one).go()
        progress(1)
    _Way(town, disclosed.AGENCY, Track.AGENCY).go()
    progress(1)
    _reports(town)
    for question in disclosed.QUESTIONS:
        _ask(town, question)


def take_announcements(town: Town, takers: outbox.Takers) -> None:
    """Thông báo, kết quả của khu phố: arrived as the outbox brings them, shown in the khu phố by its head.

    Khu phố 2 has shown nothing of its own yet.
    """
    for event in list(Event.objects.filter(delivered_at=None).order_by("at", "pk")):
        outbox.deliver(event.pk, takers, event.at)
        source = f"{event.facts['kind']}:{event.subject}"
        entry = Entry.objects.filter(source=source, state="published").first()
        if entry is None or entry.khu_pho == town.khu_pho[2]:
            continue
        at = event.at + timedelta(hours=3)
        if at > town.start:
            continue
        for place in queries.places_on(town.ward.pk, clock.day(at)):
            if place.khu_pho_id == entry.khu_pho_id:
                _Shown(town, entry, at).post(place)
        _Shown(town, entry, at).record(entry.khu_pho.order, Channel.NETWORK)


def _places(town: Town) -> None:
    at = town.at(-395, 9)
    officer, since = town.actor(OFFICER, at), clock.day(at)
    services.set_place(officer, kind=PlaceKind.HQ, name=HEADQUARTERS, khu_pho_id=None, valid_from=since, at=at)
    for khu_pho in town.khu_pho.values():
        services.set_place(
            officer,
            kind=PlaceKind.CULTURE_HOUSE,
            name=f"Nhà văn hóa {khu_pho.name.lower()}",
            khu_pho_id=khu_pho.pk,
            valid_from=since,
            at=at,
        )
    for number, name in _POINTS:
        services.set_place(
            officer,
            kind=PlaceKind.COMMUNITY_POINT,
            name=name,
            khu_pho_id=town.khu_pho[number].pk,
            valid_from=since,
            at=at,
        )


def _list(town: Town, at: datetime) -> None:
    """The quarter's list, and where it hangs; khu phố 4 forgot the one of the third quarter."""
    entry = services.publish_list(town.actor(OFFICER, at), at=at)
    posted = at + timedelta(hours=18)
    for place in queries.places_on(town.ward.pk, clock.day(posted)):
        if not (place.khu_pho == town.khu_pho[4] and at > town.at(-100, 0)):
            _Shown(town, entry, posted).post(place)


def _plan(town: Town) -> None:
    at = town.at(-390, 10)
    for year in sorted({clock.day(at).year, clock.day(town.start).year}):
        plan = services.edit_plan(town.actor(OFFICER, at), year=year, lines=_lines(), at=at)
        services.adopt_plan(town.actor("chu.tich", at), plan_id=plan.pk, paper=f"0{year % 10}/KH-UBND", at=at)


def _lines() -> list[PlanLine]:
    lines = []
    for one in items(Track.WARD):
        channels = [Channel.PORTAL, *([Channel.POSTING] if one.needs.get("post") else [])]
        channels += [Channel.RADIO, Channel.HEAD] if one.needs.get("via_head") else []
        lasting = "Niêm yết thường xuyên" if one.permanent else "Niêm yết ít nhất 30 ngày liên tục"
        lines.append(
            PlanLine(
                one.key,
                one.label.vi,
                tuple(map(str, channels)),
                "Chậm nhất 05 ngày làm việc từ ngày ký văn bản",
                lasting if one.needs.get("post") else "Theo quy định riêng",
                disclosed.RESPONSIBLE.get(one.key, disclosed.ELSE_RESPONSIBLE),
            )
        )
    return lines


def _reports(town: Town) -> None:
    for session, first, last, sent in ((-118, -300, -125, -120), (9, -124, -1, None)):
        at = town.at(session - 20, 9)
        report = services.plan_report(
            town.actor(OFFICER, at),
            session_on=clock.day(town.at(session, 8)),
            period_from=clock.day(town.at(first, 8)),
            period_to=clock.day(town.at(last, 8)),
            at=at,
        )
        if sent is not None:
            then = town.at(sent, 16)
            services.send_report(town.actor(OFFICER, then), report_id=report.pk, at=then)


class _Way:
    """Một nội dung đi hết các bước, or as many as it went."""

    def __init__(self, town: Town, one: Disclosed, track: Track = Track.WARD) -> None:
        self.town, self.one, self.track = town, one, track
        self.published = town.at(one.day + (_LATE if one.how == "late" else _ON_TIME), 10)

    def go(self) -> None:
        """Draft, publish, post, prove."""
        one, at = self.one, self.published
        officer = self.town.actor(OFFICER, at)
        file = self._file(officer)
        wording = Wording(
            title=one.title,
            source_on=clock.day(self.town.at(one.day, 8)),
            summary=one.summary,
            body=one.body,
            issuer=one.issuer,
            source_number=one.number,
            files=((file, f"{one.number}: {one.title}"[:200]),) if file else (),
        )
        entry = services.draft_entry(officer, place=Place(self.track, one.key), wording=wording, at=at)
        services.publish_entry(officer, entry_id=entry.pk, checked=_CHECKED, at=at + timedelta(minutes=20))
        if one.how != "waiting" and one.key != "14":
            self._show(entry)

    def _show(self, entry: Entry) -> None:
        at = self.published + timedelta(hours=23)
        if at > self.town.start:
            return
        shown = _Shown(self.town, entry, at, self.one.how)
        if self.track is Track.AGENCY:
            shown.record(None, Channel.INTERNAL)
            return
        needs = next(one.needs for one in items(Track.WARD) if one.key == self.one.key)
        for place in queries.places_on(self.town.ward.pk, clock.day(at)):
            if needs["post"] == "period" or place.kind == PlaceKind.HQ:
                self._end(shown.post(place), needs["post"] == "permanent", place.kind == PlaceKind.HQ)
        for number in self.town.khu_pho if needs.get("radio") else ():
            if not (self.one.how == "no_radio" and number == 4):
                shown.record(number, Channel.RADIO, days=3)
            shown.record(number, Channel.HEAD, means=Means.NETWORK if number % 2 else Means.DIRECT)

    def _end(self, posting: Posting, permanent: bool, at_headquarters: bool) -> None:
        up = _SHORT if self.one.how == "short" and at_headquarters else _UP
        last = posting.first + timedelta(days=up)
        if permanent or last >= clock.day(self.town.start):
            return
        at = clock.start_of(last) + timedelta(hours=17)
        services.end_posting(self.town.actor(OFFICER, at), posting_id=posting.pk, last=last, at=at)

    def _file(self, officer: Actor) -> StoredFile | None:
        one = self.one
        if not one.file:
            return None
        content = _WRITERS[one.file](one.title, one.text)
        name = f"{one.number.replace('/', '-')}.{one.file}"
        stored = attachments.store_attachment(
            officer,
            SimpleUploadedFile(name, content),
            khu_pho_id=None,
            opened_by=Act.DISCLOSURE_ENTRY_DRAFT,
            subject="disclosure:new",
            at=self.published,
        )
        attachments.read_attachment(stored.pk, at=self.published)
        return stored


class _Shown:
    """Ghi niêm yết, phát loa, thông báo at one moment, by whoever is there, with evidence unless it was forgotten."""

    def __init__(self, town: Town, entry: Entry, at: datetime, how: str = "") -> None:
        self.town, self.entry, self.at, self.how = town, entry, at, how

    def post(self, place: queries.PostingPlace) -> Posting:
        """It hangs there; a photo of the board."""
        number = place.khu_pho.order if place.khu_pho else None
        posting = self._record(number, Channel.POSTING, place_id=place.pk)
        if not (self.how == "no_proof" and number in {2, 5}):
            actor = self._by(number)
            photo = files.store(
                actor,
                SimpleUploadedFile("bang-tin.png", board_photo(place.name), content_type="image/png"),
                khu_pho_id=place.khu_pho_id,
                opened_by=Act.DISCLOSURE_POSTING_PROVE,
                subject=f"posting:{posting.pk}",
                at=self.at,
            )
            services.prove_posting(actor, posting_id=posting.pk, file=photo, at=self.at)
        return posting

    def record(self, number: int | None, channel: Channel, *, days: int = 0, means: Means | None = None) -> None:
        """It was read out or told; the line of the log."""
        posting = self._record(number, channel, means=means, days=days)
        if self.how == "no_proof" and number in {2, 5}:
            return
        words = _LOG.format(place=number) if days else "Đã báo trong nhóm Zalo và tại buổi sinh hoạt."
        services.prove_posting(self._by(number), posting_id=posting.pk, words=words, at=self.at)

    def _record(
        self,
        number: int | None,
        channel: Channel,
        *,
        place_id: int | None = None,
        means: Means | None = None,
        days: int = 0,
    ) -> Posting:
        first = clock.day(self.at)
        until = first + timedelta(days=days - 1) if days else None
        over = until is not None and until <= clock.day(self.town.start)
        at = clock.start_of(until) + timedelta(hours=18) if until is not None and over else self.at
        return services.record_posting(
            self._by(number),
            entry_id=self.entry.pk,
            channel=channel,
            first=first,
            last=until if over else None,
            place_id=place_id,
            khu_pho_id=self.town.khu_pho[number].pk if number else None,
            means=means,
            at=min(at, self.town.start),
        )

    def _by(self, number: int | None) -> Actor:
        return self.town.actor(f"truong.kp{number}" if number else OFFICER, self.at)


def _ask(town: Town, one: Question) -> None:
    at = town.at(one.day, 9)
    by_staff = one.route != "web"
    about = None
    if one.how == "wrong":
        about = Entry.objects.filter(current__title=one.title).first()
    request, _code = services.file_request(
        town.actor(OFFICER, at) if by_staff else actors.ANONYMOUS,
        ward=town.ward,
        kind=Kind.WRONG if about else Kind.INFORMATION,
        route=Route(one.route),
        asked=Asked(one.words, one.name),
        title=one.title,
        entry=about,
        at=at,
    )
    _carry(town, request.pk, one)


def _carry(town: Town, request_id: int, one: Question) -> None:
    """The steps it went."""
    at = town.at(one.day + (one.route != "counter"), 10)
    officer = town.actor(OFFICER, at)
    if one.how in {"complex", "extended"}:
        words = "Phường phải gom số liệu từ nhiều sổ; xin hẹn trả lời đúng hạn ghi trên trang."
        services.accept_request(officer, request_id=request_id, complicated=True, words=words, at=at)
    if one.how == "extended":
        later = town.at(-4, 9)
        words = "Đơn vị thoát nước chưa gửi bản vẽ; phường xin gia hạn một lần."
        services.extend_request(town.actor(OFFICER, later), request_id=request_id, words=words, at=later)
    if one.how == "returned":
        words = "Xin ông/bà ghi rõ số thửa hoặc số nhà, và muốn biết điều gì về thửa đất ấy."
        services.return_request(officer, request_id=request_id, words=words, at=at)
    if one.how == "refused":
        services.refuse_request(officer, request_id=request_id, ground=Ground.CONDITIONS, words=one.answer, at=at)
    if one.how == "released":
        services.answer_request(officer, request_id=request_id, words=one.answer, at=at)
        services.release_request(
            officer, request_id=request_id, title=one.title, body=one.answer, checked=_CHECKED, at=at
        )


def _docx(title: str, text: tuple[str, ...]) -> bytes:
    paper = docx.Document()
    paper.add_heading(title, 1)
    for line in text:
        paper.add_paragraph(line)
    paper.core_properties.author = paper.core_properties.comments = ""
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _xlsx(title: str, text: tuple[str, ...]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([title, "Số tiền (đồng)"])
    for place, line in enumerate(text, 1):
        sheet.append([line, place * 240_000_000])
    book.properties.creator = ""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_WRITERS: dict[str, Callable[[str, tuple[str, ...]], bytes]] = {"pdf": typed_paper, "docx": _docx, "xlsx": _xlsx}
