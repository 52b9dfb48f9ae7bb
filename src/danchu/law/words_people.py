"""Lời từ chối về hộ, tài khoản, thẻ, tệp, đồng hồ: what is said for refusals of the foundation."""

from __future__ import annotations

from danchu.law.words import Words

_CALL_VI = "Hãy xem lại thẻ, hoặc gọi người phụ trách của khu phố."
_CALL_EN = "Look at the card again, or call your khu phố's contact."
_CHOOSE_REP_VI = "Hãy chọn một thành viên có năng lực hành vi dân sự đầy đủ."
_CHOOSE_REP_EN = "Choose a member with full civil capacity."
_REASON_VI = "Hãy ghi lý do, một câu là đủ."
_REASON_EN = "Write the reason; one sentence is enough."

WORDS: dict[str, Words] = {
    # --- who may -----------------------------------------------------------------------------------------------------
    "access.role": Words(
        "Việc {act} dành cho: {doers}.",
        "Only these may {act}: {doers}.",
        "Hãy vào bằng tài khoản có nhiệm vụ đó, hoặc nhờ người đang giữ nhiệm vụ.",
        "Log in with an account that holds the mandate, or ask its holder.",
    ),
    "access.ward": Words(
        "Việc này thuộc nơi khác.",
        "This belongs to another place.",
        "Hãy về trang của phường mình.",
        "Go to your own ward's page.",
    ),
    "access.mandate_place": Words(
        "Nhiệm vụ {role} chưa ghi đúng nơi: nhiệm vụ ở khu phố phải ghi khu phố, nhiệm vụ của phường thì không.",
        "The place of the mandate {role} is not right: a khu phố's mandate names its khu phố, a ward's does not.",
        "Hãy chọn lại khu phố.",
        "Choose the khu phố again.",
    ),
    "access.mandate_self": Words(
        "Không tự giao nhiệm vụ cho mình được.",
        "Nobody can give a mandate to himself or herself.",
        "Hãy nhờ người phụ trách khác, hoặc người vận hành.",
        "Ask another officer, or the operator.",
    ),
    "access.mandate_over": Words(
        "Nhiệm vụ này đã kết thúc rồi.",
        "This mandate has already ended.",
        "Hãy mở lại danh sách nhiệm vụ.",
        "Open the list of mandates again.",
    ),
    "accounts.username_taken": Words(
        "Tên đăng nhập {username} đã có người dùng.",
        "The log-in name {username} is taken.",
        "Hãy chọn tên khác.",
        "Choose another one.",
    ),
    "accounts.link_dead": Words(
        "Đường dẫn này đã dùng rồi hoặc đã hết hạn.",
        "This link was used already, or is too old.",
        "Hãy xin người phụ trách tài khoản của phường một đường dẫn mới.",
        "Ask the ward's account officer for a new one.",
    ),
    "accounts.closed": Words(
        "Tài khoản này đang khóa.",
        "This account is closed.",
        "Hãy mở lại tài khoản; khi mở lại sẽ có đường dẫn mới.",
        "Reopen it; that gives a new link.",
    ),
    "accounts.open": Words(
        "Tài khoản này đang mở.",
        "This account is open.",
        "Nếu người giữ không vào được, hãy cấp đường dẫn mới.",
        "If the person cannot log in, give a new link.",
    ),
    "accounts.own": Words(
        "Không tự khóa tài khoản của mình được.",
        "You cannot disable your own account.",
        "Hãy nhờ người phụ trách khác hoặc người vận hành.",
        "Ask another officer, or the operator.",
    ),
    # --- the household's card ----------------------------------------------------------------------------------------
    "card.dead": Words(
        "Thẻ này không còn giá trị: hộ đã được cấp thẻ mới, hoặc mã trên đường dẫn chưa đúng.",
        "This card is no longer valid: the household has a newer one, or the link is not complete.",
        "Hãy dùng thẻ mới nhất. Mất thẻ thì gọi người phụ trách của khu phố.",
        "Use the newest card. If it is lost, call your khu phố's contact.",
    ),
    "card.digits": Words(
        "Mã trên thẻ có đủ {digits} chữ số.",
        "The code on the card has {digits} digits.",
        "Hãy gõ đủ hai nhóm số trên thẻ.",
        "Type both groups of digits.",
    ),
    "card.wrong": Words(
        "Số hộ hoặc mã chưa đúng.",
        "The household number or the code is not right.",
        "Xem lại số hộ và {digits} số trên thẻ.",
        "Look at the household number and the {digits} digits on the card.",
    ),
    "card.locked": Words(
        "Đã gõ sai nhiều lần. Mã của hộ tạm khóa {minutes} phút.",
        "Too many wrong tries. This household's code is locked for {minutes} minutes.",
        "Mời thử lại sau {minutes} phút, quét mã vuông trên thẻ, hoặc gọi người phụ trách.",
        "Try again in {minutes} minutes, scan the square code on the card, or call the contact.",
    ),
    "card.busy": Words(
        "Trong phường đang có quá nhiều lần gõ mã chưa đúng.",
        "There are too many wrong codes in the ward just now.",
        "Mời quét mã vuông trên thẻ, hoặc thử lại sau {minutes} phút.",
        "Scan the square code on the card, or try again in {minutes} minutes.",
    ),
    "rate.wait": Words(
        "Máy này đã thử nhiều lần liền nhau.",
        "There were many tries in a row.",
        "Mời thử lại sau {minutes} phút.",
        "Please try again in {minutes} minutes.",
    ),
    # --- papers and the clock ----------------------------------------------------------------------------------------
    "files.kind": Words(
        "Tệp này không phải ảnh chụp hoặc PDF.",
        "This file is neither a photo nor a PDF.",
        "Hãy chọn ảnh JPG, PNG hoặc tệp PDF.",
        "Choose a JPG or PNG photo, or a PDF.",
    ),
    "files.size": Words(
        "Tệp trống hoặc lớn hơn {megabytes} MB.",
        "The file is empty or larger than {megabytes} MB.",
        "Hãy chụp lại nhẹ hơn, hoặc quét từng trang.",
        "Take a smaller photo, or scan it page by page.",
    ),
    "clock.behind": Words(
        "Đồng hồ máy chủ đang chậm hơn việc ghi gần nhất ({newest}) nên chưa ghi được gì thêm.",
        "The server's clock is behind the newest record ({newest}), so nothing more can be recorded.",
        "Hãy báo người vận hành chỉnh lại giờ máy chủ.",
        "Ask the operator to set the server's clock right.",
    ),
    "clock.jumped": Words(
        "Đồng hồ máy chủ vừa nhảy tới trước {minutes} phút nên các việc theo luật tạm dừng.",
        "The server's clock jumped ahead by {minutes} minutes, so legal acts are paused.",
        "Hãy báo người vận hành xem lại giờ và xác nhận.",
        "Ask the operator to check the time and confirm it.",
    ),
    # --- households --------------------------------------------------------------------------------------------------
    "people.number_taken": Words(
        "Số hộ {number} đã dùng; số hộ không dùng lại.",
        "The household number {number} is taken; numbers are never used again.",
        "Hãy để trống để nhận số kế tiếp, hoặc chọn số khác.",
        "Leave it empty for the next number, or choose another.",
    ),
    "people.household_ended": Words(
        "Hộ {number} không còn trong danh sách từ {day}.",
        "Household {number} has not been on the list since {day}.",
        "Hãy mở lại danh sách hộ của khu phố.",
        "Open the khu phố's list again.",
    ),
    "people.day_ahead": Words(
        "Ngày này chưa tới; hôm nay là {day}.",
        "That day has not come; today is {day}.",
        "Hãy ghi hôm nay hoặc ngày đã qua.",
        "Write today or a day that is past.",
    ),
    "people.day_before_change": Words(
        "Hộ {number} có thay đổi đã ghi ngày {day}; không ghi lùi trước ngày ấy.",
        "A change of household {number} is recorded on {day}; nothing is recorded before it.",
        "Hãy ghi từ ngày ấy trở đi, và nêu ngày thật trong lý do.",
        "Write that day or a later one, and name the real day in the reason.",
    ),
    "people.day_before_roll": Words(
        "Danh sách hộ của khu phố đã chốt ngày {day}; số hộ đã chốt không sửa lùi.",
        "The khu phố's list was frozen on {day}; a frozen number of households is not undone.",
        "Hãy ghi từ ngày ấy trở đi, và nêu ngày thật trong lý do.",
        "Write that day or a later one, and name the real day in the reason.",
    ),
    "people.no_member": Words(
        "Hộ phải có ít nhất một thành viên.",
        "A household needs at least one member.",
        "Hãy ghi họ và tên một thành viên.",
        "Write the name of one member.",
    ),
    "people.unknown_member": Words(
        "Người đã chọn không phải thành viên của hộ {number}.",
        "The person chosen is not a member of household {number}.",
        "Hãy chọn trong danh sách thành viên.",
        "Choose from the list of members.",
    ),
    "people.nothing_changed": Words(
        "Chưa có gì thay đổi.",
        "Nothing was changed.",
        "Hãy sửa thông tin rồi ghi lại, hoặc trở về.",
        "Change something and record it, or go back.",
    ),
    "people.reason_missing": Words(
        "Thay đổi này phải ghi lý do.",
        "This change needs a reason.",
        _REASON_VI,
        _REASON_EN,
    ),
    "people.rep_not_member": Words(
        "Người đại diện phải là thành viên của hộ {number} ({article}).",
        "The representative must be a member of household {number} ({article}).",
        _CHOOSE_REP_VI,
        _CHOOSE_REP_EN,
    ),
    "people.rep_not_capable": Words(
        "{name} chưa đủ năng lực hành vi dân sự nên không đại diện hộ được ({article}).",
        "{name} does not have full civil capacity and cannot represent the household ({article}).",
        _CHOOSE_REP_VI,
        _CHOOSE_REP_EN,
    ),
    "people.rep_already": Words(
        "{name} đang là người đại diện của hộ.",
        "{name} is the representative already.",
        "Hãy chọn người khác, hoặc trở về.",
        "Choose somebody else, or go back.",
    ),
    "people.rep_must_change": Words(
        "Sau thay đổi này, người đang đại diện không còn đại diện hộ {number} được ({article}).",
        "After this change the present representative can no longer represent household {number} ({article}).",
        "Hãy chọn luôn người đại diện mới.",
        "Choose the new representative at the same time.",
    ),
    "people.outsider_not_needed": Words(
        "Hộ {number} có thành viên đủ năng lực hành vi dân sự nên không ủy quyền cho người ngoài hộ ({article}).",
        "Household {number} has a member with full civil capacity and cannot authorise someone outside it ({article}).",
        "Hãy đổi người đại diện sang thành viên đó.",
        "Make that member the representative.",
    ),
    "people.outsider_busy": Words(
        "Người này đang đại diện một hộ khác; một người ngoài hộ chỉ nhận đại diện một hộ ({article}).",
        "This person represents another household; somebody outside may represent one household only ({article}).",
        "Hãy để hộ cử người khác.",
        "Let the household name somebody else.",
    ),
    "people.outsider_paper": Words(
        "Chưa có giấy cử hoặc ủy quyền của hộ ({article}).",
        "The household's paper of authorisation is missing ({article}).",
        "Hãy chụp hoặc quét giấy rồi chọn tệp.",
        "Photograph or scan the paper and choose the file.",
    ),
    "people.same_khu_pho": Words(
        "Hộ {number} đang ở khu phố này rồi.",
        "Household {number} is in this khu phố already.",
        "Hãy chọn khu phố khác.",
        "Choose another khu phố.",
    ),
    "people.khu_pho_ended": Words(
        "{khu_pho} không còn từ {day}.",
        "{khu_pho} has not existed since {day}.",
        "Hãy chọn khu phố đang có.",
        "Choose a khu phố that exists.",
    ),
    "people.split_nobody": Words(
        "Chưa chọn ai ra hộ mới.",
        "Nobody was chosen for the new household.",
        "Hãy chọn ít nhất một thành viên.",
        "Choose at least one member.",
    ),
    "people.split_everybody": Words(
        "Hộ cũ phải còn ít nhất một thành viên.",
        "At least one member must stay in the old household.",
        "Cả hộ chuyển đi thì dùng Chuyển khu phố hoặc Ghi hộ đã chuyển đi.",
        "If all of them leave, use Move or Record as gone.",
    ),
    "people.merge_itself": Words(
        "Không nhập một hộ vào chính hộ đó được.",
        "A household cannot be merged into itself.",
        "Hãy chọn hộ khác.",
        "Choose another household.",
    ),
    "people.merge_apart": Words(
        "Hai hộ đang ở hai khu phố khác nhau.",
        "The two households are in different khu phố.",
        "Hãy chuyển một hộ sang cùng khu phố trước.",
        "First move one of them to the same khu phố.",
    ),
}
