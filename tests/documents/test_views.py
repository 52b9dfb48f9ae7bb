"""Pages of the ward's paper templates: from the download to a paper drawn with the ward's own."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope
from docx import Document

import builders
from danchu.documents import queries
from danchu.documents.docx import default_template
from danchu.documents.models import PaperTemplate
from danchu.foundation import clock
from danchu.law.people import Role

pytestmark = pytest.mark.django_db
KIND = "minutes-03"
PAGE = f"/mau-giay-to/{KIND}/"


@pytest.fixture
def officer(ward, client):
    builders.log_in(client, builders.make_staff(ward, Role.WARD_OFFICER))
    return client


@pytest.fixture
def ward(db):
    made = builders.make_ward()
    with scope(ward=made):
        yield made


def word(*, empty: bool = False) -> SimpleUploadedFile:
    """The shipped template with a line of the ward's own, or a Word file without any field."""
    document = Document() if empty else Document(io.BytesIO(default_template(KIND)))
    document.add_paragraph("Mẫu riêng của phường")
    out = io.BytesIO()
    document.save(out)
    return SimpleUploadedFile("mau.docx", out.getvalue())


def day(at) -> str:
    return f"{clock.day(at):%d/%m/%Y}"


def test_a_ward_downloads_changes_uploads_and_uses_its_template(officer, ward):
    now = clock.now()

    listed = officer.get("/mau-giay-to/")
    first = officer.get(f"{PAGE}tai-ve/")
    answer = officer.post(PAGE, {"file": word(), "valid_from": day(now)})
    draft = PaperTemplate.objects.get()
    officer.post(f"{PAGE}{draft.pk}/dung/")

    assert PAGE in listed.content.decode()
    assert first.content == default_template(KIND)
    assert answer.status_code == 302
    assert queries.template_on(ward.pk, KIND, now) == draft
    assert officer.get(f"{PAGE}tai-ve/").content == bytes(draft.content)
    assert "Mẫu của phường được dùng từ" in officer.get(PAGE).content.decode().replace("\xa0", " ")


def test_a_template_without_its_fields_stays_a_draft(officer, ward):
    officer.post(PAGE, {"file": word(empty=True), "valid_from": day(clock.now())})
    draft = PaperTemplate.objects.get()

    answer = officer.post(f"{PAGE}{draft.pk}/dung/")

    assert answer.status_code == 409
    assert queries.template_on(ward.pk, KIND, clock.now()) is None


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"PK\x03\x04", b"x" * 5_000_001])
def test_what_is_no_word_file_is_told_at_the_form(officer, content):
    answer = officer.post(PAGE, {"file": SimpleUploadedFile("mau.docx", content), "valid_from": day(clock.now())})

    assert answer.status_code == 422
    assert PaperTemplate.objects.count() == 0


def test_head_and_recipients_of_the_pdf_are_changed_and_shown_again(officer, ward):
    answer = officer.post(
        f"{PAGE}bo-cuc/",
        {
            "head": "UBND PHƯỜNG THỚI HÒA\nKHU PHỐ 3",
            "recipients": "Như trên",
            "closing": "",
            "valid_from": day(clock.now()),
        },
    )

    found = queries.layout_on(ward.pk, KIND, clock.now())
    assert answer.status_code == 302
    assert found.head == ("UBND PHƯỜNG THỚI HÒA", "KHU PHỐ 3")
    assert (found.recipients, found.closing) == (("Như trên",), None)
    assert "UBND PHƯỜNG THỚI HÒA" in officer.get(f"{PAGE}bo-cuc/").content.decode()


@pytest.mark.parametrize("page", ["/mau-giay-to/khong-co/", f"{PAGE}999/dung/"])
def test_what_is_not_there_is_not_found(officer, page):
    assert (officer.post(page) if "999" in page else officer.get(page)).status_code == 404


def test_the_list_costs_the_same_however_many_templates(officer, ward, django_assert_max_num_queries):
    for place, kind in enumerate(("minutes-03", "vote-notice", "poster")):
        file = SimpleUploadedFile("mau.docx", default_template(kind))
        officer.post(f"/mau-giay-to/{kind}/", {"file": file, "valid_from": day(clock.now())})
        draft = PaperTemplate.objects.get(kind=kind)
        officer.post(f"/mau-giay-to/{kind}/{draft.pk}/dung/")
        assert len(queries.templates_in_use(ward.pk, clock.now())) == place + 1

        with django_assert_max_num_queries(5):
            officer.get("/mau-giay-to/")
