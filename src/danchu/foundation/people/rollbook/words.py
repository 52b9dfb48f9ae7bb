"""Câu chữ của việc nhập danh sách: every sentence the importer says, in Vietnamese and English.

A file's refusal is one sentence. A line's problem is two short ones: why, and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FILE: dict[str, tuple[str, str]] = {
    "file.empty": (
        "Tệp không có gì bên trong; hãy chọn lại tệp danh sách hộ.",
        "The file is empty; please choose the household list again.",
    ),
    "file.unreadable": (
        "Không mở được tệp; hãy xem lại tên tệp và nơi lưu.",
        "The file cannot be opened; please check its name and place.",
    ),
    "file.too_large": (
        "Tệp lớn hơn {limit} MB; hãy bỏ hình ảnh, trang không cần, hoặc tách mỗi khu phố một tệp.",
        "The file is larger than {limit} MB; please remove pictures and unneeded sheets, or split it by khu phố.",
    ),
    "file.picture": (
        "Tệp này là ảnh; hãy chọn tệp Excel hoặc CSV theo mẫu.",
        "This file is a picture; please choose an Excel or CSV file made from the template.",
    ),
    "file.pdf": (
        "Tệp này là PDF; hãy chọn tệp Excel hoặc CSV đã dùng để in ra nó.",
        "This file is a PDF; please choose the Excel or CSV file it was printed from.",
    ),
    "file.word": (
        "Tệp này là văn bản Word; hãy chép bảng sang Excel, lưu thành .xlsx rồi chọn lại.",
        "This file is a Word document; please copy the table into Excel, save it as .xlsx and choose that.",
    ),
    "file.password": (
        "Tệp đang đặt mật khẩu; hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn tệp đó.",
        "The file is protected by a password; please open it in Excel, remove the password, save and choose it again.",
    ),
    "file.xls_old": (
        "Tệp theo định dạng Excel cũ (.xls); hãy mở bằng Excel, chọn Lưu thành .xlsx rồi chọn tệp mới.",
        "The file is in the old Excel format (.xls); please open it in Excel, save it as .xlsx and choose that.",
    ),
    "file.xlsb": (
        "Tệp theo định dạng Excel nhị phân (.xlsb); hãy mở bằng Excel, chọn Lưu thành .xlsx rồi chọn tệp mới.",
        "The file is a binary Excel workbook (.xlsb); please open it in Excel, save it as .xlsx and choose that.",
    ),
    "file.ods": (
        "Tệp theo định dạng LibreOffice (.ods); hãy chọn Lưu thành .xlsx rồi chọn tệp mới.",
        "The file is in LibreOffice's format (.ods); please save it as .xlsx and choose the new file.",
    ),
    "file.archive": (
        "Tệp này là tệp nén; hãy giải nén rồi chọn tệp danh sách bên trong.",
        "This file is an archive; please unpack it and choose the list inside.",
    ),
    "file.web_page": (
        "Tệp này thật ra là trang web; hãy mở bằng Excel, lưu thành .xlsx rồi chọn tệp mới.",
        "This file is really a web page; please open it in Excel, save it as .xlsx and choose the new file.",
    ),
    "file.macros": (
        "Tệp có chương trình kèm theo (macro); hãy lưu thành .xlsx thường rồi chọn tệp mới.",
        "The file carries a program (macro); please save it as a plain .xlsx and choose the new file.",
    ),
    "file.external_links": (
        "Tệp lấy số liệu từ tệp khác; hãy chép bảng, dán giá trị sang tệp mới rồi chọn tệp đó.",
        "The file takes data from other files; please paste its values into a new file and choose that.",
    ),
    "file.trap": (
        "Tệp được nén bất thường, có thể gây hại nên không mở; hãy chép bảng sang tệp Excel mới.",
        "The file is packed in an unusual, maybe harmful way and was not opened; please copy the table to a new one.",
    ),
    "file.damaged": (
        "Tệp bị hỏng; hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn tệp mới.",
        "The file is damaged; please open it in Excel, save it again as .xlsx and choose the new file.",
    ),
    "file.unknown": (
        "Tệp này không phải bảng tính; hãy chọn tệp Excel hoặc CSV theo mẫu.",
        "This file is not a table; please choose an Excel or CSV file made from the template.",
    ),
    "file.encoding": (
        "Không đọc được chữ trong tệp; hãy mở bằng Excel, lưu thành .xlsx rồi chọn tệp mới.",
        "The text of the file cannot be read; please open it in Excel, save it as .xlsx and choose the new file.",
    ),
    "file.no_header": (
        "Không thấy dòng tiêu đề có cột họ tên và địa chỉ; hãy xem tệp mẫu rồi ghi thêm dòng này.",
        "No heading line with name and address was found; please look at the template and add one.",
    ),
    "file.no_rows": (
        "Dưới dòng tiêu đề chưa có hộ nào; hãy ghi danh sách rồi chọn lại.",
        "There is no household below the heading line; please fill in the list and choose it again.",
    ),
    "file.too_many_rows": (
        "Tệp có hơn {limit} dòng; hãy tách mỗi khu phố một tệp.",
        "The file has more than {limit} rows; please split it by khu phố.",
    ),
    "file.too_many_columns": (
        "Tệp có hơn {limit} cột; hãy xóa các cột không cần.",
        "The file has more than {limit} columns; please delete those not needed.",
    ),
    "file.too_many_sheets": (
        "Tệp có hơn {limit} trang; hãy xóa các trang không cần.",
        "The file has more than {limit} sheets; please delete those not needed.",
    ),
    "file.text_too_long": (
        "Tệp có ô dài hơn {limit} chữ; hãy xem lại dấu ngoặc kép hoặc rút gọn ô đó.",
        "A cell is longer than {limit} characters; please check the quotation marks or shorten it.",
    ),
    "formula.dangerous": (
        "Ô {cell} trang “{sheet}” có công thức gọi chương trình hoặc tệp khác; hãy thay bằng chữ hoặc số.",
        "Cell {cell} of sheet “{sheet}” calls a program or another file; please replace it by text or a number.",
    ),
    "formula.uncomputed": (
        "Ô {cell} trang “{sheet}” có công thức chưa tính; hãy mở bằng Excel, lưu lại rồi chọn tệp đó.",
        "The formula in cell {cell} of sheet “{sheet}” has no result; please open the file in Excel and save it.",
    ),
    "roll.changed": (
        "Danh sách hộ của phường vừa thay đổi sau khi xem thử; hãy xem lại rồi bấm lưu.",
        "The ward's list changed after this preview; please look again and save.",
    ),
    "roll.nothing": (
        "Chưa có hộ nào nhận được; hãy sửa tệp rồi chọn lại.",
        "No household can be taken yet; please mend the file and choose it again.",
    ),
    "roll.expired": (
        "Tệp xem thử đã hết hạn hoặc đã lưu xong; hãy chọn lại tệp.",
        "The preview has expired or was already saved; please choose the file again.",
    ),
    "text.legacy_font": (
        "Tệp dùng phông chữ cũ ({font}); hãy đổi sang Unicode bằng bộ gõ tiếng Việt rồi chọn lại.",
        "The text is in an old font ({font}); please convert it to Unicode with a Vietnamese keyboard tool.",
    ),
    "text.garbled": (
        "Chữ trong tệp bị vỡ dấu; hãy xuất lại tệp thành .xlsx hoặc CSV UTF-8.",
        "The text of the file is garbled; please export it again as .xlsx or UTF-8 CSV.",
    ),
}

# (why, what to do) in each language; shown in the columns “Vì sao bị loại” and “Cách sửa”.
_ROW: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "name.missing": (
        ("Thiếu họ tên người đại diện", "Ghi tên một người lớn trong hộ"),
        ("The representative's name is missing", "Write the name of one adult of the household"),
    ),
    "name.short": (
        ("Họ tên “{value}” mới có một chữ", "Ghi đủ họ và tên"),
        ("The name “{value}” is a single word", "Write the full name"),
    ),
    "name.strange": (
        ("Họ tên “{value}” có ký tự lạ", "Gõ lại họ tên, chỉ dùng chữ"),
        ("The name “{value}” contains characters that are not letters", "Type the name again with letters only"),
    ),
    "name.legacy": (
        ("Họ tên “{value}” gõ bằng phông cũ", "Gõ lại bằng Unicode"),
        ("The name “{value}” is typed in an old font", "Type it again in Unicode"),
    ),
    "name.long": (
        ("Họ tên dài quá 120 chữ", "Ghi riêng họ tên, phần còn lại đưa vào ghi chú"),
        ("The name is longer than 120 characters", "Write the name only and move the rest to the note"),
    ),
    "address.long": (
        ("Địa chỉ dài quá 200 chữ", "Ghi ngắn lại"),
        ("The address is longer than 200 characters", "Shorten it"),
    ),
    "address.missing": (
        ("Thiếu địa chỉ", "Ghi số nhà, hẻm hoặc đường"),
        ("The address is missing", "Write the house number, alley or street"),
    ),
    "address.date": (
        ("Ô địa chỉ bị Excel đổi thành ngày tháng", "Đổi ô sang dạng chữ (Text) rồi gõ lại số nhà"),
        ("The spreadsheet turned the address into a date", "Format the cell as text and type the house number again"),
    ),
    "address.legacy": (
        ("Địa chỉ gõ bằng phông cũ", "Gõ lại bằng Unicode"),
        ("The address is typed in an old font", "Type it again in Unicode"),
    ),
    "phone.bad": (
        ("Số điện thoại {value} chưa đúng", "Sửa số, hoặc để trống"),
        ("The telephone number {value} is not right", "Correct the number, or leave it empty"),
    ),
    "phone.rounded": (
        ("Excel đã rút gọn số điện thoại thành {value}", "Đổi ô sang dạng chữ (Text) rồi gõ lại số, hoặc để trống"),
        (
            "The spreadsheet shortened the telephone number to {value}",
            "Format the cell as text and type it again, or leave it empty",
        ),
    ),
    "members.bad": (
        ("Số nhân khẩu “{value}” chưa đúng", "Ghi một số từ 1 đến 99, hoặc để trống"),
        ("The number of members “{value}” is not right", "Write a number from 1 to 99, or leave it empty"),
    ),
    "date.bad": (
        ("Ngày trong cột “{column}” chưa đúng", "Ghi ngày/tháng/năm, hoặc chỉ ghi năm"),
        ("The date in column “{column}” is not right", "Write day/month/year, or only the year"),
    ),
    "identity.bad": (
        ("Số căn cước chưa đúng", "Ghi đủ 12 số (hoặc 9 số của chứng minh cũ)"),
        ("The identity number is not right", "Write all 12 digits (or the 9 of an old card)"),
    ),
    "residence.unknown": (
        ("Chưa rõ “{value}” là thường trú hay tạm trú", "Ghi Thường trú hoặc Tạm trú"),
        ("It is not clear whether “{value}” means permanent or temporary residence", "Write Thường trú or Tạm trú"),
    ),
    "residence.both": (
        ("Hộ được đánh dấu cả thường trú và tạm trú", "Chỉ để một dấu"),
        ("Both permanent and temporary residence are marked", "Leave one mark only"),
    ),
    "number.bad": (
        ("Số hộ dài quá 20 ký tự", "Ghi số hộ ngắn hơn, hoặc để trống"),
        ("The household number is longer than 20 characters", "Write a shorter number, or leave it empty"),
    ),
    "place.missing": (
        ("Chưa rõ hộ thuộc khu phố nào", "Ghi khu phố"),
        ("It is not clear which khu phố the household belongs to", "Write the khu phố"),
    ),
    "place.unknown": (
        ("Không có khu phố “{value}” trong phường", "Ghi lại tên khu phố"),
        ("There is no khu phố “{value}” in this ward", "Correct the name of the khu phố"),
    ),
    "place.elsewhere": (
        ("Dòng này ghi {value}", "Chuyển sang danh sách {value}"),
        ("This row says {value}", "Move it to the list of {value}"),
    ),
    "place.street_elsewhere": (
        ("{street} thuộc {value}", "Chuyển sang danh sách {value}"),
        ("{street} belongs to {value}", "Move it to the list of {value}"),
    ),
}

_NOTICE: dict[str, tuple[str, str]] = {
    "columns.missing": (
        "Chưa biết cột nào là {wanted}. Hãy ghép cột rồi xem lại.",
        "It is not known which column holds {wanted}. Please match the columns and check again.",
    ),
    "columns.unmapped": (
        "Cột “{column}” chưa rõ dùng để làm gì nên chưa lấy.",
        "The use of column “{column}” is not known, so it was left out.",
    ),
    "representative.from_head": (
        "Tệp không có cột người đại diện; tạm lấy chủ hộ làm người đại diện.",
        "The file has no column for the representative; the head of household is taken for now.",
    ),
    "hidden.rows": (
        "Có {count} dòng đang ẩn nên chưa nhận. Nếu vẫn là hộ của khu phố, chọn nhận cả dòng ẩn.",
        "{count} hidden rows were not taken. If they are households, choose to take hidden rows too.",
    ),
    "hidden.taken": ("Đã nhận cả {count} dòng đang ẩn.", "{count} hidden rows were taken too."),
    "dropped.identity": (
        "Đã bỏ {count} số căn cước, không lưu.",
        "{count} identity-card numbers were dropped and not kept.",
    ),
    "dropped.birth": ("Đã bỏ {count} ngày sinh, không lưu.", "{count} birth dates were dropped and not kept."),
    "skipped.member": (
        "Có {count} dòng ghi thành viên của hộ, không tính là hộ.",
        "{count} rows list members of a household and do not count as households.",
    ),
    "skipped.after_signature": (
        "Phần từ dòng {row} trở xuống là chữ ký nên không đọc.",
        "From row {row} down are signatures; this part was not read.",
    ),
    "skipped.other": (
        "Dòng {row} không có tên và địa chỉ nên bỏ qua.",
        "Row {row} has no name and address and was passed over.",
    ),
    "sheet.no_table": (
        "Trang “{sheet}” không có bảng danh sách hộ nên bỏ qua.",
        "Sheet “{sheet}” holds no household list and was passed over.",
    ),
    "sheet.elsewhere": (
        "Trang “{sheet}” là của {value} nên không đọc.",
        "Sheet “{sheet}” belongs to {value} and was not read.",
    ),
    "phone.mended": (
        "Đã sửa {count} số điện thoại mất số 0 hoặc dùng đầu số cũ.",
        "{count} telephone numbers with a lost zero or an old prefix were mended.",
    ),
    "total.households": (
        "Dòng cộng ghi {stated} hộ, đếm được {counted} hộ. Hãy xem lại.",
        "The totals line says {stated} households, {counted} were counted. Please check.",
    ),
    "total.members": (
        "Dòng cộng ghi {stated} nhân khẩu, cộng lại được {counted}. Hãy xem lại.",
        "The totals line says {stated} people, {counted} were counted. Please check.",
    ),
    "duplicate.number": ("Dòng {row} và {other} cùng số hộ.", "Rows {other} and {row} have the same household number."),
    "duplicate.person": (
        "Dòng {row} và {other} cùng địa chỉ và họ tên.",
        "Rows {other} and {row} have the same address and name.",
    ),
    "template.unwritable": (
        "Không ghi được tệp mẫu; hãy chọn thư mục khác.",
        "The template cannot be written; please choose another folder.",
    ),
    "summary": (
        "Nhận được {accepted} hộ, {rejected} dòng có lỗi, {duplicates} dòng trùng. Chưa lưu dòng nào.",
        "{accepted} households accepted, {rejected} rows with errors, {duplicates} duplicates. Nothing is saved yet.",
    ),
    "differences": (
        "So với danh sách cũ: {new} hộ mới, {gone} hộ không còn, {changed} hộ thay đổi, {same} hộ giữ nguyên.",
        "Against the last list: {new} new, {gone} gone, {changed} changed, {same} unchanged.",
    ),
}


def _pick(pair: tuple[Any, Any], lang: str) -> Any:
    return pair[1] if lang == "en" else pair[0]


def sentence(code: str, lang: str, details: Mapping[str, Any]) -> str:
    """The sentence of a file's refusal or of a notice. Raises ``KeyError`` for an unknown code."""
    text: str = _pick(_FILE[code] if code in _FILE else _NOTICE[code], lang)
    return text.format(**details)


