"""Who could be a buddy to one service: the search, and a table of whom it found."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.parts import label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from engagement.good_practice.buddies.finder import Candidate, Found
from engagement.good_practice.buddies.standings import Kept, buddies_for
from engagement.good_practice.buddies.tables import CANDIDATES, base_words, candidates_table
from resources.tables import Table

_SHOWN = tuple(column for column in CANDIDATES if column.name != "why")


class Candidates(QWidget):
    """`found` is None while no service is chosen. Those that shared on `theme`, where there is one, stand first."""

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._today = desk, today
        self._kept = Kept()
        self.found: Found | None = None
        self.theme = ""
        self.model = RowsModel(_SHOWN)
        self.rows = TableView(self.model, name="buddy_candidates", title="Buddies", settings=desk.settings)
        self.heading = label("", "bold", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 8, PANE, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.rows, 1)

    @property
    def chosen(self) -> Candidate | None:
        """The candidate at the cursor."""
        key = self.rows.current_key
        found = self.found.candidates if self.found else ()
        return next((one for one in found if one.service.id == key), None)

    def find_for(self, service_id: str) -> None:
        """Look for a buddy to a service, or to none."""
        found = None
        if service_id:
            found = buddies_for(
                self._desk.db, service_id, today=self._today(), theme=self.theme, kept=self._kept
            )
        self.found = found
        candidates = found.candidates if found else ()
        rows = [row[:-1] for row in self.table().rows]
        self.model.set_rows(rows, keys=[one.service.id for one in candidates])
        self.heading.setText(self._words())
        if candidates and not self.rows.current_key:
            self.rows.go_to_first()

    def _words(self) -> str:
        if self.found is None:
            return ""
        theme = f" First those that shared good practice on “{self.theme}”." if self.theme else ""
        return f"{self.found.of.name}: {base_words(self.found)}{theme}"

    def table(self) -> Table:
        """The candidates with all that was said of them."""
        if self.found is None:
            return Table("Buddies", CANDIDATES, [])
        return candidates_table(self.found, as_at=self._today())
