"""A stand-in for the ward: answers the calls of docs/decisions/0020 from memory, with the real writer and judge."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from crypto.village import Village
from danchu.crypto.protocol import fingerprint, short_code
from danchu.verifier import Refused, check_ballot, read_election

CARD = "abcdefghijklmnopqrstuv"
NASTY = '<script>document.title="planted"</script><img src=x onerror="document.title=\'planted\'">'


class No(Exception):
    """A refusal, as the ward says it."""

    def __init__(self, status: int, code: str, sentence: str = "Câu nói rõ phải làm gì.") -> None:
        super().__init__(code)
        self.status, self.code, self.sentence = status, code, sentence


class Ward:
    """One household, number 0 of the village; ``calls`` is everything that was ever sent here."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.election = read_election(village.vote.text.encode())
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.ballots: list[str] = []
        self.votes = 1
        self.kiosk: dict[str, Any] | None = None
        self.fails: list[int] = []
        self.headers: list[dict[str, Any]] = []
        self.false_tracker = False
        self.closed = False
        self.archive = b""
        self.team: Any = None
        self.cards: Any = None

    def vao(self, given: dict[str, Any]) -> dict[str, Any]:
        if given.get("card") != CARD and given.get("grant") != "GRANT-0123456789":
            raise No(401, "secret.pass_ended")
        one = {"uuid": self.village.uuid, "title": "Đèn " + NASTY, "until": "17 giờ", "sent": bool(self.ballots)}
        return {
            "pass": "P", "lang": given["lang"], "ward": "Phường Thới Hòa", "khu_pho": "Khu phố 3",
            "contact": "anh Lê Minh Khôi", "phone": "0900 000 312",
            "household": {"number": "45", "name": "bà Nguyễn Thị Sáu", "address": "45/7 hẻm 12"},
            "votes": [one, {**one, "uuid": "other", "title": "Việc khác"}][: self.votes],
            "elsewhere": "/cua-ho/", "kiosk": self.kiosk,
        }  # fmt: skip

    def phieu(self, given: dict[str, Any]) -> dict[str, Any]:
        self._pass(given)
        entry = {"short": short_code(self.ballots[-1]), "received": "8 giờ 15"} if self.ballots else None
        return {
            "election": self.village.vote.text, "credential": self.village.public[0],
            "title": "Đèn và camera chung " + NASTY, "question": "Có làm không? " + NASTY,
            "items": ["Đèn sáng từ 18 giờ đến 5 giờ.", NASTY], "who_asks": "Trưởng khu phố " + NASTY,
            "until": "17 giờ, Chủ nhật, 15/11/2026" if given["lang"] == "vi" else "17:00, Sunday 15/11/2026",
            "needed": "Ít nhất 157 trong 312 hộ đồng ý.", "needed_why": "Điểm b khoản 4 Điều 5.",
            "documents": [{"label": "Đọc bản đầy đủ", "href": "/tep/7/"}], "listen": "/tep/8/",
            "means": ["Làm theo.", "Không làm.", "Muốn sửa; không tính là đồng ý. " + NASTY],
            "may_replace": True, "entry": entry,
        }  # fmt: skip

    def gui(self, given: dict[str, Any]) -> dict[str, Any]:
        self._pass(given)
        if self.closed:
            raise No(409, "voting.closed", "Đã hết giờ biểu quyết lúc 17 giờ.")
        ballot = given["ballot"]
        try:
            check_ballot(ballot.encode(), self.election, set(self.village.public))
        except Refused as refused:
            raise No(422, "secret.ballot") from refused
        replaced = bool(self.ballots) and self.ballots[-1] != ballot
        if not self.ballots or replaced:
            self.ballots.append(ballot)
        tracker = fingerprint("another" if self.false_tracker else ballot)
        path = tracker.replace("+", "-").replace("/", "_")
        return {
            "tracker": tracker, "received": "8 giờ 15, Chủ nhật", "replaced": replaced, "until": "17 giờ",
            "receipt": f"/bieu-quyet/bien-nhan/{path}/", "words": "/bieu-quyet/den/gui-them/",
        }  # fmt: skip

    def _pass(self, given: dict[str, Any]) -> None:
        if given.get("pass") != "P":
            raise No(401, "secret.pass_ended")

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.endswith(".bel"):
            start("200 OK", [("Access-Control-Allow-Origin", "*")])
            return [self.archive]
        if environ["REQUEST_METHOD"] != "POST":
            start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [f"<!doctype html><title>Trang phường</title><p>{path}".encode()]
        given = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        self.headers.append({name: environ.get(name) for name in ("HTTP_COOKIE", "CONTENT_TYPE", "HTTP_ORIGIN")})
        self.calls.append((path, given))
        status, said = self._answer(path, given)
        headers = [("Content-Type", "application/json"), ("Access-Control-Allow-Origin", "*")]
        start(f"{status} Said", headers)
        return [json.dumps(said).encode()]

    def _answer(self, path: str, given: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if self.fails:
            return self.fails.pop(0), {}
        names = {"/phieu-kin/vao/": self.vao, "/phieu-kin/phieu/": self.phieu, "/phieu-kin/gui/": self.gui}
        try:
            for start, other in (("/phieu-kin/to/", self.team), ("/phieu-kin/the/", self.cards)):
                if other is not None and path.startswith(start):
                    return 200, other.answer(path, given)
            return 200, names[path](given)
        except No as no:
            refused = {"refused": no.code, "title": "Chưa được", "sentence": no.sentence, "basis": "", "remedy": ""}
            return no.status, refused
