"""Pages that are laid out exactly: sections of any size of paper, runs of any size, and grids of equal cells.

Letters, labels, badges and certificates are made of these; a report is not (see `writer`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from resources.files.writing import safe_write
from resources.report.word import markup as xml
from resources.report.word.markup import Xml, tag, value
from resources.report.word.package import write_package
from resources.report.word.styles import HAIRLINE
from resources.report.word.widths import text_width


def millimetres(length: float) -> int:
    """In twentieths of a point."""
    return round(length * 1440 / 25.4)


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A page in millimetres; wider than high is on its side. A frame is a line around the page."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 25
    right: float = 25
    framed: bool = False

    @property
    def text_width(self) -> int:
        """Between the margins, in twentieths of a point."""
        return millimetres(self.width - self.left - self.right)


def section(paper: Paper, *, footer: bool = False) -> Xml:
    """The properties of the last section of a document, or of one ended by `section_end`."""
    size: dict[str, object] = {"w:w": millimetres(paper.width), "w:h": millimetres(paper.height)}
    if paper.width > paper.height:
        size["w:orient"] = "landscape"
    margins = {f"w:{side}": millimetres(getattr(paper, side)) for side in ("top", "right", "bottom", "left")}
    parts = [tag("w:footerReference", {"w:type": "default", "r:id": "rIdFooter"})] if footer else []
    parts += [
        value("w:type", "nextPage"),
        tag("w:pgSz", size),
        tag("w:pgMar", {**margins, "w:header": 340, "w:footer": 454, "w:gutter": 0}),
    ]
    if paper.framed:
        line = {"w:val": "single", "w:sz": 12, "w:space": 24, "w:color": HAIRLINE}
        edges = (tag(f"w:{edge}", line) for edge in ("top", "left", "bottom", "right"))
        parts.append(tag("w:pgBorders", {"w:offsetFrom": "page"}, *edges))
    parts.append(tag("w:pgNumType", {"w:start": 1}))
    return tag("w:sectPr", None, *parts)


def section_end(paper: Paper, *, footer: bool = False) -> Xml:
    """An end of section in a paragraph that takes hardly any room: what follows begins on a new page."""
    return tag("w:p", None, tag("w:pPr", None, _no_room(), section(paper, footer=footer)))


def last_line() -> Xml:
    """The paragraph that Word wants after a table, taking hardly any room."""
    return tag("w:p", None, tag("w:pPr", None, _no_room()))


def _no_room() -> Xml:
    return tag("w:spacing", {"w:before": 0, "w:after": 0, "w:line": 20, "w:lineRule": "exact"})


def sized(text: str, points: float, *, bold: bool = False, colour: str = "") -> Xml:
    """A run of a size of its own."""
    half = round(points * 2)
    properties = [tag("w:b")] if bold else []
    if colour:
        properties.append(value("w:color", colour))
    properties += [value("w:sz", half), value("w:szCs", half)]
    words = tag("w:t", {"xml:space": "preserve"}, xml.text_of(" ".join(text.split())))
    return tag("w:r", None, tag("w:rPr", None, *properties), words)


def placed(
    *content: Xml,
    style: str = "Normal",
    align: str = "left",
    before: float = 0,
    after: float = 0,
    new_page: bool = False,
) -> Xml:
    """A paragraph with its own space above and beneath in points, lines set close."""
    properties = [value("w:pStyle", style)]
    if new_page:
        properties.append(tag("w:pageBreakBefore"))
    spacing = {
        "w:before": round(before * 20),
        "w:after": round(after * 20),
        "w:line": 240,
        "w:lineRule": "auto",
    }
    properties.append(tag("w:spacing", spacing))
    if align != "left":
        properties.append(value("w:jc", align))
    return tag("w:p", None, tag("w:pPr", None, *properties), *content)


@dataclass(frozen=True)
class Line:
    """A line of text in a grid's cell."""

    text: str
    bold: bool = False
    larger: float = 0.0


@dataclass(frozen=True)
class Grid:
    """Cells of one size, in millimetres. `gap` parts columns; `cut` draws the lines to cut along."""

    columns: int
    rows: int
    width: float
    height: float
    gap: float = 0.0
    cut: bool = False
    align: str = "left"
    inset: float = 3.0

    @property
    def on_a_page(self) -> int:
        """How many cells a page has."""
        return self.columns * self.rows

    @property
    def paper(self) -> Paper:
        """A4 with the grid in its middle; beneath it there is room for the paragraph that ends a page."""
        side = (210 - self.columns * self.width - (self.columns - 1) * self.gap) / 2
        top = (297 - self.rows * self.height) / 2
        return Paper(top=top, bottom=max(top - 3, 4), left=side, right=side)


