"""Việc Nhân dân bàn và quyết định: the six kinds of matter (Điều 15), their scopes, convenors, effect and papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from danchu.law.basis import Article, Basis
from danchu.law.people import Label
from danchu.law.rules import RULE_VERSION, rules_at


class Matter(StrEnum):
    """Loại việc, theo thứ tự các khoản của Điều 15: D1 contributions … D6 other self-governed work."""

    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    D5 = "D5"
    D6 = "D6"


class Scope(StrEnum):
    """Phạm vi: one khu phố, or the whole ward."""

    KHU_PHO = "khu_pho"
    WARD = "ward"


class Form(StrEnum):
    """Hình thức: meeting (cuộc họp), slip (phát phiếu lấy ý kiến), online (biểu quyết trực tuyến)."""

    MEETING = "meeting"
    SLIP = "slip"
    ONLINE = "online"


class Purpose(StrEnum):
    """Mục đích cuộc họp về Trưởng khu phố: to elect (bầu) or to dismiss (cho thôi làm)."""

    ELECT = "elect"
    DISMISS = "dismiss"


class Convenor(StrEnum):
    """Người triệu tập và chủ trì cuộc họp."""

    HEAD = "HEAD"
    ELECTION_TEAM = "ELECTION_TEAM"
    FRONT_HEAD = "FRONT_HEAD"
    WARD_CHAIR = "WARD_CHAIR"
    APPOINTED = "APPOINTED"


class Effect(StrEnum):
    """Thời điểm có hiệu lực: which event starts the decision."""

    VOTE_DATE = "VOTE_DATE"
    UBND_SETS = "UBND_SETS"
    UBND_RECOGNITION = "UBND_RECOGNITION"
    FRONT_RECOGNITION = "FRONT_RECOGNITION"


SCOPE_LABELS = {Scope.KHU_PHO: Label("khu phố", "the khu phố"), Scope.WARD: Label("phường", "the ward")}
FORM_LABELS = {
    Form.MEETING: Label("họp", "meeting"),
    Form.SLIP: Label("phát phiếu lấy ý kiến", "household slips"),
    Form.ONLINE: Label("biểu quyết trực tuyến", "online vote"),
}
CONVENOR_LABELS = {
    Convenor.HEAD: Label("Trưởng khu phố", "the khu phố head"),
    Convenor.ELECTION_TEAM: Label("Tổ bầu cử", "the Election Team"),
    Convenor.FRONT_HEAD: Label("Trưởng ban công tác Mặt trận", "the head of the Front committee"),
    Convenor.WARD_CHAIR: Label("Chủ tịch Ủy ban nhân dân phường", "the ward Chairman"),
    Convenor.APPOINTED: Label("Người được Chủ tịch Ủy ban nhân dân phường cử", "the person the ward Chairman appoints"),
}
EFFECT_LABELS = {
    Effect.VOTE_DATE: Label("Có hiệu lực từ ngày biểu quyết thông qua.", "In effect from the day it is passed."),
    Effect.UBND_SETS: Label(
        "Có hiệu lực từ ngày Ủy ban nhân dân phường quyết định.", "In effect from the day the People's Committee sets."
    ),
    Effect.UBND_RECOGNITION: Label(
        "Có hiệu lực từ ngày Ủy ban nhân dân phường công nhận.",
        "In effect from the day the ward People's Committee recognises it.",
    ),
    Effect.FRONT_RECOGNITION: Label(
        "Có hiệu lực từ ngày Ủy ban Mặt trận Tổ quốc Việt Nam phường công nhận.",
        "In effect from the day the ward Front recognises it.",
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """Điều luật định: an answer of the register (who, when, how) with its rule and place in law."""

    value: str
    rule: str
    article: Basis


@dataclass(frozen=True, slots=True)
class Paper:
    """Giấy tờ phải có: a paper of the procedure; ``template`` names its form (``D59-03`` is Mẫu 03 of Decree 59)."""

    key: str
    template: str
    rule: str
    article: Basis
    label: Label


def matter_data(matter: Matter, version: str = RULE_VERSION) -> dict[str, Any]:
    """Dữ liệu của loại việc: the row of this matter in the data of the version."""
    data: dict[str, Any] = rules_at(version).matters["matters"][matter]
    return data


def matter_label(matter: Matter, version: str = RULE_VERSION) -> Label:
    """Tên gọi ngắn của loại việc; reads well after «việc»."""
    data = matter_data(matter, version)
    return Label(data["vi"], data["en"])


def matter_article(matter: Matter, version: str = RULE_VERSION) -> Article:
    """Khoản của Điều 15 nêu loại việc này."""
    return rules_at(version).rule(matter_data(matter, version)["rule"]).articles[0]


def convenor(
    matter: Matter,
    *,
    purpose: Purpose | None = None,
    head_vacant: bool = False,
    head_is_front_head: bool = False,
    version: str = RULE_VERSION,
) -> Said:
    """Người triệu tập và chủ trì cuộc họp. D4 needs its ``purpose`` (``ValueError`` without): the roles differ.

    ``head_is_front_head``: one person holds both mandates, so the ward Chairman convenes the dismissal.
    """
    if matter is Matter.D4:
        if purpose is None:
            raise ValueError("D4: to elect or to dismiss?")
        case = "elect"
        if purpose is Purpose.DISMISS:
            case = "dismiss_same_person" if head_is_front_head else "dismiss"
    else:
        case = "vacant" if head_vacant else "default"
    return _said(rules_at(version).matters["convenors"][case], "role", version)


def effect(matter: Matter, scope: Scope = Scope.KHU_PHO, *, version: str = RULE_VERSION) -> Said:
    """Thời điểm có hiệu lực: vote date, a date UBND sets, or recognition. Raises ``ValueError`` for ward D3–D6."""
    data = matter_data(matter, version)
    if scope is Scope.WARD:
        ward = rules_at(version).matters["ward"]
        if matter not in ward["matters"]:
            raise ValueError(f"the law has no effect rule for {matter} in the ward")
        data = ward
    return Said(data["effect"], data["effect_rule"], rules_at(version).basis(data["effect_rule"]))


def recognised_by(matter: Matter, *, version: str = RULE_VERSION) -> str | None:
    """Nơi công nhận: UBND for D3 and D4, FRONT for D5, None where the decision needs no recognition."""
    body: str | None = matter_data(matter, version)["recognised_by"]
    return body


def papers(matter: Matter, form: Form, *, version: str = RULE_VERSION) -> tuple[Paper, ...]:
    """Giấy tờ của một cuộc bàn và quyết định, theo thứ tự lập."""
    book = rules_at(version)
    return tuple(
        Paper(key, data["template"], data["rule"], book.basis(data["rule"]), Label(data["vi"], data["en"]))
        for key, data in book.matters["papers"].items()
        if form in data["forms"] and matter in data.get("matters", list(Matter))
    )


def papers_to_households(matter: Matter, *, version: str = RULE_VERSION) -> bool:
    """Có phải gửi tài liệu đến từng hộ trước cuộc họp không (``meet.docs``): D1, D2, D3."""
    required: bool = matter_data(matter, version)["papers_before"]
    return required


def _said(entry: dict[str, str], value: str, version: str) -> Said:
    return Said(entry[value], entry["rule"], rules_at(version).basis(entry["rule"]))
