"""The files of online attendance that were taken in for an event, and whom each named."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.settings import Settings
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums.online.files_held import (
    HELD_COLUMNS,
    FileHeld,
    files_of_event,
    held_table,
    people_table,
)
from engagement.forums.online.meeting import when_words
from resources.database import Database
from resources.tables import Table
from resources.wording import moment_words

_WAYS = "The attendance file of Teams, Zoom or Eventbrite, as it was downloaded; it can be dropped here."


class FilesTaken(QWidget):
    """A row for each file. `choose_asked` for another one."""

    choose_asked = Signal()
    moved = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._db: Database | None = None
        self._held: dict[str, FileHeld] = {}
        choose = Action("online_first", "Take in a file…", self.choose_asked.emit)
        self.pane = TablePane(
            RowsModel(HELD_COLUMNS), name="online_files", title="Files of online attendance", settings=settings,
            empty=EmptyPage("Nothing was taken in from an online meeting yet.", choose),
        )  # fmt: skip
        self.detail = DetailPane("File", "Choose a file to see whom it named.")
        self._choose = button("Take in a file…", icon="import")
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(label(_WAYS, "quiet", wrap=True), 1)
        head.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(780, 400)), 1)
        self._choose.clicked.connect(self.choose_asked)
        self.pane.table.current_changed.connect(self._show_file)
        self.pane.table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)

    def show_files(self, db: Database, event_id: str, *, may_take: bool) -> None:
        """The files of an event as they are held now."""
        self._db = db
        files = files_of_event(db, event_id)
        self._held = {one.id: one for one in files}
        model = self.pane.model
        assert isinstance(model, RowsModel)
        model.set_rows(held_table(files).rows, keys=[one.id for one in files])
        self._choose.setEnabled(may_take)
        self._choose.setVisible(bool(files))  # without files the empty page has it
        self._show_file(self.pane.table.current_key)

    @Slot(str)
    def _show_file(self, key: str) -> None:
        held = self._held.get(key)
        if held is None or self._db is None:
            self.detail.clear()
            return
        lines = (
            Line("Meeting", held.title),
            Line("When", when_words(held.starts, held.ends) if held.starts else ""),
            Line("Taken in", moment_words(held.taken_in_at)),
            Line("To count", f"{held.least_minutes} minutes or more"),
        )
        people = people_table(self._db, key)
        sections = (Section("The file", lines), Section("Whom it named", table=people))
        self.detail.show_detail(Detail(held.name, held.layout.label, sections=sections))

    def table(self) -> Table:
        """The files, to copy or save."""
        return held_table(list(self._held.values()))
