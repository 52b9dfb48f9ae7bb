from __future__ import annotations

import threading
from types import SimpleNamespace
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.template import engines
from django.test import RequestFactory
from django.utils import translation


class Ward:
    full_name = "Phường Thới Hòa"
    province = "Thành phố Hồ Chí Minh"
    phone = "0274 000 0312"
    office_hours = "thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ"

    def __str__(self):
        return "phường Thới Hòa"


def demo_ward(get_response):
    """Middleware of these tests: a demonstration ward without a database."""

    def middleware(request):
        request.ward = Ward()
        request.is_demo = True
        return get_response(request)

    return middleware


@pytest.fixture(autouse=True)
def _own_pages(settings):
    settings.ROOT_URLCONF = "ui.urls"
    settings.MIDDLEWARE = [
        "csp.middleware.CSPMiddleware",
        "ui.conftest.demo_ward",
        "django.middleware.locale.LocaleMiddleware",
    ]
    settings.ALLOWED_HOSTS = ["*"]
    with translation.override("vi"):
        yield


@pytest.fixture
def draw():
    """HTML of a template text with ``{% load ui %}`` before it."""

    def drawn(source, **values):
        return engines["django"].from_string("{% load i18n ui %}" + source).render(values)

    return drawn


@pytest.fixture
def show():
    """HTML of a page as a request gets it."""

    def shown(template, cookies=None, ward=None, kiosk_home="", **values):
        request = RequestFactory().get("/xem/?a=1")
        request.user = SimpleNamespace(is_authenticated=False)
        request.COOKIES.update(cookies or {})
        request.ward = ward or Ward()
        request.kiosk_home = kiosk_home
        source = engines["django"].get_template(template)
        return source.render(values, request)

    return shown


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def site(settings):
    """Address of a running copy of the pages."""
    server = make_server(
        "127.0.0.1", 0, StaticFilesHandler(WSGIHandler()), server_class=WSGIServer, handler_class=_Quiet
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
