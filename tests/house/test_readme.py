"""The readme: short, Vietnamese first, one picture, two commands, and nothing in it leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title: str) -> list[str]:
    """The lines of a section that carry text."""
    body = README.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0].split("```", 1)[0]
    return [line for line in body.splitlines() if line.strip()]


def test_readme_says_it_in_five_lines_vietnamese_first():
    assert README.index("## Tiếng Việt") < README.index("## English")
    assert len(section("Tiếng Việt")) == 5
    assert len(section("English")) == 5


def test_readme_has_one_picture_and_every_link_leads_somewhere():
    targets = re.findall(r"\]\(([^)]+)\)", README)

    assert len(re.findall(r"!\[[^]]+\]\(", README)) == 1
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_readme_gives_the_two_commands():
    commands = re.findall(r"^(python3 \S+(?: \w+)?)\s+# ", README, flags=re.MULTILINE)

    assert commands == ["python3 start.py", "python3 start.py test"]
