"""Công khai thông tin: dân biết (Điều 11–14, 46–48 Luật 10/2022; Luật Tiếp cận thông tin 104/2016).

    nội dung:  đang soạn ──(công khai)──▶ đang công khai ──(gỡ, có lý do)──▶ đã gỡ
                                            └─(đính chính)─▶ bản mới: mọi thời hạn tính lại

    yêu cầu:   đã gửi ──(tiếp nhận)──▶ đang xử lý ──▶ đã cung cấp ──▶ đăng cho mọi người, không nêu tên
                  └─(chờ bổ sung)          ├─ gia hạn một lần
                                           └─▶ từ chối bằng văn bản, nêu lý do

What is late, short or missing is never written down: it is read from the rows and the day.
"""
