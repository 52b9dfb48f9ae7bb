"""Tài khoản cán bộ: links that work once, the second factor before anything else, log-in that slows guessing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache

from builders import AT, actor_for, log_in, make_staff, make_ward
from danchu.foundation import clock
from danchu.foundation.access import actor as actors
from danchu.foundation.accounts.models import OneTimeLink, Staff
from danchu.foundation.accounts.services import staff as services
from danchu.foundation.journal.models import Entry
from danchu.law.answers import Refused
from danchu.law.people import Role

PASSWORD = "tre xanh ben song Thi Tinh"


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()


@pytest.fixture
def officer_client(client, ward):
    log_in(client, make_staff(ward, Role.WARD_OFFICER))
    return client


def digits(secret: str) -> str:
    """What the application on the phone shows now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def refused(call, *args, **kwargs):
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.refusal.code


def create(actor, username="le.thi.hoa", at=AT):
    return services.create_staff(actor, username=username, full_name="Lê Thị Hoa", at=at)


# --- links -----------------------------------------------------------------------------------------------------------


def test_link_works_once_and_for_three_days(officer):
    _, token = create(officer)

    assert services.open_link(token, at=AT + timedelta(days=3) - timedelta(seconds=1))
    assert refused(services.open_link, token, at=AT + timedelta(days=3)) == "accounts.link_dead"
    services.use_password_link(token, password=PASSWORD, at=AT)
    assert refused(services.use_password_link, token, password=PASSWORD, at=AT) == "accounts.link_dead"
    assert token not in str(list(OneTimeLink.objects.values()))


def test_reset_ends_password_second_factor_and_earlier_links(officer):
    person, first = create(officer)
    services.use_password_link(first, password=PASSWORD, at=AT)
    TOTP.activate(person, generate_totp_secret())

    second = services.reset_staff(officer, staff=person, at=AT)
    third = services.reset_staff(officer, staff=person, at=AT)

    person.refresh_from_db()
    assert not person.has_usable_password()
    assert not Authenticator.objects.filter(user=person).exists()
    assert refused(services.open_link, second, at=AT) == "accounts.link_dead"
    assert services.open_link(third, at=AT).staff == person


def test_reset_ends_the_session_that_is_open(officer, client):
    person, token = create(officer)
    services.use_password_link(token, password=PASSWORD, at=AT)
    person.refresh_from_db()
    log_in(client, person)
    assert client.get("/dang-nhap/hai-lop/").status_code == 200

    services.reset_staff(officer, staff=person, at=AT)

    assert client.get("/dang-nhap/hai-lop/").status_code == 302


def test_username_is_taken_whatever_its_case(officer):
    create(officer)

    assert refused(create, officer, "LE.THI.HOA") == "accounts.username_taken"


def test_disabled_account_loses_links_and_session(officer, client):
    person, token = create(officer)
    log_in(client, person)
    assert client.get("/dang-nhap/hai-lop/").status_code == 200

    services.disable_staff(officer, staff=person, at=AT)

    assert refused(services.open_link, token, at=AT) == "accounts.link_dead"
    assert client.get("/dang-nhap/hai-lop/").status_code == 302


def test_reopened_account_begins_like_a_new_one(officer):
    person, token = create(officer)
    services.use_password_link(token, password=PASSWORD, at=AT)
    TOTP.activate(person, generate_totp_secret())
    services.disable_staff(officer, staff=person, at=AT)

    fresh = services.reopen_staff(officer, staff=person, at=AT)

    person.refresh_from_db()
    assert person.is_active
    assert not person.has_usable_password()
    assert not Authenticator.objects.filter(user=person).exists()
    assert services.open_link(fresh, at=AT).staff == person
    assert Entry.objects.order_by("seq").last().act == "accounts.staff.reopen"


def test_account_is_reopened_once_and_only_when_closed(officer):
    person, token = create(officer)

    assert refused(services.reopen_staff, officer, staff=person, at=AT) == "accounts.open"
    assert services.open_link(token, at=AT).staff == person  # nothing was done
    services.disable_staff(officer, staff=person, at=AT)
    services.reopen_staff(officer, staff=person, at=AT)
    assert refused(services.reopen_staff, officer, staff=person, at=AT) == "accounts.open"


def test_closed_account_gets_no_link_before_it_is_reopened(officer):
    person, _ = create(officer)
    services.disable_staff(officer, staff=person, at=AT)

    assert refused(services.reset_staff, officer, staff=person, at=AT) == "accounts.closed"


@pytest.mark.parametrize("role", [Role.HEAD, Role.WARD_CHAIR, Role.DELEGATE, Role.OBSERVER])
def test_reopening_is_not_for_other_roles(khu_pho, officer, role):
    person, _ = create(officer)
    services.disable_staff(officer, staff=person, at=AT)
    other = actor_for(make_staff(khu_pho.ward, role, khu_pho=khu_pho))

    assert refused(services.reopen_staff, other, staff=person, at=AT) == "access.role"
    person.refresh_from_db()
    assert not person.is_active


