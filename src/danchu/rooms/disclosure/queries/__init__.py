"""Đọc sổ công khai, kế hoạch, yêu cầu thông tin."""

from danchu.rooms.disclosure.models import Attachment, Entry, InformationRequest, Plan, Posting, PostingPlace, Version
from danchu.rooms.disclosure.queries.entries import (
    EntryRow,
    entry_by_slug,
    facts_of,
    facts_of_many,
    places_on,
    public_attachment,
    published,
    published_entry,
    verdict_of,
    versions_of,
)

__all__ = [
    "Attachment",
    "Entry",
    "EntryRow",
    "InformationRequest",
    "Plan",
    "Posting",
    "PostingPlace",
    "Version",
    "entry_by_slug",
    "facts_of",
    "facts_of_many",
    "places_on",
    "public_attachment",
    "published",
    "published_entry",
    "verdict_of",
    "versions_of",
]
