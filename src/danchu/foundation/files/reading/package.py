"""Dùng chung cho tệp Word, Excel: parts read as a stream, and what both kinds keep about their maker."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from danchu.foundation.files.reading.found import Read

_MAKERS = {
    "{http://purl.org/dc/elements/1.1/}creator": "author",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy": "author",
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Company": "company",
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Manager": "company",
}


def elements(package: zipfile.ZipFile, name: str) -> Iterator[Any]:
    """Every element of a part, at its end; what has been read is let go."""
    with package.open(name) as part:
        for _, one in etree.iterparse(part, events=("end",), resolve_entities=False, no_network=True, huge_tree=False):
            yield one
            if one.getparent() is not None and one.getparent().getparent() is None:
                one.clear()
                while one.getprevious() is not None:
                    del one.getparent()[0]


def about_the_maker(package: zipfile.ZipFile, found: Read) -> None:
    """Names in the properties, and files laid inside this one."""
    names = set(package.namelist())
    for part in ("docProps/core.xml", "docProps/app.xml"):
        if part in names:
            for one in elements(package, part):
                if one.tag in _MAKERS and (one.text or "").strip():
                    found.find(_MAKERS[one.tag], one.text.strip())
    if "docProps/custom.xml" in names:
        found.find("properties")
    inside = [one for one in names if "/embeddings/" in one]
    if inside:
        found.find("embedded", count=len(inside))
