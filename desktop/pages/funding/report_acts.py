"""What is given to others of funding: the Word summary, sections for a committee, the workbook, the 360Giving file."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.report import ChooseAwards, ChooseFundingReport, Wanted, WantedAwards
from desktop.funding_files import (
    save_360giving,
    save_funding_sections,
    save_funding_summary,
    save_funding_workbook,
)
from desktop.pages.saving import WORD_FILES, WORKBOOKS, ask_path
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database import Database, OpenFile
from resources.files.names import name_of
from resources.wording import and_list, in_london, lower_first
from workforce.funding.projects.projects import projects
from workforce.funding.report.giving_360 import Publisher
from workforce.funding.report.reading import years_held
from workforce.years import year_of, year_words

Save = Callable[[Database, Path], list[Path]]
_REMEMBERED = "funding_360giving"
_AWARDS = "CSV (*.csv);;Excel workbook (*.xlsx)"


class FundingReportActs(QObject):
    """Asks over `view`; each document is made beside the window."""

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._desk, self._view, self._now = desk, view, now

    def listed(self) -> list[Action]:
        """For the page; they need a fund with money, or a project."""
        may = self._may
        return [
            Action("funding_summary", "Funding summary…", self.ask_summary, "Ctrl+Shift+W", icon="word", enabled=may),
            Action("funding_sections", "Sections for a committee…", self.ask_sections, toolbar=False, enabled=may),
            Action("funding_workbook", "Funding workbook…", self.ask_workbook, icon="export", enabled=may),
            Action("funding_360giving", "360Giving file…", self.ask_awards, toolbar=False, enabled=may),
        ]  # fmt: skip

    def _may(self) -> bool:
        return bool(years_held(self._desk.db) or projects(self._desk.db))

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _years(self) -> tuple[list[int], int]:
        """Those that anything is held of, this one among them, and the one to begin with."""
        this = year_of(self._today())
        return sorted({*years_held(self._desk.db), this}, reverse=True), this

    def ask_summary(self) -> None:
        """The whole summary, with what is exempt beside it if wanted."""
        self._ask("Funding summary", self._summary, ".docx", WORD_FILES, may_append=True)

    def _summary(self, wanted: Wanted, db: Database, path: Path) -> list[Path]:
        return save_funding_summary(db, wanted.choice, path, today=self._today(), appendix=wanted.appendix)

    def ask_sections(self) -> None:
        """A page for a committee report."""
        self._ask("Sections for a committee", self._sections, ".docx", WORD_FILES)

    def _sections(self, wanted: Wanted, db: Database, path: Path) -> list[Path]:
        return save_funding_sections(db, wanted.choice, path, today=self._today())

    def ask_workbook(self) -> None:
        """Every table that may be published."""
        self._ask("Funding workbook", self._workbook, ".xlsx", WORKBOOKS)

    def _workbook(self, wanted: Wanted, db: Database, path: Path) -> list[Path]:
        return save_funding_workbook(db, wanted.choice, path, today=self._today())

    def _ask(
        self, title: str, save: Callable[[Wanted, Database, Path], list[Path]], ending: str, kinds: str, *,
        may_append: bool = False,
    ) -> None:  # fmt: skip
        years, this = self._years()
        dialog = ChooseFundingReport(title, years, this, self._view, may_append=may_append)
        dialog.ask(partial(self._ask_path, title, save, ending, kinds))

    def _ask_path(
        self, title: str, save: Callable[[Wanted, Database, Path], list[Path]], ending: str, kinds: str, wanted: Wanted
    ) -> None:  # fmt: skip
        stem = f"{title} {year_words(wanted.choice.year).replace('/', '-')}"
        path = ask_path(self._view, title, stem, ending, kinds)
        if path is not None:
            self.save(title, partial(save, wanted), path)

    def save(self, title: str, save: Save, path: Path) -> None:
        """Make it beside the window."""
        work = partial(_made, self._desk.opened, save, path)
        self._desk.jobs.run(f"Making the {lower_first(title)}", work, done=self._saved, writes=False)

    def _saved(self, paths: list[Path]) -> None:
        self._desk.messages.done(f"Saved {and_list([f'“{name_of(path)}”' for path in paths])}", undo=False)

    # Awards

    def ask_awards(self) -> None:
        """What was paid to whom, as 360Giving has it; the identifiers are remembered."""
        years, this = self._years()
        kept = self._desk.settings.mapping(_REMEMBERED)
        known = Publisher(str(kept.get("prefix", "")), str(kept.get("organisation", "")))
        ChooseAwards(years, this, known, self._view).ask(self._ask_awards_path)

    def _ask_awards_path(self, wanted: WantedAwards) -> None:
        publisher = wanted.publisher
        self._desk.settings.put(
            _REMEMBERED, {"prefix": publisher.prefix, "organisation": publisher.organisation}
        )
        stem = f"360Giving {year_words(wanted.year).replace('/', '-')}"
        path = ask_path(self._view, "360Giving file", stem, ".csv", _AWARDS)
        if path is not None:
            saved, found = save_360giving(self._desk.db, wanted.year, publisher, path)
            self._desk.messages.done(f"Saved “{name_of(saved)}”: {found.sentence}", undo=False)


def _made(opened: OpenFile, save: Save, path: Path, _progress: Progress) -> list[Path]:
    db = opened.connection(read_only=True)
    try:
        return save(db, path)
    finally:
        db.close()
