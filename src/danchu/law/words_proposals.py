"""Lời từ chối về đề xuất, sáng kiến, chọn hình thức, và về một bước chưa đến lúc."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "procedure.step": Words(
        "Lúc này chưa {step_vi} được, vì {stage_vi} ({article}).",
        "It is not possible to {step_en} now: {stage_en} ({article}).",
        "Hãy xem bước đang làm trong hồ sơ.",
        "See the current step in the file.",
    ),
    "proposal.scope": Words(
        "Cách đề xuất này không dùng cho việc trong phạm vi {scope} ({article}).",
        "This way of proposing is not for a matter of {scope} ({article}).",
        "Chủ tịch phường đề xuất việc của phường; Trưởng khu phố và người dân đề xuất việc của khu phố.",
        "The ward Chairman proposes for the ward; the head and residents for their khu phố.",
    ),
    "proposal.head_has_rules": Words(
        "Bầu, cho thôi làm Trưởng khu phố có trình tự riêng ({article}).",
        "Electing or dismissing the khu phố head follows its own steps ({article}).",
        "Hãy mở phần bầu Trưởng khu phố, hoặc phần cho thôi làm Trưởng khu phố.",
        "Open the election of the head, or the dismissal of the head.",
    ),
    "proposal.not_resident": Words(
        "Người nêu sáng kiến phải cư trú tại khu phố ({article}).",
        "Whoever starts an initiative must live in the khu phố ({article}).",
        "Mời một người dân của khu phố nêu sáng kiến này.",
        "Ask a resident of the khu phố to start it.",
    ),
    "proposal.no_households": Words(
        "Khu phố chưa có hộ nào trong danh sách ({article}).",
        "The khu phố has no household on its list ({article}).",
        "Hãy nhập danh sách hộ trước.",
        "Import the households first.",
    ),
    "proposal.settled": Words(
        "Đề xuất này đã đưa ra cộng đồng hoặc đã rút ({article}).",
        "This proposal was put to the community or withdrawn ({article}).",
        "Nếu cần, hãy lập đề xuất mới.",
        "Start a new proposal if needed.",
    ),
    "proposal.not_initiative": Words(
        "Chỉ sáng kiến của người dân mới cần các hộ đồng thuận ({article}).",
        "Only a resident's initiative gathers endorsements ({article}).",
        "Đề xuất này chờ hai người có thẩm quyền thống nhất.",
        "This proposal waits for the two offices to agree.",
    ),
    "proposal.endorsed_already": Words(
        "Hộ này đã đồng thuận; sự đồng thuận có giá trị đến hết {until} ({article}).",
        "This household has endorsed it; that is valid until the end of {until} ({article}).",
        "Sau ngày đó, hộ có thể đồng thuận lại.",
        "It may endorse again after that day.",
    ),
    "proposal.not_counted": Words(
        "Hộ này không nằm trong số hộ được tính của khu phố ({article}).",
        "This household is not among those that count in the khu phố ({article}).",
        "Hãy hỏi Trưởng khu phố nếu thông tin của hộ chưa đúng.",
        "Ask the khu phố head if what is kept about the household is not right.",
    ),
    "proposal.given_later": Words(
        "Ngày đồng thuận {day} còn ở phía trước ({article}).",
        "The day of the endorsement, {day}, is still to come ({article}).",
        "Hãy ghi ngày hộ đã ký.",
        "Write the day on which the household signed.",
    ),
    "proposal.household_unknown": Words(
        "Không thấy hộ {number} trong khu phố ({article}).",
        "Household {number} is not found in this khu phố ({article}).",
        "Hãy xem lại số hộ ghi trên tờ danh sách.",
        "Look at the household number on the list again.",
    ),
    "proposal.reason": Words(
        "Ban công tác Mặt trận chưa tán thành thì cần ghi lý do ({article}).",
        "When the Front committee does not approve, its reason is needed ({article}).",
        "Hãy ghi lý do để người nêu sáng kiến biết.",
        "Write the reason, so that whoever proposed it knows.",
    ),
    "proposal.agreement_first": Words(
        "{role} chưa thống nhất đề xuất này ({article}).",
        "{role}: not agreed yet ({article}).",
        "Mời người đó vào đây và xác nhận thống nhất.",
        "Ask that person to come here and agree.",
    ),
    "proposal.agreement_front": Words(
        "{person_vi} chưa thống nhất ({article}).",
        "The {person_en} has not agreed ({article}).",
        "Mời người đó vào đây và xác nhận thống nhất.",
        "Ask that person to come here and agree.",
    ),
    "proposal.agreement_two_people": Words(
        "Một người đang giữ cả hai nhiệm vụ; cần thêm một người nữa cùng đồng ý ({article}).",
        "One person holds both offices; a second person must agree as well ({article}).",
        "Mời Phó Trưởng khu phố hoặc một thành viên ban công tác Mặt trận.",
        "Ask the deputy head or a member of the Front committee.",
    ),
    "proposal.endorsements": Words(
        "Còn thiếu {short} hộ đồng thuận để đủ 10% của {households} hộ ({article}).",
        "{short} more endorsements are needed for 10% of {households} households ({article}).",
        "Xin thêm các hộ đồng thuận, hoặc đề nghị Ban công tác Mặt trận tán thành.",
        "Gather more, or ask the Front committee to approve.",
    ),
    "advice.no_households": Words(
        "Chưa biết khu phố có bao nhiêu hộ ({article}).",
        "The number of households is not known ({article}).",
        "Hãy nhập danh sách hộ trước.",
        "Import the households first.",
    ),
    "advice.purpose": Words(
        "Cần biết việc này là bầu hay cho thôi làm Trưởng khu phố ({article}).",
        "It must be known whether the head is elected or dismissed ({article}).",
        "Hãy chọn bầu, hoặc cho thôi làm.",
        "Choose to elect or to dismiss.",
    ),
    "ward.effect_before": Words(
        "Ngày có hiệu lực không thể trước {day}, ngày khu phố cuối cùng quyết định ({article}).",
        "It cannot take effect before {day}, when the last khu phố decided ({article}).",
        "Chọn ngày đó hoặc sau đó.",
        "Choose that day or a later one.",
    ),
}
