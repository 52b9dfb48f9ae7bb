import re
import struct
import zlib

import pytest
import zxingcpp

from danchu.documents.qr import draw_png, draw_svg, qr_png, qr_svg

LINK = "https://thoihoa.example/the/0001K7M2QX9TBWC4RVN8HJ3PYDEA"


def _grey(png):
    """The rows of segno's one-bit picture, one byte a pixel."""
    width, height = struct.unpack(">II", png[16:24])
    data, at = b"", 8
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + size] if name == b"IDAT" else b""
        at += size + 12
    raw, stride = zlib.decompress(data), (width + 7) // 8 + 1
    rows, above = b"", bytes(stride - 1)
    for y in range(height):
        line = raw[y * stride + 1 : (y + 1) * stride]
        assert raw[y * stride] in {0, 2}  # as it stands, or as differences from the row above
        above = line if raw[y * stride] == 0 else bytes((a + b) % 256 for a, b in zip(line, above, strict=True))
        bits = "".join(f"{b:08b}" for b in above)[:width]
        rows += bytes(255 if bit == "1" else 0 for bit in bits)
    return memoryview(rows).cast("B", (height, width))


@pytest.mark.parametrize("text", [LINK, "Khu phố 3 – tổng vệ sinh", "1"])
@pytest.mark.parametrize("error", ["l", "m", "h"])
def test_png_is_read_back(text, error):
    found = zxingcpp.read_barcodes(_grey(qr_png(text, error=error, scale=4)))
    assert [code.text for code in found] == [text]


def test_svg_is_read_back():
    svg = qr_svg(LINK)
    side = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])
    rows = [bytearray(b"\xff" * side) for _ in range(side)]
    for x, y, run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg):
        rows[int(y)][int(x) : int(x) + int(run)] = bytes(int(run))
    assert all(set(row[:4]) == {255} == set(row[-4:]) for row in rows)
    assert set(rows[0]) | set(rows[3]) | set(rows[-4]) == {255}
    scale = 4
    big = b"".join(bytes(b for b in row for _ in range(scale)) * scale for row in rows)
    found = zxingcpp.read_barcodes(memoryview(big).cast("B", (side * scale, side * scale)))
    assert [code.text for code in found] == [LINK]


def test_share_is_the_code_without_its_quiet_zone():
    assert draw_svg("1").share == draw_png("1").share == 21 / 29
