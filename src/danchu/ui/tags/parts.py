"""Thành phần chung: signs, buttons, rows, "Vì sao?", chips, notices, steps, slips, lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page
from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from danchu.foundation import text
from danchu.law.answers import Deadline
from danchu.ui import signs
from danchu.ui.render import part
from danchu.ui.tags.words import lang

register = Library()


@register.simple_tag
def sign(name: str, size: int = 24, label: str = "") -> SafeString:
    """Dấu hiệu: one of ``signs.NAMES``; ``label`` only where no word stands beside it."""
    return signs.svg(name, size, label)


@register.simple_tag
def button(
    label: str,
    kind: str = "primary",
    sign: str = "",
    busy: str = "",
    name: str = "",
    value: str = "",
    wide: bool = False,
) -> SafeString:
    """Nút gửi: kinds primary, secondary, send (64 px, *Gửi phiếu*); ``busy`` is the label while it is being sent."""
    return part("button", label=label, kind=kind, sign=sign, busy=busy, name=name, value=value, wide=wide)


@register.simple_tag
def button_link(label: str, href: str, kind: str = "primary", sign: str = "", wide: bool = False) -> SafeString:
    """Nút dẫn đi: a link that looks like a button."""
    return part("button_link", label=label, href=href, kind=kind, sign=sign, wide=wide)


@register.simple_tag
def back(href: str, label: str) -> SafeString:
    """Trở lại: above the h1, names where it leads."""
    return part("back", href=href, label=label)


@register.simple_block_tag
def summary_list(content: str, wide: bool = False) -> SafeString:
    """Bảng tóm tắt: holds ``{% row %}``; ``wide`` puts labels beside values on desktop."""
    return format_html('<dl class="dc-rows{}">{}</dl>', " dc-rows--wide" if wide else "", content)


@register.simple_block_tag
def row(content: str, label: str) -> SafeString:
    """Một dòng của bảng tóm tắt."""
    return format_html('<div class="dc-row"><dt>{}</dt><dd>{}</dd></div>', label, content)


@register.simple_block_tag
def why(
    content: str,
    label: str = "",
    basis: Any = None,
    deadline: Deadline | None = None,
    href: str = "",
    opened: bool = False,
) -> SafeString:
    """Vì sao?: reason, days counted, days skipped, article last. Stands in div, li or dd, never inside p.

    ``label`` other than "Vì sao?" gets its own line; ``deadline`` prints its count; ``href`` leads to the wording.
    """
    return part(
        "why",
        content=content.strip() and content,
        label=label or _("Why?"),
        alone=bool(label),
        basis=basis,
        count=deadline.why.get(lang(), "") if deadline else "",
        skipped=[text.long_date(day, lang()) for day in deadline.skipped] if deadline else [],
        href=href,
        opened=opened,
    )


def chip_words(state: str, days: int = 0, working: bool = False) -> str:
    """Chữ trên nhãn giờ: "còn 4 ngày", "hôm nay", "trễ 3 ngày làm việc", "đúng hạn"."""
    if state == "left":
        words = ngettext("%(days)s day left", "%(days)s days left", days)
    elif state == "today":
        words = _("today")
    elif state == "late" and working:
        words = ngettext("%(days)s working day late", "%(days)s working days late", days)
    elif state == "late":
        words = ngettext("%(days)s day late", "%(days)s days late", days)
    elif state == "done":
        words = _("on time")
    else:
        raise ValueError(f"no such chip: {state}")
    return words % {"days": days}


@register.simple_tag
def clock_chip(
    state: str, days: int = 0, working: bool = False, label: str = "", until: datetime | None = None
) -> SafeString:
    """Nhãn giờ: states left, today, late, done; always beside the full date. ``until`` keeps an open page right."""
    live = until is not None and state in {"left", "today"}
    return part(
        "clock_chip",
        state=state,
        words=label or chip_words(state, days, working),
        sign={"late": "warning", "done": "tick"}.get(state, "clock"),
        until=until.isoformat() if live and until else "",
        left=_("%(days)s days left") % {"days": "{n}"},
        today=_("today"),
    )


@register.simple_block_tag
def notice(content: str, title: str, kind: str = "know", sign: str = "") -> SafeString:
    """Thông báo: kinds know, soon, act, done; never two in a row."""
    usual = {"act": "warning", "done": "tick"}
    return part("notice", content=content, title=title, kind=kind, sign=sign or usual.get(kind, ""))


@register.simple_tag
def listen(src: str = "", length: int = 0, label: str = "", target: str = "") -> SafeString:
    """Nghe đọc: the browser's own player of the recording at ``src`` (``length`` in seconds), without any script.

    Where there is no recording, a button by which the device's voice reads element ``target``; else nothing.
    """
    return part("listen", src=src, length=length, label=label or _("Listen"), target=target, lang=lang())


@register.simple_tag
def receipt_slip(code: str, qr: str = "", note: str = "") -> SafeString:
    """Biên nhận: the code in words and digits, its QR as SVG from ``documents``; never the choice."""
    return part("receipt_slip", code=code, qr=qr, note=note)


@register.simple_tag
def steps(now: int, total: int) -> str:
    """Bước mấy: "Bước 4 trong 10"."""
    return text.nbsp(_("Step %(now)s of %(total)s") % {"now": now, "total": total})


@register.simple_block_tag
def timeline(content: str) -> SafeString:
    """Các bước: holds ``{% step %}``."""
    return format_html('<ol class="dc-timeline">{}</ol>', content)


@register.simple_block_tag
def step(content: str, number: int, title: str, state: str = "later", text: str = "") -> SafeString:
    """Một bước: states done, now, later. Only the step of now shows its content (checks, button, "Vì sao?")."""
    spoken = {"done": _("done"), "now": _("now"), "later": _("later")}[state]
    body = content if state == "now" and content.strip() else ""
    return part("step", number=number, title=title, state=state, text=text, body=body, spoken=spoken)


@register.simple_block_tag
def checks(content: str) -> SafeString:
    """Các điều kiện của một bước: holds ``{% check %}``."""
    return format_html('<ul class="dc-checks">{}</ul>', content)


@register.simple_tag
def check(ok: bool, text: str, fix: str = "") -> SafeString:
    """Một điều kiện: met, or not met with the sentence that says what would satisfy it."""
    return part("check", ok=ok, text=text, fix=fix)


@register.simple_tag
def result_mark(passed: bool) -> SafeString:
    """Kết quả: "Được thông qua" or "Không được thông qua", each with its own shape."""
    return part("result_mark", passed=passed)


@register.simple_block_tag
def item(content: str, title: str, href: str = "", meta: str = "", kind: str = "") -> SafeString:
    """Một việc trong ``<ul class="dc-list">``: title, quiet line, then anything; ``kind="due"`` puts a chip aside."""
    return part("item", content=content, title=title, href=href, meta=meta, kind=kind)


@register.simple_tag
def dated_item(day: Any, title: str, href: str = "", meta: str = "") -> SafeString:
    """Một thông báo có ngày: the day large, the month under it."""
    local = text.day_of(day)
    month = _("month %(month)s") % {"month": local.month}
    if lang() == "en":
        month = text.short_date(local, "en").split(text.NBSP)[1][:3]
    return part("dated_item", day=f"{local.day:02d}", month=month, iso=local, title=title, href=href, meta=meta)


@register.simple_tag
def person(name: str, role: str, phone: str = "") -> SafeString:
    """Người phụ trách: role, name, telephone that can be pressed."""
    return part("person", name=name, role=role, phone=phone, tel="".join(c for c in phone if c.isdigit() or c == "+"))


@register.simple_tag
def three_buttons(convene: str, ask: str, report: str) -> SafeString:
    """Ba việc của Trưởng khu phố: *Mời họp · Lấy ý kiến · Báo cáo*; addresses, an empty one is left out."""
    return part("three_buttons", convene=convene, ask=ask, report=report)


@register.simple_tag
def copy_box(content: str, label: str = "", rows: int = 6, name: str = "copy") -> SafeString:
    """Chép gửi Zalo: the text, selectable without JavaScript, and one button; ``name`` unique on the page."""
    return part("copy_box", content=content, label=label or _("Copy for Zalo"), rows=rows, name=name)


@register.simple_tag
def share_button(title: str, text: str = "", url: str = "") -> SafeString:
    """Chia sẻ: the phone's own sheet; hidden where there is none."""
    return part("share_button", title=title, text=text, url=url)


@register.simple_tag
def pagination(page: Page[Any], query: Mapping[str, str] | None = None) -> SafeString:
    """Sang trang: previous and next with the place named; nothing for a single page."""
    more = f"&{urlencode(query)}" if query else ""
    return part("pagination", page=page, more=more) if page.paginator.num_pages > 1 else SafeString()


@register.simple_tag
def photo(href: str, label: str) -> SafeString:
    """Ảnh minh chứng: a small frame in ``<ul class="dc-photos">``."""
    return part("photo", href=href, label=label)
