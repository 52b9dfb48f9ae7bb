"""Giấy tờ đã nộp: known by their content, stored once, opened only by those who may do their act."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from builders import AT, log_in, make_khu_pho, make_staff, make_ward
from danchu.foundation.access.actor import system
from danchu.foundation.files import services
from danchu.foundation.files.models import StoredFile
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.people import Role

PDF = b"%PDF-1.7 mot trang"


def store(khu_pho, content=PDF, name="giay.pdf"):
    return services.store(
        system(khu_pho.ward_id),
        SimpleUploadedFile(name, content),
        khu_pho_id=khu_pho.pk,
        opened_by=Act.PEOPLE_OUTSIDER_AUTHORISE,
        subject="household:1",
        at=AT,
    )


def refused(*args, **kwargs):
    with pytest.raises(Refused) as caught:
        store(*args, **kwargs)
    return caught.value.refusal.code


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PDF, "pdf"), (b"\xff\xd8\xff\xe0 anh", "jpg"), (b"\x89PNG\r\n\x1a\n anh", "png")],
)
def test_kind_is_read_from_the_content(khu_pho, content, kind):
    assert store(khu_pho, content, name="khong.exe").kind == kind


@pytest.mark.parametrize("content", [b"MZ chuong trinh", b"PK\x03\x04 nen", b"<svg onload=alert(1)>", b" %PDF-1.7"])
def test_other_content_is_refused_whatever_its_name(khu_pho, content):
    assert refused(khu_pho, content) == "files.kind"
    assert not StoredFile.objects.exists()


def test_largest_and_empty(khu_pho):
    largest = PDF + b" " * (services.LARGEST - len(PDF))

    assert store(khu_pho, largest).size == services.LARGEST
    assert refused(khu_pho, largest + b" ") == "files.size"
    assert refused(khu_pho, b"") == "files.size"


def test_same_bytes_are_kept_once(khu_pho):
    one, two = store(khu_pho), store(khu_pho, name="lan-hai.pdf")

    path = services.path_of(khu_pho.ward_id, one.sha256)
    assert one.sha256 == two.sha256
    assert path.read_bytes() == PDF
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b.pdf", "C:\\tep.pdf", ""])
def test_name_cannot_lead_out_of_the_folder(khu_pho, name):
    stored = store(khu_pho, name=name or "x.pdf")

    assert "/" not in stored.name
    assert services.path_of(khu_pho.ward_id, stored.sha256).is_relative_to(
        services.path_of(khu_pho.ward_id, stored.sha256).parents[1]
    )


@pytest.mark.parametrize(
    ("role", "status"), [(Role.HEAD, 200), (Role.WARD_OFFICER, 200), (Role.FRONT_HEAD, 403), (Role.OPERATOR, 403)]
)
def test_opened_by_those_who_may_do_its_act(client, khu_pho, role, status):
    stored = store(khu_pho)
    log_in(client, make_staff(khu_pho.ward, role, khu_pho=khu_pho))

    response = client.get(f"/tep/{stored.pk}/")

    assert response.status_code == status
    if status == 200:
        assert b"".join(response.streaming_content) == PDF
        assert response.headers["Content-Disposition"] == 'attachment; filename="giay.pdf"'
        assert response.headers["Cache-Control"] == "private, no-store"


def test_head_of_another_khu_pho_or_ward_does_not_open_it(client, khu_pho):
    stored = store(khu_pho)
    log_in(client, make_staff(khu_pho.ward, Role.HEAD, khu_pho=make_khu_pho(khu_pho.ward, 4)))
    assert client.get(f"/tep/{stored.pk}/").status_code == 403

    elsewhere = make_ward("Bến Sỏi")
    log_in(client, make_staff(elsewhere, Role.WARD_OFFICER))
    assert client.get(f"/w/{elsewhere.slug}/tep/{stored.pk}/").status_code == 404


def test_stranger_is_sent_to_the_log_in(client, khu_pho):
    assert client.get(f"/tep/{store(khu_pho).pk}/").headers["Location"].startswith("/dang-nhap/")
