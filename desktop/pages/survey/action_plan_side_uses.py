"""What is done with the library of practices: kept, and noted where they were tried."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.survey.practice import NoteUse, WritePractice
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.tables import Column, ColumnKind, Table
from workforce.survey.action_plan import practice_uses, practices
from workforce.survey.action_plan.practice_uses import UseDraft
from workforce.survey.action_plan.practices import Practice, PracticeDraft
from workforce.survey.action_plan.standing import PracticeStanding
from workforce.survey.action_plan.tables import uses_table

_ARCHIVED = (Column("name", "Practice", width=380), Column("archived_on", "Archived", ColumnKind.DATE, 120))


class PracticeActs(QObject):
    """Acts on the practices that `chosen` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, survey: Callable[[], str],
        chosen: Callable[[], list[PracticeStanding]], *, today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._survey, self._chosen, self._today = desk, view, survey, chosen, today

    def _one(self) -> Practice:
        return self._chosen()[0].practice

    # The library

    def add(self) -> None:
        """Something that a provider can do."""
        WritePractice(self._desk.db, self._survey(), self._view).ask(self._added)

    def _added(self, draft: PracticeDraft) -> None:
        made = practices.add_practice(self._desk.db, draft)
        self._desk.messages.done(f"Added the practice “{made.name}”")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is said of the practice chosen."""
        held = self._one()
        dialog = WritePractice(self._desk.db, self._survey(), self._view, held=held)
        dialog.ask(partial(self._edited, held.id))

    def _edited(self, key: str, draft: PracticeDraft) -> None:
        changed = practices.edit_practice(self._desk.db, key, draft)
        self._desk.messages.done(f"Changed the practice “{changed.name}”")

    def archive(self) -> None:
        """Offer it no more."""
        held = self._one()
        practices.archive_practice(self._desk.db, held.id, today=self._today())
        self._desk.messages.done(f"Archived the practice “{held.name}”")

    def keep_archived(self) -> None:
        """Those that were put away, to be brought back."""
        dialog = KeptList(
            "Archived practices", "They keep where they were tried, and can be brought back.", self._read_archived,
            self._view, name="survey_practices_archived",
        )  # fmt: skip
        restore = Action("practice_back", "Restore", partial(self._restore, dialog), enabled=dialog.has_row)
        dialog.offer([restore])
        dialog.open()

    def _read_archived(self) -> tuple[Table, list[str]]:
        held = [one for one in practices.practices(self._desk.db, archived=True) if one.archived_on]
        rows = [(one.name, one.archived_on.isoformat() if one.archived_on else None) for one in held]
        return Table("Archived practices", _ARCHIVED, rows), [one.id for one in held]

    def _restore(self, dialog: KeptList) -> None:
        held = practices.restore_practice(self._desk.db, dialog.key)
        self._desk.messages.done(f"Restored the practice “{held.name}”")
        dialog.reload()

    # Where it was tried

    def keep_uses(self) -> None:
        """The places where the practice chosen was tried, to be added to and put right."""
        held = self._one()
        dialog = KeptList(
            held.name, "Where it was tried, and how it went there.", partial(self._read_uses, held), self._view,
            name="survey_practice_uses",
        )  # fmt: skip
        one = dialog.has_row
        dialog.offer(
            [
                Action("use_add", "Note where it was tried…", partial(self._note, dialog, held), icon="add"),
                Action(
                    "use_change", "Change…", partial(self._change, dialog, held), enabled=one, icon="edit"
                ),
                Action("use_remove", "Remove", partial(self._remove, dialog), enabled=one),
            ]
        )
        dialog.open()

    def _read_uses(self, held: Practice) -> tuple[Table, list[str]]:
        some = practice_uses.uses_of(self._desk.db, held.id)
        return uses_table(held.name, some), [one.id for one in some]

    def _note(self, dialog: KeptList, held: Practice) -> None:
        asked = NoteUse(self._desk.db, held.name, self._today(), dialog)
        asked.ask(partial(self._noted, dialog, held.id))

    def _noted(self, dialog: KeptList, practice_id: str, draft: UseDraft) -> None:
        today = self._today()
        made = practice_uses.add_use(self._desk.db, practice_id, draft, today=today)
        self._desk.messages.done(f"Noted how it went at {made.place}")
        dialog.reload()

    def _change(self, dialog: KeptList, held: Practice) -> None:
        use, today = practice_uses.practice_use(self._desk.db, dialog.key), self._today()
        asked = NoteUse(self._desk.db, held.name, today, dialog, held=use)
        asked.ask(partial(self._changed, dialog, use.id))

    def _changed(self, dialog: KeptList, key: str, draft: UseDraft) -> None:
        made = practice_uses.edit_use(self._desk.db, key, draft, today=self._today())
        self._desk.messages.done(f"Changed how it went at {made.place}")
        dialog.reload()

    def _remove(self, dialog: KeptList) -> None:
        held = practice_uses.practice_use(self._desk.db, dialog.key)
        practice_uses.remove_use(self._desk.db, held.id)
        self._desk.messages.done(f"Removed that {held.place} tried it")
        dialog.reload()
