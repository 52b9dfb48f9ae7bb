"""Addresses of cards, one-time links and the ward's accounts."""

from django.urls import path

from danchu.foundation.accounts import views, views_staff

urlpatterns = [
    path("the/", views.card_login, name="card-login"),
    path("the/ra/", views.card_logout, name="card-logout"),
    path("the/<str:token>/", views.card_link, name="card-link"),
    path("tai-khoan/", views_staff.staff_list, name="staff-list"),
    path("tai-khoan/them/", views_staff.staff_create, name="staff-create"),
    path("tai-khoan/<int:staff_id>/cap-lai/", views_staff.staff_reset, name="staff-reset"),
    path("tai-khoan/<int:staff_id>/khoa/", views_staff.staff_disable, name="staff-disable"),
    path("tai-khoan/<int:staff_id>/mo-lai/", views_staff.staff_reopen, name="staff-reopen"),
    path("lien-ket/<str:token>/", views.one_time_link, name="one-time-link"),
]
