"""Ô tìm: words and filters; whatever stands in the address that no list offers is left out, never an error."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from danchu.desks import publications
from danchu.foundation.places.models import KhuPho
from danchu.foundation.search.queries import WHOLE_WARD, Filters

WARD = "phuong"


class SearchForm(forms.Form):
    """Tìm gì, ở đâu, loại nào, năm nào."""

    q = forms.CharField(label=_("Words"), max_length=200, required=False)
    loai = forms.ChoiceField(label=_("Kind"), required=False)
    muc = forms.ChoiceField(label=_("Item of the law"), required=False)
    noi = forms.ChoiceField(label=_("Place"), required=False)
    nam = forms.ChoiceField(label=_("Year"), required=False)

    def __init__(self, data: Any, *, places: list[KhuPho], years: list[int]) -> None:
        super().__init__(data)
        self._places = {place.slug: place.pk for place in places}
        everything = ("", _("All"))
        self.fields["loai"].choices = [everything, *publications.KINDS.items()]
        self.fields["muc"].choices = [everything, *publications.item_choices()]
        self.fields["noi"].choices = [
            everything,
            (WARD, _("The whole ward")),
            *((place.slug, place.name) for place in places),
        ]
        self.fields["nam"].choices = [everything, *((str(year), str(year)) for year in years)]

    def asked(self) -> tuple[str, Filters, dict[str, str]]:
        """Words, filters, and what the links to other pages carry along."""
        self.is_valid()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        year = int(found["nam"]) if "nam" in found else None
        place = found.get("noi", "")
        filters = Filters(
            kind=found.get("loai", ""),
            item=found.get("muc", ""),
            khu_pho_id=WHOLE_WARD if place == WARD else self._places.get(place),
            since=date(year, 1, 1) if year else None,
            until=date(year, 12, 31) if year else None,
        )
        return found.get("q", ""), filters, found
