"""The paper to sign on the day: everybody expected, with room for a pen, and lines for who walks in.

A document of its own kind: it lies on a table and holds names, so it is no report and not for publication.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resources.files.writing import safe_write
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.package import write_package
from resources.report.word.pages import open_again
from resources.report.word.styles import SHADE
from resources.wording import count_of

BLANK_LINES = 12
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 16838, 11906, 1134  # A4 on its side, in twentieths of a point
ROW_HEIGHT = 737  # 13 mm: room for a signature
HEADINGS = ("No.", "Name", "Provider", "Service", "Signature")
WIDTHS = (750, 3200, 3560, 3560, 3500)


@dataclass(frozen=True)
class Expected:
    """Somebody on the sheet."""

    name: str
    provider: str
    service: str


@dataclass(frozen=True, kw_only=True)
class SignInSheet:
    """`of` is what people sign for, `marking` what stands above each page."""

    of: str
    when_and_where: str
    day: date
    people: Sequence[Expected]
    marking: str

    @property
    def title(self) -> str:
        """Sign-in sheet: Moving and handling."""
        return f"Sign-in sheet: {self.of}"


def save_sheet(sheet: SignInSheet, path: Path) -> None:
    """Write it as a Word document, a line for each person and empty ones after them."""
    safe_write(path, lambda temporary: _write(sheet, temporary), open_again)


def sheet_words(people: int) -> str:
    """With 12 people; of nobody, what stands on the sheet instead."""
    if people:
        return f"with {count_of(people, 'person', 'people')}"
    return f"with {BLANK_LINES} empty lines and no names, because nobody is expected yet"


def _write(sheet: SignInSheet, path: Path) -> None:
    lines = [
        (str(number), one.name, one.provider, one.service, "") for number, one in enumerate(sheet.people, 1)
    ]
    lines += [("", "", "", "", "")] * BLANK_LINES
    rows = [_row(HEADINGS, header=True), *(_row(line) for line in lines)]
    body = (
        xml.paragraph("Title", xml.run(sheet.title)),
        xml.paragraph("Subtitle", xml.run(sheet.when_and_where)),
        xml.table(
            rows,
            list(WIDTHS),
            style="ReportTable",
            title="People expected",
            description="A line for each person expected, with space to sign, then empty lines for others.",
        ),
        xml.paragraph("LastNote"),
        _section(),
    )
    write_package(
        path,
        title=sheet.title,
        as_at=sheet.day,
        document=xml.root("w:document", xml.tag("w:body", None, *body)),
        footer=xml.root("w:ftr", _footer()),
        header=xml.root("w:hdr", xml.paragraph("Header", xml.run(sheet.marking))),
        pictures=[],
    )


def _row(texts: tuple[str, ...], *, header: bool = False) -> Xml:
    style = "TableHeading" if header else "TableText"
    cells = [
        xml.cell(xml.paragraph(style, xml.run(text)), width=width, shade=SHADE if header else "")
        for text, width in zip(texts, WIDTHS, strict=True)
    ]
    height = xml.tag("w:trHeight", {"w:val": ROW_HEIGHT, "w:hRule": "atLeast"})
    properties = [xml.tag("w:cantSplit"), *([xml.tag("w:tblHeader")] if header else [height])]
    return xml.tag("w:tr", None, xml.tag("w:trPr", None, *properties), *cells)


def _footer() -> Xml:
    return xml.paragraph(
        "Footer", xml.run("Page "), xml.field("PAGE", "1"), xml.run(" of "), xml.field("NUMPAGES", "1")
    )


def _section() -> Xml:
    margins = dict.fromkeys((f"w:{side}" for side in ("top", "right", "bottom", "left")), MARGIN)
    return xml.tag(
        "w:sectPr",
        None,
        xml.tag("w:headerReference", {"w:type": "default", "r:id": "rIdHeader"}),
        xml.tag("w:footerReference", {"w:type": "default", "r:id": "rIdFooter"}),
        xml.tag("w:pgSz", {"w:w": PAGE_WIDTH, "w:h": PAGE_HEIGHT, "w:orient": "landscape"}),
        xml.tag("w:pgMar", {**margins, "w:header": 567, "w:footer": 567, "w:gutter": 0}),
    )
