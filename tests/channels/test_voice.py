"""Recordings that are really made, and really decoded again."""

from __future__ import annotations

import array
import math
import subprocess
import time
import wave
from pathlib import Path

import pytest

from channels.samples import ROAD
from danchu.channels import script, voice
from danchu.channels.voice import BadSound, NoVoice, heard, measure, speak

SPEAKS = pytest.mark.part("voice")


def decoded(data: bytes, folder: Path) -> tuple[float, array.array[int], int]:
    """What a telephone hears: seconds, samples, samples a second."""
    (folder / "in.mp3").write_bytes(data)
    subprocess.run(["lame", "--quiet", "--decode", folder / "in.mp3", folder / "out.wav"], check=True)
    with wave.open(str(folder / "out.wav")) as file:
        assert file.getsampwidth() == 2
        rate = file.getframerate() * file.getnchannels()
        samples = array.array("h", file.readframes(file.getnframes()))
    return len(samples) / rate, samples, rate


def tone(path: Path, seconds: float, *, loud: int = 8000, rate: int = 22_050) -> Path:
    """A plain tone."""
    samples = array.array("h", (int(loud * math.sin(n / 8)) for n in range(int(seconds * rate))))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return path


@SPEAKS
@pytest.mark.parametrize("speech", ["south", "north"])
def test_recording_is_heard_and_lasts_as_long_as_the_script_says(tmp_path, settings, speech):
    settings.DANCHU_SPEECH = speech
    words = script(ROAD)

    sound = speak(words.text)

    length, samples, rate = decoded(sound.data, tmp_path)
    assert sound.data[:3] == b"ID3" or sound.data[:2] in {b"\xff\xf3", b"\xff\xfb"}
    assert abs(length - sound.seconds) <= 1.2
    assert abs(length - words.seconds) <= 0.15 * words.seconds
    assert heard(samples, rate) > 60
    assert max(samples) > 8000
    # nobody waits for the first word, and no word is cut off at the end
    assert heard(samples[: 2 * rate], rate) > 30
    assert len(sound.data) < 5000 * length


@SPEAKS
def test_two_texts_sound_different():
    assert speak("Một hai ba.").data != speak("Bốn năm sáu.").data
    assert speak("Một hai ba.").data == speak("Một hai ba.").data


@SPEAKS
@pytest.mark.parametrize(
    "hostile",
    [
        "-f /etc/passwd đọc tệp này",
        "--path=/etc -w /etc/xong.wav",
        "[[h@l'oU]] <speak><audio src='file:///etc/passwd'/></speak> xin chào",
        "$(touch {wav}) `id`; rm -rf / | xin chào {text} {mp3}",
        "xin chào \x00\x01\x1b[31m \u202e bà con",
        "@/etc/passwd xin chào",
    ],
)
def test_hostile_words_are_only_words(tmp_path, hostile, monkeypatch):
    given: list[str] = []
    run = voice._run

    def watched(words, paths, folder):
        given.extend(paths["text"].read_text(encoding="utf-8").splitlines())
        assert not any("passwd" in word or "chào" in word for word in words)
        run(words, paths, folder)

    monkeypatch.setattr(voice, "_run", watched)

    sound = speak(hostile)

    assert sound.seconds < 20
    assert all(one.isalpha() or one in " .,;:!?-" for line in given for one in line)
    assert not any(line.startswith("-") for line in given)


@SPEAKS
@pytest.mark.parametrize("nothing", ["", "   ", "... !!!", "\x00"])
def test_nothing_to_say_is_refused(nothing):
    with pytest.raises(BadSound, match="empty"):
        speak(nothing)


def test_missing_programs_are_named(settings):
    settings.DANCHU_VOICE = "khong-co-chuong-trinh-nay {text} {wav}"

    assert "khong-co-chuong-trinh-nay" in voice.missing()
    with pytest.raises(NoVoice) as caught:
        speak("xin chào")
    assert "khong-co-chuong-trinh-nay" in caught.value.args


@SPEAKS
def test_another_voice_is_a_command_of_the_operator(tmp_path, settings):
    tone(tmp_path / "giọng của phường.wav", 3)
    settings.DANCHU_VOICE = f"cp '{tmp_path}/giọng của phường.wav' {{wav}}"

    sound = speak("xin chào")

    assert sound.seconds == 3
    assert abs(decoded(sound.data, tmp_path)[0] - 3) < 0.3


@SPEAKS
@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("false", "program"),
        ("true", "format"),
        ("cp {text} {wav}", "format"),
        ("sh -c 'head -c 200000000 /dev/zero > speech.wav'", "program"),  # stopped at the room it has
    ],
)
def test_a_voice_that_fails_says_why_in_one_word(settings, command, why):
    settings.DANCHU_VOICE = command

    with pytest.raises(BadSound, match=why):
        speak("xin chào")


def eventually_gone(state: Path) -> bool:
    """The kill is sent; a busy machine takes a moment to carry it out."""
    for _turn in range(100):
        try:
            if state.read_text().split()[2] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.1)
    return False


@SPEAKS
def test_a_voice_that_hangs_is_ended_with_all_it_started(tmp_path, settings, monkeypatch):
    monkeypatch.setattr(voice, "_TIME", 1)
    mark = tmp_path / "con"
    settings.DANCHU_VOICE = f"sh -c 'sleep 300 & echo $! > {mark}; wait'"

    with pytest.raises(BadSound, match="time"):
        speak("xin chào")

    child = mark.read_text().strip()
    assert eventually_gone(Path(f"/proc/{child}/stat"))


def test_silence_short_and_long_sounds_are_not_kept(tmp_path):
    assert measure(tone(tmp_path / "a.wav", 2)) == 2
    assert measure(tone(tmp_path / "b.wav", 2.2)) == 3
    with pytest.raises(BadSound, match="silence"):
        measure(tone(tmp_path / "c.wav", 5, loud=100))
    with pytest.raises(BadSound, match="length"):
        measure(tone(tmp_path / "d.wav", 0.2))
    with pytest.raises(BadSound, match="length"):
        measure(tone(tmp_path / "e.wav", 301, rate=1000))
    with pytest.raises(BadSound, match="format"):
        measure(tmp_path / "không có.wav")
