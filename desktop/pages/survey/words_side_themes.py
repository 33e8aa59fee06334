"""The themes of a question: a bar chart of the wave looked at, and a table of every wave."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.parts import label, scrolled, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.tables import Column, Table
from resources.wording import count_of, shortened
from workforce.survey.coding.counts import TextCounts
from workforce.survey.coding.tables import theme_notes, theme_table
from workforce.survey.waves.waves import Wave

_MOST_BARS = 12
_NOTHING = "Nothing is coded yet. Code the texts, and what they come to is shown here."


class ThemesPart(QWidget):
    """The table at the left, the chart at the right, what a reader needs to know beneath."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._settings = desk.settings
        self._counts: TextCounts | None = None
        self._model = RowsModel((Column("code", "Code", width=240),))
        self.table_view = TableView(self._model, name="survey_themes", title="Themes", settings=desk.settings)
        self.chart = BarChart(Bars("", ("Times",), []))
        self._notes = label("", "small", wrap=True)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(PANE, 6, PANE, 6)
        within.addWidget(self.chart)
        within.addWidget(self._notes)
        within.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._split = side_by_side(self.table_view, scrolled(inside), sizes=(620, 560))
        self._column.addWidget(self._split)

    def show_counts(self, counts: TextCounts, wave_id: str) -> None:
        """Of the question chosen; the chart is of the wave above the tabs, or of the last with texts."""
        self._counts = counts
        table = theme_table(counts)
        if table.columns != self._model.columns:
            self._model = RowsModel(table.columns)
            fresh = TableView(self._model, name="survey_themes", title="Themes", settings=self._settings)
            self._split.replaceWidget(0, fresh)
            self.table_view.deleteLater()
            self.table_view = fresh
        self._model.set_rows(table.rows)
        self._notes.setText(" ".join(theme_notes(counts)) if counts.codes else _NOTHING)
        of_wave = [one for one in counts.waves if one.id == wave_id] or list(counts.waves[-1:])
        if of_wave:
            self.chart.show_bars(theme_bars(counts, of_wave[0]))
        self.chart.setVisible(bool(counts.codes))

    def table(self) -> Table | None:
        """Every wave."""
        return theme_table(self._counts) if self._counts is not None else None


def theme_bars(counts: TextCounts, wave: Wave) -> Bars:
    """How often each code was written in a wave, the most frequent first."""
    ranked = sorted(counts.codes, key=lambda one: -one.waves.get(wave.id, 0))
    rows = [(one.wording, (float(one.waves.get(wave.id, 0)),)) for one in ranked[:_MOST_BARS]]
    wrote = counts.written.get(wave.id, 0)
    title = (
        f"Most often written: {shortened(rows[0][0], 60)}" if rows and rows[0][1][0] else "What was written"
    )
    subtitle = f"Times written, {wave.name}; {count_of(wrote, 'response')} with something written"
    return Bars(title, ("Times",), rows, subtitle=subtitle, source=f"Survey, {wave.name}")
