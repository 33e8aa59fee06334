"""The page of reports over the sample county: its sides and the dialogs of composing, at every size looked at."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.reports.compose_side import ComposeSide
from desktop.pages.reports.reports import ReportsPage
from desktop.pages.reports.reports_side import ReportsSide
from desktop.shell.frame.window import MainWindow
from engagement.committee.items import add_paragraph, items_of, set_exempt
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.reports import begin_report, reports
from resources.report.committee.outline import ItemKind
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.spans import Span
from tests.journeys.test_audit import _audit_dialogs, faults, in_words, not_reached, settled, window

__all__ = ["window"]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Iterator[ReportsPage]:
    """With a report that has typed lines, public and exempt."""
    window.show_page("reports")
    made = window.page("reports")
    assert isinstance(made, ReportsPage)
    db = made._desk.db
    if not reports(db):
        at = add_meeting(db, "Adult Social Care and Public Health Committee", date(2030, 12, 9))
        report = begin_report(
            db, "Quality in adult social care", at.id, Span(date(2019, 7, 1), date(2019, 9, 30))
        )
        add_recommendation(db, report.id, "members note the report")
        typed = add_paragraph(db, report.id, "The team visited twelve homes.")
        set_exempt(db, typed.id, Exemption(3, "It tells of a provider’s money."))
    yield made
    made._desk.jobs.finish()


def test_no_side_of_the_reports_has_a_fault(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    for side in page.sides:
        page.turn_to(side.tab, "")
        if isinstance(side, ComposeSide):
            qtbot.waitUntil(lambda at=side: not at.live.is_making, timeout=60_000)  # type: ignore[misc]
        found[side.tab] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    assert len(found) == len(page.sides)
    assert not in_words(found), "\n".join(in_words(found))


def test_no_dialog_of_composing_has_a_fault(window: MainWindow, page: ReportsPage, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    listed = next(one for one in page.sides if isinstance(one, ReportsSide))
    page.turn_to(ReportsSide.tab, "")
    _audit_dialogs(window, qtbot, [listed.acts.begin, listed.acts.edit], found)
    page.turn_to(ComposeSide.tab, "")
    side = page.current
    assert isinstance(side, ComposeSide)
    qtbot.waitUntil(lambda: not side.live.is_making, timeout=60_000)
    made = side.made()
    assert made is not None
    db, report = page._desk.db, page.chosen.key
    sentence = next(at for at, one in enumerate(made.composed.origins) if one.sentence)
    with_rows = next(at for at, one in enumerate(made.composed.origins) if _opens(side, at))
    adding = side.lines.adding
    acts = [
        partial(side.blocks.edit, sentence), partial(side.blocks.open_rows, with_rows),
        partial(side.lines.edit_part, Part.STATUTORY), partial(side.lines.edit_part, Part.FINANCIAL_COMMENTS),
        partial(adding.add_typed, ItemKind.PARAGRAPH), partial(adding.add_typed, ItemKind.HEADING),
        adding.add_picture, partial(side.recommendations.open, report), side.saving.save,
    ]  # fmt: skip
    _audit_dialogs(window, qtbot, acts, found)
    side.links.go_to_line(items_of(db, report)[-1].id)
    _audit_dialogs(window, qtbot, [side.lines.say_exempt, side.lines.edit], found)
    side.links.go_to_line(next(one.id for one in items_of(db, report) if side.lines.choices(one)))
    _audit_dialogs(window, qtbot, [side.lines.choose_options], found)
    assert len(found) == 2 + len(acts) + 3
    assert not in_words(found), "\n".join(in_words(found))


def _opens(side: ComposeSide, place: int) -> bool:
    from desktop.pages.reports.block_acts import figures_with_rows

    made = side.made()
    return made is not None and bool(figures_with_rows(made, made.composed.origins[place]))
