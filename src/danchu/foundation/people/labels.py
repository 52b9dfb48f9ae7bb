"""Tên gọi trên màn hình: the words for values of the household tables, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from danchu.foundation.accounts.models import HouseholdAccess
from danchu.foundation.people.models import HouseholdChange
from danchu.law.people import Residence

RESIDENCES = {
    Residence.PERMANENT.value: _("permanent residence"),
    Residence.TEMPORARY.value: _("temporary residence"),
}
CHANGES = {
    HouseholdChange.Kind.CREATED.value: _("Household added"),
    HouseholdChange.Kind.CORRECTED.value: _("Details corrected"),
    HouseholdChange.Kind.MOVED.value: _("Moved to another khu phố"),
    HouseholdChange.Kind.SPLIT.value: _("Household split"),
    HouseholdChange.Kind.MERGED.value: _("Households merged"),
    HouseholdChange.Kind.ENDED.value: _("Household gone"),
    HouseholdChange.Kind.REPRESENTATIVE.value: _("Representative changed"),
}
ACCESSES = {
    HouseholdAccess.How.QR.value: _("code on the card scanned"),
    HouseholdAccess.How.TYPED.value: _("digits typed"),
    HouseholdAccess.How.KIOSK.value: _("device in the culture house"),
    HouseholdAccess.How.ASSISTED.value: _("with a helper"),
}
