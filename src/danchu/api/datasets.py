"""Bộ dữ liệu và từ điển của nó: every field once; JSON, CSV, schema, OpenAPI and the page are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from danchu.law.people import Label

LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_DAY = {"type": "string", "format": "date"}
_MOMENT = {"type": "string", "format": "date-time"}
_ADDRESS = {"type": "string", "format": "uri"}
_YES_NO = {"type": "boolean"}


def _maybe(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {**schema, "type": [schema["type"], "null"]}


_FILES = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["name", "type", "size", "sha256", "url"],
        "properties": {"name": _TEXT, "type": _TEXT, "size": _COUNT, "sha256": _TEXT, "url": _ADDRESS},
    },
}


@dataclass(frozen=True, slots=True)
class Field:
    """Một trường: its name in every form, its shape, and what it means."""

    name: str
    schema: Mapping[str, Any]
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Một bộ dữ liệu."""

    name: str
    label: Label
    fields: tuple[Field, ...]

    def schema(self) -> dict[str, Any]:
        """JSON Schema of one row."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.label.vi,
            "type": "object",
            "additionalProperties": False,
            "required": [one.name for one in self.fields],
            "properties": {one.name: {**one.schema, "description": one.vi} for one in self.fields},
        }


PUBLICATIONS = Dataset(
    "publications",
    Label("Nội dung đã công khai", "What has been made public"),
    (
        Field("id", _TEXT, "Mã của nội dung, không đổi", "Its name for life"),
        Field("kind", _TEXT, "Loại: ward (công khai theo luật), announcement, vote, list, release", "Kind"),
        Field("item", _maybe(_TEXT), "Khoản của Điều 11 Luật, ví dụ 11.7, nếu có", "Place in the law, 11.7, if any"),
        Field("title", _TEXT, "Tên nội dung", "Title"),
        Field("summary", _TEXT, "Tóm tắt", "Summary"),
        Field("place", _maybe(_TEXT), "Khu phố; để trống là toàn phường", "Khu phố; none means the whole ward"),
        Field("day", _DAY, "Ngày công khai", "Day it was made public"),
        Field("updated", _MOMENT, "Lần sửa gần nhất", "When it last changed"),
        Field("url", _ADDRESS, "Địa chỉ trang, không đổi", "Address of its page, for good"),
        Field("files", _FILES, "Tệp kèm theo", "Attached files"),
    ),
)
VOTES = Dataset(
    "votes",
    Label("Cuộc biểu quyết của khu phố", "Votes of the khu phố"),
    (
        Field("id", _TEXT, "Mã cuộc biểu quyết, không đổi", "Its name for life"),
        Field("title", _TEXT, "Việc biểu quyết", "The matter"),
        Field("question", _TEXT, "Câu hỏi trên phiếu", "The question on the ballot"),
        Field("place", _maybe(_TEXT), "Khu phố; để trống là toàn phường", "Khu phố; none means the whole ward"),
        Field("state", _TEXT, "Giai đoạn", "Phase"),
        Field("opens", _maybe(_MOMENT), "Giờ mở", "When it opens"),
        Field("closes", _maybe(_MOMENT), "Giờ kết thúc", "When it closes"),
        Field("households", _maybe(_COUNT), "Tổng số hộ trong danh sách", "Households on the roll"),
        Field(
            "took_part", _maybe(_COUNT), "Số hộ tham gia, sau khi công bố", "Households that took part, once announced"
        ),
        Field("yes", _maybe(_COUNT), "Số hộ đồng ý, sau khi công bố", "Households that agree, once announced"),
        Field("no", _maybe(_COUNT), "Số hộ không đồng ý, sau khi công bố", "Households that disagree, once announced"),
        Field("other", _maybe(_COUNT), "Số hộ có ý kiến khác, sau khi công bố", "Other opinions, once announced"),
        Field("needed", _maybe(_COUNT), "Số hộ đồng ý cần có", "Households that must agree"),
        Field("passed", _maybe(_YES_NO), "Được thông qua hay không", "Whether it passed"),
        Field("sentence", _maybe(_TEXT), "Kết quả thành lời", "The result in words"),
        Field("announced", _maybe(_MOMENT), "Giờ công bố kết quả", "When the result was announced"),
        Field("url", _ADDRESS, "Địa chỉ trang, không đổi", "Address of its page, for good"),
    ),
)
PLACES = Dataset(
    "places",
    Label("Khu phố", "Khu phố"),
    (
        Field("id", _TEXT, "Mã khu phố", "Its name in addresses"),
        Field("name", _TEXT, "Tên khu phố", "Name"),
        Field("households", _COUNT, "Số hộ", "Households"),
        Field("culture_house", _TEXT, "Nhà văn hóa", "Culture house"),
        Field("url", _ADDRESS, "Địa chỉ trang", "Address of its page"),
    ),
)
DATASETS = {one.name: one for one in (PUBLICATIONS, VOTES, PLACES)}
