"""Addresses of the ward's paper templates."""

from django.urls import path

from danchu.documents import views

urlpatterns = [
    path("", views.template_list, name="paper-templates"),
    path("<slug:kind>/", views.template, name="paper-template"),
    path("<slug:kind>/bo-cuc/", views.layout, name="paper-layout"),
    path("<slug:kind>/tai-ve/", views.download, name="paper-template-download"),
    path("<slug:kind>/<int:template_id>/dung/", views.activate, name="paper-template-activate"),
]
