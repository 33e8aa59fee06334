"""What journeys by keyboard have in common: a new file, all of it undone and done again, a document read back."""

from itertools import cycle
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from desktop.capabilities import CAPABILITIES
from desktop.office import Office
from resources.database import OpenFile, backups, history, open_file
from resources.database.history import logical_dump
from tests.journeys.typist import Typist

PAGES = ("Home", "Providers", "Contacts", "Forums", "Market", "Survey", "Funding", "Training", "Imports", "History",
         "Backups")  # fmt: skip


def start_a_database(office: Office, person: Typist, path: Path) -> OpenFile:
    office.start()
    person.tab_to("Start a new database")
    with person.choosing_file(str(path)):
        person.press("Return")
    person.wait_for_window("Care team – Provider Desk")
    assert office.opened is not None
    return office.opened


def headings(document: WordDocument) -> list[tuple[str, str]]:
    styles = ((one.style.name if one.style is not None else "", one.text) for one in document.paragraphs)
    return [(name, text) for name, text in styles if name and name.startswith(("Title", "Heading"))]


def tables(document: WordDocument) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in one.rows] for one in document.tables]


def alt_texts(document: WordDocument) -> list[str]:
    """What a screen reader says of each picture and each table."""
    found = document.element.body.iter(qn("wp:docPr"), qn("w:tblDescription"))
    return [str(one.get("descr") or one.get(qn("w:val")) or "") for one in found]


def text_of(document: WordDocument) -> str:
    return "\n".join(one.text for one in document.paragraphs)


def undo_everything(person: Typist, opened: OpenFile) -> None:
    """One after the other, on whichever page: each follows what was taken away beneath it."""
    pages = cycle(PAGES)
    while (following := history.next_undo(opened.db)) is not None:
        person.do(next(pages))
        person.press("Ctrl+Z")
        person.wait_for_words(f"Undone: {following.action}")


def redo_everything(person: Typist, opened: OpenFile) -> None:
    pages = cycle(reversed(PAGES))
    while (following := history.next_redo(opened.db)) is not None:
        person.do(next(pages))
        person.press("Ctrl+Y")
        person.wait_for_words(f"Done again: {following.action}")


def reopen(path: Path, empty: list[str]) -> None:
    """The file is free and whole, and a backup was made on closing."""
    assert not path.with_name(path.name + "-wal").exists()
    again = open_file(path, CAPABILITIES)
    assert (again.was_checked, list(logical_dump(again.db))) == (False, empty)
    assert again.db.value("pragma integrity_check") == "ok"
    again.close()
    assert backups.listed(path)[0].reason == "on closing"  # on a slow computer others were made before
