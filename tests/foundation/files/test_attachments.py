"""From the upload to the public address: checked, read apart, opened to everybody, handed over whole or in part."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile

from builders import AT
from danchu.foundation.files import attachments, services
from danchu.foundation.files.models import Reading, StoredFile
from danchu.foundation.places.settings import set_value
from danchu.law.acts import Act
from danchu.law.answers import Refused
from foundation.files import samples

pytestmark = [pytest.mark.db, pytest.mark.django_db]
OFFICER_MAY = Act.PLACES_SETTING_SET


def store(officer, content=None, name="thong-bao.pdf"):
    return attachments.store_attachment(
        officer,
        SimpleUploadedFile(name, samples.pdf() if content is None else content),
        khu_pho_id=None,
        opened_by=OFFICER_MAY,
        subject="entry:1",
        at=AT,
    )


def kept() -> set[str]:
    return {path.name for path in Path(django_settings.DANCHU_FILES).glob("*/??/*")}


def refused(call, *args, **values) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **values)
    return caught.value.refusal.code


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DANCHU_FILES = tmp_path


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.pdf", "files.too_large"),
        (b"<svg onload=alert(1)>", "a.svg", "files.published_kind"),
        (samples.pdf(), "a.docx", "files.ending"),
        (samples.pdf() + samples.word(), "a.pdf", "files.two_kinds"),
    ],
)
def test_refused_file_leaves_nothing_behind(officer, content, name, code):
    assert refused(store, officer, content, name) == code
    assert kept() == set()
    assert not StoredFile.objects.exists()
    assert not Reading.objects.exists()


def test_largest_is_what_the_ward_set(officer):
    just = samples.png(2, 2, (b"tEXt", b"x" * 1_048_576))
    set_value(officer, key="files.largest_mb", new=1, valid_from=AT.date(), basis="Quyết định 1", at=AT)

    assert refused(store, officer, just, "a.png") == "files.too_large"
    set_value(
        officer, key="files.largest_mb", new=2, valid_from=AT.date(), basis="Quyết định 2", at=AT + timedelta(minutes=1)
    )
    assert store(officer, just, "a.png").kind == "png"


def test_same_bytes_are_kept_and_read_once(officer):
    one, two = store(officer), store(officer, name="ban-sao.pdf")

    assert kept() == {one.sha256} == {two.sha256}
    assert Reading.objects.count() == 1


def test_read_words_and_hidden_things_stand_beside_the_file(officer):
    file = store(officer, samples.hidden_book(), "du-toan.xlsx")

    reading = attachments.read_attachment(file.pk, at=AT)

    assert reading.state == Reading.State.READ
    assert "Dự toán" in reading.text
    assert {one["code"] for one in reading.findings} >= {"hidden_rows", "hidden_sheets"}
    assert attachments.read_attachment(file.pk, at=AT + timedelta(days=1)).read_at == AT


def test_scan_without_words_is_flagged(officer):
    assert attachments.read_attachment(store(officer).pk, at=AT).state == Reading.State.SCAN
    assert attachments.read_attachment(store(officer, samples.jpg(), "a.jpg").pk, at=AT).state == Reading.State.SCAN


def test_unreadable_file_is_said_to_be_so(officer):
    file = store(officer)
    services.path_of(file.ward_id, file.sha256).write_bytes(b"%PDF- hong")

    assert attachments.read_attachment(file.pk, at=AT).state == Reading.State.FAILED
    assert refused(attachments.publish, [file], seen=False, at=AT) == "files.hidden"
    attachments.publish([file], seen=True, at=AT)


def test_published_only_after_it_was_read_and_what_is_hidden_was_seen(officer):
    file = store(officer, samples.hidden_book(), "du-toan.xlsx")

    assert refused(attachments.publish, [file], seen=True, at=AT) == "files.unread"
    attachments.read_attachment(file.pk, at=AT)
    assert refused(attachments.publish, [file], seen=False, at=AT) == "files.hidden"
    file.refresh_from_db()
    assert file.published_at is None
    attachments.publish([file], seen=True, at=AT)
    file.refresh_from_db()
    assert file.published_at == AT


def test_what_runs_by_itself_is_never_published(officer):
    file = store(officer)
    Reading.objects.update(state=Reading.State.READ, findings=[{"code": "active", "count": 1, "where": []}])

    assert refused(attachments.publish, [file], seen=True, at=AT) == "files.active"


def test_waiting_too_long_is_asked_again(officer):
    file = store(officer)

    assert list(attachments.unread(AT)) == []
    assert list(attachments.unread(AT + timedelta(minutes=6))) == [file.pk]
    attachments.read_attachment(file.pk, at=AT)
    assert list(attachments.unread(AT + timedelta(minutes=6))) == []


def test_orphans_go_after_a_day(officer):
    import os

    file = store(officer)
    orphan = services.path_of(officer.ward_id, services.keep(officer.ward_id, b"mo coi"))
    old = (AT - timedelta(days=2)).timestamp()
    for path in (orphan, services.path_of(file.ward_id, file.sha256)):
        os.utime(path, (old, old))

    assert attachments.sweep(AT) == 1
    assert not orphan.exists()
    assert kept() == {file.sha256}


# --- the public address ----------------------------------------------------------------------------------------------


@pytest.fixture
def opened(client):
    """``opened(address, **headers)``: the answer, read to its end and let go; ``body`` holds its bytes."""

    def ask(address, headers=None):
        page = client.get(address, headers=headers)
        page.body = b"".join(page.streaming_content) if page.streaming else page.content
        return page

    return ask


@pytest.fixture
def shown(officer):
    file = store(officer)
    attachments.read_attachment(file.pk, at=AT)
    attachments.publish([file], seen=False, at=AT)
    return file


def test_opened_by_everybody_only_while_published(opened, officer):
    file = store(officer)
    assert opened(file.public_url).status_code == 404

    attachments.read_attachment(file.pk, at=AT)
    attachments.publish([file], seen=False, at=AT)
    page = opened(file.public_url)

    assert page.status_code == 200
    assert page.body == samples.pdf()
    attachments.withdraw([file])
    assert opened(file.public_url).status_code == 404


def test_headers_keep_the_browser_from_guessing_and_from_running(opened, shown):
    page = opened(shown.public_url)

    assert page.headers["Content-Type"] == "application/pdf"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Content-Disposition"] == 'inline; filename="thong-bao.pdf"'
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["ETag"] == f'"{shown.sha256}"'
    assert page.headers["Cache-Control"] == "public, max-age=3600"


def test_office_files_are_downloads(opened, officer):
    file = store(officer, samples.word(), "Thông báo số 5.docx")
    attachments.read_attachment(file.pk, at=AT)
    attachments.publish([file], seen=False, at=AT)

    assert file.public_url.endswith("/thong-bao-so-5.docx")
    page = opened(file.public_url, headers={"Accept-Encoding": "gzip"})
    assert page.headers["Content-Disposition"] == 'attachment; filename="thong-bao-so-5.docx"'
    assert page.body.startswith(b"PK")


def test_what_the_reader_has_is_not_sent_again(opened, shown):
    assert opened(shown.public_url, headers={"If-None-Match": f'"{shown.sha256}"'}).status_code == 304
    assert opened(shown.public_url, headers={"If-None-Match": '"khac"'}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=5-", 206, slice(5, None)),
        ("bytes=-6", 206, slice(-6, None)),
        ("bytes=2-999999", 206, slice(2, None)),
        ("bytes=999999-", 416, None),
        ("bytes=5-2", 416, None),
        ("bytes=-", 200, slice(None)),
        ("bytes=0-1,3-4", 200, slice(None)),
        ("dong=1-2", 200, slice(None)),
    ],
)
def test_part_of_a_file(opened, shown, asked, status, part):
    page = opened(shown.public_url, headers={"Range": asked, "Accept-Encoding": "gzip"})

    assert page.status_code == status
    if part is not None:
        assert page.body == samples.pdf()[part]


def test_part_of_another_version_is_the_whole(opened, shown):
    page = opened(shown.public_url, headers={"Range": "bytes=0-3", "If-Range": '"khac"'})

    assert page.status_code == 200


@pytest.mark.parametrize("name", ["x.html", "x.svg", "..%2f..%2fx", 'x".html', "x%0d%0aSet-Cookie: a=b"])
def test_name_in_the_address_changes_nothing_but_the_name(opened, shown, name):
    page = opened(f"/tep-cong-khai/{shown.sha256}/{name}")

    if page.status_code == 200:
        assert page.headers["Content-Type"] == "application/pdf"
        assert page.headers["Content-Disposition"].rstrip('"').endswith(".pdf")
        assert "Set-Cookie: a" not in str(page.headers)


@pytest.mark.parametrize("digest", ["0" * 64, "..", "%2e%2e", "khong"])
def test_unknown_hash_is_404(opened, shown, digest):
    assert opened(f"/tep-cong-khai/{digest}/x.pdf").status_code == 404
