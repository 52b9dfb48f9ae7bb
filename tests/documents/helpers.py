"""Reading back what was drawn."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pypdf
import zxingcpp


def text_of(pdf: bytes) -> str:
    """The text of a PDF, with every kind of space made one space."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def fonts_of(pdf: bytes) -> set[str]:
    """Families of the faces inside a PDF, without the subset's tag and the weight."""
    found = set()
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            found.add(str(font.get_object()["/BaseFont"]).split("+")[-1].split("-")[0].lstrip("/"))
    return found


def pages_as_grey(pdf: bytes, folder: Path, program: str, dpi: int) -> list[memoryview]:
    """Each page as rows of grey, drawn by poppler."""
    source = folder / "paper.pdf"
    source.write_bytes(pdf)
    subprocess.run([program, "-r", str(dpi), "-gray", str(source), str(folder / "page")], check=True)
    pages = []
    for file in sorted(folder.glob("page*.pgm")):
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", file.read_bytes())
        width, height = int(header[1]), int(header[2])
        pages.append(memoryview(file.read_bytes()[header.end() :]).cast("B", (height, width)))
    return pages


def codes_in(page: memoryview) -> list[zxingcpp.Barcode]:
    """QR codes a reader finds on a page."""
    return zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)
