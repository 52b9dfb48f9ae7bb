"""Lời từ chối sau khi biểu quyết: the decision, its signatures, recognition, annulment, petition."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "aftermath.form": Words(
        "Chưa chọn loại văn bản của quyết định ({article}).",
        "The kind of paper of the decision is not chosen ({article}).",
        "Chọn nghị quyết, biên bản cuộc họp, bản ghi nhớ hoặc bản thỏa thuận.",
        "Choose resolution, minutes, memorandum or agreement.",
    ),
    "aftermath.form_agreed": Words(
        "Trưởng khu phố chưa thống nhất loại văn bản với Trưởng ban công tác Mặt trận ({article}).",
        "The head has not agreed the kind of paper with the Front committee head ({article}).",
        "Mời Trưởng ban công tác Mặt trận xác nhận.",
        "Ask the Front committee head to confirm.",
    ),
    "aftermath.content": Words(
        "Quyết định còn thiếu: {field_vi} ({article}).",
        "The decision lacks: {field_en} ({article}).",
        "Ghi thêm phần đó trước khi ký.",
        "Add it before signing.",
    ),
    "aftermath.sign_head": Words(
        "Thiếu chữ ký của Trưởng khu phố ({article}).",
        "The signature of the khu phố head is missing ({article}).",
        "Mời Trưởng khu phố ký.",
        "Ask the head to sign.",
    ),
    "aftermath.sign_front": Words(
        "Thiếu chữ ký của Trưởng ban công tác Mặt trận ({article}).",
        "The signature of the Front committee head is missing ({article}).",
        "Mời Trưởng ban công tác Mặt trận ký.",
        "Ask the Front committee head to sign.",
    ),
    "aftermath.sign_households": Words(
        "Mới có {signed} hộ ký; cần {needed} đại diện của hai hộ ({article}).",
        "{signed} households have signed; representatives of {needed} are needed ({article}).",
        "Mời đúng hai đại diện hộ ký.",
        "Ask exactly two household representatives to sign.",
    ),
    "aftermath.sign_people": Words(
        "Người đã ký theo chức vụ không ký thay đại diện hộ ({article}).",
        "Whoever signs for an office does not sign for a household as well ({article}).",
        "Mời đại diện của hộ khác.",
        "Ask the representative of another household.",
    ),
    "aftermath.not_sent": Words(
        "Quyết định phải gửi cả Ủy ban nhân dân và Mặt trận phường ({article}).",
        "The decision goes to both the People's Committee and the ward Front ({article}).",
        "Ghi ngày gửi của từng nơi.",
        "Record the day for each.",
    ),
    "aftermath.not_passed": Words(
        "Việc này không được thông qua nên không có hiệu lực ({article}).",
        "The matter did not pass, so nothing takes effect ({article}).",
        "Khu phố có thể bàn lại vào lúc khác.",
        "The khu phố may take it up again.",
    ),
    "aftermath.not_in_force": Words(
        "Không có hiệu lực, vì {stage_vi} ({article}).",
        "It is not in force: {stage_en} ({article}).",
        "Làm lại theo đúng trình tự nếu khu phố vẫn cần.",
        "Take it again by the procedure if it is still wanted.",
    ),
    "aftermath.no_recognition": Words(
        "Việc {matter} không cần công nhận; có hiệu lực theo ngày luật định ({article}).",
        "A decision on {matter} needs no recognition; the law sets its day ({article}).",
        "Xem ngày có hiệu lực trong hồ sơ.",
        "See its day in the file.",
    ),
    "aftermath.wrong_body": Words(
        "Việc này thuộc thẩm quyền của {body_vi} ({article}).",
        "This is for {body_en} to do ({article}).",
        "Chuyển hồ sơ đến nơi đó.",
        "Pass the file on.",
    ),
    "aftermath.reasons": Words(
        "Phải nêu rõ lý do bằng văn bản ({article}).",
        "The reasons must be given in writing ({article}).",
        "Ghi chỗ sai và lý do.",
        "Say what is wrong and why.",
    ),
    "aftermath.redo_procedure": Words(
        "Chỉ yêu cầu làm lại khi quyết định không đúng trình tự ({article}).",
        "A decision is taken again only where its procedure was broken ({article}).",
        "Trái pháp luật, trái phong tục thì bãi bỏ.",
        "Annul it if it is against the law or good customs.",
    ),
    "aftermath.addressee": Words(
        "Kiến nghị về kết quả gửi đến một trong ba nơi ({article}).",
        "A petition against a result goes to one of three bodies ({article}).",
        "Chọn Ủy ban nhân dân, Mặt trận hoặc Ban Thanh tra nhân dân.",
        "Choose the People's Committee, the Front or the People's Inspectorate.",
    ),
    "aftermath.petition_text": Words(
        "Chưa ghi nội dung hoặc trình tự nào chưa đúng ({article}).",
        "It is not said what is wrong in content or procedure ({article}).",
        "Ghi ngắn gọn chỗ ông/bà thấy chưa đúng.",
        "Say briefly what seems wrong.",
    ),
    "aftermath.units_pending": Words(
        "Còn {pending}/{units} khu phố chưa có kết quả ({article}).",
        "{pending} of {units} khu phố have no result yet ({article}).",
        "Chờ đủ kết quả của các khu phố.",
        "Wait for all of them.",
    ),
    "aftermath.no_result": Words(
        "Cuộc biểu quyết này chưa có kết quả ({article}).",
        "This vote has no result yet ({article}).",
        "Chờ khi kết quả được niêm phong.",
        "Wait until the result is sealed.",
    ),
    "aftermath.not_received": Words(
        "Nơi công nhận chưa nhận được quyết định ({article}).",
        "The decision has not reached whoever recognises it ({article}).",
        "Trưởng khu phố gửi quyết định trước.",
        "The khu phố head sends it first.",
    ),
    "aftermath.not_recognised": Words(
        "Chưa có hương ước, quy ước được công nhận để gửi lại ({article}).",
        "There is no recognised convention to send back ({article}).",
        "Ghi quyết định công nhận trước.",
        "Record the recognition first.",
    ),
    "aftermath.before_receipt": Words(
        "Ngày quyết định không thể trước ngày nhận hồ sơ là {day} ({article}).",
        "It cannot be decided before the papers were received on {day} ({article}).",
        "Ghi ngày trên văn bản.",
        "Write the day on the paper.",
    ),
    "aftermath.day_to_come": Words(
        "Ngày {day} chưa đến ({article}).",
        "The day {day} is still to come ({article}).",
        "Ghi ngày đã có trên văn bản.",
        "Write the day on the paper.",
    ),
    "aftermath.nothing_to_do": Words(
        "Không có việc phải thực hiện, vì {stage_vi} hoặc việc không được thông qua ({article}).",
        "There is nothing to carry out: {stage_en}, or it did not pass ({article}).",
        "Xem lại trạng thái của quyết định.",
        "Look at the state of the decision.",
    ),
    "aftermath.task_note": Words(
        "Việc chưa xong thì ghi vì sao ({article}).",
        "Say why it is not done ({article}).",
        "Ghi ngày làm xong, hoặc lý do chưa làm.",
        "Write the day it was done, or the reason.",
    ),
    "aftermath.answered_already": Words(
        "Kiến nghị này đã được trả lời ({article}).",
        "This petition has been answered ({article}).",
        "Câu trả lời không sửa được nữa.",
        "The answer can no longer be changed.",
    ),
}
