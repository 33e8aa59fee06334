"""The public summary of i-Work in Word, and its sections for a committee report. The register has to be open."""

from datetime import date

from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, FactList, House, Report
from workforce.iwork.figures.figures import IWorkFigures, iwork_figures
from workforce.iwork.figures.periods import end_words
from workforce.iwork.figures.sections import HEADING, committee_blocks, summary_blocks

LOCKED = (
    "The i-Work register is locked, so that its figures cannot be read. Unlock it on the page i-Work first, then make "
    "the document again."
)


def iwork_summary(vault: Database, db: Database, last: date, *, today: date) -> Report:
    """Figures for everybody, up to a day."""
    found = iwork_figures(vault, db, last, today=today)
    return Report(
        HEADING, f"Figures, {end_words(last)}", last, (_facts(found), *summary_blocks(found)), house(db)
    )


def committee_sections(vault: Database | None, db: Database, last: date, *, today: date) -> tuple[Block, ...]:
    """Sections for a committee report; raises Problem with what to do where the register is locked (None)."""
    if vault is None:
        raise Problem(LOCKED)
    return committee_blocks(iwork_figures(vault, db, last, today=today))


def committee_report(vault: Database, db: Database, last: date, *, today: date) -> Report:
    """The same as a document of its own."""
    blocks = committee_sections(vault, db, last, today=today)
    return Report("i-Work: for a committee report", end_words(last), last, blocks, house(db))


def house(db: Database) -> House:
    """Who writes."""
    head = letterhead(db)
    return House(head.council, head.team, ", ".join(part for part in (head.phone, head.email) if part))


def _facts(found: IWorkFigures) -> FactList:
    return FactList((("Period", found.period.words),))
