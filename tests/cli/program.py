"""Running the real program in a process of its own, on a data folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parents[2] / "src"


@dataclass(frozen=True)
class Program:
    """``danchu`` with a data folder; ``env`` adds to a clean environment."""

    data: Path
    env: Mapping[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("DANCHU_", "DATABASE_", "LC_"))
        }
        return (
            kept | {"LANG": "vi_VN.UTF-8", "PYTHONPATH": str(SOURCE), "DANCHU_DATA": str(self.data)} | self.env | more
        )

    def command(self, *words: str | Path) -> list[str]:
        return [sys.executable, "-m", "danchu", *map(str, words)]

    def run(self, *words: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            env=self.environment(**env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    def json(self, *words: str | Path, code: int = 0, **env: str) -> Any:
        """What the command prints under ``--json``; it must end with ``code``."""
        done = self.run(*words, "--json", **env)
        assert done.returncode == code, done.stdout + done.stderr
        return json.loads(done.stdout)

    def python(self, code: str) -> subprocess.CompletedProcess[str]:
        """A few lines inside the loaded service."""
        setup = "from danchu.cli.common import load_django; load_django()\n"
        return subprocess.run(
            [sys.executable, "-c", setup + code],
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=120,
        )

    def init(self) -> None:
        done = self.run("init", "--name", "Thới Hòa", "--province", "Thành phố Hồ Chí Minh", "--khu-pho", "3")
        assert done.returncode == 0, done.stderr
