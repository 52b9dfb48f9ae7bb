"""Lời từ chối của biểu quyết kín, in the order of the procedure."""

from __future__ import annotations

from danchu.law.words import Words

_AGAIN_VI, _AGAIN_EN = "Mở lại trang từ trang của phường.", "Open the page again from the ward's site."

WORDS: dict[str, Words] = {
    "secret.not_secret": Words(
        "Cuộc biểu quyết này công khai, không dùng phiếu kín.",
        "This vote is open; it has no secret ballots.",
        "Bỏ phiếu trên trang của phường.",
        "Vote on the ward's site.",
    ),
    "secret.no_booth": Words(
        "Máy chủ chưa có trang phiếu kín.",
        "This server has no pages for secret ballots.",
        "Nhờ người vận hành đặt BOOTH_URL, hoặc chọn công khai.",
        "Ask the operator to set BOOTH_URL, or choose an open vote.",
    ),
    "secret.decided": Words(
        "Đã bắt đầu lập chìa hoặc đã đăng thông báo nên không đổi kín, công khai được.",
        "The keys were begun or the notice published, so secret or open cannot be changed.",
        "Muốn đổi thì làm lại cuộc biểu quyết.",
        "To change it, redo the vote.",
    ),
    "secret.at_booth": Words(
        "Cuộc biểu quyết này dùng phiếu kín, không gửi lựa chọn ở đây.",
        "This vote uses secret ballots; choices are not sent here.",
        "Bấm Bỏ phiếu kín.",
        "Press Cast a secret ballot.",
    ),
    # --- danh sách mã
    "secret.list_incomplete": Words(
        "Danh sách mã phải có đúng một mã cho mỗi hộ: còn thiếu {missing} hộ, thừa {extra} hộ.",
        "The list needs exactly one credential for each household: {missing} missing, {extra} too many.",
        "Mở danh sách bí mật của hộ trên máy này rồi lập lại.",
        "Open the households' secrets on this device and make the list again.",
    ),
    "secret.list_double": Words(
        "Hai hộ không được có cùng một mã.",
        "Two households cannot have the same credential.",
        "Lập lại bí mật cho các hộ đó rồi gửi lại.",
        "Make new secrets for those households and send again.",
    ),
    "secret.list_bad": Words(
        "Có mã không đúng dạng; chưa nhận mã nào.",
        "A credential has not the right form; none was taken.",
        _AGAIN_VI,
        _AGAIN_EN,
    ),
    "secret.list_fixed": Words(
        "Danh sách mã đã ghi vào tệp kết quả, không thay được nữa.",
        "The list stands in the archive and cannot be replaced.",
    ),
    "secret.no_roll": Words(
        "Danh sách hộ chưa chốt nên chưa lập mã được.",
        "The roll is not frozen, so there can be no credentials yet.",
        "Chốt danh sách hộ trước.",
        "Freeze the roll first.",
    ),
    "secret.list_missing": Words(
        "Danh sách mã có {listed} hộ, cần {households} hộ.",
        "The list has {listed} households; it needs {households}.",
        "Trưởng ban công tác Mặt trận lập danh sách mã.",
        "The Front head makes the list.",
    ),
    # --- lập chìa
    "secret.no_team": Words(
        "Chưa có Tổ lấy ý kiến nên chưa lập chìa được.",
        "There is no team, so no keys can be made.",
        "Lập Tổ từ 3 đến 5 người trước.",
        "Set up a team of 3 to 5 people first.",
    ),
    "secret.keys_missing": Words(
        "Tổ chưa lập chìa cho cuộc biểu quyết kín.",
        "The team has not made the keys of this secret vote.",
        "Tổ trưởng mở buổi lập chìa.",
        "The leader begins the key ceremony.",
    ),
    "secret.keys_unfinished": Words(
        "Mới có {done} trong {members} người làm xong chìa.",
        "Only {done} of {members} people have finished their keys.",
        "Mời từng người mở trang lập chìa và làm hết các bước.",
        "Ask each one to open the key page and do every step.",
    ),
    "secret.team_changed": Words(
        "Tổ đã đổi người sau khi lập chìa.",
        "The team has changed since the keys were made.",
        "Tổ trưởng mở lại buổi lập chìa.",
        "The leader begins the key ceremony again.",
    ),
    "secret.keys_fixed": Words(
        "Đã đăng thông báo nên không lập chìa lại được.",
        "The notice is published, so the keys cannot be made again.",
    ),
    "secret.restarted": Words(
        "Tổ trưởng đã mở lại buổi lập chìa.",
        "The leader has begun the key ceremony again.",
        "Trang sẽ tải lại và làm từ đầu.",
        "The page loads again and starts anew.",
    ),
    "secret.already_posted": Words(
        "Đã có nội dung khác của ông/bà ở bước này.",
        "Something else of yours already stands at this step.",
        "Dùng đúng tờ chìa đã lập; hoặc Tổ trưởng mở lại từ đầu.",
        "Use the sheet you made; or the leader begins again.",
    ),
    "secret.not_yet": Words(
        "Chưa đến lượt bước này.",
        "It is not the turn of this step yet.",
        "Chờ những người khác làm xong bước trước.",
        "Wait until the others have done the step before.",
    ),
    "secret.bad_value": Words(
        "Nội dung gửi lên không đúng nên chưa nhận.",
        "What was sent does not hold, so it was not taken.",
        _AGAIN_VI,
        _AGAIN_EN,
    ),
    # --- bỏ phiếu
    "secret.pass_ended": Words(
        "Lượt vào đã hết hoặc thẻ không còn dùng được.",
        "This way in has ended, or the card is no longer valid.",
        "Quét lại thẻ của hộ, hoặc mở lại từ trang của phường.",
        "Scan the household's card again, or come from the ward's site.",
    ),
    "secret.blocked": Words(
        "Hộ không có mã trong cuộc biểu quyết này.",
        "This household has no credential in this vote.",
        "Gọi Tổ lấy ý kiến để biết vì sao.",
        "Call the team to learn why.",
    ),
    "secret.wrong_credential": Words(
        "Bí mật trên thẻ không phải của hộ này.",
        "The card's secret is not this household's.",
        "Xem lại 20 số trên thẻ của hộ.",
        "Check the 20 digits on the household's card.",
    ),
    "secret.bad_ballot": Words(
        "Phiếu chưa đúng nên chưa được nhận ({why}).",
        "The ballot does not hold, so it was not taken ({why}).",
        "Mở lại trang và bỏ phiếu lại.",
        "Open the page again and vote again.",
    ),
    "secret.void": Words(
        "Phiếu kín không bỏ ra khỏi tệp kết quả được.",
        "A sealed ballot cannot be taken out of the archive.",
        "Trước giờ đóng, hộ gửi phiếu khác thay thế; phiếu sau cùng được tính.",
        "Before the close the household sends another; the last one counts.",
    ),
    # --- đếm
    "secret.not_summed": Words(
        "Chưa khóa sổ nên chưa có tổng để mở.",
        "Voting is not closed, so there is no sum to open.",
    ),
    "secret.box_differs": Words(
        "Sổ của phường và tệp kết quả không khớp nên không đếm được.",
        "The register and the archive differ, so nothing is counted.",
        "Xem chỗ khác nhau trong hồ sơ và báo người vận hành.",
        "See the difference in the vote's file and tell the operator.",
    ),
    "secret.already_counted": Words("Kết quả đã mở rồi.", "The result is already open."),
    "secret.consent": Words(
        "Chỉ có {ballots} phiếu; mở ra có thể lộ từng hộ chọn gì.",
        "There are only {ballots} ballots; opening may show what each household chose.",
        "Cần {needed} người trong Tổ bấm Đồng ý mở.",
        "{needed} members of the team must agree to open.",
    ),
    "secret.not_counted": Words(
        "Kết quả chưa mở.",
        "The result is not open yet.",
        "Mời đủ người giữ chìa vào mở kết quả.",
        "Ask enough key holders to open the result.",
    ),
    # --- thư gửi
    "secret.call": Words("Nội dung gửi lên không đọc được.", "What was sent cannot be read.", _AGAIN_VI, _AGAIN_EN),
    "secret.accident": Words(
        "Máy chủ gặp trục trặc nên chưa làm được.",
        "The server had an accident and did nothing.",
        "Đợi một phút rồi gửi lại; gửi lại không thành hai lần.",
        "Wait a minute and send again; it will not count twice.",
    ),
}
