"""Giấy tờ, ảnh chụp của phường mẫu: pages that say they are made up, in place of scanned papers and photos."""

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


_TYPED = """
#set page(paper: "a4", margin: 25mm)
#set text(font: "Tinos", size: 14pt, lang: "vi")
#let words = json(bytes(sys.inputs.words))
#align(center, text(weight: "bold", size: 16pt)[#words.title])
#v(6mm)
#for line in words.text { par(line) }
#v(10mm)
_Văn bản của phường mẫu; tên, số liệu đều hư cấu._
"""
_BOARD = """
#set page(width: 96mm, height: 72mm, margin: 8mm, fill: rgb("8a6d4b"))
#set text(font: "Tinos", size: 11pt, lang: "vi")
#let words = json(bytes(sys.inputs.words))
#rect(width: 100%, height: 100%, fill: rgb("f3e9d6"), inset: 5mm)[
  #text(weight: "bold")[BẢNG TIN]
  #v(2mm)
  #grid(columns: 3, gutter: 3mm, ..range(3).map(_ => rect(width: 22mm, height: 26mm, fill: white, stroke: 0.4pt)))
  #v(2mm)
  #words.place. Ảnh minh họa.
]
"""


@lru_cache(maxsize=64)
def typed_paper(title: str, text: tuple[str, ...]) -> bytes:
    """Một trang PDF có chữ, which searching reads."""
    words = json.dumps({"title": title, "text": text})
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[pdf.FONTS])
    return typst.compile(_TYPED.encode(), format="pdf", sys_inputs={"words": words}, font_paths=fonts)


@lru_cache(maxsize=64)
def board_photo(place: str) -> bytes:
    """Ảnh một bảng tin, drawn, one for each place."""
    words = json.dumps({"place": place})
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[pdf.FONTS])
    return typst.compile(_BOARD.encode(), format="png", ppi=90, sys_inputs={"words": words}, font_paths=fonts)
