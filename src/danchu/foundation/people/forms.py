"""Điền thông tin hộ: what the head or an officer types, checked for shape; the services ask the law."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from danchu.foundation.access.forms import day_field
from danchu.foundation.people.labels import RESIDENCES
from danchu.foundation.people.models import Household, Member, Representation
from danchu.foundation.people.services import MemberFacts
from danchu.foundation.places.models import KhuPho
from danchu.law.people import Residence

SPARE_ROWS = 2
NEW_ROWS = 4
_PHONE = RegexValidator(r"^\+?[0-9 .\-]{8,20}$", _("Write the telephone in digits, for example 0912 345 678"))


class ReasonForm(forms.Form):
    """Lý do của thay đổi."""

    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("One sentence; kept in the history."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "reason"])


def _day(label: Any) -> forms.DateField:
    field = day_field(label, _("Leave empty for today. For example 20/11/2026"))
    field.required = False
    return field


class EndForm(ReasonForm):
    """Ghi hộ đã chuyển đi."""

    day = _day(_("First day it no longer lives here"))


def _address() -> forms.CharField:
    return forms.CharField(label=_("Address"), max_length=200, help_text=_("Number, lane, street"))


def _residence() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How the household lives here"),
        choices=list(RESIDENCES.items()),
        widget=forms.RadioSelect,
        initial=Residence.PERMANENT.value,
    )


def _number() -> forms.CharField:
    return forms.CharField(
        label=_("Household number"), max_length=20, required=False, help_text=_("Leave empty for the next number")
    )


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Một dòng thành viên trên biểu mẫu."""

    place: int
    member: Member | None
    name: BoundField
    phone: BoundField
    capable: BoundField
    gone: BoundField | None


