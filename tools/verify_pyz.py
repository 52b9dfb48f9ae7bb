"""Build ``danchu-verify.pyz``: the judge as one file for any Python 3.11 or newer, with nothing else installed.

    python tools/verify_pyz.py [OUT]      (default: dist/danchu-verify.pyz)

The same sources give the same bytes, so that a released file can be compared with one built at home.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
PACKAGES = ("groups", "verifier")
MAIN = "import sys\n\nfrom danchu.verifier.command import main\n\nif __name__ == '__main__':\n    sys.exit(main())\n"
STILL = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip file knows


def contents() -> dict[str, bytes]:
    """Every file of the archive by its name."""
    files = {"__main__.py": MAIN.encode(), "danchu/__init__.py": (SOURCE / "danchu" / "__init__.py").read_bytes()}
    for package in PACKAGES:
        for path in (SOURCE / "danchu" / package).glob("*.py"):
            files[path.relative_to(SOURCE).as_posix()] = path.read_bytes()
    return files


def build(out: Path) -> Path:
    """Write the archive; it can be run by its name where the system knows ``#!``."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("wb") as file:
        file.write(b"#!/usr/bin/env python3\n")
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in sorted(contents().items()):
                archive.writestr(zipfile.ZipInfo(name, STILL), data, zipfile.ZIP_DEFLATED)
    out.chmod(0o755)
    return out


if __name__ == "__main__":
    print(build(Path(sys.argv[1] if len(sys.argv) > 1 else "dist/danchu-verify.pyz")))
