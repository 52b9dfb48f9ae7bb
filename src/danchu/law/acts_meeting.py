"""Việc của cuộc họp cộng đồng dân cư: who may do which, by the name of the act; joined to ``law.acts.ACTS``."""

from __future__ import annotations

from danchu.law.basis import Article, Convention
from danchu.law.doers import ActRule, Who, rule
from danchu.law.people import Role

# The law names the convenor by the matter (law.matters.convenor); here is who may work on the file at all.
_CONVENORS = (Role.HEAD, Role.FRONT_HEAD, Role.WARD_OFFICER)
_CHAIR = (Role.HEAD, Role.FRONT_HEAD, Who.TEAM_LEADER)
_HALL = (Role.HEAD, Role.DEPUTY_HEAD, Role.FRONT_HEAD, Role.FRONT_MEMBER, Who.TEAM)
_MEETING = Convention("meeting_hall")

RULES: dict[str, ActRule] = {
    "voting.attendance.record": rule(_MEETING, "điểm danh hộ dự họp", "check a household in", *_HALL),
    "voting.attendance.undo": rule(_MEETING, "bỏ điểm danh nhầm", "take back a mistaken check-in", *_HALL),
    "voting.board.elect": rule(Article("D59", 3, 5, "c"), "bầu Ban kiểm phiếu", "elect the counting board", *_HALL),
    "voting.clusters.approve": rule(
        Article("D59", 3, 6),
        "đồng ý phương án họp theo cụm",
        "approve the plan of clusters",
        Role.WARD_CHAIR,
        Role.WARD_OFFICER,
    ),
    "voting.clusters.plan": rule(Article("L10", 18, 3), "lập phương án họp theo cụm", "plan clusters", *_CONVENORS),
    "voting.count.announce": rule(
        Article("L10", 18, 4), "công bố kết quả kiểm đếm tại cuộc họp", "announce a count in the hall", *_HALL
    ),
    "voting.discussion.record": rule(Article("L10", 18, 4), "ghi ý kiến thảo luận", "record the discussion", *_HALL),
    "voting.figures.drop": rule(Convention("two_people"), "kiểm đếm lại", "count again", *_HALL),
    "voting.figures.enter": rule(Convention("two_people"), "nhập số kiểm đếm", "enter the figures", *_HALL),
    "voting.meeting.conclude": rule(Article("L10", 18, 4), "kết luận cuộc họp", "conclude the meeting", *_CHAIR),
    "voting.meeting.edit": rule(Article("L10", 18, 1), "sửa cuộc họp", "change the meeting", *_CONVENORS),
    "voting.meeting.fail": rule(
        Article("L10", 19, 1, "b"), "kết thúc họp vì không đủ hộ dự", "end it for want of attendance", *_CHAIR
    ),
    "voting.meeting.invite": rule(Article("D59", 3, 3), "mời họp", "send the invitations", *_CONVENORS),
    "voting.meeting.plan": rule(Article("L10", 18, 1), "lập cuộc họp", "plan a meeting", *_CONVENORS),
    "voting.meeting.withdraw": rule(Convention("withdraw"), "rút cuộc họp", "withdraw the meeting", *_CONVENORS),
    "voting.method.choose": rule(Article("D59", 3, 5, "b"), "chọn cách biểu quyết", "choose the voting method", *_HALL),
    "voting.papers.send": rule(Article("D59", 3, 4), "ghi đã gửi tài liệu", "record the papers sent", *_CONVENORS),
    "voting.secretary.elect": rule(Article("D59", 3, 5, "a"), "cử thư ký", "elect the secretary", *_HALL),
    "voting.session.end": rule(Article("L10", 18, 3), "kết thúc phiên họp", "end a session", *_CHAIR),
    "voting.session.open": rule(Article("L10", 18, 4), "khai mạc phiên họp", "open a session", *_CHAIR),
    "voting.slips.follow": rule(
        Article("L10", 19, 1, "b"), "chuyển sang phát phiếu", "go on with slips", Role.HEAD, Role.FRONT_HEAD
    ),
    "voting.speaker.call": rule(Article("L10", 18, 4), "mời phát biểu", "call a speaker", *_HALL),
    "voting.speaker.register": rule(Article("L10", 24, 2), "ghi người đăng ký phát biểu", "register a speaker", *_HALL),
}
