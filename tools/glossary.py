"""Bảng thuật ngữ: writes ``docs/glossary.md`` from the code's own names, so that a term has one name, said once.

python tools/glossary.py            write
python tools/glossary.py --check    say whether it is up to date (exit 1 if not)
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "glossary.md"


def _models() -> list[str]:
    from django.apps import apps

    lines = ["| Thuật ngữ | Tên trong mã | Nghĩa |", "| --- | --- | --- |"]
    for model in apps.get_models():
        if model.__module__.startswith("danchu."):
            term, _, meaning = (model.__doc__ or "").strip().split("\n")[0].partition(": ")
            lines.append(f"| {term} | `{model._meta.app_label}.{model.__name__}` | {meaning} |")
    return lines


def _acts() -> list[str]:
    from danchu.law.acts import ACTS, DOER_LABELS

    lines = ["| Việc | Tên trong mã | English | Ai làm | Căn cứ |", "| --- | --- | --- | --- | --- |"]
    for act, rule in ACTS.items():
        doers = [DOER_LABELS[str(one)].vi for one in sorted([*rule.roles, *rule.who])]
        lines.append(f"| {rule.vi} | `{act}` | {rule.en} | {'; '.join(doers)} | {rule.basis.vi()} |")
    return lines


def _labels() -> list[str]:
    from danchu.law.matters import FORM_LABELS, SCOPE_LABELS
    from danchu.law.people import CAPACITY_LABELS, ROLE_LABELS
    from danchu.law.states import PHASE_LABELS

    lines = ["| Thuật ngữ | Tên trong mã | English |", "| --- | --- | --- |"]
    for table in (ROLE_LABELS, CAPACITY_LABELS, SCOPE_LABELS, FORM_LABELS, PHASE_LABELS):
        lines += [f"| {label.vi} | `{type(key).__name__}.{key.name}` | {label.en} |" for key, label in table.items()]
    return lines


def text() -> str:
    """The whole file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "danchu.server.settings")
    import django

    django.setup()
    parts = [
        "# Bảng thuật ngữ / Glossary",
        "",
        "Một thuật ngữ, một tên trong mã. One term, one name in the code. "
        "Sửa tên trong mã rồi chạy `python tools/glossary.py`.",
        "",
        "## Điều được ghi lại / What is recorded",
        "",
        *_models(),
        "",
        "## Việc được làm / Acts",
        "",
        *_acts(),
        "",
        "## Vai trò, thành phần, hình thức, giai đoạn / Roles, capacities, forms, phases",
        "",
        *_labels(),
    ]
    return "\n".join(parts) + "\n"


def main() -> int:
    """Write, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    made = text()
    if parser.parse_args().check:
        return 0 if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == made else 1
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
