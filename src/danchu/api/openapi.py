"""Mô tả giao diện cho chương trình: OpenAPI 3.1, made from the same dictionary as the answers."""

from __future__ import annotations

from typing import Any

from danchu import __version__
from danchu.api import asked
from danchu.api.datasets import DATASETS, LICENCE, Dataset

_TEXT = {"type": "string"}
_PAGED = {"publications", "votes"}


def _parameter(name: str, schema: dict[str, Any], words: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": words}


_PLACE = _parameter("place", _TEXT, "Mã khu phố; ward là nội dung chung của phường")
_PAGING = [
    _parameter("after", _TEXT, "Dấu trang: lấy từ trường next của trang trước"),
    _parameter(
        "limit", {"type": "integer", "minimum": 1, "maximum": asked.MOST, "default": asked.DEFAULT}, "Số dòng một trang"
    ),
]
_PARAMETERS = {
    "publications": [
        _parameter("q", {**_TEXT, "maxLength": 200}, "Từ cần tìm, có dấu hoặc không dấu"),
        _parameter("kind", _TEXT, "Loại"),
        _parameter("item", _TEXT, "Khoản của Điều 11 Luật, ví dụ 11.7"),
        _PLACE,
        _parameter("since", {**_TEXT, "format": "date"}, "Từ ngày"),
        _parameter("until", {**_TEXT, "format": "date"}, "Đến hết ngày"),
        *_PAGING,
    ],
    "votes": [_PLACE, *_PAGING],
    "places": [],
}


def description(server: str, ward: str) -> dict[str, Any]:
    """The whole document."""
    paths: dict[str, Any] = {}
    for one in DATASETS.values():
        paths[f"/{one.name}"] = {"get": _list(one)}
        paths[f"/{one.name}.csv"] = {"get": _table(one)}
        if one.name in _PAGED:
            paths[f"/{one.name}/{{id}}"] = {"get": _single(one)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Dữ liệu mở, {ward}",
            "version": __version__,
            "description": "Chỉ đọc, không cần khóa. Giờ theo UTC; ngày theo lịch Việt Nam.",
            "license": {"name": LICENCE, "identifier": LICENCE},
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {
            "schemas": {
                **{
                    one.name: {key: value for key, value in one.schema().items() if key != "$schema"}
                    for one in DATASETS.values()
                },
                "problem": _PROBLEM,
            }
        },
    }


_PROBLEM = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {"title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT, "parameter": _TEXT},
}


def _answers(schema: dict[str, Any], *, also: dict[str, str]) -> dict[str, Any]:
    return {
        "200": {"description": "Có dữ liệu", "content": {"application/json": {"schema": schema}}},
        "304": {"description": "Không đổi so với ETag đã gửi"},
        **{
            status: {
                "description": words,
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/problem"}}},
            }
            for status, words in also.items()
        },
    }


def _list(one: Dataset) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{one.name}"}}
    page = {
        "type": "object",
        "required": ["items", "next"],
        "additionalProperties": False,
        "properties": {"items": rows, "next": {"type": ["string", "null"], "format": "uri"}},
    }
    return {
        "operationId": f"list_{one.name}",
        "summary": one.label.vi,
        "parameters": _PARAMETERS[one.name],
        "responses": _answers(page, also={"400": "Tham số chưa đúng"}),
    }


def _single(one: Dataset) -> dict[str, Any]:
    known = {"name": "id", "in": "path", "required": True, "schema": _TEXT, "description": "Mã"}
    return {
        "operationId": f"read_{one.name}",
        "summary": one.label.vi,
        "parameters": [known],
        "responses": _answers({"$ref": f"#/components/schemas/{one.name}"}, also={"404": "Không có mã này"}),
    }


def _table(one: Dataset) -> dict[str, Any]:
    return {
        "operationId": f"table_{one.name}",
        "summary": f"{one.label.vi}, cả bộ",
        "responses": {"200": {"description": "Bảng CSV, UTF-8", "content": {"text/csv": {"schema": _TEXT}}}},
    }
