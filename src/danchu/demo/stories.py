"""Các việc khu phố đưa ra ở phường mẫu: wordings, all of matter D6 (no contributions), and what people said."""

from __future__ import annotations

from dataclasses import dataclass

from danchu.rooms.voting.services.prepare import WORDING


@dataclass(frozen=True, slots=True)
class Story:
    """Một việc đưa ra hỏi: khu phố and wording; the meanings of yes and no say what would happen."""

    place: int
    title: str
    question: str
    body: str
    yes_means: str
    no_means: str
    other_means: str = "Ghi điều muốn nói; không tính là đồng ý."

    @property
    def wording(self) -> dict[str, str]:
        """The fields a proposal is made of."""
        return {field: getattr(self, field) for field in WORDING}


CLEAN_UP = Story(
    3,
    "Tổng vệ sinh sáng Chủ nhật đầu tháng",
    "Khu phố 3 có tổng vệ sinh chung vào sáng Chủ nhật đầu tháng không?",
    "Sáng Chủ nhật đầu tháng, từ 6 giờ đến 7 giờ 30, bà con quét dọn phần hẻm trước nhà mình.\n"
    "Trưởng khu phố báo trong nhóm Zalo trước ba ngày; trời mưa thì dời sang Chủ nhật sau.\n"
    "Hộ bận việc không phải làm bù, không phải đóng tiền.\n"
    "Làm thử từ tháng sau, sáu tháng xem lại một lần.",
    "Cả khu phố cùng quét dọn sáng Chủ nhật đầu tháng.",
    "Không đặt buổi chung; nhà nào dọn nhà nấy như hiện nay.",
)
CULTURE_HOUSE = Story(
    3,
    "Giờ mở cửa nhà văn hóa: 17 giờ đến 21 giờ",
    "Nhà văn hóa khu phố 3 mở cửa từ 17 giờ đến 21 giờ mỗi ngày, có được không?",
    "Nhà văn hóa mở từ 17 giờ đến 21 giờ, kể cả Chủ nhật.\n"
    "Bà Dung giữ chìa khóa; ông Toàn mở cửa, tắt điện.\n"
    "Ai mượn sân cho đám tiệc thì báo trước năm ngày.",
    "Mở cửa theo giờ trên.",
    "Giữ giờ cũ: chỉ mở khi có họp.",
)
RUBBISH = Story(
    1,
    "Phân loại rác tại nhà, để rác đúng giờ",
    "Khu phố 1 có cùng phân loại rác tại nhà và chỉ để rác ra hẻm từ 17 giờ đến 19 giờ không?",
    "Mỗi nhà chia rác làm ba: rác bán được, rác thức ăn, rác còn lại.\n"
    "Chỉ để rác ra đầu hẻm từ 17 giờ đến 19 giờ, không để qua đêm.\n"
    "Chi hội Phụ nữ hướng dẫn từng hẻm trong hai tuần đầu.",
    "Cả khu phố phân loại rác và để rác đúng giờ.",
    "Để rác như hiện nay.",
)
CROSSING = Story(
    1,
    "Tổ giúp trẻ qua đường lúc tan trường",
    "Khu phố 1 có lập tổ bà con giúp trẻ qua đường lúc tan trường không?",
    "Tổ có mười người tự nguyện, chia nhau mỗi chiều hai người, từ 16 giờ 15 đến 17 giờ.\n"
    "Đứng ở đầu đường số 5, mặc áo phản quang của khu phố.\n"
    "Ai bận thì đổi phiên trong nhóm Zalo.",
    "Lập tổ và bắt đầu từ tuần sau.",
    "Không lập tổ; cha mẹ tự đón như hiện nay.",
)
FOOTBALL = Story(
    2,
    "Mở sân nhà văn hóa cho trẻ đá bóng buổi chiều",
    "Khu phố 2 có mở sân nhà văn hóa cho trẻ đá bóng từ 16 giờ đến 18 giờ không?",
    "Sân mở từ 16 giờ đến 18 giờ, thứ Hai đến thứ Sáu.\n"
    "Phó Trưởng khu phố trông sân; hôm có họp thì sân nghỉ.\n"
    "Không đá bóng da, chỉ dùng bóng mềm.",
    "Mở sân theo giờ trên.",
    "Không mở sân; trẻ chơi ở công viên như hiện nay.",
)
NIGHT_WATCH = Story(
    2,
    "Lịch đi tuần tự quản ban đêm",
    "Khu phố 2 có đi tuần tự quản từ 22 giờ đến 24 giờ mỗi tối không?",
    "Mỗi tối ba người tự nguyện đi tuần từ 22 giờ đến 24 giờ.\nPhiên đi tuần ghi trong nhóm Zalo của khu phố.",
    "Bắt đầu đi tuần từ đầu tháng sau.",
    "Không đi tuần.",
)
ZALO_GROUP = Story(
    4,
    "Một nhóm Zalo chung để báo tin của khu phố",
    "Khu phố 4 có dùng một nhóm Zalo chung để báo tin không?",
    "Nhóm chỉ báo tin của khu phố, của phường; không buôn bán, không nói chuyện riêng.\n"
    "Trưởng khu phố và Trưởng ban công tác Mặt trận giữ nhóm.\n"
    "Hộ không dùng Zalo được báo tận nhà như trước.",
    "Lập nhóm và báo tin ở đó.",
    "Báo tin như hiện nay: loa và tận nhà.",
)
MEETING_DAY = Story(
    4,
    "Chuyển ngày họp khu phố sang tối thứ Sáu",
    "Khu phố 4 có chuyển ngày họp từ tối Chủ nhật sang tối thứ Sáu không?",
    "Các cuộc họp khu phố bắt đầu lúc 19 giờ, tối thứ Sáu.\nViệc gấp vẫn họp ngày khác, báo trước hai ngày.",
    "Họp tối thứ Sáu.",
    "Vẫn họp tối Chủ nhật.",
)
FLOWERS = Story(
    4,
    "Chăm hoa dọc hẻm 41 theo phiên",
    "Bà con hẻm 41 có chia phiên chăm hoa dọc hẻm không?",
    "Mỗi tuần năm nhà tưới và nhổ cỏ, theo thứ tự số nhà.\nKhu phố in lịch, dán ở nhà văn hóa và đầu hẻm.",
    "Chia phiên chăm hoa từ đầu tháng.",
    "Nhà nào chăm nhà nấy.",
)
OPENING_HOURS = Story(
    5,
    "Giờ mở cửa nhà văn hóa khu phố 5",
    "Nhà văn hóa khu phố 5 mở cửa từ 16 giờ đến 21 giờ, có được không?",
    "Mở từ 16 giờ đến 21 giờ, thứ Hai đến thứ Bảy.\n"
    "Hai đoàn viên trực mỗi ngày; sách báo đọc tại chỗ.\n"
    "Chủ nhật mở khi có sinh hoạt chung.",
    "Mở cửa theo giờ trên.",
    "Giữ giờ cũ: 18 giờ đến 20 giờ.",
)
FIRE_TEAM = Story(
    5,
    "Tổ liên gia kiểm tra bình chữa cháy mỗi quý",
    "Khu phố 5 có để tổ liên gia nhắc nhau kiểm tra bình chữa cháy mỗi quý không?",
    "Đầu mỗi quý, tổ liên gia nhắc từng nhà xem kim đồng hồ của bình chữa cháy.\n"
    "Nhà nào cần, tổ chỉ cách dùng và chỗ nạp lại.\n"
    "Tổ chỉ nhắc và chỉ cách, không thu tiền.",
    "Tổ liên gia nhắc và chỉ cách mỗi quý.",
    "Nhà nào tự lo nhà nấy.",
)
RUBBISH_POINT = Story(
    5,
    "Dời điểm để rác ra đầu hẻm 52",
    "Khu phố 5 có dời điểm để rác từ giữa hẻm ra đầu hẻm 52 không?",
    "Điểm để rác mới ở đầu hẻm 52, cạnh trụ điện.\nDời sau khi phường sắp lại giờ xe lấy rác.",
    "Dời điểm để rác.",
    "Để ở giữa hẻm như hiện nay.",
)
SHADE = Story(
    3,
    "Trồng cây bóng mát ở sân nhà văn hóa",
    "Khu phố 3 có trồng bốn cây bóng mát ở sân nhà văn hóa không?",
    "Trồng bốn cây sao ở bốn góc sân; cây do Hội Nông dân phường cho, không thu tiền của hộ.\n"
    "Mỗi hẻm nhận chăm một cây, tưới hai lần một tuần.",
    "Trồng bốn cây và chia nhau chăm.",
    "Để sân trống như hiện nay.",
)
LOUDSPEAKER = Story(
    4,
    "Giờ phát loa của khu phố",
    "Khu phố 4 chỉ phát loa từ 17 giờ đến 17 giờ 30, có được không?",
    "Loa phát một lần mỗi ngày, từ 17 giờ đến 17 giờ 30; việc gấp vẫn báo ngay.\nChủ nhật và ngày lễ không phát loa.",
    "Phát loa theo giờ trên.",
    "Phát loa như hiện nay: sáng và chiều.",
)