class HouseholdForm(forms.Form):
    """Thông tin một hộ: address, residence and its members, with spare rows for new ones."""

    address = _address()
    residence = _residence()

    def __init__(
        self,
        *args: Any,
        members: Sequence[Member] = (),
        representation: Representation | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = list(members)
        self.size = len(self.members) + (SPARE_ROWS if self.members else NEW_ROWS)
        for place in range(self.size):
            self._add_row(place, self.members[place] if place < len(self.members) else None)
        held = [
            place for place, one in enumerate(self.members) if representation and one.pk == representation.member_id
        ]
        self.fields["representative"] = forms.ChoiceField(
            label=_("Representative of the household"),
            help_text=_("A member with full civil capacity."),
            choices=[("", _("nobody in the household is capable")), *self._people()],
            required=False,
            initial=held[0] if held else ("" if self.members else 0),
        )
        if self.members:
            self.fields["reason"] = ReasonForm.base_fields["reason"]
        else:
            self.fields["number"] = _number()

    def _add_row(self, place: int, member: Member | None) -> None:
        self.fields[f"name_{place}"] = forms.CharField(
            label=_("Full name"),
            max_length=120,
            required=member is not None,
            initial=member.full_name if member else "",
        )
        self.fields[f"phone_{place}"] = forms.CharField(
            label=_("Telephone"),
            max_length=20,
            required=False,
            validators=[_PHONE],
            initial=member.phone if member else "",
            widget=forms.TextInput({"inputmode": "tel", "autocomplete": "off"}),
        )
        self.fields[f"capable_{place}"] = forms.BooleanField(
            label=_("Has full civil capacity"), required=False, initial=member.capable if member else True
        )
        if member is not None:
            self.fields[f"gone_{place}"] = forms.BooleanField(label=_("No longer in the household"), required=False)

    def _people(self) -> Iterable[tuple[int, Any]]:
        for place in range(self.size):
            known = self.members[place].full_name if place < len(self.members) else None
            yield place, known or _("the person written on row %(row)s") % {"row": place + 1}

    @property
    def rows(self) -> list[MemberRow]:
        """The rows of members, for the template."""
        return [
            MemberRow(
                place=place + 1,
                member=self.members[place] if place < len(self.members) else None,
                name=self[f"name_{place}"],
                phone=self[f"phone_{place}"],
                capable=self[f"capable_{place}"],
                gone=self[f"gone_{place}"] if f"gone_{place}" in self.fields else None,
            )
            for place in range(self.size)
        ]

    def clean(self) -> dict[str, Any]:
        """Rows into ``members``, and ``representative`` into a place among them."""
        cleaned: dict[str, Any] = super().clean() or {}
        members: list[MemberFacts] = []
        places: dict[str, int] = {}
        for place in range(self.size):
            name = cleaned.get(f"name_{place}", "")
            if name and not cleaned.get(f"gone_{place}"):
                known = self.members[place].pk if place < len(self.members) else None
                places[str(place)] = len(members)
                capable = cleaned[f"capable_{place}"]
                members.append(MemberFacts(name, cleaned.get(f"phone_{place}", ""), capable, known))
        chosen = cleaned.get("representative", "")
        if chosen and chosen not in places:
            self.add_error("representative", _("This row has no name, or the person is no longer in the household."))
        cleaned["members"] = members
        capable = any(one.capable for one in members)
        cleaned["representative"] = places.get(chosen) if capable else None
        return cleaned


class MoveForm(ReasonForm):
    """Chuyển hộ sang khu phố khác."""

    khu_pho = forms.ModelChoiceField(label=_("To khu phố"), queryset=None, empty_label=None)
    address = _address()
    day = _day(_("Day it moved"))

    def __init__(self, *args: Any, household: Household, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present = KhuPho.objects.filter(ward_id=household.ward_id, valid_to=None)
        self.fields["khu_pho"].queryset = present.exclude(pk=household.khu_pho_id)


class SplitForm(ReasonForm):
    """Tách hộ: who goes, who represents each of the two."""

    leaving = forms.MultipleChoiceField(label=_("Who makes the new household"), widget=forms.CheckboxSelectMultiple)
    representative = forms.ChoiceField(label=_("Representative of the new household"))
    staying_representative = forms.ChoiceField(label=_("Representative of those who stay"), required=False)
    address = _address()
    residence = _residence()
    number = _number()

    def __init__(self, *args: Any, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(one.pk, one.full_name) for one in members]
        self.fields["leaving"].choices = people
        self.fields["representative"].choices = people
        self.fields["staying_representative"].choices = [("", _("as now")), *people]

    def clean(self) -> dict[str, Any]:
        """Ids as numbers."""
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["leaving"] = {int(one) for one in cleaned.get("leaving", ())}
        for name in ("representative", "staying_representative"):
            cleaned[name] = int(cleaned[name]) if cleaned.get(name) else None
        return cleaned


class MergeForm(ReasonForm):
    """Nhập một hộ khác vào hộ này."""

    number = forms.CharField(
        label=_("Number of the household that joins"), max_length=20, help_text=_("Its number is not used again.")
    )
    representative = forms.ChoiceField(label=_("Representative after that"), required=False)

    def __init__(self, *args: Any, household: Household, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.household = household
        other = self._other(self.data.get("number", "") or self.initial.get("number", ""))
        people = Member.objects.filter(household__in=[household, other] if other else [household], valid_to=None)
        named = [(one.pk, one.full_name) for one in people.order_by("household_id", "pk")]
        self.fields["representative"].choices = [("", _("as now")), *named]

    def _other(self, number: str) -> Household | None:
        return Household.objects.filter(
            ward_id=self.household.ward_id, number__iexact=number.strip(), valid_to=None
        ).first()

    def clean(self) -> dict[str, Any]:
        """The other household itself."""
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["gone"] = self._other(cleaned.get("number", ""))
        if cleaned.get("number") and cleaned["gone"] is None:
            self.add_error("number", _("There is no such household in the ward."))
        cleaned["representative"] = int(cleaned["representative"]) if cleaned.get("representative") else None
        return cleaned


class RepresentativeForm(forms.Form):
    """Đổi người đại diện: one of the capable members; a household itself need not say why."""

    member = forms.ModelChoiceField(
        label=_("New representative"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, household: Household, own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        present = household.representations.filter(valid_to=None).values("member_id")
        self.fields["member"].queryset = household.members.filter(valid_to=None, capable=True).exclude(pk__in=present)
        if own:
            self.fields["reason"].required = False
            self.fields["reason"].label = _("Reason (not compulsory)")


class OutsiderForm(ReasonForm):
    """Ghi người ngoài hộ được cử hoặc ủy quyền."""

    name = forms.CharField(label=_("Full name of the person authorised"), max_length=120)
    address = _address()
    paper = forms.FileField(
        label=_("Paper of the household"),
        help_text=_("A photo (JPG, PNG) or PDF of at most 10 MB, signed by its members"),
    )
