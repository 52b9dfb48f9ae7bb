from datetime import date

import pytest
from django import forms

from danchu.ui.fields import DayField
from danchu.ui.sample import MEANINGS, SampleBallot, SampleForm

EVIL = '"><script>alert(1)</script>'


@pytest.fixture
def wrong():
    return SampleForm({"code": "48", "place": "1", "day_0": "31", "day_1": "2", "day_2": "2027", "words": "x" * 501})


def test_field_ties_label_hint_and_error_together(draw, wrong):
    html = draw('{% field f.code "code" %}', f=wrong)

    assert '<label class="govuk-label" for="id_code">Tám chữ số trên thẻ</label>' in html
    assert 'aria-describedby="id_code-hint id_code-error"' in html
    assert 'id="id_code-hint"' in html
    assert 'id="id_code-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'inputmode="numeric"' in html
    assert 'value="48"' in html


def test_field_without_mistake_says_nothing(draw):
    html = draw("{% field f.place %}", f=SampleForm())

    assert "aria-invalid" not in html
    assert "aria-describedby" not in html
    assert 'class="govuk-select"' in html


def test_error_summary_leads_to_each_field(draw, wrong):
    html = draw("{% error_summary f %}", f=wrong)

    assert "Có 5 chỗ cần sửa" in html
    for target in ("#id_code", "#id_day_0", "#id_words", "#id_means_0", "#id_sure"):
        assert f'<a href="{target}">' in html
    assert 'role="alert"' in html
    assert f'<a href="#id_sure">{wrong["sure"].label}: mục này chưa ghi hoặc chưa chọn.</a>' in html


def test_every_link_of_the_summary_lands(draw, wrong):
    html = draw("{% form_fields f %}", f=wrong)

    for target in ("id_code", "id_day_0", "id_words", "id_means_0", "id_sure"):
        assert f'id="{target}"' in html


def test_no_summary_without_mistakes(draw):
    assert draw("{% error_summary f %}", f=SampleForm()) == ""


def test_mistakes_are_told_in_plain_words(wrong):
    assert wrong.errors["sure"] == ["Mục này chưa ghi hoặc chưa chọn."]
    assert wrong.errors["code"] == ["Ghi ít nhất 9 ký tự, nay mới có 2."]
    assert wrong.errors["day"] == ["Lịch không có ngày này. Xem lại ngày và tháng"]


def test_general_mistakes_stand_in_the_summary(draw):
    class Two(forms.Form):
        def clean(self):
            raise forms.ValidationError("Hai số không khớp.")

    assert "<li>Hai số không khớp.</li>" in draw("{% error_summary f %}", f=Two({}))


def test_what_a_person_typed_is_escaped(draw):
    class One(forms.Form):
        name = forms.CharField(label=EVIL, help_text=EVIL, max_length=3)
        choice = forms.ChoiceField(choices=[(EVIL, EVIL)], widget=forms.RadioSelect)
        day = DayField()

    html = draw("{% form_fields f %}", f=One({"name": EVIL, "choice": EVIL + "x", "day_0": EVIL}))

    assert "<script" not in html
    assert "&lt;script" in html


def test_letters_left_are_counted_only_when_asked(draw):
    html = draw("{% field f.words counter=True %}", f=SampleForm())

    assert 'data-counter="id_words-left"' in html
    assert 'data-limit="500" data-left="Còn viết được {n} chữ cái" data-over="Thừa {n} chữ cái"' in html
    assert "data-counter" not in draw("{% field f.words %}", f=SampleForm())


def test_ballot_has_no_choice_beforehand_and_equal_tiles(draw):
    html = draw("{% choice_tiles f.choice m other=f.words %}", f=SampleBallot(), m=MEANINGS)

    assert "checked" not in html
    assert html.count('<div class="dc-tile">') == 3
    assert [html.index(word) for word in MEANINGS.values()] == sorted(html.index(word) for word in MEANINGS.values())


def test_text_box_stands_inside_the_third_tile(draw):
    html = draw("{% choice_tiles f.choice m other=f.words %}", f=SampleBallot(), m=MEANINGS)

    assert html.count("dc-tile__more") == 1
    assert html.index('value="other"') < html.index("dc-tile__more") < html.index("</fieldset>")


def test_sent_choice_comes_back_chosen(draw):
    html = draw("{% choice_tiles f.choice m %}", f=SampleBallot({"choice": "no"}), m=MEANINGS)

    assert html.count(" checked") == 1
    assert 'value="no" id="id_choice_1" checked' in html


def test_hidden_field_has_no_frame(draw):
    class One(forms.Form):
        key = forms.CharField(widget=forms.HiddenInput)

    assert draw("{% field f.key %}", f=One()) == '<input type="hidden" name="key" id="id_key">'


@pytest.mark.parametrize(
    ("parts", "day"),
    [(["28", "11", "2026"], date(2026, 11, 28)), (["05", "2", "2027"], date(2027, 2, 5))],
)
def test_day_of_three_numbers(parts, day):
    assert DayField().clean(parts) == day


@pytest.mark.parametrize("parts", [["5", "", "2026"], ["", "2", ""], ["5", "12", ""]])
def test_day_that_may_be_left_out_is_whole_or_empty(parts):
    day = DayField(required=False)

    assert day.clean(["", "", ""]) is None
    with pytest.raises(forms.ValidationError, match="Ghi đủ ngày, tháng, năm"):
        day.clean(parts)


@pytest.mark.parametrize("parts", [["29", "2", "2027"], ["", "2", "2027"], ["x", "2", "2027"], ["1", "13", "2027"], []])
def test_impossible_day_is_refused(parts):
    with pytest.raises(forms.ValidationError):
        DayField().clean(parts)


def test_day_may_be_left_out_where_it_is_not_asked():
    assert DayField(required=False).clean(["", "", ""]) is None


def test_known_day_is_shown_in_its_parts(draw):
    class One(forms.Form):
        day = DayField(label="Ngày họp")

    html = draw("{% field f.day %}", f=One(initial={"day": date(2026, 11, 28)}))

    for number, value in enumerate(("28", "11", "2026")):
        assert f'id="id_day_{number}" name="day_{number}" value="{value}"' in html
