"""Làm đầy kho tra cứu: entries and the text of their files by the thousand, written straight into the tables.

python bench/search_fill.py COUNT    (inside the environment of one deployment; adds up to COUNT entries)

The words are those of our own guides and rules, drawn as often as words of a language are, so that some stand in nearly
every entry and most in a handful.
"""

from __future__ import annotations

import hashlib
import itertools
import random
import re
import sys
import zlib
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from danchu.cli.common import load_django  # noqa: E402 - after the path

load_django()

from django.db import connection, transaction  # noqa: E402
from django_scopes import scope  # noqa: E402

from danchu.foundation import clock  # noqa: E402
from danchu.foundation.files.models import Reading, StoredFile  # noqa: E402
from danchu.foundation.places.models import KhuPho, Ward  # noqa: E402
from danchu.foundation.search import index, lexemes  # noqa: E402
from danchu.foundation.search.models import Publication, PublicationFile  # noqa: E402
from danchu.foundation.text import fold  # noqa: E402

FILES = 4
WORDS_A_FILE = 300
WORDS_A_TITLE = 9
YEARS = 6
AT_A_TIME = 500
KINDS = ("ward", "announcement", "vote", "list", "release")
# Bulk loading keeps the text's own lexemes; pairs and words go the same way as in services.put.


def vocabulary() -> list[str]:
    """Words of the guides, the commonest first; more are made up so that rare ones are as many as in a language."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md")))
    text += " ".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("vi/**/*.po")))
    counts: dict[str, int] = {}
    for word in lexemes.words_of(text):
        if re.search(r"[^\W\d_]", word):
            counts[word] = counts.get(word, 0) + 1
    known = sorted(counts, key=lambda word: (-counts[word], word))
    return known[:2500] + [f"{one}{two}" for one in known[:60] for two in known[:60]]


class Maker:
    """Draws words and knows each word's folded form."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = vocabulary()
        self.folded = {word: fold(word) for word in self.words}
        self.weights = [1 / (rank + 8) for rank in range(len(self.words))]

    def draw(self, count: int) -> list[str]:
        return self.chance.choices(self.words, self.weights, k=count)

    def lexemes(self, title: list[str], text: list[str], tags: set[str]) -> set[str]:
        """As ``lexemes_of``, with the folding looked up."""
        found = set(tags)
        for words in (title, text):
            plain = [self.folded[word] for word in words]
            found.update(plain)
            found.update(word if word != self.folded[word] else f"={word}" for word in set(words))
            found.update(f"{one}_{two}" for one, two in itertools.pairwise(plain))
        for word in title:
            found |= {f"^{self.folded[word]}", f"^{word if word != self.folded[word] else '=' + word}"}
        return found


def fill(ward: Ward, count: int) -> int:
    """Bring the ward to ``count`` entries beside those of the demonstration."""
    places = [None, *KhuPho.objects.values_list("pk", flat=True)]
    have = Publication.objects.filter(key__startswith="bench:").count()
    maker, at, today = Maker(have), clock.now(), clock.day(clock.now())
    for start in range(have, count, AT_A_TIME):
        with transaction.atomic():
            batch(ward, range(start, min(start + AT_A_TIME, count)), maker, places, today, at)
        print(f"\r{min(start + AT_A_TIME, count)}/{count}", end="", flush=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print()
    return max(count - have, 0)


def batch(ward: Ward, numbers: range, maker: Maker, places: list[int | None], today: date, at: object) -> None:
    entries, texts = [], []
    for number in numbers:
        title, text = maker.draw(WORDS_A_TITLE), [maker.draw(WORDS_A_FILE) for _ in range(FILES)]
        kind = maker.chance.choice(KINDS)
        entry = Publication(
            ward=ward,
            khu_pho_id=maker.chance.choice(places),
            key=f"bench:{number}",
            kind=kind,
            item=f"11.{maker.chance.randint(1, 14)}" if kind == "ward" else "",
            title=" ".join(title).capitalize(),
            summary=" ".join(maker.draw(30)),
            url=f"/tra-cuu/?q={number}",
            day=today - timedelta(days=maker.chance.randrange(365 * YEARS)),
            put_at=at,
        )
        entries.append(entry)
        texts.append((title, text))
    Publication.objects.bulk_create(entries)
    made = []
    for entry, (title, text) in zip(entries, texts, strict=True):
        tags = {
            lexemes.tag("w", ward.pk),
            lexemes.tag("k", entry.khu_pho_id or 0),
            lexemes.tag("d", entry.kind),
            lexemes.month_tag(entry.day),
            *([lexemes.tag("i", entry.item)] if entry.item else []),
        }
        words = [word for one in text for word in one]
        found = maker.lexemes(title, entry.summary.split() + words, tags)
        entry.place = index.place_of(entry.day, entry.pk)
        entry.lexemes = zlib.compress(" ".join(sorted(found)).encode())
        made.append((entry.place, found))
    Publication.objects.bulk_update(entries, ["place", "lexemes"], batch_size=100)
    for place, found in sorted(made):
        index.add(place, found)
    attach(ward, entries, [text for _, text in texts], at)


def attach(ward: Ward, entries: list[Publication], texts: list[list[list[str]]], at: object) -> None:
    files, readings, links = [], [], []
    for entry, text in zip(entries, texts, strict=True):
        for order, words in enumerate(text):
            digest = hashlib.sha256(f"{entry.key}:{order}".encode()).hexdigest()
            common = {"ward": ward, "sha256": digest}
            files.append(
                StoredFile(**common, name=f"tep-{order}.pdf", kind="pdf", size=1, opened_by="-", subject="bench:1",
                           stored_at=at, published_at=at)
            )  # fmt: skip
            readings.append(Reading(**common, state="read", text=" ".join(words), pages=1, asked_at=at, read_at=at))
            links.append((entry, order))
    StoredFile.objects.bulk_create(files)
    Reading.objects.bulk_create(readings)
    PublicationFile.objects.bulk_create(
        PublicationFile(ward=ward, publication=entry, file=file, order=order)
        for (entry, order), file in zip(links, files, strict=True)
    )


def main() -> None:
    ward = Ward.objects.get()
    with scope(ward=ward):
        fill(ward, int(sys.argv[1]))


if __name__ == "__main__":
    main()
