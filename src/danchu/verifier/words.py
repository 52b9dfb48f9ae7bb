"""Lời giải thích: what each refusal is and what it means, in Vietnamese and in English."""

from __future__ import annotations

from typing import NamedTuple

from danchu.verifier.refusals import Refusal

LANGUAGES = ("vi", "en")


class Words(NamedTuple):
    """Một câu, hai thứ tiếng; ``{name}`` stands for a detail of the refusal."""

    vi: str
    en: str


class Meaning(NamedTuple):
    """Ý nghĩa: what a whole kind of refusals tells the person who asked."""

    vi: str
    en: str


_DAMAGED = Meaning(
    "Tệp đã bị sửa, bị đứt, hoặc được ghi chưa đúng cách. Hãy tải lại; nếu vẫn vậy thì không dùng tệp này.",
    "The file was altered, cut off, or not written in the right way. Fetch it again; if it stays so, do not use it.",
)
_STORY = Meaning(
    "Thứ tự các việc trong tệp không thể có thật. Đã có người thêm, bớt hoặc đổi chỗ.",
    "Things cannot have happened in this order. Something was added, removed or moved.",
)
_SETUP = Meaning(
    "Cuộc biểu quyết được lập chưa đúng, nên kết quả không đáng tin.",
    "The vote was not set up rightly, so its result cannot be relied on.",
)
_BALLOT = Meaning(
    "Phiếu này không thể do hộ có mã đó gửi theo đúng cách. Có phiếu như vậy thì kết quả không đáng tin.",
    "The household with this credential cannot have cast this ballot in the right way. The result cannot be relied on.",
)
_COUNT = Meaning(
    "Số đã cộng không phải là tổng các phiếu có trong tệp. Kết quả không đáng tin.",
    "What was added up is not the sum of the ballots in the file. The result cannot be relied on.",
)
_OPENING = Meaning(
    "Việc mở kết quả chưa được chứng minh. Kết quả không đáng tin.",
    "The opening of the result is not proved. The result cannot be relied on.",
)
_LIMIT = Meaning(
    "Chương trình này chưa xét được loại biểu quyết đó, nên không nói đúng hay sai.",
    "This program cannot judge such a vote, and so says neither yes nor no.",
)
_DEMAND = Meaning(
    "Riêng tệp này không có gì sai; điều đã hỏi thêm thì không khớp.",
    "What was asked in addition does not agree with the file.",
)

MEANINGS: dict[str, Meaning] = {
    "archive": _DAMAGED,
    "text": _DAMAGED,
    "chain": _STORY,
    "election": _SETUP,
    "credentials": _SETUP,
    "trustees": _SETUP,
    "ballot": _BALLOT,
    "tally": _COUNT,
    "opening": _OPENING,
    "result": _OPENING,
    "demand": _DEMAND,
    "election.kind": _LIMIT,
    "election.group": _LIMIT,
    "chain.kind": _LIMIT,
    "trustees.kind": _LIMIT,
    "archive.version": _LIMIT,
    "election.version": _LIMIT,
    "archive.long": _LIMIT,
    "demand.earlier": Meaning(
        "Phần đã công bố trước đây đã bị sửa hoặc bỏ. Hãy giữ cả hai tệp làm bằng chứng.",
        "Something published before was altered or removed. Keep both files as evidence.",
    ),
    "demand.register": Meaning(
        "Có mã thêm vào hoặc bị bớt đi so với danh sách hộ đã chốt.",
        "Credentials were added or removed, compared with the frozen list of households.",
    ),
    "demand.finished": Meaning("Hãy tải lại tệp khi đã có kết quả.", "Fetch the file again when there is a result."),
}

