import json

import pytest
import typst
from fontTools.ttLib import TTFont

from danchu.documents.pdf import FONTS

FACES = {
    "Tinos": ["Tinos-Regular", "Tinos-Italic", "Tinos-Bold", "Tinos-BoldItalic"],
    "Be Vietnam Pro": ["BeVietnamPro-Regular", "BeVietnamPro-SemiBold"],
}


def test_folder_holds_only_the_faces_and_their_licences():
    assert {p.stem for p in FONTS.glob("*.ttf")} == {face for faces in FACES.values() for face in faces}
    for family in FACES:
        licence = (FONTS / f"LICENSE-{family.replace(' ', '')}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("family", sorted(FACES))
def test_coverage_is_what_the_faces_share(family):
    held = [set(TTFont(FONTS / f"{face}.ttf").getBestCmap()) for face in FACES[family]]
    ranges = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))[family]
    assert {p for first, last in ranges for p in range(first, last + 1)} == set.intersection(*held)


def test_typst_knows_the_faces_by_family_and_weight():
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]).fonts()
    assert sorted((face.family, face.style, face.weight) for face in faces) == [
        ("Be Vietnam Pro", "normal", 400),
        ("Be Vietnam Pro", "normal", 600),
        ("Tinos", "italic", 400),
        ("Tinos", "italic", 700),
        ("Tinos", "normal", 400),
        ("Tinos", "normal", 700),
    ]
