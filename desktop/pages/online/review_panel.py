"""The review of a file: everybody in a table, the chosen person beside the register, and what will be written."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.pages.online.compare_pane import ComparePane
from desktop.pages.online.review_head import ReviewHead
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.shell.messages import announce
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.parts import button, hairline, label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums.online.review import OTHER_MEETING, Line, Review
from engagement.forums.online.review_file import REVIEW_COLUMNS, line_cells, review_table
from resources.tables import Table

_FIRST = ("shown", "minutes", "joins", "said", "score", "standing", "grade", "email", "reasons")
_NARROWER = {"shown": 178, "minutes": 76, "joins": 56, "said": 206, "score": 62, "standing": 118}
_LEAST_HEIGHT = 190
_SELDOM = ("online_count", "online_take_back")
"""Their buttons, the last, are shown only when they can be pressed."""
_BY_NAME = {column.name: column for column in REVIEW_COLUMNS}
_PLACES = [REVIEW_COLUMNS.index(_BY_NAME[name]) for name in _FIRST]
COLUMNS = tuple(
    replace(column, width=_NARROWER.get(column.name, column.width))
    for column in (_BY_NAME[name] for name in _FIRST)
)


class ReviewPanel(QWidget):
    """Holds the review as it stands, and the cursor; `take_in_asked` once the person has seen it all."""

    take_in_asked = Signal()
    left = Signal()
    moved = Signal()

    def __init__(self, desk: Desk, *, may_write: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._may_write = desk, may_write
        self.review: Review | None = None
        self.head, self.compare = ReviewHead(), ComparePane()
        self.pane = TablePane(
            RowsModel(COLUMNS), name="online_review", title="People of the file",
            chips=("grade", "standing"), settings=desk.settings,
        )  # fmt: skip
        self._summary = label("", "bold", wrap=True)
        self.take_in = button("Take in", "primary")
        self._cancel = button("Cancel")
        self.row = ActionRow()
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.addWidget(self.row, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(PANE, 8, PANE, 8)
        foot.setSpacing(8)
        foot.addWidget(self._summary, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.take_in)
        inside = QWidget()
        above = QVBoxLayout(inside)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.head)
        above.addLayout(row)
        people = side_by_side(self.pane, self.compare, sizes=(748, 420))
        people.setMinimumHeight(with_text(_LEAST_HEIGHT))
        above.addWidget(people, 1)
        scroll = QScrollArea()  # with large text on a small screen not everything has room at once
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(hairline())
        column.addLayout(foot)

    def _listen(self) -> None:
        table = self.pane.table
        table.current_changed.connect(self._show_person)
        table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)
        change = self._change
        self.head.ordered.connect(partial(change, lambda review, order: review.with_order(order)))
        self.head.shifted.connect(partial(change, lambda review, hours: review.with_shift(hours)))
        self.head.least_changed.connect(partial(change, lambda review, least: review.with_least(least)))
        self.head.confirmed.connect(
            partial(change, lambda review, said: review.with_confirmed(OTHER_MEETING, confirmed=said))
        )
        self.take_in.clicked.connect(self.take_in_asked)
        self._cancel.clicked.connect(self.left)

    def _change(self, change: Callable[[Review, Any], Review], said: Any) -> None:
        if self.review is not None:
            self.show_review(change(self.review, said))

    # Actions

    def offer(self, actions: Sequence[Action]) -> None:
        """Buttons above the people for what can be said of them; asked again whenever something has moved."""
        self.row.offer([one for one in actions if one.toolbar])
        self.moved.connect(self.refresh_buttons)

    def ready(self) -> bool:
        """Whether something can be said of the review."""
        return self.review is not None and self._may_write() and not self.review.found.taken_here

    @Slot()
    def refresh_buttons(self) -> None:
        """Ask each action again whether it can be run."""
        self.row.refresh()
        for name in _SELDOM:
            made = self.row.buttons[name]
            made.setVisible(made.isEnabled())

    # What is shown

    def show_review(self, review: Review) -> None:
        """A review, new or as somebody's word has changed it; the cursor stays on its line."""
        fresh = self.review is None or self.review.found.file is not review.found.file
        self.review = review
        self.head.show_review(review)
        self._fill()
        if fresh:
            self.pane.table.go_to(next((line.key for line in review.undecided), "1"))

    def put_away(self) -> None:
        """Forget the review."""
        self.review = None

    def _fill(self) -> None:
        review, model = self.review, self.pane.model
        assert review is not None
        assert isinstance(model, RowsModel)
        cells = [line_cells(line) for line in review.lines]
        rows = [tuple(row[place] for place in _PLACES) for row in cells]
        model.set_rows(rows, keys=[line.key for line in review.lines])
        self._summary.setText(review.summary)
        self.take_in.setEnabled(self.ready())
        self._show_person(self.pane.table.current_key)
        self.moved.emit()

    @Slot(str)
    def _show_person(self, key: str) -> None:
        if self.review is not None and key:
            self.compare.show_line(self.review, self.review.line(key))
        else:
            self.compare.clear()

    def selected(self) -> list[Line]:
        """The lines selected."""
        if self.review is None:
            return []
        return [self.review.line(key) for key in self.pane.table.selected_keys() if key]

    def table(self) -> Table | None:
        """The review, to copy or save."""
        return review_table(self.review) if self.review is not None else None

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    # Where to go on

    def following(self, key: str) -> list[str]:
        """The lines after this one as they are shown, then those before it."""
        shown = [str(row[0]) for row in self.pane.model.all_rows()]
        at = shown.index(key) + 1 if key in shown else 0
        return [*shown[at:], *shown[:at]]

    def go_on(self, keys: list[str]) -> None:
        """Put the cursor on the first of these that waits; when nobody does, where the file is taken in."""
        review = self.review
        assert review is not None
        waiting = {line.key for line in review.undecided}
        found = next((key for key in keys if key in waiting), None)
        if found is not None:
            self.pane.table.go_to(found)
        elif not waiting:
            announce(self.take_in, f"Everybody is decided. {review.summary}")
            if not any(not one.confirmed for one in review.obstacles):
                self.take_in.setFocus()

    @Slot()
    def go_to_next(self) -> None:
        """The next line that waits."""
        self.go_on(self.following(self.pane.table.current_key))
        self.pane.table.setFocus()
