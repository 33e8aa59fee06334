"""Above the review: how the file was read, what has to be confirmed, and how many minutes count."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.shell.looks.icons import Mark
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.widgets.parts import button, empty_layout, label
from engagement.forums.online.clock import shift_words
from engagement.forums.online.review import DATES, OTHER_MEETING, Obstacle, Review
from resources.files.dates import Order

_MOST_MINUTES = 600
_ORDERS = ((Order.DAY_FIRST, "The day stands first"), (Order.MONTH_FIRST, "The month stands first"))


class ReviewHead(QWidget):
    """Tells what was said; changes nothing itself."""

    ordered = Signal(object)
    shifted = Signal(int)
    confirmed = Signal(bool)
    least_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._notes = label("", "section", wrap=True), label("", "quiet", wrap=True)
        self.least = QLineEdit()
        self.least.setValidator(QIntValidator(0, _MOST_MINUTES, self.least))
        self.least.setMaxLength(len(str(_MOST_MINUTES)))
        self.least.setFixedWidth(with_text(64))
        self.least.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.least.setAccessibleName("Least minutes to count as attended")
        self.least.textEdited.connect(self._least_typed)
        self.confirm: QCheckBox | None = None
        self._asked = QVBoxLayout()
        self._asked.setSpacing(4)
        words = label("Least minutes to count")
        words.setBuddy(self.least)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._title, 1)
        first.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.least, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 0, PANE, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._notes)
        column.addLayout(self._asked)
        self._shown: tuple[object, ...] = ()

    def show_review(self, review: Review) -> None:
        """The file and what is asked of it; the fields stay as they are where nothing is asked anew."""
        self._title.setText(review.found.file.name)
        self._notes.setText(" ".join(review.found.to_look_at))
        self._notes.setVisible(bool(review.found.to_look_at))
        if self.least.text() != str(review.least_minutes) and not (
            self.least.hasFocus() and not self.least.text()
        ):
            self.least.setText(str(review.least_minutes))
        asked = (review.obstacles, review.found.shift_sentence, review.found.order)
        if asked != self._shown:
            self._shown = asked
            self._ask(review)

    def _ask(self, review: Review) -> None:
        empty_layout(self._asked)
        self.confirm = None
        if any(one.name == DATES for one in review.obstacles) or review.found.order is not None:
            self._ask_order(review)
        if review.found.shift_sentence:
            self._ask_shift(review)
        other = next((one for one in review.obstacles if one.name == OTHER_MEETING), None)
        if other is not None:
            self._ask_whether(other)

    def _ask_order(self, review: Review) -> None:
        chosen = [
            self._button(words, partial(self.ordered.emit, order), pressed=review.found.order is order)
            for order, words in _ORDERS
        ]
        self._row(review.found.meeting.dates.reason, *chosen, done=review.found.order is not None)

    def _ask_shift(self, review: Review) -> None:
        if review.found.shift:
            back = self._button("Take the move back", partial(self.shifted.emit, 0))
            self._row(review.found.shift_sentence, back, done=True)
        else:
            hours = review.found.meeting.proposed_shift
            move = self._button(f"Move {shift_words(hours)}", partial(self.shifted.emit, hours))
            self._row(review.found.shift_sentence, move)

    def _ask_whether(self, other: Obstacle) -> None:
        self.confirm = QCheckBox("It is this event’s meeting")
        self.confirm.setChecked(other.confirmed)
        self.confirm.toggled.connect(self._confirm)
        self._row(other.sentence, self.confirm, done=other.confirmed)

    @Slot(str)
    def _least_typed(self, text: str) -> None:
        if text.isdecimal() and int(text) <= _MOST_MINUTES:
            self.least_changed.emit(int(text))

    @Slot(bool)
    def _confirm(self, confirmed: bool) -> None:
        self.confirmed.emit(confirmed)

    @staticmethod
    def _button(words: str, run: object, *, pressed: bool = False) -> QWidget:
        made = button(words)
        made.setEnabled(not pressed)
        made.clicked.connect(run)
        return made

    def _row(self, sentence: str, *asked: QWidget, done: bool = False) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(
            Mark("check" if done else "error", "accent" if done else "danger"), 0, Qt.AlignmentFlag.AlignTop
        )
        row.addWidget(label(sentence, wrap=True), 1)
        for one in asked:
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        self._asked.addLayout(row)
