"""Every model and every act has its term; one term is one name."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps
from tools import glossary

from danchu.law.acts import Act

FILE = Path(__file__).parents[2] / "docs" / "glossary.md"


def test_glossary_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == glossary.text()


def test_glossary_names_every_model_and_act():
    text = FILE.read_text(encoding="utf-8")
    models = {
        f"{one._meta.app_label}.{one.__name__}" for one in apps.get_models() if one.__module__.startswith("danchu.")
    }

    named = set(re.findall(r"`([a-z_.A-Z]+)`", text))

    assert models <= named
    assert {str(act) for act in Act} <= named


def test_model_docstrings_begin_with_the_vietnamese_term():
    plain = [
        one.__name__
        for one in apps.get_models()
        if one.__module__.startswith("danchu.") and ": " not in (one.__doc__ or "").split("\n")[0]
    ]

    assert plain == []
