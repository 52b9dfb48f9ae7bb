"""Bảng chữ: gather, complete and compile the translations of every app, the same bytes on every machine.

    tools/messages.py            gather new words into locale/{vi,en}/LC_MESSAGES/django.po and compile them
    tools/messages.py --check    change nothing; fail if an app's words are not gathered, complete, NFC or compiled

Each app with a ``locale`` folder keeps its own words; English ids, no line numbers, no dates.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "danchu"
LANGUAGES = ("vi", "en")
_HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: {plural}\\n"\n'
)
_PLURAL = {"vi": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}
# "%s", "%d": a translator cannot move them. "%%" is a percent sign.
_UNNAMED = re.compile(r"(?<!%)(?:%%)*%[^(%\s]")
_NAMED = re.compile(r"%\((\w+)\)[sd]")


class Entry:
    """Một câu: id, plural id, context and translations of one language."""

    def __init__(self) -> None:
        self.context = ""
        self.id = ""
        self.plural = ""
        self.strings: list[str] = []
        self.fuzzy = False

    @property
    def key(self) -> tuple[str, str]:
        """What makes an entry one and the same."""
        return self.context, self.id


def apps() -> list[Path]:
    """The folders that keep words: every package with a ``locale`` folder."""
    return sorted(folder.parent for folder in SOURCE.rglob("locale") if folder.is_dir())


def own_files(app: Path) -> list[Path]:
    """Python files and templates of an app, without those of apps below it that keep their own words."""
    inner = [one for one in apps() if one != app and one.is_relative_to(app)]
    found = [*app.rglob("*.py"), *app.rglob("templates/**/*.html"), *app.rglob("templates/**/*.txt")]
    return sorted(f for f in found if not any(f.is_relative_to(one) for one in inner) and "migrations" not in f.parts)


def gather(app: Path) -> str:
    """The template of an app's words, as xgettext gives it."""
    if not settings.configured:
        settings.configure()
    with tempfile.TemporaryDirectory() as scratch:
        names = []
        for number, file in enumerate(own_files(app)):
            text = file.read_text(encoding="utf-8")
            if file.suffix != ".py":
                text = templatize(text)
            name = f"{number:04d}.py"
            (Path(scratch) / name).write_text(text, encoding="utf-8")
            names.append(name)
        keywords = "gettext_noop gettext_lazy ngettext_lazy:1,2 pgettext:1c,2 npgettext:1c,2,3 pgettext_lazy:1c,2"
        done = subprocess.run(
            [
                *("xgettext", "--language=Python", "--from-code=UTF-8", "--no-location", "--no-wrap"),
                *("--sort-output", "--keyword=_", *(f"--keyword={word}" for word in keywords.split())),
                *("--output=-", *names),
            ],
            cwd=scratch,
            capture_output=True,
            text=True,
            check=True,
        )
    return done.stdout


def merged(template: str, language: str, old: Path) -> str:
    """The template with what is already translated; words that are gone are dropped, nothing is guessed."""
    entries = parse(template)
    kept = {entry.key: entry for entry in parse(old.read_text(encoding="utf-8"))} if old.is_file() else {}
    parts = [_HEADER.format(language=language, plural=_PLURAL[language])]
    for entry in entries:
        known = kept.get(entry.key)
        strings = known.strings if known else []
        if not any(strings) and language == "en":
            strings = [entry.id, entry.plural] if entry.plural else [entry.id]
        parts.append(written(entry, strings, language))
    return "\n".join(parts)


def written(entry: Entry, strings: list[str], language: str) -> str:
    """One entry as it stands in the file."""
    lines = [f'msgctxt "{entry.context}"'] if entry.context else []
    if "%(" in entry.id:
        lines.insert(0, "#, python-format")
    lines.append(f'msgid "{entry.id}"')
    if not entry.plural:
        return "\n".join([*lines, f'msgstr "{strings[0] if strings else ""}"', ""])
    lines.append(f'msgid_plural "{entry.plural}"')
    forms = 1 if language == "vi" else 2
    strings = [*strings, "", ""][:forms]
    return "\n".join([*lines, *(f'msgstr[{n}] "{text}"' for n, text in enumerate(strings)), ""])


def parse(text: str) -> list[Entry]:
    """The entries of a .po text, the header left out."""
    return [entry for entry in map(entry_of, re.split(r"\n\s*\n", text)) if entry.id]


