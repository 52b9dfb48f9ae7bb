"""Hồ sơ: every file of one vote in one ZIP, in order, with an index to read and the SHA-256 of each to check."""

from __future__ import annotations

import hashlib
import html
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danchu.documents.fields import day_words

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(\.[a-z0-9]+)+")

_PAGE = """<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>{title}</title>
<style>body{{font:18px/1.5 "Times New Roman",serif;max-width:50em;margin:2em auto;padding:0 1em}}
td,th{{padding:.3em .6em;border-bottom:1px solid #999;text-align:left;vertical-align:top}}
code{{font-size:13px;word-break:break-all}}</style>
<h1>{title}</h1>
<p>Lập {day}. Hồ sơ có {count} tệp.</p>
<table><tr><th>STT</th><th>Tên văn bản</th><th>Mã SHA-256</th></tr>
{rows}
</table>
<p>Muốn kiểm tra, so mã của từng tệp với tệp SHA256SUMS.</p>
</html>
"""


@dataclass(frozen=True, slots=True)
class DossierFile:
    """Tệp trong hồ sơ: ``name`` in small letters without marks ("bien-ban.pdf"), ``title`` as people call it."""

    name: str
    title: str
    data: bytes


def dossier(title: str, files: Sequence[DossierFile], *, day: date) -> bytes:
    """Hồ sơ ZIP: ``muc-luc.html``, ``SHA256SUMS`` and the files numbered in the order given.

    The same files, title and day give the same bytes. ``ValueError`` for a name that is not a plain one.
    """
    named = []
    for number, file in enumerate(files, 1):
        if not _NAME.fullmatch(file.name):
            raise ValueError(f"not a plain file name: {file.name}")
        named.append((f"{number:02d}-{file.name}", file, hashlib.sha256(file.data).hexdigest()))
    rows = "\n".join(
        f'<tr><td>{number}</td><td><a href="{name}">{html.escape(file.title)}</a></td>'
        f"<td><code>{digest}</code></td></tr>"
        for number, (name, file, digest) in enumerate(named, 1)
    )
    page = _PAGE.format(title=html.escape(title), day=day_words(day), count=len(named), rows=rows)
    sums = "".join(f"{digest}  {name}\n" for name, _, digest in named)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in (
            ("muc-luc.html", page.encode()),
            ("SHA256SUMS", sums.encode()),
            *((name, file.data) for name, file, _ in named),
        ):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
