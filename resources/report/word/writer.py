"""A report as an accessible Word document.

The file is built from nothing but the report: a template would bring styles, thumbnails and properties of
its own, and python-docx has no call for most of what accessibility asks. It is opened with python-docx
before it takes its place, and a public document is searched for exempt words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile

from resources.files.writing import safe_write
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    PageBreak,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
    public_part,
)
from resources.report.cells import FIGURES
from resources.report.exempt_names import ExemptTerm
from resources.report.exemption import MARKING, SCHEDULE, paragraphs_of
from resources.report.leak_gate import refuse_leaks
from resources.report.looks import Looks
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.opening import facts, opening
from resources.report.word.package import write_package
from resources.report.word.printed import (
    keeps_with_next,
    lines_beneath,
    picture_size,
    printed_cell,
    sentence,
    table_widths,
)
from resources.report.word.styles import (
    PAGE_WIDTH,
    margin,
    numbering_part,
    recommendation_list,
    styles_part,
)
from resources.tables import Column, Table

EXEMPT_MARKING = MARKING


def save_word(
    report: Report,
    path: Path,
    *,
    exempt_terms: Sequence[ExemptTerm],
    fixed_labels: Iterable[str] = (),
    public_names: Iterable[str] = (),
) -> None:
    """Write the report, or raise Problem and leave what stood at `path` as it was.

    Without a marking the public part alone is written, and only if no exempt term is anywhere in the
    finished file; `fixed_labels` are the program's own words, `public_names` what may be named (see
    `leak_gate.search`). The marked report made by `exempt_part` is written as it is.
    """
    if not report.is_exempt:
        report = public_part(report)

    def verify(written: Path) -> None:
        _open_again(written)
        if not report.is_exempt:
            refuse_leaks(written, exempt_terms, fixed_labels=fixed_labels, public_names=public_names)

    safe_write(path, lambda temporary: _write(report, temporary), verify)


def _open_again(path: Path) -> None:
    from docx import Document  # loaded when first used
    from docx.opc.exceptions import PackageNotFoundError

    try:
        Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise Problem(
            f"The Word document could not be read back after it was written ({error}), so nothing was saved. "
            "Check that the disk is not full and save it again."
        ) from error


@dataclass
class _Writing:
    """How one document looks, and what numbers run through it."""

    looks: Looks
    tables: int = 0
    recommendations: int = 0
    pictures: list[bytes] = field(default_factory=list)


def _write(report: Report, path: Path) -> None:
    writing = _Writing(report.looks)
    body = [*opening(report), *(_block(block, writing) for block in report.blocks), _section(report)]
    for_committee = report.masthead is not None or _has_committee_blocks(report.blocks)
    write_package(
        path,
        title=report.title,
        as_at=report.as_at,
        document=xml.root("w:document", xml.tag("w:body", None, *body)),
        footer=xml.root("w:ftr", _page_numbers()),
        header=xml.root("w:hdr", *_marking(report)) if report.is_exempt else None,
        pictures=writing.pictures,
        styles=styles_part(report.looks, report.numbering, for_committee=for_committee),
        numbering=numbering_part(
            report.numbering, recommendations=max(writing.recommendations, int(for_committee))
        ),
    )


def _has_committee_blocks(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, Recommendations | SignOff) for block in blocks)


def _block(block: Block, writing: _Writing) -> Xml:
    match block:
        case Heading():
            return xml.paragraph(f"Heading{block.level}", xml.run(block.text))
        case Paragraph():
            style = "NumberedParagraph" if block.numbered else "Normal"
            return xml.paragraph(style, xml.run(block.text), keep_next=block.leads)
        case Bullets():
            return xml.joined(*(xml.paragraph("ListBullet", xml.run(item)) for item in block.items))
        case Recommendations():
            return _recommendations(block, writing)
        case SignOff():
            return _sign_off(block)
        case TickBoxes():
            return _tick_boxes(block)
        case WritingRoom():
            return _writing_room(block)
        case FactList():
            return facts(block.items)
        case TableBlock():
            return _table(block.table, block.alt, block.caption or block.table.title, writing)
        case ChartBlock():
            return _chart(block, writing)
        case PageBreak():
            return xml.page_break()
    raise TypeError(f"No way to write {type(block).__name__} in Word")


def _tick_boxes(block: TickBoxes) -> Xml:
    last = len(block.items) - 1
    boxes = (
        xml.paragraph("TickBox", xml.run(item), keep_next=block.leads or place < last)
        for place, item in enumerate(block.items)
    )
    return xml.joined(*boxes)


def _writing_room(block: WritingRoom) -> Xml:
    """The label stands once, at the beginning of the first line."""
    last = block.lines - 1
    lines = (
        xml.paragraph(
            "WritingLine",
            *([] if place else [xml.run(f"{block.label}: ")]),
            xml.tab(),
            keep_next=place < last,
        )
        for place in range(block.lines)
    )
    return xml.joined(*lines)


def _recommendations(block: Recommendations, writing: _Writing) -> Xml:
    """Each list counts from 1)."""
    again = recommendation_list(writing.recommendations) if writing.recommendations else 0
    writing.recommendations += 1
    return xml.joined(
        *(xml.paragraph("Recommendation", xml.run(item), numbering=again) for item in block.items)
    )


def _sign_off(block: SignOff) -> Xml:
    lines = [("SignOff", block.name)] if block.name else []
    lines += [("SignOffPost", block.post)] if block.post else []
    return xml.joined(*(xml.paragraph(style, xml.run(words)) for style, words in lines))


def _caption(kind: str, number: int, words: str) -> Xml:
    """'Table 1: Attendance', its number a field, so that Word can list tables and renumber."""
    counted = xml.field(f"SEQ {kind} \\* ARABIC", str(number))
    return xml.paragraph("Caption", xml.run(f"{kind} "), counted, xml.run(f": {words}"))


def _table(table: Table, alt: str, caption: str, writing: _Writing) -> Xml:
    writing.tables += 1
    number = writing.tables
    above = _caption("Table", number, caption)
    if not table.rows:
        return xml.joined(above, xml.paragraph("Normal", xml.run("None.")), *_beneath(table))
    texts = [[printed_cell(*pair) for pair in zip(table.columns, row, strict=True)] for row in table.rows]
    headings = [column.heading for column in table.columns]
    figures = [column.kind in FIGURES for column in table.columns]
    widths, fits = table_widths(headings, texts, figures, writing.looks)
    size = "" if fits else "Small"
    beneath = _beneath(table)
    shade = writing.looks.shade
    rows = [_row(table.columns, headings, widths, f"{size}TableHeading", shade=shade)]
    for place, row in enumerate(texts, 1):
        keep = keeps_with_next(place, len(texts)) if place < len(texts) else any(lines_beneath(table))
        rows.append(_row(table.columns, row, widths, f"{size}TableText", keep_next=keep))
    body = xml.table(rows, widths, style="ReportTable", title=f"Table {number}: {caption}", description=alt)
    return xml.joined(above, body, *beneath)


def _row(
    columns: Sequence[Column],
    texts: Sequence[str],
    widths: Sequence[int],
    style: str,
    *,
    shade: str = "",
    keep_next: bool = False,
) -> Xml:
    """A row of a table; the header row has a shade."""
    cells = []
    for column, text, width in zip(columns, texts, widths, strict=True):
        right = column.kind in FIGURES
        content = xml.paragraph(style, xml.run(text), keep_next=keep_next, right=right)
        cells.append(xml.cell(content, width=width, shade=shade))
    return xml.row(cells, header=bool(shade))


def _beneath(table: Table) -> list[Xml]:
    return _notes(lines_beneath(table))


def _notes(lines: Sequence[str]) -> list[Xml]:
    """Small print on one page; with none, the empty paragraph that Word wants between two tables and at the end."""
    shown = [line for line in lines if line] or [""]
    notes = [xml.paragraph("Note", xml.run(line), keep_next=True) for line in shown[:-1]]
    return [*notes, xml.paragraph("LastNote", *([xml.run(shown[-1])] if shown[-1] else []))]


def _chart(block: ChartBlock, writing: _Writing) -> Xml:
    writing.pictures.append(block.png)
    number = len(writing.pictures)
    shown = xml.picture(
        f"rIdPicture{number}",
        number,
        title=f"Figure {number}: {block.caption}",
        description=block.alt,
        size=picture_size(block.png, writing.looks),
    )
    parts = [
        _caption("Figure", number, block.caption),
        xml.paragraph("Picture", shown, keep_next=bool(block.source)),
    ]
    if block.source:
        parts += _notes([f"Source: {sentence(block.source)}"])
    if block.data is not None:
        parts.append(_table(block.data, f"The figures of figure {number}.", block.data.title, writing))
    return xml.joined(*parts)


def _marking(report: Report) -> list[Xml]:
    paragraphs = paragraphs_of(report.marking)
    return [
        xml.paragraph("Header", xml.run(EXEMPT_MARKING)),
        xml.paragraph("Header", xml.run(f"{paragraphs[0].upper()}{paragraphs[1:]} of {SCHEDULE}")),
    ]


def _page_numbers() -> Xml:
    page, pages = xml.field("PAGE", "1"), xml.field("NUMPAGES", "1")
    return xml.paragraph("Footer", xml.run("Page "), page, xml.run(" of "), pages)


def _section(report: Report) -> Xml:
    """A4 with the margins of its looks, and on every page the footer and, where there is one, the marking."""
    looks = report.looks
    sides = {"top": looks.top, "right": looks.right, "bottom": looks.bottom, "left": looks.left}
    margins = {f"w:{side}": margin(width) for side, width in sides.items()}
    references = [xml.tag("w:footerReference", {"w:type": "default", "r:id": "rIdFooter"})]
    if report.is_exempt:
        references.insert(0, xml.tag("w:headerReference", {"w:type": "default", "r:id": "rIdHeader"}))
    return xml.tag(
        "w:sectPr",
        None,
        *references,
        xml.tag("w:pgSz", {"w:w": PAGE_WIDTH, "w:h": 16838}),
        xml.tag("w:pgMar", {**margins, "w:header": 708, "w:footer": 708, "w:gutter": 0}),
    )
