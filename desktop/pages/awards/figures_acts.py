"""What is given to others of a round: the public summary in Word, and sections for a committee."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.report.honours import unnamed_words
from awards.rounds.rounds import AwardRound
from desktop.awards_files import save_awards_sections, save_awards_summary
from desktop.dialogs.awards.summary import ChooseSummary
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database import Database, OpenFile
from resources.files.names import name_of
from resources.problem import Problem
from resources.wording import and_list, in_london

Save = Callable[[Database, Path], list[Path]]


class FiguresActs(QObject):
    """Asks over `view`; each document is made beside the window."""

    def __init__(
        self, desk: Desk, view: QWidget, chosen: ChosenRound, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._chosen, self._now = desk, view, chosen, now

    def listed(self, *, is_shown: Callable[[], bool]) -> list[Action]:
        """Both can be asked for while a round is shown; the summary says what it waits for."""
        return [
            Action("awards_summary", "Public summary…", self.ask_summary, icon="word", primary=True, enabled=is_shown,
                   tip="Winners and figures in Word, once the results are announced"),
            Action("awards_sections", "Sections for a committee…", self.ask_sections, icon="word", enabled=is_shown),
        ]  # fmt: skip

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _round(self) -> AwardRound:
        held = self._chosen.round()
        if held is None:
            raise Problem("No round is held yet. Start one on the Round side.")
        return held

    def ask_summary(self) -> None:
        """With what is exempt beside it if wanted."""
        held = self._round()
        if held.announced_at is None:
            raise Problem(
                f"The results of {held.name} are not announced yet, so that there is no summary to publish. Announce "
                "them on the Results side first."
            )
        dialog = ChooseSummary(held.name, self._view, unnamed=unnamed_words(self._desk.db, held.id))
        dialog.ask(partial(self._ask_summary_path, held))

    def _ask_summary_path(self, held: AwardRound, appendix: bool) -> None:
        self._ask_path("Public summary", held, partial(self._summary, held.id, appendix))

    def _summary(self, round_id: str, appendix: bool, db: Database, path: Path) -> list[Path]:
        return save_awards_summary(db, round_id, path, today=self._today(), appendix=appendix)

    def ask_sections(self) -> None:
        """A page for a committee report."""
        held = self._round()
        self._ask_path("Sections for a committee", held, partial(self._sections, held.id))

    def _sections(self, round_id: str, db: Database, path: Path) -> list[Path]:
        return save_awards_sections(db, round_id, path, today=self._today())

    def _ask_path(self, title: str, held: AwardRound, save: Save) -> None:
        path = ask_path(self._view, title, f"{held.name}, {title.lower()}", ".docx", WORD_FILES)
        if path is not None:
            self.save(title, save, path)

    def save(self, title: str, save: Save, path: Path) -> None:
        """Make it beside the window."""
        work = partial(_made, self._desk.opened, save, path)
        self._desk.jobs.run(f"Making the {title.lower()}", work, done=self._saved, writes=False)

    def _saved(self, paths: list[Path]) -> None:
        self._desk.messages.done(f"Saved {and_list([f'“{name_of(path)}”' for path in paths])}", undo=False)


def _made(opened: OpenFile, save: Save, path: Path, _progress: Progress) -> list[Path]:
    db = opened.connection(read_only=True)
    try:
        return save(db, path)
    finally:
        db.close()
