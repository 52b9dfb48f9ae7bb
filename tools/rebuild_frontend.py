"""Build the style sheets and scripts afresh and compare them with the committed ones, byte for byte."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = {
    "ui": ROOT / "src" / "danchu" / "ui" / "static" / "ui",
    "booth": ROOT / "src" / "danchu" / "ui" / "booth",
}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file; compressed ones opened, because two zlib versions may pack the same bytes differently."""
    return {
        path.relative_to(folder).as_posix(): gzip.decompress(path.read_bytes())
        if path.suffix == ".gz"
        else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(left: dict[str, bytes], right: dict[str, bytes]) -> list[str]:
    """The names that are not the same on both sides."""
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def main() -> int:
    """Return 1 when the committed files are not what the sources build, 0 when they are."""
    npm = shutil.which("npm") or "npm"
    with tempfile.TemporaryDirectory(prefix="danchu-frontend-") as folder:
        sources = Path(folder) / "frontend"
        built = Path(folder) / "ui"  # its neighbour "booth" is written with it
        shutil.copytree(ROOT / "frontend", sources, ignore=shutil.ignore_patterns("node_modules"))
        for words in (
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            ["test"],
            ["run", "build", "--", str(built)],
        ):
            if subprocess.run([npm, *words], cwd=sources, check=False).returncode:
                return 1
        changed = [
            name
            for part, committed in COMMITTED.items()
            for name in differences(contents(committed), contents(built.with_name(part)))
        ]
    for name in changed:
        print(f"khác / differs: {name}")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
