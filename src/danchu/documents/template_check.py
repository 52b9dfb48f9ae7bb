"""Soát mẫu DOCX của phường: may this file be used, and does it hold every compulsory field?

A Word file is a package that may carry programs, links to outside files and far more bytes than it shows; and a
template's tags are a small language. So the package is opened within limits, outside links and programs are refused,
and of the language only this is allowed: a named field, a loop over a named list, and "if" on a name.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from danchu.documents.errors import Problem
from danchu.documents.fields import Field, Kind
from danchu.documents.kinds.shape import Paper
from danchu.documents.papers import paper_of

MOST_BYTES = 5_000_000
MOST_UNPACKED = 40_000_000
MOST_PARTS = 500

EXTRA = {"dau_1": "phuong", "dau_2": "khu_pho", "dia_danh_ngay": "ngay_lap", "noi_nhan": "", "loi_ket": ""}
"""Tên chỉ có trong DOCX, and the field each one prints. See also ``the_doi``, ``ma_qr``, ``anh_chup_ket_qua``."""

# What a package that is not a sound Word file makes the readers raise.
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, etree.XMLSyntaxError, OpcError, PythonDocxError),
    *(KeyError, ValueError, AttributeError, TypeError),
)
# The same on every slip, and so a column of its row.
_IN_EACH_SLIP = frozenset({"noi_dung", "noi_nop"})
_LOOP = {"index", "first", "last"}
_FIELD_CODES = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)\b", re.I)
_BANNED_PARTS = re.compile(r"vbaProject|vbaData|activeX|embeddings/|\.bin$|afchunk|externalLinks|customUI", re.I)
_BANNED_TYPES = re.compile(rb"macroEnabled|vbaProject|ms-office\.activeX|oleObject", re.I)
_LINK_TYPE = "/hyperlink"


def check_template(kind: str, data: bytes) -> list[Problem]:
    """Soát mẫu trước khi dùng: every reason against it; an empty list means it may be activated."""
    paper = paper_of(kind)
    used = _use(paper, data)
    return used.told() or _missing(paper, used)


def problems_of_file(kind: str, data: bytes) -> list[Problem]:
    """Soát tệp: is it a safe Word file whose tags only name this paper's fields?"""
    return _use(paper_of(kind), data).told()


_NOT_WORD = Problem(
    "not-docx",
    "Tệp này không phải tệp Word (.docx) đọc được. Hãy lưu lại bằng Word rồi tải lên.",
    "This is not a readable Word file (.docx). Save it again with Word and upload it.",
)
_TOO_BIG = Problem(
    "too-big",
    "Tệp quá lớn hoặc giải nén ra quá lớn. Mẫu chỉ nên có chữ và dấu hiệu nhỏ.",
    "The file is too large, or unpacks to too much. A template should hold words and small marks only.",
)
_MACRO = Problem(
    "active-content",
    "Mẫu có macro hoặc đối tượng nhúng. Hãy xóa đi và lưu dạng .docx.",
    "The template holds macros or embedded objects. Remove them and save it as .docx.",
)
_OUTSIDE = Problem(
    "outside-link",
    "Mẫu lấy nội dung từ tệp hoặc địa chỉ bên ngoài. Hãy bỏ các liên kết đó.",
    "The template takes content from outside files or addresses. Remove those links.",
)
_CODE = Problem(
    "code",
    "Mẫu có lệnh lạ trong dấu ngoặc nhọn. Chỉ dùng tên trường, vòng lặp “for” và điều kiện “if” như mẫu có sẵn.",
    "The template has commands other than named fields. Use only field names, “for” and “if” as the shipped one does.",
)


def _unknown(name: str) -> Problem:
    return Problem(
        "unknown-field",
        f"Mẫu có trường “{name}” mà loại văn bản này không có. Hãy xem lại tên trường.",
        f"The template names a field “{name}” that this paper does not have. Check the name.",
    )


