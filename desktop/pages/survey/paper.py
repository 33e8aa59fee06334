"""Figures as one reads them: a chart, what it is of, its table beneath, and notes; as many of them as there are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale, with_text
from desktop.widgets.bars import Bars
from desktop.widgets.chart import BarChart
from desktop.widgets.parts import empty_layout, label, scrolled
from desktop.widgets.tables.small_table import SmallTable
from desktop.widgets.trend import Trend
from desktop.widgets.trend_chart import TrendChart
from resources.tables import Table

_WHOLE, _PART = 40, 12
_LEAST_HEIGHT = 230
_EACH_BELOW = (230, 250)
LARGE_TEXT = 1.5
"""From this size of text on there is no room for two things side by side."""
FONT_CHANGES = frozenset({QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange})


def _most_rows(table: Table) -> int:
    """A short table is shown whole; a long one scrolls, so that what is beneath is not far away."""
    return _WHOLE if len(table.rows) <= _WHOLE else _PART


@dataclass(frozen=True)
class Part:
    """A chart and the table that says the same. `said` are sentences above; without a chart the `title` stands there.

    `keys` name the table's rows, for a page that follows the cursor.
    """

    title: str
    chart: Bars | Trend | None = None
    table: Table | None = None
    said: Sequence[str] = ()
    notes: Sequence[str] = ()
    keys: Sequence[str] = ()


@dataclass(frozen=True)
class Figures:
    """All that is shown of one thing. Copied and saved is the `whole` table, else the first."""

    parts: Sequence[Part] = ()
    whole: Table | None = None

    @property
    def chart(self) -> Bars | Trend | None:
        """The first chart."""
        return next((part.chart for part in self.parts if part.chart is not None), None)

    @property
    def table(self) -> Table | None:
        """What is copied and saved."""
        return self.whole or next((part.table for part in self.parts if part.table is not None), None)


class SideOrBelow(QSplitter):
    """A table and what is said of its row, side by side; with large text the one above the other, over the whole width.

    Each then has room enough to be read, and whoever holds it scrolls.
    """

    def __init__(self, left: QWidget, right: QWidget, *, sizes: tuple[int, int]) -> None:
        super().__init__()
        self._parts, self._sizes = (left, right), list(sizes)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.place()

    def place(self) -> None:
        """As the size of text now asks for."""
        below = text_scale() >= LARGE_TEXT
        turned = Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal
        heights = [with_text(one) if below else 0 for one in _EACH_BELOW]
        for part, height in zip(self._parts, heights, strict=True):
            part.setMinimumHeight(height)
        self.setMinimumHeight(sum(heights) + self.handleWidth() if below else with_text(_LEAST_HEIGHT))
        if turned is not self.orientation() or not self.isVisible():
            self.setOrientation(turned)
            self.setSizes(heights if below else self._sizes)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; text may have become larger."""
        super().changeEvent(event)
        if event.type() in FONT_CHANGES and self.count() == len(_EACH_BELOW):
            self.place()


def with_room(filters: QWidget, parts: QWidget) -> QScrollArea:
    """What is chosen above what is shown; where large text leaves too little room for both, they scroll together."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(filters)
    column.addWidget(parts, 1)
    if not isinstance(parts, SideOrBelow):
        parts.setMinimumHeight(with_text(_LEAST_HEIGHT))
    return scrolled(inside, sideways=False)


class Paper(QWidget):
    """Shows Figures; it scrolls where there is little room. `tables` are those shown, in order.

    `row_moved` carries the key of the row that the cursor comes to in the first table.
    """

    row_moved = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.figures = Figures()
        self._made: list[_PartWidgets] = []
        self.tables: list[SmallTable] = []
        self.charts: list[BarChart | TrendChart] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(PANE, 4, PANE, PANE)
        self._column.setSpacing(8)
        self._scroll: QScrollArea = scrolled(self._inside, name, sideways=False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_figures(self, figures: Figures, *, from_top: bool = True) -> None:
        """Show these. What can stay as it is, such as a table with the same columns, is filled anew."""
        if not self._fill_anew(figures):
            self._build(figures)
        self.figures = figures
        if from_top:
            self._scroll.verticalScrollBar().setValue(0)

    def show_chart(self, chart: Bars | Trend) -> None:
        """Another first chart, everything else staying as it is."""
        first, *others = self.figures.parts
        self.figures = replace(self.figures, parts=(replace(first, chart=chart), *others))
        self._made[0].show_chart(chart)

    # Building

    def _shape(self, figures: Figures) -> list[object]:
        """What decides whether the widgets that are there can show other figures."""
        return [
            (
                type(part.chart),
                part.table.columns if part.table else None,
                len(part.said),
                len(part.notes) > 0,
            )
            for part in figures.parts
        ]

    def _fill_anew(self, figures: Figures) -> bool:
        if self._shape(figures) != self._shape(self.figures) or not figures.parts:
            return False
        for widgets, part in zip(self._made, figures.parts, strict=True):
            widgets.show_part(part)
        return True

    def _build(self, figures: Figures) -> None:
        self._inside.setUpdatesEnabled(False)
        empty_layout(self._column)
        self._made = [_PartWidgets(self._column, part, self._name) for part in figures.parts]
        self._column.addStretch(1)
        self.tables = [made.table for made in self._made if made.table is not None]
        self.charts = [made.chart for made in self._made if made.chart is not None]
        if self.tables:
            self.tables[0].current_changed.connect(self.row_moved)
        self._inside.setUpdatesEnabled(True)


class _PartWidgets:
    """The widgets of one part, in a column among others."""

    def __init__(self, column: QVBoxLayout, part: Part, name: str) -> None:
        self.chart = _chart(part.chart)
        self.table: SmallTable | None = None
        self._title = label("", "section", wrap=True, copyable=True)
        self._said: list[QLabel] = [label("", wrap=True, copyable=True) for _ in part.said]
        self._notes = label("", "quiet", wrap=True, copyable=True)
        column.addWidget(self._title if self.chart is None else self.chart)
        for words in self._said:
            column.addWidget(words)
        if part.table is not None:
            self.table = SmallTable(
                part.table.columns, name=f"{name}", title=part.title, most=_most_rows(part.table)
            )
            self.table.setSortingEnabled(False)
            column.addWidget(self.table)
        if part.notes:
            column.addWidget(self._notes)
        column.addSpacing(8)
        self.show_part(part)

    def show_part(self, part: Part) -> None:
        """Other figures of the same shape."""
        self._title.setText(part.title)
        self.show_chart(part.chart)
        for words, text in zip(self._said, part.said, strict=True):
            words.setText(text)
        self._notes.setText(" ".join(part.notes))
        if self.table is not None and part.table is not None:
            self.table.setAccessibleName(part.table.title)
            keys = part.keys or [str(at) for at in range(len(part.table.rows))]
            self.table.show_rows(part.table.rows, list(keys))

    def show_chart(self, shown: Bars | Trend | None) -> None:
        """Another chart of the same sort."""
        if isinstance(self.chart, BarChart) and isinstance(shown, Bars):
            self.chart.show_bars(shown)
        elif isinstance(self.chart, TrendChart) and isinstance(shown, Trend):
            self.chart.show_trend(shown)


def _chart(shown: Bars | Trend | None) -> BarChart | TrendChart | None:
    if shown is None:
        return None
    return BarChart(shown) if isinstance(shown, Bars) else TrendChart(shown)
