"""What is taken away from the market page, and the published figures that are brought to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import clock
from desktop.dialogs.published_figures import PublishedFigures
from desktop.documents import save_exempt, save_public
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.pages.table_saving import ask_and_save
from desktop.shell.page import Desk
from engagement.market.market_table import MarketTable
from engagement.market.published import remove_published, take_in_published
from engagement.market.scope import Scope, sentences_of
from engagement.market.sections import market_summary
from resources.files.names import name_of
from resources.files.writing import table_as_text
from resources.folders import documents_folder
from resources.tables import Table
from resources.wording import count_of, date_words

_FIGURES = "Tables (*.csv *.xlsx *.xls *.ods)"


@dataclass(frozen=True)
class Drawn:
    """What the page shows: the market of a scope on a day, beside that of another day, with an area to speak of."""

    market: MarketTable
    scope: Scope
    day: date
    before: MarketTable | None = None
    area: str = ""


class MarketDocuments(QObject):
    """Saves and copies what is drawn, and the table on screen."""

    def __init__(
        self, desk: Desk, page: QWidget, *, drawn: Callable[[], Drawn], table: Callable[[], Table]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._drawn, self._table = desk, page, drawn, table

    def ask_for_summary(self) -> None:
        """Where the Word summary goes, and save it."""
        stem = f"Care market {self._drawn().day.isoformat()}"
        path = ask_path(self._page, "Save the Word summary", stem, ".docx", WORD_FILES)
        if path is not None:
            self.save_summary(path)

    def save_summary(self, path: Path) -> None:
        """Write the public summary and, when something is exempt, the appendix beside it."""
        drawn = self._drawn()
        before = drawn.before.as_at if drawn.before is not None else None
        report = market_summary(self._desk.db, drawn.scope, drawn.day, area=drawn.area, before=before)
        saved = save_public(self._desk.db, report, path)
        appendix = save_exempt(report, saved)
        also = f", and the exempt appendix “{name_of(appendix)}”" if appendix else ""
        self._desk.messages.done(f"Saved “{name_of(saved)}”{also}", undo=False)

    def save_table(self) -> None:
        """Ask where the table goes, and save it."""
        ask_and_save(self._table(), self._desk.messages, self._page, db=self._desk.db)

    def copy_table(self) -> None:
        """For Excel."""
        QGuiApplication.clipboard().setText(table_as_text(self._table()))
        self._desk.messages.done("Copied the table", undo=False)

    def copy_sentences(self) -> None:
        """For a letter."""
        drawn = self._drawn()
        said = sentences_of(drawn.market, drawn.scope, drawn.area)
        QGuiApplication.clipboard().setText("\n".join(one.text for one in said))
        self._desk.messages.done("Copied the sentences", undo=False)


class PublishedActs(QObject):
    """Takes published figures in and lets them go. `entered` carries the day of those that were given."""

    entered = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self) -> None:
        """Which file holds the figures."""
        name, _ = QFileDialog.getOpenFileName(
            self._page, "Enter published figures", str(documents_folder()), _FIGURES
        )
        if name:
            self.ask_day_of(Path(name))

    def ask_day_of(self, path: Path) -> None:
        """Ask of which day a file of published figures is, and keep its figures."""
        PublishedFigures(path, clock.today(), self._page).ask(self._given)

    def _given(self, market: MarketTable) -> None:
        number = take_in_published(self._desk.db, market)
        self.entered.emit(market.as_at)
        if number:
            self._desk.messages.done(
                f"Entered the published figures of {count_of(len(market.areas), 'area')}"
            )
        else:
            self._desk.messages.done("These figures are held already: nothing changed", undo=False)

    def remove(self, day: date) -> None:
        """Remove the figures of a day."""
        remove_published(self._desk.db, day)
        self._desk.messages.done(f"Removed the published figures of {date_words(day)}")
