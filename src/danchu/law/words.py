"""Lời từ chối và cách làm tiếp: what is said for every ``Refusal`` of the law, in both languages.

A module ``danchu.law.words_<area>`` with a dict ``WORDS`` adds its own codes; ``all_words`` finds it by its name.
Placeholders are the refusal's details plus ``article``, written for a reader: days, moments, numbers, names of
matters, forms and scopes.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

import danchu.law
from danchu.law.acts import ACTS, DOER_LABELS, Act
from danchu.law.answers import Refusal
from danchu.law.disclosure import STATE_LABELS as ENTRY_STATE_LABELS
from danchu.law.disclosure import State as EntryState
from danchu.law.information import GROUND_LABELS, REQUEST_STATE_LABELS, Ground, RequestState
from danchu.law.matters import FORM_LABELS, SCOPE_LABELS, Form, Matter, Scope, matter_label
from danchu.law.people import ROLE_LABELS, Label, Role
from danchu.law.speech import day, listed, moment, number, short_day
from danchu.law.states import STATE_LABELS, State

__all__ = ["WORDS", "Words", "all_words", "day", "listed", "moment", "number", "remedy", "sentence", "short_day"]


@dataclass(frozen=True, slots=True)
class Words:
    """Lời cho một mã từ chối: what happened (with its basis), and what to do now; empty remedy: nothing to do."""

    vi: str
    en: str
    remedy_vi: str = ""
    remedy_en: str = ""


_COUNT_AGAIN_VI = "Hãy xem lại số đã ghi."
_COUNT_AGAIN_EN = "Check the numbers entered."

WORDS: dict[str, Words] = {
    "matter.unknown": Words(
        "Không có loại việc {given}; {article} nêu sáu loại.",
        "There is no kind of matter {given}; {article} names six.",
        "Hãy chọn từ D1 đến D6.",
        "Choose D1 to D6.",
    ),
    "scope.unknown": Words(
        "Không có phạm vi {given}; {article} nêu hai phạm vi: phường và khu phố.",
        "There is no scope {given}; {article} names two: the ward and the khu phố.",
        "Hãy chọn khu_pho hoặc ward.",
        "Choose khu_pho or ward.",
    ),
    "scope.khu_pho_only": Words(
        "Việc {matter} do từng khu phố quyết định; luật không quy định biểu quyết trong phạm vi phường.",
        "Each khu phố decides for itself on {matter}; the law provides no decision of the whole ward.",
        "Hãy chọn phạm vi khu phố.",
        "Choose the scope khu phố.",
    ),
    "form.unknown": Words(
        "Không có hình thức {given}; {article} nêu ba hình thức: họp, phát phiếu, biểu quyết trực tuyến.",
        "There is no form {given}; {article} names three: meeting, slips, online vote.",
        "Hãy chọn meeting, slip hoặc online.",
        "Choose meeting, slip or online.",
    ),
    "form.online_only_D6": Words(
        "Việc {matter} không được biểu quyết trực tuyến ({article}).",
        "There can be no online vote on {matter} ({article}).",
        "Hãy mời họp; họp thiếu hộ thì phát phiếu.",
        "Convene a meeting; if too few households come, give out slips.",
    ),
    "form.online_not_foreseen": Words(
        "Luật không quy định biểu quyết trực tuyến việc {matter} trong phạm vi phường ({article}).",
        "The law provides no online vote of the whole ward on {matter} ({article}).",
        "Hãy để từng khu phố biểu quyết.",
        "Let each khu phố vote.",
    ),
    "form.slip_after_meeting": Words(
        "Việc {matter} phải mời họp trước; họp không đủ hộ dự thì mới được phát phiếu ({article}).",
        "A meeting on {matter} must come first; slips may follow only if too few households attend ({article}).",
        "Hãy mời họp.",
        "Convene the meeting.",
    ),
    "meeting.failed_cannot_decide": Words(
        "Cuộc họp không đủ hộ dự thì không quyết định được ({article}).",
        "A meeting that too few households attended decides nothing ({article}).",
        "Hãy phát phiếu lấy ý kiến.",
        "Give out slips.",
    ),
    "count.missing": Words(
        "Còn thiếu tổng số hộ hoặc số hộ đồng ý.",
        "The number of households, or of those who agree, is missing.",
        "Hãy ghi tổng số hộ của khu phố và số hộ đồng ý.",
        "Give the households of the khu phố and how many agree.",
    ),
    "count.present_missing": Words(
        "Kết quả của cuộc họp phải kèm số hộ có đại diện dự.",
        "The result of a meeting needs the number of households present.",
        "Hãy ghi số hộ dự họp.",
        "Give the number of households present.",
    ),
    "count.negative": Words(
        "{what} không thể là số âm ({number}).",
        "{what} cannot be negative ({number}).",
        _COUNT_AGAIN_VI,
        _COUNT_AGAIN_EN,
    ),
    "count.no_households": Words(
        "Danh sách chưa có hộ nào nên không biểu quyết được.",
        "The roll holds no household, so nothing can be decided.",
        "Hãy lập danh sách hộ trước.",
        "Draw up the roll first.",
    ),
    "count.present_over_households": Words(
        "Có {present} hộ dự họp nhưng khu phố chỉ có {households} hộ.",
        "{present} households are said to be present, but there are only {households}.",
        _COUNT_AGAIN_VI,
        _COUNT_AGAIN_EN,
    ),
    "count.over_households": Words(
        "Cộng các phiếu được {total}, nhiều hơn tổng số {households} hộ; mỗi hộ chỉ có một phiếu.",
        "The entries add up to {total}, more than the {households} households; each has one vote.",
        _COUNT_AGAIN_VI,
        _COUNT_AGAIN_EN,
    ),
    "count.over_present": Words(
        "Cộng các phiếu được {total}, nhiều hơn {present} hộ dự họp.",
        "The entries add up to {total}, more than the {present} households present.",
        _COUNT_AGAIN_VI,
        _COUNT_AGAIN_EN,
    ),
    "ward.no_threshold": Words(
        "Không tính được kết quả: luật không quy định mức cần đạt cho việc {matter} trong phạm vi phường.",
        "The law gives no threshold for {matter} in the whole ward, so there is no lawful result.",
        "Hãy để từng khu phố biểu quyết, hoặc hỏi cơ quan có thẩm quyền.",
        "Let each khu phố vote, or ask the competent authority.",
    ),
    "ward.units_missing": Words(
        "Trong phạm vi phường phải đếm số khu phố đồng ý trên tổng số khu phố ({article}).",
        "In the whole ward the khu phố that agree are counted among all khu phố ({article}).",
        "Hãy ghi tổng số khu phố và số khu phố đồng ý.",
        "Give the number of khu phố and of those that agree.",
    ),
    "ward.units_impossible": Words(
        "Không thể có {approved} khu phố đồng ý trong {units} khu phố.",
        "{approved} khu phố cannot agree out of {units}.",
        _COUNT_AGAIN_VI,
        _COUNT_AGAIN_EN,
    ),
    "ward.units_for_khu_pho": Words(
        "Số khu phố chỉ dùng cho việc trong phạm vi phường.",
        "The number of khu phố belongs to a matter of the whole ward.",
        "Hãy bỏ số khu phố, hoặc chọn phạm vi phường.",
        "Leave it out, or choose the ward as scope.",
    ),
    "settings.unknown": Words(
        "Không có thiết lập {setting}.",
        "There is no setting {setting}.",
        "Hãy xem lại tên thiết lập.",
        "Check its name.",
    ),
    "settings.value": Words(
        "Thiết lập {setting} không nhận giá trị {given}.",
        "The setting {setting} does not take the value {given}.",
        "Hãy chọn một trong các giá trị đã nêu.",
        "Choose one of the values offered.",
    ),
    "rule.unknown": Words(
        "Không có quy định mang khóa {given}.",
        "There is no rule with the key {given}.",
        "Chạy danchu law explain để xem các khóa.",
        "Run danchu law explain to see the keys.",
    ),
    "rule.no_deadline": Words(
        "Quy định {given} không đặt thời hạn nào.",
        "The rule {given} sets no deadline.",
        "Chạy danchu law due để xem các khóa có thời hạn.",
        "Run danchu law due to see the keys with a deadline.",
    ),
    "rule.not_in_force": Words(
        "Ngày {given}, quy định này chưa có hiệu lực; có hiệu lực từ {valid_from}.",
        "On {given} this rule was not yet in force; it is from {valid_from}.",
        "Hãy chọn ngày sau đó.",
        "Choose a later day.",
    ),
    "calendar.too_short": Words(
        "Lịch ngày nghỉ chưa có đến {given}.",
        "The calendar of holidays does not reach {given}.",
        "Hãy chọn ngày gần hơn.",
        "Choose a nearer day.",
    ),
}


@cache
def all_words() -> Mapping[str, Words]:
    """Mọi lời của danchu.law: ``WORDS`` here and in every module named ``words_…``; a code is said in one place."""
    merged = dict(WORDS)
    for module in pkgutil.iter_modules(danchu.law.__path__):
        if module.name.startswith("words_"):
            for code, words in import_module(f"danchu.law.{module.name}").WORDS.items():
                if code in merged:
                    raise ValueError(f"said twice: {code}")
                merged[code] = words
    return MappingProxyType(merged)


def sentence(refusal: Refusal, lang: str = "vi") -> str:
    """Câu nói điều đã xảy ra, kèm căn cứ: one sentence for the reader. ``KeyError`` for a code without words."""
    words = all_words()[refusal.code]
    return (words.vi if lang == "vi" else words.en).format_map(_shown(refusal, lang))


def remedy(refusal: Refusal, lang: str = "vi") -> str:
    """Câu nói cách làm tiếp; empty where there is nothing to do."""
    words = all_words()[refusal.code]
    return (words.remedy_vi if lang == "vi" else words.remedy_en).format_map(_shown(refusal, lang))


def _shown(refusal: Refusal, lang: str) -> dict[str, str]:
    shown = {name: _show(name, value, lang) for name, value in refusal.details.items()}
    shown["article"] = refusal.article.vi() if lang == "vi" else refusal.article.en()
    return shown


_COUNTS = {
    "households": Label("Tổng số hộ", "The number of households"),
    "yes": Label("Số hộ đồng ý", "The number of those who agree"),
    "no": Label("Số hộ không đồng ý", "The number of those who disagree"),
    "other": Label("Số hộ có ý kiến khác", "The number of other opinions"),
    "invalid": Label("Số phiếu không hợp lệ", "The number of invalid entries"),
    "present": Label("Số hộ dự họp", "The number of households present"),
}
# Details whose values are names of the law, not text: they are said by their label.
_LABELS: dict[str, Callable[[str], Label]] = {
    "matter": lambda value: matter_label(Matter(value)),
    "scope": lambda value: SCOPE_LABELS[Scope(value)],
    "form": lambda value: FORM_LABELS[Form(value)],
    "what": lambda value: _COUNTS[value],
    "act": lambda value: Label(ACTS[Act(value)].vi, ACTS[Act(value)].en),
    "doers": lambda value: _doers(value.split(",")),
    "state": lambda value: STATE_LABELS[State(value)],
    "role": lambda value: ROLE_LABELS[Role(value)],
    "ground": lambda value: GROUND_LABELS[Ground(value)],
    "request_state": lambda value: REQUEST_STATE_LABELS[RequestState(value)],
    "entry_state": lambda value: ENTRY_STATE_LABELS[EntryState(value)],
}


def _doers(keys: Sequence[str]) -> Label:
    """Those who may do an act, said as a list."""
    labels = [DOER_LABELS[key] for key in keys]
    return Label(listed([label.vi for label in labels]), listed([label.en for label in labels], "en"))


def _show(name: str, value: Any, lang: str) -> str:
    if name in _LABELS:
        label = _LABELS[name](value)
        return label.vi if lang == "vi" else label.en
    if isinstance(value, datetime):
        return moment(value, lang)
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, int):
        return number(value, lang)
    return str(value)
