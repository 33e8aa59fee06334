"""Everything that was done, who did it, and what it changed."""

from datetime import date, datetime, time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.history_words import describe_change
from desktop.pages.table_saving import ask_and_save, shown_table
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk, Page
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.fields import DateField
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database import history
from resources.database.history import Change
from resources.problem import Problem
from resources.tables import Column, ColumnKind
from resources.wording import LONDON, count_of, moment_words

_COLUMNS = (
    Column("action", "What was done", width=344),
    Column("at", "When", ColumnKind.TIME, width=158),
    Column("who", "Who", width=120),
    Column("rows", "Rows", ColumnKind.NUMBER, width=64),
    Column("state", "State", ColumnKind.STATUS, width=92),
)
_MOST = 2_000
_MOST_SINCE = 50_000
_ROWS_SHOWN = 60


class HistoryPage(Page):
    """The trail, newest first, with what each change did to each row."""

    covered_because = "it names who did what to which record"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self._since: date | None = None
        self._model = RowsModel(_COLUMNS, [])
        empty = EmptyPage("Nothing has been done in this file yet. Every change will be listed here.")
        self.pane = TablePane(
            self._model,
            name="history",
            title="History",
            chips=("who", "state"),
            settings=desk.settings,
            empty=empty,
        )
        self.since = DateField(today=clock.today())
        self.since.line.setAccessibleName("Show what was done since")
        self.since.changed.connect(self._choose_since)
        self.detail = DetailPane("Change", "Choose a change to see what it did.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self._left(), self.detail, sizes=(840, 349)))
        self.pane.table.current_changed.connect(self._show)
        self.pane.counted.connect(self.state_changed)

    def _left(self) -> QWidget:
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(8)
        row.addWidget(label("Since", "quiet"))
        row.addWidget(self.since.widget)
        row.addStretch(1)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.pane, 1)
        return made

    def page_actions(self) -> list[Action]:
        """Undo and redo are the window's."""
        return [
            Action("save_history", "Save list…", self._save, "Ctrl+S", icon="export", enabled=self._is_filled)
        ]

    def _is_filled(self) -> bool:
        return self._model.rowCount() > 0

    def _save(self) -> None:
        notes = (f"Since {self.since.line.text()}.",) if self._since else ()
        table = shown_table("History", self._model, self.pane.bar, notes=notes)
        ask_and_save(table, self._desk.messages, self, db=self._desk.db)

    @Slot()
    def _choose_since(self) -> None:
        """A date that is still being typed filters nothing yet."""
        try:
            since = self.since.answer()
        except Problem:
            return
        if since != self._since:
            self._since = since
            self.reload()

    def reload(self) -> None:
        """The newest entries, or all since a day."""
        entries = self._entries()
        rows = [
            (one.action, one.at.isoformat(), one.who, one.rows, "Undone" if one.undone else "In force")
            for one in entries
        ]
        self._model.set_rows(rows, keys=[str(one.id) for one in entries])
        self.pane.reload()
        self._show(self.pane.table.current_key)

    def _entries(self) -> list[Change]:
        if self._since is None:
            return history.entries(self._desk.db, limit=_MOST)
        midnight = datetime.combine(self._since, time(), LONDON)
        return history.entries(self._desk.db, limit=_MOST_SINCE, since=midnight)

    def status_text(self) -> str:
        """How many changes are listed."""
        newest = f", the newest {_MOST:,}" if self._since is None and self._model.rowCount() == _MOST else ""
        return f"{self.pane.rows_words}{newest}"

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()

    def show_row(self, key: str) -> None:
        """One entry."""
        self.pane.show_row(key)

    def _show(self, key: str) -> None:
        self.state_changed.emit()
        if not key:
            self.detail.clear()
            return
        entry = history.entry(self._desk.db, int(key))
        said = [Line(name, what) for name, what in describe_change(self._desk.db, entry.id, _ROWS_SHOWN)]
        if entry.rows > _ROWS_SHOWN:
            said.append(Line("And more", f"{count_of(entry.rows - _ROWS_SHOWN, 'row')} besides these"))
        subtitle = f"{moment_words(entry.at)}, by {entry.who}. {count_of(entry.rows, 'row')}."
        state = "Undone" if entry.undone else "In force"
        sections = (Section("What it changed", lines=said),)
        pills = ((ColumnKind.STATUS, state),)
        self.detail.show_detail(Detail(entry.action, subtitle, pills, (), sections))
