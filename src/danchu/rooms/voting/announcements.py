"""Lời mời biểu quyết: what is sent to the Zalo group and read out by the loudspeaker; Vietnamese, as people hear it."""

from __future__ import annotations

from datetime import datetime

from danchu.channels import Announcement, Script, spoken
from danchu.channels.publishing import words_to_hear
from danchu.foundation import text
from danchu.law.matters import Form
from danchu.rooms.voting.queries.votes import Round, Vote


def at_home(moment: datetime) -> datetime:
    """Giờ Việt Nam."""
    return text.local(moment)


def matter_of(title: str) -> str:
    """Tên việc giữa câu: its first letter small, unless the whole word is a name or in capitals."""
    first = title.split(" ", 1)[0]
    return title if len(first) > 1 and first[1:] != first[1:].lower() else title[:1].lower() + title[1:]


def zalo(vote: Vote, content: Round, url: str) -> str:
    """Chép gửi Zalo: what, until when, with what, where."""
    if vote.form == Form.SLIP:
        return _slips_to_zalo(vote, content, url)
    if vote.in_group:
        return (
            f"{vote.khu_pho.name} mời biểu quyết ngay trong nhóm này: {matter_of(vote.title)}.\n"
            f"Đến {_until(content.closes_at)}.\n"
            "Mỗi hộ trả lời một lần, ghi số hộ và: đồng ý, không đồng ý, hoặc ý kiến khác.\n"
            f"Xem nội dung: {url}"
        )
    return (
        f"{vote.khu_pho.name} mời biểu quyết: {matter_of(vote.title)}.\n"
        f"Đến {_until(content.closes_at)}.\n"
        f"Dùng thẻ của hộ: {url}\n"
        "Mỗi hộ một phiếu. Không đưa mã thẻ cho ai."
    )


def _until(moment: datetime) -> str:
    local = at_home(moment)
    return f"{text.clock_time(local)}, {text.weekday_name(local)}, {local.day}/{local.month}".replace("\u00a0", " ")


def announcement(vote: Vote, content: Round, at: datetime, url: str = "") -> Announcement:
    """Thông báo biểu quyết cho các kênh chung: the picture beside its link."""
    return Announcement(
        place=vote.khu_pho.name,
        ward=str(vote.ward),
        title=vote.title,
        body=vote.body,
        url=url,
        day=at,
        until=content.closes_at,
        at_place=vote.khu_pho.culture_house,
        contact=str(vote.contact or ""),
        phone=vote.contact.phone if vote.contact else "",
    )


def result_script(vote: Vote, sentence: str) -> Script:
    """Lời đọc kết quả: what was decided, in the sentence of the minutes."""
    place = vote.khu_pho.name
    said = f"Kính thưa bà con {place}. Kết quả biểu quyết về việc {matter_of(vote.title)}. {sentence}"
    return words_to_hear(f"{said} Xin cảm ơn bà con.")


def loudspeaker(vote: Vote, content: Round, least: int) -> Script:
    """Lời đọc loa, about seventy seconds; a figure in the matter's name is read out as well."""
    if vote.form == Form.SLIP:
        return _slips_aloud(vote, content, least)
    place, matter = spoken.place(vote.khu_pho.name), matter_of(vote.title)
    phone = vote.contact.phone if vote.contact else ""
    help_line = (
        f"Hộ không có điện thoại thông minh, xin gọi số {spoken.phone(phone)}, Tổ lấy ý kiến sẽ đến nhà giúp. "
        if phone
        else "Hộ không có điện thoại thông minh, xin báo Tổ lấy ý kiến, Tổ sẽ đến nhà giúp. "
    )
    return words_to_hear(
        f"Kính thưa bà con {place}. Khu phố mời mỗi hộ cử một người đại diện biểu quyết về việc {matter}. "
        f"Thời gian từ {spoken.moment(content.opens_at)}, đến {spoken.moment(content.closes_at)}. "
        f"{_how(vote)}"
        f"Khu phố có {spoken.number(content.households)} hộ. Cần ít nhất {spoken.number(least)} hộ đồng ý thì việc này "
        f"mới được thông qua. {help_line}"
        "Mỗi hộ chỉ tính một phiếu. Xin bà con đừng đưa mã trên thẻ cho người lạ; "
        "không cán bộ nào gọi điện hỏi mã này. "
        f"Xin nhắc lại, hạn chót là {spoken.moment(content.closes_at)}. Xin cảm ơn bà con."
    )


def _how(vote: Vote) -> str:
    if vote.in_group:
        return "Bà con trả lời trong nhóm Zalo của khu phố: Đồng ý, Không đồng ý, hoặc Ý kiến khác. "
    return "Bà con quét mã in trên thẻ của hộ, rồi chọn Đồng ý, Không đồng ý, hoặc Ý kiến khác. "


def _slips_to_zalo(vote: Vote, content: Round, url: str) -> str:
    """A round of slips: from when, until when."""
    return (
        f"{vote.khu_pho.name} phát phiếu lấy ý kiến từng hộ: {matter_of(vote.title)}.\n"
        f"Tổ phát phiếu đến nhà từ ngày {at_home(content.opens_at).day}/{at_home(content.opens_at).month}.\n"
        f"Nộp phiếu chậm nhất {_until(content.closes_at)}.\n"
        f"Xem nội dung: {url}"
    )


def _slips_aloud(vote: Vote, content: Round, least: int) -> Script:
    """A round of slips, about a minute."""
    place, matter = spoken.place(vote.khu_pho.name), matter_of(vote.title)
    phone = vote.contact.phone if vote.contact else ""
    help_line = f"Hộ cần giúp, xin gọi số {spoken.phone(phone)}. " if phone else "Hộ cần giúp, xin báo Tổ phát phiếu. "
    return words_to_hear(
        f"Kính thưa bà con {place}. Khu phố phát phiếu lấy ý kiến từng hộ về việc {matter}. "
        f"Tổ phát phiếu đến từng nhà, từ {spoken.moment(content.opens_at)}. Mỗi hộ nhận một phiếu, "
        "đánh dấu vào một ô: Đồng ý, Không đồng ý, hoặc Ý kiến khác. "
        f"Bà con nộp phiếu cho Tổ phát phiếu, chậm nhất {spoken.moment(content.closes_at)}. "
        f"Khu phố có {spoken.number(content.households)} hộ. Cần ít nhất {spoken.number(least)} hộ đồng ý thì việc này "
        f"mới được thông qua. {help_line}"
        "Phiếu không ghi tên hộ, nên không ai biết hộ nào chọn gì. Xin cảm ơn bà con."
    )