def entry_of(block: str) -> Entry:
    """One entry of its lines; long texts may stand on several."""
    entry = Entry()
    entry.fuzzy = bool(re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE))
    fields = {"msgctxt": "context", "msgid": "id", "msgid_plural": "plural"}
    where = ""
    for word, words in re.findall(r'^(\w+(?:\[\d\])?)?\s*"(.*)"\s*$', block, re.MULTILINE):
        where = word or where
        if where in fields:
            setattr(entry, fields[where], getattr(entry, fields[where]) + words)
        elif word:
            entry.strings.append(words)
        else:
            entry.strings[-1] += words
    return entry


def faults(file: Path, language: str) -> list[str]:
    """What is wrong in one catalogue, in words."""
    text = file.read_text(encoding="utf-8")
    found = [] if unicodedata.is_normalized("NFC", text) else ["not NFC"]
    for entry in parse(text):
        wanted = 1 if language == "vi" or not entry.plural else 2
        if len(entry.strings) != wanted or not all(entry.strings):
            found.append(f"not translated: {entry.id}")
        if entry.fuzzy:
            found.append(f"fuzzy: {entry.id}")
        for words in (entry.id, entry.plural, *entry.strings):
            if _UNNAMED.search(words):
                found.append(f"unnamed placeholder: {words}")
        names = set(_NAMED.findall(entry.id)) | set(_NAMED.findall(entry.plural))
        for words in entry.strings:
            if not set(_NAMED.findall(words)) <= names:
                found.append(f"unknown placeholder: {words}")
    return found


def compiled(file: Path) -> bytes:
    """The .mo bytes of a catalogue."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "django.mo"
        subprocess.run(["msgfmt", "--check-format", "--no-hash", "--output-file", str(target), str(file)], check=True)
        return target.read_bytes()


def check(app: Path) -> list[str]:
    """Every fault of an app's catalogues, each with the file it is in."""
    found = []
    template = gather(app)
    for language in LANGUAGES:
        file = app / "locale" / language / "LC_MESSAGES" / "django.po"
        name = file.relative_to(SOURCE)
        if not file.is_file():
            found.append(f"{name}: missing")
            continue
        found += [f"{name}: {fault}" for fault in faults(file, language)]
        if merged(template, language, file) != file.read_text(encoding="utf-8"):
            found.append(f"{name}: words changed, run tools/messages.py")
        if not file.with_suffix(".mo").is_file() or file.with_suffix(".mo").read_bytes() != compiled(file):
            found.append(f"{name}: not compiled, run tools/messages.py")
    return found


def clashes(chosen: list[Path]) -> list[str]:
    """The same words said differently by two apps: Django would show whichever it read last."""
    said: dict[tuple[str, str, str], tuple[list[str], Path]] = {}
    found = []
    for app in chosen:
        for language in LANGUAGES:
            file = app / "locale" / language / "LC_MESSAGES" / "django.po"
            for entry in parse(file.read_text(encoding="utf-8")) if file.is_file() else []:
                before, where = said.setdefault((language, *entry.key), (entry.strings, app))
                if before != entry.strings:
                    pair = f"{where.relative_to(SOURCE)} and {app.relative_to(SOURCE)}"
                    found.append(f"{pair} differ in {language}: {entry.id} (give one of them a context)")
    return found


def update(app: Path) -> None:
    """Gather and compile the words of an app."""
    template = gather(app)
    for language in LANGUAGES:
        file = app / "locale" / language / "LC_MESSAGES" / "django.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(merged(template, language, file), encoding="utf-8")
        file.with_suffix(".mo").write_bytes(compiled(file))


def main() -> int:
    """Run from the command line; 1 when ``--check`` finds a fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("apps", nargs="*", help="only these, e.g. ui rooms/voting")
    asked = parser.parse_args()
    if shutil.which("xgettext") is None:
        print("xgettext is missing: install the Debian package gettext", file=sys.stderr)
        return 1
    chosen = [SOURCE / name for name in asked.apps] or apps()
    unknown = [str(app.relative_to(SOURCE)) for app in chosen if not app.is_dir()]
    if unknown:
        print(f"no such app: {', '.join(unknown)}", file=sys.stderr)
        return 1
    if not asked.check:
        for app in chosen:
            update(app)
    found = [fault for app in chosen for fault in check(app)] + clashes(apps())
    print("\n".join(found) or "ok")
    return 1 if found and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
