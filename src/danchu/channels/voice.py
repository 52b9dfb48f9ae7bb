"""Giọng đọc: a text becomes a recording that every telephone plays, by programs of this machine alone.

A voice is a command that reads a text file and writes a WAV file; espeak-ng's Vietnamese by default, another by the
setting ``DANCHU_VOICE``. No shell: the words of the command are fixed, the text is only ever the content of a file
whose name we chose, and it holds letters and stops alone (``reading.for_voice``). Each program runs in an empty folder
with little memory, time and room for its files; what it made is measured before it is kept. MP3 by lame, because every
telephone plays it (docs/decisions/0041).
"""

from __future__ import annotations

import array
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

from danchu.channels.reading import for_voice
from danchu.channels.spoken import DIALECTS

PACE: Final = 120
_ESPEAK: Final = {"south": "vi-vn-x-south", "north": "vi"}
_ENCODER: Final = ("lame", "--quiet", "-m", "m", "--cbr", "-b", "32", "{wav}", "{mp3}")
LONGEST: Final = 300
"""Giây: a recording longer than this is not kept."""
_TIME, _MEMORY, _ROOM = 120, 4 << 30, 64 << 20
_LOUD: Final = 500
"""Biên độ, of 32,767: speech has peaks above it; below all is silence."""
_SPEAKS: Final = 20
"""Phần trăm of the tenths of a second that must be heard."""


class NoVoice(Exception):
    """Chưa có giọng đọc: ``args`` are the programs this machine lacks."""


class BadSound(Exception):
    """Bản đọc không dùng được: ``args[0]`` says why in one word."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Bản nghe: the MP3 and its length."""

    data: bytes
    seconds: int


def command() -> list[str]:
    """The words of the voice's command, with ``{text}`` and ``{wav}`` still open."""
    if settings.DANCHU_VOICE:
        return shlex.split(settings.DANCHU_VOICE)
    voice = _ESPEAK[settings.DANCHU_SPEECH]
    return ["espeak-ng", "-v", voice, "-s", str(PACE), "-b", "1", "-w", "{wav}", "-f", "{text}"]


def missing() -> list[str]:
    """Chương trình còn thiếu: empty when recordings can be made."""
    return [program for program in (command()[0], _ENCODER[0]) if shutil.which(program) is None]


def speak(text: str) -> Sound:
    """Đọc thành bản nghe. ``NoVoice`` where a program is missing; ``BadSound`` for a failure, silence or odd length."""
    if lacking := missing():
        raise NoVoice(*lacking)
    words = for_voice(text, DIALECTS[settings.DANCHU_SPEECH])
    if not any(one.isalpha() for one in words):
        raise BadSound("empty")
    with tempfile.TemporaryDirectory(prefix="danchu-voice-") as name:
        folder = Path(name)
        paths = {"text": folder / "words.txt", "wav": folder / "speech.wav", "mp3": folder / "speech.mp3"}
        paths["text"].write_text(f"{words}\n", encoding="utf-8")
        _run(command(), paths, folder)
        seconds = measure(paths["wav"])
        _run(_ENCODER, paths, folder)
        data = paths["mp3"].read_bytes() if paths["mp3"].is_file() else b""
    if not data:
        raise BadSound("encoder")
    return Sound(data, seconds)


def measure(path: Path) -> int:
    """Thời lượng của bản đọc, in whole seconds. ``BadSound``: no plain WAV, silent, too short or too long."""
    try:
        with wave.open(str(path), "rb") as file:
            rate, frames, channels = file.getframerate(), file.getnframes(), file.getnchannels()
            if file.getsampwidth() != 2 or not rate or frames > LONGEST * rate:
                raise BadSound("length" if rate and frames > LONGEST * rate else "format")
            samples = array.array("h", file.readframes(frames))
    except (OSError, EOFError, wave.Error):
        raise BadSound("format") from None
    if sys.byteorder == "big":
        samples.byteswap()
    if len(samples) < rate * channels // 2:
        raise BadSound("length")
    if heard(samples, rate * channels) < _SPEAKS:
        raise BadSound("silence")
    return -(-len(samples) // (rate * channels))


def heard(samples: array.array[int], rate: int) -> int:
    """Phần trăm thời gian có tiếng: tenths of a second with a peak that people hear."""
    step = max(rate // 10, 1)
    tenths = [samples[start : start + step] for start in range(0, len(samples), step)]
    loud = sum(max(max(part), -min(part)) >= _LOUD for part in tenths)
    return 100 * loud // max(len(tenths), 1)


def _run(words: Sequence[str], paths: dict[str, Path], folder: Path) -> None:
    """One program, bounded; it and whatever it started are gone afterwards."""
    filled = [words[0], *(_filled(word, paths) for word in words[1:])]
    clean = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "LANG": "C.UTF-8"}
    with subprocess.Popen(  # noqa: S603 - the command is the operator's; no word of it comes from a text
        filled,
        cwd=folder,
        env=clean,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_bounds if os.name == "posix" else None,
    ) as process:
        try:
            code = process.wait(_TIME)
        except subprocess.TimeoutExpired:
            raise BadSound("time") from None
        finally:
            _end(process)
    if code:
        raise BadSound("program")


def _filled(word: str, paths: dict[str, Path]) -> str:
    for name, path in paths.items():
        word = word.replace(f"{{{name}}}", str(path))
    return word


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    elif process.poll() is None:
        process.kill()


def _bounds() -> None:
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (_TIME, _TIME))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, _ROOM))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
