"""Trạng thái, giai đoạn, lần hỏi, lựa chọn, đường đến: the closed lists of an online vote, with their names."""

from __future__ import annotations

from enum import StrEnum

from danchu.law.people import Label


class State(StrEnum):
    """Trạng thái cuộc biểu quyết, as written in its row. Open and closing are read from the clock (``Phase``)."""

    PREPARING = "preparing"
    SCHEDULED = "scheduled"
    CLOSED = "closed"
    SEALED = "sealed"
    ANNOUNCED = "announced"
    SENT = "sent"
    FORM_REFUSED = "form_refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class Phase(StrEnum):
    """Giai đoạn lúc này: the state as the clock reads it."""

    PREPARING = "preparing"
    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"
    SEALED = "sealed"
    ANNOUNCED = "announced"
    SENT = "sent"
    FORM_REFUSED = "form_refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class RoundKind(StrEnum):
    """Lần hỏi: first the form of voting, then the matter itself."""

    FORM = "form"
    CONTENT = "content"


class Choice(StrEnum):
    """Lựa chọn trên phiếu (điểm d khoản 2 Điều 5 Nghị định 59). The form poll uses only yes and no."""

    YES = "yes"
    NO = "no"
    OTHER = "other"


class Route(StrEnum):
    """Đường đến của một lượt trong sổ: how a household's entry came; each form of deciding has its own routes."""

    OWN = "own"  # the household's own device
    KIOSK = "kiosk"
    ASSISTED = "assisted"
    GROUP = "group"  # answered in the khu phố's Zalo group, entered by two of the team
    MEETING = "meeting"  # its representative was present
    HAND = "hand"  # a slip handed back to the team
    BOX = "box"
    DOOR = "door"  # a slip collected from door to door


# Entries of these routes carry the household's choice; the others are counted from slips or hands.
CHOOSING_ROUTES = frozenset({Route.OWN, Route.KIOSK, Route.ASSISTED, Route.GROUP})


STATE_LABELS: dict[State, Label] = {
    State.PREPARING: Label("cuộc biểu quyết đang chuẩn bị", "the vote is being prepared"),
    State.SCHEDULED: Label("cuộc biểu quyết đã có thông báo", "the vote has been announced"),
    State.CLOSED: Label("cuộc biểu quyết đã kết thúc", "the vote is closed"),
    State.SEALED: Label("kết quả đã niêm phong", "the result is sealed"),
    State.ANNOUNCED: Label("kết quả đã công bố", "the result is announced"),
    State.SENT: Label("quyết định đã gửi phường", "the decision has been sent"),
    State.FORM_REFUSED: Label("các hộ không chọn hình thức trực tuyến", "households did not choose the online form"),
    State.WITHDRAWN: Label("cuộc biểu quyết đã rút", "the vote is withdrawn"),
    State.STOPPED: Label("cuộc biểu quyết đã dừng và hủy", "the vote is stopped and annulled"),
}

PHASE_LABELS: dict[Phase, Label] = {
    Phase.PREPARING: Label("đang chuẩn bị", "being prepared"),
    Phase.SCHEDULED: Label("sắp mở", "opening soon"),
    Phase.OPEN: Label("đang mở", "open"),
    Phase.CLOSING: Label("đang khóa sổ", "closing"),
    Phase.CLOSED: Label("đã kết thúc", "closed"),
    Phase.SEALED: Label("đã niêm phong kết quả", "result sealed"),
    Phase.ANNOUNCED: Label("đã công bố", "announced"),
    Phase.SENT: Label("đã gửi phường", "sent to the ward"),
    Phase.FORM_REFUSED: Label("không chọn hình thức trực tuyến", "online form not chosen"),
    Phase.WITHDRAWN: Label("đã rút", "withdrawn"),
    Phase.STOPPED: Label("đã dừng và hủy", "stopped and annulled"),
}
