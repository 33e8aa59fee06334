"""What is done on the side Figures: denominators typed in, and public papers made."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.measure_base import SaidBase, WriteMeasureBase
from desktop.iwork_figures_files import save_iwork_sections, save_iwork_summary
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database import Database, OpenFile
from resources.files.names import name_of
from resources.wording import lower_first
from workforce.iwork.figures.figures import iwork_figures
from workforce.iwork.figures.measure_bases import base_on, remove_base, set_base
from workforce.iwork.figures.periods import year_words
from workforce.iwork.vocabulary import MeasureKind

Save = Callable[[Database, Database, date, Path], Path]


class FiguresActs(QObject):
    """Over `view`; `last` gives the day that figures are shown of, `kind` the measure chosen."""

    def __init__(
        self, desk: Desk, office: Desk, view: QWidget, last: Callable[[], date], kind: Callable[[], MeasureKind | None],
        *, today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._office, self._view = desk, office, view
        self._last, self._kind, self._today = last, kind, today

    # The denominator

    def set_base(self) -> None:
        """Of the measure chosen, or another."""
        kind, last = self._kind() or MeasureKind.LEARNING_DISABILITY, self._last()
        held = base_on(self._desk.db, kind, last)
        WriteMeasureBase(last, self._view, held=held, kind=kind).ask(self._base_set)

    def _base_set(self, said: SaidBase) -> None:
        made = set_base(self._desk.db, said.kind, said.year_from, number=said.number, source=said.source)
        self._desk.messages.done(f"Set the denominator: {lower_first(made.kind.label)}, {made.year}")

    def remove_base(self) -> None:
        """Typed in by mistake."""
        held = base_on(self._desk.db, self._kind() or MeasureKind.LEARNING_DISABILITY, self._last())
        if held is not None:
            remove_base(self._desk.db, held.id)
            self._desk.messages.done("Removed the denominator")

    # Papers

    def ask_summary(self) -> None:
        """For everybody."""
        self._ask("Public summary", save_iwork_summary)

    def ask_sections(self) -> None:
        """For a committee report."""
        self._ask("Sections for a committee", save_iwork_sections)

    def _ask(self, title: str, save: Callable[..., Path]) -> None:
        iwork_figures(
            self._desk.db, self._office.db, self._last(), today=self._today()
        )  # refuses before it asks
        stem = f"i-Work, {title.lower()} {year_words(self._last()).replace('/', '-')}"
        path = ask_path(self._view, title, stem, ".docx", WORD_FILES)
        if path is not None:
            self.save(title, partial(save, today=self._today()), path)

    def save(self, title: str, save: Save, path: Path) -> None:
        """Make it beside the window."""
        work = partial(_made, self._desk.opened, self._office.opened, save, self._last(), path)
        self._desk.jobs.run(f"Making the {title.lower()}", work, done=self._saved, writes=False)

    def _saved(self, path: Path) -> None:
        self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)


def _made(
    register: OpenFile, office: OpenFile, save: Save, last: date, path: Path, _progress: Progress
) -> Path:
    vault = register.connection(read_only=True)
    try:
        db = office.connection(read_only=True)
        try:
            return save(vault, db, last, path)
        finally:
            db.close()
    finally:
        vault.close()
