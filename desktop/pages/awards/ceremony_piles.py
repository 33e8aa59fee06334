"""The lists of the side Ceremony as they are laid out: one is shown, chosen above, with its own row of actions."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.awards.ceremony_lists import CHIPS, COLUMNS, GUESTS, KEPT_IN, NEEDS, NOTHING
from desktop.pages.awards.ceremony_menu import CeremonyMenu
from desktop.pages.sides.list_part import ListPart
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import label
from resources.tables import Cell

_SIZES, _FEW_WORDS = (846, 332), (930, 248)


class CeremonyPiles(QWidget):
    """`chosen` when a person takes another list, `moved` when another row is chosen. `draw` says what a pane shows."""

    chosen = Signal()
    moved = Signal()

    def __init__(self, desk: Desk, menu: CeremonyMenu, draw: Callable[[str, str], Detail | None]) -> None:
        super().__init__()
        self._desk, self._menu = desk, menu
        self.parts = {what: self._part(what, draw) for what in KEPT_IN}
        self.rows = {what: ActionRow(menu.in_row(what)) for what in self.parts}
        self.stands = label("", "quiet", wrap=True)
        self._lay_out()
        self.show_what.changed.connect(self.chosen)

    def _part(self, what: str, draw: Callable[[str, str], Detail | None]) -> ListPart:
        first = None if self._desk.opened.read_only else self._menu.first(what)
        name = f"awards_{what.replace(' ', '_').replace(',', '').lower()}"
        made = ListPart(
            self._desk, COLUMNS[what], name=name, title=what, one=what, empty=EmptyPage(NOTHING[what], first),
            draw=partial(draw, what), chips=CHIPS[what], sizes=_FEW_WORDS if what == NEEDS else _SIZES,
        )  # fmt: skip
        made.moved.connect(self.moved)
        made.opened.connect(self._menu.open_row)
        return made

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.show_what = add_choice(head, "Show", [(one, one) for one in self.parts], least_letters=18)
        put_beside(head, self.rows.values(), share=5)
        said = QHBoxLayout()
        said.setContentsMargins(PANE, 0, PANE, 0)
        said.addWidget(self.stands)
        self._pile = QStackedLayout()
        for part in self.parts.values():
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(said)
        column.addLayout(self._pile, 1)
        self.turn(GUESTS)

    @property
    def what(self) -> str:
        """Which list is shown."""
        return str(self.show_what.answer() or GUESTS)

    @property
    def part(self) -> ListPart:
        """The list that is shown."""
        return self.parts[self.what]

    def turn(self, what: str) -> None:
        """Show another list."""
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(what)
        self._pile.setCurrentWidget(self.parts[what])
        for one, row in self.rows.items():
            row.setVisible(one == what)

    def show_rows(self, rows: Sequence[Sequence[Cell]], keys: Sequence[str], stands: str) -> None:
        """The rows of the list shown, and how it stands above them."""
        self.part.show_rows(rows, keys)
        self.rows[self.what].setVisible(self.part.has_rows)
        self.stands.setText(stands)
        self.stands.setVisible(bool(stands))

    @Slot()
    def refresh(self) -> None:
        """Ask the actions of the list shown whether they can be run."""
        self.rows[self.what].refresh()
