"""Biên nhận: two words and four digits a person can read out, and the full tracker behind them."""

from __future__ import annotations

import secrets

from django.db.models import QuerySet

from danchu.foundation.text import fold

# Short everyday words, one syllable each, all different when written without tone marks.
_WORDS = """
sen trúc mai đào lan cúc tre dừa cau mít xoài ổi chuối cam quýt bưởi chanh khế nhãn vải mận táo lê nho dứa dâu
lúa ngô khoai sắn lạc vừng đỗ bầu bí cà hành tỏi gừng nghệ riềng sả húng ngò kinh giới mùi hẹ rau nấm măng gà
vịt ngan trâu bò dê thỏ mèo chim én nhạn cò vạc sếu công phượng rùa cá tôm cua ốc hến trai sò mực ong bướm núi
sông suối hồ biển đồng ruộng vườn ao giếng đê cầu bến thuyền buồm chèo lưới nón áo khăn giày guốc ghế bàn tủ
giường chiếu gối chăn đèn nến bếp nồi chảo bát đũa thìa ấm chén mâm rổ thúng sàng nia cối chày kim chỉ kéo bút
mực giấy vở sách trống chiêng đàn sáo khèn mõ chuông cờ hoa lá cành gốc rễ hạt mầm nụ quả nắng mưa gió mây
sương trăng sao ngày đêm xuân hạ thu đông vàng bạc đá sỏi cát gạch ngói vôi xanh đỏ tím hồng nâu trắng đen xám
mật đường muối mắm dấm kẹo bánh xôi chè cơm cháo phở bún miến nem giò chả nhà cửa mái hiên sân ngõ xóm làng
chợ trường lớp thầy bạn ông bà cha mẹ anh chị em cháu trăm nghìn vạn một hai ba bốn năm sáu bảy tám chín mười
"""
_CODE_TRIES = 20
WORDS = tuple(_WORDS.split())
PLAIN = tuple(sorted({fold(word) for word in WORDS}))
SPOKEN = {fold(word): word for word in reversed(WORDS)}


def new_tracker() -> str:
    """128 random bits, in hexadecimal."""
    return secrets.token_hex(16)


def new_code() -> str:
    """A receipt as stored: two words without marks and four digits."""
    return f"{secrets.choice(PLAIN)} {secrets.choice(PLAIN)} {secrets.randbelow(10_000):04d}"


def free_code(entries: QuerySet) -> str:
    """A receipt no entry of the round has."""
    for _ in range(_CODE_TRIES):
        code = new_code()
        if not entries.filter(code=code).exists():
            break
    return code


def spoken(code: str) -> str:
    """A receipt as shown: "sen trúc 48 21"; of a sealed ballot "4821 7730"."""
    if code.isdecimal():
        return f"{code[:4]} {code[4:]}"
    first, second, digits = code.split()
    return f"{SPOKEN[first]} {SPOKEN[second]} {digits[:2]} {digits[2:]}"


def address(tracker: str) -> str:
    """A ballot's hash as it stands in an address: base 64 with ``-`` and ``_``."""
    return tracker.translate(str.maketrans("+/", "-_"))
