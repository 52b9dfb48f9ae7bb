"""Every file somebody could upload: taken for what it is, or refused with one sentence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import of_the_future
from danchu.foundation.files.checks import check, office
from danchu.foundation.files.kinds import KINDS
from danchu.law import words
from danchu.law.answers import Refused
from danchu.law.words_files import WORDS
from foundation.files import samples

OFFICE = samples.word()
TYPES = "[Content_Types].xml"


REASONS = {code.removeprefix("files.") for code in WORDS}


def answer(content: bytes, name: str) -> str:
    """The kind, or why not."""
    try:
        return check(content, name)
    except Refused as refused:
        return refused.refusal.code


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(Refused) as caught:
        check(content, name)
    told = caught.value.refusal
    for lang in ("vi", "en"):
        assert words.sentence(told, lang)
        assert words.remedy(told, lang)
    return told.code


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (samples.pdf(), "nghi-quyet.pdf", "pdf"),
        (samples.jpg(), "anh.JPG", "jpg"),
        (samples.jpg(behind=b"MotionPhoto_Data" + b"\x00" * 50), "anh.jpeg", "jpg"),
        (samples.png(), "anh.png", "png"),
        (OFFICE, "Thông báo.docx", "docx"),
        (samples.saved(samples.book()), "du toan.xlsx", "xlsx"),
        (samples.hidden_book(), "du toan.xlsx", "xlsx"),
    ],
)
def test_honest_files_are_taken(content, name, kind):
    assert check(content, name) == kind


def macro_book() -> bytes:
    return samples.repacked(samples.saved(samples.book()), add={"xl/vbaProject.bin": b"chuong trinh"})


def macro_type() -> bytes:
    types = samples.part(OFFICE, TYPES).replace(
        b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
    )
    return samples.repacked(OFFICE, swap={TYPES: types})


def fetching() -> bytes:
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://xa.example/mau.dotm" TargetMode="External"/></Relationships>'
    )
    return samples.repacked(OFFICE, add={"word/_rels/settings.xml.rels": rels})


def bomb() -> bytes:
    return samples.repacked(OFFICE, add={"word/media/anh.bin": b"\x00" * 30_000_000})


def many_parts() -> bytes:
    return samples.repacked(OFFICE, add={f"word/{number}": b"" for number in range(office.MOST_PARTS)})


def overlapping() -> bytes:
    """Two entries of the directory that point at the same bytes."""
    content = bytearray(samples.plain_zip(aa=b"x" * 2000, bb=b"y" * 2000))
    second = content.rindex(b"PK\x01\x02")
    first_offset = content.index(b"PK\x01\x02")
    content[second + 42 : second + 46] = content[first_offset + 42 : first_offset + 46]
    return bytes(content)


def locked_zip() -> bytes:
    content = bytearray(OFFICE)
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def spelled_otherwise() -> bytes:
    return samples.pdf().replace(b"/Type /Catalog", b"/Type /Catalog /AA << /S /J#61vaScript >>")


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100 + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        # what it is
        (b"", "a.pdf", "files.published_kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.svg", "files.published_kind"),
        (b"<svg onload=alert(1)>", "a.png", "files.published_kind"),
        (b"<html><script>alert(1)</script>", "a.pdf", "files.published_kind"),
        (b"MZ\x90\x00", "a.exe", "files.published_kind"),
        (b"GIF89a", "a.gif", "files.published_kind"),
        (b" %PDF-1.7\n%%EOF", "a.pdf", "files.published_kind"),
        (samples.plain_zip(a=b"b"), "a.docx", "files.published_kind"),
        (samples.pdf(), "a.docx", "files.ending"),
        (samples.png(), "a.jpg", "files.ending"),
        (OFFICE, "a.xlsx", "files.ending"),
        (OFFICE, "a.docm", "files.ending"),
        (samples.pdf(), "a.pdf.exe", "files.ending"),
        (samples.pdf(), "khong-duoi", "files.ending"),
        (old_office("WordDocument"), "a.doc", "files.old_office"),
        (old_office("Workbook"), "a.xls", "files.old_office"),
        (old_office("EncryptedPackage"), "a.docx", "files.encrypted"),
        (old_office("gi do"), "a.msi", "files.published_kind"),
        # whole
        (samples.pdf()[:-30], "a.pdf", "files.damaged"),
        (samples.png()[:-13], "a.png", "files.damaged"),
        (samples.png().replace(b"IHDR", b"IHDX"), "a.png", "files.damaged"),
        (samples.jpg()[:20], "a.jpg", "files.damaged"),
        (samples.jpg(0, 5), "a.jpg", "files.damaged"),
        (OFFICE[:-100], "a.docx", "files.damaged"),
        (of_the_future(OFFICE), "a.docx", "files.damaged"),
        # locked
        (samples.pdf(password="mo"), "a.pdf", "files.encrypted"),
        (locked_zip(), "a.docx", "files.encrypted"),
        # programs
        (macro_book(), "a.xlsx", "files.macro"),
        (macro_type(), "a.docx", "files.macro"),
        (samples.repacked(OFFICE, add={"word/activeX/activeX1.xml": b"x"}), "a.docx", "files.active"),
        (samples.repacked(OFFICE, add={"word/embeddings/oleObject1.bin": b"x"}), "a.docx", "files.active"),
        (fetching(), "a.docx", "files.active"),
        (samples.pdf(script="app.alert(1)"), "a.pdf", "files.active"),
        (samples.pdf(attachment=b"khac"), "a.pdf", "files.active"),
        (spelled_otherwise(), "a.pdf", "files.active"),
        # traps
        (bomb(), "a.docx", "files.swollen"),
        (many_parts(), "a.docx", "files.swollen"),
        (overlapping(), "a.docx", "files.swollen"),
        (samples.png(50_000, 50_000), "a.png", "files.swollen"),
        (samples.jpg(60_000, 60_000), "a.jpg", "files.swollen"),
        (samples.repacked(OFFICE, add={"../../etc/passwd": b"x"}), "a.docx", "files.damaged"),
        # two at once
        (samples.pdf() + OFFICE, "a.pdf", "files.two_kinds"),
        (samples.pdf() + b"<script>alert(1)</script>", "a.pdf", "files.two_kinds"),
        (b"%PDF-1.7 <html><script>" + samples.pdf(), "a.pdf", "files.two_kinds"),
        (samples.png() + OFFICE, "a.png", "files.two_kinds"),
        (samples.png() + b"<script>", "a.png", "files.two_kinds"),
        (samples.jpg(behind=samples.plain_zip(a=b"b")), "a.jpg", "files.two_kinds"),
        (samples.jpg(behind=b"<?php system($_GET[0]) ?>"), "a.jpg", "files.two_kinds"),
        (samples.jpg(notes=b"%PDF-1.7"), "a.jpg", "files.two_kinds"),
        (OFFICE + b"<script>alert(1)</script>", "a.docx", "files.two_kinds"),
    ],
)  # fmt: skip
def test_others_are_refused(content, name, code):
    assert refusal(content, name) == code


def test_part_that_claims_to_be_small_is_read_no_further():
    swollen = samples.repacked(OFFICE, swap={TYPES: b"<a/>" + b" " * 3_000_000})

    assert refusal(swollen, "a.docx") == "files.swollen"


@pytest.mark.parametrize("base", [samples.pdf(), OFFICE, samples.png(), samples.jpg(), samples.hidden_book()])
@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_broken_bytes_give_a_kind_or_a_refusal_and_never_an_accident(base, seed):
    chance = random.Random(seed)
    content = bytearray(base)
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(content))
        match chance.randrange(3):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randint(1, 60)]
            case _:
                content[at:at] = chance.randbytes(chance.randint(1, 60))
        if not content:
            break

    for name in ("a.pdf", "a.docx", "a.xlsx", "a.png", "a.jpg"):
        assert answer(bytes(content), name).removeprefix("files.") in {*KINDS, *REASONS}


@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes(tail, head):
    assert answer(head + tail, "a.pdf").removeprefix("files.") in {"pdf", *REASONS}
