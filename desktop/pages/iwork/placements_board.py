"""The board of placements: a card for each, a column for each stage."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.iwork.placements_acts import PlacementActs
from desktop.pages.iwork.placements_columns import OnBoard, columns_of, meeting, on_board, stage_of
from desktop.shell.page import Desk
from desktop.widgets.board.board import Board
from desktop.widgets.forms.choice_row import add_choice, add_text, row_of_choices
from resources.wording import count_of
from workforce.iwork.people.people import coaches
from workforce.iwork.placements.placements import placement
from workforce.iwork.placements.steps import may_move
from workforce.iwork.placements.todo_reading import by_person, to_do


class PlacementsBoard(QWidget):
    """`moved` when another card is chosen, `opened` with the key of a card."""

    moved = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk, acts: PlacementActs, *, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._acts, self._today = desk, acts, today
        self._found: list[OnBoard] = []
        self._shown: list[OnBoard] = []
        self.board = Board("Placements by stage", one="placement", refusal=self._refusal)
        head = row_of_choices()
        self.coach = add_choice(head, "Job coach", [("", "All job coaches")], least_letters=18)
        self.text = add_text(head, "Find on the board", "Reference, post or employer")
        head.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.board, 1)
        self.coach.changed.connect(self._show)
        self.text.changed.connect(self._show)
        self.board.wanted.connect(self._wanted)
        self.board.opened.connect(self.opened)
        self.board.current_changed.connect(self._tell)

    @property
    def key(self) -> str:
        """The placement whose card the cursor is on."""
        return self.board.current_key

    @property
    def words(self) -> str:
        """How many cards."""
        shown, found = len(self._shown), len(self._found)
        return (
            count_of(found, "placement") if shown == found else f"{shown:,} of {count_of(found, 'placement')}"
        )

    def reload(self) -> None:
        """The board as it stands now."""
        self._found = on_board(self._desk.db, by_person(to_do(self._desk.db, self._today())))
        options = [("", "All job coaches"), *((name, name) for name in coaches(self._desk.db))]
        with QSignalBlocker(self.coach):
            chosen = self.coach.answer()
            self.coach.set_options(options)
            self.coach.show_answer(chosen if any(chosen == key for key, _ in options) else "")
        self.board.allow_moves(not self._desk.opened.read_only)
        self._show()

    @Slot()
    def _show(self) -> None:
        coach, text = str(self.coach.answer() or ""), str(self.text.answer() or "")
        self._shown = meeting(self._found, coach=coach, text=text)
        self.board.show_columns(columns_of(self._shown))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.moved.emit()

    def _refusal(self, key: str, column: str) -> str | None:
        held = placement(self._desk.db, key)
        return may_move(
            held.stage, stage_of(column, held), held.paused_from, has_post=held.post_id is not None
        )

    @Slot(str, str)
    def _wanted(self, key: str, column: str) -> None:
        held = placement(self._desk.db, key)
        self._acts.move_to(held, stage_of(column, held))
