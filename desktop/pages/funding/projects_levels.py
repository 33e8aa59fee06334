"""Levels of the DSPT that providers of a project reached: recorded, and removed where one was entered by mistake."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.funding.taking_part import Reached, RecordLevel
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.problem import Problem
from resources.tables import Table
from workforce.funding.projects import taking_part
from workforce.funding.projects.projects import project
from workforce.funding.projects.tables import levels_table


class LevelActs(QObject):
    """Acts on the providers of the project that `key` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def record(self) -> None:
        """A provider reached one."""
        self._ask(self._view, "")

    def in_list(self, dialog: KeptList) -> list[Action]:
        """What a list of providers offers."""
        one = dialog.has_row
        return [
            Action("kept_level", "Record a DSPT level…", partial(self._record_in, dialog), enabled=one),
            Action("kept_levels", "Its levels…", partial(self._list, dialog), enabled=one),
        ]

    def _record_in(self, dialog: KeptList) -> None:
        self._ask(dialog, dialog.key)

    def _ask(self, over: QWidget, chosen: str) -> None:
        db, key, today = self._desk.db, self._key(), self._today()
        parts = [
            one for one in taking_part.taking_part_in(db, key) if one.holds_on(today) or one.id == chosen
        ]
        if not parts:
            raise Problem(f"Nobody takes part in {project(db, key).name} today. Add its providers first.")
        RecordLevel(parts, today, over, chosen=chosen).ask(partial(self._recorded, over))

    def _recorded(self, over: QWidget, reached: Reached) -> None:
        db, today = self._desk.db, self._today()
        taking_part.record_level(
            db, reached.part_id, reached.level, reached.on, today=today, note=reached.note
        )
        name = taking_part.taking_part(db, reached.part_id).name
        self._desk.messages.done(f"Recorded “{reached.level.label}” of {name}")
        if isinstance(over, KeptList):
            over.reload()

    def _list(self, over: KeptList) -> None:
        """What one provider reached."""
        part = taking_part.taking_part(self._desk.db, over.key)
        intro = "The levels that were reached, the newest first."
        dialog = KeptList(part.name, intro, partial(self._levels, part.id), over, name="project_levels")
        remove = partial(self._remove, dialog, over)
        dialog.offer([Action("level_remove", "Remove", remove, enabled=dialog.has_row)])
        dialog.open()

    def _levels(self, part_id: str) -> tuple[Table, list[str]]:
        db = self._desk.db
        return levels_table(db, part_id), [one.id for one in taking_part.levels_of(db, part_id)]

    def _remove(self, dialog: KeptList, over: KeptList) -> None:
        held = taking_part.level(self._desk.db, dialog.key)
        taking_part.remove_level(self._desk.db, held.id)
        self._desk.messages.done(f"Removed “{held.level.label}”")
        dialog.reload()
        over.reload()
