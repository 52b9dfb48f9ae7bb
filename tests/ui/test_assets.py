"""Budgets of ``experience.md`` and ``look.md``, in bytes and in contrast."""

import gzip
import re
from itertools import pairwise
from pathlib import Path

import pytest

from danchu.ui.staticfiles import HashedStaticFiles, built_names

UI = Path(__file__).resolve().parents[2] / "src" / "danchu" / "ui"
STATIC = UI / "static"
TOKENS = (UI.parents[2] / "frontend" / "sass" / "_tokens.scss").read_text(encoding="utf-8")


def size(name):
    file = STATIC / built_names()[name]
    return len(gzip.compress(file.read_bytes(), 9)) if file.suffix in {".css", ".js", ".svg"} else file.stat().st_size


@pytest.mark.parametrize(
    ("name", "most"), [("ui/base.css", 25_000), ("ui/ballot.css", 10_000), ("ui/ui.js", 5_000), ("ui/mark.svg", 1_000)]
)
def test_file_keeps_its_budget(name, most):
    assert size(name) <= most


def test_fonts_are_two_files_of_one_weight():
    fonts = [name for name in built_names() if "font" in name]

    assert len(fonts) == 2
    assert all(re.search(r"-600\.woff2$", name) for name in fonts)
    assert sum(map(size, fonts)) <= 36_000


def test_public_page_leaves_half_its_budget_to_words():
    first_visit = sum(size(name) for name in built_names() if "icon" not in name and "ballot" not in name)

    assert first_visit <= 50_000


def test_ballot_page_leaves_most_of_its_budget_to_words(show):
    html = len(gzip.compress(show("ui/ballot_base.html", page_title="Phiếu").encode(), 9))

    assert html + sum(size(f"ui/{name}") for name in ("ballot.css", "ui.js", "mark.svg")) <= 20_000


def test_ballot_names_no_web_font():
    css = (STATIC / built_names()["ui/ballot.css"]).read_text(encoding="utf-8")

    assert "url(" not in css
    assert "Be Vietnam" not in css


@pytest.mark.parametrize("name", ["ui/base.css", "ui/ballot.css", "ui/ui.js"])
def test_no_file_names_another_host(name):
    assert not re.search(r"https?:|//\w", (STATIC / built_names()[name]).read_text(encoding="utf-8"))


def test_every_built_file_is_there_and_zipped():
    for asked, built in built_names().items():
        assert (STATIC / built).is_file(), asked
        assert re.fullmatch(r".+\.[0-9a-f]{12}\.\w+", built)
        if built.endswith((".css", ".js", ".svg")):
            zipped = (STATIC / f"{built}.gz").read_bytes()
            assert gzip.decompress(zipped) == (STATIC / built).read_bytes()


def test_address_of_a_built_file_has_its_digest():
    storage = HashedStaticFiles(base_url="/tinh/")

    assert storage.url("ui/base.css") == f"/tinh/{built_names()['ui/base.css']}"
    assert storage.url("other/file.js") == "/tinh/other/file.js"


def palette(name):
    block = re.search(rf"\${name}: \((.*?)\);", TOKENS, re.DOTALL)[1]
    return dict(re.findall(r"([\w-]+): (#[0-9a-f]{6})", block))


def luminance(colour):
    def part(value):
        value /= 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (part(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


# (text, ground, least ratio to one decimal): the pairs of look.md that carry text or a control's edge.
LIGHT = [
    ("than", "page", 17.1), ("than", "do", 16.0), ("than2", "page", 8.4), ("than2", "do", 7.9), ("vien", "page", 4.1),
    ("cham", "page", 10.9), ("cham", "do", 10.2), ("son", "page", 6.9), ("son", "do", 6.5), ("nghe", "page", 7.2),
    ("nghe", "do", 6.7), ("dong", "page", 6.9), ("dong", "do", 6.5), ("dong", "dong-tint", 6.0),
    ("son", "son-tint", 6.0), ("nghe", "hoe-tint", 6.5), ("cham", "cham-tint", 9.4), ("on-cham", "cham", 10.9),
    ("on-son", "son", 6.9), ("on-dong", "dong", 6.9), ("on-hoe", "hoe", 9.4), ("on-cham", "cham-hover", 10.9),
    ("petal", "seal", 3.8), ("than2", "cham-tint", 4.5), ("than", "do2", 4.5), ("cham", "son-tint", 4.5),
    ("cham", "hoe-tint", 4.5), ("cham", "dong-tint", 4.5), ("cham", "do2", 4.5),
]  # fmt: skip
DARK = [
    ("than", "page", 16.3), ("than2", "page", 10.6), ("vien", "page", 5.7), ("cham", "page", 10.9),
    ("son", "page", 9.1), ("nghe", "page", 11.2), ("dong", "page", 10.6), ("cham", "cham-tint", 7.8),
    ("son", "son-tint", 7.8), ("nghe", "hoe-tint", 7.8), ("dong", "dong-tint", 7.8), ("on-cham", "cham", 9.5),
    ("on-son", "son", 9.1), ("on-dong", "dong", 10.6), ("on-hoe", "hoe", 10.0), ("on-cham", "cham-hover", 9.4),
    ("petal", "seal", 3.8), ("than2", "do", 7.0), ("than2", "cham-tint", 4.5), ("than", "do2", 4.5),
    ("cham", "son-tint", 4.5), ("cham", "hoe-tint", 4.5), ("cham", "dong-tint", 4.5), ("cham", "do2", 4.5),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ground", "least"), LIGHT)
def test_contrast_in_light(text, ground, least):
    colours = palette("light")

    assert round(contrast(colours[text], colours[ground]), 1) >= least


@pytest.mark.parametrize(("text", "ground", "least"), DARK)
def test_contrast_in_dark(text, ground, least):
    colours = palette("dark")

    assert round(contrast(colours[text], colours[ground]), 1) >= least


def test_both_grounds_name_the_same_tokens():
    assert palette("light").keys() == palette("dark").keys()


def test_colours_are_written_down_in_one_place():
    for file in (UI.parents[2] / "frontend" / "sass").glob("*.scss"):
        if file.name != "_tokens.scss":
            found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[ ;,])", file.read_text(encoding="utf-8")))
            assert found <= {"#fff", "#000"}, file.name  # paper, and the quiet zone of a QR


def test_headings_never_grow_tighter_than_stacked_marks_allow():
    css = (UI.parents[2] / "frontend" / "sass" / "_ground.scss").read_text(encoding="utf-8")
    heights = [float(x) for x in re.findall(r"h1 \{[^}]*line-height: ([\d.]+)", css)]

    assert heights == [1.3, 1.24]
    assert all(one >= other for one, other in pairwise(heights))
