"""Saving the papers of a meeting, as the window and the command line both do."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop.documents import document_name, hold_exempt_facts, save_exempt, save_public
from engagement.forums.meeting.agenda_paper import agenda_report
from engagement.forums.meeting.minutes_paper import Version, carried_terms, minutes_report, people_named
from engagement.forums.meeting.papers import names_are_withheld
from resources.database import Database
from resources.files.names import name_of
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
    Paragraph,
    Report,
    TableBlock,
    public_part,
)
from resources.tables import Cell, Column, Table


@dataclass(frozen=True)
class SavedPaper:
    """Where a paper was written, and its exempt appendix where it has one."""

    path: Path
    appendix: Path | None = None

    @property
    def words(self) -> str:
        """As a toast says it."""
        also = f", and the exempt appendix “{name_of(self.appendix)}”" if self.appendix else ""
        return f"Saved “{name_of(self.path)}”{also}"


def save_agenda(db: Database, event_id: str, path: Path, *, today: date) -> SavedPaper:
    """The agenda for those who are asked; exempt items in an appendix beside it."""
    report = agenda_report(db, event_id, today=today)
    if report.is_exempt:
        return _whole(report, path)
    carried = [] if names_are_withheld(db, event_id) else carried_terms(db, event_id)
    return SavedPaper(save_public(db, report, path, also=carried), save_exempt(report, path))


def save_minutes(db: Database, event_id: str, path: Path, version: Version, *, now: datetime) -> SavedPaper:
    """The minutes, with names for those who were there or for publication without.

    Those with names are no public document and name homes that may be named among themselves; what they must not tell
    is of which a contract status is exempt. The published ones go through the whole gate, and no exempt appendix
    goes with them.
    """
    report = minutes_report(db, event_id, version, now=now)
    if report.is_exempt:
        return _whole(report, path)
    if version is Version.PUBLISHED:
        return SavedPaper(save_public(db, report, path, also=people_named(db, event_id)))
    _refuse_exempt_facts(db, report)
    return SavedPaper(_written(public_part(report), path), save_exempt(report, path))


def _whole(report: Report, path: Path) -> SavedPaper:
    """All of it, marked on every page."""
    return SavedPaper(_written(report, path))


def _written(report: Report, path: Path) -> Path:
    from resources.report.word import save_word  # loaded when first used

    path = document_name(path)
    save_word(report, path, exempt_terms=())
    return path


def _refuse_exempt_facts(db: Database, report: Report) -> None:
    said: dict[str, list[str]] = {"": []}
    under = ""
    for block in public_part(report).blocks:
        if isinstance(block, Heading):
            under = block.text
            said.setdefault(under, [])
        said[under] += _words(block)
    telling = [
        heading for heading, words in said.items() if hold_exempt_facts(db, [_one_cell(" ".join(words))])
    ]
    if telling:
        raise Problem(
            "The minutes were not saved: they name a service beside a contract status that is exempt. Mark the item "
            "as exempt, or change what is written there.",
            details=tuple(heading or "At the top" for heading in telling),
        )


def _one_cell(text: str) -> Table:
    rows: list[tuple[Cell, ...]] = [(text,)]
    return Table("Minutes", (Column("text", "Text"),), rows)


def _words(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [block.text]
        case Bullets():
            return list(block.items)
        case FactList():
            return [words for fact in block.items for words in fact]
        case TableBlock():
            return [str(cell) for row in block.table.rows for cell in row]
    return []
