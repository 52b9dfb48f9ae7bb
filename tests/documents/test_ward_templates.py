"""A ward's own templates and layouts."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django_scopes import scope

import builders
from danchu.documents import queries
from danchu.documents.docx import default_template
from danchu.documents.models import PaperLayout, PaperTemplate
from danchu.documents.papers import Layout
from danchu.documents.queries import layout_on, paper_for, template_on
from danchu.documents.services import activate_template, set_layout, upload_template
from danchu.foundation import clock
from danchu.foundation.journal.models import Entry
from danchu.law.acts import Act
from danchu.law.answers import Refused
from danchu.law.people import Role
from danchu.law.words import sentence
from documents.filled import VALUES
from documents.helpers import text_of
from documents.templates import replaced, template

pytestmark = pytest.mark.db
KIND = "result-notice"


@pytest.fixture
def ward(db):
    made = builders.make_ward()
    with scope(ward=made):
        yield made


@pytest.fixture
def officer(ward):
    return builders.actor_for(builders.make_staff(ward, Role.WARD_OFFICER))


@pytest.fixture
def at():
    return clock.now()


@pytest.fixture
def today(at):
    return clock.day(at)


def _own():
    return replaced(default_template(KIND), "word/document.xml", "Kính gửi:".encode(), "Kính thưa:".encode())


def _refused(code, call, **arguments):
    with pytest.raises(Refused) as caught:
        call(**arguments)
    assert caught.value.refusal.code == code
    return caught.value.refusal


def test_uploaded_template_waits_until_activated(officer, ward, at, today):
    row = upload_template(officer, kind=KIND, content=_own(), valid_from=today, at=at)

    assert (row.state, row.activated_at, row.uploaded_by_id) == ("dr", None, officer.id)
    assert template_on(ward.pk, KIND, at) is None
    entry = Entry.objects.latest("seq")
    assert (entry.act, entry.subject) == (Act.DOCUMENTS_TEMPLATE_UPLOAD, f"paper_template:{row.pk}")
    assert entry.facts == {"kind": KIND, "sha256": row.sha256, "from": today.isoformat()}

    activate_template(officer, template_id=row.pk, at=at)

    row.refresh_from_db()
    assert (row.state, row.activated_at) == ("ac", at)
    assert template_on(ward.pk, KIND, at) == row
    assert Entry.objects.latest("seq").act == Act.DOCUMENTS_TEMPLATE_ACTIVATE


def test_draft_of_the_same_day_is_replaced(officer, at, today):
    first = upload_template(officer, kind=KIND, content=template("a"), valid_from=today, at=at)
    second = upload_template(officer, kind=KIND, content=template("b"), valid_from=today, at=at)
    assert first.pk == second.pk
    assert first.sha256 != second.sha256
    assert PaperTemplate.objects.count() == 1


def test_active_template_is_never_changed(officer, at, today):
    row = upload_template(officer, kind=KIND, content=_own(), valid_from=today, at=at)
    activate_template(officer, template_id=row.pk, at=at)
    again = {"kind": KIND, "content": template("x"), "valid_from": today, "at": at}
    _refused("documents.template_active", upload_template, actor=officer, **again)
    _refused("documents.template_active", activate_template, actor=officer, template_id=row.pk, at=at)
    assert bytes(PaperTemplate.objects.get().content) == _own()


def test_hostile_template_is_refused_and_leaves_nothing(officer, at, today):
    refusal = _refused(
        "documents.template",
        upload_template,
        actor=officer,
        kind=KIND,
        content=template("{{ khu_pho.__class__ }}"),
        valid_from=today,
        at=at,
    )
    assert "Mẫu có lệnh lạ" in sentence(refusal)
    assert "commands other than named fields" in sentence(refusal, "en")
    assert not PaperTemplate.objects.exists()
    assert not Entry.objects.exists()


def test_template_lacking_a_field_cannot_be_activated(officer, at, today):
    content = replaced(default_template(KIND), "word/document.xml", b"{{ cau_ket_qua }}", b"-")
    row = upload_template(officer, kind=KIND, content=content, valid_from=today, at=at)
    refusal = _refused("documents.template", activate_template, actor=officer, template_id=row.pk, at=at)
    assert "câu kết luận về kết quả" in sentence(refusal)
    row.refresh_from_db()
    assert row.state == "dr"


def test_past_day_is_refused(officer, at, today):
    yesterday = today - timedelta(days=1)
    _refused("documents.past", upload_template, actor=officer, kind=KIND, content=_own(), valid_from=yesterday, at=at)
    _refused("documents.past", set_layout, actor=officer, kind=KIND, layout=Layout(), valid_from=yesterday, at=at)
    row = upload_template(officer, kind=KIND, content=_own(), valid_from=today, at=at)
    later = at + timedelta(days=2)
    _refused("documents.past", activate_template, actor=officer, template_id=row.pk, at=later)


def test_only_the_ward_officer_may(ward, officer, at, today):
    khu_pho = builders.make_khu_pho(ward)
    head = builders.actor_for(builders.make_staff(ward, Role.HEAD, khu_pho=khu_pho))
    row = upload_template(officer, kind=KIND, content=_own(), valid_from=today, at=at)
    _refused("access.role", upload_template, actor=head, kind=KIND, content=_own(), valid_from=today, at=at)
    _refused("access.role", activate_template, actor=head, template_id=row.pk, at=at)
    _refused("access.role", set_layout, actor=head, kind=KIND, layout=Layout(), valid_from=today, at=at)


def test_another_ward_neither_sees_nor_activates(officer, at, today):
    row = upload_template(officer, kind=KIND, content=_own(), valid_from=today, at=at)
    activate_template(officer, template_id=row.pk, at=at)
    other = builders.make_ward()
    stranger = builders.actor_for(builders.make_staff(other, Role.WARD_OFFICER))
    with scope(ward=other):
        assert template_on(other.pk, KIND, at) is None
        with pytest.raises(PaperTemplate.DoesNotExist):
            activate_template(stranger, template_id=row.pk, at=at)


def test_template_counts_from_its_day(officer, ward, at, today):
    row = upload_template(officer, kind=KIND, content=_own(), valid_from=today + timedelta(days=3), at=at)
    activate_template(officer, template_id=row.pk, at=at)
    assert template_on(ward.pk, KIND, at + timedelta(days=2)) is None
    assert template_on(ward.pk, KIND, at + timedelta(days=3)) == row


def test_state_and_moment_agree(ward, at, today):
    wrong = PaperTemplate(
        ward=ward, kind=KIND, content=b"", sha256="", state="ac", valid_from=today, uploaded_at=at, activated_at=None
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()
    assert str(wrong) == f"{KIND} {today}"


def test_paper_without_a_template_is_the_shipped_one(ward, at):
    drawn = paper_for(ward.pk, KIND, VALUES[KIND], at)
    assert not drawn.own
    assert "Kính gửi:" in text_of(drawn.pdf)
    assert drawn.docx.startswith(b"PK")


def test_layout_changes_the_shipped_paper_from_its_day(officer, ward, at, today):
    head = Layout(head=("PHƯỜNG", "KHU PHỐ BA"), closing="Trân trọng.")
    row = set_layout(officer, kind=KIND, layout=head, valid_from=today, at=at)
    later = Layout(recipients=("Nhà văn hóa;",))
    set_layout(officer, kind=KIND, layout=later, valid_from=today + timedelta(days=5), at=at)

    assert layout_on(ward.pk, KIND, at) == head
    assert layout_on(ward.pk, KIND, at + timedelta(days=5)) == later
    assert layout_on(ward.pk, "poster", at) is None
    assert "Trân trọng." in text_of(paper_for(ward.pk, KIND, VALUES[KIND], at).pdf)
    assert str(row) == f"{KIND} {today}"
    entry = Entry.objects.order_by("seq").first()
    assert (entry.act, entry.facts) == (
        Act.DOCUMENTS_LAYOUT_SET,
        {"kind": KIND, "from": today.isoformat()},
    )
    assert entry.detail.content["closing"] == "Trân trọng."


def test_layout_of_one_day_is_replaced(officer, at, today):
    for closing in ("Một.", "Hai."):
        set_layout(officer, kind=KIND, layout=Layout(closing=closing), valid_from=today, at=at)
    assert PaperLayout.objects.get().closing == "Hai."


@pytest.fixture
def in_use(officer, at, today):
    row = upload_template(officer, kind=KIND, content=_own(), valid_from=today, at=at)
    return activate_template(officer, template_id=row.pk, at=at)


@pytest.mark.part("libreoffice")
def test_own_template_makes_both_where_office_is_installed(in_use, ward, at):
    drawn = paper_for(ward.pk, KIND, VALUES[KIND], at)
    assert drawn.own
    assert "Kính thưa:" in text_of(drawn.pdf)


def test_own_template_is_docx_only_without_office(in_use, ward, at, monkeypatch):
    monkeypatch.setattr(queries, "office_program", lambda: None)
    drawn = paper_for(ward.pk, KIND, VALUES[KIND], at)
    assert drawn.own
    assert drawn.pdf is None
    assert drawn.docx.startswith(b"PK")


def test_day_of_a_paper_does_not_choose_its_template(in_use, ward, at):
    values = {**VALUES[KIND], "ngay_lap": date(2020, 1, 1)}
    assert paper_for(ward.pk, KIND, values, at - timedelta(days=1)).own is False