def why(code: str, lang: str, details: Mapping[str, Any]) -> str:
    """Why a line is rejected."""
    text: str = _pick(_ROW[code], lang)[0]
    return text.format(**details)


def remedy(code: str, lang: str, details: Mapping[str, Any]) -> str:
    """What to do about a rejected line."""
    text: str = _pick(_ROW[code], lang)[1]
    return text.format(**details)


FIELD_NAMES: dict[str, tuple[str, str]] = {
    "number": ("Số hộ", "Household number"),
    "head": ("Chủ hộ", "Head of household"),
    "representative": ("Người đại diện hộ", "Representative"),
    "address": ("Địa chỉ", "Address"),
    "house_no": ("Số nhà", "House number"),
    "alley": ("Hẻm", "Alley"),
    "street": ("Đường", "Street"),
    "group": ("Tổ nhân dân", "Residents' group"),
    "khu_pho": ("Khu phố", "Khu phố"),
    "phone": ("Số điện thoại", "Telephone"),
    "residence": ("Thường trú hay tạm trú", "Permanent or temporary"),
    "permanent": ("Thường trú (đánh dấu)", "Permanent (mark)"),
    "temporary": ("Tạm trú (đánh dấu)", "Temporary (mark)"),
    "members": ("Số nhân khẩu", "Members"),
    "since": ("Cư trú từ ngày", "Resident since"),
    "note": ("Ghi chú", "Note"),
    "relation": ("Quan hệ với chủ hộ", "Relation to the head"),
    "birth": ("Ngày sinh", "Birth date"),
    "identity": ("Số căn cước", "Identity number"),
    "ignored": ("Không dùng", "Not used"),
}


def field_name(use: str, lang: str) -> str:
    """The name of a column's use."""
    name: str = _pick(FIELD_NAMES[use], lang)
    return name
