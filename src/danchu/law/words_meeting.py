"""Lời từ chối của cuộc họp cộng đồng dân cư, in the order of the procedure."""

from __future__ import annotations

from danchu.law.words import Words

WORDS: dict[str, Words] = {
    "meeting.purpose": Words(
        "Cần biết họp để bầu hay cho thôi làm Trưởng khu phố ({article}).",
        "It must be known whether the meeting elects or dismisses the head ({article}).",
        "Hãy chọn bầu, hoặc cho thôi làm.",
        "Choose to elect or to dismiss.",
    ),
    "meeting.convenor": Words(
        "Người triệu tập và chủ trì cuộc họp này là: {convenor_vi} ({article}).",
        "This meeting is convened and chaired by {convenor_en} ({article}).",
        "Hãy chọn lại người triệu tập.",
        "Choose the convenor again.",
    ),
    "meeting.draft_posted": Words(
        "Dự thảo hương ước, quy ước chưa niêm yết; cần niêm yết ít nhất {days} ngày ({article}).",
        "The draft convention is not posted; it must be for at least {days} days ({article}).",
        "Niêm yết dự thảo rồi ghi ngày.",
        "Post the draft and record the day.",
    ),
    "meeting.draft_posted_long_enough": Words(
        "Dự thảo niêm yết chưa đủ {days} ngày; đủ vào hết {until} ({article}).",
        "The draft will have been posted for {days} days at the end of {until} ({article}).",
        "Chọn ngày họp sau ngày đó.",
        "Choose a later day for the meeting.",
    ),
    "meeting.draft_consulted": Words(
        "Chưa ghi cách lấy ý kiến về dự thảo ({article}).",
        "It is not recorded how opinions on the draft were gathered ({article}).",
        "Ghi ít nhất một cách: gửi từng hộ, mạng đã thống nhất, hộp thư góp ý, họp.",
        "Record at least one way: to each household, agreed network, letter box, meeting.",
    ),
    "meeting.cluster_allowed": Words(
        "Khu phố có {households} hộ, ở tập trung; từ {least} hộ mới được họp theo cụm ({article}).",
        "The khu phố has {households} households in one place; clusters need {least} ({article}).",
        "Họp chung, hoặc ghi lý do các hộ ở không tập trung.",
        "Hold one meeting, or record why households are scattered.",
    ),
    "meeting.cluster_households": Words(
        "Cộng các cụm được {total} hộ, khác tổng số {households} hộ ({article}).",
        "The clusters hold {total} households, not {households} ({article}).",
        "Xếp mỗi hộ vào đúng một cụm.",
        "Put each household into exactly one cluster.",
    ),
    "meeting.cluster_approved": Words(
        "Ủy ban nhân dân phường chưa đồng ý phương án họp theo cụm ({article}).",
        "The ward People's Committee has not approved the cluster plan ({article}).",
        "Gửi phương án và ghi ngày phường đồng ý.",
        "Send the plan and record the approval.",
    ),
    "meeting.day_set": Words(
        "Chưa chọn ngày họp ({article}).",
        "The day of the meeting is not set ({article}).",
        "Hãy chọn ngày, giờ và nơi họp.",
        "Choose day, time and place.",
    ),
    "meeting.roll_households": Words(
        "Danh sách chưa có hộ nào ({article}).",
        "There is no household on the roll ({article}).",
        "Nhập danh sách hộ của khu phố trước.",
        "Import the khu phố's households first.",
    ),
    "meeting.roll_frozen": Words(
        "Danh sách hộ chưa chốt nên chưa khai mạc được ({article}).",
        "The roll is not frozen, so the meeting cannot open ({article}).",
        "Chốt danh sách trước cuộc họp.",
        "Freeze the roll before the meeting.",
    ),
    "meeting.notice_sent": Words(
        "Chưa ghi đã mời các hộ bằng cách nào ({article}).",
        "It is not recorded how households were invited ({article}).",
        "Ghi ngày mời và cách mời.",
        "Record the day and the channel.",
    ),
    "meeting.notice_posted": Words(
        "Thông báo họp chưa niêm yết công khai ({article}).",
        "The notice is not posted in public ({article}).",
        "Niêm yết tại nhà văn hóa rồi ghi ngày.",
        "Post it at the culture house and record the day.",
    ),
    "meeting.notice_in_time": Words(
        "Thông báo họp chậm; muộn nhất là {latest} ({article}).",
        "The notice came late; the last day was {latest} ({article}).",
        "Chọn ngày họp khác và mời lại.",
        "Choose another day and invite again.",
    ),
    "meeting.papers_sent": Words(
        "Chưa gửi tài liệu đến các hộ ({article}).",
        "The papers have not been sent to households ({article}).",
        "Gửi tài liệu rồi ghi ngày gửi.",
        "Send them and record the day.",
    ),
    "meeting.papers_every_household": Words(
        "Còn {missing} hộ chưa được gửi tài liệu ({article}).",
        "{missing} households have not been sent the papers ({article}).",
        "Gửi tận nhà cho các hộ đó.",
        "Take them to these households.",
    ),
    "meeting.papers_in_time": Words(
        "Tài liệu gửi chậm; muộn nhất là {latest} ({article}).",
        "The papers came late; the last day was {latest} ({article}).",
        "Chọn ngày họp khác và mời lại.",
        "Choose another day and invite again.",
    ),
    "meeting.too_late_to_invite": Words(
        "Họp {on} thì phải mời muộn nhất {latest} ({article}).",
        "For a meeting on {on} the last day to invite is {latest} ({article}).",
        "Hãy chọn ngày họp muộn hơn.",
        "Choose a later day.",
    ),
    "meeting.not_the_day": Words(
        "Cuộc họp đã mời vào {on} ({article}).",
        "The meeting was called for {on} ({article}).",
        "Khai mạc đúng ngày, hoặc chọn ngày khác và mời lại.",
        "Open it on its day, or choose another day and invite again.",
    ),
    "meeting.quorum": Words(
        "Có {present}/{households} hộ dự; họp về hương ước, quy ước cần ít nhất {needed} hộ ({article}).",
        "{present} of {households} households are present; a convention needs at least {needed} ({article}).",
        "Chờ thêm hộ, hoặc kết thúc để chuyển sang phát phiếu.",
        "Wait for more, or end the meeting and hand out slips.",
    ),
    "meeting.presence": Words(
        "Có {present}/{households} hộ dự; dưới {needed} hộ thì không thể thông qua ({article}).",
        "{present} of {households} households are present; with fewer than {needed} nothing can pass ({article}).",
        "Chờ thêm hộ, hoặc kết thúc để chuyển sang phát phiếu.",
        "Wait for more, or end the meeting and hand out slips.",
    ),
    "meeting.motion_over_present": Words(
        "Số tay giơ nhiều hơn số hộ dự ({article}).",
        "There are more hands than households present ({article}).",
        "Hãy đếm lại.",
        "Count again.",
    ),
    "meeting.secretary": Words(
        "Chưa cử được thư ký: {hands}/{present} hộ dự đồng ý, cần trên 50% ({article}).",
        "No secretary is elected: {hands} of {present} present agree, more than 50% is needed ({article}).",
        "Giới thiệu người khác và lấy ý kiến lại.",
        "Propose another person and ask again.",
    ),
    "meeting.dissent_heard": Words(
        "Còn {waiting} thành viên hộ có ý kiến khác chưa được phát biểu ({article}).",
        "{waiting} household members who disagree have not been heard ({article}).",
        "Mời các thành viên đó phát biểu trước khi biểu quyết.",
        "Let them speak before the vote.",
    ),
    "meeting.method_proposed": Words(
        "Chưa chọn giơ tay hay bỏ phiếu kín ({article}).",
        "Hands or secret ballot: not chosen yet ({article}).",
        "Chủ trì đề nghị một cách và lấy ý kiến.",
        "The chair proposes one and asks those present.",
    ),
    "meeting.method_chosen": Words(
        "Cách biểu quyết chưa được chọn: {hands}/{present} hộ dự đồng ý, cần trên 50% ({article}).",
        "The voting method is not chosen: {hands} of {present} present agree, more than 50% is needed ({article}).",
        "Đề nghị cách khác và lấy ý kiến lại.",
        "Propose the other method and ask again.",
    ),
    "meeting.board_size": Words(
        "Ban kiểm phiếu có {members} người; cần từ {least} đến {most} người ({article}).",
        "The counting board has {members} people; it needs {least} to {most} ({article}).",
        "Thêm hoặc bớt người.",
        "Add or remove people.",
    ),
    "meeting.board_elected": Words(
        "Chưa bầu được Ban kiểm phiếu: {hands}/{present} hộ dự đồng ý, cần trên 50% ({article}).",
        "The counting board is not elected: {hands} of {present} present agree, more than 50% is needed ({article}).",
        "Giới thiệu lại và lấy ý kiến lại.",
        "Propose again and ask again.",
    ),
    "meeting.witnesses": Words(
        "Mới có {witnesses} hộ chứng kiến kiểm phiếu; cần {least} hộ ({article}).",
        "{witnesses} households witness the count; {least} are needed ({article}).",
        "Mời đúng hai đại diện hộ chứng kiến.",
        "Ask exactly two household representatives.",
    ),
    "meeting.enough_present": Words(
        "Có {present} hộ dự, đủ số cần là {needed}, nên không chuyển sang phát phiếu ({article}).",
        "{present} households are present and {needed} are needed, so slips do not follow ({article}).",
        "Hãy tiến hành biểu quyết.",
        "Go on to the vote.",
    ),
    "meeting.not_failed": Words(
        "Chỉ được phát phiếu khi cuộc họp không đủ hộ dự ({article}).",
        "Slips follow only a meeting that too few households attended ({article}).",
        "Hãy xem kết quả cuộc họp.",
        "See the result of the meeting.",
    ),
    "meeting.not_of_khu_pho": Words(
        "Hộ của người này không có trong danh sách ({article}).",
        "This person's household is not on the roll ({article}).",
        "Xem lại số hộ hoặc tên người đại diện.",
        "Check the household number or the representative's name.",
    ),
    "meeting.member_has_no_vote": Words(
        "Thành viên hộ được phát biểu; phiếu của hộ do người đại diện biểu quyết ({article}).",
        "A household member may speak; the household's vote is its representative's ({article}).",
        "Muốn đổi, hộ thống nhất cử người đại diện khác trước khi biểu quyết.",
        "To change that, the household names another representative before the vote.",
    ),
}
