"""Bối cảnh của trang: what the base pages need from the request, coping with what is not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

SIZE_COOKIE = "co_chu"
THEME_COOKIE = "nen"
SIZES = ("small", "normal", "large")
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Section:
    """Một chữ trong phương châm: a word of the motto; ``url`` is empty while the ward has no page for it."""

    key: str
    title: str
    line: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """Bối cảnh: ``ui`` in every template."""

    size: str
    theme: str
    lang: str
    path: str
    ward: Any
    is_demo: bool
    assisted: Any
    kiosk_home: str
    home: str
    logout: str
    ready: bool

    @property
    def ward_name(self) -> str:
        """The ward with its kind, "Phường Thới Hòa"; empty outside any ward."""
        return str(getattr(self.ward, "full_name", None) or self.ward or "")

    @property
    def html_class(self) -> str:
        """Classes of the root element for size and colours."""
        return f"size-{self.size} theme-{self.theme}"

    @property
    def sizes(self) -> list[tuple[str, str, str, bool]]:
        """The three sizes: value, sign, spoken name, chosen."""
        names = {
            "small": ("A−", _("Smaller letters")),
            "normal": ("A", _("Normal letters")),
            "large": ("A+", _("Larger letters")),
        }
        return [(key, *names[key], key == self.size) for key in SIZES]

    @property
    def themes(self) -> list[tuple[str, str, bool]]:
        """The three grounds: value, name, chosen."""
        names = {"system": _("As the device"), "light": _("Light"), "dark": _("Dark")}
        return [(key, names[key], key == self.theme) for key in THEMES]

    @property
    def footer(self) -> list[Link]:
        """What every public page leads to from its foot, as far as this site has it."""
        names = (
            ("search", _("Search")),
            ("archive", _("Archive")),
            ("disclosure:ask", _("Ask for information")),
            ("how-to", _("How to use")),
            ("open-data", _("Open data")),
            ("privacy", _("Personal data")),
            ("journal", _("Journal")),
            ("my-work", _("Staff")),
        )
        return [Link(title, url) for name, title in names if (url := _address(name))]

    @property
    def sections(self) -> list[Section]:
        """The motto's six words, in order."""
        words = (
            ("dan-biet", _("People know"), _("Notices, disclosures, money and works of the ward")),
            ("dan-ban", _("People discuss"), _("Votes, meetings, opinions")),
            ("dan-lam", _("People do"), _("Works, contributions, progress")),
            ("dan-kiem-tra", _("People inspect"), _("Feedback, questions and answers")),
            ("dan-giam-sat", _("People supervise"), _("People's Inspectorate, supervision boards")),
            ("dan-thu-huong", _("People benefit"), _("Results, commendations, satisfaction")),
        )
        return [Section(key, title, line, _address(key)) for key, title, line in words]


@dataclass(frozen=True, slots=True)
class Link:
    """Một đường dẫn ở chân trang."""

    title: str
    url: str


def _address(name: str) -> str:
    """The path of a URL name, or nothing while the ward has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def page(request: HttpRequest) -> Page:
    """Đọc bối cảnh từ yêu cầu: unknown cookie values mean the default."""
    size = request.COOKIES.get(SIZE_COOKIE, "")
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return Page(
        size=size if size in SIZES else "normal",
        theme=theme if theme in THEMES else "system",
        lang=get_language() or "vi",
        path=request.get_full_path(),
        ward=getattr(request, "ward", None),
        is_demo=bool(getattr(request, "is_demo", False)),
        assisted=getattr(request, "assisted_session", None),
        kiosk_home=getattr(request, "kiosk_home", ""),
        home=get_script_prefix(),
        logout=_address("account_logout"),
        ready=bool(_address("ui:preferences")),
    )


def ui(request: HttpRequest) -> dict[str, Page]:
    """Bộ xử lý bối cảnh: put it in TEMPLATES' ``context_processors``."""
    return {"ui": page(request)}
