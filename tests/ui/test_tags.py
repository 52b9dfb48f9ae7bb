from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.utils import translation

from danchu.foundation.text import NBSP
from danchu.law.answers import Deadline
from danchu.law.basis import Article
from danchu.ui import signs

EVIL = '"><script>alert(1)</script>'
MOMENT = datetime(2026, 11, 15, 10, tzinfo=UTC)

# Each text a tag prints, planted with a script.
PLANTED = {
    "button": '{% button x "primary" busy=x name=x value=x %}',
    "button_link": "{% button_link x x %}",
    "back": "{% back x x %}",
    "row": "{% summary_list %}{% row x %}{{ x }}{% endrow %}{% endsummary_list %}",
    "why": "{% why x basis=x href=x %}{{ x }}{% endwhy %}",
    "clock_chip": '{% clock_chip "left" 3 label=x %}',
    "notice": "{% notice x %}{{ x }}{% endnotice %}",
    "listen": "{% listen src=x label=x %}",
    "speak": "{% listen target=x label=x %}",
    "receipt_slip": "{% receipt_slip x qr=x note=x %}",
    "step": '{% timeline %}{% step 1 x "now" x %}{{ x }}{% endstep %}{% endtimeline %}',
    "check": "{% checks %}{% check False x x %}{% endchecks %}",
    "item": "{% item x x x %}{{ x }}{% enditem %}",
    "dated_item": "{% dated_item day x x x %}",
    "person": "{% person x x x %}",
    "three_buttons": "{% three_buttons x x x %}",
    "copy_box": "{% copy_box x x name=x %}",
    "share_button": "{% share_button x x x %}",
    "pagination": "{% pagination page query %}",
    "photo": "{% photo x x %}",
    "matrix": "{% matrix x heads rows first=x last=x full_href=x %}",
    "table": "{% table x heads cells %}",
    "sign": '{% sign "tick" 24 x %}',
    "nbsp": "{{ x|nbsp }}",
    "basis": "{{ x|basis }}",
}


@pytest.mark.parametrize("name", PLANTED)
def test_nothing_a_person_wrote_becomes_markup(draw, name):
    html = draw(
        PLANTED[name],
        x=EVIL,
        day=date(2026, 11, 10),
        page=Paginator(range(9), 3).page(2),
        query={"q": EVIL},
        heads=[EVIL],
        rows=[{"label": EVIL, "href": EVIL, "cells": [("late", EVIL)], "total": 1}],
        cells=[[EVIL, EVIL]],
    )

    assert "<script" not in html
    assert "&lt;script" in html or "%3Cscript" in html


def test_every_sign_is_drawn_and_hidden_from_readers(draw):
    for name in signs.NAMES:
        assert 'aria-hidden="true"' in draw("{% sign name %}", name=name)
    assert 'role="img" aria-label="đúng hạn"' in draw('{% sign "tick" 20 "đúng hạn" %}')


def test_chip_words_by_state(draw):
    chips = '{% clock_chip "left" 4 %}|{% clock_chip "today" %}|{% clock_chip "late" 3 True %}|{% clock_chip "done" %}'

    html = draw(chips)

    for words in ("còn 4 ngày", "hôm nay", "trễ 3 ngày làm việc", "đúng hạn"):
        assert words in html
    with translation.override("en"):
        assert "1 day left" in draw('{% clock_chip "left" 1 %}')


def test_unknown_chip_is_a_mistake_of_the_page(draw):
    with pytest.raises(ValueError, match="no such chip"):
        draw('{% clock_chip "soon" %}')


def test_open_page_keeps_its_chip_right_only_before_the_end(draw):
    assert 'data-until="2026-11-15T10:00:00+00:00" data-left="còn {n} ngày"' in draw(
        '{% clock_chip "left" 4 until=m %}', m=MOMENT
    )
    assert "data-until" not in draw('{% clock_chip "late" 4 until=m %}', m=MOMENT)


def test_why_puts_the_article_last(draw):
    deadline = Deadline(
        "k", date(2026, 11, 3), date(2026, 11, 10), {"vi": "Năm ngày làm việc.", "en": "Five."}, (date(2026, 11, 7),)
    )

    html = draw("{% why basis=b deadline=d %}<p>Lý do.</p>{% endwhy %}", b=Article("L10", 12, 3), d=deadline)

    order = [
        html.index(s) for s in ("Vì sao?", "Lý do.", "Năm ngày làm việc.", "7/11/2026", "Khoản\u00a03 Điều\u00a012")
    ]
    assert order == sorted(order)
    assert "dc-why--alone" not in html
    assert "<details" in html


def test_own_question_of_why_stands_on_its_own_line(draw):
    assert "dc-why--alone" in draw('{% why "Vì sao cần 211 hộ?" %}{% endwhy %}')


def test_open_vote_shows_turnout_and_no_needed_mark(draw):
    html = draw('{% turnout 312 214 "left" 4 %}')

    assert f"214 trong 312{NBSP}hộ đã gửi phiếu" in html
    assert "dc-b-needed" not in html
    assert "dc-flag" not in html


