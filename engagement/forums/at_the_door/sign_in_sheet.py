"""The paper to sign at the door: everybody expected, with room for a pen, and lines for who walks in.

A document of its own kind: it lies on a table at the event and holds names, so it is no report and not for publication.
"""

from pathlib import Path

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database
from resources.files.writing import safe_write
from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.package import write_package
from resources.report.word.styles import SHADE
from resources.wording import count_of

BLANK_LINES = 12
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 16838, 11906, 1134  # A4 on its side, in twentieths of a point
ROW_HEIGHT = 737  # 13 mm: room for a signature
HEADINGS = ("No.", "Name", "Provider", "Service", "Signature")
WIDTHS = (750, 3200, 3560, 3560, 3500)
MARKING = "Names of people: for use at the event, not for publication"


def people_to_sign(db: Database, event_id: str, *, unanswered: bool = False) -> list[Participant]:
    """Everybody expected, or with `unanswered` also who may still come, by provider and surname.

    The order, and so the number on the sheet, is that in which a page offers them to be ticked afterwards.
    """
    open_replies = (ParticipantStatus.INVITED, ParticipantStatus.TENTATIVE) if unanswered else ()
    people = [
        person
        for person in participants.of_event(db, event_id)
        if person.reply.counts or person.reply in open_replies
    ]
    return sorted(
        people, key=lambda person: (person.provider.casefold(), *_surname_first(person.name), person.id)
    )


def _surname_first(name: str) -> tuple[str, str]:
    first, _, last = name.strip().rpartition(" ")
    return last.casefold(), first.casefold()


def save_sign_in_sheet(db: Database, event_id: str, path: Path, *, unanswered: bool = False) -> int:
    """Write the sheet as a Word document; returns how many people are on it."""
    event, people = events.get(db, event_id), people_to_sign(db, event_id, unanswered=unanswered)
    safe_write(path, lambda temporary: _write(event, people, temporary), _open_again)
    return len(people)


def sheet_words(people: int) -> str:
    """With 12 people; of nobody, what stands on the sheet instead."""
    if people:
        return f"with {count_of(people, 'person', 'people')}"
    return f"with {BLANK_LINES} empty lines and no names, because nobody is expected yet"


def _open_again(path: Path) -> None:
    from docx import Document  # loaded when first used

    Document(str(path))


def _write(event: Event, people: list[Participant], path: Path) -> None:
    title = f"Sign-in sheet: {event.title}"
    lines = [(str(number), one.name, one.provider, one.service, "") for number, one in enumerate(people, 1)]
    lines += [("", "", "", "", "")] * BLANK_LINES
    rows = [_row(HEADINGS, header=True), *(_row(line) for line in lines)]
    body = (
        xml.paragraph("Title", xml.run(title)),
        xml.paragraph("Subtitle", xml.run(", ".join(part for part in (event.when, event.place) if part))),
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
        title=title,
        as_at=event.day,
        document=xml.root("w:document", xml.tag("w:body", None, *body)),
        footer=xml.root("w:ftr", _footer()),
        header=xml.root("w:hdr", xml.paragraph("Header", xml.run(MARKING))),
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
