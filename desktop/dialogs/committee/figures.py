"""The rows behind the figures of a sentence."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dialogs.committee.looked_through import LookedThrough
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.parts import empty_layout, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.problem import Problem
from resources.report.exemption import notice_of
from resources.report.told import Figure
from resources.tables import Table
from resources.wording import count_of

READING = "The rows are being read."


class RowsBehind(LookedThrough):
    """Says that rows are read until `show_read` brings them. `save` asks where they go; `begin` is shown first."""

    def __init__(
        self, sentence: str, figures: Sequence[Figure], save: Callable[[Table, QWidget], object],
        parent: QWidget | None, *, begin: str = "",
    ) -> None:  # fmt: skip
        super().__init__("The rows behind", parent, save="Save table…", size=(900, 560))
        self._figures = {one.name: one for one in figures}
        self._read: Mapping[str, Table] | Problem | None = None
        self._save_table = save
        self.shown: Table | None = None
        self.which = ChoiceField([(one.name, figure_words(one)) for one in figures])
        self._rows = QVBoxLayout()
        self._lay_out(sentence)
        self.which.changed.connect(self._show)
        self.which.show_answer(begin if begin in self._figures else next(iter(self._figures), None))
        self._show()

    def _lay_out(self, sentence: str) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(label(sentence, "quiet", wrap=True, copyable=True))
        name = label("Figure", "bold")
        name.setBuddy(self.which.widget)
        self.which.target.setAccessibleName("Figure")
        self.body.addWidget(name)
        self.body.addWidget(self.which.widget)
        self.body.addWidget(self.banner)
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows, 1)

    def show_read(self, read: Mapping[str, Table] | Problem) -> None:
        """The rows by the names that figures give, or why they could not be read."""
        self._read = read
        self._show()

    @Slot()
    def _show(self) -> None:
        self.banner.hide()
        self.shown = None
        empty_layout(self._rows)
        figure = self._figures.get(str(self.which.answer()))
        if isinstance(self._read, Problem):
            self.banner.say(self._read)
        elif self._read is None:
            self._rows.addWidget(label(READING, "quiet"))
        elif figure is not None:
            self._show_table(self._read[figure.rows])
        if self.shown is None:
            self._rows.addStretch(1)
        self.save_button.setEnabled(self.shown is not None)

    def _show_table(self, table: Table) -> None:
        self.shown = table
        self._rows.addWidget(label(f"{table.title}: {count_of(len(table.rows), 'row')}", "bold", wrap=True))
        if table.exempt is not None:
            self._rows.addWidget(label(notice_of((table.exempt,)), "error", wrap=True))
        view = TableView(RowsModel(table.columns, table.rows), name="rows_behind", title=table.title)
        view.setProperty("kind", "framed")
        self._rows.addWidget(view, 1)
        view.go_to_first()
        for words in (table.base, *table.notes):
            if words:
                self._rows.addWidget(label(words, "small", wrap=True))

    def save(self) -> None:
        """The table shown."""
        if self.shown is not None:
            self._save_table(self.shown, self)


def figure_words(figure: Figure) -> str:
    """How a figure stands in the choice: what is printed, and of how many."""
    return f"{figure.words} (of {figure.base:,})" if figure.base is not None else figure.words
