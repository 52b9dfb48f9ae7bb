"""A stand-in for the ward in a ceremony, a count and the cards: keeps what is posted, checked by the writer."""

from __future__ import annotations

from typing import Any

from booth.ward import No
from crypto.village import SECRET_FILE, Village
from danchu.crypto import ceremony, server_key, tally, trustees
from danchu.crypto.ceremony import Ceremony, Contribution
from danchu.groups import group_named

GROUP = group_named("BELENIOS-2048")
NAMES = ["bà Lê Thị B", "ông Trần Văn C", "anh Phạm D"]


class TeamWard:
    """Member ``n`` comes with the pass ``MEMBER-n``; ``posts`` by kind, a place for each."""

    def __init__(self, uuid: str) -> None:
        self.uuid, self.attempt, self.refuse, self.hide = uuid, 1, "", False
        self.ceremony = Ceremony(uuid, 3, GROUP)
        self.village: Village | None = None
        self.few = False
        self.again()

    def again(self) -> None:
        kinds = ("promise", "certificate", "contribution", "key")
        self.posts: dict[str, list[Any]] = {kind: [None] * 3 for kind in kinds}
        self.posts |= {kind: [False] * 3 for kind in ("sheet", "match", "consent")}
        self.openings: dict[int, str] = {}

    def state(self, me: int) -> dict[str, Any]:
        posts = self.posts
        count = None
        if self.village:
            done = len(self.openings) >= 2
            count = {
                "ballots": len(self.village.last),
                "tally": self.tally_text(),
                "archive": f"/{self.uuid}.bel",
                "consent": posts["consent"] if self.few else None,
                "openings": [number in self.openings for number in (1, 2, 3)],
                "result": "[[…]]" if done else None,
            }
        return {
            "uuid": self.uuid, "attempt": self.attempt, "rehearsal": True, "ward": "Phường Thới Hòa",
            "khu_pho": "Khu phố 3", "title": "Đèn và camera", "phone": "0900 000 312", "size": 3, "needed": 2, "me": me,
            "leader": 1, "members": [{"name": name} for name in NAMES],
            "promises": posts["promise"], "certificates": posts["certificate"],
            "contributions": posts["contribution"], "keys": posts["key"], "sheets": posts["sheet"],
            "matched": posts["match"], "election": self.village.vote.text if self.village else None, "count": count,
        }  # fmt: skip

    def tally_text(self) -> str:
        assert self.village is not None
        return tally.tally_text(self.village.vote, self.village.sum)

    def answer(self, path: str, given: dict[str, Any]) -> dict[str, Any]:
        if not given["pass"].startswith("MEMBER-"):
            raise No(401, "secret.pass_ended")
        me = int(given["pass"].removeprefix("MEMBER-"))
        if path.endswith("/gui/"):
            if given["attempt"] != self.attempt:
                raise No(409, "secret.restarted")
            self.take(me, given["kind"], given["value"])
        return self.state(me)

    def take(self, me: int, kind: str, value: Any) -> None:
        if kind == "opening":
            self.openings[me] = value
            return
        place = self.posts[kind]
        if place[me - 1] not in (None, False) and place[me - 1] != value:
            raise No(409, "secret.already_posted")
        if kind == "certificate":
            assert None not in self.posts["promise"]
            assert ceremony.promise(value) == self.posts["promise"][me - 1]
        if kind == "contribution":
            ceremony.check_certificates(self.ceremony, self.posts["certificate"], self.posts["promise"])
        if kind == "key":
            assert None not in self.posts["contribution"]
        if kind == "match":
            assert value == ceremony.group_code(self.ceremony, self.posts["certificate"])
            value = True
        place[me - 1] = value

    def finished(self) -> tuple[str, int]:
        """The trustees' text and the election's key, as the writer makes them of what was posted."""
        given = [
            Contribution(one["coefficients"], one["agreement"], tuple(one["shares"]))
            for one in self.posts["contribution"]
        ]
        server = server_key.trustee_key(server_key.server_key(SECRET_FILE, self.uuid, GROUP), GROUP)
        text = trustees.trustees_text(self.ceremony, server, self.posts["certificate"], given, self.posts["key"])
        return text, trustees.election_key(self.ceremony, server, self.posts["certificate"], given)


class CardsWard:
    """Households, their cards and the list of one vote; the pass is ``LEADER-000``."""

    def __init__(self, uuid: str, households: int = 10) -> None:
        self.uuid, self.given, self.listed = uuid, {}, []
        self.households = [
            {
                "id": str(100 + n),
                "number": str(n),
                "name": f"bà Số {n}",
                "address": f"{n}/12 hẻm 45, đường số 5",
                "card": False,
            }
            for n in range(1, households + 1)
        ]

    def answer(self, path: str, given: dict[str, Any]) -> dict[str, Any]:
        if given["pass"] != "LEADER-000":
            raise No(401, "secret.pass_ended")
        if path.endswith("/cap/"):
            for one in self.households:
                one["card"] = one["card"] or one["id"] in given["households"]
            cards = [
                {"id": id_, "card": f"token-of-{id_:0>13}", "code": f"{int(id_):08d}"} for id_ in given["households"]
            ]
            self.given |= {one["id"]: one for one in cards}
            return {"cards": cards}
        if path.endswith("/danh-sach/"):
            self.listed = given["credentials"]
        return {
            "ward": "Phường Thới Hòa", "khu_pho": "Khu phố 3", "site": "phuong.example",
            "booth": "https://phieu.phuong.example/", "contact": "ông Lộc", "phone": "0900 000 301",
            "households": self.households,
            "vote": {
                "uuid": self.uuid, "title": "Đèn và camera", "roll": [one["id"] for one in self.households],
                "blocked": ["103"], "listed": len(self.listed),
            },
        }  # fmt: skip