def _package(data: bytes) -> list[Problem]:
    if len(data) > MOST_BYTES:
        return [_TOO_BIG]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        # Declared sizes bind: reading a part never yields more than it declares.
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            return [_TOO_BIG]
        names = [part.filename for part in parts]
        if len(set(names)) != len(names) or any(part.flag_bits & 1 for part in parts):
            return [_NOT_WORD]
        if any(_BANNED_PARTS.search(name) for name in names):
            return [_MACRO]
        if _BANNED_TYPES.search(package.read("[Content_Types].xml")):
            return [_MACRO]
        package.read("word/document.xml")
        for name in names:
            if name.endswith((".xml", ".rels")):
                problems = _part(name, package.read(name))
                if problems:
                    return problems
    return []


def _part(name: str, content: bytes) -> list[Problem]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        return [_NOT_WORD]
    if name.endswith(".rels"):
        outside = [r for r in root if r.get("TargetMode") == "External"]
        plain = ("http://", "https://", "mailto:")
        if any(not (r.get("Type", "").endswith(_LINK_TYPE) and r.get("Target", "").startswith(plain)) for r in outside):
            return [_OUTSIDE]
        return []
    local = {etree.QName(e).localname for e in root.iter(etree.Element)}
    if local & {"altChunk", "object", "OLEObject", "control", "subDoc"}:
        return [_MACRO]
    codes = "".join(e.text or "" for e in root.iter("{*}instrText"))
    attributes = " ".join(e.get(a, "") for e in root.iter("{*}fldSimple") for a in e.keys())  # noqa: SIM118 - lxml
    return [_OUTSIDE] if _FIELD_CODES.search(f"{codes} {attributes}") else []


@dataclass(slots=True)
class _Used:
    """Names a template uses: scalars and lists, and for each list the paths used inside its loops."""

    names: set[str] = field(default_factory=set)
    paths: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def told(self) -> list[Problem]:
        """The first few problems, each once."""
        return list(dict.fromkeys(self.problems))[:5]


def lists_of(paper: Paper) -> dict[str, frozenset[str]]:
    """Danh sách lặp được trong mẫu: each list with the paths that may follow its item ("" is the item itself)."""
    lists = {"noi_nhan": frozenset({""}), "loi_ket": frozenset({""})}
    for f in paper.fields:
        if f.kind is Kind.ROWS:
            lists[f.name] = frozenset(c.name for c in f.columns)
        elif f.kind in {Kind.LINES, Kind.PARAGRAPHS}:
            lists[f.name] = frozenset({""})
    if "phieu" in paper.names:
        lists["phieu"] |= {"ma_qr", *_IN_EACH_SLIP}
    if "the" in paper.names:
        columns = (*(c.name for c in paper.names["the"].columns), "ma_qr")
        lists["the_doi"] = frozenset({"trai", "phai", *(f"{s}.{c}" for s in ("trai", "phai") for c in columns)})
    return lists


def scalars_of(paper: Paper) -> frozenset[str]:
    """Tên trường đơn của mẫu."""
    extra = {"dau_1", "dau_2", "dia_danh_ngay"}
    if "duong_dan" in paper.names:
        extra.add("ma_qr")
    if "thoi_diem_chup" in paper.names:
        extra.add("anh_chup_ket_qua")
    lists = lists_of(paper)
    return frozenset(extra | {f.name for f in paper.fields if f.name not in lists})


def _sources(data: bytes) -> list[str] | list[Problem]:
    """The tagged text of each part as docxtpl will run it, and of the parts it would not; or what is wrong."""
    try:
        problems = _package(data)
        if problems:
            return problems
        template = DocxTemplate(io.BytesIO(data))
        template.init_docx()
        sources = [template.patch_xml(template.get_xml())]
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = [n for n in package.namelist() if n.endswith(".xml") and n != "word/document.xml"]
            texts = [package.read(name).decode("utf-8", "replace") for name in names]
        return sources + [template.patch_xml(text) for text in texts if "{" in text]
    except _UNREADABLE:
        return [_NOT_WORD]


def _use(paper: Paper, data: bytes) -> _Used:
    used = _Used()
    environment = SandboxedEnvironment()
    for source in _sources(data):
        if isinstance(source, Problem):
            used.problems.append(source)
            continue
        try:
            tree = environment.parse(source)
        except TemplateSyntaxError:
            used.problems.append(_CODE)
            continue
        _Walk(paper, used).body(tree.body, {})
    return used


