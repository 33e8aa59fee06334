"""Coverage by quarter with its charts, and ratings before and after with the sentences that belong to them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.settings import Settings
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.chart_layout import LEAST_WIDTH
from desktop.widgets.notes import Notes
from desktop.widgets.parts import label, scrolled, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from engagement.forums.reach.coverage import Coverage, coverage_table
from engagement.forums.reach.rating_changes import (
    NOT_PROOF,
    RatingChanges,
    change_sentences,
    changes_table,
    compare,
)
from engagement.forums.reach.tables import of_words
from resources.spans import Span
from resources.tables import Table
from resources.wording import date_words

_SCROLL_BAR = 12
_SOURCE = "Source: the attendance record of the forums"


class TableWithNotes(QWidget):
    """A table whose columns never change, and what is to be said beneath it."""

    def __init__(self, empty: Table, name: str, settings: Settings) -> None:
        super().__init__()
        self.shown = empty
        self._model = RowsModel(empty.columns)
        self.table = TableView(self._model, name=name, title=empty.title, settings=settings)
        self._notes = Notes()
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 8, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self._notes)

    def show_table(self, made: Table, *also: str) -> None:
        """Other rows."""
        self.shown = made
        self._model.set_rows(made.rows)
        self._notes.say(" ".join((*also, f"{made.base.rstrip('.')}.", *made.notes)))


class QuartersView(QWidget):
    """A table, and beside it charts of coverage and of no-shows."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.left = TableWithNotes(coverage_table(()), "reach_quarters", settings)
        self.reached = BarChart(Bars("", ("Services", "Providers"), [], stacked=False))
        self.no_shows = BarChart(Bars("", ("No-shows",), []))
        charts = _beneath_each_other([self.reached, self.no_shows], "Charts of coverage and no-shows")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(side_by_side(self.left, charts, sizes=(860, 320)))

    def show_quarters(self, found: Sequence[Coverage]) -> None:
        """Draw what each quarter came to."""
        self.left.show_table(coverage_table(found))
        last = found[-1]
        until = f"to {date_words(last.span.last)}"
        self.reached.show_bars(
            Bars(
                f"{of_words(last.services, 'services')} came, {last.span.short}",
                ("Services", "Providers"),
                [(_name(one), (_figure(one.services.shown), _figure(one.providers.shown))) for one in found],
                subtitle=f"% of services and providers in the register that came to something, {until}",
                source=_SOURCE,
                stacked=False,
                unit="%",
            )
        )
        self.no_shows.show_bars(
            Bars(
                f"{of_words(last.no_shows, 'people')} with a place did not come, {last.span.short}",
                ("No-shows",),
                [(_name(one), (_figure(one.no_shows.shown),)) for one in found],
                subtitle=f"% of the people who had a place, {until}",
                source=_SOURCE,
                unit="%",
            )
        )


def _beneath_each_other(parts: Sequence[QWidget], name: str) -> QScrollArea:
    """What stands beside a table, one part beneath another."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(PANE, 8, PANE, PANE)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    made = scrolled(inner, name, sideways=False)
    made.setMinimumWidth(LEAST_WIDTH + 2 * PANE + _SCROLL_BAR)
    # nothing in it takes the keyboard, which has to scroll it
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _name(one: Coverage) -> str:
    return one.span.short if one.span.ends_a_quarter else "Quarter so far"


def _figure(percent: int | None) -> float | None:
    return None if percent is None else float(percent)


class ChangesView(QWidget):
    """The table, and beside it what became of both groups and what that does not show."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        never = Span(date.min, date.min)
        empty = changes_table(compare(never, never, {}, {}, {}))
        self.left = TableWithNotes(empty, "reach_changes", settings)
        self.sentences = [label("", "bold", wrap=True, copyable=True) for _ in range(2)]
        self.warning = label(NOT_PROOF, wrap=True, copyable=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        beside = _beneath_each_other([*self.sentences, self.warning], "What became of ratings")
        whole.addWidget(side_by_side(self.left, beside, sizes=(860, 320)))

    def show_changes(self, found: RatingChanges) -> None:
        """Say what became of both groups."""
        for one, words in zip(self.sentences, change_sentences(found), strict=True):
            one.setText(words)
        made = changes_table(found)
        self.left.show_table(replace(made, notes=tuple(one for one in made.notes if one != NOT_PROOF)))
        self.left.shown = made  # what is saved keeps the warning
