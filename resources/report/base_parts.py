"""Another council's Word file, opened with care: values are read, nothing in it is run and nothing of it is kept.

A file that holds code, or something only an attack would hold, is refused. What would merely fetch or print something
in Word is left where it is, and said.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from resources.files.names import name_of
from resources.problem import Problem
from resources.report.elements import kind_of, value_of
from resources.wording import number

Element = ElementTree.Element

MOST_BYTES = 50 * 1024 * 1024
MOST_PARTS = 2_000
MOST_OF_A_PART = 32 * 1024 * 1024
MOST_RATIO = 200  # honest XML packs to a tenth or a twentieth; pictures not at all
_FREE_BYTES = 1024 * 1024  # below which a ratio tells nothing

_BODY = "word/document.xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CODE = re.compile(
    r"vba(Project|Data|ProjectSignature\w*)\.(bin|xml)$|macrosheet|\.(exe|dll|js|vbs|ps1|bat)$", re.I
)
_OBJECTS = re.compile(r"(^|/)activex/|(^|/)embeddings/.*\.(bin|vsd\w*|rtf|html?|docm|xlsm|pptm)$", re.I)
_RUNS = frozenset({"DDE", "DDEAUTO"})
_FETCHES = frozenset(
    {
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "INCLUDE",
        "IMPORT",
        "LINK",
        "RD",
        "DATABASE",
        "EMBED",
        "AUTOTEXT",
        "MACROBUTTON",
    }
)
_FILLS = frozenset(
    {"MERGEFIELD", "MERGEREC", "NEXT", "NEXTIF", "SKIPIF", "ASK", "FILLIN", "ADDRESSBLOCK", "GREETINGLINE"}
)
_TEMPLATE_CODE = re.compile(r"\{\{|\{%|\$\{|<%|#\{|\[%|@\(|<\?php", re.I)
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_AGAIN = "Nothing in it was run. Save it as a plain Word document (.docx) without that, and choose it again."


@dataclass(frozen=True)
class BaseParts:
    """The parts that looks are read from, and sentences about what was left where it is."""

    xml: Mapping[str, Element] = field(default_factory=dict)
    left: tuple[str, ...] = ()

    def get(self, name: str) -> Element | None:
        """A part, where the file has it."""
        return self.xml.get(name)


def open_base(path: Path) -> BaseParts:
    """The file's parts; Problem, in one sentence, where it is no plain Word document."""
    said = f"“{name_of(path)}”"
    if path.suffix.lower() in (".docm", ".dotm", ".doc", ".dot"):
        raise Problem(f"{said} is not a plain Word document (.docx): it may hold macros. {_AGAIN}")
    _refuse_size(path, said)
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_listing(said, archive.infolist())
            return _read(said, archive)
    except OSError as error:
        raise Problem(
            f"{said} cannot be read ({error.strerror or 'it is damaged'}). Close it in Word, or choose another."
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Problem(
            f"{said} is not a Word document that can be read: it is damaged, locked with a password, or of another "
            "kind. Choose a .docx that Word opens."
        ) from error


def _refuse_size(path: Path, said: str) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise Problem(f"{said} is not there any more. Choose another document.") from error
    if size > MOST_BYTES:
        raise Problem(
            f"{said} has {number(size / 2**20)} MB, and up to {MOST_BYTES // 2**20} MB are read for looks. Take the "
            "pictures out, or choose a shorter document."
        )


def _refuse_listing(said: str, parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or len({name.casefold() for name in names}) < len(names):
        raise Problem(f"{said} has parts that no Word document has, so it was not opened. {_AGAIN}")
    for part in parts:
        if (
            ".." in part.filename
            or "\\" in part.filename
            or part.filename.startswith("/")
            or ":" in part.filename
        ):
            raise Problem(
                f"{said} has a part that names a place outside the document, so it was not opened. {_AGAIN}"
            )
        if part.file_size > max(MOST_RATIO * part.compress_size, _FREE_BYTES):
            raise Problem(f"{said} would unpack to far more than it holds, so it was not opened. {_AGAIN}")
    if any(_CODE.search(name) for name in names):
        raise Problem(f"{said} holds macros. {_AGAIN}")
    if any(_OBJECTS.search(name) for name in names):
        raise Problem(f"{said} holds objects of other programs that can run (ActiveX or OLE). {_AGAIN}")
    if _BODY not in names or "[Content_Types].xml" not in names:
        raise Problem(f"{said} is not a Word document. Choose a .docx that Word opens.")


def _read(said: str, archive: zipfile.ZipFile) -> BaseParts:
    """Every part that is XML is looked at; only those with looks in them are kept."""
    kept: dict[str, Element] = {}
    left: dict[str, None] = {}
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        root = _parsed(said, _bounded(said, archive, name))
        if name == "[Content_Types].xml":
            _refuse_kinds(said, root)
        elif name.endswith(".rels"):
            left |= dict.fromkeys(_relations(said, root))
        else:
            left |= dict.fromkeys(_fields(said, root))
            kept[name] = root
    if any("/embeddings/" in name for name in archive.namelist()):
        left["Workbooks inside the document were left where they are."] = None
    return BaseParts(kept, tuple(left))


def _bounded(said: str, archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(MOST_OF_A_PART + 1)
    if len(data) > MOST_OF_A_PART:
        raise Problem(f"{said} would unpack to far more than it holds, so it was not opened. {_AGAIN}")
    return data


def _parsed(said: str, data: bytes) -> Element:
    """Plain XML in UTF-8, as Word writes it; declarations of entities and other encodings are refused unread."""
    encoding = _ENCODING.search(data[:200])
    other = data[:2] in (b"\xfe\xff", b"\xff\xfe") or b"\0" in data[:200]
    if other or (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii", b"ascii")):
        raise Problem(f"{said} is written in a way that Word never writes, so it was not opened. {_AGAIN}")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Problem(f"{said} declares XML entities, which Word never does, so it was not opened. {_AGAIN}")
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise ValueError("a part is no XML") from error


def _refuse_kinds(said: str, types: Element) -> None:
    kinds = " ".join(one.get("ContentType", "") for one in types.iter()).lower()
    if "macroenabled" in kinds or "vba" in kinds:
        raise Problem(f"{said} is a document with macros, whatever its name says. {_AGAIN}")
    if "activex" in kinds:
        raise Problem(f"{said} holds objects of other programs that can run (ActiveX or OLE). {_AGAIN}")


def _relations(said: str, relations: Element) -> Iterator[str]:
    for one in relations.iter():
        kind = one.get("Type", "").removeprefix(_RELATION)
        is_outside = one.get("TargetMode") == "External"
        if kind.endswith(("vbaProject", "control", "aFChunk")) or (kind == "oleObject" and is_outside):
            raise Problem(f"{said} brings in objects or documents of other kinds, which can run. {_AGAIN}")
        if not is_outside or kind == "hyperlink":
            continue
        if kind == "attachedTemplate":
            yield "The template that it is attached to was not opened."
        else:
            yield "What it would fetch from elsewhere (pictures, other documents) was not fetched."


def _fields(said: str, root: Element) -> Iterator[str]:
    """By the first word of each field; codes may be split over several runs."""
    codes, code = [], ""
    for one in root.iter():
        kind = kind_of(one)
        if kind == "fldSimple":
            codes.append(value_of(one, "instr"))
        elif kind == "instrText":
            code += one.text or ""
        elif kind == "fldChar":
            codes.append(code)
            code = ""
    for told in (*codes, code):
        words = told.split()
        first = words[0].strip("\"'{}").upper() if words else ""
        if first in _RUNS or any(word.upper() in _RUNS for word in words):
            raise Problem(f"{said} holds a field that starts other programs (DDE). {_AGAIN}")
        if first in _FETCHES:
            yield "Fields that bring in other files were left where they are; nothing was fetched."
        elif first in _FILLS:
            yield "Fields of a mail merge were left where they are."
    if any(
        _TEMPLATE_CODE.search(text) for one in root.iter() for text in (one.text or "", *one.attrib.values())
    ):
        yield "What looks like the code of a template ({{ }}, ${ } and the like) was read as plain letters."
