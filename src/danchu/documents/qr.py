"""Mã QR: drawn as SVG for papers and pages, as PNG where a picture is needed."""

from __future__ import annotations

import io

import segno

QUIET = 4
"""Vùng trắng quanh mã, in modules: what readers need around the code."""


def qr_svg(text: str, *, error: str = "m") -> str:
    """Mã QR dạng SVG: one filled path over its quiet zone, one unit a module; scale it with the page.

    ``error`` is the share that may be damaged: l 7 %, m 15 %, q 25 %, h 30 %.
    """
    rows = [list(row) for row in segno.make(text, error=error, micro=False, boost_error=False).matrix]
    side = len(rows) + 2 * QUIET
    path = []
    for y, row in enumerate(rows):
        x = 0
        while x < side - 2 * QUIET:
            run = 0
            while x + run < len(row) and row[x + run]:
                run += 1
            if run:
                path.append(f"M{x + QUIET} {y + QUIET}h{run}v1h-{run}z")
            x += run or 1
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="M0 0h{side}v{side}h-{side}z" fill="#fff"/><path d="{"".join(path)}" fill="#000"/></svg>'
    )


def qr_png(text: str, *, error: str = "m", scale: int = 10) -> bytes:
    """Mã QR dạng PNG: ``scale`` pixels a module, with its quiet zone."""
    out = io.BytesIO()
    segno.make(text, error=error, micro=False, boost_error=False).save(out, kind="png", scale=scale, border=QUIET)
    return out.getvalue()


def qr_share(text: str, *, error: str = "m") -> float:
    """Phần của mã trong hình: the code's own side as a share of the picture with its quiet zone."""
    side = len(segno.make(text, error=error, micro=False, boost_error=False).matrix)
    return side / (side + 2 * QUIET)
