"""Home: what wants doing, with one action each, and four small charts."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import clock
from desktop.capabilities import attention
from desktop.shell.actions import Action
from desktop.shell.looks.look import GROUP, PANE, Tone
from desktop.shell.looks.style import text_scale
from desktop.shell.page import Desk, Page
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, empty_layout, hairline, label, scrolled, side_by_side
from engagement import glance
from engagement.register.providers import any_held
from resources.attention import Attention, Urgency
from resources.tables import Table
from resources.wording import count_of, date_words, in_london

_RATINGS = (Tone.INADEQUATE, Tone.REQUIRES_IMPROVEMENT, Tone.GOOD, Tone.OUTSTANDING)
_LEAST_LINE = 260  # words over several lines, and the button beside them
URGENT = (Urgency.TODAY, Urgency.DUE)


class HomePage(Page):
    """The working list at the left, figures at a glance at the right."""

    covered_because = "it lists by name what waits for the team"

    def __init__(
        self,
        desk: Desk,
        *,
        explore_sample: Callable[[], object] | None = None,
        ask_council: Callable[[], object] | None = None,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        super().__init__(desk.changes)
        self._desk, self._now, self._ask_council = desk, now, ask_council
        self._number = 0
        self._first: QWidget | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(PANE)
        self._charts = QVBoxLayout()
        self._charts.setSpacing(24)
        self._empty = EmptyPage(
            "This database is empty. Import CQC's directory and latest ratings to fill the register.",
            Action("home_import", "Import CQC files", partial(desk.navigator.go, "imports")),
            Action("home_sample", "Explore sample data", explore_sample) if explore_sample else None,
        )
        waiting = _in_a_column(self._lines, "What wants doing")
        waiting.setMinimumWidth(round(_LEAST_LINE * text_scale()))
        self._body = side_by_side(
            waiting, _in_a_column(self._charts, "Figures at a glance"), sizes=(660, 500)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._body, 1)

    def reload(self) -> None:
        """Ask every capability again."""
        filled = any_held(self._desk.db)
        self._empty.setVisible(not filled)
        self._body.setVisible(filled)
        if filled:
            now = self._now()
            self._show_lines(attention(self._desk.db, now))
            self._show_charts(in_london(now).date())
        if self.window().focusWidget() is self:
            self.focus_first()  # the window put it here before there was a line

    def _show_lines(self, lines: list[Attention]) -> None:
        empty_layout(self._lines)
        self._number, self._first, heading = len(lines), None, None
        if not lines:
            self._lines.addWidget(label("Nothing waits for you today.", "section", wrap=True))
        for line in lines:
            if line.urgency is not heading:
                heading = line.urgency
                self._lines.addWidget(label(heading.value, "section"))
            self._lines.addLayout(self._line(line))
            self._lines.addWidget(hairline())
        self._lines.addStretch(1)

    def _line(self, line: Attention) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(line.what, "bold", wrap=True))
        words.addWidget(label(line.detail, "quiet", wrap=True))
        act = button(line.verb, name=f"{line.verb}: {line.what}")
        act.clicked.connect(partial(self._desk.navigator.go, line.page, line.key))
        self._first = self._first or act
        row = QHBoxLayout()
        row.setSpacing(GROUP)
        row.addLayout(words, 1)
        row.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _show_charts(self, today: date) -> None:
        empty_layout(self._charts)
        ratings = glance.ratings_now(self._desk.db, today)
        tables = (
            (ratings, True, _RATINGS, "%"),
            (glance.forums_lately(self._desk.db), True, (), ""),
            (glance.inspections_by_quarter(self._desk.db, today), False, (), ""),
            (glance.services_by_district(self._desk.db), False, (), ""),
        )
        for table, stacked, tones, unit in tables:
            if table.rows:
                self._charts.addWidget(BarChart(_bars(table, stacked=stacked, tones=tones, unit=unit)))
        if not any(table.rows for table, *_ in tables):
            self._say_no_charts()
        self._charts.addStretch(1)

    def _say_no_charts(self) -> None:
        said = "Charts appear when the register holds your council's services."
        if self._ask_council is None:
            self._charts.addWidget(label(said, "quiet", wrap=True))
            return
        self._charts.addWidget(label(f"{said} Say which council is yours.", "quiet", wrap=True))
        choose = button("Your council…", "link")
        choose.clicked.connect(self._ask_council)
        self._charts.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)

    def status_text(self) -> str:
        """How much waits."""
        return f"{count_of(self._number, 'thing', 'things')} to do" if self._number else "nothing waits"

    def focus_first(self) -> None:
        """The first line's action."""
        (self._empty if self._body.isHidden() else self._first or self).setFocus()


def _in_a_column(layout: QVBoxLayout, name: str) -> QScrollArea:
    inner = QWidget()
    layout.setContentsMargins(PANE, 4, GROUP, PANE)
    inner.setLayout(layout)
    return scrolled(inner, name, sideways=False)


def _bars(table: Table, *, stacked: bool, tones: tuple[Tone, ...], unit: str) -> Bars:
    """The chart of a table: its first column names the rows, and its percentages or numbers are the bars."""
    shown = [column for column in table.columns[1:] if not (unit and column.name == "rated")]
    rows = [(str(row[0]), tuple(float(cell or 0) for cell in row[1 : 1 + len(shown)])) for row in table.rows]
    parts = [table.base, date_words(table.as_at) if table.as_at else ""]
    source = f"Source: {table.source}" if table.source else ""
    subtitle = ", ".join(part for part in parts if part)
    series = tuple(column.heading for column in shown)
    return Bars(
        table.title, series, rows, subtitle=subtitle, source=source, stacked=stacked, unit=unit, tones=tones
    )
