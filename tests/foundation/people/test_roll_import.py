"""Nhập danh sách hộ: a checked file into the register, all of it or nothing; and its pages."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from unittest.mock import ANY

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_scopes import scope
from openpyxl import load_workbook

from builders import AT, actor_for, log_in, make_household, make_khu_pho, make_staff, make_ward
from danchu.demo.people import SIZES
from danchu.demo.workbook import SAMPLE
from danchu.foundation import clock
from danchu.foundation.journal.models import Entry
from danchu.foundation.journal.services import faults
from danchu.foundation.people import drafts, queries_roll
from danchu.foundation.people.history import lines
from danchu.foundation.people.models import ColumnMemory, Household, HouseholdChange, Member, Representation
from danchu.foundation.people.rollbook import ColumnMap, Field, RollFileError, read_book
from danchu.foundation.people.services import roll_import
from danchu.foundation.people.services.roll_import import Choices, Imported
from danchu.law.answers import Refused
from danchu.law.people import Residence, Role

from .rollbook.books import csv_of, listed, xlsx

TODAY = clock.day(AT)
HEADER = ("Số hộ", "Chủ hộ", "Người đại diện", "Địa chỉ", "Điện thoại", "Cư trú")
pytestmark = pytest.mark.db


def book(*rows, header=HEADER):
    return read_book(listed(*rows, header=header), filename="kp3.xlsx")


def take_in(actor, khu_pho, *rows, **options):
    options = {"choices": Choices(), "at": AT} | options
    return roll_import.import_households(actor, ward_id=khu_pho.ward_id, khu_pho=khu_pho, book=book(*rows), **options)


def told(household):
    representation = household.representations.filter(valid_to=None).first()
    name = representation.name if representation else None
    return household.number, name, household.address, household.residence


def test_new_households_come_with_members_representative_history_and_one_journal_row(head, khu_pho):
    done = take_in(
        head,
        khu_pho,
        ("7", "Lê Văn Tám", "Trần Thị Bảy", "12 hẻm 3", "912345678", "Tạm trú"),
        (None, "Võ Văn Ba", "Võ Văn Ba", "13 hẻm 3", None, None),
    )

    assert done == Imported(created=2, changed=0, ended=0, renumbered=0, report=ANY)
    first, second = Household.objects.order_by("address")
    assert told(first) == ("3-007", "Trần Thị Bảy", "12 hẻm 3", Residence.TEMPORARY)
    assert told(second) == ("3-008", "Võ Văn Ba", "13 hẻm 3", Residence.PERMANENT)
    assert list(first.members.order_by("pk").values_list("full_name", "phone", "valid_from")) == [
        ("Trần Thị Bảy", "0912345678", TODAY),
        ("Lê Văn Tám", "", TODAY),
    ]
    assert second.members.count() == 1
    assert [one.kind for one in HouseholdChange.objects.all()] == ["created", "created"]
    assert {one.reason for one in lines(HouseholdChange.objects.all())} == {"theo danh sách hộ của phường"}
    entry = Entry.objects.get()
    assert (entry.act, entry.subject) == ("people.roll.import", f"khu_pho:{khu_pho.pk}")
    assert entry.facts == {"created": 2, "changed": 0, "ended": 0, "rejected": 0}
    assert list(faults(khu_pho.ward_id)) == []


def test_importing_the_same_file_again_changes_nothing(head, khu_pho):
    rows = [("7", "Lê Văn Tám", "Trần Thị Bảy", "12 hẻm 3", "912345678", "Tạm trú")]
    take_in(head, khu_pho, *rows)

    done = take_in(head, khu_pho, *rows)

    assert done == Imported(created=0, changed=0, ended=0, renumbered=0, report=ANY)
    assert (Household.objects.count(), Member.objects.count(), HouseholdChange.objects.count()) == (1, 2, 1)


def test_what_the_file_says_anew_becomes_history_and_blanks_change_nothing(head, khu_pho):
    home = make_household(
        khu_pho, "Trần Thị Bảy", "Lê Văn Tám", number="3-007", address="12 hẻm 3", phone="0900 111 222"
    )
    kept = make_household(khu_pho, "Võ Văn Ba", number="3-008", address="13 hẻm 3", phone="0900111333")

    done = take_in(
        head,
        khu_pho,
        ("7", "Lê Văn Tám", "LÊ VĂN TÁM", "12/1 hẻm 3", "0987654321", "Tạm trú"),
        ("8", "Võ Văn Ba", "Võ Văn Ba", "13 hẻm 3", None, None),
    )

    assert done == Imported(created=0, changed=1, ended=0, renumbered=0, report=ANY)
    home.refresh_from_db()
    assert told(home) == ("3-007", "Lê Văn Tám", "12/1 hẻm 3", Residence.TEMPORARY)
    assert home.members.get(full_name="Lê Văn Tám").phone == "0987654321"
    change = home.changes.get()
    assert (change.kind, change.reason) == ("corrected", "kp3.xlsx")
    assert change.before["address"], change.after["address"] == ("12 hẻm 3", "12/1 hẻm 3")
    assert (change.before["representative"], change.after["representative"]) == ("Trần Thị Bảy", "Lê Văn Tám")
    assert "0987654321" not in str(change.after)
    assert home.representations.filter(valid_to=TODAY).count() == 1
    assert kept.members.get().phone == "0900111333"
    assert kept.changes.count() == 0


def test_a_representative_unknown_to_the_register_becomes_a_member(head, khu_pho):
    home = make_household(khu_pho, "Trần Thị Bảy", number="3-007", address="12 hẻm 3")

    take_in(head, khu_pho, ("7", None, "Lê Văn Mới", "12 hẻm 3", "0987654321", None))

    assert told(home)[1] == "Lê Văn Mới"
    assert sorted(home.members.values_list("full_name", flat=True)) == ["Lê Văn Mới", "Trần Thị Bảy"]


def test_a_representative_without_capacity_stops_the_whole_import(head, khu_pho):
    make_household(khu_pho, "Trần Thị Bảy", number="3-007", address="12 hẻm 3", capable=False)

    with pytest.raises(Refused) as caught:
        take_in(
            head,
            khu_pho,
            ("7", None, "Trần Thị Bảy", "12 hẻm 3", None, None),
            ("9", None, "Hồ Văn Tư", "14 hẻm 3", None, None),
        )

    assert caught.value.refusal.code == "people.rep_not_capable"
    assert Household.objects.count() == 1
    assert not Entry.objects.exists()


def test_the_telephone_of_an_outsider_is_not_kept(head, khu_pho):
    home = make_household(khu_pho, "Trần Thị Bảy", number="3-007", address="12 hẻm 3", capable=False)
    Representation.objects.create(
        ward=khu_pho.ward, household=home, outsider_name="Lý Văn Ngoài", outsider_address="1", valid_from=TODAY
    )

    done = take_in(head, khu_pho, ("7", None, "Lý Văn Ngoài", "12 hẻm 3", "0987654321", None))

    assert done.changed == 1
    assert home.members.get().phone == ""


def test_households_not_in_the_file_stay_unless_they_are_said_to_have_left(head, khu_pho):
    gone = make_household(khu_pho, "Trần Thị Bảy", number="3-007", address="12 hẻm 3")
    elsewhere = make_household(make_khu_pho(khu_pho.ward, 4), "Hồ Văn Tư", number="4-001")
    row = ("8", None, "Võ Văn Ba", "13 hẻm 3", None, None)

    assert take_in(head, khu_pho, row).ended == 0
    assert take_in(head, khu_pho, row, choices=Choices(end_gone=True)).ended == 1

    gone.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (gone.valid_to, elsewhere.valid_to) == (TODAY, None)
    assert gone.changes.get().kind == "ended"
    assert not gone.representations.filter(valid_to=None).exists()


def test_a_number_is_never_used_again(head, khu_pho):
    old = make_household(khu_pho, "Trần Thị Bảy", number="3-007", address="99 hẻm 9")
    Household.objects.filter(pk=old.pk).update(valid_to=TODAY)

    done = take_in(
        head,
        khu_pho,
        ("7", None, "Hồ Văn Tư", "14 hẻm 3", None, None),
        ("A12", None, "Võ Văn Ba", "13 hẻm 3", None, None),
        ("9", None, "Lý Thị Năm", "15 hẻm 3", None, None),
    )

    assert done.renumbered == 1
    assert sorted(Household.objects.filter(valid_to=None).values_list("number", flat=True)) == ["3-009", "3-010", "A12"]


def test_what_changed_since_the_preview_is_not_saved(head, khu_pho):
    rows = [("7", None, "Hồ Văn Tư", "14 hẻm 3", None, None)]
    report = roll_import.preview(book(*rows), ward_id=khu_pho.ward_id, khu_pho=khu_pho, choices=Choices(), at=AT)
    seen = roll_import.fingerprint(report)
    make_household(khu_pho, "Hồ Văn Tư", number="3-001", address="14 hẻm 3")

    with pytest.raises(RollFileError, match=r"roll\.changed"):
        take_in(head, khu_pho, *rows, seen=seen)

    assert Household.objects.count() == 1


def test_nothing_to_take_is_told(head, khu_pho):
    with pytest.raises(RollFileError, match=r"roll\.nothing"):
        take_in(head, khu_pho, ("7", None, None, "14 hẻm 3", None, None))


def test_only_those_with_the_mandate_import(ward, khu_pho):
    other = make_khu_pho(ward, 4)
    row = ("7", None, "Hồ Văn Tư", "14 hẻm 3", None, None)
    stranger = actor_for(make_staff(ward, Role.HEAD, khu_pho=other))

    with pytest.raises(Refused):
        take_in(stranger, khu_pho, row)
    with pytest.raises(Refused):
        roll_import.remember_columns(stranger, ward_id=ward.pk, khu_pho=khu_pho, columns=ColumnMap(), at=AT)
    with pytest.raises(Refused):
        roll_import.import_households(stranger, ward_id=ward.pk, khu_pho=None, book=book(row), at=AT)

    assert Household.objects.count() == 0


def test_the_sample_fills_a_ward_in_one_transaction(ward):
    places = [make_khu_pho(ward, order) for order in range(1, 6)]
    officer = actor_for(make_staff(ward, Role.WARD_OFFICER))
    sample = read_book(SAMPLE, filename=SAMPLE.name)

    done = roll_import.import_households(officer, ward_id=ward.pk, khu_pho=None, book=sample, at=AT)

    assert done == Imported(created=sum(SIZES.values()), changed=0, ended=0, renumbered=0, report=ANY)
    assert [Household.objects.filter(khu_pho=place).count() for place in places] == list(SIZES.values())
    assert Representation.objects.filter(valid_to=None).count() == sum(SIZES.values())
    again = roll_import.preview(sample, ward_id=ward.pk, khu_pho=None, choices=Choices(), at=AT)
    assert again.differences is not None
    assert again.differences.unchanged == sum(SIZES.values())


def test_the_queries_of_a_preview_do_not_grow(django_assert_num_queries, khu_pho):
    for count in range(5):
        make_household(khu_pho, number=f"3-{count:03d}", phone="0900111222")

    with django_assert_num_queries(1):
        known = list(queries_roll.known_households(khu_pho.ward_id, khu_pho_id=khu_pho.pk, day=TODAY))

    assert len(known) == 5
    assert known[0].phones == ("0900111222",)


# --- pages -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(client, ward, khu_pho, settings, tmp_path):
    settings.DANCHU_DATA = tmp_path
    log_in(client, make_staff(ward, Role.HEAD, khu_pho=khu_pho))
    return client


def upload(client, data, name="kp3.xlsx", slug="khu-pho-3"):
    return client.post(f"/ho-dan/{slug}/nhap/", {"file": SimpleUploadedFile(name, data)})


ROWS = [
    ("7", "Lê Văn Tám", "Trần Thị Bảy", "12 hẻm 3", "912345678", "Tạm trú"),
    ("8", "Võ Văn Ba", None, "13 hẻm 3", None, None),
    ("7", "Lê Văn Tám", "Lê Văn Tám", "12 hẻm 3", "912345678", "Tạm trú"),
]


def test_upload_preview_and_save(desk, ward, tmp_path):
    sent = upload(desk, listed(*ROWS, header=HEADER))
    page = desk.get(sent.url)

    text = page.content.decode()
    assert "Nhận được 1 hộ, 1 dòng có lỗi, 1 dòng trùng. Chưa lưu dòng nào." in text
    assert "Thiếu họ tên người đại diện" in text
    assert "Ghi tên một người lớn trong hộ" in text
    assert "Dòng 2 và 4 cùng số hộ." in text
    assert Household.objects.count() == 0
    (draft,) = (tmp_path / "drafts").iterdir()
    assert b"PK" not in draft.read_bytes()[:200]
    saved = desk.post(f"{sent.url}luu/", {"seen": page.context["fingerprint"]})
    assert saved.status_code == 200
    assert [told(one)[:2] for one in Household.objects.all()] == [("3-007", "Trần Thị Bảy")]
    assert list((tmp_path / "drafts").iterdir()) == []
    again = desk.post(f"{sent.url}luu/", {"seen": page.context["fingerprint"]})
    assert again.status_code == 409
    assert "Tệp xem thử đã hết hạn hoặc đã lưu xong" in again.content.decode()


def test_the_other_of_two_lines_may_be_kept(desk):
    sent = upload(desk, listed(*ROWS, header=HEADER))
    page = desk.get(sent.url, {"giu": "Trang 1|4"})

    desk.post(f"{sent.url}luu/", {"seen": page.context["fingerprint"], "giu": "Trang 1|4"})

    assert [told(one)[1] for one in Household.objects.all()] == ["Lê Văn Tám"]


def test_hidden_rows_are_asked_about(desk):
    def hide(workbook):
        workbook.active.row_dimensions[2].hidden = True

    sent = upload(desk, xlsx([HEADER, ROWS[0]], dress=hide))

    assert [one.row for one in desk.get(sent.url).context["hidden"]] == [2]
    page = desk.get(sent.url, {"an": "1"})
    assert page.context["hidden"] == []
    desk.post(f"{sent.url}luu/", {"seen": page.context["fingerprint"], "an": "1"})
    assert Household.objects.count() == 1


def test_those_gone_are_ended_only_when_said(desk, khu_pho):
    gone = make_household(khu_pho, "Trần Thị Chín", number="3-001", address="1 hẻm 1")
    sent = upload(desk, listed(ROWS[0], header=HEADER))
    page = desk.get(sent.url, {"di": "1"})

    desk.post(f"{sent.url}luu/", {"seen": page.context["fingerprint"], "di": "1"})

    gone.refresh_from_db()
    assert gone.valid_to is not None


def test_a_register_changed_after_the_preview_is_shown_again(desk, khu_pho):
    sent = upload(desk, listed(ROWS[0], header=HEADER))
    seen = desk.get(sent.url).context["fingerprint"]
    make_household(khu_pho, "Trần Thị Bảy", number="3-001", address="12 hẻm 3")

    page = desk.post(f"{sent.url}luu/", {"seen": seen})

    assert page.status_code == 409
    assert "vừa thay đổi sau khi xem thử" in page.content.decode()
    assert Household.objects.count() == 1


def test_columns_matched_by_hand_are_remembered_for_the_ward(desk, ward):
    sent = upload(desk, csv_of([("Bà con", "Địa chỉ"), ("Lê Lan", "12 hẻm 3")]).encode(), "a.csv")
    assert desk.get(sent.url).context["report"].missing == ("representative",)

    desk.post(f"{sent.url}cot/", {"column_0": "representative"})

    assert [one.representative for one in desk.get(sent.url).context["report"].accepted] == ["Lê Lan"]
    assert ColumnMemory.objects.get().columns == {"ba con": "representative"}
    assert queries_roll.remembered_columns(ward.pk) == ColumnMap.of({"Bà con": Field.REPRESENTATIVE})


def test_a_refused_file_gets_its_sentence_and_is_not_kept(desk, tmp_path):
    page = upload(desk, b"\x89PNG\r\n\x1a\n")

    assert page.status_code == 422
    assert "Tệp này là ảnh; hãy chọn tệp Excel hoặc CSV theo mẫu." in page.content.decode()
    assert not (tmp_path / "drafts").exists()
    assert "Tệp không có gì bên trong" in upload(desk, b"").content.decode()


def test_template_and_corrections_are_workbooks(desk):
    template = desk.get("/ho-dan/khu-pho-3/nhap/mau/")
    assert load_workbook(io.BytesIO(template.content)).sheetnames == ["Danh sách hộ", "Hướng dẫn"]
    sent = upload(desk, listed(*ROWS, ("9", None, "+Lan", "5", None, None), header=HEADER))
    mend = load_workbook(io.BytesIO(desk.get(f"{sent.url}can-sua/").content)).active
    assert [cell.value for cell in mend[1]] == ["Trang", "Dòng", "Trong tệp", "Vì sao bị loại", "Cách sửa"]
    assert [cell.value for cell in mend[3]][2:4] == ["+Lan, 5", "Họ tên “+Lan” có ký tự lạ"]
    assert mend["C3"].data_type == "s"


def test_a_draft_belongs_to_one_person_and_place_and_time(desk, ward, khu_pho, client, tmp_path):
    sent = upload(desk, listed(ROWS[0], header=HEADER))
    token = sent.url.rstrip("/").rpartition("/")[2]
    other = make_staff(ward, Role.HEAD, khu_pho=khu_pho, name="Hồ Thị Khác")
    log_in(client, other)

    assert client.get(sent.url).status_code == 409
    assert client.get(f"/ho-dan/khu-pho-3/nhap/{token}x/").status_code == 409
    with pytest.raises(RollFileError, match=r"roll\.expired"):
        drafts.find(token, ward_id=ward.pk, staff_id=other.pk, khu_pho_id=khu_pho.pk, at=AT)
    (path,) = (tmp_path / "drafts").iterdir()
    assert drafts.sweep(clock.now()) == 0
    assert drafts.sweep(clock.now() + timedelta(hours=3)) == 1
    assert not Path(path).exists()


def test_a_draft_is_not_read_after_two_hours(ward, settings, tmp_path):
    settings.DANCHU_DATA = tmp_path
    mine = {"ward_id": ward.pk, "staff_id": 1, "khu_pho_id": None}
    draft = drafts.keep(b"abc", **mine, filename="a", at=AT)

    assert drafts.find(draft.token, **mine, at=AT + timedelta(hours=2)).data == b"abc"
    with pytest.raises(RollFileError):
        drafts.find(draft.token, **mine, at=AT + timedelta(hours=2, seconds=1))


@pytest.mark.parametrize(
    "tail", ["nhap/", "nhap/mau/", "nhap/abc/", "nhap/abc/luu/", "nhap/abc/cot/", "nhap/abc/can-sua/"]
)
def test_strangers_see_none_of_the_pages(client, ward, khu_pho, tail):
    make_khu_pho(ward, 4)
    elsewhere = make_ward("Bến Cát", host="ben-cat.test")
    with scope(ward=elsewhere):
        log_in(client, make_staff(ward, Role.HEAD, khu_pho=khu_pho))

    assert client.get(f"/ho-dan/khu-pho-4/{tail}").status_code == 403
    assert client.get(f"/ho-dan/{tail}").status_code == 403
    assert client.get(f"/ho-dan/khu-pho-9/{tail}").status_code == 404


def test_an_officer_imports_for_the_whole_ward(client, ward, khu_pho, settings, tmp_path):
    settings.DANCHU_DATA = tmp_path
    log_in(client, make_staff(ward, Role.WARD_OFFICER))
    data = xlsx([HEADER, ROWS[0]], titles=("KP3",))

    sent = client.post("/ho-dan/nhap/", {"file": SimpleUploadedFile("a.xlsx", data)})
    page = client.get(sent.url)
    done = client.post(f"{sent.url}luu/", {"seen": page.context["fingerprint"]})

    assert done.status_code == 200
    assert Household.objects.get().khu_pho == khu_pho
    assert client.get(f"{sent.url}luu/").status_code == 302
