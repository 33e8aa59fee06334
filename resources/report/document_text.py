"""Every piece of text in a finished Word, Excel or CSV file, with the place where it stands.

Nothing is left out because it is not shown: properties, alternative text, field codes, attributes, part
names, workbooks inside documents and text kept inside pictures all count.
"""

import csv
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from resources.problem import Problem

_RUN_TEXT = frozenset({"t", "delText"})
_FIELD_TEXT = frozenset({"instrText", "delInstrText"})
_BREAKS = {"br": " ", "cr": " ", "tab": " ", "noBreakHyphen": "-", "softHyphen": ""}
_PARAGRAPHS = frozenset({"p", "si", "is"})
_HEADING_STYLES = re.compile(r"(Sub)?[Tt]itle$|Heading\d$|Caption$|(Small)?TableHeading$")
_PICTURE_WORDS = frozenset({"docPr", "cNvPr"})
_TABLE_WORDS = frozenset({"tblCaption", "tblDescription"})
_PLACES = (
    (re.compile(r"docProps/"), "document properties"),
    (re.compile(r"customXml/"), "document properties"),
    (re.compile(r"word/header\d*\.xml"), "header"),
    (re.compile(r"word/footer\d*\.xml"), "footer"),
    (re.compile(r"word/footnotes\.xml"), "footnotes"),
    (re.compile(r"word/endnotes\.xml"), "endnotes"),
    (re.compile(r"(word|xl)/(threadedC|c)omments"), "comments"),
    (re.compile(r"(word|xl)/charts/"), "chart"),
    (re.compile(r"word/styles\.xml"), "styles"),
    (re.compile(r"xl/workbook\.xml"), "names of sheets and ranges"),
)


@dataclass(frozen=True)
class Passage:
    """A stretch of text that reads as one, and where it stands in words a person can follow.

    `is_heading` is true of titles, headings and captions of tables and columns, and of settings in the file's parts,
    of which `is_setting` is true too: nobody typed them. `block` is its place among the blocks of a report, None of
    what was read in a file.
    """

    text: str
    where: str
    is_heading: bool = False
    is_setting: bool = False
    block: int | None = field(default=None, compare=False)


def passages(content: bytes) -> Iterator[Passage]:
    """All passages of a file; what cannot be read raises Problem, for then nothing can be promised."""
    if content[:4] == b"PK\x03\x04":
        yield from _of_package(content)
    else:
        yield from _of_csv(content)


def _of_csv(content: bytes) -> Iterator[Passage]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
        for place, cell in enumerate(row, 1):
            yield Passage(cell, f"row {number}, column {place}")


def parts_of(content: bytes) -> dict[str, bytes]:
    """What a Word or Excel file is made of, by the names of its parts; Problem where it cannot be read."""
    return _opened(content)[0]


def _opened(content: bytes) -> tuple[dict[str, bytes], str]:
    """The parts, and the remark on the whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
            return parts, archive.comment.decode("utf-8", errors="replace")
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise _unsearchable("the file") from error


def _of_package(content: bytes) -> Iterator[Passage]:
    parts, remark = _opened(content)
    yield Passage(remark, "remark on the file")
    shared = _where_shared(parts)
    for name, part in parts.items():
        yield Passage(name, f"name of the part {name}")
        if name.endswith((".xml", ".rels", ".vml")):
            yield from _of_xml(name, _parsed(name, part), shared)
        else:
            yield from _of_binary(name, part)


def _of_binary(name: str, part: bytes) -> Iterator[Passage]:
    if part[:4] == b"PK\x03\x04":
        for passage in _of_package(part):
            yield Passage(passage.text, f"file inside the document ({name}), {passage.where}")
    elif part[:8] == b"\x89PNG\r\n\x1a\n":
        for text in _png_texts(part):
            yield Passage(text, f"picture {name.rsplit('/', 1)[-1]}")
    else:
        yield Passage(part.decode("latin-1"), f"part {name}")
        yield Passage(part.decode("utf-16-le", errors="replace"), f"part {name}")


def _png_texts(png: bytes) -> Iterator[str]:
    """Titles, authors and remarks that a PNG carries beside its picture."""
    at = 8
    while at + 8 <= len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"iTXt"):
            yield data.replace(b"\0", b" ").decode("utf-8", errors="replace")
        elif kind == b"zTXt":
            keyword, _, packed = data.partition(b"\0")
            yield f"{keyword.decode('latin-1')} {_unpacked(packed[1:])}"
        at += 12 + length


def _unpacked(packed: bytes) -> str:
    try:
        return zlib.decompress(packed).decode("latin-1")
    except zlib.error as error:
        raise _unsearchable("a picture") from error


def _parsed(name: str, part: bytes) -> ElementTree.Element:
    builder = ElementTree.TreeBuilder(insert_comments=True, insert_pis=True)
    try:
        return ElementTree.fromstring(part, ElementTree.XMLParser(target=builder))
    except ElementTree.ParseError as error:
        raise _unsearchable(f"its part {name}") from error


def _unsearchable(what: str) -> Problem:
    return Problem(
        f"The document could not be searched for exempt words, because {what} cannot be read, so it was not "
        "saved. Save it again; if it happens twice, restart the program."
    )


def _of_xml(name: str, root: ElementTree.Element, shared: dict[int, str]) -> Iterator[Passage]:
    if name.startswith("xl/worksheets/sheet"):
        place: _Place = _SheetPlace(_sheet_name(name))
    elif name == "xl/sharedStrings.xml":
        place = _SharedPlace(shared)
    elif name == "word/document.xml":
        place = _BodyPlace()
    else:
        place = _Place(next((where for pattern, where in _PLACES if pattern.match(name)), f"part {name}"))
    yield from _walk(root, place)


class _Place:
    """Where the walk through a part stands; most parts are one place."""

    def __init__(self, name: str) -> None:
        self.name = name

    def enter(self, kind: str, element: ElementTree.Element) -> None:
        """Note that an element begins."""

    def leave(self, kind: str) -> None:
        """Note that an element ends."""

    def where(self, kind: str) -> str:
        """The place of the text of an element of this kind."""
        return self.name


class _BodyPlace(_Place):
    """Tables and their rows, figures, and paragraphs outside them, counted as a reader counts."""

    def __init__(self) -> None:
        super().__init__("body")
        self.counts: Counter[str] = Counter()
        self.depth = 0

    def enter(self, kind: str, element: ElementTree.Element) -> None:
        self.depth += kind == "tbl"
        if kind == "tbl" and self.depth == 1:
            self.counts["tr"] = 0
        outermost = self.depth <= 1 if kind in ("tbl", "tr") else self.depth == 0
        if kind == "drawing" or (kind in ("tbl", "tr", "p") and outermost):
            self.counts[kind] += 1

    def leave(self, kind: str) -> None:
        self.depth -= kind == "tbl"

    def where(self, kind: str) -> str:
        if kind in _PICTURE_WORDS:
            return f"alternative text of figure {self.counts['drawing']}"
        if kind in _TABLE_WORDS:
            return f"alternative text of table {self.counts['tbl']}"
        if self.depth:
            return f"table {self.counts['tbl']}, row {self.counts['tr']}"
        return f"paragraph {self.counts['p']}"


class _SheetPlace(_Place):
    """The cell of a worksheet."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.cell = ""

    def enter(self, kind: str, element: ElementTree.Element) -> None:
        if kind == "c":
            self.cell = f", cell {element.get('r', '')}"

    def leave(self, kind: str) -> None:
        if kind == "c":
            self.cell = ""

    def where(self, kind: str) -> str:
        return f"{self.name}{self.cell}"


