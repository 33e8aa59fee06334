"""The review of a file: everybody in a table, the chosen person beside the register, and what will be written."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.online.who_it_is import AnotherContact, SamePerson, SomebodyNew
from desktop.pages.online.compare_pane import ComparePane
from desktop.pages.online.review_head import ReviewHead
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.shell.messages import announce
from desktop.shell.page import Desk
from desktop.widgets.flow import FlowLayout
from desktop.widgets.parts import button, hairline, label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums.online.review import OTHER_MEETING, Line, Review
from engagement.forums.online.review_file import REVIEW_COLUMNS, line_cells, review_table
from engagement.forums.online.vocabulary import Standing
from engagement.forums.online.whom import Choice, LeftOut, matched
from resources.problem import Problem
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
    """Holds the review as it stands; `take_in_asked` once the person has seen it all."""

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
        self._buttons: list[tuple[QWidget, Action]] = []
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        acts = FlowLayout()
        for action in self.actions_here():
            if action.toolbar:
                made = button(action.label, icon=action.icon)
                made.setToolTip(action.tip or action.label)
                made.clicked.connect(action.run)
                acts.addWidget(made)
                self._buttons.append((made, action))
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.addLayout(acts, 1)
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
        table.opened.connect(self.confirm)
        table.selection_moved.connect(self.moved)
        self.pane.counted.connect(self.moved)
        self.compare.chosen.connect(self._take_other)
        self.head.ordered.connect(self._with(lambda review, order: review.with_order(order)))
        self.head.shifted.connect(self._with(lambda review, hours: review.with_shift(hours)))
        self.head.least_changed.connect(self._with(lambda review, minutes: review.with_least(minutes)))
        self.head.confirmed.connect(
            self._with(lambda review, said: review.with_confirmed(OTHER_MEETING, confirmed=said))
        )
        self.take_in.clicked.connect(self.take_in_asked)
        self._cancel.clicked.connect(self.left)
        self.moved.connect(self.refresh_buttons)

    def _with(self, change: Callable[[Review, Any], Review]) -> Callable[[Any], None]:
        return partial(_changed, self, change)

    # Actions

    def actions_here(self) -> list[Action]:
        """What can be said of the selected people; `toolbar` are those with a button here."""
        one, some = self._one, self._some
        return [
            Action("online_confirm", "Confirm", self.confirm, enabled=some, icon="check",
                   tip="Take the selected people for whom they are offered to be, and go on to the next (Enter)"),
            Action("online_contact", "Another contact…", self.ask_contact, "Ctrl+Alt+F", enabled=one),
            Action("online_newcomer", "New contact…", self.ask_newcomer, "Ctrl+Alt+K", enabled=one, icon="add"),
            Action("online_same", "Same person as…", self.ask_same, "Ctrl+Alt+S", enabled=self._several_lines),
            Action("online_leave_out", "Leave out", self.leave_out, "Ctrl+Alt+L", enabled=some,
                   tip="Not from a provider: kept in the list of the file, without the address"),
            Action("online_count", "Count all the same", self.count, "Ctrl+Alt+U", enabled=self._not_counted,
                   tip="Though the time was too short, or a place was only booked"),
            Action("online_take_back", "Take back", self.take_back, "Ctrl+Alt+B", enabled=self._said,
                   tip="What was said of the selected people"),
            Action("online_next", "Next to decide", self.go_to_next, "Ctrl+Alt+E", toolbar=False,
                   enabled=self._any_waits),
        ]  # fmt: skip

    def _ready(self) -> bool:
        return self.review is not None and self._may_write() and not self.review.found.taken_here

    def _some(self) -> bool:
        return self._ready() and bool(self.selected())

    def _one(self) -> bool:
        return self._ready() and len(self.selected()) == 1

    def _several_lines(self) -> bool:
        return self._one() and self.review is not None and len(self.review.lines) > 1

    def _not_counted(self) -> bool:
        short = (Standing.TOO_SHORT, Standing.BOOKED)
        return self._ready() and any(line.standing in short for line in self.selected())

    def _said(self) -> bool:
        review = self.review
        return (
            review is not None
            and self._ready()
            and any(line.choice is not None or line.key in review.counted for line in self.selected())
        )

    def _any_waits(self) -> bool:
        return self.review is not None and bool(self.review.undecided)

    @Slot()
    def refresh_buttons(self) -> None:
        """Ask each action again whether it can be run."""
        for made, action in self._buttons:
            made.setEnabled(action.ready())
            made.setVisible(action.ready() or action.name not in _SELDOM)

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
        self.take_in.setEnabled(self._ready())
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

    # What is said

    def say(self, choose: Callable[[Review, Line], Review]) -> None:
        """Change the review for each selected line, and go on to the next to decide when the last was decided."""
        review, lines = self.review, self.selected()
        if review is None or not lines or not self._ready():
            return
        following = self._following(lines[-1].key)
        for line in lines:
            review = choose(review, review.line(line.key))
        decided = any(line.waits for line in lines) and not any(review.line(line.key).waits for line in lines)
        self.show_review(review)
        if decided:
            self._go_on(following)

    def _following(self, key: str) -> list[str]:
        """The lines after this one as they are shown, then those before it."""
        shown = [str(row[0]) for row in self.pane.model.all_rows()]
        at = shown.index(key) + 1 if key in shown else 0
        return [*shown[at:], *shown[:at]]

    def _go_on(self, keys: list[str]) -> None:
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
        self._go_on(self._following(self.pane.table.current_key))
        self.pane.table.setFocus()

    @Slot()
    def confirm(self, _key: str = "") -> None:
        """Take the selected lines for whom they are offered to be; whom nobody fits is asked about."""
        lines = self.selected()
        if self.review is None or not self._ready():
            return
        if len(lines) == 1 and self.review.offer(lines[0]) is None:
            if lines[0].waits:
                self.ask_newcomer()
            return
        unknown = [line.person.shown for line in lines if self.review.offer(line) is None]
        if unknown:
            raise Problem(
                "Nobody of the register fits some of the people selected. Say of each who it is, or leave them out.",
                details=tuple(unknown),
            )
        self.say(lambda review, line: review.confirm(line.key))

    def ask_contact(self) -> None:
        """Another contact of the register."""
        for line in self.selected()[:1]:
            assert self.review is not None
            AnotherContact(self._desk.db, self.review, line, self).ask(partial(self._chosen, line.key))

    def ask_newcomer(self) -> None:
        """Somebody whom the register lacks."""
        for line in self.selected()[:1]:
            assert self.review is not None
            SomebodyNew(self._desk.db, self.review, line, self).ask(partial(self._chosen, line.key))

    def ask_same(self) -> None:
        """The person of another line."""
        for line in self.selected()[:1]:
            assert self.review is not None
            SamePerson(self.review, line, self).ask(partial(self._chosen, line.key))

    def _chosen(self, key: str, choice: Choice) -> None:
        self.pane.show_row(key)
        self.say(lambda review, line: review.choose(line.key, choice))

    @Slot(str, str)
    def _take_other(self, key: str, contact: str) -> None:
        if self.review is not None and self._ready():
            self._chosen(key, matched(self.review.found.known.by_id[contact]))

    def leave_out(self) -> None:
        """Not from a provider."""
        self.say(lambda review, line: review.choose(line.key, LeftOut()))

    def count(self) -> None:
        """Count although too short, or only booked."""
        self.say(lambda review, line: review.count(line.key))

    def take_back(self) -> None:
        """As it was found."""
        self.say(lambda review, line: review.choose(line.key, None).count(line.key, counts=False))


def _changed(panel: ReviewPanel, change: Callable[[Review, Any], Review], said: Any) -> None:
    if panel.review is not None:
        panel.show_review(change(panel.review, said))
