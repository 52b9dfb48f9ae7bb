"""Trang thành phần: made-up figures and people that show every component in each of its states."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Paginator

from danchu.law.basis import Article
from danchu.ui.fields import DayField

CHOICES = (("yes", "Đồng ý"), ("no", "Không đồng ý"), ("other", "Ý kiến khác"))
MEANINGS = {
    "yes": "Hộ tôi muốn làm theo bốn điều trên.",
    "no": "Hộ tôi không muốn làm theo bốn điều trên.",
    "other": "Hộ tôi muốn sửa hoặc hỏi thêm. Phiếu này không tính là đồng ý.",
}


class SampleForm(forms.Form):
    """Biểu mẫu mẫu: one field of each kind."""

    code = forms.CharField(label="Tám chữ số trên thẻ", help_text="Ví dụ: 4827 1936", min_length=9)
    place = forms.ChoiceField(label="Khu phố", choices=[("1", "Khu phố 1"), ("2", "Khu phố 2")])
    day = DayField(label="Ngày họp", help_text="Ví dụ: 28 11 2026")
    words = forms.CharField(label="Nội dung", widget=forms.Textarea, max_length=500)
    paper = forms.FileField(label="Bản chụp biên bản", required=False)
    means = forms.MultipleChoiceField(
        label="Gửi thông báo bằng cách nào",
        choices=[("zalo", "Nhóm Zalo"), ("loa", "Loa truyền thanh")],
        widget=forms.CheckboxSelectMultiple,
    )
    sure = forms.BooleanField(label="Tôi đã đọc lại toàn văn")


class SampleBallot(forms.Form):
    """Phiếu mẫu: the three choices in the order of the official form."""

    choice = forms.ChoiceField(label="Hộ mình chọn một ô", choices=CHOICES, widget=forms.RadioSelect)
    words = forms.CharField(label="Ghi ý kiến của hộ", widget=forms.Textarea, required=False)


def context() -> dict[str, Any]:
    """Dữ liệu của trang thành phần."""
    wrong = SampleForm(
        {"code": "4827 193", "place": "1", "day_0": "31", "day_1": "2", "day_2": "2027", "words": "Xin tắt hai bóng."}
    )
    return {
        "form": wrong,
        "fresh": SampleForm(prefix="fresh"),
        "ballot": SampleBallot(initial={"choice": "other", "words": "Xin tắt hai bóng gần nhà tôi sau 22 giờ."}),
        "meanings": MEANINGS,
        "basis": Article("D59", 5, 4, "b"),
        "tokens": ("than", "than2", "vien", "vach", "do", "cham", "son", "hoe", "nghe", "dong"),
        "day": date(2026, 11, 10),
        "moment": datetime(2026, 11, 15, 10, 0, tzinfo=UTC),
        "heads": [str(month) for month in range(1, 12)],
        "matrix_rows": _matrix(),
        "table_heads": ["Dòng", "Trong tệp", "Vì sao bị loại", "Cách sửa"],
        "table_rows": [
            [47, "Trần Văn Ba, 12/4 hẻm 8", "Ô người đại diện để trống", "Ghi tên một người lớn trong hộ"],
            [113, "Lê Thị Hạnh, 30/2 hẻm 5", "Số điện thoại 091 234 567 thiếu một số", "Sửa số, hoặc để trống"],
        ],
        "zalo": "Khu phố 3 mời biểu quyết: tổng vệ sinh. Đến 17 giờ, thứ Bảy, 12/12.",
        "page": Paginator(range(60), 20).page(2),
    }


def _matrix() -> list[dict[str, Any]]:
    late = {2: {2: 1, 7: 2, 9: 1, 10: 1}, 4: {4: 2, 5: 1, 10: 1}, 5: {6: 1}}
    rows = []
    for number in range(1, 6):
        cells = [("late", late[number][m]) if m in late.get(number, {}) else ("done", 0) for m in range(11)]
        if number in (3, 5):
            cells[10] = ("running", 0)
        if number == 1:
            cells[10] = ("empty", 0)
        total = sum(late.get(number, {}).values())
        rows.append({"label": f"Khu phố {number}", "href": f"#khu-pho-{number}", "cells": cells, "total": total})
    return rows
