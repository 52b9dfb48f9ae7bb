"""Trục trặc khi viết phiếu kín: one tree of errors; nothing here returns ``None`` for failure."""


class CryptoError(Exception):
    """Chưa làm được: the root of the tree."""


class BadChoice(CryptoError):
    """Lựa chọn không có trong câu hỏi."""


class BadProof(CryptoError):
    """Chữ ký hoặc chứng minh không đúng: what somebody sent does not hold."""


class BadKey(CryptoError):
    """Chìa, tờ chìa hoặc bí mật chưa đúng: mistyped, of another vote, or too few."""


class BadBoard(CryptoError):
    """Tệp kết quả không nhận việc này: it is not its turn."""
