"""Lock the requirements again: exact versions with hashes, for every platform, without addresses of any index.

    python tools/lock.py            keep the versions that still fit
    python tools/lock.py --upgrade  take the newest that fit

``run.txt`` is what the product needs, ``postgres.txt`` adds the driver, ``dev.txt`` contains both and the tools, so
an environment with the dev list holds the run list too. Needs ``uv`` on the path or in ``$UV``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTS = {
    "run": ["pyproject.toml"],
    "postgres": ["--extra", "postgres", "pyproject.toml"],
    "dev": ["--extra", "postgres", "pyproject.toml", "requirements/dev.in"],
}
FLAGS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]


def main() -> int:
    """Write the three lists; versions of the smaller list bind the larger one."""
    uv = os.environ.get("UV", "uv")
    constraints: list[str] = []
    for name, sources in LISTS.items():
        target = f"requirements/{name}.txt"
        command = [uv, "pip", "compile", *FLAGS, *sys.argv[1:], *sources, *constraints, "-o", target]
        done = subprocess.run(command, cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
        constraints = ["-c", target]
    return 0


if __name__ == "__main__":
    sys.exit(main())
