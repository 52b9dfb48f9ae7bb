"""An invented announcement."""

from __future__ import annotations

from datetime import UTC, datetime

from danchu.channels import Announcement

ROAD = Announcement(
    place="Khu phố 3",
    ward="phường Thới Hòa",
    title="Nâng cấp đường hẻm 14",
    body=(
        "Ủy ban nhân dân phường nâng cấp 350 m đường hẻm 14, từ ngày 15/12/2026 đến ngày 30/1/2027. Kinh phí "
        "1.250.000.000 đồng từ ngân sách phường. Không thu tiền của hộ nào.\n"
        "Bà con để xe phía đường số 5 trong thời gian thi công."
    ),
    url="https://thoihoa.example/cong-khai/nang-cap-hem-14",
    day=datetime(2026, 11, 30, 3, tzinfo=UTC),
    until=datetime(2026, 12, 12, 10, tzinfo=UTC),
    at_place="Nhà văn hóa Khu phố 3",
    contact="anh Khôi",
    phone="0900 000 312",
    source="Quyết định số 123/QĐ-UBND ngày 30/11/2026",
)