def test_nobody_disables_the_own_account(ward):
    person = make_staff(ward, Role.WARD_OFFICER)

    assert refused(services.disable_staff, actor_for(person), staff=person, at=AT) == "accounts.own"


def test_officer_cannot_reset_the_operator(officer):
    operator = Staff.objects.create(ward=None, username="van.hanh", full_name="Người vận hành")

    assert refused(services.reset_staff, officer, staff=operator, at=AT) == "access.ward"
    assert refused(services.reopen_staff, officer, staff=operator, at=AT) == "access.ward"
    services.reset_staff(actors.system(officer.ward_id), staff=operator, at=AT)  # the command line may


def test_officer_of_another_ward_sees_no_account(officer):
    person = make_staff(make_ward("Bến Sỏi"))

    assert refused(services.reset_staff, officer, staff=person, at=AT) == "access.ward"


# --- pages of the ward officer ---------------------------------------------------------------------------------------


def test_officer_makes_an_account_and_sees_the_link_once(officer_client):
    values = {"full_name": "Lê Thị Hoa", "honorific": "bà", "username": "le.thi.hoa", "phone": "0274 555 0101"}

    content = officer_client.post("/tai-khoan/them/", values).content.decode()

    assert "/lien-ket/" in content
    again = officer_client.post("/tai-khoan/them/", values)
    assert again.status_code == 422
    assert "đã có người dùng" in again.content.decode()
    listing = officer_client.get("/tai-khoan/").content.decode()
    assert "Lê Thị Hoa" in listing
    assert "/lien-ket/" not in listing


def test_officer_resets_and_disables(officer_client, ward):
    person = make_staff(ward, name="Trần Văn Sáu")

    asked = officer_client.get(f"/tai-khoan/{person.pk}/cap-lai/").content.decode()
    assert "/lien-ket/" not in asked
    assert "/lien-ket/" in officer_client.post(f"/tai-khoan/{person.pk}/cap-lai/").content.decode()
    officer_client.post(f"/tai-khoan/{person.pk}/khoa/")

    person.refresh_from_db()
    assert not person.is_active
    assert officer_client.get(f"/tai-khoan/{person.pk}/khoa/").status_code == 405


def test_officer_reopens_a_closed_account(officer_client, khu_pho):
    person = make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho, name="Trần Văn Sáu")
    officer_client.post(f"/tai-khoan/{person.pk}/khoa/")
    address = f"/tai-khoan/{person.pk}/mo-lai/"

    assert address in officer_client.get("/tai-khoan/?tim=sau").content.decode()
    asked = officer_client.get(address).content.decode()
    assert "Trưởng khu phố, Khu phố 3" in asked.replace("\N{NO-BREAK SPACE}", " ")
    assert "/lien-ket/" not in asked
    assert "/lien-ket/" in officer_client.post(address).content.decode()
    again = officer_client.post(address)

    assert again.status_code == 409
    assert "đang mở" in again.content.decode()
    assert address not in officer_client.get("/tai-khoan/?tim=sau").content.decode()


def test_accounts_are_paged_and_found_without_marks(officer_client, khu_pho):
    for number in range(25):
        make_staff(khu_pho.ward, name=f"Lê Văn Bảy {number}")
    make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho, name="Trần Thị Sáu")

    def listed(query):
        return officer_client.get(f"/tai-khoan/{query}").content.decode().count("dc-item__title")

    assert (listed(""), listed("?page=3")) == (10, 7)
    assert (listed("?tim=sau"), listed("?tim=truong+khu+pho"), listed("?tim=sầu")) == (1, 1, 0)


def test_account_of_another_ward_is_not_there(officer_client):
    person = make_staff(make_ward("Bến Sỏi"))

    assert officer_client.post(f"/tai-khoan/{person.pk}/cap-lai/").status_code == 404
    assert officer_client.post(f"/tai-khoan/{person.pk}/khoa/").status_code == 404


@pytest.mark.parametrize("role", [Role.HEAD, Role.WARD_CHAIR, Role.DELEGATE, Role.OBSERVER])
def test_accounts_are_not_for_other_roles(client, khu_pho, role):
    log_in(client, make_staff(khu_pho.ward, role, khu_pho=khu_pho))

    assert client.get("/tai-khoan/").status_code == 403
    assert client.post("/tai-khoan/them/", {}).status_code == 403


# --- from the link to the first page of work -------------------------------------------------------------------------


