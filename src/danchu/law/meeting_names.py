"""Cuộc họp: trạng thái, bước, cách mời, cách biểu quyết, trình tự: the closed lists of a meeting, with their names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from danchu.law.people import Label


class MeetingState(StrEnum):
    """Trạng thái cuộc họp, as written in its row."""

    PREPARING = "preparing"
    INVITED = "invited"
    OPEN = "open"
    CLOSED = "closed"
    SEALED = "sealed"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """Bước của cuộc họp."""

    INVITE = "invite"
    WITHDRAW = "withdraw"
    OPEN = "open"
    FAIL = "fail"
    CLOSE = "close"
    SEAL = "seal"


class Channel(StrEnum):
    """Cách mời họp (khoản 3 Điều 3 Nghị định 59); posting in public comes on top of any of them."""

    INVITATION = "invitation"
    DIRECT = "direct"
    LOUDSPEAKER = "loudspeaker"
    PHONE = "phone"
    SOCIAL_NETWORK = "social_network"


class Method(StrEnum):
    """Cách biểu quyết tại cuộc họp, chosen by those present."""

    HANDS = "hands"
    SECRET = "secret"  # noqa: S105 - a secret ballot


class Agenda(StrEnum):
    """Trình tự cuộc họp (khoản 4 Điều 18 Luật), in order."""

    OPENING = "opening"
    SECRETARY = "secretary"
    PRESENTING = "presenting"
    DISCUSSING = "discussing"
    SUMMING_UP = "summing_up"
    VOTING = "voting"
    ANNOUNCING = "announcing"
    CONCLUDING = "concluding"


CHANNEL_LABELS: Mapping[Channel, Label] = {
    Channel.INVITATION: Label("giấy mời", "written invitation"),
    Channel.DIRECT: Label("báo trực tiếp", "told in person"),
    Channel.LOUDSPEAKER: Label("truyền thanh", "loudspeaker"),
    Channel.PHONE: Label("điện thoại", "telephone"),
    Channel.SOCIAL_NETWORK: Label("mạng xã hội cộng đồng đã thống nhất", "social network the community agreed on"),
}
METHOD_LABELS: Mapping[Method, Label] = {
    Method.HANDS: Label("giơ tay", "show of hands"),
    Method.SECRET: Label("bỏ phiếu kín", "secret ballot"),
}
AGENDA_LABELS: Mapping[Agenda, Label] = {
    Agenda.OPENING: Label("Khai mạc", "Opening"),
    Agenda.SECRETARY: Label("Cử thư ký", "Electing the secretary"),
    Agenda.PRESENTING: Label("Trình bày nội dung", "Presenting the matter"),
    Agenda.DISCUSSING: Label("Thảo luận", "Discussion"),
    Agenda.SUMMING_UP: Label(
        "Chủ trì tổng hợp, đề nghị nội dung và cách biểu quyết", "The chair sums up and proposes what and how to vote"
    ),
    Agenda.VOTING: Label("Biểu quyết", "Vote"),
    Agenda.ANNOUNCING: Label("Công bố từng kết quả", "Announcing each result"),
    Agenda.CONCLUDING: Label("Kết luận", "Conclusion"),
}
STATE_LABELS: Mapping[MeetingState, Label] = {
    MeetingState.PREPARING: Label("cuộc họp đang chuẩn bị", "the meeting is being prepared"),
    MeetingState.INVITED: Label("cuộc họp đã mời", "the invitations are out"),
    MeetingState.OPEN: Label("cuộc họp đang diễn ra", "the meeting is going on"),
    MeetingState.CLOSED: Label("cuộc họp đã kết thúc", "the meeting is over"),
    MeetingState.SEALED: Label("kết quả đã niêm phong", "the result is sealed"),
    MeetingState.FAILED: Label("cuộc họp không đủ hộ dự", "too few households attended"),
    MeetingState.WITHDRAWN: Label("cuộc họp đã rút", "the meeting is withdrawn"),
}
STEP_LABELS: Mapping[Step, Label] = {
    Step.INVITE: Label("mời họp", "send the invitations"),
    Step.WITHDRAW: Label("rút cuộc họp", "withdraw the meeting"),
    Step.OPEN: Label("khai mạc", "open the meeting"),
    Step.FAIL: Label("kết thúc vì không đủ hộ dự", "end it for want of attendance"),
    Step.CLOSE: Label("kết thúc biểu quyết", "close the vote"),
    Step.SEAL: Label("niêm phong kết quả", "seal the result"),
}
