"""Bản chụp giấy tờ của phường mẫu: one page that says it is made up, in place of a scanned, signed paper."""

from __future__ import annotations

import json
from functools import lru_cache

import typst

from danchu.documents import pdf

_PAGE = """
#set page(paper: "a4", margin: 30mm)
#set text(font: "Tinos", size: 14pt, lang: "vi")
#let words = json(bytes(sys.inputs.words))
#align(center)[
  #text(weight: "bold")[KHU PHỐ CỦA PHƯỜNG MẪU]
  #v(20mm)
  #text(size: 18pt, weight: "bold")[#words.title]
  #v(6mm)
  #words.about
  #v(30mm)
  Bản chụp minh họa. Người và chữ ký trong phường mẫu đều hư cấu.
]
"""


@lru_cache(maxsize=64)
def signed_paper(title: str, about: str) -> bytes:
    """Một trang PDF: the paper's name and what it is about."""
    words = json.dumps({"title": title, "about": about})
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[pdf.FONTS])
    return typst.compile(_PAGE.encode(), format="pdf", sys_inputs={"words": words}, font_paths=fonts)
