"""The guides name every setting and command; Vietnamese and English say the same things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = {
    "resident.md": "nguoi-dan.md",
    "khu-pho-head.md": "truong-khu-pho.md",
    "ward-officer.md": "can-bo-phuong.md",
    "operator.md": "nguoi-van-hanh.md",
    "key-holders.md": "to-giu-chia.md",
    "developer.md": "lap-trinh.md",
    "README.md": "README.md",
}


def settings_read() -> set[str]:
    source = (ROOT / "src/danchu/server/settings.py").read_text(encoding="utf-8")
    return set(re.findall(r'"((?:DANCHU_|DATABASE_)[A-Z_]+)"', source))


@pytest.mark.parametrize("guide", ["docs/vi/nguoi-van-hanh.md", "docs/en/operator.md"])
def test_every_setting_is_documented(guide):
    text = (ROOT / guide).read_text(encoding="utf-8")

    assert {name for name in settings_read() if f"`{name}`" not in text} == set()


def test_settings_are_found_at_all():
    assert "DANCHU_DATA" in settings_read()


@pytest.mark.parametrize("command", ["init", "user", "serve", "web", "worker", "tick", "backup", "restore", "doctor"])
@pytest.mark.parametrize("guide", ["docs/vi/nguoi-van-hanh.md", "docs/en/operator.md"])
def test_every_operators_command_is_documented(command, guide):
    assert f"danchu {command}" in (ROOT / guide).read_text(encoding="utf-8")


@pytest.mark.parametrize(("english", "vietnamese"), GUIDES.items())
def test_both_languages_have_the_guide_and_list_it(english, vietnamese):
    assert (ROOT / "docs/en" / english).is_file()
    assert (ROOT / "docs/vi" / vietnamese).is_file()
    assert english == "README.md" or f"]({english})" in (ROOT / "docs/en/README.md").read_text(encoding="utf-8")
    assert vietnamese == "README.md" or f"]({vietnamese})" in (ROOT / "docs/vi/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []
