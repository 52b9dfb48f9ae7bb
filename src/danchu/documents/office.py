"""DOCX sang PDF: through LibreOffice where the operator installed it. Never needed by the shipped papers."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from danchu.documents.errors import NoOffice, OfficeFailed


def office_program() -> str | None:
    """Chương trình LibreOffice trên máy này, if any."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def docx_to_pdf(docx: bytes, *, timeout: float = 60, program: str | None = None) -> bytes:
    """Đổi DOCX sang PDF. ``timeout`` in seconds. Raises ``NoOffice``, ``OfficeFailed``.

    Each call has a profile of its own, so that two at once do not wait for each other; macros stay off.
    """
    program = program or office_program()
    if program is None:
        raise NoOffice
    with tempfile.TemporaryDirectory(prefix="danchu-office-") as folder:
        work = Path(folder)
        source = work / "paper.docx"
        source.write_bytes(docx)
        command = [
            program,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(work), str(source)),
        ]
        output = _run(command, work, timeout)
        made = work / "paper.pdf"
        if not made.exists():
            raise OfficeFailed(output[-2000:])
        return made.read_bytes()


def _run(command: list[str], work: Path, timeout: float) -> str:
    """Run in a session of its own, so that a time-out ends its children too."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(work), "LANG": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - a fixed command; the file's name is ours
        command,
        cwd=work,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            raise OfficeFailed(f"no answer in {timeout} seconds") from None
    return output.decode("utf-8", "replace")
