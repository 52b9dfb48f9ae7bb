"""Word templates for tests, good and hostile."""

from __future__ import annotations

import io
import zipfile

import docx


def template(*paragraphs: str) -> bytes:
    """A plain Word file with these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The package with parts added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The package with bytes of a part replaced."""
    content = part(data, name)
    assert old in content
    return with_parts(data, {name: content.replace(old, new)})
