"""Mã QR: drawn as SVG for papers and pages, as PNG where a picture is needed."""

from __future__ import annotations

import io
from dataclasses import dataclass

import segno

QUIET = 4
"""Vùng trắng quanh mã, in modules: what readers need around the code."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hình mã QR: ``data`` with its quiet zone; ``share`` is the code's own side as a part of the picture's."""

    data: bytes
    share: float


def _make(text: str, error: str) -> segno.QRCode:
    return segno.make(text, error=error, micro=False, boost_error=False)


def draw_svg(text: str, *, error: str = "m") -> Drawing:
    """Mã QR dạng SVG: one filled path over its quiet zone, one unit a module; scale it with the page.

    ``error`` is the share that may be damaged: l 7 %, m 15 %, q 25 %, h 30 %.
    """
    rows = [bytes(row) for row in _make(text, error).matrix]
    side = len(rows) + 2 * QUIET
    path = []
    for y, row in enumerate(rows, QUIET):
        x = row.find(1)
        while x >= 0:
            end = row.find(0, x)
            run = (len(row) if end < 0 else end) - x
            path.append(f"M{x + QUIET} {y}h{run}v1h-{run}z")
            x = row.find(1, x + run)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="M0 0h{side}v{side}h-{side}z" fill="#fff"/><path d="{"".join(path)}" fill="#000"/></svg>'
    )
    return Drawing(svg.encode(), len(rows) / side)


def draw_png(text: str, *, error: str = "m", scale: int = 10) -> Drawing:
    """Mã QR dạng PNG: ``scale`` pixels a module, with its quiet zone."""
    code, out = _make(text, error), io.BytesIO()
    code.save(out, kind="png", scale=scale, border=QUIET)
    side = len(code.matrix)
    return Drawing(out.getvalue(), side / (side + 2 * QUIET))


def qr_svg(text: str, *, error: str = "m") -> str:
    """Mã QR dạng SVG để đặt vào trang."""
    return draw_svg(text, error=error).data.decode()


def qr_png(text: str, *, error: str = "m", scale: int = 10) -> bytes:
    """Tệp PNG của mã QR."""
    return draw_png(text, error=error, scale=scale).data