class _SharedPlace(_Place):
    """Texts that worksheets share, each placed at the first cell that shows it."""

    def __init__(self, shown: dict[int, str]) -> None:
        super().__init__("text that no cell shows")
        self.shown = shown
        self.number = -1

    def enter(self, kind: str, element: ElementTree.Element) -> None:
        self.number += kind == "si"

    def where(self, kind: str) -> str:
        return self.shown.get(self.number, self.name)


def _walk(element: ElementTree.Element, place: _Place) -> Iterator[Passage]:
    kind = _kind(element)
    place.enter(kind, element)
    where = place.where(kind)
    for text in dict.fromkeys(element.attrib.values()):
        setting = kind not in _PICTURE_WORDS | _TABLE_WORDS
        yield Passage(text, where, is_heading=setting, is_setting=setting)
    if kind in _PARAGRAPHS:
        yield Passage("".join(_texts(element, _RUN_TEXT)), where, is_heading=_is_heading(element))
        yield Passage("".join(_texts(element, _FIELD_TEXT)), where)
    elif element.text and kind not in _RUN_TEXT | _FIELD_TEXT:
        yield Passage(element.text, where, is_heading=kind == "title")
    for child in element:
        yield from _walk(child, place)
        if child.tail and child.tail.strip():
            yield Passage(child.tail, where)
    place.leave(kind)


def _is_heading(paragraph: ElementTree.Element) -> bool:
    """By the paragraph's style."""
    styles = (
        value
        for properties in paragraph
        if _kind(properties) == "pPr"
        for style in properties
        if _kind(style) == "pStyle"
        for value in style.attrib.values()
    )
    return any(_HEADING_STYLES.match(style) for style in styles)


def _texts(paragraph: ElementTree.Element, kinds: frozenset[str]) -> Iterator[str]:
    """The text of a paragraph's runs as it reads, whatever it was split into; not of one nested in it."""
    for child in paragraph:
        kind = _kind(child)
        if kind in kinds:
            yield child.text or ""
        elif kind in _BREAKS:
            yield _BREAKS[kind]
        elif kind not in _PARAGRAPHS:
            yield from _texts(child, kinds)


def _kind(element: ElementTree.Element) -> str:
    """The element's name without its namespace; a comment or instruction has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _sheet_name(part: str) -> str:
    return f"sheet {part.removeprefix('xl/worksheets/sheet').removesuffix('.xml')}"


def _where_shared(parts: dict[str, bytes]) -> dict[int, str]:
    """For each shared text of a workbook the first cell that shows it."""
    shown: dict[int, str] = {}
    for name, part in parts.items():
        if not (name.startswith("xl/worksheets/sheet") and name.endswith(".xml")):
            continue
        for cell in _parsed(name, part).iter():
            if _kind(cell) == "c" and cell.get("t") == "s":
                number = next((child.text for child in cell if _kind(child) == "v"), None)
                shown.setdefault(int(number or -1), f"{_sheet_name(name)}, cell {cell.get('r', '')}")
    return shown
