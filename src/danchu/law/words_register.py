"""Lời từ chối của sổ biểu quyết: why an entry is not taken, and why a result may not be sealed yet."""

from __future__ import annotations

from danchu.law.words import Words

_ASK_VI = "Hộ thấy chưa đúng thì đề nghị kiểm tra trước khi niêm phong kết quả."
_ASK_EN = "If that is not right, the household may dispute it before the result is sealed."

WORDS: dict[str, Words] = {
    "register.mixed_forms_off": Words(
        "Mỗi quyết định dùng một hình thức; đã chọn {form} ({article}).",
        "One decision has one form; {form} was chosen ({article}).",
        "Hãy bỏ hình thức thêm, hoặc hỏi phường về thiết lập cộng nhiều hình thức.",
        "Leave out the other form, or ask the ward about its setting on several forms.",
    ),
    "register.sealed": Words(
        "Kết quả đã niêm phong nên không ghi thêm được ({article}).",
        "The result is sealed, so nothing more is entered ({article}).",
        "Nếu thấy sai, hãy gửi kiến nghị về kết quả.",
        "If something is wrong, petition against the result.",
    ),
    "register.no_such_gap": Words(
        "Số liệu không có chỗ không khớp này ({article}).",
        "The figures have no such gap ({article}).",
        "Xem lại bảng đối chiếu.",
        "See the reconciliation again.",
    ),
    "register.struck": Words(
        "Lần ghi này đã bị gạch sau khi giải quyết đề nghị kiểm tra ({article}).",
        "This entry was struck out when a dispute was settled ({article}).",
        "Lần ghi đúng khác của hộ được tính.",
        "Another lawful entry of the household counts.",
    ),
    "register.batch_annulled": Words(
        "Gói dữ liệu của cuộc họp này đã bị hủy nên không nhận nữa ({article}).",
        "The package of this meeting was annulled and is not taken any more ({article}).",
        "Hãy ghi lại từ biên bản giấy có chữ ký.",
        "Enter it again from the signed paper minutes.",
    ),
    "register.route": Words(
        "Quyết định này theo hình thức {form}, không nhận cách ghi: {route_vi} ({article}).",
        "This decision is taken by {form}; it does not take this route: {route_en} ({article}).",
        "Hãy dùng cách ghi của hình thức đã chọn.",
        "Use a route of the form chosen.",
    ),
    "register.not_on_roll": Words(
        "Hộ này không có trong danh sách đã chốt ({article}).",
        "This household is not on the frozen roll ({article}).",
        "Ghi việc này vào biên bản; danh sách đã chốt không thêm hộ.",
        "Note it in the minutes; no household is added to a frozen roll.",
    ),
    "register.not_open": Words(
        "Chưa đến giờ; bắt đầu lúc {opens_at} ({article}).",
        "It has not begun; it begins at {opens_at} ({article}).",
        "Hãy ghi sau giờ đó.",
        "Enter it after that time.",
    ),
    "register.closed": Words(
        "Đã hết giờ lúc {closed_at} nên lần ghi này không được tính ({article}).",
        "It ended at {closed_at}, so this entry does not count ({article}).",
        "Lần ghi được giữ lại làm bằng chứng.",
        "The entry is kept as evidence.",
    ),
    "register.slip_twice": Words(
        "Hộ này đã nhận phiếu; mỗi hộ một phiếu ({article}).",
        "This household already has its slip; each has one ({article}).",
        "Phiếu hỏng thì thu lại và ghi vào biên bản trước khi đổi.",
        "Take back a spoilt slip and note it in the minutes first.",
    ),
    "register.slip_not_issued": Words(
        "Sổ chưa ghi phát phiếu cho hộ này ({article}).",
        "The register does not say that this household was given a slip ({article}).",
        "Ghi việc phát phiếu trước, hoặc xem lại số hộ trên cuống phiếu.",
        "Record the issue first, or check the household number on the stub.",
    ),
    "register.already_entered": Words(
        "Hộ này đã được ghi: {route_vi}, {at}; lần ghi đầu được tính ({article}).",
        "This household is entered already: {route_en}, {at}; the first entry counts ({article}).",
        _ASK_VI,
        _ASK_EN,
    ),
    "register.no_replacement": Words(
        "Hộ đã gửi lựa chọn; phường không cho đổi sau khi gửi ({article}).",
        "The household has sent its choice; this ward does not allow changing it ({article}).",
        _ASK_VI,
        _ASK_EN,
    ),
    "register.dispute_after_seal": Words(
        "Kết quả đã niêm phong nên không nhận đề nghị kiểm tra nữa ({article}).",
        "The result is sealed, so a row can no longer be disputed ({article}).",
        "Hãy gửi kiến nghị về kết quả.",
        "Petition against the result.",
    ),
    "register.nothing_to_dispute": Words(
        "Sổ chưa ghi gì cho hộ này ({article}).",
        "Nothing is entered for this household ({article}).",
        "Hộ có thể tham gia trước khi hết giờ.",
        "It may still take part before the end.",
    ),
    "register.open_disputes": Words(
        "Còn {disputes} đề nghị kiểm tra chưa giải quyết ({article}).",
        "{disputes} disputes are not settled ({article}).",
        "Giải quyết hết rồi niêm phong.",
        "Settle each of them, then seal.",
    ),
    "register.impossible": Words(
        "Số liệu không thể đúng. {gap_vi}",
        "The figures cannot be true. {gap_en}",
        "Hãy kiểm lại phiếu và ghi lại số.",
        "Count again and enter the figures again.",
    ),
    "register.gap_unexplained": Words(
        "Số liệu chưa khớp. {gap_vi}",
        "The figures do not agree. {gap_en}",
        "Sửa số, hoặc ghi rõ lý do chênh lệch.",
        "Correct the figures, or explain the difference in writing.",
    ),
    "register.figures_two_people": Words(
        "Mới có {people} người nhập số kiểm phiếu; cần hai người ({article}).",
        "{people} people have entered the figures; two are needed ({article}).",
        "Mời người thứ hai nhập số, không nhìn số đã nhập.",
        "Ask a second person to enter them without seeing the first.",
    ),
    "register.figures_differ": Words(
        "Số hai người nhập khác nhau ({article}).",
        "The figures of the two people differ ({article}).",
        "Kiểm lại phiếu cùng nhau rồi nhập lại.",
        "Count again together, then enter them again.",
    ),
}
