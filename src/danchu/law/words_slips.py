"""Lời từ chối của việc phát phiếu lấy ý kiến, in the order of the procedure."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "slips.chairman": Words(
        "Chủ tịch Ủy ban nhân dân phường chưa chọn hình thức phát phiếu ({article}).",
        "The ward Chairman has not chosen slips ({article}).",
        "Ghi quyết định của Chủ tịch phường.",
        "Record the Chairman's choice.",
    ),
    "slips.agreement": Words(
        "Trưởng khu phố chưa thống nhất với Ban công tác Mặt trận về phát phiếu ({article}).",
        "The head has not agreed with the Front committee on slips ({article}).",
        "Mời Trưởng ban công tác Mặt trận xác nhận.",
        "Ask the Front committee head to confirm.",
    ),
    "slips.plan_complete": Words(
        "Kế hoạch phát phiếu còn thiếu: {field_vi} ({article}).",
        "The plan lacks: {field_en} ({article}).",
        "Ghi thêm phần đó vào kế hoạch.",
        "Add it to the plan.",
    ),
    "slips.plan_issued": Words(
        "Kế hoạch phát phiếu chưa ban hành ({article}).",
        "The plan is not issued ({article}).",
        "Ký kế hoạch và ghi ngày ban hành.",
        "Sign the plan and record the day.",
    ),
    "slips.plan_sent": Words(
        "Kế hoạch chưa gửi Chủ tịch Ủy ban nhân dân và Chủ tịch Mặt trận phường ({article}).",
        "The plan was not sent to the ward Chairman and the Chairman of the Front ({article}).",
        "Gửi kế hoạch đến cả hai nơi và ghi ngày gửi.",
        "Send it to both and record the day.",
    ),
    "slips.plan_in_time": Words(
        "Kế hoạch gửi chậm; muộn nhất là {latest} ({article}).",
        "The plan was sent late; the last day was {latest} ({article}).",
        "Ban hành lại kế hoạch rồi gửi đúng hạn.",
        "Issue the plan again and send it in time.",
    ),
    "slips.team_size": Words(
        "Tổ phát phiếu có {members} người; cần từ {least} đến {most} người ({article}).",
        "The slip team has {members} people; it needs {least} to {most} ({article}).",
        "Thêm hoặc bớt người trong Tổ.",
        "Add or remove people.",
    ),
    "slips.team_people": Words(
        "Một người được ghi hai lần trong Tổ ({article}).",
        "One person stands in the team twice ({article}).",
        "Chọn mỗi người một lần.",
        "Choose each person once.",
    ),
    "slips.team_leader": Words(
        "Tổ trưởng Tổ phát phiếu phải là đại diện Ban công tác Mặt trận ({article}).",
        "The leader must stand for the Front committee ({article}).",
        "Hãy chọn lại Tổ trưởng.",
        "Choose another leader.",
    ),
    "slips.team_capacity": Words(
        "Tổ phát phiếu còn thiếu {capacity_vi} ({article}).",
        "Nobody in the slip team stands {capacity_en} ({article}).",
        "Thêm người vào Tổ.",
        "Add someone to the team.",
    ),
    "slips.slip_complete": Words(
        "Phiếu lấy ý kiến còn thiếu: {field_vi} ({article}).",
        "The slip lacks: {field_en} ({article}).",
        "Ghi thêm phần đó vào phiếu trước khi in.",
        "Add it before printing.",
    ),
    "slips.printed": Words(
        "Chưa lập phiếu cho các hộ ({article}).",
        "The slips have not been made ({article}).",
        "Lập phiếu, in ra rồi ký hoặc đóng dấu.",
        "Make the slips, print them, then have them signed or stamped.",
    ),
    "slips.mark": Words(
        "Phiếu phải có {mark_vi} ({article}).",
        "The slip must bear {mark_en} ({article}).",
        "Đóng dấu hoặc ký đủ số phiếu rồi ghi lại.",
        "Mark all slips, then record it.",
    ),
    "slips.roll_households": Words(
        "Danh sách chưa có hộ nào ({article}).",
        "There is no household on the roll ({article}).",
        "Nhập danh sách hộ của khu phố trước.",
        "Import the khu phố's households first.",
    ),
    "slips.roll_frozen": Words(
        "Danh sách hộ chưa chốt nên chưa phát phiếu được ({article}).",
        "The roll is not frozen, so no slips go out ({article}).",
        "Chốt danh sách trước.",
        "Freeze the roll first.",
    ),
    "slips.times_set": Words(
        "Chưa chọn ngày bắt đầu và ngày hết hạn nộp phiếu ({article}).",
        "The first and the last day of the round are not set ({article}).",
        "Hãy chọn hai ngày đó.",
        "Choose both days.",
    ),
    "slips.ends_before_start": Words(
        "Hạn nộp phiếu phải từ ngày bắt đầu phát trở đi ({article}).",
        "The return date must not be before the first day ({article}).",
        "Chọn hạn nộp muộn hơn.",
        "Choose a later return date.",
    ),
    "slips.too_late_to_publish": Words(
        "Phát phiếu {on} thì phải công khai muộn nhất {latest} ({article}).",
        "To hand out slips on {on} the last day to publish is {latest} ({article}).",
        "Chọn ngày bắt đầu muộn hơn.",
        "Choose a later first day.",
    ),
    "slips.withdraw_after_start": Words(
        "Đã phát phiếu nên không rút được nữa ({article}).",
        "Slips are out, so the round can no longer be withdrawn ({article}).",
        "Nếu buộc phải ngừng, hãy dừng và hủy, ghi rõ lý do.",
        "If it must end, stop and annul it with a reason.",
    ),
    "slips.stop_before_start": Words(
        "Chưa phát phiếu nên không cần dừng và hủy ({article}).",
        "Slips are not out yet, so there is nothing to stop ({article}).",
        "Hãy rút đợt phát phiếu.",
        "Withdraw the round instead.",
    ),
    "slips.not_over": Words(
        "Chưa hết hạn nộp phiếu; hạn là hết {on} ({article}).",
        "The round is not over; it ends at the end of {on} ({article}).",
        "Kiểm phiếu sau ngày đó.",
        "Count after that day.",
    ),
    "slips.not_running": Words(
        "Hôm nay không trong thời gian phát và thu phiếu ({article}).",
        "Slips are not handed out or collected today ({article}).",
        "Xem thời gian ghi trên phiếu.",
        "See the days printed on the slip.",
    ),
    "slips.counted": Words(
        "Phiếu đã kiểm xong nên không ghi thêm phiếu thu được ({article}).",
        "The slips are counted; no further slip is recorded ({article}).",
        "Nếu kiểm sót, hai người kiểm và nhập lại số liệu.",
        "If one was missed, both people count and enter the figures again.",
    ),
    "slips.unknown": Words(
        "Không có phiếu này trong đợt phát phiếu ({article}).",
        "There is no such slip in this round ({article}).",
        "Xem lại số in trên cuống phiếu.",
        "Check the number on the stub.",
    ),
    "slips.not_issued": Words(
        "Hộ này chưa nhận phiếu, hoặc đã nộp phiếu ({article}).",
        "This household has no slip in hand ({article}).",
        "Chỉ đổi phiếu đã phát mà chưa nộp.",
        "Only a slip given out and not yet handed back is replaced.",
    ),
    "slips.witness_on_roll": Words(
        "Hộ chứng kiến phải có tên trong danh sách hộ đã chốt ({article}).",
        "A witnessing household must be on the frozen roll ({article}).",
        "Xem lại số hộ.",
        "Check the household number.",
    ),
    "slips.witnesses": Words(
        "Những người kiểm phiếu chưa cùng ghi đúng {least} hộ chứng kiến ({article}).",
        "Those who counted do not name the same {least} witnessing households ({article}).",
        "Mời hai hộ chứng kiến; người nào kiểm cũng ghi hai hộ ấy.",
        "Ask two households; everybody who counts names those two.",
    ),
}
