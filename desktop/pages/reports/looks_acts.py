"""What is done with looks of reports: taken from a document, named, used for a report, put away."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.committee.looks import ChooseReport, KeepLooks, PlainEnglish, PlainWords, RenameLooks
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee import looks, plain_words
from engagement.committee.looks import OWN, ReportLooks
from engagement.committee.reports import edit_report, reports
from resources.database import change
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.report.base_document import TakenLooks, looks_of
from resources.wording import date_short, in_london, lower_first

_DOCUMENTS = "Word document (*.docx)"


class LooksActs(QObject):
    """Acts on the looks that `current` gives, over `view`. `added` carries the key of new ones."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, chosen: ChosenReport, view: QWidget, current: Callable[[], ReportLooks | None], *,
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._chosen, self._view = desk, chosen, view
        self._current, self._now = current, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    # Taken

    def take(self) -> None:
        """Ask for a document, and read its looks."""
        start = str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Take looks from a document", start, _DOCUMENTS)
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Beside the window: a document may be long."""
        work = partial(_read, path)
        self._desk.jobs.run("Reading the document", work, done=partial(self._show_taken, path), writes=False)

    def _show_taken(self, path: Path, taken: TakenLooks) -> None:
        file_name = name_of(path)
        dialog = KeepLooks(taken, file_name, self._view, name=path.stem[:80])
        dialog.ask(partial(self._keep, taken, file_name))

    def _keep(self, taken: TakenLooks, file_name: str, name: str) -> None:
        made = looks.add_looks(self._desk.db, name, taken.looks, file_name=file_name)
        self._desk.messages.done(f"Added the looks {made.name}")
        self.added.emit(made.id)

    # Used

    def use(self) -> None:
        """Ask for which report."""
        held = self._current()
        self._ask_report(held.id if held else None, f"the looks {held.name}" if held else lower_first(OWN))

    def use_own(self) -> None:
        """Ask which report is to be written in our own."""
        self._ask_report(None, lower_first(OWN))

    def _ask_report(self, key: str | None, name: str) -> None:
        held = [(one.id, f"{one.title}, {date_short(one.last_on)}") for one in reports(self._desk.db)]
        dialog = ChooseReport(name, held, self._view, chosen=self._chosen.key)
        dialog.ask(partial(self._use, key, name))

    def _use(self, key: str | None, name: str, report_id: str) -> None:
        made = edit_report(self._desk.db, report_id, looks_id=key)
        self._desk.messages.done(f"{made.title} has {name}")

    # Named, put away

    def rename(self) -> None:
        """Ask for another name."""
        held = self._current()
        if held is not None:
            RenameLooks(held.name, self._view).ask(partial(self._rename, held.id))

    def _rename(self, key: str, name: str) -> None:
        made = looks.rename_looks(self._desk.db, key, name)
        self._desk.messages.done(f"The looks are called {made.name}")

    def archive(self) -> None:
        """Put them away, or bring them back."""
        held = self._current()
        if held is None:
            return
        if held.archived_on is not None:
            looks.restore_looks(self._desk.db, held.id)
            self._desk.messages.done(f"Brought back the looks {held.name}")
            return
        looks.archive_looks(self._desk.db, held.id, today=self._today())
        self._desk.messages.done(f"Archived the looks {held.name}")

    def remove(self) -> None:
        """They were added by mistake."""
        held = self._current()
        if held is not None:
            detail = "Only looks that no report has can be removed."
            Question(f"Remove the looks {held.name}?", detail, "Remove", self._view).ask(
                partial(self._remove, held)
            )

    def _remove(self, held: ReportLooks) -> None:
        looks.remove_looks(self._desk.db, held.id)
        self._desk.messages.done(f"Removed the looks {held.name}")

    # Plain English

    def plain(self) -> None:
        """The reading age and the initials that readers know."""
        db = self._desk.db
        held = PlainWords(plain_words.reading_age(db), ", ".join(plain_words.known_initials(db)))
        PlainEnglish(held, self._view).ask(self._set_plain)

    def _set_plain(self, asked: PlainWords) -> None:
        with change(self._desk.db, "Set how plainly reports are to be written"):
            plain_words.set_reading_age(self._desk.db, asked.reading_age)
            plain_words.set_known_initials(self._desk.db, asked.known_initials)
        self._desk.messages.done(f"Reports are held against a reading age of {asked.reading_age}")


def _read(path: Path, progress: Progress) -> TakenLooks:
    progress.step(0, 1, "Reading font, sizes, colours and margins")
    return looks_of(path)