def test_result_has_its_table_beneath(draw):
    html = draw("{% household_wall 420 287 19 6 needed=211 %}")

    assert f"cần 211{NBSP}hộ" in html
    for words in ("Đồng ý", "Không đồng ý", "Ý kiến khác", "Không gửi phiếu", "Tất cả"):
        assert words in html
    assert f"108{NBSP}hộ" in html


def test_invalid_slips_have_their_own_line(draw):
    html = draw("{% household_wall 300 150 60 20 4 needed=200 %}")

    assert "Phiếu không hợp lệ" in html
    assert f"66{NBSP}hộ" in html


def test_over_six_hundred_households_a_bar(draw):
    assert "dc-wall--bar" in draw("{% turnout 601 3 %}")
    assert "dc-wall--bar" not in draw("{% turnout 600 3 %}")


def test_presence_says_who_is_missing(draw):
    html = draw("{% presence_wall 286 183 191 %}")

    assert "183 trong 286 hộ có mặt, còn thiếu 8 hộ" in html
    assert 'class="dc-b-missing"' in html
    assert "dc-b-missing" not in draw("{% presence_wall 286 191 191 %}")


def test_only_the_current_step_opens(draw):
    source = '{% timeline %}{% step 1 "A" state %}<p>bên trong</p>{% endstep %}{% endtimeline %}'

    assert "bên trong" in draw(source, state="now")
    assert 'aria-current="step"' in draw(source, state="now")
    assert "bên trong" not in draw(source, state="done")
    assert "bên trong" not in draw(source, state="later")


def test_failing_check_says_what_would_satisfy_it(draw):
    html = draw('{% check False "Chưa có người biết công nghệ." "Thêm một người là đủ." %}')

    assert 'aria-label="Chưa đủ"' in html
    assert "Thêm một người là đủ." in html


def test_result_mark_has_a_word_for_each(draw):
    assert "Được thông qua" in draw("{% result_mark True %}")
    assert "Không được thông qua" in draw("{% result_mark False %}")


def test_matrix_hides_all_but_the_last_five_on_phones(draw):
    heads = [str(n) for n in range(1, 12)]
    rows = [{"label": "Khu phố 1", "href": "", "cells": [("done", 0)] * 11, "total": 0}]

    html = draw('{% matrix "m" heads rows full_href="/x" %}', heads=heads, rows=rows)

    assert html.count('<td class="dc-early">') == 6
    assert "Xem cả mười hai tháng" in html


def test_table_leads_each_row_by_its_first_cell(draw):
    html = draw('{% table "t" heads rows "2" %}', heads=["Dòng", "Số"], rows=[[47, 3]])

    assert '<th scope="row" role="rowheader">47</th>' in html
    # On phones the heads are out of sight: the figure carries the head of its column.
    assert '<td role="cell" class="dc-number" data-head="Số">3</td>' in html


def test_days_posted_never_more_than_the_whole(draw):
    assert draw("{% days_posted 40 30 %}").count("dc-b-full") == 30
    assert draw("{% days_posted 5 30 %}").count("dc-b-full") == 5


def test_pagination_only_where_there_is_another_page(draw):
    pages = Paginator(range(9), 3)

    assert draw("{% pagination p %}", p=Paginator(range(3), 3).page(1)) == ""
    assert 'rel="prev"' not in draw("{% pagination p %}", p=pages.page(1))
    assert 'rel="next" href="?page=3&amp;q=h%E1%BA%BBm+12"' in draw(
        "{% pagination p q %}", p=pages.page(2), q={"q": "hẻm 12"}
    )


def test_telephone_can_be_pressed(draw):
    assert 'href="tel:0900000301"' in draw('{% person "Ông Lộc" "Trưởng khu phố" "0900 000 301" %}')


def test_filters_follow_the_language(draw):
    source = (
        "{{ d|vn_date }}|{{ d|vn_short_date }}|{{ m|vn_datetime }}|{{ m|vn_time }}|{{ n|vn_count }}|{{ n|vn_money }}"
    )
    values = {"d": date(2026, 12, 12), "m": MOMENT, "n": 1250000}

    vi = draw(source + "|{{ 151|households_of:300 }}|{{ 80|vn_duration }}", **values).replace(NBSP, " ")
    with translation.override("en"):
        en = draw(source, **values).replace(NBSP, " ")

    assert vi == (
        "thứ Bảy, 12/12/2026|12/12/2026|17 giờ, Chủ nhật, 15/11/2026|17 giờ|1.250.000|1.250.000 đồng"
        "|151/300 hộ|1 phút 20 giây"
    )
    assert en == (
        "Saturday 12 December 2026|12 December 2026|17:00, Sunday 15 November 2026|17:00|1,250,000|1,250,000 dong"
    )


def test_filters_print_nothing_for_nothing(draw):
    assert draw("{{ x|vn_date }}{{ x|vn_datetime }}{{ x|vn_time }}{{ x|vn_count }}{{ x|basis }}", x=None) == ""


def test_basis_in_both_languages(draw):
    place = Article("D59", 5, 4, "b")

    assert draw("{{ b|basis }}", b=place).replace(NBSP, " ") == "điểm b khoản 4 Điều 5 Nghị định 59/2023/NĐ-CP"
    with translation.override("en"):
        assert draw("{{ b|basis }}", b=place).startswith("Article 5")
