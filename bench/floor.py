"""The floor: a Django application that shows a bare page and inserts one row; nothing else.

Settings, addresses and application in one module; run as a program it makes the table.
"""

from __future__ import annotations

import os

import django
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from danchu.server.settings import database

SECRET_KEY = "floor"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "floor"
DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""))}
MIDDLEWARE: list[str] = []
INSTALLED_APPS: list[str] = []
USE_TZ = True


def page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>Danchu</title><p>Xin chào.</p>")


def insert(request: HttpRequest) -> HttpResponse:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bare (value) VALUES (%s)", [request.POST.get("value", "")])
    return HttpResponse(status=303, headers={"Location": "/"})


urlpatterns = [path("", page), path("insert/", insert)]
application = get_wsgi_application()

if __name__ == "__main__":
    django.setup()
    key = "integer PRIMARY KEY" if connection.vendor == "sqlite" else "bigserial PRIMARY KEY"
    with connection.cursor() as made:
        made.execute(f"CREATE TABLE bare (id {key}, value text NOT NULL)")
