"""One step of taking a file in: a table of what is to be looked at, and beside it what is said of the row chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.survey.import_draft import ImportDraft
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.shell.settings import Settings
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.form import Form
from desktop.widgets.parts import button, empty_layout, label, scrolled, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Cell, Column

TO_DECIDE, DECIDED, SUGGESTED, REMEMBERED = "To decide", "Decided", "Suggested", "Remembered"
_NARROWEST, _LEAST_HEIGHT = 330, 150


class ImportStep(QWidget):
    """Subclasses give rows and fill the form. `said` carries the draft with what was said here."""

    said = Signal(object)
    name = ""

    def __init__(
        self,
        columns: Sequence[Column],
        settings: Settings,
        *,
        lead: str,
        nothing: str,
        chips: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.draft: ImportDraft | None = None
        self.lead = label(lead, "quiet", wrap=True)
        self.pane = TablePane(
            RowsModel(columns), name=f"survey_import_{self.name.lower()}", title=self.name, chips=chips,
            settings=settings, empty=EmptyPage(nothing),
        )  # fmt: skip
        self.heading, self.about = (
            label("", "section", wrap=True, copyable=True),
            label("", wrap=True, copyable=True),
        )
        self.form = Form()
        self.controls = QVBoxLayout()
        self._filling = False
        self._lay_out()
        self.pane.table.current_changed.connect(self._turn)
        self.pane.table.opened.connect(self.accept_row)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(PANE, 0, PANE, 0)
        above.setSpacing(PANE)
        above.addWidget(self.lead, 1)
        above.addLayout(self.controls)
        self.controls.setSpacing(4)
        inside = QWidget()
        self._beside = QVBoxLayout(inside)
        self._beside.setContentsMargins(PANE + 4, 4, PANE, PANE)
        self._beside.setSpacing(8)
        for part in (self.heading, self.about, self.form):
            self._beside.addWidget(part)
        self._beside.addStretch(1)
        area = scrolled(inside, f"{self.name}: the row chosen", sideways=False)
        area.setObjectName("detail")
        area.setMinimumWidth(_NARROWEST)
        both = side_by_side(self.pane, area, sizes=(760, 430))
        both.setMinimumHeight(with_text(_LEAST_HEIGHT))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(both, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(whole, self.name))  # with large text not everything has room at once

    def add_button(self, words: str, run: object, tip: str = "") -> QWidget:
        """A button above the table."""
        made = button(words)
        made.setToolTip(tip)
        made.clicked.connect(run)
        self.controls.addWidget(made, 0, Qt.AlignmentFlag.AlignRight)
        return made

    # What a step gives

    def rows(self, draft: ImportDraft) -> list[tuple[str, tuple[Cell, ...]]]:
        """The key and cells of each row."""
        raise AssertionError("each step has rows of its own")

    def fill(self, draft: ImportDraft, key: str) -> None:
        """Show the row chosen beside the table."""
        raise AssertionError("each step fills its own form")

    def waiting(self, draft: ImportDraft) -> int:
        """How many rows are to be decided still."""
        return 0

    @Slot(str)
    def accept_row(self, key: str) -> None:
        """Enter on a row: the keyboard goes to its first field."""
        first = next((row.field.target for row in self.form.rows.values() if not row.isHidden()), None)
        if first is not None:
            first.setFocus()

    # What is shown

    def show_draft(self, draft: ImportDraft) -> None:
        """The rows as they stand; what is being filled in stays."""
        self.draft = draft
        rows = self.rows(draft)
        model = self.pane.model
        assert isinstance(model, RowsModel)
        model.set_rows([cells for _, cells in rows], keys=[key for key, _ in rows])
        if not self.pane.table.current_key:
            self.pane.table.go_to(self._first(draft))
        self._turn(self.pane.table.current_key)

    def _first(self, draft: ImportDraft) -> str:
        rows = self.rows(draft)
        return next((key for key, cells in rows if TO_DECIDE in cells), rows[0][0] if rows else "")

    @Slot(str)
    def _turn(self, key: str) -> None:
        if self.draft is None or self._filling:
            return
        self._filling = True
        self.heading.setText("")
        self.about.setText("")
        self.form.setVisible(bool(key))
        if key:
            self.fill(self.draft, key)
        self.about.setVisible(bool(self.about.text()))
        self._filling = False

    def say(self, draft: ImportDraft) -> None:
        """What was said of the row chosen; its fields stay as they are."""
        if self._filling:
            return
        self.draft = draft
        self._filling = True
        model, rows = self.pane.model, self.rows(draft)
        assert isinstance(model, RowsModel)
        model.set_rows([cells for _, cells in rows], keys=[key for key, _ in rows])
        self._filling = False
        self.said.emit(draft)

    def go_to_next(self) -> bool:
        """The next row to decide after this one; whether there is one."""
        if self.draft is None:
            return False
        shown = [str(row[0]) for row in self.pane.model.all_rows()]
        at = shown.index(self.pane.table.current_key) + 1 if self.pane.table.current_key in shown else 0
        waits = {key for key, cells in self.rows(self.draft) if TO_DECIDE in cells}
        following = next((key for key in shown[at:] + shown[:at] if key in waits), "")
        if following:
            self.pane.table.go_to(following)
        return bool(following)

    def focus_first(self) -> None:
        """The table, or what stands in its place."""
        self.pane.focus_table()


def empty_form(form: Form) -> None:
    """Take every row out of a form."""
    layout = form.layout()
    assert layout is not None
    form.rows.clear()
    empty_layout(layout)
