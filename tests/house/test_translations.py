"""Every interface word exists in Vietnamese and English, and the tool that says so finds what is wrong."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

_spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
messages = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(messages)

APPS = [str(app.relative_to(messages.SOURCE)) for app in messages.apps()]


@pytest.mark.part("gettext")
@pytest.mark.parametrize("app", APPS)
def test_words_of_an_app_are_complete(app):
    assert messages.check(messages.SOURCE / app) == []


def test_no_two_apps_say_the_same_words_differently():
    assert messages.clashes(messages.apps()) == []


@pytest.fixture
def app(tmp_path, monkeypatch):
    """A small app of its own with two words, gathered."""
    folder = tmp_path / "thu"
    (folder / "templates").mkdir(parents=True)
    (folder / "locale").mkdir()
    (folder / "templates" / "a.html").write_text('{% load i18n %}{% translate "Meet in khu phố" %}', encoding="utf-8")
    (folder / "a.py").write_text('_("Call %(name)s")\nngettext("%(n)s vote", "%(n)s votes", 2)\n', encoding="utf-8")
    monkeypatch.setattr(messages, "SOURCE", tmp_path)
    messages.update(folder)
    return folder


def fill(app, **words):
    """Translate the Vietnamese catalogue of the small app, with some words said otherwise."""
    file = app / "locale" / "vi" / "LC_MESSAGES" / "django.po"
    said = {"Meet in khu phố": "Họp ở khu phố", "Call %(name)s": "Gọi %(name)s", "%(n)s vote": "%(n)s phiếu"} | words
    entries = messages.parse(file.read_text(encoding="utf-8"))
    head = messages._HEADER.format(language="vi", plural="nplurals=1; plural=0;")
    file.write_text("\n".join([head, *(messages.written(e, [said[e.id]], "vi") for e in entries)]), encoding="utf-8")
    return file


@pytest.mark.part("gettext")
def test_complete_words_have_no_fault(app):
    fill(app)
    messages.update(app)

    assert messages.check(app) == []


@pytest.mark.part("gettext")
def test_gathering_twice_changes_nothing(app):
    file = fill(app)
    messages.update(app)
    before = file.read_bytes(), file.with_suffix(".mo").read_bytes()
    messages.update(app)

    assert (file.read_bytes(), file.with_suffix(".mo").read_bytes()) == before


@pytest.mark.part("gettext")
@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"Call %(name)s": ""}, "not translated: Call %(name)s"),
        ({"Call %(name)s": "Gọi %(ten)s"}, "unknown placeholder: Gọi %(ten)s"),
        ({"Meet in khu phố": "Họp ở khu pho\u0302\u0301"}, "not NFC"),
    ],
)
def test_fault_in_the_words_is_found(app, words, fault):
    file = fill(app, **words)

    assert fault in messages.faults(file, "vi")


@pytest.mark.part("gettext")
def test_fuzzy_and_unnamed_are_found(app):
    file = fill(app)
    text = file.read_text(encoding="utf-8").replace('msgid "Meet', '#, fuzzy\nmsgid "Meet')
    file.write_text(text + '\nmsgid "%s of 100%%"\nmsgstr "%s"\n', encoding="utf-8")

    found = messages.faults(file, "vi")

    assert "fuzzy: Meet in khu phố" in found
    assert "unnamed placeholder: %s of 100%%" in found


@pytest.mark.part("gettext")
def test_word_that_was_not_gathered_is_found(app):
    fill(app)
    messages.update(app)
    (app / "b.py").write_text('_("New word")\n', encoding="utf-8")

    assert any("words changed" in fault for fault in messages.check(app))


@pytest.mark.part("gettext")
def test_words_that_were_not_compiled_are_found(app):
    fill(app)
    messages.update(app)
    fill(app, **{"Meet in khu phố": "Hẹn ở khu phố"})

    assert any("not compiled" in fault for fault in messages.check(app))


@pytest.mark.part("gettext")
def test_two_apps_that_differ_are_found(app, tmp_path):
    fill(app)
    other = tmp_path / "khac"
    (other / "locale").mkdir(parents=True)
    (other / "a.py").write_text('_("Meet in khu phố")\n', encoding="utf-8")
    messages.update(other)
    file = other / "locale" / "vi" / "LC_MESSAGES" / "django.po"
    file.write_text(file.read_text(encoding="utf-8").replace('msgstr ""\n', 'msgstr "Gặp nhau"\n'), encoding="utf-8")

    assert any("thu and khac differ" in f or "khac and thu differ" in f for f in messages.clashes([app, other]))
