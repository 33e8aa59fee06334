"""Training records, of named learners and of groups of workers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.dialogs.training.record import SaidRecord, WriteRecord
from desktop.pages.sides.list_part import ListPart
from desktop.pages.sides.sides_page import PageSide
from desktop.pages.training.records_detail import record_detail
from desktop.pages.training.records_import import FileImport
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.question import Question
from resources.tables import Table
from workforce.training.learners import LEARNERS_NAMED
from workforce.training.records import (
    TrainingRecord,
    add_record,
    edit_record,
    is_record,
    record,
    remove_record,
)
from workforce.training.records_tables import RECORD_COLUMNS, record_rows

_NOTHING = (
    "No training record is held yet. A record says that a named learner, or some of a service’s workers, completed a "
    "course; providers’ own lists can be taken in as files."
)


class RecordsSide(PageSide):
    """Every record in a table, and the one chosen beside it."""

    tab = "Records"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.files = FileImport(desk, self, today=self._today)
        first = Action("records_first", "Take in a file of records", self.files.choose)
        empty = EmptyPage(_NOTHING, None if desk.opened.read_only else first)
        self.part = ListPart(
            desk, RECORD_COLUMNS, name="training_records", title="Training records", one="Training record", empty=empty,
            draw=self._detail, chips=("course", "status", "service", "provider", "source"),
        )  # fmt: skip
        self.row = ActionRow([one for one in self.actions_here() if not one.primary])
        head = QVBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.part, 1)
        self.part.moved.connect(self._tell)
        self.part.opened.connect(self._open)

    def actions_here(self) -> list[Action]:
        """What can be done with records."""
        one = self._may_change
        return [
            Action("record_add", "Add a record…", self._add, "Ctrl+N", primary=True, icon="add",
                   enabled=self.may_write),
            Action("record_file", "Take in a file…", self.files.choose, icon="import", enabled=self.may_write),
            Action("record_edit", "Change…", self._edit, icon="edit", enabled=one),
            Action("record_remove", "Remove…", self._remove, enabled=one,
                   tip="Take away a record that was entered by mistake"),
        ]  # fmt: skip

    def _may_change(self) -> bool:
        return self.may_write() and bool(self.part.key)

    # What is done

    def _add(self) -> None:
        WriteRecord(self._desk.db, self._today(), self).ask(self._added)

    def _added(self, said: SaidRecord) -> None:
        made = add_record(
            self._desk.db,
            said.course_id,
            said.provider_id,
            said.completed_on,
            today=self._today(),
            **said.facts,
        )
        self._desk.messages.done("Added the training record")
        self.turn_to.emit(self.tab, made.id)

    def _edit(self) -> None:
        held = record(self._desk.db, self.part.key)
        WriteRecord(self._desk.db, self._today(), self, held=held).ask(partial(self._edited, held))

    def _edited(self, held: TrainingRecord, said: SaidRecord) -> None:
        changed = edit_record(
            self._desk.db, held.id, today=self._today(), course_id=said.course_id, provider_id=said.provider_id,
            completed_on=said.completed_on, **said.facts,
        )  # fmt: skip
        words = "Nothing was changed" if changed == held else "Changed the training record"
        self._desk.messages.done(words, undo=changed != held)

    def _remove(self) -> None:
        key = self.part.key
        question = Question(
            "Remove the training record?", "It was entered by mistake. One that ran out stays: it is Expired.",
            "Remove", self, danger=True,
        )  # fmt: skip
        question.ask(partial(self._removed, key))

    def _removed(self, key: str) -> None:
        remove_record(self._desk.db, key)
        self._desk.messages.done("Removed the training record")

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._may_change():
            self._edit()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The records as they stand now."""
        keys, rows = record_rows(self._desk.db, on=self._today())
        self.row.setVisible(bool(keys))
        self.part.show_rows(rows, keys)
        self._tell()

    def _detail(self, key: str) -> Detail:
        wanted = ("record_edit", "record_remove")
        actions = [replace(one, primary=False) for one in self.actions_here() if one.name in wanted]
        return record_detail(
            self._desk.db, key, actions if self.may_write() else (), today=self._today(),
            go=self._desk.navigator.go, to_learner=partial(self.turn_to.emit, "Learners"),
        )  # fmt: skip

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is a record’s."""
        return is_record(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """Put the cursor on a record."""
        self.part.show_row(key)

    def table(self) -> Table | None:
        """The rows shown; they name learners."""
        return replace(self.part.table(), exempt=LEARNERS_NAMED) if self.part.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The record chosen."""
        return "training_record", self.part.key

    def status_text(self) -> str:
        """How many rows."""
        return self.part.pane.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.part.pane.bar.focus_field()
