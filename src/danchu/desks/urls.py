"""Addresses of the desks."""

from django.urls import path

from danchu.desks import views_household as household

urlpatterns = [
    path("ho-cua-toi/", household.household_home, name="household-home"),
    path("ho-cua-toi/dai-dien/", household.own_representative, name="own-representative"),
]
