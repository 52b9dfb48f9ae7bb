"""Lời từ chối về bầu, cho thôi làm Trưởng khu phố và về thành viên hai Ban."""

from __future__ import annotations

from danchu.law.words import Words

_LATER_VI = "Chọn ngày họp muộn hơn để kịp các bước."
_LATER_EN = "Choose a later day for the meeting."
_OTHER_VI = "Hãy giới thiệu người khác."
_OTHER_EN = "Propose somebody else."

WORDS: dict[str, Words] = {
    "elections.permanent": Words(
        "Người ứng cử phải thường trú tại khu phố ({article}).",
        "A candidate must be a permanent resident of the khu phố ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "elections.lives_here": Words(
        "Người ứng cử phải ở thường xuyên tại khu phố ({article}).",
        "A candidate must really live in the khu phố ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "elections.too_young": Words(
        "Vào ngày họp, người ứng cử chưa đủ {years} tuổi ({article}).",
        "On the day of the meeting the candidate is not yet {years} ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "elections.not_fit": Words(
        "Chưa xác nhận sức khỏe, đạo đức, tín nhiệm và năng lực của người ứng cử ({article}).",
        "Health, ethics, trust and ability of the candidate are not confirmed ({article}).",
        "Ban công tác Mặt trận xem xét rồi ghi vào biên bản.",
        "The Front committee considers it and writes it into the minutes.",
    ),
    "elections.not_accepted": Words(
        "Người được giới thiệu chưa nhận lời ({article}).",
        "The person proposed has not accepted ({article}).",
        "Hỏi ý kiến người đó trước.",
        "Ask that person first.",
    ),
    "elections.listed_already": Words(
        "Người này đã có trong danh sách ứng cử ({article}).",
        "This person is a candidate already ({article}).",
        "Không cần giới thiệu lần nữa.",
        "No need to propose them again.",
    ),
    "elections.team_member": Words(
        "Thành viên Tổ bầu cử không được ứng cử ({article}).",
        "A member of the Election Team cannot be a candidate ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "elections.plan_done": Words(
        "Chủ tịch Ủy ban nhân dân phường chưa ra quyết định, kế hoạch bầu; muộn nhất là {latest} ({article}).",
        "The ward Chairman has not issued decision and plan; the last day is {latest} ({article}).",
        "Ghi số, ngày của quyết định và kế hoạch.",
        "Record number and day of both.",
    ),
    "elections.plan_in_time": Words(
        "Quyết định, kế hoạch bầu ra chậm; muộn nhất là {latest} ({article}).",
        "Decision and plan came late; the last day was {latest} ({article}).",
        _LATER_VI,
        _LATER_EN,
    ),
    "elections.candidates_listed": Words(
        "Ban công tác Mặt trận chưa dự kiến người ứng cử; cần ít nhất {least} người ({article}).",
        "The Front committee has listed no candidate; at least {least} is needed ({article}).",
        "Họp dự kiến danh sách (Mẫu 05).",
        "Meet to draw up the list (Mẫu 05).",
    ),
    "elections.party_view": Words(
        "Chưa ghi ý kiến của chi bộ về người ứng cử ({article}).",
        "The view of the Party cell is not recorded ({article}).",
        "Xin ý kiến chi bộ rồi ghi vào biên bản.",
        "Ask the Party cell and write it into the minutes.",
    ),
    "elections.candidates_done": Words(
        "Chưa gửi biên bản dự kiến người ứng cử đến phường; muộn nhất là {latest} ({article}).",
        "The minutes on candidates were not sent to the ward; the last day is {latest} ({article}).",
        "Gửi Mẫu 05 và ghi ngày gửi.",
        "Send Mẫu 05 and record the day.",
    ),
    "elections.candidates_in_time": Words(
        "Biên bản dự kiến người ứng cử gửi chậm; muộn nhất là {latest} ({article}).",
        "The minutes on candidates were sent late; the last day was {latest} ({article}).",
        _LATER_VI,
        _LATER_EN,
    ),
    "elections.team_members": Words(
        "Tổ bầu cử chưa có ai ({article}).",
        "The Election Team is empty ({article}).",
        "Ghi thành viên theo quyết định của Chủ tịch phường.",
        "Enter its members from the Chairman's decision.",
    ),
    "elections.team_leader": Words(
        "Tổ trưởng Tổ bầu cử phải là đại diện Mặt trận ({article}).",
        "A Front representative must lead the Election Team ({article}).",
        "Hãy chọn lại Tổ trưởng.",
        "Choose another leader.",
    ),
    "elections.team_candidate": Words(
        "Tổ bầu cử có người đang ứng cử ({article}).",
        "A candidate is in the Election Team ({article}).",
        "Thay người đó trong Tổ bầu cử.",
        "Replace that person in the team.",
    ),
    "elections.team_agreed": Words(
        "Chưa ghi việc thống nhất với Mặt trận phường về Tổ bầu cử ({article}).",
        "The agreement of the ward Front on the Election Team is not recorded ({article}).",
        "Xin ý kiến Mặt trận phường rồi ghi lại.",
        "Ask the ward Front and record it.",
    ),
    "elections.team_done": Words(
        "Chưa có quyết định lập Tổ bầu cử; muộn nhất là {latest} ({article}).",
        "The Election Team is not set up; the last day is {latest} ({article}).",
        "Ghi số, ngày của quyết định.",
        "Record number and day of the decision.",
    ),
    "elections.team_in_time": Words(
        "Tổ bầu cử lập chậm; muộn nhất là {latest} ({article}).",
        "The Election Team was set up late; the last day was {latest} ({article}).",
        _LATER_VI,
        _LATER_EN,
    ),
    "elections.notice_done": Words(
        "Chưa thông báo, niêm yết các quyết định về việc bầu; muộn nhất là {latest} ({article}).",
        "The decisions are not announced and posted; the last day is {latest} ({article}).",
        "Niêm yết, phát thanh rồi ghi ngày.",
        "Post and broadcast them, and record the day.",
    ),
    "elections.notice_in_time": Words(
        "Các quyết định về việc bầu niêm yết chậm; muộn nhất là {latest} ({article}).",
        "The decisions were posted late; the last day was {latest} ({article}).",
        _LATER_VI,
        _LATER_EN,
    ),
    "elections.no_seats": Words(
        "Chưa ghi bầu mấy người ({article}).",
        "The number of seats is not given ({article}).",
        "Ghi số người cần bầu.",
        "Give the number of seats.",
    ),
    "elections.votes_over": Words(
        "Một người có {votes} hộ đồng ý, nhiều hơn tổng số {households} hộ ({article}).",
        "One candidate has {votes} households, more than all {households} ({article}).",
        "Hãy xem lại số đã ghi.",
        "Check the numbers entered.",
    ),
    "dismissal.no_households": Words(
        "Danh sách chưa có hộ nào ({article}).",
        "There is no household on the roll ({article}).",
        "Nhập danh sách hộ của khu phố trước.",
        "Import the khu phố's households first.",
    ),
    "dismissal.petition_over": Words(
        "Có {petition} hộ kiến nghị, nhiều hơn tổng số {households} hộ ({article}).",
        "{petition} households petition, more than all {households} ({article}).",
        "Mỗi hộ tính một lần; hãy xem lại danh sách.",
        "Each household counts once; check the list.",
    ),
    "dismissal.no_ground": Words(
        "Chưa đủ lý do họp cho thôi làm: {petition}/{households} hộ kiến nghị, cần ít nhất {needed} ({article}).",
        "No ground for the meeting: {petition} of {households} households petition, {needed} are needed ({article}).",
        "Cần đơn xin thôi, đề nghị của Trưởng ban công tác Mặt trận, hoặc thêm hộ kiến nghị.",
        "It needs the head's request, the Front committee head's proposal, or more households.",
    ),
    "dismissal.meeting_first": Words(
        "Chưa họp cộng đồng về việc cho thôi làm ({article}).",
        "The community has not met on the dismissal ({article}).",
        "Tổ chức cuộc họp trước.",
        "Hold the meeting first.",
    ),
    "dismissal.meeting_agreed": Words(
        "Cuộc họp đã thống nhất nên phường chỉ công nhận ({article}).",
        "The meeting agreed, so the ward only recognises it ({article}).",
        "Ra quyết định công nhận.",
        "Issue the recognition.",
    ),
    "dismissal.front_first": Words(
        "Chưa thống nhất với Mặt trận phường ({article}).",
        "The ward Front has not agreed ({article}).",
        "Xin ý kiến Mặt trận phường rồi ghi lại.",
        "Ask the ward Front and record it.",
    ),
    "dismissal.head_in_office": Words(
        "Trưởng khu phố còn đang làm nhiệm vụ ({article}).",
        "The khu phố head is still in office ({article}).",
        "Chỉ cử lâm thời khi khuyết Trưởng khu phố.",
        "An interim head is for a vacancy only.",
    ),
    "boards.permanent": Words(
        "Thành viên {board_vi} phải thường trú tại phường ({article}).",
        "A member of the {board_en} must be a permanent resident ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "boards.official": Words(
        "Cán bộ, công chức phường không làm thành viên {board_vi} ({article}).",
        "A ward official cannot be a member of the {board_en} ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "boards.part_time": Words(
        "Người hoạt động không chuyên trách không làm thành viên {board_vi} ({article}).",
        "Part-time staff cannot be members of the {board_en} ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "boards.relative": Words(
        "Người thân của người có trách nhiệm ở dự án không làm thành viên {board_vi} ({article}).",
        "A relative of those responsible for the project cannot be in the {board_en} ({article}).",
        _OTHER_VI,
        _OTHER_EN,
    ),
    "boards.fit": Words(
        "Chưa xác nhận đạo đức, tín nhiệm, sức khỏe, hiểu biết pháp luật của người vào {board_vi} ({article}).",
        "Ethics, trust, health and knowledge for the {board_en} are not confirmed ({article}).",
        "Ban công tác Mặt trận xem xét rồi ghi lại.",
        "The Front committee considers and records it.",
    ),
    "boards.volunteers": Words(
        "Người được giới thiệu vào {board_vi} chưa tự nguyện nhận lời ({article}).",
        "The person proposed for the {board_en} has not volunteered ({article}).",
        "Hỏi ý kiến người đó trước.",
        "Ask that person first.",
    ),
    "boards.deputies": Words(
        "Có {deputies} Phó Trưởng ban; được không quá {most} ({article}).",
        "There are {deputies} deputies; at most {most} are allowed ({article}).",
        "Bớt số Phó Trưởng ban.",
        "Have fewer deputies.",
    ),
    "boards.term_too_short": Words(
        "Nhiệm kỳ còn dưới 6 tháng nên không bầu bổ sung; ngày cuối còn được là {last} ({article}).",
        "Less than six months of the term remain; the last day for it was {last} ({article}).",
        "Chờ bầu nhiệm kỳ mới.",
        "Wait for the next term.",
    ),
    "boards.size": Words(
        "Ban Giám sát đầu tư của cộng đồng có {members} người; cần ít nhất {least} ({article}).",
        "The board has {members} members; it needs at least {least} ({article}).",
        "Bầu hoặc cử thêm người.",
        "Elect or name more.",
    ),
    "boards.residents": Words(
        "Có {members} đại diện người dân; được không quá {most} ({article}).",
        "There are {members} residents' representatives; at most {most} are allowed ({article}).",
        "Bớt số đại diện người dân.",
        "Have fewer of them.",
    ),
    "boards.front": Words(
        "Ban chưa có đại diện Mặt trận ({article}).",
        "Nobody in the board stands for the Front ({article}).",
        "Mặt trận phường cử người tham gia.",
        "The ward Front names somebody.",
    ),
    "boards.inspectorate": Words(
        "Ban chưa có đại diện Ban Thanh tra nhân dân ({article}).",
        "Nobody in the board stands for the People's Inspectorate ({article}).",
        "Ban Thanh tra nhân dân cử người tham gia.",
        "The People's Inspectorate names somebody.",
    ),
    "elections.going_on": Words(
        "Khu phố đang có một cuộc bầu hoặc cho thôi như vậy ({article}).",
        "Such an election or dismissal is going on in this khu phố ({article}).",
        "Mở hồ sơ đang làm, hoặc rút trước.",
        "Open the one that is going on, or withdraw it first.",
    ),
    "elections.day_past": Words(
        "Ngày họp {day} đã qua ({article}).",
        "The day of the meeting, {day}, is past ({article}).",
        "Chọn một ngày sắp tới.",
        "Choose a day to come.",
    ),
    "elections.settled": Words(
        "Cuộc bầu này đã kết thúc ({article}).",
        "This election is over ({article}).",
        "Không ghi thêm được nữa.",
        "Nothing can be added.",
    ),
    "elections.none_in_dismissal": Words(
        "Việc cho thôi không có người ứng cử ({article}).",
        "A dismissal has no candidates ({article}).",
        "Lập cuộc bầu mới sau khi được công nhận.",
        "Plan a new election once it is recognised.",
    ),
    "elections.before_meeting": Words(
        "Cuộc họp bầu vào ngày {day}, chưa có số phiếu ({article}).",
        "The meeting is on {day}; there are no figures yet ({article}).",
        "Ghi số phiếu sau cuộc họp.",
        "Record them after the meeting.",
    ),
    "elections.figures_missing": Words(
        "Còn người ứng cử chưa có số hộ đồng ý ({article}).",
        "A candidate has no figure yet ({article}).",
        "Ghi số của từng người; không ai thì ghi 0.",
        "Write a figure for everyone, 0 if nobody agrees.",
    ),
}
