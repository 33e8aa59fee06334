"""What training is required, of whom: the list behind the matrix, and what can be done with it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.training.requirement import SaidRequirement, WriteRequirement
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.question import Question
from resources.tables import Table
from resources.wording import count_of, date_words
from workforce.training.matrix_tables import REQUIRED_COLUMNS, required_table
from workforce.training.records import course_name
from workforce.training.requirements import (
    Requirement,
    edit_requirement,
    remove_requirement,
    require_courses,
    requirement,
    requirements,
)

NOTHING = (
    "No training is required of anybody yet. Say which courses are, of which kinds of service and roles, and the "
    "matrix shows which provider has them."
)


class RequiredActs(QObject):
    """Acts on the requirement that `key` gives. `added` when there are new ones."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def add(self) -> None:
        """Require courses of somebody."""
        WriteRequirement(self._desk.db, self._today(), self._view).ask(self._added)

    def _added(self, said: SaidRequirement) -> None:
        made = require_courses(self._desk.db, said.course_ids, **said.facts)
        self._desk.messages.done(f"Required {count_of(len(made), 'course')}")
        self.added.emit(made[0].id)

    def edit(self) -> None:
        """Of whom the one chosen is required."""
        held = requirement(self._desk.db, self._key())
        name = course_name(self._desk.db, held.course_id)
        dialog = WriteRequirement(self._desk.db, self._today(), self._view, held=held, name=name)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Requirement, said: SaidRequirement) -> None:
        changed = edit_requirement(self._desk.db, held.id, **said.facts)
        words = "Nothing was changed" if changed == held else "Changed what is required"
        self._desk.messages.done(words, undo=changed != held)

    def remove(self) -> None:
        """As if it had never been required."""
        held = requirement(self._desk.db, self._key())
        name = course_name(self._desk.db, held.course_id)
        Question(
            f"Require {name} no more?", "It leaves the matrix for all days. To end it on a day, change its last day.",
            "Require it no more", self._view, danger=True,
        ).ask(partial(self._removed, held.id, name))  # fmt: skip

    def _removed(self, key: str, name: str) -> None:
        remove_requirement(self._desk.db, key)
        self._desk.messages.done(f"Required {name} no more")


class RequiredPart(ListPart):
    """The list itself."""

    def __init__(self, desk: Desk, empty: EmptyPage, pane_actions: Callable[[], Sequence[Action]]) -> None:
        super().__init__(
            desk, REQUIRED_COLUMNS, name="required_training", title="Required training", one="Required training",
            empty=empty, draw=self._detail, chips=("kind", "role"),
        )  # fmt: skip
        self._desk, self._pane_actions = desk, pane_actions

    def show_required(self) -> None:
        """What is required now."""
        db = self._desk.db
        self.show_rows(required_table(db).rows, [one.id for one in requirements(db)])

    def shown(self) -> Table:
        """The rows shown, with what the window of days means."""
        return self.table(required_table(self._desk.db).notes)

    def _detail(self, key: str) -> Detail:
        held = requirement(self._desk.db, key)
        lines = [
            Line("Of whom", held.whose),
            Line("Expiring soon", f"{held.soon_days} days before it expires, and until that day"),
            Line("From", date_words(held.from_on) if held.from_on else "Always"),
            Line("Until", date_words(held.until_on) if held.until_on else "Until further notice"),
            Line("Why", held.source),
        ]
        name = course_name(self._desk.db, held.course_id)
        return Detail(name, "", (), self._pane_actions(), (Section("Required", lines),))
