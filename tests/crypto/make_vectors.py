"""Writes ``vectors.json``: what every other implementation of the writer, the browser's first, must give too.

python tests/crypto/make_vectors.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src")]

from danchu.crypto import ceremony, credentials, protocol, questions, server_key, shares, sheets  # noqa: E402
from danchu.groups import group_named  # noqa: E402

FILE = Path(__file__).with_name("vectors.json")
UUID = "DanChuThoiHoaPhuong"
CARD = "01234567890123456789"
DRAWN = "31415926535897932384626433"


def vectors() -> dict[str, Any]:
    """All values but random ones; numbers are decimal text, as in the protocol."""
    group = group_named(questions.GROUP)
    sheet = DRAWN + sheets._check(DRAWN)
    keys = sheets.member_keys(sheet, UUID, 2, group)
    private = credentials.private_credential(CARD, UUID, group)
    vote = questions.SecretVote(UUID, "Tên “có dấu”\n", "\x7f", "Có tổng vệ sinh không?", group.g.power(5))
    one, other = group.g.power(3), group.g.power(4)
    return {
        "group": {"name": group.name, "g^5": group.text(group.g.power(5)), "order": str(group.order)},
        "slow": {"secret": CARD, "salt": "muối", "bytes": protocol.slow(CARD, "muối").hex()},
        "expand": {"secret": "00ff", "purpose": "ví dụ", "bytes": protocol.expand(b"\0\xff", "ví dụ").hex()},
        "challenge": {
            "prefix": "prove|ví dụ|",
            "elements": [group.text(one), group.text(other)],
            "value": str(protocol.challenge(group, "prove|ví dụ|", [one, other])),
        },
        "credential": {
            "uuid": UUID,
            "card": CARD,
            "private": str(private),
            "public": credentials.public_credential(private, group),
        },
        "sheet": {
            "uuid": UUID,
            "sheet": sheet,
            "signing": str(keys.signing),
            "reading": str(keys.reading),
            "polynomial": [str(coefficient) for coefficient in keys.polynomial],
        },
        "share": {
            "common": group.text(one),
            "point": group.text(other),
            "context": f"{UUID}|1|2",
            "pad_and_key": [part.hex() for part in shares._keys(one, group.text(other), f"{UUID}|1|2", group)],
        },
        "group_code": {
            "uuid": UUID,
            "certificates": [{"message": "{}", "signature": {"challenge": "1", "response": "2"}}],
            "code": ceremony.group_code(
                ceremony.Ceremony(UUID, 3, group),
                [{"message": "{}", "signature": {"challenge": "1", "response": "2"}}],
            ),
        },
        "server": {
            "secret": bytes(range(32)).hex(),
            "uuid": UUID,
            "key": str(server_key.server_key(bytes(range(32)), UUID, group)),
        },
        "vote": {"text": vote.text, "fingerprint": vote.fingerprint, "short": protocol.short_code(vote.text)},
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
