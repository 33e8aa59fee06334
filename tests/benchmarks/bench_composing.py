"""A report to the committee on the sample county: made with all its sections, checked, and while it is written."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from desktop.capabilities import CAPABILITIES
from desktop.committee.checking import check_report, write_both
from desktop.committee.making import SectionCache, make_report
from desktop.sample_making import fill_with_sample
from engagement.committee.items import add_paragraph, edit_item, items_of
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import begin_report
from resources.database import Database, open_file
from resources.spans import Span, quarters
from tests.benchmarks.measure import Figure, milliseconds

TODAY = date(2026, 3, 4)
FIRST, AGAIN, LOOKED, EDITED = 3_000.0, 50.0, 3_000.0, 200.0


def bench_composing(smoke: bool) -> Iterator[Figure]:
    """Cold, warm, checked, and one paragraph edited until the page shows it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "office.providerdesk"
        file = open_file(path, CAPABILITIES, who="Benchmark", create=True)
        db = file.db
        if not smoke:
            fill_with_sample(db, today=TODAY)
        report = _begun(db)
        make = partial(make_report, db, None, report, today=TODAY)
        yield Figure("made for the first time, all sections", milliseconds(make), budget=FIRST)
        yield Figure("made again, nothing kept", milliseconds(make), budget=FIRST)
        kept = SectionCache()
        make(kept=kept)
        rounds = range(1 if smoke else 5)
        yield Figure(
            "made again, facts unchanged",
            median(milliseconds(lambda: make(kept=kept)) for _ in rounds),
            budget=AGAIN,
        )
        made = make(kept=kept)
        yield Figure("both documents written", milliseconds(lambda: write_both(made)))
        yield Figure(
            "checked: written, searched, looked at",
            milliseconds(lambda: check_report(db, None, made)),
            budget=LOOKED,
        )
        file.close()
        yield from _shown(path, report, rounds)


def _begun(db: Database) -> str:
    """With every section, and a paragraph to edit."""
    whole: Span = [one for one in quarters(TODAY, 4) if one.last < TODAY][-1]
    at = add_meeting(db, "Committee that is timed", date(2026, 4, 20))
    made = begin_report(db, "Quality in adult social care", at.id, whole)
    add_paragraph(db, made.id, "The team visited twelve homes.")
    return made.id


def _shown(path: Path, report: str, rounds: range) -> Iterator[Figure]:
    """An edit of a paragraph, from the act until its page is painted."""
    with _composing(path, report) as (app, side):
        line = items_of(side._desk.db, report)[-1].id
        side.links.go_to_line(line)
        times = [milliseconds(partial(_edit, app, side, line, number)) for number in rounds]
        yield Figure("a paragraph edited until its page is painted", median(times), budget=EDITED)


def _edit(app: Any, side: Any, line: str, number: int) -> None:
    view, words = side.parts.preview.view, f"The team visited {number + 20} homes."
    edit_item(side._desk.db, line, text=words)
    while not any(
        words in str(view.blocks.data(view.blocks.index(row))) for row in range(view.blocks.rowCount())
    ):
        app.processEvents()
    view.viewport().repaint()


@contextmanager
def _composing(path: Path, report: str) -> Iterator[tuple[Any, Any]]:
    """The program's window with the report on its page, all figures read."""
    from PySide6.QtWidgets import QApplication  # this module is also read where there is no Qt

    from desktop.office import Office
    from desktop.pages.reports.compose_side import ComposeSide
    from desktop.shell.looks.look import Theme
    from desktop.shell.looks.style import apply_style
    from desktop.shell.settings import Settings

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ["PROVIDER_DESK_HOME"] = home
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        apply_style(app, Theme.LIGHT)
        office = Office(Settings())
        office.open(path)
        assert office.window is not None
        office.window.resize(1366, 738)
        office.window.show_page("reports")
        page = office.window.page("reports")
        page.chosen.choose(report)
        page.turn_to(ComposeSide.tab, "")
        side = page.current
        while side.live.is_making or side.made() is None:
            app.processEvents()
        yield app, side
        office.quit()
