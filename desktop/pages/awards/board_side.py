"""Nominees as cards, a column for each state."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from awards.board import moving
from awards.board.reading import OnBoard, board_table, on_board
from awards.board.states import BoardState
from awards.nominations.entries import entry, is_entry
from awards.rounds.categories import categories
from desktop import clock
from desktop.dialogs.awards.step import KEPT, AskStep, Said
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.board_columns import columns_of, meeting
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.board.board import Board
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, add_text
from resources.tables import Table
from resources.wording import count_of


class BoardSide(AwardsSide):
    """Nominees as cards, a column for each state."""

    tab = "Board"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._found: list[OnBoard] = []
        self._shown: list[OnBoard] = []
        self.board = Board("Nominees by status", one="nominee", refusal=self._refusal)
        to_nominations = Action("board_to_nominations", "To the nominations", self._to_nominations)
        self.empty = EmptyPage(
            "Nobody is nominated in this round yet, so that the board has no card.", to_nominations
        )
        self._lay_out()
        self.board.wanted.connect(self._wanted)
        self.board.opened.connect(self._open)
        self.board.current_changed.connect(self._tell)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.category = add_choice(head, "Category", [("", "All categories")], least_letters=20)
        self.text = add_text(head, "Find on the board", "Name or place")
        head.addStretch(2)
        self.category.changed.connect(self._show)
        self.text.changed.connect(self._show)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.board)
        self._pile.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pile, 1)

    # What can be done

    def actions_here(self) -> list[Action]:
        """Move the card chosen, or open it."""
        return [
            Action("board_move", "Move to…", self.board.ask_where, "Ctrl+M", primary=True, enabled=self._may_move,
                   tip="A list of the columns; dragging the card does the same, and Ctrl with an arrow key"),
            Action("board_open", "Open nominee", self._open_current, enabled=self._is_one),
        ]  # fmt: skip

    def _is_one(self) -> bool:
        return self.is_current and is_entry(self._desk.db, self.board.current_key)

    def _may_move(self) -> bool:
        return self.may_change_round() and self._is_one()

    @Slot(str)
    def _open(self, key: str) -> None:
        self.turn_to.emit("Nominations", key)

    def _open_current(self) -> None:
        self._open(self.board.current_key)

    def _to_nominations(self) -> None:
        self.turn_to.emit("Nominations" if self.round() is not None else "Round", "")

    # Moving

    def _refusal(self, key: str, column: str) -> str | None:
        return moving.refusal(self._desk.db, key, BoardState(column), self._today())

    @Slot(str, str)
    def _wanted(self, key: str, column: str) -> None:
        to = BoardState(column)
        found = moving.asked(self._desk.db, key, to)
        if not found.reason:
            self._move(key, to, Said(""))
            return
        name = entry(self._desk.db, key).nominee
        AskStep(
            f"Move {name} to “{to.label}”", "Move", self, ways_out=found.ways_out,
            help_text=f"Why they are moved. {KEPT}",
        ).ask(partial(self._move, key, to))  # fmt: skip

    def _move(self, key: str, to: BoardState, said: Said) -> None:
        moved = moving.move_on_board(
            self._desk.db, key, to, now=self._now(), reason=said.reason, out=said.out
        )
        self._desk.messages.done(f"Moved {moved.nominee} to “{moved.status.label}”")

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The board as it stands now."""
        held = self.round()
        self._found = on_board(self._desk.db, held.id, self._today()) if held is not None else []
        options = [("", "All categories")]
        if held is not None:
            options += [(one.id, one.name) for one in categories(self._desk.db, held.id)]
        with QSignalBlocker(self.category):
            chosen = self.category.answer()
            self.category.set_options(options)
            self.category.show_answer(chosen if any(chosen == key for key, _ in options) else "")
        self.board.allow_moves(
            not self._desk.opened.read_only and held is not None and held.archived_on is None
        )
        self._pile.setCurrentWidget(self.board if self._found else self.empty)
        self._show()

    @Slot()
    def _show(self) -> None:
        category = str(self.category.answer() or "")
        self._shown = meeting(self._found, category_id=category, text=str(self.text.answer() or ""))
        self.board.show_columns(columns_of(self._shown, with_category=not category))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.moved.emit()

    # What the page asks

    def table(self) -> Table | None:
        """The cards as a table."""
        held = self.round()
        return board_table(self._shown, held, self._today()) if held is not None and self._found else None

    def row_for_history(self) -> tuple[str, str]:
        """The nominee chosen."""
        return "award_entry", self.board.current_key

    def status_text(self) -> str:
        """How many cards."""
        shown, found = len(self._shown), len(self._found)
        return count_of(found, "nominee") if shown == found else f"{shown:,} of {count_of(found, 'nominee')}"

    def focus_first(self) -> None:
        """A card, or the way to begin."""
        (self.board.focus_first if self._found else self.empty.setFocus)()

    def focus_filter(self) -> None:
        """The words sought."""
        self.text.widget.setFocus()
