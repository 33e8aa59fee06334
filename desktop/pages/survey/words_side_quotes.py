"""What may be quoted, and what names somebody and may not."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table
from workforce.survey.coding.quotes import Quote
from workforce.survey.coding.tables import QUOTE_COLUMNS, quote_row, quotes_table

_RULE = (
    "Only what was written by those who agreed to be quoted. What names a provider, a service, a person, a telephone "
    "number, an address or a postcode is not offered: put the answer right, or leave it out."
)


class QuotesPart(QWidget):
    """`moved` when another is chosen."""

    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._quotes: dict[str, Quote] = {}
        self._model = RowsModel(QUOTE_COLUMNS)
        self._empty = EmptyPage("No wave is chosen.")
        self.pane = TablePane(
            self._model, name="survey_quotes", title="Quotes", chips=("standing", "said_by"),
            settings=desk.settings,
        )  # fmt: skip
        self._rule = label(_RULE, "small", wrap=True)
        self._rule.setContentsMargins(PANE, 0, PANE, 0)
        self._whole = label("", "quiet", wrap=True, copyable=True)
        self._whole.setContentsMargins(PANE, 0, PANE, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._rule)
        column.addWidget(self.pane, 1)
        column.addWidget(self._whole)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.counted.connect(self._follow)

    def show_quotes(self, held: Sequence[Quote], none: str) -> None:
        """Those of the question chosen; `none` says why there is none."""
        self._quotes = {one.answer_id: one for one in held}
        self._model.set_rows([quote_row(one) for one in held], keys=list(self._quotes))
        self._rule.setText(f"{none} {_RULE}" if none else _RULE)
        self._follow()

    def chosen(self) -> Quote | None:
        """The quote that the cursor is on."""
        return self._quotes.get(self.pane.table.current_key)

    def table(self) -> Table:
        """Those that may be published."""
        return quotes_table("What was written", list(self._quotes.values()))

    @Slot()
    def _follow(self, _key: str = "") -> None:
        held = self.chosen()
        self._whole.setText(f"“{' '.join(held.text.split())}” {held.attribution}" if held else "")
        self.moved.emit()
