"""Everything that was done, who did it, and what it changed."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.detail import Detail, DetailPane, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.rows_model import RowsModel
from desktop.widgets.table_pane import TablePane
from engagement.register.differences import describe_differences, names_in
from resources.database import Database, history
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, moment_words

_COLUMNS = (
    Column("action", "What was done", width=420),
    Column("at", "When", ColumnKind.TIME, width=170),
    Column("who", "Who", width=140),
    Column("rows", "Rows", ColumnKind.NUMBER, width=70),
    Column("state", "State", ColumnKind.STATUS, width=110),
)
_MOST = 2_000
_SHOWN = 200
_NAMED = ("provider", "service", "contact", "series")


class HistoryPage(Page):
    """The trail, newest first, with what each change did to each row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self._model = RowsModel(_COLUMNS, [])
        empty = EmptyPage("Nothing has been done in this file yet. Every change will be listed here.")
        self.pane = TablePane(
            self._model, name="history", title="History", chips=("who",), settings=desk.settings, empty=empty
        )
        self.detail = DetailPane("Change", "Choose a change to see what it did.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail))
        self.pane.table.current_changed.connect(self._show)
        self.pane.counted.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        """None of its own: undo and redo are the window's."""
        return []

    def reload(self) -> None:
        """The newest entries."""
        entries = history.entries(self._desk.db, limit=_MOST)
        rows = [
            (one.action, one.at.isoformat(), one.who, one.rows, "Undone" if one.undone else "In force")
            for one in entries
        ]
        self._model.set_rows(rows, keys=[str(one.id) for one in entries])
        self.pane.reload()
        self._show(self.pane.table.current_key)

    def status_text(self) -> str:
        """How many changes are listed."""
        return self.pane.rows_words

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
        lines = describe_change(self._desk.db, entry.id)
        table = Table(
            "What it changed", (Column("row", "Row", width=150), Column("what", "What", width=330)), lines
        )
        subtitle = f"{moment_words(entry.at)}, by {entry.who}. {count_of(entry.rows, 'row', 'rows')}."
        state = "Undone" if entry.undone else "In force"
        self.detail.show_detail(
            Detail(
                entry.action,
                subtitle,
                ((ColumnKind.STATUS, state),),
                (),
                (Section("What it changed", table=table),),
            )
        )


def describe_change(db: Database, key: int) -> list[tuple[str, str]]:
    """What a change did, a line for each row: which row, and in what it differs."""
    name_of = names_in(db)
    lines = []
    for table, row in dict.fromkeys(
        (table, row) for table, row, _ in history.changed_rows(db, key, limit=_SHOWN)
    ):
        version = next(one for one in history.of_row(db, table, row) if one.change.id == key)
        name = name_of(table, row) if table in _NAMED else table.replace("_", " ").capitalize()
        lines.append((name, "; ".join(describe_differences(version, table, name_of))))
    return lines
