"""Việc về công khai và yêu cầu thông tin: who may do which, by the name of the act; joined to ``law.acts.ACTS``."""

from __future__ import annotations

from danchu.law.basis import Article, Convention
from danchu.law.doers import ActRule, Who, rule
from danchu.law.people import Role

_REGISTER = Convention("disclosure.register")
_BOOK = Convention("information.book")
_OFFICER = (Role.WARD_OFFICER,)
_HEADS = (Role.HEAD, Role.DEPUTY_HEAD)

RULES: dict[str, ActRule] = {
    "disclosure.entry.correct": rule(
        Article("L10", 14, 1), "đính chính nội dung công khai", "correct what was disclosed", *_OFFICER
    ),
    "disclosure.entry.draft": rule(_REGISTER, "soạn nội dung công khai", "draft an entry", *_OFFICER),
    "disclosure.entry.manage": rule(
        _REGISTER,
        "xem sổ công khai",
        "see the register of disclosure",
        *_OFFICER,
        Role.WARD_CHAIR,
        Role.WARD_FRONT,
        Role.DELEGATE,
    ),
    "disclosure.entry.publish": rule(Article("L10", 12, 3), "công khai một nội dung", "disclose an entry", *_OFFICER),
    "disclosure.entry.receive": rule(
        _REGISTER, "nhận thông báo, kết quả để công khai", "take in an announcement", Who.SYSTEM
    ),
    "disclosure.entry.withdraw": rule(
        _REGISTER, "gỡ nội dung công khai, có lý do", "withdraw an entry with a reason", *_OFFICER
    ),
    "disclosure.list.publish": rule(
        Article("L10", 13, 2), "công khai danh sách theo quý", "publish the quarterly list", *_OFFICER
    ),
    "disclosure.place.set": rule(Article("L10", 13, 2), "ghi nơi niêm yết", "record the places of posting", *_OFFICER),
    "disclosure.plan.adopt": rule(
        Article("L10", 14, 1), "ban hành kế hoạch công khai", "adopt the disclosure plan", *_OFFICER, Role.WARD_CHAIR
    ),
    "disclosure.plan.edit": rule(
        Article("L10", 14, 1), "soạn kế hoạch công khai", "write the disclosure plan", *_OFFICER
    ),
    "disclosure.posting.end": rule(
        Article("L10", 13, 2), "ghi ngày gỡ, ngày ngừng phát", "record the last day", *_OFFICER, *_HEADS
    ),
    "disclosure.posting.prove": rule(
        Convention("disclosure.proof"), "thêm minh chứng", "add evidence", *_OFFICER, *_HEADS
    ),
    "disclosure.posting.record": rule(
        Article("L10", 13, 2),
        "ghi lần niêm yết, phát loa, thông báo",
        "record a posting, broadcast or notice",
        *_OFFICER,
        *_HEADS,
    ),
    "disclosure.report.plan": rule(
        Article("L10", 14, 3), "ghi kỳ họp phải báo cáo", "record the session that is owed a report", *_OFFICER
    ),
    "disclosure.report.send": rule(
        Article("L10", 14, 3), "gửi báo cáo công khai", "send the report on disclosure", *_OFFICER, Role.WARD_CHAIR
    ),
    "disclosure.request.accept": rule(_BOOK, "tiếp nhận yêu cầu thông tin", "accept a request", *_OFFICER),
    "disclosure.request.answer": rule(
        Article("L10", 14, 2), "cung cấp thông tin, trả lời", "supply the information or answer", *_OFFICER
    ),
    "disclosure.request.complain": rule(
        _BOOK, "báo chưa đồng ý hoặc bị trễ hạn", "say that it is late or not agreed", Who.ANYONE
    ),
    "disclosure.request.complete": rule(_BOOK, "bổ sung yêu cầu thông tin", "complete a request", Who.ANYONE),
    "disclosure.request.extend": rule(
        Article("L104", 30, 4), "gia hạn trả lời", "extend the time of the answer", *_OFFICER
    ),
    "disclosure.request.file": rule(
        Article("L10", 14, 2), "gửi yêu cầu cung cấp thông tin", "file a request for information", Who.ANYONE
    ),
    "disclosure.request.manage": rule(_BOOK, "xem sổ yêu cầu thông tin", "see the requests", *_OFFICER),
    "disclosure.request.refuse": rule(
        Article("L104", 28), "từ chối cung cấp, nêu lý do", "refuse in writing, with the reason", *_OFFICER
    ),
    "disclosure.request.release": rule(
        Convention("information.release"), "đăng thông tin đã cung cấp", "publish what was supplied", *_OFFICER
    ),
    "disclosure.request.return": rule(
        _BOOK, "đề nghị bổ sung yêu cầu", "ask for the request to be completed", *_OFFICER
    ),
}
