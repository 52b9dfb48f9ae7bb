"""Bàn và quyết định: a khu phố decides a matter (Điều 15–24 Luật 10/2022, Điều 5 Nghị định 59/2023).

    chuẩn bị ──(thông báo)──▶ đã lên lịch ··giờ mở··▶ đang mở ··giờ đóng··▶ đã khóa ─▶ niêm phong ─▶ công bố ─▶ đã gửi
        │  └─ hỏi hình thức không đủ ─▶ không chọn trực tuyến
        ├─▶ rút (trước giờ mở)
        └─▶ dừng và hủy (khi đang hỏi)

Dotted arrows are the clock's: nothing has to run for a vote to be open or closed.
"""
