"""Lời về công khai: what is said for faults and refusals of disclosure and of requests for information."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    # --- how an entry stands -----------------------------------------------------------------------------------------
    "disclosure.missing": Words(
        "Còn thiếu: {where_vi}. Quá hạn {days} ngày làm việc; hạn chót là {due} ({article}).",
        "Missing: {where_en}. Late by {days} working days; the last day was {due} ({article}).",
        "Hãy làm ngay rồi ghi ngày và minh chứng.",
        "Do it now, then record the day and the evidence.",
    ),
    "disclosure.late": Words(
        "Chậm {days} ngày làm việc: {where_vi}; hạn chót là {due} ({article}).",
        "Late by {days} working days: {where_en}; the last day was {due} ({article}).",
    ),
    "disclosure.short": Words(
        "Chưa đủ ngày liên tục: {where_vi} được {days} ngày, cần đủ {needed} ({article}).",
        "Not enough consecutive days: {where_en} for {days} days, {needed} are needed ({article}).",
        "Hãy làm lại; số ngày tính lại từ đầu.",
        "Do it again; the days are counted from the beginning.",
    ),
    "disclosure.taken_down": Words(
        "Nội dung phải niêm yết thường xuyên đã gỡ ngày {on}: {where_vi} ({article}).",
        "This must stay up at all times and was taken down on {on}: {where_en} ({article}).",
        "Hãy niêm yết lại.",
        "Post it again.",
    ),
    "disclosure.unproven": Words(
        "Chưa có minh chứng: {where_vi} ({article}).",
        "No evidence yet: {where_en} ({article}).",
        "Hãy thêm ảnh, đường dẫn hoặc sổ phát thanh.",
        "Add a photo, a link or the broadcast log.",
    ),
    "disclosure.unreviewed": Words(
        "Hơn một năm chưa rà lại, bản đang niêm yết từ {since} ({article}).",
        "Not looked at for over a year; what is posted dates from {since} ({article}).",
        "Nếu không có gì thay đổi thì không phải làm gì; có thay đổi thì cập nhật.",
        "If nothing changed, nothing is owed; if something did, update it.",
    ),
    "disclosure.no_hq": Words(
        "Chưa ghi trụ sở là nơi niêm yết ({article}).",
        "The headquarters is not on record as a place of posting ({article}).",
        "Hãy thêm trụ sở trong Nơi niêm yết.",
        "Add it under Places of posting.",
    ),
    "disclosure.no_place": Words(
        "{where} chưa có nhà văn hóa hay điểm sinh hoạt cộng đồng để niêm yết ({article}).",
        "{where} has no culture house or community point on record ({article}).",
        "Hãy thêm nơi niêm yết của khu phố.",
        "Add a place of posting for it.",
    ),
    # --- what may be done with an entry ------------------------------------------------------------------------------
    "disclosure.state": Words(
        "Chưa thể {act}: nội dung này {entry_state}.",
        "It is not possible to {act} now: this entry is {entry_state}.",
        "Hãy mở lại nội dung để xem tình trạng hiện nay.",
        "Open the entry again to see how it stands.",
    ),
    "disclosure.nothing_new": Words(
        "Không có bản nào đang chờ công khai.",
        "There is no version waiting to be disclosed.",
        "Muốn thay đổi thì soạn bản đính chính trước.",
        "Write a correction first.",
    ),
    "disclosure.secret": Words(
        "Chưa công khai được: người công khai phải xác nhận không có bí mật nhà nước hay thông tin chưa được phép công "
        "khai ({article}).",
        "This cannot be disclosed yet: whoever discloses it has to confirm that it holds no State secret and nothing "
        "that may not be disclosed yet ({article}).",
        "Hãy đọc lại nội dung và mọi tệp kèm theo, rồi đánh dấu xác nhận. Có bí mật thì không công khai.",
        "Read it and all its files again, then tick the confirmation. If there is a secret, do not disclose it.",
    ),
    "disclosure.personal": Words(
        "Chưa công khai được: phải xác nhận thông tin riêng của người dân chỉ nêu ở mức luật yêu cầu ({article}).",
        "This cannot be disclosed yet: confirm that personal data is shown only as far as the law asks ({article}).",
        "Hãy bỏ số giấy tờ, số điện thoại, bệnh tình không cần thiết, rồi đánh dấu xác nhận.",
        "Take out numbers of papers, telephones and illnesses that are not needed, then tick the confirmation.",
    ),
    "disclosure.item": Words(
        "Không có nội dung mang số {given} trong danh mục phải công khai.",
        "There is no item {given} among those that must be disclosed.",
        "Hãy chọn trong danh mục.",
        "Choose one of the list.",
    ),
    "disclosure.source_future": Words(
        "Ngày của văn bản là {given}, chưa đến.",
        "The day of the document, {given}, lies ahead.",
        "Hãy xem lại ngày ghi trên văn bản.",
        "Look at the day on the document again.",
    ),
    "disclosure.source_past": Words(
        "Ngày của văn bản là {given}, quá xa để tính thời hạn.",
        "The day of the document, {given}, is too long ago to count from.",
        "Hãy xem lại năm ghi trên văn bản.",
        "Look at the year on the document again.",
    ),
    "disclosure.empty": Words(
        "Chưa có gì để công khai: cần lời văn hoặc tệp kèm theo.",
        "There is nothing to disclose yet: a text or a file is needed.",
        "Hãy ghi nội dung hoặc thêm tệp.",
        "Write the text or add a file.",
    ),
    "disclosure.scan": Words(
        "Có tệp chỉ là ảnh chụp, không có chữ để tìm và để nghe đọc.",
        "A file is only a picture: its words can be neither searched nor read aloud.",
        "Hãy ghi số, ký hiệu văn bản và tóm tắt nội dung.",
        "Type the number of the document and a summary.",
    ),
    "disclosure.reason_missing": Words(
        "Việc này phải ghi lý do ({article}).",
        "This needs a reason ({article}).",
        "Hãy ghi lý do, một câu là đủ.",
        "Write the reason; one sentence is enough.",
    ),
    "disclosure.posting_place": Words(
        "Nơi đã chọn không thuộc nội dung này.",
        "The place chosen does not belong to this entry.",
        "Hãy chọn lại nơi niêm yết hoặc khu phố.",
        "Choose the place or khu phố again.",
    ),
    "disclosure.posting_days": Words(
        "Ngày đã ghi chưa đúng: không ghi ngày chưa đến, ngày trước ngày văn bản, hay ngày cuối trước ngày đầu.",
        "The days are not right: none may lie ahead or before the document, and the last may not precede the first.",
        "Hãy xem lại ngày đầu và ngày cuối.",
        "Look at the first and the last day again.",
    ),
    "disclosure.posting_over": Words(
        "Lần công khai này đã ghi ngày cuối rồi.",
        "The last day of this posting is already on record.",
        "Hãy ghi một lần mới nếu niêm yết lại.",
        "Record a new one if it is posted again.",
    ),
    "disclosure.proof_empty": Words(
        "Chưa có gì làm minh chứng.",
        "There is no evidence yet.",
        "Hãy chụp ảnh, dán đường dẫn hoặc chép dòng sổ phát thanh.",
        "Take a photo, paste a link or copy the line of the broadcast log.",
    ),
    "disclosure.place_exists": Words(
        "Nơi này đã có trong danh sách nơi niêm yết.",
        "This place is on the list already.",
        "Hãy xem lại danh sách.",
        "Look at the list again.",
    ),
    "disclosure.place_over": Words(
        "Nơi này đã thôi dùng để niêm yết.",
        "This place is no longer used for posting.",
        "Hãy mở lại danh sách nơi niêm yết.",
        "Open the list of places again.",
    ),
    "disclosure.plan_adopted": Words(
        "Kế hoạch này đã ban hành nên không sửa được.",
        "This plan has been adopted and cannot be changed.",
        "Hãy lập bản điều chỉnh rồi ban hành lại.",
        "Make an amended plan and adopt that.",
    ),
    "disclosure.plan_incomplete": Words(
        "Kế hoạch còn thiếu: {missing_vi} ({article}).",
        "The plan lacks: {missing_en} ({article}).",
        "Hãy ghi đủ nội dung, hình thức, thời điểm, thời gian và người chịu trách nhiệm.",
        "Write the content, form, time, period and responsible person of every line.",
    ),
    "disclosure.list_exists": Words(
        "Danh sách của quý này đã công khai.",
        "The list of this quarter has been disclosed.",
        "Có thay đổi thì đính chính danh sách đó.",
        "If something changed, correct that list.",
    ),
    "disclosure.report_exists": Words(
        "Kỳ họp ngày {on} đã ghi rồi.",
        "The session of {on} is on record already.",
        "Hãy mở báo cáo của kỳ họp đó.",
        "Open the report of that session.",
    ),
    "disclosure.report_sent": Words(
        "Báo cáo này đã gửi rồi.",
        "This report has been sent.",
        "Hãy mở lại danh sách báo cáo.",
        "Open the list of reports again.",
    ),
    # --- requests for information ------------------------------------------------------------------------------------
    "information.state": Words(
        "Chưa thể {act}: yêu cầu này {request_state}.",
        "It is not possible to {act} now: this request is {request_state}.",
        "Hãy mở lại yêu cầu để xem tình trạng hiện nay.",
        "Open the request again to see how it stands.",
    ),
    "information.unknown": Words(
        "Không tìm thấy yêu cầu mang mã này.",
        "There is no request with this code.",
        "Hãy xem lại mã trên giấy hẹn, hoặc gọi Ủy ban nhân dân phường.",
        "Look at the code on your slip again, or call the ward.",
    ),
    "information.reason_missing": Words(
        "Từ chối phải nêu rõ lý do bằng văn bản ({article}).",
        "A refusal must give its reason in writing ({article}).",
        "Hãy viết lý do thành câu, nêu quy định cụ thể.",
        "Write the reason in words, with the rule it rests on.",
    ),
    "information.answer_missing": Words(
        "Chưa có lời trả lời hay tệp nào.",
        "There is neither an answer nor a file.",
        "Hãy ghi lời trả lời hoặc kèm thông tin được yêu cầu.",
        "Write the answer or attach what was asked for.",
    ),
    "information.extend_wrong": Words(
        "Hạn trả lời về thông tin không chính xác không được gia hạn ({article}).",
        "The time to answer that information is wrong cannot be extended ({article}).",
        "Hãy kiểm tra và trả lời đúng hạn.",
        "Check and answer in time.",
    ),
    "information.extend_simple": Words(
        "Thông tin đơn giản, có sẵn thì không gia hạn ({article}).",
        "For simple information at hand there is no extension ({article}).",
        "Hãy cung cấp ngay.",
        "Supply it now.",
    ),
    "information.extended": Words(
        "Yêu cầu này đã gia hạn; chỉ được gia hạn một lần ({article}).",
        "This request was extended; once is all there is ({article}).",
        "Hãy trả lời trong thời hạn đã báo.",
        "Answer within the time you gave notice of.",
    ),
    "information.extend_late": Words(
        "Đã quá hạn trả lời {due} nên không gia hạn được ({article}).",
        "The time ended on {due}; it can no longer be extended ({article}).",
        "Hãy trả lời ngay.",
        "Answer now.",
    ),
    "information.release_unsupplied": Words(
        "Chưa cung cấp thông tin này nên chưa đăng cho mọi người được.",
        "This has not been supplied, so it cannot be published for everyone.",
        "Hãy trả lời người yêu cầu trước.",
        "Answer the person first.",
    ),
    "information.released": Words(
        "Thông tin này đã đăng cho mọi người.",
        "This information has been published for everyone.",
        "Hãy mở nội dung đã đăng.",
        "Open what was published.",
    ),
    "information.complain_early": Words(
        "Chưa đến hạn trả lời: {due} ({article}).",
        "The answer is not due yet: {due} ({article}).",
        "Mời quay lại trang này sau ngày đó.",
        "Please come back to this page after that day.",
    ),
}
