"""One index over everything public: what is put is found, with and without tone marks, on both databases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from django_scopes import scope

from builders import AT, make_khu_pho, make_ward
from danchu.foundation.files.models import Reading, StoredFile
from danchu.foundation.search import queries, services
from danchu.foundation.search.models import Publication
from danchu.foundation.search.queries import WHOLE_WARD, Filters

pytestmark = [pytest.mark.db, pytest.mark.django_db]
TODAY = date(2026, 11, 2)
_words = {"summary": "", "text": "", "item": "", "kind": "notice", "khu_pho_id": None}


def put(ward, key, title, *, day=TODAY, **values):
    return services.put(ward_id=ward.pk, key=key, title=title, url=f"/muc/{key}/", day=day, at=AT, **(_words | values))


def titles(ward, query="", filters=None, **how):
    return [one.title for one in queries.find(ward.pk, query, filters, **how).entries]


def test_found_with_marks_without_marks_and_by_d(ward):
    put(ward, "1", "Sửa đường số 5")

    for query in ("đường", "duong", "Đường số 5", "duong so 5", "SUA DUONG", "số 5"):
        assert titles(ward, query) == ["Sửa đường số 5"], query


def test_word_with_marks_does_not_find_another_word(ward):
    put(ward, "1", "Hòa giải")
    put(ward, "2", "Vườn hoa")
    put(ward, "3", "Họa sĩ")

    assert titles(ward, "hòa") == ["Hòa giải"]
    assert titles(ward, "hoa")[0] == "Vườn hoa"
    assert set(titles(ward, "hoa")) == {"Hòa giải", "Vườn hoa", "Họa sĩ"}


def test_nothing_with_those_marks_finds_without_and_says_so(ward):
    put(ward, "1", "Vườn hoa")

    found = queries.find(ward.pk, "hóa")

    assert [one.title for one in found.entries] == ["Vườn hoa"]
    assert found.loosened
    assert not queries.find(ward.pk, "hoa").loosened


def test_title_before_text_and_side_by_side_before_anywhere(ward):
    put(ward, "1", "Thông báo", text="dự toán năm 2027", day=TODAY - timedelta(days=3))
    put(ward, "2", "Biên bản", text="dự họp, toán học", day=TODAY)
    put(ward, "3", "Dự toán thu chi", day=TODAY - timedelta(days=400))

    assert titles(ward, "dự toán") == ["Dự toán thu chi", "Thông báo", "Biên bản"]


def test_newest_first_without_words(ward):
    for number in range(3):
        put(ward, str(number), f"Mục {number}", day=TODAY - timedelta(days=number * 40))

    assert titles(ward) == ["Mục 0", "Mục 1", "Mục 2"]


def test_filters_narrow(ward):
    three, four = make_khu_pho(ward, 3), make_khu_pho(ward, 4)
    put(ward, "1", "Một", kind="vote", khu_pho_id=three.pk)
    put(ward, "2", "Hai", kind="disclosure", item="11.7", khu_pho_id=four.pk)
    put(ward, "3", "Ba", kind="disclosure", item="11.1", day=date(2025, 12, 31))

    assert titles(ward, filters=Filters(kind="vote")) == ["Một"]
    assert titles(ward, filters=Filters(but_kind="vote")) == ["Hai", "Ba"]
    assert titles(ward, filters=Filters(item="11.7")) == ["Hai"]
    assert titles(ward, filters=Filters(khu_pho_id=three.pk)) == ["Một"]
    assert titles(ward, filters=Filters(khu_pho_id=WHOLE_WARD)) == ["Ba"]
    assert titles(ward, filters=Filters(until=date(2025, 12, 31))) == ["Ba"]
    assert titles(ward, filters=Filters(since=date(2026, 1, 1))) == ["Hai", "Một"]
    assert titles(ward, filters=Filters(since=date(2027, 1, 1))) == []
    assert titles(ward, "ba", Filters(item="11.7")) == []


def test_pages_follow_each_other_without_gap_or_double(ward):
    for number in range(25):
        day = TODAY - timedelta(days=number * 11)
        put(ward, str(number), f"Đường {number}" if number % 2 else f"Mục {number}", text="đường", day=day)

    seen, after = [], ""
    while True:
        found = queries.find(ward.pk, "đường", after=after, limit=4)
        seen += [one.title for one in found.entries]
        after = found.after
        if not after:
            break

    assert len(seen) == len(set(seen)) == 25
    assert seen[:12] == [f"Đường {number}" for number in range(1, 25, 2)]
    assert seen[12:] == [f"Mục {number}" for number in range(0, 25, 2)]


@pytest.mark.parametrize("broken", ["x", "9.1", "-1.5", "0.", "0.99999999999999999999", "1.2.3", "٣.٤"])
def test_broken_bookmark_begins_from_the_top(ward, broken):
    put(ward, "1", "Một")

    assert titles(ward, "một", after=broken) == ["Một"]


def test_put_again_replaces(ward):
    put(ward, "1", "Sửa đường", text="nhựa nóng")
    put(ward, "1", "Sửa cầu", day=TODAY - timedelta(days=60))

    assert titles(ward, "đường") == []
    assert titles(ward, "nhựa") == []
    assert titles(ward, "cầu") == ["Sửa cầu"]
    assert titles(ward) == ["Sửa cầu"]


def test_removed_is_found_no_more_and_twice_is_nothing(ward):
    put(ward, "1", "Sửa đường")

    services.remove(ward_id=ward.pk, key="1")
    services.remove(ward_id=ward.pk, key="1")

    assert titles(ward, "đường") == []
    assert titles(ward) == []
    put(ward, "2", "Đường khác")
    assert titles(ward, "duong") == ["Đường khác"]


def test_another_ward_finds_nothing_of_it(ward):
    put(ward, "1", "Sửa đường")
    other = make_ward("Bến Sỏi")

    with scope(ward=other):
        assert titles(other, "đường") == []
        put(other, "1", "Đường làng")
        assert titles(other, "đường") == ["Đường làng"]
    assert titles(ward, "đường") == ["Sửa đường"]


@pytest.mark.parametrize(
    "query", ["'", '"', "\\", "a' OR '1'='1", 'NEAR("a" "b")', "a:*", "#w1", "^a", "a & b | !c", "\x00", "%", "đ" * 999]
)
def test_question_of_any_signs_is_only_words(ward, query):
    put(ward, "1", "Sửa đường")

    queries.find(ward.pk, query)
    put(ward, "2", query[:300].replace("\x00", ""), text=query.replace("\x00", ""))


def test_statements_do_not_grow_with_what_is_found(ward, django_assert_max_num_queries):
    for number in range(60):
        put(ward, str(number), f"Đường hoa số {number}", text="hoa đường", day=TODAY - timedelta(days=number))

    for query in ("duong hoa", "đường", "khong co gi", ""):
        with django_assert_max_num_queries(10):
            queries.find(ward.pk, query)


def test_rolled_back_put_leaves_nothing(ward):
    def fails():
        with transaction.atomic():
            put(ward, "1", "Sửa đường")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert titles(ward, "đường") == []
    assert not Publication.objects.exists()


def test_place_keeps_a_day_together(ward):
    first = put(ward, "1", "Một", day=date(2026, 1, 1))
    second = put(ward, "2", "Hai", day=date(2026, 1, 1))
    later = put(ward, "3", "Ba", day=date(2026, 1, 2))

    assert first.place < second.place < later.place


def attached(ward, text, *, state="read", digest="a" * 64):
    """A file of an entry, and what was read of it."""
    file = StoredFile.objects.create(
        ward=ward, sha256=digest, name="a.pdf", kind="pdf", size=1, opened_by="x", subject="entry:1", stored_at=AT
    )
    Reading.objects.update_or_create(ward=ward, sha256=digest, defaults={"state": state, "text": text, "asked_at": AT})
    return file


def test_words_of_attached_files_are_found(ward):
    put(ward, "1", "Công khai", files=[attached(ward, "nhựa đường"), attached(ward, "cát", digest="b" * 64)])

    assert titles(ward, "nhựa") == titles(ward, "cat") == ["Công khai"]
    assert list(queries.waiting_for_text(AT)) == []


def test_words_join_once_the_file_was_read(ward):
    entry = put(ward, "1", "Công khai", files=[attached(ward, "", state="waiting")])
    assert titles(ward, "nhựa") == []
    assert list(queries.waiting_for_text(AT)) == []

    attached(ward, "nhựa đường")
    assert list(queries.waiting_for_text(AT)) == [entry.pk]
    services.take_in_texts(entry.pk)
    services.take_in_texts(entry.pk)

    assert titles(ward, "nhựa") == titles(ward, "công khai") == ["Công khai"]
    assert list(queries.waiting_for_text(AT)) == []


def test_file_that_cannot_be_read_keeps_nothing_waiting(ward):
    put(ward, "1", "Công khai", files=[attached(ward, "", state="failed")])

    assert titles(ward, "công khai") == ["Công khai"]
    assert list(queries.waiting_for_text(AT)) == []
