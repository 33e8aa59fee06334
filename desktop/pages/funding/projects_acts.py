"""What is done with a project and with what is kept in it: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.feedback.kept_list import KeptList
from desktop.dialogs.funding.project import WriteProject
from desktop.pages.funding.projects_kept import (
    KeptKind,
    MilestonesKept,
    OutcomesKept,
    ProvidersKept,
    QuotesKept,
)
from desktop.pages.funding.projects_levels import LevelActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.tables import Column, ColumnKind, Table
from workforce.funding.projects import projects
from workforce.funding.projects.projects import Project, ProjectDraft

_ARCHIVED = (Column("name", "Project", width=380), Column("archived_on", "Archived", ColumnKind.DATE, 120))


class ProjectActs(QObject):
    """Acts on the project that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today
        self.levels = LevelActs(desk, view, key, today=today)
        self.kinds: tuple[KeptKind, ...] = tuple(
            kind(desk.db, today) for kind in (MilestonesKept, OutcomesKept, ProvidersKept, QuotesKept)
        )

    def _current(self) -> Project:
        return projects.project(self._desk.db, self._key())

    # The project

    def add(self) -> None:
        """One more."""
        WriteProject(self._desk.db, self._today(), self._view).ask(self._added)

    def _added(self, draft: ProjectDraft) -> None:
        made = projects.add_project(self._desk.db, draft)
        self._desk.messages.done(f"Added the project {made.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is said of the one chosen, and how far it has come."""
        held = self._current()
        dialog = WriteProject(self._desk.db, self._today(), self._view, held=held)
        dialog.ask(partial(self._edited, held.id))

    def _edited(self, key: str, draft: ProjectDraft) -> None:
        made = projects.edit_project(self._desk.db, key, draft)
        self._desk.messages.done(f"Changed the project {made.name}")

    def archive(self) -> None:
        """Put it away."""
        held = projects.archive_project(self._desk.db, self._key(), today=self._today())
        self._desk.messages.done(f"Archived the project {held.name}")

    def keep_archived(self) -> None:
        """Those that were put away, to be brought back."""
        dialog = KeptList(
            "Archived projects", "What is kept of them stays, and they can be brought back.", self._archived,
            self._view, name="projects_archived",
        )  # fmt: skip
        dialog.offer(
            [Action("project_back", "Restore", partial(self._restore, dialog), enabled=dialog.has_row)]
        )
        dialog.open()

    def _archived(self) -> tuple[Table, list[str]]:
        held = [one for one in projects.projects(self._desk.db, archived=True) if one.archived_on]
        rows = [(one.name, one.archived_on.isoformat() if one.archived_on else None) for one in held]
        return Table("Archived projects", _ARCHIVED, rows), [one.id for one in held]

    def _restore(self, dialog: KeptList) -> None:
        held = projects.restore_project(self._desk.db, dialog.key)
        self._desk.messages.done(f"Restored the project {held.name}")
        dialog.reload()

    # What is kept in it

    def add_kept(self, kind: KeptKind, over: QWidget | None = None) -> None:
        """One more row of a kind in the project chosen."""
        kind.dialog(over or self._view, "").ask(partial(self._kept, partial(kind.add, self._key()), over))

    def change_kept(self, kind: KeptKind, key: str, over: QWidget | None = None) -> None:
        """Put a row right."""
        kind.dialog(over or self._view, key).ask(partial(self._kept, partial(kind.change, key), over))

    def _kept(self, keep: Callable[[Any], str], over: QWidget | None, draft: Any) -> None:
        self._desk.messages.done(keep(draft))
        if isinstance(over, KeptList):
            over.reload()

    def list_kept(self, kind: KeptKind) -> None:
        """All rows of a kind, to be added to, put right and removed."""
        held = self._current()
        read = partial(kind.listed, held.id)
        dialog = KeptList(
            f"{held.name}: {kind.title.lower()}", kind.intro, read, self._view, name=f"project_{kind.name}"
        )
        one = dialog.has_row
        acts = [
            Action("kept_add", kind.add_words, partial(self.add_kept, kind, dialog), icon="add"),
            Action("kept_change", "Change…", partial(self._change_in, kind, dialog), icon="edit", enabled=one),
            Action("kept_remove", "Remove", partial(self._remove_in, kind, dialog), enabled=one,
                   tip="Where it was entered by mistake"),
        ]  # fmt: skip
        if isinstance(kind, ProvidersKept) and held.tracks_dspt:
            acts += self.levels.in_list(dialog)
        dialog.offer(acts)
        dialog.open()

    def _change_in(self, kind: KeptKind, dialog: KeptList) -> None:
        self.change_kept(kind, dialog.key, dialog)

    def _remove_in(self, kind: KeptKind, dialog: KeptList) -> None:
        self._desk.messages.done(kind.remove(dialog.key))
        dialog.reload()
