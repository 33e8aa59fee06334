"""The figures of an event's feedback: how many answered, each question in a table and a chart, and the themes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.shell.settings import Settings
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.parts import label, scrolled
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from engagement.forums.feedback.comments import Comment
from engagement.forums.feedback.feedback_tables import FIGURES_COLUMNS, SATISFIED, figures_table, themes_table
from engagement.forums.feedback.figures import EventFeedback
from engagement.forums.feedback.sections import finding, satisfied_table


class FeedbackFigures:
    """Three parts for the view to place: `said` above, the `table`, and `beside` it the chart over the `themes`."""

    def __init__(self, settings: Settings) -> None:
        self._words, self._notes = label("", "bold", wrap=True), label("", "quiet", wrap=True)
        self._rows = RowsModel(FIGURES_COLUMNS)
        self.table = TableView(self._rows, name="feedback_figures", title="Feedback", settings=settings)
        self.table.setMinimumHeight(with_text(110))
        self._theme_rows = RowsModel(themes_table([], "").columns)
        self.themes = TableView(
            self._theme_rows, name="feedback_theme_counts", title="Themes", settings=settings
        )
        self.chart = BarChart(Bars("", ("Satisfied",), []))
        self.said = self._said()
        self.beside = self._beside()

    def _said(self) -> QVBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._words)
        said.addWidget(self._notes)
        return said

    def _beside(self) -> QSplitter:
        """The chart, which scrolls where there is little room, over the themes."""
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(PANE, 6, PANE, 0)
        within.addWidget(self.chart)
        within.addStretch(1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(scrolled(inside))
        split.addWidget(self.themes)
        split.setSizes([210, 210])
        return split

    def show_figures(self, found: EventFeedback, comments: Sequence[Comment]) -> None:
        """Those of this event, and how many of its comments are about each theme."""
        table = figures_table(found)
        self._words.setText(found.in_words())
        self._notes.setText(_note(found))
        self._notes.setToolTip("\n".join(table.notes))
        self._rows.set_rows(table.rows)
        self._theme_rows.set_rows(themes_table(comments, found.event.title).rows)
        self.chart.show_bars(_bars(found))


def _note(found: EventFeedback) -> str:
    small = [one for one in found.measured if one.satisfied is not None and one.satisfied.small]
    if not small:
        return SATISFIED
    return "Small bases are marked: one answer more or fewer changes them a good deal."


def _bars(found: EventFeedback) -> Bars:
    table = satisfied_table(found)
    rows = [(str(row[0]), tuple(float(cell or 0) for cell in row[1:])) for row in table.rows]
    series = tuple(column.heading for column in table.columns[1:])
    return Bars(finding(found), series, rows, subtitle="People who answered the question")
