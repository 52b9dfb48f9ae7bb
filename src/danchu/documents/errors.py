"""Lỗi khi lập văn bản: one tree of errors of the papers, each with its sentence in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class DocumentError(Exception):
    """Không lập được văn bản: root of the tree. ``vi`` and ``en`` are sentences fit for a reader."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.vi = vi
        self.en = en


class UnknownPaper(DocumentError):
    """Không có loại văn bản này: no paper has that key."""

    def __init__(self, key: str) -> None:
        super().__init__(f"Không có loại văn bản “{key}”.", f"There is no paper of the kind “{key}”.")
        self.key = key


class MissingFields(DocumentError):
    """Còn thiếu nội dung: compulsory fields without a value; ``names`` are keys, ``labels`` Vietnamese."""

    def __init__(self, title_vi: str, names: Sequence[str], labels: Sequence[str]) -> None:
        listed = "; ".join(labels)
        super().__init__(
            f"Chưa lập được {title_vi}. Còn thiếu: {listed}.",
            f"The paper “{title_vi}” cannot be drawn up yet. Missing: {listed}.",
        )
        self.names = tuple(names)
        self.labels = tuple(labels)


class BadValue(DocumentError):
    """Nội dung chưa đúng kiểu: a value of the wrong kind, or a name the paper does not know."""

    def __init__(self, name: str, wanted: str) -> None:
        super().__init__(f"Trường “{name}” chưa đúng: cần {wanted}.", f"Field “{name}” is not right: needs {wanted}.")
        self.name = name


class DoesNotFit(DocumentError):
    """Không in vừa khổ giấy: the words are too long for a paper of fixed size."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Điểm chưa được của mẫu: one reason against a template; ``code`` is stable."""

    code: str
    vi: str
    en: str


class BadTemplate(DocumentError):
    """Mẫu chưa dùng được: a ward's own DOCX was refused; ``problems`` lists why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(p.vi for p in problems), " ".join(p.en for p in problems))
        self.problems = tuple(problems)


class NoOffice(DocumentError):
    """Máy chưa cài LibreOffice: a DOCX cannot be turned into PDF here."""

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ chưa cài LibreOffice nên chưa đổi được DOCX sang PDF.",
            "LibreOffice is not installed on this server, so a DOCX cannot be turned into PDF.",
        )


class OfficeFailed(DocumentError):
    """LibreOffice không đổi được tệp: it ended without a PDF, or took too long; ``detail`` is for the log."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            "LibreOffice không đổi được tệp này sang PDF. Hãy mở tệp bằng Word và xem lại.",
            "LibreOffice could not turn this file into PDF. Open it in Word and look again.",
        )
        self.detail = detail
