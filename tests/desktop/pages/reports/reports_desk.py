"""What tests of the page of reports begin with: the page, a report, and sections that tell what a test wants told."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.committee import sections
from desktop.pages.reports.reports import ReportsPage
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.page import Desk
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import CommitteeReport, begin_report
from resources.database import Database
from resources.report.blocks import Heading, Paragraph
from resources.report.committee.section import Ask, Section, SectionRecord
from resources.report.exemption import Exemption
from resources.report.told import Figure
from resources.spans import Span
from resources.tables import Column, Table

NOW = datetime(2019, 12, 2, 9, tzinfo=UTC)
QUARTER = Span(date(2019, 7, 1), date(2019, 9, 30))
AFFAIRS = Exemption(
    3, "It names Rosewood House.", "Telling it would harm the service.", "Members", "2020-03-01"
)


def held_section(number: int = 12) -> Section:
    """One public sentence with a figure and its rows, and one that is exempt."""
    figure = Figure("held.events", f"{number} events", number, None, "events")
    return Section(
        blocks=(
            Heading("Forums", 2),
            Paragraph(f"{number} events were held.", numbered=True, key="held", figures=(figure,)),
            Paragraph("Rosewood House is suspended.", numbered=True, key="kept", exempt=AFFAIRS),
        ),
        as_at="30 September 2019",
        rows={"events": lambda: Table("Events", (Column("event", "Event"),), (("Forum in Mansfield",),))},
    )


def made_by(make: Callable[[Ask], Section]) -> tuple[SectionRecord, ...]:
    """The section of forums alone, made as a test wants it."""
    return (SectionRecord("forums", "Forums", "What was held, and who came.", make),)


def use_sections(monkeypatch: pytest.MonkeyPatch, made: tuple[SectionRecord, ...]) -> None:
    """Let the program know these sections and no others."""
    from desktop.pages.reports import compose_side, line_adding

    for module in (sections, compose_side, line_adding):
        monkeypatch.setattr(module, "SECTIONS", made)


def begin(db: Database, title: str = "Quality in adult social care") -> CommitteeReport:
    """A report for December's meeting about the summer quarter."""
    at = add_meeting(db, "Adult Social Care and Public Health Committee", date(2019, 12, 9))
    return begin_report(db, title, at.id, QUARTER)


def page_at(desk: Desk, qtbot: QtBot, side: type[PageSide]) -> ReportsPage:
    """The page as it is seen when somebody has turned to a side; it follows changes as the window's does."""
    made = ReportsPage(desk, now=lambda: NOW)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, side)))
    made.show()
    made.reload()
    return made
