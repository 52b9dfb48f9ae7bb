import hashlib
import io
import zipfile
from datetime import date

import pytest

from danchu.documents.dossier import DossierFile, dossier

FILES = (
    DossierFile("bao-cao.pdf", "Báo cáo <trước khi lấy ý kiến>", b"mot"),
    DossierFile("bien-ban.pdf", "Biên bản", b"hai"),
    DossierFile("bien-ban.docx", "Biên bản (Word)", b"hai"),
)
DAY = date(2026, 12, 14)


def _read(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_files_stand_in_order_after_the_index():
    assert list(_read(dossier("Hồ sơ", FILES, day=DAY))) == [
        "muc-luc.html",
        "SHA256SUMS",
        "01-bao-cao.pdf",
        "02-bien-ban.pdf",
        "03-bien-ban.docx",
    ]


def test_sums_check_every_file():
    parts = _read(dossier("Hồ sơ", FILES, day=DAY))
    for line in parts["SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(parts[name]).hexdigest() == digest
    assert parts["SHA256SUMS"].count(b"\n") == 3


def test_index_is_read_by_people_and_holds_no_foreign_markup():
    page = _read(dossier("Hồ sơ <1>", FILES, day=DAY))["muc-luc.html"].decode()
    assert "<h1>Hồ sơ &lt;1&gt;</h1>" in page
    assert '<a href="01-bao-cao.pdf">Báo cáo &lt;trước khi lấy ý kiến&gt;</a>' in page
    assert "Lập ngày 14 tháng 12 năm 2026. Hồ sơ có 3 tệp." in page
    assert hashlib.sha256(b"mot").hexdigest() in page


def test_same_files_give_the_same_bytes():
    assert dossier("H", FILES, day=DAY) == dossier("H", list(FILES), day=DAY)
    assert dossier("H", FILES, day=DAY) != dossier("H", FILES[::-1], day=DAY)


@pytest.mark.parametrize("name", ["../a.pdf", "a/b.pdf", "Biên bản.pdf", "a", ".pdf", "a.pdf\n"])
def test_name_that_is_not_plain_is_an_accident(name):
    with pytest.raises(ValueError, match="plain"):
        dossier("H", [DossierFile(name, "A", b"")], day=DAY)
