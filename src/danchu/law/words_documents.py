"""Lời từ chối về mẫu giấy tờ: what is said when a ward's own template cannot be taken."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "documents.template": Words(
        "Chưa nhận mẫu này. {problem_vi}",
        "This template was not taken. {problem_en}",
        "Hãy sửa trong Word rồi tải lên lại, hoặc bắt đầu từ mẫu có sẵn.",
        "Mend it in Word and upload it again, or start from the shipped template.",
    ),
    "documents.template_active": Words(
        "Từ ngày này đã có một mẫu đang dùng.",
        "A template is already in use from that day.",
        "Hãy chọn ngày bắt đầu khác.",
        "Choose another first day.",
    ),
    "documents.past": Words(
        "Ngày bắt đầu dùng đã qua; giấy tờ đã lập không đổi mẫu được.",
        "The first day of use is past; papers already drawn up keep their template.",
        "Hãy chọn hôm nay hoặc một ngày sau.",
        "Choose today or a later day.",
    ),
}