class _Walk:
    """Đọc lệnh của mẫu: visits every node; anything not named here is refused."""

    def __init__(self, paper: Paper, used: _Used) -> None:
        self.used = used
        self.scalars = scalars_of(paper)
        self.lists = lists_of(paper)

    def body(self, found: list[nodes.Node], loops: dict[str, str]) -> None:
        for node in found:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        if not isinstance(part, nodes.TemplateData):
                            self.name(part, loops, printed=True)
                case nodes.If():
                    test = node.test.node if isinstance(node.test, nodes.Not) else node.test
                    self.name(test, loops, printed=False)
                    self.body([*node.body, *node.elif_, *node.else_], loops)
                case nodes.For(
                    target=nodes.Name(name=item), iter=nodes.Name(name=listed), test=None, recursive=False
                ) if not loops and listed in self.lists:
                    # Loops inside loops are refused: they multiply.
                    self.used.names.add(listed)
                    self.body([*node.body, *node.else_], {item: listed})
                case _:
                    self.used.problems.append(_CODE)

    def name(self, node: nodes.Node, loops: dict[str, str], *, printed: bool) -> None:
        """A name, an item of a loop, or a column of it; nothing else may be printed or asked."""
        path: list[str] = []
        while isinstance(node, nodes.Getattr):
            path.insert(0, node.attr)
            node = node.node
        if not isinstance(node, nodes.Name):
            self.used.problems.append(_CODE)
        elif node.name in loops:
            self._item(loops[node.name], ".".join(path), printed=printed)
        elif loops and node.name == "loop" and len(path) == 1 and path[0] in _LOOP:
            pass
        elif path:
            self.used.problems.append(_CODE)
        elif node.name in self.scalars or (node.name in self.lists and not printed):
            if printed:
                self.used.names.add(node.name)
        else:
            self.used.problems.append(_unknown(node.name))

    def _item(self, listed: str, path: str, *, printed: bool) -> None:
        if path not in self.lists[listed]:
            self.used.problems.append(_unknown(f"{listed}.{path}" if path else listed))
        elif printed:
            self.used.paths.setdefault(listed, set()).add(path)


def _missing(paper: Paper, used: _Used) -> list[Problem]:
    names = used.names | {EXTRA[name] for name in used.names & set(EXTRA)}
    if "ma_qr" in names:
        names.add("duong_dan")
    if "loi_ket" in names:
        names |= set(re.findall(r"\{(\w+)\}", paper.closing))
    paths = dict(used.paths)
    if "the_doi" in names:
        names.add("the")
        paths["the"] = {
            {"ma_qr": "duong_dan"}.get(tail, tail)
            for tail in (p.removeprefix("trai.") for p in paths.get("the_doi", set()) if p.startswith("trai."))
        }
    if "ma_qr" in paths.get("phieu", set()):
        paths["phieu"] = {*paths["phieu"], "duong_dan"}
    for name in paths.get("phieu", set()) & _IN_EACH_SLIP:
        names.add(name)
        paths[name] = {""}
    labels = [label for f in paper.fields for label in _absent(f, names, paths.get(f.name, set()))]
    return [
        Problem(
            "missing-field",
            f"Mẫu thiếu trường bắt buộc: {label}.",
            f"The template lacks a compulsory field: {label}.",
        )
        for label in labels
    ]


def _absent(f: Field, names: set[str], paths: set[str]) -> Iterator[str]:
    """Labels of what a compulsory field needs and the template does not print."""
    if not (f.required and f.printed):
        return
    if f.name not in names:
        yield f"{f.label} ({f.name})"
    elif f.kind is Kind.ROWS:
        yield from (
            f"{f.label}: {c.label} ({f.name}.{c.name})" for c in f.columns if c.required and c.name not in paths
        )
    elif f.kind in {Kind.LINES, Kind.PARAGRAPHS} and not paths:
        yield f"{f.label} ({f.name})"
