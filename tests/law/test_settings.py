import pytest

from danchu.law.answers import Allowed
from danchu.law.basis import Article, WardSetting
from danchu.law.settings import SETTINGS, may_set, setting, settings_at

# setting: default, some lawful values, some that are not
CHOICES = {
    "head.term": (None, (2.5, 5, None), (4, "5", True)),
    "decide.mixed_forms": (False, (True, False), (None, 0, 1)),
    "roll.display_days": (3, (0, 3, 60), (-1, 61, None, 2.5, True)),
    "roll.who_counts": ("all_resident", ("permanent_only", "all_resident"), (None, "everybody")),
    "D6_WARD": (None, (None,), ("pass.D1D2.ward", 2)),
    "reopen.replace_online_entry": (True, (True, False), (None, 1)),
    "ballot.duration": (7, (1, 90), (0, 91)),
    "online.duration": (7, (1, 90), (0, 91)),
    "meet.quorum.general": ("enough_to_pass", ("enough_to_pass",), (None, "half")),
    "disclose.radio_by": ("khu_pho", ("khu_pho", "ward", "none"), (None, True, "city")),
    "head.min_age": (21, (18, 35), (17, 36)),
    "inspect.reception_10wd": (10, (1, 60), (0, 61)),
    "pd.breach": (72, (1, 720), (0, 721)),
    "files.largest_mb": (20, (1, 100), (0, 101)),
}


def test_settings_are_those_of_the_table():
    assert set(SETTINGS) == set(CHOICES)
    assert settings_at() == SETTINGS


@pytest.mark.parametrize("key", CHOICES)
@pytest.mark.rule("head.standard")
def test_setting_has_its_default_and_its_bounds(key):
    default, lawful, unlawful = CHOICES[key]

    assert setting(key) == default
    assert setting(key, {}) == default
    for value in lawful:
        assert may_set(key, value) == Allowed(WardSetting(key))
        assert setting(key, {key: value}) == value
    for value in unlawful:
        assert may_set(key, value).code == "settings.value"
        with pytest.raises(ValueError, match="not a lawful choice"):
            setting(key, {key: value})


@pytest.mark.parametrize("key", CHOICES)
def test_setting_rests_on_no_article_and_says_why(key):
    assert SETTINGS[key].basis == WardSetting(key)
    assert SETTINGS[key].why_vi.endswith(".")
    assert SETTINGS[key].why_en.endswith(".")


def test_setting_names_the_articles_that_come_nearest():
    assert SETTINGS["head.term"].related == (Article("VB08", 12, 2),)
    assert SETTINGS["roll.display_days"].related == ()


def test_unknown_setting_is_refused():
    assert may_set("no.such", 1).code == "settings.unknown"
    with pytest.raises(KeyError):
        setting("no.such")
