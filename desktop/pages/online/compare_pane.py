"""One person of the file beside the register: what the file says, what the register says, why, and who else fits."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.widgets.flow import FlowLayout
from desktop.widgets.parts import button, empty_layout, hairline, label
from desktop.widgets.pills import Pill
from engagement.forums.online.matching import Fit
from engagement.forums.online.review import Line, Review, early_leave
from engagement.forums.online.whom import Matched
from resources.tables import ColumnKind
from resources.wording import capital_first, count_of, time_words

_EMPTY = "Choose a person of the file to compare them with the register here."
_NARROWEST = 340
_LONG_ADDRESS = 22


class ComparePane(QScrollArea):
    """Read by screen readers a line at a time: what, the file's word, the register's word."""

    chosen = Signal(str, str)
    """A line, and the contact that was chosen for it among those who fit."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("detail")
        self.setAccessibleName("The person, in the file and in the register")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(_NARROWEST)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(PANE + 4, 4, PANE, PANE)
        self._column.setSpacing(8)
        self.setWidget(inside)
        self.clear()

    def clear(self) -> None:
        """Nobody is chosen."""
        empty_layout(self._column)
        self._column.addWidget(label(_EMPTY, "quiet", wrap=True))
        self._column.addStretch(1)

    def show_line(self, review: Review, line: Line) -> None:
        """One person of the file."""
        empty_layout(self._column)
        self._column.addWidget(label(line.person.shown, "section", wrap=True, copyable=True))
        if line.person.also_shown_as:
            words = capital_first(f"{line.person.also_shown_as}.")
            self._column.addWidget(label(words, wrap=True, copyable=True))
        pills = FlowLayout()
        for words in (line.match.grade.label, line.standing.label):
            pills.addWidget(Pill(ColumnKind.STATUS, words))
        self._column.addLayout(pills)
        if line.said:
            self._column.addWidget(label(line.said, "bold", wrap=True))
        self._column.addWidget(hairline())
        self._column.addLayout(_side_by_side(_facts(review, line)))
        self._add_sentences(f"Why (score {line.match.score})" if line.match.score else "Why", _why(line))
        self._add_others(line)
        self._add_sentences("How the file was read", review.found.how_read)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_sentences(self, title: str, sentences: Sequence[str]) -> None:
        if sentences:
            self._column.addWidget(hairline())
            self._column.addWidget(label(title, "bold"))
            for sentence in sentences:
                self._column.addWidget(label(sentence, wrap=True, copyable=True))

    def _add_others(self, line: Line) -> None:
        taken = line.choice.contact_id if isinstance(line.choice, Matched) else None
        others = [fit for fit in line.match.fits if fit.person.id != taken]
        others = others if taken else others[1:]
        if others:
            self._column.addWidget(hairline())
            self._column.addWidget(label("Others who fit", "bold"))
            for fit in others:
                made = button(f"{fit.person.name}, {fit.person.home} ({fit.score})", "value")
                made.setToolTip(" ".join(fit.reasons))
                made.clicked.connect(partial(self.chosen.emit, line.key, fit.person.id))
                self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)


Fact = tuple[str, str, str]
"""What, the file's word, the register's word."""


def _facts(review: Review, line: Line) -> list[Fact]:
    person, fit = line.person, _fit(line)
    said = [
        ("Name", " / ".join(person.spellings), fit.person.name if fit else "Nobody who fits"),
        ("E-mail", person.email or "None", (fit.person.email or "None") if fit else ""),
        ("From", person.name.rest or person.company, fit.person.home if fit else ""),
        ("Event", *_attendance(review, line, fit)),
    ]
    if person.spans or person.seconds:
        said.append(("Minutes", _minutes(line), f"{review.least_minutes} or more count"))
    if person.first_join and person.last_leave:
        times = f"{time_words(person.first_join)} to {time_words(person.last_leave)}"
        early = early_leave(person.last_leave, review.found)
        said.append(("There", times, "Left early" if early else "To the end"))
    return [fact for fact in said if fact[1] or fact[2]]


def _fit(line: Line) -> Fit | None:
    if isinstance(line.choice, Matched):
        chosen = line.choice.contact_id
        return next((fit for fit in line.match.fits if fit.person.id == chosen), None)
    return line.match.fits[0] if line.match.fits else None


def _attendance(review: Review, line: Line, fit: Fit | None) -> tuple[str, str]:
    joins = "Booked a place" if line.person.booked else count_of(line.person.joins, "join")
    if fit is None:
        return joins, ""
    in_log = review.found.in_the_log.get(fit.person.id)
    return joins, in_log or ("On the list" if fit.person.on_list else "Not on the list")


def _minutes(line: Line) -> str:
    person = line.person
    if person.seconds_in_event is None or person.seconds_in_event // 60 == person.minutes:
        return f"{person.minutes:,}"
    return f"{person.minutes:,}, of them {person.seconds_in_event // 60:,} in the event’s time"


def _why(line: Line) -> tuple[str, ...]:
    provider = (
        f"Somebody new may be from there: {line.match.provider_reason}" if line.match.provider_reason else ""
    )
    return (*line.reasons, *line.person.remarks, *((provider,) if provider and not line.match.fits else ()))


def _side_by_side(facts: Sequence[Fact]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for column, words in ((1, "The file says"), (2, "The register says")):
        grid.addWidget(label(words, "bold", wrap=True), 0, column)
        grid.setColumnStretch(column, 1)
    for row, (what, file, register) in enumerate(facts, 1):
        grid.addWidget(label(what, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
        for column, (words, whose) in enumerate(((file, "the file"), (register, "the register")), 1):
            made = label(words.replace("@", "\n@") if len(words) > _LONG_ADDRESS else words, wrap=True)
            made.setMinimumWidth(1)
            made.setAccessibleName(f"{what} in {whose}: {words or 'nothing'}")
            grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
    return grid