def grid_table(grid: Grid, cells: Sequence[Xml], *, title: str, description: str) -> Xml:
    """A table of exact rows, filled row by row; the last row is filled up with empty cells."""
    empty = placed()
    filled = [*cells, *[empty] * (-len(cells) % grid.columns)]
    rows = [
        _grid_row(grid, filled[start : start + grid.columns]) for start in range(0, len(filled), grid.columns)
    ]
    return xml.table(rows, _grid_widths(grid), style=_grid_style(grid), title=title, description=description)


def _grid_style(grid: Grid) -> str:
    return "CutGrid" if grid.cut else "PlainGrid"


def _grid_widths(grid: Grid) -> list[int]:
    widths: list[int] = []
    for column in range(grid.columns):
        if column and grid.gap:
            widths.append(millimetres(grid.gap))
        widths.append(millimetres(grid.width))
    return widths


def _grid_row(grid: Grid, contents: Sequence[Xml]) -> Xml:
    cells: list[Xml] = []
    for column, content in enumerate(contents):
        if column and grid.gap:
            cells.append(_grid_cell(placed(), grid.gap, 0))
        cells.append(_grid_cell(content, grid.width, grid.inset))
    height = tag("w:trHeight", {"w:val": millimetres(grid.height), "w:hRule": "exact"})
    return tag("w:tr", None, tag("w:trPr", None, tag("w:cantSplit"), height), *cells)


def _grid_cell(content: Xml, width: float, inset: float) -> Xml:
    sides = {"w:w": millimetres(inset), "w:type": "dxa"}
    return tag(
        "w:tc",
        None,
        tag(
            "w:tcPr",
            None,
            tag("w:tcW", {"w:w": millimetres(width), "w:type": "dxa"}),
            tag("w:tcMar", None, tag("w:left", sides), tag("w:right", sides)),
            value("w:vAlign", "center"),
        ),
        content,
    )


# --- text that fits -------------------------------------------------------------------------------------


def lines_taken(text: str, width: int, points: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a width (twentieths of a point); a word longer than a line is broken by Word."""
    lines, room = 1, width
    for word in text.split():
        need = text_width(word, points, bold=bold)
        space = text_width(" ", points, bold=bold) if room < width else 0
        if need + space <= room:
            room -= need + space
            continue
        if room < width:
            lines += 1
        lines += max(-(-need // width) - 1, 0)
        room = width - (need % width or width)
    return lines


def fits(lines: Sequence[Line], points: float, *, width: int, height: int) -> bool:
    """Whether the lines fit into a cell, with the words of each whole."""
    total = 0.0
    for line in lines:
        size = points + line.larger
        widest = max((text_width(word, size, bold=line.bold) for word in line.text.split()), default=0)
        if widest > width:
            return False
        total += lines_taken(line.text, width, size, bold=line.bold) * size * 1.17 * 20
    return total <= height


def size_that_fits(
    lines: Sequence[Line], grid: Grid, *, most: float, least: float, step: float = 0.5
) -> float:
    """The largest size at which the lines fit into a cell of the grid; `least` where none does."""
    width = millimetres(grid.width - 2 * grid.inset)
    height = millimetres(grid.height - 2)
    size = most
    while size > least and not fits(lines, size, width=width, height=height):
        size -= step
    return max(size, least)


def cell_of(lines: Sequence[Line], points: float, *, align: str = "left") -> Xml:
    """The lines, a paragraph each, in the size found for them."""
    return xml.joined(
        *(placed(sized(line.text, points + line.larger, bold=line.bold), align=align) for line in lines)
    )


# --- the file -------------------------------------------------------------------------------------------


def save_pages(
    path: Path,
    *,
    title: str,
    as_at: date,
    body: Sequence[Xml],
    footer: str = "",
    pictures: Sequence[bytes] = (),
) -> None:
    """Write the document, the last part of its body being a section, and open it again before it takes its place."""
    safe_write(
        path,
        lambda temporary: write_pages(
            temporary, title=title, as_at=as_at, body=body, footer=footer, pictures=pictures
        ),
        open_again,
    )


def write_pages(
    path: Path | BinaryIO, *, title: str, as_at: date, body: Sequence[Xml], footer: str = "",
    pictures: Sequence[bytes] = (),
) -> None:  # fmt: skip
    """Write it where nothing is at stake: into memory, or a file that nobody keeps yet."""
    document = xml.root("w:document", tag("w:body", None, *body))
    foot = xml.root("w:ftr", xml.paragraph("Footer", xml.run(footer)))
    write_package(
        path, title=title, as_at=as_at, document=document, footer=foot, header=None, pictures=list(pictures)
    )


def open_again(path: Path | BinaryIO) -> None:
    """Prove that the document can be opened."""
    from docx import Document  # loaded when first used

    Document(path if not isinstance(path, Path) else str(path))