OPINIONS = (
    "Đồng ý nhưng xin đổi sang buổi chiều.",
    "Xin làm thử ba tháng rồi hãy quyết.",
    "Nên báo bằng loa nữa, nhà tôi ít xem điện thoại.",
    "Cần phân công rõ ai làm, ai thay khi bận.",
    "Mong khu phố nói rõ ai trông coi.",
    "Nên hỏi thêm bà con ở trọ.",
    "Nên bắt đầu muộn hơn nửa tiếng.",
    "Sau sáu tháng xin họp lại để xem có nên làm tiếp.",
    "Nhà có người bệnh, xin được miễn phần của nhà tôi.",
    "Nên in giấy dán ở đầu hẻm cho ai cũng biết.",
    "Xin để các cháu đoàn viên cùng tham gia.",
    "Ngày mưa thì tính sao, xin ghi rõ.",
    "Tôi đồng ý nếu không phải đóng tiền.",
    "Nên chọn một người giữ sổ để ai thắc mắc thì hỏi.",
    "Xin cho mỗi hẻm tự sắp giờ của mình.",
    "Cần chỗ để xe cho gọn.",
    "Nên làm thử ở một hẻm trước.",
    "Giờ ấy nhà tôi còn đi làm ca.",
    "Xin nhắc trước một ngày trong nhóm.",
    "Nên có số điện thoại để báo khi có việc gấp.",
    "Tôi thấy nên bàn thêm ở cuộc họp cuối năm.",
    "Xin tránh giờ trẻ học bài.",
    "Nên mời thêm bà con hẻm bên cạnh.",
    "Việc này tốt nhưng cần người theo tới cùng.",
)
HELP = "Tổ đến tận nhà giúp hộ không có điện thoại; nhà văn hóa có máy dùng chung từ 17 giờ đến 20 giờ."
