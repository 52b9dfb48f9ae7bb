"""Build the faces of the official papers: one TTF a face, merged from the published subsets.

The published faces come split by script; a paper set with the pieces mixes two files inside one word. This joins
latin, latin-ext and vietnamese once. Only whoever changes the faces needs it; the results are committed.

    npm pack @fontsource/tinos@5.3.0 @fontsource/be-vietnam-pro@5.3.0   (in a folder of your own, then unpack)
    python tools/build_fonts.py UNPACKED_TINOS UNPACKED_BE_VIETNAM_PRO

Each argument is the unpacked ``package`` folder. Writes src/danchu/documents/fonts: the faces, their licences and
``coverage.json``, for each family the ranges of characters that all its faces hold.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

SUBSETS = ("latin", "latin-ext", "vietnamese")
FONTS = Path(__file__).resolve().parent.parent / "src" / "danchu" / "documents" / "fonts"

# (weight and style as published, file written)
TINOS = (
    ("400-normal", "Tinos-Regular"),
    ("400-italic", "Tinos-Italic"),
    ("700-normal", "Tinos-Bold"),
    ("700-italic", "Tinos-BoldItalic"),
)
BE_VIETNAM_PRO = (
    ("400-normal", "BeVietnamPro-Regular"),
    ("600-normal", "BeVietnamPro-SemiBold"),
)


def pieces(package: Path, name: str, face: str, work: Path) -> list[str]:
    """Unpack the subsets of one face to plain TTF files."""
    out = []
    for subset in SUBSETS:
        font = TTFont(package / "files" / f"{name}-{subset}-{face}.woff2", recalcTimestamp=False)
        font.flavor = None
        # Each piece kerns only its own letters and the merger cannot join their tables; marks are composed letters.
        for table in ("GPOS", "GSUB", "GDEF", "kern", "DSIG", "STAT", "MATH", "meta"):
            if table in font:
                del font[table]
        target = work / f"{name}-{subset}-{face}.ttf"
        font.save(target)
        out.append(str(target))
    return out


def merge(package: Path, name: str, face: str, target: Path, work: Path) -> set[int]:
    """Write one merged face; return the characters it holds."""
    first, *rest = pieces(package, name, face, work)
    font = Merger().merge([first, *rest])
    # Names, dates and metrics are those of the first piece, so that a second build gives the same bytes.
    source = TTFont(first, recalcTimestamp=False)
    font["name"] = source["name"]
    font["head"].created = source["head"].created
    font["head"].modified = source["head"].modified
    font.recalcTimestamp = False
    for field in ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"):
        setattr(font["OS/2"], field, max((getattr(TTFont(p)["OS/2"], field) for p in (first, *rest)), key=abs))
    font.save(target)
    return set(font.getBestCmap())


def ranges(points: set[int]) -> list[list[int]]:
    """Turn code points into sorted inclusive ranges."""
    out: list[list[int]] = []
    for point in sorted(points):
        if out and out[-1][1] == point - 1:
            out[-1][1] = point
        else:
            out.append([point, point])
    return out


def main(tinos: str, be_vietnam_pro: str) -> None:
    """Build every face and, for each family, the list of characters its faces share."""
    FONTS.mkdir(parents=True, exist_ok=True)
    coverage: dict[str, list[list[int]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for package, name, family, faces in (
            (Path(tinos), "tinos", "Tinos", TINOS),
            (Path(be_vietnam_pro), "be-vietnam-pro", "Be Vietnam Pro", BE_VIETNAM_PRO),
        ):
            held = [merge(package, name, face, FONTS / f"{file}.ttf", Path(folder)) for face, file in faces]
            coverage[family] = ranges(set.intersection(*held))
            licence = FONTS / f"LICENSE-{family.replace(' ', '')}.txt"
            licence.write_text((package / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
            print(f"{family}: {len(faces)} faces, {len(set.intersection(*held))} characters")
    (FONTS / "coverage.json").write_text(json.dumps(coverage) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
