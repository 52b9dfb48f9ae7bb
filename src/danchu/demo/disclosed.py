"""Nội dung công khai của phường mẫu trong một năm: wordings by item of Article 11; every name and figure is invented.

``how`` says what went wrong on the way, for a ward where nothing is ever late teaches nobody what late looks like.
"""

from __future__ import annotations

from dataclasses import dataclass

COMMITTEE = "Ủy ban nhân dân phường Thới Hòa"
COUNCIL = "Hội đồng nhân dân phường Thới Hòa"


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Một nội dung: item, day of its document relative to the first start, words, and how it went.

    ``how``: late, short, no_radio, no_proof, waiting; empty: in order. ``file``: its attachment, pdf or docx or xlsx,
    whose ``text`` is found by searching.
    """

    key: str
    day: int
    title: str
    number: str
    summary: str
    body: str
    how: str = ""
    issuer: str = COMMITTEE
    file: str = ""
    text: tuple[str, ...] = ()


YEAR: tuple[Disclosed, ...] = (
    Disclosed(
        "4",
        -372,
        "Quy chế thực hiện dân chủ ở phường",
        "31/2025/QĐ-UBND",
        "Quy chế thực hiện dân chủ, bảng phân công nhiệm vụ và quy tắc ứng xử của cán bộ, công chức phường.",
        "Quy chế gồm 5 chương, 32 điều.\nBảng phân công ghi rõ ai phụ trách việc gì, ngày tiếp công dân và số gọi.",
        file="pdf",
        text=(
            "Điều 7. Chủ tịch Ủy ban nhân dân phường tiếp công dân sáng thứ Năm hằng tuần, tại phòng tiếp công dân.",
            "Điều 12. Công chức trả lời người dân bằng lời lẽ lịch sự; thiếu giấy tờ thì hướng dẫn đủ trong một lần.",
            "Điều 19. Trưởng khu phố được mời dự khi bàn việc có liên quan đến khu phố.",
        ),
    ),
    Disclosed(
        "13",
        -365,
        "Danh mục thủ tục hành chính làm tại phường",
        "1204/QĐ-UBND",
        "Thủ tục, giấy tờ cần có, thời gian giải quyết và lệ phí của từng thủ tục.",
        "Danh mục có 214 thủ tục.\nNộp tại Trung tâm Phục vụ hành chính công phường hoặc qua mạng.",
    ),
    Disclosed(
        "1",
        -340,
        "Kế hoạch phát triển kinh tế - xã hội năm tới",
        "18/NQ-HĐND",
        "Chỉ tiêu về thu ngân sách, việc làm, trường lớp, cây xanh và an toàn giao thông.",
        "Kế hoạch có 16 chỉ tiêu; mỗi chỉ tiêu ghi nơi phụ trách và mốc hoàn thành.",
        issuer=COUNCIL,
    ),
    Disclosed(
        "2",
        -336,
        "Dự toán ngân sách phường năm tới đã được quyết định",
        "19/NQ-HĐND",
        "Tổng thu 86.400.000.000 đồng, tổng chi 86.400.000.000 đồng; chi tiết theo từng khoản.",
        "Dự toán chi sự nghiệp kinh tế, giáo dục, y tế, an sinh ghi trong bảng kèm theo.",
        issuer=COUNCIL,
        file="xlsx",
        text=("Chi sửa chữa vỉa hè đường số 5", "Chi hỗ trợ tiền điện nhà văn hóa", "Chi phòng, chống ngập hẻm 20"),
    ),
    Disclosed(
        "9",
        -312,
        "Danh sách công dân được gọi khám sức khỏe nghĩa vụ quân sự",
        "02/TB-HĐNVQS",
        "Danh sách gọi khám, tạm hoãn và miễn theo từng khu phố.",
        "Có 41 công dân được gọi khám, 12 người tạm hoãn, 3 người được miễn.",
        issuer="Hội đồng nghĩa vụ quân sự phường Thới Hòa",
    ),
    Disclosed(
        "5",
        -286,
        "Thu, chi Quỹ Đền ơn đáp nghĩa năm trước",
        "07/BC-UBND",
        "Thu 214.500.000 đồng, chi 180.000.000 đồng, còn lại 34.500.000 đồng.",
        "Quỹ đã sửa 3 căn nhà của gia đình có công, tặng 46 phần quà.",
    ),
    Disclosed(
        "12",
        -262,
        "Mức thu lệ phí hộ tịch, chứng thực tại phường",
        "64/TB-UBND",
        "Người phải nộp, mức thu và trường hợp được miễn của từng loại lệ phí.",
        "Lệ phí nộp tại quầy số 3 hoặc chuyển khoản; người nộp nhận biên lai.",
        how="no_proof",
    ),
    Disclosed(
        "2",
        -240,
        "Tình hình thực hiện ngân sách phường quý I",
        "22/BC-UBND",
        "Thu đạt 27% dự toán năm, chi đạt 21% dự toán năm.",
        "Khoản chi chậm nhất là sửa chữa vỉa hè, do chờ chọn nhà thầu.",
    ),
    Disclosed(
        "3",
        -226,
        "Nâng cấp hẻm 20, khu phố 2: dự án, tiến độ, phương án thi công",
        "158/QĐ-UBND",
        "Dài 240 m, rộng 4 m; thi công trong 90 ngày; chủ đầu tư và đơn vị giám sát.",
        "Trong lúc làm, xe máy đi lối hẻm 18.\nHộ có góp ý gọi Ban Giám sát đầu tư của cộng đồng.",
        how="late",
        file="pdf",
        text=(
            "Mặt hẻm đổ bê tông dày 18 cm; cống thoát nước đường kính 60 cm đặt giữa hẻm.",
            "Hố ga trước nhà số 20/14 và 20/32 được làm lại, nắp bằng gang.",
            "Đơn vị thi công che chắn, tưới nước mỗi ngày hai lần vào mùa khô.",
        ),
    ),
    Disclosed(
        "7",
        -204,
        "Danh sách hộ nghèo, hộ cận nghèo sau rà soát",
        "201/QĐ-UBND",
        "Tiêu chí, cách bình xét và danh sách theo từng khu phố.",
        "Toàn phường còn 38 hộ nghèo, 61 hộ cận nghèo.\nHộ chưa đồng ý gửi đơn trong 10 ngày.",
    ),
    Disclosed(
        "11",
        -188,
        "Kế hoạch lấy ý kiến về Quy chế quản lý chợ phường",
        "45/KH-UBND",
        "Lấy ý kiến trong 30 ngày: họp khu phố, phiếu góp ý và trang thông tin điện tử.",
        "Nội dung hỏi: giờ họp chợ, chỗ để xe, thu gom rác, giá thuê sạp.",
        file="docx",
        text=(
            "Sạp rau quả ở dãy A, sạp cá thịt ở dãy B; lối đi chính rộng 3 m.",
            "Giờ họp chợ dự kiến từ 4 giờ đến 18 giờ; xe hàng vào trước 5 giờ 30.",
        ),
    ),
    Disclosed(
        "6",
        -170,
        "Mua sắm máy tính, bàn ghế cho nhà văn hóa các khu phố",
        "233/QĐ-UBND",
        "Mua 10 máy tính, 120 bộ bàn ghế; cách chọn nhà cung cấp và giá trúng.",
        "Máy cũ còn dùng được chuyển cho điểm sinh hoạt cộng đồng hẻm 41.",
    ),
    Disclosed(
        "2",
        -150,
        "Tình hình thực hiện ngân sách phường 6 tháng đầu năm",
        "41/BC-UBND",
        "Thu đạt 54% dự toán năm, chi đạt 46% dự toán năm.",
        "Khoản chi phòng, chống ngập đã dùng hết; Hội đồng nhân dân xem xét bổ sung.",
    ),
    Disclosed(
        "8",
        -133,
        "Ủng hộ đồng bào vùng bão: số tiền nhận và nơi chuyển đến",
        "88/BC-UBND",
        "Nhận 312.750.000 đồng của 1.046 hộ và 18 đơn vị; đã chuyển hết.",
        "Danh sách ủng hộ niêm yết tại nhà văn hóa từng khu phố, ghi đúng số tiền hộ đã góp.",
        how="no_radio",
    ),
    Disclosed(
        "11",
        -126,
        "Kết quả lấy ý kiến về Quy chế quản lý chợ phường: tiếp thu, giải trình",
        "97/BC-UBND",
        "Nhận 184 ý kiến; tiếp thu 121, không tiếp thu 63 và nói rõ vì sao.",
        "Giờ họp chợ đổi thành 4 giờ 30 theo ý kiến bà con khu phố 1.",
    ),
    Disclosed(
        "10",
        -104,
        "Kết quả kiểm tra công vụ tại Trung tâm Phục vụ hành chính công phường",
        "03/KL-UBND",
        "Kiểm tra 400 hồ sơ, 14 hồ sơ trả trễ; đã xin lỗi bằng văn bản và rút kinh nghiệm.",
        "Hai công chức bị phê bình.\nTừ tháng sau, mỗi tuần công khai số hồ sơ trễ.",
        how="short",
    ),
    Disclosed(
        "3",
        -88,
        "Bồi thường, hỗ trợ khi mở rộng đường số 5",
        "310/QĐ-UBND",
        "Phương án bồi thường cho 26 thửa đất, đơn giá và lịch chi trả.",
        "Hộ có đất được mời đối chiếu số đo tại trụ sở, sáng thứ Ba và thứ Năm.",
        file="pdf",
        text=(
            "Thửa số 114, tờ bản đồ 27: thu hồi 18,4 m²; bồi thường về đất và cây trồng.",
            "Tái định cư tại khu đất 2,1 ha cạnh trường tiểu học; hộ bốc thăm chọn nền.",
            "Đơn giá bồi thường cây ăn trái theo quyết định của Ủy ban nhân dân Thành phố.",
        ),
    ),
    Disclosed(
        "7",
        -66,
        "Danh sách 14 hộ được hỗ trợ sửa nhà",
        "341/QĐ-UBND",
        "Mỗi hộ 40.000.000 đồng; tiêu chí, biên bản bình xét của từng khu phố.",
        "Tiền chuyển làm hai lần: khi khởi công và khi xong mái.",
    ),
    Disclosed(
        "2",
        -58,
        "Tình hình thực hiện ngân sách phường quý III",
        "63/BC-UBND",
        "Thu đạt 79% dự toán năm, chi đạt 68% dự toán năm.",
        "Còn ba công trình nhỏ chưa giải ngân, ghi trong bảng kèm theo.",
        how="late",
    ),
    Disclosed(
        "8",
        -44,
        "Hỗ trợ các hộ bị ngập sau cơn mưa lớn ở hẻm 20 và hẻm 52",
        "359/QĐ-UBND",
        "Hỗ trợ 33 hộ; mức hỗ trợ theo độ sâu ngập và đồ đạc hư hỏng.",
        "Hộ chưa có tên gặp Trưởng khu phố để ghi bổ sung.",
        how="no_proof",
    ),
    Disclosed(
        "7",
        -27,
        "Cấp thẻ bảo hiểm y tế cho người cao tuổi từ 75 tuổi",
        "377/TB-UBND",
        "Ai được cấp, giấy tờ cần có, nơi nhận thẻ.",
        "Nhận thẻ tại nhà văn hóa khu phố; người không đi lại được, khu phố mang đến nhà.",
        how="no_radio",
        file="pdf",
        text=(
            "Người từ 75 tuổi chưa có thẻ bảo hiểm y tế được ngân sách đóng toàn bộ.",
            "Mang theo thẻ căn cước hoặc giấy xác nhận thông tin cư trú.",
            "Thẻ đã cấp dùng được tại trạm y tế phường và bệnh viện đã đăng ký.",
        ),
    ),
    Disclosed(
        "6",
        -19,
        "Thanh lý xe ô tô 16 chỗ của Ủy ban nhân dân phường",
        "381/QĐ-UBND",
        "Giá khởi điểm, cách đấu giá và ngày xem xe.",
        "Tiền bán xe nộp ngân sách phường.",
    ),
    Disclosed(
        "12",
        -12,
        "Giá dịch vụ thu gom rác sinh hoạt năm tới",
        "390/TB-UBND",
        "Mức thu theo hộ và theo nhà trọ; hộ nghèo được miễn.",
        "Thu ba tháng một lần, có biên lai; người thu đeo thẻ.",
    ),
    Disclosed(
        "10",
        -9,
        "Kết quả lấy phiếu tín nhiệm các chức vụ do Hội đồng nhân dân phường bầu",
        "24/NQ-HĐND",
        "Số phiếu tín nhiệm cao, tín nhiệm, tín nhiệm thấp của từng người.",
        "Kết quả được công bố tại kỳ họp và phát trên loa các khu phố.",
        how="waiting",
        issuer=COUNCIL,
    ),
    Disclosed(
        "3",
        -3,
        "Đồ án quy hoạch khu công viên ven suối",
        "402/QĐ-UBND",
        "Ranh giới, lối vào, chỗ để xe và thời gian lấy ý kiến.",
        "Bản vẽ treo tại trụ sở và nhà văn hóa khu phố 4.",
        how="waiting",
        file="pdf",
        text=(
            "Công viên rộng 1,6 ha, có đường chạy bộ 800 m và sân chơi cho trẻ em.",
            "Giữ nguyên hàng cây sao dọc bờ suối; trồng thêm 120 cây bóng mát.",
        ),
    ),
    Disclosed(
        "14",
        -2,
        "Lịch tiếp công dân tháng tới của Chủ tịch Ủy ban nhân dân phường",
        "405/TB-UBND",
        "Sáng thứ Năm hằng tuần, từ 7 giờ 30, tại phòng tiếp công dân.",
        "Ai không đến được thì gọi số của phường để hẹn giờ khác.",
    ),
)

AGENCY = Disclosed(
    "2",
    -30,
    "Kế hoạch công tác tháng của các phòng, đơn vị thuộc phường",
    "371/KH-UBND",
    "Việc của từng phòng, người phụ trách, ngày xong.",
    "Niêm yết tại trụ sở cho cán bộ, công chức, người lao động cùng biết.",
)

RESPONSIBLE = {
    "1": "Trưởng phòng Kinh tế, Hạ tầng và Đô thị",
    "2": "Kế toán trưởng",
    "3": "Trưởng phòng Kinh tế, Hạ tầng và Đô thị",
    "9": "Chỉ huy trưởng Ban Chỉ huy quân sự",
    "13": "Giám đốc Trung tâm Phục vụ hành chính công",
}
ELSE_RESPONSIBLE = "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Question:
    """Một yêu cầu thông tin: day, the way it came, its words and how far it is.

    ``how``: filed, complex, extended, late, returned, released, refused, wrong.
    """

    day: int
    route: str
    title: str
    words: str
    name: str
    how: str
    answer: str = ""


QUESTIONS: tuple[Question, ...] = (
    Question(
        -95,
        "web",
        "Tiền sửa vỉa hè đường số 5",
        "Xin cho biết tiền sửa vỉa hè đường số 5 năm nay là bao nhiêu, đơn vị nào làm.",
        "Nguyễn Thị Hà Giang",
        "released",
        "Dự toán sửa vỉa hè đường số 5 là 1.240.000.000 đồng. Đơn vị thi công được chọn qua mạng đấu thầu, "
        "làm trong 60 ngày.",
    ),
    Question(
        -61,
        "counter",
        "Hồ sơ xét hộ nghèo của một hộ khác",
        "Tôi muốn xem hồ sơ xét hộ nghèo của nhà bên cạnh.",
        "Trần Văn Khải",
        "refused",
        "Hồ sơ có thông tin về sức khỏe, thu nhập của gia đình người khác. Gia đình ấy chưa đồng ý cho xem. "
        "Ông xem được tiêu chí và danh sách đã công khai ở khoản 7.",
    ),
    Question(
        -24,
        "post",
        "Bản đồ thoát nước khu phố 5",
        "Đề nghị cung cấp bản đồ thoát nước khu phố 5 và lịch nạo vét cống.",
        "Lê Hoàng Phong",
        "extended",
    ),
    Question(
        -13,
        "phone",
        "Lịch xe lấy rác hẻm 52",
        "Bà con hẻm 52 hỏi giờ xe lấy rác trong tuần.",
        "Phạm Thị Lựu",
        "late",
    ),
    Question(
        -6,
        "web",
        "Danh sách công trình có vốn của Nhân dân đóng góp",
        "Xin danh sách công trình có tiền đóng góp của bà con từ năm 2023 đến nay.",
        "Đỗ Minh Châu",
        "complex",
    ),
    Question(
        -4, "web", "Thông tin về đất ở hẻm 30", "Cho tôi hỏi thông tin thửa đất ở hẻm 30.", "Võ Quốc Huy", "returned"
    ),
    Question(
        -1,
        "web",
        "Giờ làm việc của trạm y tế phường dịp cuối năm",
        "Trạm y tế phường có làm việc dịp nghỉ cuối năm không?",
        "Huỳnh Thị Ngọc Mai",
        "filed",
    ),
    Question(
        -5,
        "web",
        "Cấp thẻ bảo hiểm y tế cho người cao tuổi từ 75 tuổi",
        "Trang ghi nhận thẻ tại nhà văn hóa, nhưng khu phố 2 phát thẻ ở trạm y tế.",
        "Bùi Văn Lâm",
        "wrong",
    ),
)
