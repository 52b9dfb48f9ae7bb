"""Elections held from beginning to end by ``belenios-tool``, which is not ours, run as a separate program."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from parts import find

GROUP = "BELENIOS-2048"
Vote = Sequence[Sequence[int]]


class Stranger:
    """One election in a folder of its own. ``voters``: lines of the tool's voters file, or how many.

    ``program`` is another ``belenios-tool`` than Debian 12's, 3.0 or newer, with the words to start it.
    """

    def __init__(
        self,
        folder: Path,
        questions: Sequence[Any],
        voters: int | str,
        team: tuple[int, int] | None,
        *,
        group: str = GROUP,
        program: Sequence[str] = (),
    ) -> None:
        self.folder, self.team, self.group = folder, team, group
        self.newer = bool(program)
        self.program = list(program) or [find("belenios")]
        self.uuid = self.tool("setup", "generate-token").strip()
        self._credentials(voters)
        self._keys()
        template = {"description": "", "name": "Tổng vệ sinh “sáng” \x7f", "questions": questions}
        self.file("template.json").write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
        self._setup("make-election", "--uuid", self.uuid, "--template", "template.json")
        self.tool("archive", "init")

    def file(self, name: str) -> Path:
        return self.folder / name

    @property
    def archive(self) -> Path:
        return self.file(f"{self.uuid}.bel")

    def tool(self, *words: str, given: str = "") -> str:
        done = subprocess.run(
            [*self.program, *words],
            cwd=self.folder,
            env={**os.environ, "BELENIOS_USE_URANDOM": "1"},
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _setup(self, command: str, *words: str, given: str = "") -> str:
        return self.tool("setup", command, "--group", self.group, *words, given=given)

    def _credentials(self, voters: int | str) -> None:
        if isinstance(voters, int):
            self._setup("generate-credentials", "--uuid", self.uuid, "--count", str(voters))
        else:
            self.file("voters.txt").write_text(voters, encoding="utf-8")
            self._setup("generate-credentials", "--uuid", self.uuid, "--file", "voters.txt")
        (public,) = self.folder.glob("*.pubcreds")
        public.rename(self.file("public_creds.json"))
        (private,) = self.folder.glob("*.privcreds")
        text = private.read_text(encoding="utf-8")
        self.credentials = (
            list(json.loads(text).values()) if self.newer else [line.split()[1] for line in text.splitlines()]
        )

    def _keys(self) -> None:
        self._setup("generate-trustee-key")
        (public,) = self.folder.glob("*.pubkey")
        self.file("public_keys.jsons").write_text(public.read_text(encoding="utf-8"), encoding="utf-8")
        if self.team:
            self._team(*self.team)
        self.tool("setup", "make-trustees")

    def _team(self, needed: int, size: int) -> None:
        step = "generate-trustee-key-threshold"
        self.members: list[str] = []  # in the order of their numbers, which newer certificates state
        for index in range(1, size + 1):
            context = ["--threshold-context", f"{index}/{needed}/{size}"] if self.newer else []
            self._setup(step, "--step", "1", *context)
            self.members += [path.stem for path in self.folder.glob("*.cert") if path.stem not in self.members]
        lines = [self.file(f"{member}.cert").read_text(encoding="utf-8").strip() for member in self.members]
        self.file("certs.jsons").write_text("\n".join(lines) + "\n", encoding="utf-8")
        certificates = ["--certs", "certs.jsons"]
        self._setup(step, *certificates, "--step", "2")
        polynomials = [
            self._setup(step, *certificates, "--key", f"{m}.key", "--step", "3", "--threshold", str(needed)).strip()
            for m in self.members
        ]
        self.file("polynomials.jsons").write_text("\n".join(polynomials) + "\n", encoding="utf-8")
        self._setup(step, *certificates, "--step", "4", "--polynomials", "polynomials.jsons")
        outputs = [
            self._setup(
                step, *certificates, "--key", f"{m}.key", "--step", "5", given=self.file(f"{m}.vinput").read_text()
            ).strip()
            for m in self.members
        ]
        threshold = self._setup(
            step, *certificates, "--step", "6", "--polynomials", "polynomials.jsons", given="\n".join(outputs) + "\n"
        )
        self.file("threshold.json").write_text(threshold, encoding="utf-8")

    # --- the vote -----------------------------------------------------------------------------------------------
    def add(self, kind: str, data: str = "") -> None:
        self.tool("archive", "add-event", f"--type={kind}", given=data)

    def cast(self, voter: int, vote: Vote) -> None:
        self.file("credential").write_text(self.credentials[voter] + "\n", encoding="utf-8")
        self.file("vote.json").write_text(json.dumps(vote), encoding="utf-8")
        chosen = ["--privcred", "credential", "--choice" if self.newer else "--ballot", "vote.json"]
        self.add("Ballot", self.tool("election", "generate-ballot", *chosen))

    def close(self) -> None:
        self.add("EndBallots")
        self.add("EncryptedTally", self.tool("election", "compute-encrypted-tally"))

    def open(self, members: Sequence[int] = ()) -> None:
        """The single trustee opens, then these members of the team, counted from 0; the result is written."""
        (private,) = self.folder.glob("*.privkey")
        self.add("PartialDecryption", self.tool("election", "decrypt", "--privkey", private.name, "--trustee-id", "1"))
        for member in members:
            name = self.members[member]
            words = ["--key", f"{name}.key", "--decryption-key", f"{name}.dkey", "--trustee-id", str(member + 2)]
            self.add("PartialDecryption", self.tool("election", "decrypt-threshold", *words))
        self.add("Result", self.tool("election", "compute-result"))


def accepts(archive: Path, folder: Path, program: Sequence[str] = ()) -> tuple[bool, str]:
    """Whether ``belenios-tool election verify`` accepts an archive; ``folder`` is empty."""
    (folder / archive.name).write_bytes(archive.read_bytes())
    done = subprocess.run(
        [*(program or [find("belenios")]), "election", "verify", "--dir", str(folder)],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    return done.returncode == 0, done.stdout + done.stderr
