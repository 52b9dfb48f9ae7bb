"""Lời từ chối của thủ tục biểu quyết trực tuyến, in the order of the procedure."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "procedure.state": Words(
        "Lúc này không {act} được ({article}): {state}.",
        "It is not possible to {act} now ({article}): {state}.",
        "Hãy xem bước đang làm trong hồ sơ cuộc biểu quyết.",
        "See the current step in the vote's file.",
    ),
    # --- việc, đồng ý, ứng dụng, điều kiện, báo cáo, Tổ
    "voting.matter_online": Words(
        "Không được biểu quyết trực tuyến về {matter} ({article}).",
        "An online vote on {matter} is not allowed ({article}).",
        "Hãy mời họp; họp thiếu hộ thì phát phiếu lấy ý kiến.",
        "Call a meeting; if too few come, hand out slips.",
    ),
    "voting.scope_online": Words(
        "Luật không quy định biểu quyết trực tuyến trong phạm vi {scope} ({article}).",
        "The law provides no online vote in the scope {scope} ({article}).",
        "Hãy chọn phạm vi khu phố.",
        "Choose the scope khu phố.",
    ),
    "voting.other_form": Words(
        "Việc này chỉ có khi {form_vi}; ở đây là {this_vi} ({article}).",
        "This belongs to another form ({form_en}); here it is {this_en} ({article}).",
        "Hãy xem bước đang làm trong hồ sơ.",
        "See the current step in the file.",
    ),
    "voting.agreement_head": Words(
        "Trưởng khu phố chưa đồng ý hình thức này ({article}).",
        "The khu phố head has not agreed to this form ({article}).",
        "Mời Trưởng khu phố vào đây và bấm Đồng ý hình thức này.",
        "Ask the head to come here and agree to this form.",
    ),
    "voting.agreement_front": Words(
        "Ban công tác Mặt trận chưa đồng ý hình thức này ({article}).",
        "The Front committee has not agreed to this form ({article}).",
        "Mời Trưởng ban công tác Mặt trận vào đây và bấm Đồng ý hình thức này.",
        "Ask the Front committee head to come here and agree to this form.",
    ),
    "voting.agreement_two_people": Words(
        "Một người đang giữ cả hai nhiệm vụ; cần thêm một người nữa cùng đồng ý ({article}).",
        "One person holds both offices; a second person must agree as well ({article}).",
        "Mời Phó Trưởng khu phố hoặc một thành viên ban công tác Mặt trận.",
        "Ask the deputy head or a member of the Front committee.",
    ),
    "voting.application_chosen": Words(
        "Trưởng khu phố chưa chọn ứng dụng này để biểu quyết ({article}).",
        "The khu phố head has not chosen this application for the vote ({article}).",
        "Trưởng khu phố bấm Chọn ứng dụng này.",
        "The head chooses this application.",
    ),
    "voting.means_recorded": Words(
        "Chưa ghi các hộ có thiết bị và mạng hay không ({article}).",
        "It is not recorded whether households have devices and internet ({article}).",
        "Ghi số hộ không có thiết bị và cách giúp các hộ đó.",
        "Record how many households have no device and how they are helped.",
    ),
    "voting.means_internet": Words(
        "Khu phố chưa có mạng internet và chưa ghi cách giúp các hộ ({article}).",
        "The khu phố has no internet and no help is recorded ({article}).",
        "Ghi cách giúp: máy đặt tại nhà văn hóa, Tổ đến nhà…",
        "Record the help: a kiosk at the culture house, the team at the door…",
    ),
    "voting.means_help": Words(
        "Có {households} hộ không có thiết bị mà chưa ghi cách giúp ({article}).",
        "{households} households have no device and no help is recorded ({article}).",
        "Ghi cách giúp các hộ đó.",
        "Record how they are helped.",
    ),
    "voting.report_sent": Words(
        "Chưa báo cáo Ủy ban nhân dân và Mặt trận phường trước khi làm ({article}).",
        "The People's Committee and the ward Front have not been told beforehand ({article}).",
        "In báo cáo, gửi đi rồi bấm Đã gửi báo cáo.",
        "Print the report, send it and record that it was sent.",
    ),
    "voting.team_size": Words(
        "Tổ có {members} người; cần từ {least} đến {most} người ({article}).",
        "The team has {members} people; it needs {least} to {most} ({article}).",
        "Thêm hoặc bớt người trong Tổ.",
        "Add or remove people.",
    ),
    "voting.team_people": Words(
        "Một người được ghi hai lần trong Tổ ({article}).",
        "One person stands in the team twice ({article}).",
        "Chọn mỗi người một lần; một người có thể giữ nhiều phần.",
        "Choose each person once; one person may stand for several parts.",
    ),
    "voting.team_leader": Words(
        "Tổ trưởng phải là đại diện Ban công tác Mặt trận ({article}).",
        "The leader must stand for the Front committee ({article}).",
        "Hãy chọn lại Tổ trưởng.",
        "Choose another leader.",
    ),
    "voting.team_front_mandate": Words(
        "{name} không còn hoặc chưa có nhiệm vụ ở Ban công tác Mặt trận ({article}).",
        "{name} holds no mandate in the Front committee ({article}).",
        "Chọn người của Ban công tác Mặt trận, hoặc ghi nhiệm vụ trước.",
        "Choose someone from the Front committee, or record the mandate first.",
    ),
    "voting.team_khu_pho": Words(
        "Tổ chưa có đại diện khu phố ({article}).",
        "Nobody in the team stands for the khu phố ({article}).",
        "Thêm người đại diện khu phố.",
        "Add someone for the khu phố.",
    ),
    "voting.team_front": Words(
        "Tổ chưa có đại diện Ban công tác Mặt trận ({article}).",
        "Nobody in the team stands for the Front committee ({article}).",
        "Thêm người của Ban công tác Mặt trận.",
        "Add someone from the Front committee.",
    ),
    "voting.team_household_rep": Words(
        "Tổ chưa có đại diện hộ gia đình ({article}).",
        "No household representative is in the team ({article}).",
        "Thêm một đại diện hộ.",
        "Add a household representative.",
    ),
    "voting.team_it": Words(
        "Tổ chưa có người biết công nghệ thông tin ({article}).",
        "Nobody in the team has IT skills ({article}).",
        "Thêm một người biết công nghệ thông tin là đủ.",
        "Add one person with IT skills.",
    ),
    # --- danh sách hộ
    "voting.roll_drawn": Words(
        "Chưa lập danh sách hộ ({article}).",
        "The roll of households is not drawn up ({article}).",
        "Bấm Lập danh sách.",
        "Draw up the roll.",
    ),
    "voting.roll_households": Words(
        "Danh sách chưa có hộ nào ({article}).",
        "There is no household on the roll ({article}).",
        "Nhập danh sách hộ của khu phố trước.",
        "Import the khu phố's households first.",
    ),
    "voting.roll_shown": Words(
        "Danh sách hộ chưa niêm yết; cần niêm yết {days} ngày ({article}).",
        "The roll has not been posted; it must be for {days} days ({article}).",
        "In danh sách, dán ở nhà văn hóa rồi bấm Đã niêm yết.",
        "Print the roll, post it at the culture house and record it.",
    ),
    "voting.roll_shown_long_enough": Words(
        "Danh sách niêm yết chưa đủ {days} ngày; đủ vào hết {until} ({article}).",
        "The roll has not been posted for {days} days yet; it will be at the end of {until} ({article}).",
        "Chờ hết ngày đó rồi chốt.",
        "Freeze it after that day.",
    ),
    "voting.roll_requests": Words(
        "Còn {requests} đề nghị sửa danh sách chưa trả lời ({article}).",
        "{requests} requests to correct the roll are not answered ({article}).",
        "Trả lời từng đề nghị rồi chốt.",
        "Answer each of them, then freeze.",
    ),
    "voting.roll_frozen": Words(
        "Danh sách hộ chưa chốt nên chưa mở được ({article}).",
        "The roll is not frozen, so voting cannot open ({article}).",
        "Bấm Chốt danh sách.",
        "Freeze the roll.",
    ),
    "voting.roll_not_shown": Words(
        "Danh sách hộ chưa niêm yết ({article}).",
        "The roll has not been posted yet ({article}).",
        "Chờ khu phố niêm yết danh sách.",
        "Wait until the khu phố posts it.",
    ),
    "voting.roll_already_frozen": Words(
        "Danh sách hộ đã chốt, không sửa được nữa ({article}).",
        "The roll is frozen and cannot be changed any more ({article}).",
        "Chỗ chưa đúng được ghi vào biên bản.",
        "What is not right goes into the minutes.",
    ),
    # --- hỏi hình thức
    "voting.form_poll_held": Words(
        "Chưa hỏi các hộ có chọn biểu quyết trực tuyến không ({article}).",
        "Households have not been asked whether they choose the online form ({article}).",
        "Mở lần hỏi về hình thức, hoặc ghi kết quả đã hỏi tại cuộc họp.",
        "Open the form poll, or record one taken at a meeting.",
    ),
    "voting.form_poll_running": Words(
        "Đang hỏi các hộ về hình thức, chưa đến giờ đóng ({article}).",
        "Households are being asked about the form; the poll is not closed yet ({article}).",
        "Chờ đến giờ đóng; trong lúc đó, Tổ mời và giúp các hộ trả lời.",
        "Wait until it closes; meanwhile the team invites households and helps them answer.",
    ),
    "voting.form_poll_passed": Words(
        "Không quá nửa tổng số hộ chọn biểu quyết trực tuyến ({article}).",
        "Not more than half of all households chose the online form ({article}).",
        "Hãy mời họp hoặc phát phiếu lấy ý kiến.",
        "Call a meeting or hand out slips.",
    ),
    "voting.form_poll_once": Words(
        "Đã hỏi các hộ về hình thức rồi; mỗi cuộc biểu quyết chỉ hỏi một lần ({article}).",
        "Households have been asked about the form; each vote asks once ({article}).",
    ),
    "voting.edit_during_form_poll": Words(
        "Đang hỏi các hộ về hình thức nên chưa sửa được lời văn ({article}).",
        "Households are being asked about the form, so the text cannot be changed now ({article}).",
        "Sửa sau khi lần hỏi đóng.",
        "Change it when the poll has closed.",
    ),
    "voting.form_poll_choice": Words(
        "Lần hỏi này chỉ có hai câu trả lời: chọn trực tuyến, hoặc không ({article}).",
        "This poll has two answers: online, or not ({article}).",
        "Hãy chọn một trong hai ô.",
        "Choose one of the two.",
    ),
    "voting.meeting_in_future": Words(
        "Cuộc họp ghi lúc {held_at} chưa diễn ra ({article}).",
        "The meeting of {held_at} has not taken place ({article}).",
        "Ghi đúng ngày giờ đã họp.",
        "Enter when the meeting was.",
    ),
    # --- lời văn, thời gian, thông báo
    "voting.times_set": Words(
        "Chưa đặt giờ mở và giờ đóng ({article}).",
        "Opening and closing times are not set ({article}).",
        "Đặt thời gian biểu quyết.",
        "Set the voting time.",
    ),
    "voting.opens_in_past": Words(
        "Giờ mở {opens_at} đã qua ({article}).",
        "The opening time {opens_at} has passed ({article}).",
        "Chọn giờ mở muộn hơn.",
        "Choose a later opening time.",
    ),
    "voting.closes_before_opening": Words(
        "Giờ đóng {closes_at} phải sau giờ mở {opens_at} ({article}).",
        "The closing time {closes_at} must be after the opening time {opens_at} ({article}).",
        "Chọn giờ đóng muộn hơn.",
        "Choose a later closing time.",
    ),
    "voting.text_confirmed": Words(
        "Mới có {people} người xác nhận đúng lời văn; cần hai người ({article}).",
        "{people} people have confirmed the text; two are needed ({article}).",
        "Mời người thứ hai xem trên khung điện thoại và xác nhận.",
        "Ask a second person to read the phone preview and confirm.",
    ),
    "voting.text_changed": Words(
        "Lời văn đã đổi sau khi ông/bà mở trang ({article}).",
        "The text has changed since this page was opened ({article}).",
        "Xem lại bản mới rồi xác nhận.",
        "Read the new text, then confirm.",
    ),
    "voting.notice_published": Words(
        "Chưa đăng thông báo biểu quyết ({article}).",
        "The notice of the vote is not published ({article}).",
        "Đăng thông báo trước giờ mở.",
        "Publish it before the opening time.",
    ),
    "voting.notice_after_opening": Words(
        "Giờ mở {opens_at} đã đến mà chưa đăng thông báo ({article}).",
        "The opening time {opens_at} came before the notice ({article}).",
        "Đặt lại thời gian, xác nhận lại lời văn rồi đăng thông báo.",
        "Set new times, confirm the text again, then publish.",
    ),
    # --- gửi phiếu
    "voting.not_open": Words(
        "Chưa đến giờ biểu quyết; mở lúc {opens_at} ({article}).",
        "Voting has not opened; it opens at {opens_at} ({article}).",
        "Mời ông/bà trở lại sau giờ đó.",
        "Please come back then.",
    ),
    "voting.closed": Words(
        "Đã hết giờ biểu quyết lúc {closed_at} ({article}). Phiếu này chưa nhận.",
        "Voting closed at {closed_at} ({article}). This ballot was not taken.",
        "Kết quả có trên trang của cuộc biểu quyết.",
        "The result is on the page of the vote.",
    ),
    "voting.stopped": Words(
        "Cuộc biểu quyết này đã dừng ({article}).",
        "This vote has ended ({article}).",
        "Lý do có trên trang của cuộc biểu quyết.",
        "The reason is on the page of the vote.",
    ),
    "voting.not_on_roll": Words(
        "Hộ ông/bà không có trong danh sách đã chốt của cuộc biểu quyết này ({article}).",
        "Your household is not on this vote's frozen roll ({article}).",
        "Gọi Tổ lấy ý kiến để hỏi; việc này được ghi vào biên bản.",
        "Call the team; this goes into the minutes.",
    ),
    "voting.no_replacement": Words(
        "Hộ ông/bà đã gửi phiếu; phường không cho đổi phiếu đã gửi ({article}).",
        "Your household has voted; the ward does not let a ballot be replaced ({article}).",
        "Nếu chưa gửi, bấm Đề nghị kiểm tra.",
        "If you did not, ask for a check.",
    ),
    "voting.already_entered": Words(
        "Hộ này đã có phiếu gửi bằng cách khác; mỗi hộ chỉ tính một phiếu ({article}).",
        "A ballot of this household came by another route; each household counts once ({article}).",
        "Nếu phiếu đó chưa đúng, bấm Đề nghị kiểm tra.",
        "If that ballot is not right, ask for a check.",
    ),
    "voting.other_needs_words": Words(
        "Ông/bà chọn Ý kiến khác mà chưa ghi điều muốn nói ({article}).",
        "You chose Other opinion without saying it ({article}).",
        "Ghi vài lời, hoặc chọn ô khác.",
        "Write a few words, or choose another answer.",
    ),
    # --- làm giúp, máy đặt, danh sách mời
    "voting.not_running": Words(
        "Lúc này không có lần hỏi nào đang mở ({article}).",
        "Nothing is open for voting now ({article}).",
        "Chờ đến giờ mở.",
        "Wait for the opening time.",
    ),
    "voting.assist_no_proof": Words(
        "Làm giúp cần thẻ của hộ, hoặc một thành viên khác của Tổ làm chứng ({article}).",
        "Helping needs the household's card or another member of the team as witness ({article}).",
        "Nhập mã trên thẻ, hoặc chọn người làm chứng.",
        "Enter the card's code, or choose a witness.",
    ),
    "voting.assist_witness": Words(
        "Người làm chứng phải là một thành viên khác của Tổ ({article}).",
        "The witness must be another member of the team ({article}).",
        "Chọn người làm chứng khác.",
        "Choose another witness.",
    ),
    "voting.assist_other_card": Words(
        "Thẻ này là của hộ khác ({article}).",
        "This card belongs to another household ({article}).",
        "Xem lại số hộ trên thẻ.",
        "Check the household number on the card.",
    ),
    "voting.assist_running": Words(
        "Đang có một phiên làm giúp chưa kết thúc ({article}).",
        "Another session of help is still running ({article}).",
        "Kết thúc phiên đó trước.",
        "End that one first.",
    ),
    "voting.assist_over": Words(
        "Phiên làm giúp đã hết giờ; phiếu chưa nhận ({article}).",
        "The session of help is over; the ballot was not taken ({article}).",
        "Bắt đầu phiên mới.",
        "Start a new one.",
    ),
    # --- kiểm tra
    "voting.dispute_after_seal": Words(
        "Kết quả đã niêm phong nên không nhận đề nghị kiểm tra nữa ({article}).",
        "The result is sealed, so entries can no longer be disputed ({article}).",
        "Ông/bà có quyền kiến nghị với Ủy ban nhân dân, Mặt trận hoặc Ban Thanh tra nhân dân phường.",
        "You may petition the People's Committee, the Front or the People's Inspectorate.",
    ),
    "voting.dispute_resolved": Words(
        "Đề nghị này đã được giải quyết ({article}).",
        "This request has been settled ({article}).",
    ),
    "voting.own_entry": Words(
        "Người đã làm giúp phiếu này không tự giải quyết đề nghị kiểm tra ({article}).",
        "Who helped enter this ballot does not decide about it ({article}).",
        "Mời thành viên khác của Tổ.",
        "Ask another member of the team.",
    ),
    # --- rút, dừng, gia hạn, làm lại
    "voting.withdraw_after_opening": Words(
        "Đã mở biểu quyết lúc {opens_at} nên không rút được nữa ({article}).",
        "Voting opened at {opens_at}; it can no longer be withdrawn ({article}).",
        "Nếu có lý do, dùng Dừng và hủy.",
        "If there is a reason, stop and annul it.",
    ),
    "voting.withdraw_during_form_poll": Words(
        "Đang hỏi các hộ về hình thức nên không rút được ({article}).",
        "Households are being asked about the form; it cannot be withdrawn now ({article}).",
        "Chờ hết giờ hỏi, hoặc dùng Dừng và hủy.",
        "Wait until the poll closes, or stop and annul it.",
    ),
    "voting.stop_before_opening": Words(
        "Chưa mở biểu quyết nên không có gì để dừng ({article}).",
        "Nothing is open yet, so there is nothing to stop ({article}).",
        "Dùng Rút cuộc biểu quyết.",
        "Withdraw the vote instead.",
    ),
    "voting.extend_before_opening": Words(
        "Chưa mở biểu quyết nên chưa gia hạn được ({article}).",
        "Voting has not opened, so it cannot be extended ({article}).",
        "Rút và đặt lại thời gian nếu cần.",
        "Withdraw it and set new times if needed.",
    ),
    "voting.extended_already": Words(
        "Đã gia hạn một lần, không gia hạn nữa ({article}).",
        "It has been extended once and cannot be again ({article}).",
    ),
    "voting.extend_without_outage": Words(
        "Chỉ gia hạn khi đã ghi một sự cố ({article}).",
        "An extension needs a recorded outage ({article}).",
        "Ghi sự cố trước.",
        "Record the outage first.",
    ),
    "voting.extend_not_later": Words(
        "Giờ đóng mới phải sau {closes_at} ({article}).",
        "The new closing time must be after {closes_at} ({article}).",
        "Chọn giờ muộn hơn.",
        "Choose a later time.",
    ),
    "voting.outage_times": Words(
        "Thời gian của sự cố chưa đúng ({article}).",
        "The times of the outage are not right ({article}).",
        "Sự cố phải bắt đầu trước lúc này và kết thúc sau khi bắt đầu.",
        "It must have begun before now and ended after it began.",
    ),
    "voting.second_person": Words(
        "Việc này cần người thứ hai; người đề nghị không tự đồng ý ({article}).",
        "This needs a second person; who asked cannot agree ({article}).",
        "Mời người khác có quyền vào xem và đồng ý.",
        "Ask another person who may, to look and agree.",
    ),
    "voting.request_over": Words(
        "Đề nghị này đã làm xong hoặc đã bỏ ({article}).",
        "This request is done or was dropped ({article}).",
    ),
    # --- kết quả
    "voting.not_yet_closed": Words(
        "Chưa hết giờ biểu quyết; đóng lúc {closes_at} ({article}).",
        "Voting is not over; it closes at {closes_at} ({article}).",
        "Chờ đến giờ đóng.",
        "Wait for the closing time.",
    ),
    "voting.open_disputes": Words(
        "Còn {disputes} đề nghị kiểm tra chưa giải quyết ({article}).",
        "{disputes} disputes are not settled ({article}).",
        "Giải quyết hết rồi niêm phong.",
        "Settle them, then seal.",
    ),
    "voting.figures_differ": Words(
        "Số đếm không khớp sổ biểu quyết nên chưa niêm phong được ({article}).",
        "The count does not agree with the register, so it cannot be sealed ({article}).",
        "Báo người vận hành chạy danchu doctor.",
        "Ask the operator to run danchu doctor.",
    ),
    "voting.sign_before_seal": Words(
        "Kết quả chưa niêm phong nên chưa ghi chữ ký được ({article}).",
        "The result is not sealed, so signatures cannot be recorded ({article}).",
        "Niêm phong kết quả rồi in biên bản để ký.",
        "Seal the result, then print the minutes to sign.",
    ),
    "voting.signatures_missing": Words(
        "Biên bản mới có {signatures}/{needed} chữ ký ({article}).",
        "The minutes have {signatures} of {needed} signatures ({article}).",
        "Ghi đủ chữ ký rồi công bố.",
        "Record all signatures, then announce.",
    ),
    "voting.signer_household": Words(
        "Người ký phải là đại diện của hai hộ khác nhau trong danh sách ({article}).",
        "The signers must represent two different households of the roll ({article}).",
        "Chọn hộ khác.",
        "Choose another household.",
    ),
}
