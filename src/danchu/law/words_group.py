"""Lời từ chối khi biểu quyết trong nhóm Zalo."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "group.not_chosen": Words(
        "Cuộc biểu quyết này không lấy ý kiến trong nhóm Zalo ({article}).",
        "This vote is not held in the Zalo group ({article}).",
        "Hộ gửi phiếu tại trang này.",
        "Households vote on this site.",
    ),
    "group.not_running": Words(
        "Chưa đến giờ biểu quyết, hoặc kết quả đã niêm phong ({article}).",
        "The vote has not opened yet, or its result is sealed ({article}).",
        "Xem thời gian trong thông báo.",
        "See the times in the notice.",
    ),
    "group.secret": Words(
        "Cuộc biểu quyết kín không lấy ý kiến trong nhóm Zalo được: ai trong nhóm cũng thấy ({article}).",
        "A secret vote cannot be held in the Zalo group, where everybody sees the answers ({article}).",
        "Chọn ứng dụng này, hoặc biểu quyết công khai.",
        "Choose this application, or vote openly.",
    ),
    "group.unpaired": Words(
        "Còn {households} hộ mới có một người ghi, hoặc hai người ghi khác nhau ({article}).",
        "{households} households were entered by one person only, or differently ({article}).",
        "Người thứ hai xem lại trong nhóm rồi ghi.",
        "A second person looks into the group and enters them.",
    ),
    "group.no_picture": Words(
        "Chưa có ảnh chụp kết quả trong nhóm ({article}).",
        "There is no picture of the result in the group ({article}).",
        "Chụp màn hình nhóm rồi tải ảnh lên.",
        "Take a screenshot of the group and upload it.",
    ),
}
