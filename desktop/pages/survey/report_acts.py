"""What is given to others of a wave: the Word report, sections for a committee, a workbook to publish, long CSV."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.report import ChooseReport
from desktop.pages.saving import WORD_FILES, WORKBOOKS, ask_path
from desktop.pages.survey.survey_filters import remembered
from desktop.pages.survey.wave_reading import KeptWaves, ReadWaves, WaveReading
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.survey_files import Save, save_csv_to_publish, save_report, save_sections, save_workbook
from resources.database import OpenFile
from resources.files.names import name_of
from resources.wording import in_london
from workforce.survey.analysis.frame import WaveData
from workforce.survey.answers.responses import most_answers
from workforce.survey.report.choice import ReportChoice
from workforce.survey.surveys import survey
from workforce.survey.waves.waves import waves

_CSV = "CSV (*.csv)"


class ReportActs(QObject):
    """Asks over `view`. `wave_id` gives the key of the wave that is shown."""

    def __init__(
        self, desk: Desk, view: QWidget, wave_id: Callable[[], str], *, now: Callable[[], datetime], kept: KeptWaves
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._wave_id, self._now = desk, view, wave_id, now
        self._reading = WaveReading(desk, kept, self)
        self._reading.found.connect(self._open)
        self._ask_with: Callable[[WaveData], object] | None = None

    def listed(self) -> list[Action]:
        """For the page; they need a wave with answers."""
        may = self._may
        return [
            Action("survey_report", "Word report…", self.ask_report, "Ctrl+Shift+W", icon="word", enabled=may),
            Action("survey_sections", "Sections for a committee…", self.ask_sections, toolbar=False, enabled=may),
            Action("survey_workbook", "Workbook to publish…", self.ask_workbook, toolbar=False, enabled=may),
            Action("survey_csv", "CSV of all tables…", self.ask_csv, toolbar=False, enabled=may),
        ]  # fmt: skip

    def _may(self) -> bool:
        key = self._wave_id()
        return bool(key) and most_answers(self._desk.db, key) > 0

    def ask_report(self) -> None:
        """The whole report."""
        self._ask("Word report", save_report, "report", ".docx", WORD_FILES, in_words=True)

    def ask_sections(self) -> None:
        """A page or two for a committee report."""
        self._ask("Sections for a committee", save_sections, "for committee", ".docx", WORD_FILES)

    def ask_workbook(self) -> None:
        """Every table, laid out like official statistics."""
        self._ask("Workbook to publish", save_workbook, "tables", ".xlsx", WORKBOOKS)

    def ask_csv(self) -> None:
        """The same with a row for each figure."""
        self._ask("CSV of all tables", save_csv_to_publish, "tables", ".csv", _CSV)

    def _ask(
        self, title: str, save: Save, what: str, ending: str, kinds: str, *, in_words: bool = False
    ) -> None:
        """Once the wave is read: its kinds, districts and ratings are what can be chosen."""
        key = self._wave_id()
        self._ask_with = partial(self._choose, title, save, what, ending, kinds, in_words)
        self._reading.ask([key], partial(_read, key))

    @Slot(object)
    def _open(self, data: WaveData) -> None:
        if data.wave.id == self._wave_id() and self._ask_with is not None:
            self._ask_with(data)

    def _choose(
        self, title: str, save: Save, what: str, ending: str, kinds: str, in_words: bool, data: WaveData
    ) -> None:
        db, held, key = self._desk.db, data.wave, data.wave.id
        earlier = [one for one in waves(db, held.survey_id) if one.opens_on < held.opens_on]
        stem = f"{survey(db, held.survey_id).name}, {held.name}, {what}"
        dialog = ChooseReport(
            title, data, earlier, remembered(self._desk.settings), self._view, in_words=in_words
        )
        dialog.ask(partial(self._ask_path, title, save, f"{stem}{ending}", kinds, key))

    def _ask_path(
        self, title: str, save: Save, name: str, kinds: str, key: str, choice: ReportChoice
    ) -> None:
        stem, _, ending = name.rpartition(".")
        path = ask_path(self._view, title, stem, f".{ending}", kinds)
        if path is not None:
            self.save(title, save, key, choice, path)

    def save(self, title: str, save: Save, key: str, choice: ReportChoice, path: Path) -> None:
        """Make it beside the window."""
        today = in_london(self._now()).date()
        work = partial(_made, self._desk.opened, partial(save, today=today), key, choice, path)
        self._desk.jobs.run(
            f"Making the {title[:1].lower()}{title[1:]}", work, done=self._saved, writes=False
        )

    def _saved(self, path: Path) -> None:
        self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)


def _read(wave_id: str, waves: ReadWaves) -> WaveData:
    return waves.wave(wave_id)


def _made(
    opened: OpenFile, save: Callable[..., Path], wave_id: str, choice: ReportChoice, path: Path, _progress: Progress
) -> Path:  # fmt: skip
    db = opened.connection(read_only=True)
    try:
        return save(db, wave_id, choice, path)
    finally:
        db.close()
