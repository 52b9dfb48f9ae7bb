"""The pages of disclosure as people meet them: officer, head, reader, and somebody who asks."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

import builders
from danchu.foundation.files import attachments
from danchu.law.information import RequestState
from danchu.rooms.disclosure import services
from danchu.rooms.disclosure.models import Entry, InformationRequest, Posting
from foundation.files import samples
from rooms.disclosure.ward import AT, CHECKED, TODAY, fresh, wording

pytestmark = [pytest.mark.db, pytest.mark.django_db]
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
DAY = {"source_on_0": "2", "source_on_1": "11", "source_on_2": "2026"}
REQUEST = {"words": "Dự toán sửa hẻm 20", "name": "Nguyễn Văn An"}


def come(town, name):
    client = Client()
    builders.log_in(client, town.people[name])
    return client


def address(name, **kwargs):
    return reverse(f"disclosure:{name}", kwargs=kwargs)


def words(response):
    body = re.sub(r"(?s)<svg.*?</svg>|<[^>]+>", " ", response.content.decode())
    return " ".join(body.replace("\xa0", " ").split())


class Running(HTMLParser):
    """What of a page a browser would run."""

    def __init__(self):
        super().__init__()
        self.found = []

    @classmethod
    def in_page(cls, page):
        reader = cls()
        reader.feed(page)
        return reader.found

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        own = tag == "script" and (values.get("src") or "").startswith("/tinh/ui/")
        if tag in {"script", "img", "iframe", "object", "style"} and not own:
            self.found.append(tag)
        self.found += [name for name in values if name.startswith("on") or name == "style"]
        self.found += [value for value in values.values() if (value or "").lstrip().startswith("javascript:")]


# --- officer ---------------------------------------------------------------------------------------------------------
def test_officer_drafts_looks_and_discloses(town):
    officer = come(town, "officer")
    typed = {"item": "ward:7", "khu_pho": "", "title": "Danh sách hộ được hỗ trợ", "body": "Mười bốn hộ.", **DAY}

    made = officer.post(address("new"), typed)
    entry = Entry.objects.get()
    assert (made.status_code, made["Location"]) == (303, address("desk", slug=entry.slug))
    assert "Chưa công khai" in words(officer.get(made["Location"]))
    assert Client().get(address("entry", slug=entry.slug)).status_code == 404

    unsaid = officer.post(address("publish", slug=entry.slug), {"no_secret": ""})
    assert unsaid.status_code == 409
    assert Client().get(address("entry", slug=entry.slug)).status_code == 404

    done = officer.post(address("publish", slug=entry.slug), {"no_secret": "on", "personal": "on"})
    assert done.status_code == 303
    page = words(officer.get(done["Location"]))
    assert "Còn phải làm" in page
    assert "Nhà văn hóa khu phố 2" in page
    assert "Mười bốn hộ." in words(Client().get(address("entry", slug=entry.slug)))


@pytest.mark.parametrize(("field", "value"), [("title", ""), ("source_on_0", "31"), ("item", "ward:15")])
def test_draft_that_is_not_right_comes_back_with_what_was_typed(town, field, value):
    typed = {"item": "ward:7", "title": "Danh sách", "body": "Nội dung đã gõ", **DAY, "source_on_1": "2", field: value}

    answer = come(town, "officer").post(address("new"), typed)

    assert answer.status_code == 422
    assert "Nội dung đã gõ" in answer.content.decode()
    assert not Entry.objects.exists()


def test_every_page_of_the_desk_says_where_its_way_back_leads(town):
    entry, draft = town.public("7"), town.draft("2")
    posting = town.hang(entry, town.places[0])
    request, _code = _asked(town)
    pages = [address(name) for name in ("register", "new", "places", "plan", "plan-edit", "lists", "report-plan")]
    pages += [address(name) for name in ("requests", "request-new")]
    pages += [address(name, slug=entry.slug) for name in ("desk", "correct", "withdraw")]
    pages += [address(name, slug=draft.slug) for name in ("desk", "edit", "publish")]
    pages += [address("record", slug=entry.slug, key="head:khu_pho:" + str(town.areas[0].pk))]
    pages += [address(name, slug=entry.slug, posting_id=posting.pk) for name in ("prove", "end")]
    steps = ("desk", "accept", "return", "answer", "refuse")
    pages += [address(f"request-{name}", request_id=request.pk) for name in steps]
    officer = come(town, "officer")

    for page in pages:
        answer = officer.get(page)
        assert answer.status_code == 200, page
        back = re.search(r'<a class="dc-back"[^>]*>(?:<svg.*?</svg>)?<span>(.*?)</span>', answer.content.decode(), re.S)
        assert back, page
        assert back[1].strip(), page


def test_faults_of_one_kind_are_one_line(town):
    town.public("7")
    officer = come(town, "officer")
    later = builders.AT.replace(day=20)
    from danchu.foundation import clock

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: later)
        page = words(officer.get(address("register")))

    assert page.count("Còn thiếu:") == 1
    assert "nơi khác cũng vậy" in page


def test_another_law_is_asked_about_only_when_opened_and_stays_open_when_it_has_to_be_mended(town):
    officer = come(town, "officer")

    assert '<details class="dc-more">' in officer.get(address("new")).content.decode()
    answer = officer.post(address("new"), {"item": "ward:3", "title": "Quy hoạch", **DAY, "special_days": "0"})

    assert answer.status_code == 422
    assert '<details class="dc-more" open>' in answer.content.decode()


def test_picture_of_a_paper_needs_its_number_and_a_summary(town):
    file = attachments.store_attachment(
        town.officer,
        SimpleUploadedFile("quyet-dinh.png", samples.png(), content_type="image/png"),
        khu_pho_id=None,
        opened_by="disclosure.entry.draft",
        subject="disclosure:new",
        at=AT,
    )
    attachments.read_attachment(file.pk, at=AT)
    bare = town.draft("7", files=((file, "Quyết định"),), source_number="")
    told = town.draft("7", files=((file, "Quyết định"),), summary="Mười bốn hộ, mỗi hộ 40 triệu đồng.")
    officer, yes = come(town, "officer"), {"no_secret": "on", "personal": "on", "files_seen": "on"}

    refused = officer.post(address("publish", slug=bare.slug), yes)
    taken = officer.post(address("publish", slug=told.slug), yes)

    assert refused.status_code == 409
    assert "Hãy ghi số, ký hiệu văn bản và tóm tắt nội dung." in words(refused)
    assert taken.status_code == 303


def test_delegate_reads_the_register_and_can_change_nothing(town):
    entry, draft = town.public("7"), town.draft("2")
    services.publish_list(town.officer, at=AT)
    services.plan_report(town.officer, session_on=TODAY, period_from=TODAY, period_to=TODAY, at=AT)
    delegate = come(town, "delegate")

    pages = [address(name) for name in ("register", "plan", "lists")] + [address("desk", slug=entry.slug)]
    for page in pages:
        answer = delegate.get(page)
        main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
        assert answer.status_code == 200, page
        assert 'method="post"' not in main, page
        for link in re.findall(r'href="(/cong-khai/so/[^"]+)"', main):
            assert delegate.get(link).status_code == 200, link
    assert delegate.get(address("desk", slug=draft.slug)).status_code == 404
    assert delegate.get(address("requests")).status_code == 403
    assert delegate.post(address("withdraw", slug=entry.slug), {"reason": "Gỡ"}).status_code == 403


# --- head ------------------------------------------------------------------------------------------------------------
def test_head_records_with_a_photo_from_the_phone(town):
    entry, place = town.public("7"), town.places[1]
    head = come(town, "head")
    key = f"posting:place:{place.pk}"
    assert place.name in words(head.get(address("tasks")))

    photo = SimpleUploadedFile("bang-tin.png", samples.png(), content_type="image/png")
    day = {"first_0": "2", "first_1": "11", "first_2": "2026"}
    typed = {"channel": "posting", **day, "photo": photo, "words": ""}
    done = head.post(address("record", slug=entry.slug, key=key), typed)

    assert (done.status_code, done["Location"]) == (303, address("tasks"))
    posting = Posting.objects.get()
    assert (posting.place, posting.proofs.count()) == (place, 1)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "anh.svg"),
        (b"<html><script>alert(1)</script></html>", "anh.png"),
        (b"MZ\x90\x00" + b"\x00" * 200, "anh.jpg"),
    ],
)
def test_proof_that_is_no_photo_is_refused_and_nothing_is_recorded(town, content, name):
    entry, place = town.public("7"), town.places[1]
    day = {"first_0": "2", "first_1": "11", "first_2": "2026"}
    typed = {"channel": "posting", **day, "photo": SimpleUploadedFile(name, content), "words": ""}

    answer = come(town, "head").post(address("record", slug=entry.slug, key=f"posting:place:{place.pk}"), typed)

    assert answer.status_code == 409
    assert not Posting.objects.exists()


def test_a_link_that_would_run_is_not_taken_as_evidence(town):
    entry = town.public("7")
    posting = town.hang(entry, town.places[0])
    page = address("prove", slug=entry.slug, posting_id=posting.pk)

    answer = come(town, "officer").post(page, {"link": "javascript:alert(1)", "words": ""})

    assert answer.status_code == 422
    assert not posting.proofs.exists()


def test_form_asks_only_what_fits_what_was_done(town):
    entry, head = town.public("7"), come(town, "head")
    area = town.areas[0].pk

    def fields(key):
        page = head.get(address("record", slug=entry.slug, key=key)).content.decode()
        return {name for name in ("link", "last_0", "means", "words", "photo") if f'name="{name}"' in page}

    assert fields(f"posting:place:{town.places[1].pk}") == {"last_0", "words", "photo"}
    assert fields(f"radio:khu_pho:{area}") == {"link", "last_0", "words", "photo"}
    assert fields(f"head:khu_pho:{area}") == {"link", "means", "words", "photo"}


# --- everybody -------------------------------------------------------------------------------------------------------
def test_reader_sees_where_else_it_hangs_in_one_line_a_form(town):
    entry = town.public("7")
    for place in town.places:
        town.hang(entry, place)

    page = words(Client().get(address("entry", slug=entry.slug)))

    assert page.count("Niêm yết, từ") == 1
    hq, first, second, point = (place.name for place in town.places)
    assert "; ".join((hq, first, point, second)) in page


def test_reader_finds_it_by_its_item_and_no_other(town):
    entry = town.public("7")
    page = Client().get("/cong-khai/")

    assert 'href="/tra-cuu/?loai=ward&amp;muc=11.7"' in page.content.decode()
    assert address("ask") in page.content.decode()
    assert f"/cong-khai/{entry.slug}/" in page.content.decode()
    assert f"/cong-khai/{entry.slug}/" in Client().get("/tra-cuu/?loai=ward&muc=11.7").content.decode()
    assert f"/cong-khai/{entry.slug}/" not in Client().get("/tra-cuu/?loai=ward&muc=11.8").content.decode()


def test_withdrawn_address_says_why(town):
    entry = town.public("7")
    officer = come(town, "officer")

    officer.post(address("withdraw", slug=entry.slug), {"reason": "Đăng nhầm danh sách năm trước."})
    answer = Client().get(address("entry", slug=entry.slug))

    assert answer.status_code == 410
    assert "Đăng nhầm danh sách năm trước." in words(answer)
    assert "Mười bốn hộ" not in words(answer)


def test_agency_entry_is_for_its_staff_alone(town):
    from danchu.law.disclosure import Track

    entry = town.public("2", track=Track.AGENCY, title="Kế hoạch công tác tháng")

    assert Client().get(address("entry", slug=entry.slug)).status_code == 404
    assert "Kế hoạch công tác tháng" not in words(Client().get("/tra-cuu/?q=công tác tháng"))
    assert come(town, "officer").get(address("desk", slug=entry.slug)).status_code == 200


def test_no_field_that_reaches_a_public_page_runs_in_a_browser(town):
    """Every text people write: title, summary, body, issuer, number, file name, reason, place, request."""
    town.places.append(
        services.set_place(
            town.officer,
            kind=town.places[1].kind,
            name=f"Nhà {SCRIPT}",
            khu_pho_id=town.areas[0].pk,
            valid_from=TODAY,
            at=AT,
        )
    )
    file = attachments.store_attachment(
        town.officer,
        SimpleUploadedFile(f"{SCRIPT.replace('/', '')}.pdf", samples.pdf(), content_type="application/pdf"),
        khu_pho_id=None,
        opened_by="disclosure.entry.draft",
        subject="disclosure:new",
        at=AT,
    )
    attachments.read_attachment(file.pk, at=AT)
    bad = {"title": SCRIPT, "summary": SCRIPT, "body": SCRIPT, "issuer": SCRIPT, "source_number": SCRIPT[:80]}
    entry = town.public("7", **bad, files=((file, SCRIPT),))
    town.hang(entry, town.places[-1])
    services.correct_entry(
        town.officer, entry_id=entry.pk, wording=wording(**bad, files=((file, SCRIPT),)), reason=SCRIPT, at=AT
    )
    services.publish_entry(town.officer, entry_id=entry.pk, checked=CHECKED, at=AT)
    gone = town.public("2", **bad)
    services.withdraw_entry(town.officer, entry_id=gone.pk, reason=SCRIPT, at=AT)
    services.publish_list(town.officer, at=AT)
    asked = Client().post(address("ask"), {"words": SCRIPT, "name": SCRIPT, "address": SCRIPT, "phone": "1"})
    code = re.search(r"/yeu-cau/(\d{16})/", asked["Location"])[1]
    request = InformationRequest.objects.get()
    services.answer_request(town.officer, request_id=request.pk, words=SCRIPT, at=AT)
    released = services.release_request(
        town.officer, request_id=request.pk, title=SCRIPT, body=SCRIPT, checked=CHECKED, at=AT
    )

    pages = ["/", "/tra-cuu/?q=alert", "/luu-tru/2026/", f"/khu-pho/{town.areas[0].slug}/", "/tin.atom", "/lich.ics"]
    pages += [address("entry", slug=one.slug) for one in Entry.objects.all()]
    pages += [address("wrong", slug=entry.slug), address("request", code=code), address("entry", slug=released.slug)]
    for path in pages:
        answer = Client().get(path)
        body = b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()
        assert "<script>alert" not in body, path
        assert "<img src=x" not in body, path
        if answer["Content-Type"].startswith("text/html"):
            assert Running.in_page(body) == [], path
            policy = answer["Content-Security-Policy"]
            assert "unsafe-inline" not in policy, path
            assert "script-src 'self'" in policy or "default-src 'self'" in policy, path


# --- who asks --------------------------------------------------------------------------------------------------------
def _asked(town):
    from danchu.law.information import Kind, Route

    return services.file_request(
        town.officer,
        ward=town.ward,
        kind=Kind.INFORMATION,
        route=Route.COUNTER,
        asked=services.Asked(REQUEST["words"], REQUEST["name"]),
        title="Dự toán sửa hẻm 20",
        at=AT,
    )


def test_resident_asks_follows_and_reads_the_answer(town):
    resident = Client()

    sent = resident.post(address("ask"), REQUEST)
    page = resident.get(sent["Location"])
    request = InformationRequest.objects.get()
    assert sent.status_code == 303
    assert "Đã nhận yêu cầu của ông/bà" in words(page)
    assert page["Cache-Control"] == "private, no-store"

    officer = come(town, "officer")
    officer.post(address("request-accept", request_id=request.pk), {"complicated": "yes", "words": "Phải gom số liệu."})
    assert "Phải gom số liệu." in words(resident.get(sent["Location"]))
    officer.post(address("request-answer", request_id=request.pk), {"words": "Dự toán là 240 triệu đồng."})

    last = words(resident.get(sent["Location"]))
    assert "Dự toán là 240 triệu đồng." in last
    request.refresh_from_db()
    assert request.state == RequestState.SUPPLIED
    assert REQUEST["name"] not in last


def test_code_typed_with_spaces_opens_the_page_and_wrong_ones_shut_nobody_out(town):
    _request, code = _asked(town)
    spaced = " ".join(code[at : at + 4] for at in range(0, 16, 4))

    for number in range(60):
        Client().post(address("look-up"), {"code": f"{number:016d}"})
    opened = Client().post(address("look-up"), {"code": spaced})

    assert (opened.status_code, opened["Location"]) == (303, address("request", code=code))
    assert Client().get(opened["Location"]).status_code == 200
    assert Client().post(address("look-up"), {"code": "1" * 16}).status_code == 429


def test_saying_that_something_is_wrong_names_the_entry(town):
    entry = town.public("7")

    page = Client().get(address("wrong", slug=entry.slug))
    sent = Client().post(address("wrong", slug=entry.slug), {**REQUEST, "words": "Thiếu tên một hộ."})

    assert "Điều chưa đúng" in words(page)
    assert sent.status_code == 303
    assert InformationRequest.objects.get().entry == fresh(entry)


# --- papers ----------------------------------------------------------------------------------------------------------
def _docx_text(response):
    with zipfile.ZipFile(io.BytesIO(response.content)) as book:
        return re.sub(r"<[^>]+>", "", book.read("word/document.xml").decode())


def test_papers_of_the_ward_are_drawn_from_the_register(town):
    from danchu.law.disclosure import Track, items
    from danchu.law.disclosure_acts import PlanLine

    lines = [
        PlanLine(one.key, one.label.vi, ("portal",), "trong 5 ngày", "30 ngày", "Bà Hân") for one in items(Track.WARD)
    ]
    plan = services.edit_plan(town.officer, year=2026, lines=lines, at=AT)
    services.adopt_plan(town.officer, plan_id=plan.pk, paper="05/KH-UBND", at=AT)
    town.public("7")
    listed = services.publish_list(town.officer, at=AT)
    report = services.plan_report(town.officer, session_on=TODAY, period_from=TODAY, period_to=TODAY, at=AT)
    officer = come(town, "officer")

    for name, kwargs, said in (
        ("plan-paper", {"plan_id": plan.pk}, ("05/KH-UBND", "Công khai thông tin năm 2026", "Bà Hân")),
        ("list-paper", {"slug": listed.slug}, ("quý IV năm 2026", "Danh sách 14 hộ", "Danh sách có 1 nội dung.")),
        ("report-paper", {"report_id": report.pk}, ("Kính gửi: Hội đồng nhân dân", "Chính sách hỗ trợ")),
    ):
        pdf = officer.get(address(name, ext="pdf", **kwargs))
        docx = officer.get(address(name, ext="docx", **kwargs))

        assert pdf.content.startswith(b"%PDF-1."), name
        assert [one for one in said if one not in _docx_text(docx)] == [], name
        assert officer.get(address(name, ext="txt", **kwargs)).status_code == 404


def test_refusal_is_a_paper_for_the_desk_and_for_who_asked(town):
    request, code = _asked(town)
    officer = come(town, "officer")
    desk, own = address("request-paper", request_id=request.pk, ext="docx"), address("request-letter", code=code)
    assert officer.get(desk).status_code == Client().get(own).status_code == 404

    typed = {"ground": "conditions", "words": "Gia đình ấy chưa đồng ý."}
    officer.post(address("request-refuse", request_id=request.pk), typed)

    said = _docx_text(officer.get(desk))
    assert "Điều 28 Luật Tiếp cận thông tin" in said
    assert "Chưa đủ điều kiện tiếp cận." in said
    assert "Gia đình ấy chưa đồng ý." in said
    letter = Client().get(own)
    assert letter.content.startswith(b"%PDF-1.")
    assert letter["Cache-Control"] == "private, no-store"


def test_notice_of_time_names_the_last_day_and_the_reason_of_an_extension(town):
    request, _code = _asked(town)
    officer = come(town, "officer")
    paper = address("request-paper", request_id=request.pk, ext="docx")

    services.accept_request(town.officer, request_id=request.pk, complicated=True, words="Phải gom số liệu.", at=AT)
    first = _docx_text(officer.get(paper))
    services.extend_request(town.officer, request_id=request.pk, words="Chờ đơn vị thoát nước.", at=AT)
    second = _docx_text(officer.get(paper))

    assert "Thời gian cung cấp thông tin" in first
    assert "Phải gom số liệu." in first
    assert "Gia hạn thời gian cung cấp thông tin" in second
    assert "Chờ đơn vị thoát nước." in second