SENTENCES: dict[str, Words] = {
    "archive.header": Words("Phần đầu của bản ghi chưa đúng mẫu.", "The record's header is not as it must be."),
    "archive.cut": Words("Tệp bị đứt giữa bản ghi.", "The file ends in the middle of a record."),
    "archive.padding": Words("Phần đệm sau bản ghi không trống.", "The padding after the record is not empty."),
    "archive.long": Words("Bản ghi dài quá {most} byte.", "The record is longer than {most} bytes."),
    "archive.version": Words("Tệp thuộc phiên bản khác.", "The file is of another version."),
    "archive.hash": Words(
        "Nội dung bản ghi không khớp mã niêm phong {name}.", "The record does not match its hash {name}."
    ),
    "text.unreadable": Words("Không đọc được bản ghi này.", "The record cannot be read."),
    "text.not_canonical": Words(
        "Bản ghi không được viết theo cách viết duy nhất.", "The record is not written in the one way."
    ),
    "text.shape": Words("Bản ghi thiếu, thừa hoặc sai kiểu ở {what}.", "The record has not the right parts: {what}."),
    "text.element": Words(
        "Có con số không thuộc nhóm toán học đã định.", "A number is not a member of the stated group."
    ),
    "text.scalar": Words("Có số mũ không hợp lệ trong chứng minh.", "An exponent in a proof is not a valid one."),
    "chain.parent": Words("Sự kiện không nối vào sự kiện trước.", "The event does not name the event before it."),
    "chain.height": Words(
        "Sự kiện ghi số {said}, đúng ra là {expected}.", "The event is numbered {said}; it should be {expected}."
    ),
    "chain.kind": Words("Không biết loại sự kiện {kind}.", "Unknown kind of event: {kind}."),
    "chain.order": Words(
        "Sự kiện {kind} không được đứng sau {after}.", "The event {kind} may not stand after {after}."
    ),
    "chain.records": Words(
        "Sự kiện {kind} cần {wanted} bản ghi dữ liệu, thấy {found}.",
        "The event {kind} needs {wanted} data records; there are {found}.",
    ),
    "chain.payload": Words(
        "Sự kiện chỉ tới bản ghi khác với bản ghi kèm theo.", "The event names other data than that written for it."
    ),
    "chain.repeated": Words("Bản ghi này đã có trước đó.", "The same record was written before."),
    "chain.loose": Words("Bản ghi không thuộc sự kiện nào.", "The record belongs to no event."),
    "chain.empty": Words("Tệp chưa có gì để đếm lại.", "There is nothing in the file to judge."),
    "chain.ballot_after_end": Words("Có phiếu sau khi đã hết giờ biểu quyết.", "A ballot stands after the end."),
    "chain.after_result": Words("Có sự kiện {kind} sau khi đã có kết quả.", "An event {kind} stands after the result."),
    "election.version": Words("Cuộc biểu quyết theo phiên bản khác.", "The vote is of another version."),
    "election.uuid": Words("Mã cuộc biểu quyết chưa đúng dạng.", "The identifier of the vote is malformed."),
    "election.group": Words("Không biết nhóm toán học {group}.", "Unknown group: {group}."),
    "election.kind": Words(
        "Có câu hỏi không thuộc loại đếm mà không mở từng phiếu.",
        "A question is not of the kind counted without opening ballots.",
    ),
    "election.question": Words(
        "Câu hỏi không có câu trả lời, hoặc số câu được chọn không thể có.",
        "A question has no answers, or an impossible number may be chosen.",
    ),
    "credentials.repeated": Words("Một mã có hai lần trong danh sách.", "A credential is on the list twice."),
    "credentials.weight": Words("Trọng số của một mã chưa đúng.", "The weight of a credential is not a number."),
    "credentials.total": Words("Tổng trọng số quá lớn.", "The weights add up to too much."),
    "trustees.none": Words("Không có người giữ chìa.", "There is no trustee."),
    "trustees.kind": Words("Không biết kiểu người giữ chìa này.", "Unknown kind of trustee."),
    "trustees.key": Words("Chìa của một người là chìa rỗng.", "A trustee's key is empty and hides nothing."),
    "trustees.key_proof": Words(
        "Người giữ chìa chưa chứng minh mình có chìa.", "A trustee does not prove to hold the key."
    ),
    "trustees.threshold": Words(
        "Số người cần để mở không khớp với chìa đã lập.",
        "How many must open does not agree with the keys that were made.",
    ),
    "trustees.certificate": Words(
        "Chứng nhận của một người giữ chìa không mang chữ ký của người đó.",
        "A trustee's certificate does not carry the trustee's signature.",
    ),
    "trustees.context": Words(
        "Chứng nhận được lập cho buổi lập chìa khác.", "A certificate was made for another ceremony."
    ),
    "trustees.polynomial": Words(
        "Cam kết của một người giữ chìa không mang chữ ký của người đó.",
        "A trustee's commitments do not carry the trustee's signature.",
    ),
    "trustees.agreement": Words(
        "Một người giữ chìa chưa ký xác nhận chứng nhận của cả tổ.",
        "A trustee did not sign the certificates of the whole team.",
    ),
    "trustees.member_key": Words(
        "Chìa của một người không khớp với các cam kết của cả tổ.",
        "A member's key does not follow from the team's commitments.",
    ),
    "trustees.member_signature": Words(
        "Chìa của một người không mang chữ ký của người đó.", "A member's key does not carry the member's signature."
    ),
    "trustees.signature_missing": Words(
        "Chữ ký của tổ giữ chìa chỗ có chỗ không.", "Some of the team's signatures are there and some are not."
    ),
    "trustees.election_key": Words(
        "Chìa khóa kín phiếu không phải là chìa chung của những người giữ chìa.",
        "The key that encrypts ballots is not the trustees' common key.",
    ),
    "ballot.replayed": Words("Phiếu này đã có trước đó.", "The same ballot was cast before."),
    "ballot.election": Words("Phiếu thuộc cuộc biểu quyết khác.", "The ballot is for another vote."),
    "ballot.credential": Words("Mã của phiếu không có trong danh sách.", "The ballot's credential is not on the list."),
    "ballot.hash": Words("Nội dung phiếu không khớp với nội dung đã ký.", "The ballot is not the one that was signed."),
    "ballot.signature": Words("Chữ ký trên phiếu không đúng.", "The signature on the ballot is wrong."),
    "ballot.choice": Words(
        "Một lựa chọn không được chứng minh là 0 hoặc 1.", "A choice is not proved to be zero or one."
    ),
    "ballot.number": Words(
        "Không chứng minh được số câu đã chọn nằm trong mức cho phép.",
        "How many answers were chosen is not proved to be allowed.",
    ),
    "ballot.blank": Words(
        "Không chứng minh được phiếu trắng không chọn gì.", "A blank answer is not proved to choose nothing."
    ),
    "tally.count": Words(
        "Tệp ghi đã cộng {said} phiếu, đếm lại được {counted}.",
        "The file says that {said} ballots were added; there are {counted}.",
    ),
    "tally.weight": Words(
        "Tệp ghi tổng trọng số {said}, đếm lại được {counted}.", "The file says weight {said}; it is {counted}."
    ),
    "tally.product": Words("Tổng đã khóa không phải là tổng các phiếu.", "The sealed sum is not that of the ballots."),
    "opening.owner": Words("Không có người giữ chìa số {owner}.", "There is no trustee number {owner}."),
    "opening.repeated": Words("Người giữ chìa số {owner} mở hai lần.", "Trustee number {owner} opened twice."),
    "opening.proof": Words(
        "Phần mở của người giữ chìa số {owner} không được chứng minh.",
        "The part opened by trustee number {owner} is not proved.",
    ),
    "result.trustees": Words(
        "Nhóm giữ chìa từ số {owner} cần {needed} người mở, mới có {given}.",
        "Of the trustees from number {owner} on {needed} must open; {given} did.",
    ),
    "result.range": Words("Có con số không nằm từ 0 đến {most}.", "A count is not between 0 and {most}."),
    "result.count": Words(
        "Câu hỏi {question}, ô {answer}: ghi {said}, nhưng mở ra không phải vậy.",
        "Question {question}, box {answer}: it says {said}, but that is not what was opened.",
    ),
    "demand.earlier": Words(
        "Tệp trước không phải là phần đầu của tệp này.", "The earlier file is not the beginning of this one."
    ),
    "demand.register": Words(
        "Sổ có {register} hộ, danh sách mã có {listed}.",
        "The register has {register} households, the list {listed} credentials.",
    ),
    "demand.finished": Words("Cuộc biểu quyết chưa có kết quả.", "The vote has no result yet."),
}


def sentence(refusal: Refusal, language: str) -> str:
    """What was found, as a sentence in ``vi`` or ``en``."""
    words: str = getattr(SENTENCES[refusal.code], language)
    return words.format_map(refusal.details)


def place(refusal: Refusal, language: str) -> str:
    """Which record it is about: its number in the file, the first being 0, and the beginning of its hash."""
    if refusal.record is None:
        return ""
    words = {"vi": "Bản ghi số {number} {hash}", "en": "Record number {number} {hash}"}[language]
    return words.format(number=refusal.record, hash=refusal.hash[:16]).rstrip()


def meaning(refusal: Refusal, language: str) -> str:
    """What that means for the person who asked."""
    kind = refusal.code.partition(".")[0]
    words: str = getattr(MEANINGS.get(refusal.code, MEANINGS[kind]), language)
    return words
