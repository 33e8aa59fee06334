"""What is done with the catalogue: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.training.course import WriteCourse, Written
from desktop.shell.page import Desk
from resources.wording import count_of
from workforce.training import courses
from workforce.training.courses import Course, course
from workforce.training.shipped_courses import add_shipped_courses


class CourseActs(QObject):
    """Acts on the course that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def current(self) -> Course:
        """The course chosen."""
        return course(self._desk.db, self._key())

    def add(self) -> None:
        """A course that the catalogue lacks."""
        WriteCourse(self._view).ask(self._added)

    def _added(self, said: Written) -> None:
        made = courses.add_course(self._desk.db, said.name, said.kind, **said.facts)
        self._desk.messages.done(f"Added the course {made.name}")
        self.added.emit(made.id)

    def add_usual(self) -> None:
        """Those that come ready."""
        made = add_shipped_courses(self._desk.db)
        if made:
            self._desk.messages.done(f"Added {count_of(len(made), 'course')}")
        else:
            self._desk.messages.done("The catalogue has all of them already", undo=False)

    def edit(self) -> None:
        """What is kept of the course chosen."""
        held = self.current()
        WriteCourse(self._view, held=held).ask(partial(self._edited, held))

    def _edited(self, held: Course, said: Written) -> None:
        changed = courses.edit_course(self._desk.db, held.id, name=said.name, kind=said.kind, **said.facts)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the course {changed.name}")

    def archive_or_restore(self) -> None:
        """Offer it no more, or again."""
        held = self.current()
        if held.archived_on is None:
            courses.archive_course(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Archived the course {held.name}")
        else:
            courses.restore_course(self._desk.db, held.id)
            self._desk.messages.done(f"Restored the course {held.name}")
