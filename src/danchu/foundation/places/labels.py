"""Tên các thiết lập và giá trị của chúng, in the reader's language; the why is the law module's."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from danchu.law.settings import SETTINGS, Setting

TITLES = {
    "head.term": gettext_lazy("Term of the khu phố head"),
    "decide.mixed_forms": gettext_lazy("Adding up votes given in different forms"),
    "roll.display_days": gettext_lazy("Days the roll is shown before it is frozen"),
    "roll.who_counts": gettext_lazy("Households that count"),
    "reopen.replace_online_entry": gettext_lazy("Changing an online choice before the close"),
    "ballot.duration": gettext_lazy("Length of a round of slips"),
    "online.duration": gettext_lazy("Length of an online vote"),
    "head.min_age": gettext_lazy("Lowest age of a khu phố head"),
    "inspect.reception_10wd": gettext_lazy("Time to receive a citizen who asks"),
    "files.largest_mb": gettext_lazy("Largest file that may be published"),
    "pd.breach": gettext_lazy("Time to report a breach of personal data"),
    "disclose.radio_by": gettext_lazy("Who runs the loudspeakers"),
}
_VALUES = {
    ("decide.mixed_forms", True): gettext_lazy("may be added up"),
    ("decide.mixed_forms", False): gettext_lazy("are not added up"),
    ("roll.who_counts", "all_resident"): gettext_lazy("all that live here, permanent and temporary"),
    ("roll.who_counts", "permanent_only"): gettext_lazy("those with permanent residence only"),
    ("reopen.replace_online_entry", True): gettext_lazy("allowed; the last one counts"),
    ("reopen.replace_online_entry", False): gettext_lazy("not allowed"),
    ("disclose.radio_by", "khu_pho"): gettext_lazy("each khu phố"),
    ("disclose.radio_by", "ward"): gettext_lazy("the ward"),
    ("disclose.radio_by", "none"): gettext_lazy("there are none"),
    ("head.term", 2.5): gettext_lazy("two years and a half"),
    ("head.term", 5): gettext_lazy("five years"),
}


def shown(key: str, value: Any) -> str:
    """Một giá trị thành lời."""
    if value is None:
        return _("not chosen yet")
    if (key, value) in _VALUES:
        return str(_VALUES[key, value])
    if key == "head.min_age":
        return ngettext("%(count)s year", "%(count)s years", value) % {"count": value}
    if key == "files.largest_mb":
        return f"{value} MB"
    if key == "pd.breach":
        return ngettext("%(count)s hour", "%(count)s hours", value) % {"count": value}
    if key == "inspect.reception_10wd":
        return ngettext("%(count)s working day", "%(count)s working days", value) % {"count": value}
    return ngettext("%(count)s day", "%(count)s days", value) % {"count": value}


def why(setting: Setting) -> str:
    """Vì sao luật không định sẵn."""
    return setting.why_en if (get_language() or "vi").startswith("en") else setting.why_vi


def choosable() -> list[Setting]:
    """Thiết lập mà phường chọn được: those with more than one possible value."""
    return [one for key, one in SETTINGS.items() if key in TITLES and (one.low is not None or len(one.values) > 1)]
