"""Các việc được làm: every act a person may do, who may do it, where, and by which basis.

``may`` answers for a role and a place; the phase (is the vote open? is the roll frozen?) is ``law.procedure``'s.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from danchu.law import (
    acts_aftermath,
    acts_disclosure,
    acts_elections,
    acts_group,
    acts_meeting,
    acts_proposals,
    acts_slips,
)
from danchu.law.answers import Allowed, Answer, Refusal
from danchu.law.basis import Article, Convention
from danchu.law.doers import ActRule, Who
from danchu.law.doers import rule as _rule
from danchu.law.people import KHU_PHO_ROLES, ROLE_LABELS, Label, Role


class Act(StrEnum):
    """Việc: ``room.thing.act``, alphabetical; the same name as the service that does it."""

    ACCESS_MANDATE_END = "access.mandate.end"
    ACCESS_MANDATE_GRANT = "access.mandate.grant"
    ACCOUNTS_CARD_ISSUE = "accounts.card.issue"
    ACCOUNTS_CARD_REISSUE = "accounts.card.reissue"
    ACCOUNTS_HOUSEHOLD_LOGIN = "accounts.household.login"
    ACCOUNTS_STAFF_CREATE = "accounts.staff.create"
    ACCOUNTS_STAFF_DISABLE = "accounts.staff.disable"
    ACCOUNTS_STAFF_REOPEN = "accounts.staff.reopen"
    ACCOUNTS_STAFF_RESET = "accounts.staff.reset"
    DISCLOSURE_ENTRY_CORRECT = "disclosure.entry.correct"
    DISCLOSURE_ENTRY_DRAFT = "disclosure.entry.draft"
    DISCLOSURE_ENTRY_MANAGE = "disclosure.entry.manage"
    DISCLOSURE_ENTRY_PUBLISH = "disclosure.entry.publish"
    DISCLOSURE_ENTRY_RECEIVE = "disclosure.entry.receive"
    DISCLOSURE_ENTRY_WITHDRAW = "disclosure.entry.withdraw"
    DISCLOSURE_LIST_PUBLISH = "disclosure.list.publish"
    DISCLOSURE_PLACE_SET = "disclosure.place.set"
    DISCLOSURE_PLAN_ADOPT = "disclosure.plan.adopt"
    DISCLOSURE_PLAN_EDIT = "disclosure.plan.edit"
    DISCLOSURE_POSTING_END = "disclosure.posting.end"
    DISCLOSURE_POSTING_PROVE = "disclosure.posting.prove"
    DISCLOSURE_POSTING_RECORD = "disclosure.posting.record"
    DISCLOSURE_REPORT_PLAN = "disclosure.report.plan"
    DISCLOSURE_REPORT_SEND = "disclosure.report.send"
    DISCLOSURE_REQUEST_ACCEPT = "disclosure.request.accept"
    DISCLOSURE_REQUEST_ANSWER = "disclosure.request.answer"
    DISCLOSURE_REQUEST_COMPLAIN = "disclosure.request.complain"
    DISCLOSURE_REQUEST_COMPLETE = "disclosure.request.complete"
    DISCLOSURE_REQUEST_EXTEND = "disclosure.request.extend"
    DISCLOSURE_REQUEST_FILE = "disclosure.request.file"
    DISCLOSURE_REQUEST_MANAGE = "disclosure.request.manage"
    DISCLOSURE_REQUEST_REFUSE = "disclosure.request.refuse"
    DISCLOSURE_REQUEST_RELEASE = "disclosure.request.release"
    DISCLOSURE_REQUEST_RETURN = "disclosure.request.return"
    DOCUMENTS_LAYOUT_SET = "documents.layout.set"
    DOCUMENTS_TEMPLATE_ACTIVATE = "documents.template.activate"
    DOCUMENTS_TEMPLATE_UPLOAD = "documents.template.upload"
    PEOPLE_HOUSEHOLD_CORRECT = "people.household.correct"
    PEOPLE_HOUSEHOLD_CREATE = "people.household.create"
    PEOPLE_HOUSEHOLD_END = "people.household.end"
    PEOPLE_HOUSEHOLD_MERGE = "people.household.merge"
    PEOPLE_HOUSEHOLD_MOVE = "people.household.move"
    PEOPLE_HOUSEHOLD_SPLIT = "people.household.split"
    PEOPLE_HOUSEHOLD_VIEW = "people.household.view"
    PEOPLE_OUTSIDER_AUTHORISE = "people.outsider.authorise"
    PEOPLE_REPRESENTATIVE_CHANGE = "people.representative.change"
    PEOPLE_ROLL_IMPORT = "people.roll.import"
    PLACES_SETTING_SET = "places.setting.set"
    SATISFACTION_RATING_GIVE = "satisfaction.rating.give"
    SATISFACTION_WORDS_READ = "satisfaction.words.read"
    SYSTEM_BACKUP_RESTORE = "system.backup.restore"
    SYSTEM_CLOCK_CONFIRM = "system.clock.confirm"
    SYSTEM_WARD_CREATE = "system.ward.create"
    VOTING_APPLICATION_CHOOSE = "voting.application.choose"
    VOTING_ATTENDANCE_RECORD = "voting.attendance.record"
    VOTING_ATTENDANCE_UNDO = "voting.attendance.undo"
    VOTING_BALLOT_ASSIST = "voting.ballot.assist"
    VOTING_BALLOT_CAST = "voting.ballot.cast"
    VOTING_BOARD_ELECT = "voting.board.elect"
    VOTING_CALL_LIST_VIEW = "voting.call_list.view"
    VOTING_CANDIDATE_ADD = "voting.candidate.add"
    VOTING_CANDIDATE_COUNT = "voting.candidate.count"
    VOTING_CANDIDATE_WITHDRAW = "voting.candidate.withdraw"
    VOTING_CLUSTERS_APPROVE = "voting.clusters.approve"
    VOTING_CLUSTERS_PLAN = "voting.clusters.plan"
    VOTING_CONVENTION_RETURN = "voting.convention.return"
    VOTING_COUNT_ANNOUNCE = "voting.count.announce"
    VOTING_COUNT_ENTER = "voting.count.enter"
    VOTING_COUNT_OPEN = "voting.count.open"
    VOTING_CREDENTIALS_LIST = "voting.credentials.list"
    VOTING_DECISION_ANNUL = "voting.decision.annul"
    VOTING_DECISION_RECOGNISE = "voting.decision.recognise"
    VOTING_DECISION_REFUSE = "voting.decision.refuse"
    VOTING_DECISION_SEND = "voting.decision.send"
    VOTING_DISCUSSION_RECORD = "voting.discussion.record"
    VOTING_DISMISSAL_OPEN = "voting.dismissal.open"
    VOTING_DISPUTE_RESOLVE = "voting.dispute.resolve"
    VOTING_ELECTION_CALL = "voting.election.call"
    VOTING_ELECTION_PLAN = "voting.election.plan"
    VOTING_ELECTION_RECORD = "voting.election.record"
    VOTING_ELECTION_TEAM = "voting.election.team"
    VOTING_ENTRY_DISPUTE = "voting.entry.dispute"
    VOTING_FIGURES_DROP = "voting.figures.drop"
    VOTING_FIGURES_ENTER = "voting.figures.enter"
    VOTING_FORM_POLL_CLOSE = "voting.form_poll.close"
    VOTING_FORM_POLL_OPEN = "voting.form_poll.open"
    VOTING_FORM_POLL_RECORD = "voting.form_poll.record"
    VOTING_GAP_EXPLAIN = "voting.gap.explain"
    VOTING_GROUP_ENTER = "voting.group.enter"
    VOTING_GROUP_PICTURE = "voting.group.picture"
    VOTING_HOUSEHOLD_BLOCK = "voting.household.block"
    VOTING_INITIATIVE_APPROVE = "voting.initiative.approve"
    VOTING_INITIATIVE_ENDORSE = "voting.initiative.endorse"
    VOTING_INITIATIVE_FILE = "voting.initiative.file"
    VOTING_INITIATIVE_PUT = "voting.initiative.put"
    VOTING_INITIATIVE_RECORD = "voting.initiative.record"
    VOTING_INITIATIVE_UNENDORSE = "voting.initiative.unendorse"
    VOTING_INITIATIVE_WITHDRAW = "voting.initiative.withdraw"
    VOTING_INTERIM_APPOINT = "voting.interim.appoint"
    VOTING_KEYS_BEGIN = "voting.keys.begin"
    VOTING_KEYS_MAKE = "voting.keys.make"
    VOTING_KIOSK_OPEN = "voting.kiosk.open"
    VOTING_MEANS_RECORD = "voting.means.record"
    VOTING_MEETING_CONCLUDE = "voting.meeting.conclude"
    VOTING_MEETING_EDIT = "voting.meeting.edit"
    VOTING_MEETING_FAIL = "voting.meeting.fail"
    VOTING_MEETING_INVITE = "voting.meeting.invite"
    VOTING_MEETING_PLAN = "voting.meeting.plan"
    VOTING_MEETING_WITHDRAW = "voting.meeting.withdraw"
    VOTING_METHOD_CHOOSE = "voting.method.choose"
    VOTING_MINUTES_SIGN = "voting.minutes.sign"
    VOTING_NOTICE_PUBLISH = "voting.notice.publish"
    VOTING_OPINION_GIVE = "voting.opinion.give"
    VOTING_OUTAGE_RECORD = "voting.outage.record"
    VOTING_OUTCOME_REVIEW = "voting.outcome.review"
    VOTING_PAPERS_SEND = "voting.papers.send"
    VOTING_PETITION_ANSWER = "voting.petition.answer"
    VOTING_PETITION_FILE = "voting.petition.file"
    VOTING_PLAN_ISSUE = "voting.plan.issue"
    VOTING_PLAN_SEND = "voting.plan.send"
    VOTING_PROPOSAL_AGREE = "voting.proposal.agree"
    VOTING_REPORT_SEND = "voting.report.send"
    VOTING_RESULT_ANNOUNCE = "voting.result.announce"
    VOTING_RESULT_SEAL = "voting.result.seal"
    VOTING_ROLL_CORRECT = "voting.roll.correct"
    VOTING_ROLL_DRAW = "voting.roll.draw"
    VOTING_ROLL_FREEZE = "voting.roll.freeze"
    VOTING_ROLL_REQUEST = "voting.roll.request"
    VOTING_ROLL_SHOW = "voting.roll.show"
    VOTING_SECRECY_DECIDE = "voting.secrecy.decide"
    VOTING_SECRETARY_ELECT = "voting.secretary.elect"
    VOTING_SESSION_END = "voting.session.end"
    VOTING_SESSION_OPEN = "voting.session.open"
    VOTING_SLIP_ISSUE = "voting.slip.issue"
    VOTING_SLIP_MARK = "voting.slip.mark"
    VOTING_SLIP_PRINT = "voting.slip.print"
    VOTING_SLIP_REPLACE = "voting.slip.replace"
    VOTING_SLIP_RETURN = "voting.slip.return"
    VOTING_SLIPS_FOLLOW = "voting.slips.follow"
    VOTING_SPEAKER_CALL = "voting.speaker.call"
    VOTING_SPEAKER_REGISTER = "voting.speaker.register"
    VOTING_TASK_REPORT = "voting.task.report"
    VOTING_TEAM_SET = "voting.team.set"
    VOTING_TEXT_CONFIRM = "voting.text.confirm"
    VOTING_VOTE_CLOSE = "voting.vote.close"
    VOTING_VOTE_EDIT = "voting.vote.edit"
    VOTING_VOTE_EXTEND = "voting.vote.extend"
    VOTING_VOTE_MANAGE = "voting.vote.manage"
    VOTING_VOTE_PROPOSE = "voting.vote.propose"
    VOTING_VOTE_REDO = "voting.vote.redo"
    VOTING_VOTE_SCHEDULE = "voting.vote.schedule"
    VOTING_VOTE_STOP = "voting.vote.stop"
    VOTING_VOTE_WITHDRAW = "voting.vote.withdraw"
    VOTING_WARD_AGREE = "voting.ward.agree"
    VOTING_WARD_EFFECT = "voting.ward.effect"
    VOTING_WARD_PROPOSE = "voting.ward.propose"
    VOTING_WARD_PUT = "voting.ward.put"
    VOTING_WARD_WITHDRAW = "voting.ward.withdraw"


DOER_LABELS: dict[str, Label] = {str(role): label for role, label in ROLE_LABELS.items()} | {
    Who.TEAM: Label("thành viên Tổ lấy ý kiến", "a member of the vote's team"),
    Who.TEAM_LEADER: Label("Tổ trưởng Tổ lấy ý kiến", "the leader of the vote's team"),
    Who.HOUSEHOLD: Label("hộ gia đình (vào bằng thẻ)", "the household (by its card)"),
    Who.ANYONE: Label("mọi người", "everyone"),
    Who.SYSTEM: Label("hệ thống, khi đến giờ", "the system, when the time comes"),
}


_KHU_PHO_LEADERS = (Role.HEAD, Role.FRONT_HEAD)
_WARD = (Role.WARD_OFFICER,)


_ONLINE = "D59"
_SYSTEM = Convention("access")
_SECRET = Convention("secret")
_PARTS = (acts_aftermath, acts_disclosure, acts_elections, acts_group, acts_meeting, acts_proposals, acts_slips)
ACTS: dict[Act, ActRule] = {
    Act.ACCESS_MANDATE_END: _rule(_SYSTEM, "kết thúc nhiệm vụ", "end a mandate", *_WARD, Role.OPERATOR),
    Act.ACCESS_MANDATE_GRANT: _rule(_SYSTEM, "ghi nhiệm vụ được giao", "record a mandate", *_WARD, Role.OPERATOR),
    Act.ACCOUNTS_CARD_ISSUE: _rule(
        _SYSTEM, "lập thẻ biểu quyết", "make voting cards", Role.HEAD, Role.FRONT_HEAD, Who.TEAM
    ),
    Act.ACCOUNTS_CARD_REISSUE: _rule(
        _SYSTEM, "cấp lại thẻ biểu quyết", "re-issue a voting card", Role.HEAD, Role.FRONT_HEAD, Who.TEAM
    ),
    Act.ACCOUNTS_HOUSEHOLD_LOGIN: _rule(_SYSTEM, "vào bằng thẻ", "log in with the card", Who.ANYONE),
    Act.ACCOUNTS_STAFF_CREATE: _rule(_SYSTEM, "lập tài khoản", "create an account", *_WARD, Role.OPERATOR),
    Act.ACCOUNTS_STAFF_DISABLE: _rule(_SYSTEM, "khóa tài khoản", "disable an account", *_WARD, Role.OPERATOR),
    Act.ACCOUNTS_STAFF_REOPEN: _rule(_SYSTEM, "mở lại tài khoản", "reopen an account", *_WARD, Role.OPERATOR),
    Act.ACCOUNTS_STAFF_RESET: _rule(_SYSTEM, "cấp lại mật khẩu", "reset a password", *_WARD, Role.OPERATOR),
    Act.DOCUMENTS_LAYOUT_SET: _rule(_SYSTEM, "sửa bố cục giấy tờ", "change a paper's layout", *_WARD),
    Act.DOCUMENTS_TEMPLATE_ACTIVATE: _rule(_SYSTEM, "dùng mẫu giấy tờ", "activate a paper template", *_WARD),
    Act.DOCUMENTS_TEMPLATE_UPLOAD: _rule(_SYSTEM, "tải mẫu giấy tờ lên", "upload a paper template", *_WARD),
    Act.PEOPLE_HOUSEHOLD_CORRECT: _rule(_SYSTEM, "sửa thông tin hộ", "correct a household", Role.HEAD, *_WARD),
    Act.PEOPLE_HOUSEHOLD_CREATE: _rule(_SYSTEM, "thêm hộ", "add a household", Role.HEAD, *_WARD),
    Act.PEOPLE_HOUSEHOLD_END: _rule(_SYSTEM, "ghi hộ đã chuyển đi", "record a household gone", Role.HEAD, *_WARD),
    Act.PEOPLE_HOUSEHOLD_MERGE: _rule(_SYSTEM, "nhập hộ", "merge households", Role.HEAD, *_WARD),
    Act.PEOPLE_HOUSEHOLD_MOVE: _rule(_SYSTEM, "chuyển hộ", "move a household", Role.HEAD, *_WARD),
    Act.PEOPLE_HOUSEHOLD_SPLIT: _rule(_SYSTEM, "tách hộ", "split a household", Role.HEAD, *_WARD),
    Act.PEOPLE_HOUSEHOLD_VIEW: _rule(
        _SYSTEM, "xem danh sách hộ", "see the households", Role.HEAD, Role.DEPUTY_HEAD, Role.FRONT_HEAD, *_WARD
    ),
    Act.PEOPLE_OUTSIDER_AUTHORISE: _rule(
        Article("L10", 18, 2),
        "ghi người ngoài hộ được ủy quyền",
        "record an authorised outsider",
        Role.HEAD,
        *_WARD,
    ),
    Act.PEOPLE_REPRESENTATIVE_CHANGE: _rule(
        Article("L10", 18, 2),
        "đổi người đại diện hộ",
        "change the household's representative",
        Role.HEAD,
        *_WARD,
        Who.HOUSEHOLD,
    ),
    Act.PEOPLE_ROLL_IMPORT: _rule(_SYSTEM, "nhập danh sách hộ", "import the household list", Role.HEAD, *_WARD),
    Act.PLACES_SETTING_SET: _rule(_SYSTEM, "đặt thiết lập của phường", "set a ward setting", *_WARD),
    Act.SATISFACTION_RATING_GIVE: _rule(
        Article("L10", 35, 2, "a"), "đánh giá mức độ hài lòng", "rate a service", Who.ANYONE
    ),
    Act.SATISFACTION_WORDS_READ: _rule(
        Article("L10", 35, 2, "a"), "đọc lời góp ý khi đánh giá", "read the words of ratings", *_WARD
    ),
    Act.SYSTEM_BACKUP_RESTORE: _rule(_SYSTEM, "khôi phục từ bản sao", "restore from a backup", Role.OPERATOR),
    Act.SYSTEM_CLOCK_CONFIRM: _rule(_SYSTEM, "xác nhận giờ máy chủ", "confirm the server's time", Role.OPERATOR),
    Act.SYSTEM_WARD_CREATE: _rule(_SYSTEM, "lập phường", "create the ward", Role.OPERATOR),
    Act.VOTING_APPLICATION_CHOOSE: _rule(
        Article(_ONLINE, 5, 5), "chọn ứng dụng biểu quyết", "choose the voting application", Role.HEAD
    ),
    Act.VOTING_BALLOT_ASSIST: _rule(Article(_ONLINE, 5, 3), "giúp hộ biểu quyết", "help a household vote", Who.TEAM),
    Act.VOTING_BALLOT_CAST: _rule(
        Article(_ONLINE, 5, 2, "d"), "gửi phiếu của hộ", "cast the household's ballot", Who.HOUSEHOLD
    ),
    Act.VOTING_CALL_LIST_VIEW: _rule(Article(_ONLINE, 5, 3), "xem danh sách hộ cần mời", "see the call list", Who.TEAM),
    Act.VOTING_COUNT_OPEN: _rule(_SECRET, "mở kết quả kiểm phiếu kín", "open a secret count", Who.TEAM),
    Act.VOTING_CREDENTIALS_LIST: _rule(
        _SECRET, "lập danh sách mã của các hộ", "list the households' credentials", Role.FRONT_HEAD, Who.TEAM_LEADER
    ),
    Act.VOTING_DECISION_SEND: _rule(
        Article("L10", 20, 3), "gửi quyết định lên phường", "send the decision to the ward", Role.HEAD
    ),
    Act.VOTING_DISPUTE_RESOLVE: _rule(
        Convention("dispute"), "giải quyết đề nghị kiểm tra", "settle a dispute", Who.TEAM
    ),
    Act.VOTING_ENTRY_DISPUTE: _rule(
        Convention("dispute"), "đề nghị kiểm tra phiếu của hộ", "dispute the household's entry", Who.HOUSEHOLD
    ),
    Act.VOTING_FORM_POLL_CLOSE: _rule(
        Article(_ONLINE, 5, 2, "c"), "khóa lần hỏi về hình thức", "close the form poll", Who.SYSTEM
    ),
    Act.VOTING_FORM_POLL_OPEN: _rule(
        Article(_ONLINE, 5, 2, "c"), "hỏi các hộ về hình thức", "open the form poll", Who.TEAM
    ),
    Act.VOTING_FORM_POLL_RECORD: _rule(
        Article(_ONLINE, 5, 2, "c"), "ghi kết quả hỏi tại cuộc họp", "record the form poll of a meeting", Who.TEAM
    ),
    Act.VOTING_HOUSEHOLD_BLOCK: _rule(
        _SECRET, "ghi hộ không có mã", "record a household without credential", Role.FRONT_HEAD, Who.TEAM_LEADER
    ),
    Act.VOTING_KEYS_BEGIN: _rule(_SECRET, "mở buổi lập chìa", "begin the key ceremony", Who.TEAM_LEADER),
    Act.VOTING_KEYS_MAKE: _rule(_SECRET, "lập chìa của Tổ", "make the team's keys", Who.TEAM),
    Act.VOTING_KIOSK_OPEN: _rule(Article(_ONLINE, 5, 3), "mở máy đặt tại nhà văn hóa", "open a kiosk", Who.TEAM),
    Act.VOTING_MEANS_RECORD: _rule(
        Article(_ONLINE, 5, 1, "c"),
        "ghi điều kiện thiết bị, mạng",
        "record devices and network",
        Role.HEAD,
        Role.FRONT_HEAD,
    ),
    Act.VOTING_MINUTES_SIGN: _rule(
        Article("L10", 20, 2, "g"), "ghi chữ ký biên bản", "record the signatures", *_KHU_PHO_LEADERS, Who.TEAM
    ),
    Act.VOTING_NOTICE_PUBLISH: _rule(
        Article(_ONLINE, 5, 3), "đăng thông báo biểu quyết", "publish the notice", Who.TEAM
    ),
    Act.VOTING_OPINION_GIVE: _rule(_SECRET, "gửi thêm ý kiến", "give an opinion apart from the ballot", Who.ANYONE),
    Act.VOTING_OUTAGE_RECORD: _rule(Convention("outage"), "ghi sự cố", "record an outage", Who.TEAM, Role.OPERATOR),
    Act.VOTING_PROPOSAL_AGREE: _rule(
        Article(_ONLINE, 5, 1, "a"),
        "đồng ý về hình thức quyết định",
        "agree to the form of deciding",
        Role.HEAD,
        Role.DEPUTY_HEAD,
        Role.FRONT_HEAD,
        Role.FRONT_MEMBER,
    ),
    Act.VOTING_REPORT_SEND: _rule(
        Article(_ONLINE, 5, 2, "a"), "báo cáo phường và Mặt trận", "report to the ward and the Front", *_KHU_PHO_LEADERS
    ),
    Act.VOTING_RESULT_ANNOUNCE: _rule(
        Article(_ONLINE, 5, 4, "b"), "công bố kết quả", "announce the result", Who.TEAM, Role.HEAD
    ),
    Act.VOTING_RESULT_SEAL: _rule(Convention("seal"), "niêm phong kết quả", "seal the result", Who.TEAM_LEADER),
    Act.VOTING_ROLL_CORRECT: _rule(
        Convention("roll"), "sửa danh sách hộ của cuộc biểu quyết", "correct the roll", Role.HEAD, Who.TEAM
    ),
    Act.VOTING_ROLL_DRAW: _rule(Convention("roll"), "lập danh sách hộ", "draw up the roll", Role.HEAD, Who.TEAM),
    Act.VOTING_ROLL_FREEZE: _rule(
        Article("L10", 21, 1), "chốt danh sách hộ", "freeze the roll", Role.HEAD, Who.TEAM_LEADER
    ),
    Act.VOTING_ROLL_REQUEST: _rule(
        Convention("roll"), "đề nghị sửa danh sách hộ", "ask for a correction of the roll", Who.ANYONE
    ),
    Act.VOTING_ROLL_SHOW: _rule(Convention("roll"), "niêm yết danh sách hộ", "show the roll", Role.HEAD, Who.TEAM),
    Act.VOTING_SECRECY_DECIDE: _rule(
        _SECRET, "ghi các hộ chọn kín hay công khai", "record secret or open as households chose", Who.TEAM
    ),
    Act.VOTING_TEAM_SET: _rule(Article(_ONLINE, 5, 2, "b"), "lập Tổ lấy ý kiến", "set up the team", *_KHU_PHO_LEADERS),
    Act.VOTING_TEXT_CONFIRM: _rule(
        Convention("text"), "xác nhận đúng lời văn", "confirm the exact text", *_KHU_PHO_LEADERS, Who.TEAM
    ),
    Act.VOTING_VOTE_CLOSE: _rule(Article(_ONLINE, 5, 4, "a"), "khóa cuộc biểu quyết", "close the vote", Who.SYSTEM),
    Act.VOTING_VOTE_EDIT: _rule(Article("L10", 16, 2), "soạn nội dung", "edit the proposal", *_KHU_PHO_LEADERS),
    Act.VOTING_VOTE_EXTEND: _rule(
        Convention("extend"), "gia hạn một lần vì sự cố", "extend once after an outage", Who.TEAM, Role.HEAD
    ),
    Act.VOTING_VOTE_MANAGE: _rule(
        Convention("desk"),
        "xem hồ sơ cuộc biểu quyết",
        "see the vote's file",
        Role.HEAD,
        Role.DEPUTY_HEAD,
        Role.FRONT_HEAD,
        Role.FRONT_MEMBER,
        Role.WARD_OFFICER,
        Role.WARD_FRONT,
        Role.WARD_CHAIR,
        Role.DELEGATE,
        Who.TEAM,
    ),
    Act.VOTING_VOTE_PROPOSE: _rule(Article("L10", 16, 2), "đề xuất việc cần quyết", "propose a matter", Role.HEAD),
    Act.VOTING_VOTE_REDO: _rule(Article("L10", 22), "làm lại cuộc biểu quyết", "redo a vote", *_KHU_PHO_LEADERS),
    Act.VOTING_VOTE_SCHEDULE: _rule(
        Article(_ONLINE, 5, 3), "đặt thời gian biểu quyết", "set the voting time", Who.TEAM
    ),
    Act.VOTING_VOTE_STOP: _rule(
        Convention("stop"), "dừng và hủy cuộc biểu quyết", "stop and annul a vote", Who.TEAM, Role.HEAD
    ),
    Act.VOTING_VOTE_WITHDRAW: _rule(
        Convention("withdraw"), "rút cuộc biểu quyết", "withdraw a vote", *_KHU_PHO_LEADERS
    ),
} | {Act(name): its for part in _PARTS for name, its in part.RULES.items()}


@dataclass(frozen=True, slots=True)
class Held:
    """Nhiệm vụ đang giữ: a role held now, for one khu phố or (None) the whole ward."""

    role: Role
    khu_pho: int | None = None


def may(act: Act, *, held: Collection[Held], who: Collection[Who], khu_pho: int | None) -> Answer:
    """Whether a doer with these roles, and these relations to the subject, may do the act in that khu phố.

    ``khu_pho`` is the subject's (None for a matter of the whole ward). Refusal ``access.role`` names in its details
    who may: a comma-separated list of role and relation keys.
    """
    rule = ACTS[act]
    if Who.ANYONE in rule.who or rule.who.intersection(who):
        return Allowed(rule.basis)
    for mandate in held:
        if mandate.role in rule.roles and (mandate.role not in KHU_PHO_ROLES or mandate.khu_pho == khu_pho):
            return Allowed(rule.basis)
    doers = sorted(str(role) for role in rule.roles) + sorted(str(relation) for relation in rule.who)
    return Refusal("access.role", rule.basis, {"act": str(act), "doers": ",".join(doers)})
