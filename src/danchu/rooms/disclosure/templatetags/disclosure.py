"""Lời trên trang công khai: a posting and its forms in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.template import Library

from danchu.law.disclosure import Channel, Means, channel_label, means_label
from danchu.law.people import Label
from danchu.ui.tags.words import lang

register = Library()


def _said(label: Label) -> str:
    return label.vi if lang() == "vi" else label.en


@register.filter
def channel_words(channels: Iterable[str]) -> str:
    """Các hình thức, thành lời."""
    return ", ".join(_said(channel_label(Channel(one))) for one in channels)


@register.filter
def form_words(posting: Any) -> str:
    """«Niêm yết»; «Qua Trưởng khu phố, báo trực tiếp đến từng hộ»."""
    words = _said(channel_label(Channel(posting.channel)))
    how = _said(means_label(Means(posting.means))) if posting.means else ""
    return ", ".join(part for part in (words[:1].upper() + words[1:], how) if part)


@register.filter
def posting_words(posting: Any) -> str:
    """«Niêm yết, Nhà văn hóa khu phố 3»."""
    words = _said(channel_label(Channel(posting.channel)))
    where = posting.place.name if posting.place else posting.khu_pho.name if posting.khu_pho else ""
    how = _said(means_label(Means(posting.means))) if posting.means else ""
    parts = [words[:1].upper() + words[1:], where, how]
    return ", ".join(part for part in parts if part)