def test_whole_way_from_link_to_log_in(client, officer):
    person, token = create(officer, at=clock.now())
    link = f"/lien-ket/{token}/"

    assert "le.thi.hoa" in client.get(link).content.decode()
    short = client.post(link, {"password": "ngan", "again": "ngan"})
    assert "còn ngắn" in short.content.decode()
    different = client.post(link, {"password": PASSWORD, "again": "khac hoan toan nhau"})
    assert "chưa giống nhau" in different.content.decode()
    assert client.post(link, {"password": PASSWORD, "again": PASSWORD}).headers["Location"].endswith("/hai-lop/dat/")

    # Before the second factor every page leads to it, public ones apart.
    assert client.get("/ho-dan/").headers["Location"].endswith("/hai-lop/dat/")
    page = client.get("/dang-nhap/hai-lop/dat/")
    assert page.status_code == 200  # the password just given is not asked for again
    secret = client.session["mfa.totp.secret"]
    assert secret in page.content.decode()
    wrong = client.post("/dang-nhap/hai-lop/dat/", {"code": "000000"})
    assert "Mã chưa đúng" in wrong.content.decode()
    done = client.post("/dang-nhap/hai-lop/dat/", {"code": digits(secret)})
    codes = client.get(done.headers["Location"]).content.decode()
    assert codes.count("<code>") == 10
    assert client.get("/ho-dan/").status_code == 403  # in, but without a mandate

    client.post("/dang-nhap/ra/")
    first = client.post("/dang-nhap/", {"login": "LE.THI.HOA", "password": PASSWORD})
    assert first.headers["Location"] == "/dang-nhap/hai-lop/ma/"
    assert client.get("/ho-dan/").headers["Location"].startswith("/dang-nhap/")  # a password alone is not enough
    recovery = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()[0]
    assert client.post("/dang-nhap/hai-lop/ma/", {"code": recovery}).headers["Location"] == "/viec-cua-toi/"
    client.post("/dang-nhap/ra/")
    client.post("/dang-nhap/", {"login": "le.thi.hoa", "password": PASSWORD})
    again = client.post("/dang-nhap/hai-lop/ma/", {"code": recovery})
    assert again.status_code == 200  # a recovery code works once


def test_second_factor_seed_is_unreadable_in_the_database(ward):
    person = make_staff(ward)
    secret = generate_totp_secret()

    TOTP.activate(person, secret)

    assert secret not in str(Authenticator.objects.get().data)


def test_second_factor_cannot_be_switched_off(client, ward):
    person = make_staff(ward)
    log_in(client, person)

    client.post("/dang-nhap/hai-lop/dang-dung/")

    assert Authenticator.objects.filter(user=person, type="totp").exists()


def test_nobody_signs_up(client, ward):
    for path in ("/dang-nhap/signup/", "/accounts/signup/", "/dang-nhap/dang-ky/"):
        assert client.get(path).status_code == 404


def test_log_in_says_what_to_do_and_slows_guessing(client, ward):
    person = make_staff(ward, username="tran.van.sau")
    person.set_password(PASSWORD)
    person.save()

    for _ in range(8):
        answer = client.post("/dang-nhap/", {"login": "tran.van.sau", "password": "khong phai"})
        assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answer.content.decode()
    slowed = client.post("/dang-nhap/", {"login": "tran.van.sau", "password": PASSWORD})
    cache.clear()  # another process has its own counters in memory, yet the shared one still holds
    shared = client.post("/dang-nhap/", {"login": "tran.van.sau", "password": PASSWORD})
    other = client.post("/dang-nhap/", {"login": "nguoi.khac", "password": "khong phai"})

    assert "thử lại" in slowed.content.decode()
    assert "Mời thử lại sau 2 phút" in shared.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in other.content.decode()


# --- the demonstration ward's links ----------------------------------------------------------------------------------


def test_demo_link_logs_in_by_its_button_without_second_factor(client, khu_pho, settings):
    settings.DANCHU_DEMO = True
    person = make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho)
    token = services.demo_link(person, at=AT)

    shown = client.get(f"/lien-ket/{token}/")
    assert (shown.status_code, client.get("/ho-dan/").status_code) == (200, 302)
    entered = client.post(f"/lien-ket/{token}/")

    assert entered.headers["Location"] == "/viec-cua-toi/"
    assert client.get("/ho-dan/khu-pho-3/").status_code == 200


def test_demo_link_is_dead_in_a_real_ward(client, khu_pho):
    token = services.demo_link(make_staff(khu_pho.ward, Role.HEAD, khu_pho=khu_pho), at=AT)

    assert client.post(f"/lien-ket/{token}/").status_code == 409
    assert client.get("/ho-dan/").status_code == 302


def test_staff_without_second_factor_still_read_public_pages(client, ward):
    client.force_login(make_staff(ward))

    assert client.get("/dang-nhap/xac-nhan-lai/").status_code in {200, 302}
    assert client.get("/co-chu/").status_code == 200
    assert client.get("/tai-khoan/").headers["Location"].endswith("/hai-lop/dat/")


def test_acts_on_accounts_are_journalled_without_names(officer):
    person, _ = create(officer)
    services.reset_staff(officer, staff=person, at=AT)
    services.disable_staff(officer, staff=person, at=AT)

    rows = list(Entry.objects.order_by("seq"))
    assert [row.act for row in rows] == ["accounts.staff.create", "accounts.staff.reset", "accounts.staff.disable"]
    assert "Hoa" not in str([row.facts for row in rows])
