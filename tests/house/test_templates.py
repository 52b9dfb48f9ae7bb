"""What no template may hold: the security policy would silence it, or a reader would not understand it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "src" / "danchu").rglob("templates/**/*.html"))

# Beside each rule stands a text that it must find.
NEVER = {
    "a style attribute": (r"<[^>]*\sstyle\s*=\s*[\"']", '<p style="color:red">'),
    "a style element": (r"<style\b", "<style>p{}</style>"),
    "a script's text": (r"<script\b(?![^>]*\bsrc=)", "<script>go()</script>"),
    "an event attribute": (r"<[^>]*\son[a-z]+\s*=", '<a onclick="go()">'),
    "a javascript: address": (r"(?i)javascript:", '<a href="javascript:go()">'),
    "another host": (r"""(?:src|href|action|poster)=["'](?:https?:)?//""", '<img src="//x.example/a.png">'),
    "words kept from escaping": (r"\|safe\b|\{%\s*autoescape\s+off", "{{ words|safe }}"),
    "an unnamed picture": (r"<img\b(?![^>]*\balt=)", '<img src="a.png">'),
    '"Vì sao?" inside a paragraph': (r"<p\b(?:(?!</p>).)*\{%\s*why\b", "<p>Cần 208 hộ. {% why %}{% endwhy %}</p>"),
    "a positive tabindex": (r'tabindex="[1-9]', '<a tabindex="1">'),
}


def found(pattern: str, text: str) -> list[str]:
    """Every place where a rule is broken, comments left out."""
    text = re.sub(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}", "", text, flags=re.DOTALL)
    return [match[0][:80] for match in re.finditer(pattern, text, re.DOTALL)]


@pytest.mark.parametrize("what", NEVER)
def test_no_template_holds(what):
    pattern, _example = NEVER[what]
    broken = {str(file.relative_to(ROOT)): places for file in TEMPLATES if (places := found(pattern, file.read_text()))}

    assert broken == {}


@pytest.mark.parametrize("what", NEVER)
def test_rule_finds_what_it_forbids(what):
    pattern, example = NEVER[what]

    assert found(pattern, f"<div>{example}</div>")


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT / "src" / "danchu")))
def test_template_compiles(file):
    name = str(file).rpartition("/templates/")[2]

    assert engines["django"].get_template(name).origin.name == str(file)


def test_templates_were_found():
    assert len(TEMPLATES) > 40


def test_a_script_of_ours_is_allowed():
    assert not found(NEVER["a script's text"][0], '<script type="module" src="/tinh/ui.js"></script>')
