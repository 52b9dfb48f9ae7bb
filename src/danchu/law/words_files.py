"""Lời từ chối tệp kèm theo: one sentence why, one what to do."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "files.active": Words(
        "Tệp này có phần tự chạy khi mở, hoặc có tệp khác giấu bên trong.",
        "This file runs something when it is opened, or carries another file inside.",
        "Hãy in lại thành PDF rồi tải lên.",
        "Print it to PDF again and upload that.",
    ),
    "files.damaged": Words(
        "Tệp này hỏng hoặc chưa tải lên hết.",
        "This file is damaged or was not uploaded whole.",
        "Hãy mở thử trên máy; nếu mở được, lưu lại rồi tải lên.",
        "Try to open it; if that works, save it again and upload it.",
    ),
    "files.encrypted": Words(
        "Tệp này có mật khẩu hoặc bị khóa nên người dân không mở được.",
        "This file has a password or is locked, so residents could not open it.",
        "Hãy bỏ mật khẩu, lưu lại rồi tải lên.",
        "Remove the password, save it again and upload it.",
    ),
    "files.ending": Words(
        "Đuôi tệp là .{ending} nhưng bên trong là {found_vi}.",
        "The file's name ends in .{ending}, but inside it is {found_en}.",
        "Hãy đặt lại đúng đuôi, hoặc chọn lại tệp.",
        "Give it the right ending, or choose another file.",
    ),
    "files.hidden": Words(
        "Tệp {name} còn phần người đọc không thấy ngay: {what_vi}.",
        "The file {name} holds things a reader does not see at once: {what_en}.",
        "Hãy xóa rồi tải lên lại, hoặc đánh dấu là vẫn công khai.",
        "Remove them and upload it again, or tick that it is published as it is.",
    ),
    "files.macro": Words(
        "Tệp này có macro, tức là chương trình chạy khi mở tệp.",
        "This file has macros: a program that runs when it is opened.",
        "Hãy lưu lại thành .docx hoặc .xlsx không có macro.",
        "Save it as .docx or .xlsx without macros.",
    ),
    "files.old_office": Words(
        "Tệp này ở dạng Word hoặc Excel đời cũ.",
        "This file is in an old form of Word or Excel.",
        "Hãy mở tệp, chọn Lưu thành, rồi chọn dạng .docx, .xlsx hoặc PDF.",
        "Open it, choose Save as, and take .docx, .xlsx or PDF.",
    ),
    "files.published_kind": Words(
        "Tệp này không phải PDF, Word, Excel hoặc ảnh.",
        "This file is not a PDF, a Word or Excel file, or a picture.",
        "Hãy lưu lại dạng PDF, .docx, .xlsx, JPG hoặc PNG.",
        "Save it as PDF, .docx, .xlsx, JPG or PNG.",
    ),
    "files.swollen": Words(
        "Tệp này nén bất thường, mở ra lớn hơn nhiều so với vẻ ngoài.",
        "This file is packed strangely and unpacks to far more than it seems.",
        "Hãy lưu lại bằng Word hoặc Excel, hoặc thu nhỏ ảnh, rồi tải lên.",
        "Save it again with Word or Excel, or make the picture smaller, and upload it.",
    ),
    "files.too_large": Words(
        "Tệp trống hoặc lớn hơn {megabytes} MB ({article}).",
        "The file is empty or larger than {megabytes} MB ({article}).",
        "Hãy quét nhẹ hơn, hoặc chia thành nhiều tệp.",
        "Scan it lighter, or divide it into several files.",
    ),
    "files.two_kinds": Words(
        "Trong tệp này có một tệp khác loại được ghép vào.",
        "Another kind of file is glued to this one.",
        "Hãy mở tệp gốc, lưu lại rồi tải lên.",
        "Open the original, save it again and upload that.",
    ),
    "files.unread": Words(
        "Tệp {name} chưa được kiểm tra xong.",
        "The file {name} has not been checked yet.",
        "Mời thử lại sau một phút.",
        "Please try again in a minute.",
    ),
}
