"""A field for each kind of question: to choose, to tick, to type in, or to say why there is no answer."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.looks.style import with_text
from desktop.widgets.forms.fields import ChoiceField, Field, LongTextField, fitting
from desktop.widgets.parts import give_room, label
from resources.problem import Problem
from workforce.survey.answers.answer_words import figure_words
from workforce.survey.answers.read_answer import read
from workforce.survey.answers.responses import Answer
from workforce.survey.questionnaire.questions import Option
from workforce.survey.vocabulary import AnswerState, QuestionKind
from workforce.survey.waves.asked import Asked

_KEY = Qt.ItemDataRole.UserRole
_STATES = (AnswerState.DONT_KNOW, AnswerState.NOT_APPLICABLE)
_NOTHING = ""
_FIGURE_WIDTH = 150


def answer_field(asked: Asked) -> "AnswerField":
    """The field by which this question is answered."""
    kind = asked.question.kind
    if kind is QuestionKind.SEVERAL_CHOICES:
        return SeveralAnswer(asked)
    if kind is QuestionKind.TEXT:
        return TextAnswer(asked)
    if kind in (QuestionKind.NUMBER, QuestionKind.PEOPLE) or not asked.options:
        return FigureAnswer(asked)
    return BandAnswer(asked) if kind is QuestionKind.BAND else ChoiceAnswer(asked)


class AnswerField(Field):
    """Holds an Answer, or None where the question was passed over."""

    def __init__(self, asked: Asked, target: QWidget, *parts: QWidget) -> None:
        holder = QWidget()
        super().__init__(holder, target)
        self.asked = asked
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in parts:
            self._column.addWidget(part)

    def answer(self) -> Answer | None:
        """What was answered; raises Problem where it cannot be read."""
        raise AssertionError("each kind of question reads its own field")

    def is_empty(self) -> bool:
        """Whether the question was passed over."""
        return self.answer() is None


class ChoiceAnswer(AnswerField):
    """One of the options, or a state; beside “other”, a line for what it is."""

    def __init__(self, asked: Asked, *more: QWidget) -> None:
        self.choice = fitting(ChoiceField(_choices(asked)))
        self.other = _other_line(asked)
        super().__init__(asked, self.choice.target, self.choice.widget, *filter(None, (self.other,)), *more)
        self.choice.changed.connect(self._tell)
        if self.other is not None:
            self.other.textChanged.connect(self._tell)
        self.choice.show_answer(_NOTHING)

    def answer(self) -> Answer | None:
        """The option chosen and what was written beside it."""
        told = self.choice.answer() or _NOTHING
        other = _text_of(self.other)
        if isinstance(told, AnswerState):
            return Answer(told)
        return _chosen(self.asked, [told] if told else [], other)

    def show_answer(self, value: Answer | None) -> None:
        """Choose what was answered."""
        self.choice.show_answer(_shown_choice(self.asked, value))
        if self.other is not None:
            self.other.setText(value.text if value is not None else "")


class BandAnswer(ChoiceAnswer):
    """One of the bands, or a figure or range of one's own."""

    def __init__(self, asked: Asked) -> None:
        self.figure = QLineEdit()
        self.figure.setPlaceholderText("50 or 40 to 60")
        self.figure.setMaximumWidth(with_text(_FIGURE_WIDTH))
        self.figure.setAccessibleName(f"Or a figure: {asked.wording}")
        super().__init__(asked, _line("or a figure", self.figure, asked.question.unit))
        self.figure.textChanged.connect(self._tell)

    def answer(self) -> Answer | None:
        """The band, or the figure as it is read."""
        typed, chosen = self.figure.text().strip(), super().answer()
        if typed and chosen is not None:
            raise Problem("A band is chosen and a figure is typed. Keep one of them.")
        return read_figure(self.asked, typed) if typed else chosen

    def show_answer(self, value: Answer | None) -> None:
        """The band, or the figure where no band was chosen."""
        banded = value is None or bool(value.options) or value.state is not AnswerState.ANSWERED
        super().show_answer(value if banded else None)
        self.figure.setText("" if banded or value is None else _typed(value))


class FigureAnswer(AnswerField):
    """A figure or a range, or a state."""

    def __init__(self, asked: Asked) -> None:
        self.figure, self.state = QLineEdit(), _state_choice()
        self.figure.setMaximumWidth(with_text(_FIGURE_WIDTH))
        row = _line("", self.figure, asked.question.unit, self.state)
        super().__init__(asked, self.figure, row)
        self.state.target.setAccessibleName(f"No figure: {asked.wording}")
        self.figure.textChanged.connect(self._tell)
        self.state.changed.connect(self._tell)

    def answer(self) -> Answer | None:
        """The figure as it is read, or the state."""
        return _or_state(self.state, self.figure.text().strip(), partial(read_figure, self.asked))

    def show_answer(self, value: Answer | None) -> None:
        """The figure, or the state."""
        self.figure.setText(_typed(value) if value is not None else "")
        self.state.show_answer(_state_of(value))


class TextAnswer(AnswerField):
    """Words, or a state."""

    def __init__(self, asked: Asked) -> None:
        self.words, self.state = LongTextField(lines=2), _state_choice()
        super().__init__(asked, self.words.box, self.words.widget, _line("", None, "", self.state))
        self.state.target.setAccessibleName(f"No words: {asked.wording}")
        self.words.changed.connect(self._tell)
        self.state.changed.connect(self._tell)

    def answer(self) -> Answer | None:
        """The words as they were typed, or the state."""
        return _or_state(self.state, self.words.answer(), lambda words: Answer(text=words))

    def show_answer(self, value: Answer | None) -> None:
        """The words, or the state."""
        self.words.show_answer(value.text if value is not None else "")
        self.state.show_answer(_state_of(value))


class SeveralAnswer(AnswerField):
    """A list to tick, one place for Tab; beneath it a line for something else."""

    def __init__(self, asked: Asked) -> None:
        self.list, self.other = TickList(_ticks(asked)), _other_line(asked)
        super().__init__(asked, self.list, self.list, *filter(None, (self.other,)))
        self.list.ticked.connect(self._tell)
        if self.other is not None:
            self.other.textChanged.connect(self._tell)

    def answer(self) -> Answer | None:
        """What is ticked; a state where that alone is ticked."""
        return _chosen(self.asked, self.list.chosen(), _text_of(self.other))

    def show_answer(self, value: Answer | None) -> None:
        """Tick what was answered."""
        if value is not None and value.state is not AnswerState.ANSWERED:
            self.list.tick([_option_for(self.asked, value.state) or value.state.value])
        else:
            self.list.tick(value.options if value is not None else ())
        if self.other is not None:
            self.other.setText(value.text if value is not None else "")


class TickList(QListWidget):
    """Arrows go from one to the next, the space bar ticks; every row is seen at once."""

    ticked = Signal()

    def __init__(self, options: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("kind", "framed")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        give_room(self)
        self.itemChanged.connect(self._changed)
        self.offer(options)

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Other keys with their words; none is ticked."""
        self.clear()
        for key, words in options:
            item = QListWidgetItem(words)
            item.setData(_KEY, key)
            item.setToolTip(words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setFixedHeight(self.count() * max(28, self.sizeHintForRow(0)) + 4)

    def _changed(self, _item: QListWidgetItem) -> None:
        self.ticked.emit()

    def chosen(self) -> list[str]:
        """The keys that are ticked."""
        items = (self.item(place) for place in range(self.count()))
        return [str(one.data(_KEY)) for one in items if one.checkState() is Qt.CheckState.Checked]

    def tick(self, keys: Iterable[str]) -> None:
        """Tick these and no other."""
        wanted = set(keys)
        for place in range(self.count()):
            item = self.item(place)
            on = item.data(_KEY) in wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first is the one to begin with."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Only the list that has the keyboard shows where it is."""
        super().focusOutEvent(event)
        self.setCurrentRow(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the form’s."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)


# --- what is offered ------------------------------------------------------------------------------------------


def _choices(asked: Asked) -> list[tuple[str | AnswerState, str]]:
    offered: list[tuple[str | AnswerState, str]] = [(one.option.id, one.wording) for one in asked.options]
    missing = [state for state in _STATES if _option_for(asked, state) is None]
    return [*offered, *((state, state.label) for state in missing), (_NOTHING, "No answer")]


def _ticks(asked: Asked) -> list[tuple[str, str]]:
    offered = [(one.option.id, one.wording) for one in asked.options]
    return [*offered, *((one.value, one.label) for one in _STATES if _option_for(asked, one) is None)]


def _option_for(asked: Asked, state: AnswerState) -> str | None:
    return next((one.option.id for one in asked.options if one.option.stands_for is state), None)


def _other_line(asked: Asked) -> QLineEdit | None:
    if not asked.question.allow_other and not any(one.option.is_other for one in asked.options):
        return None
    made = QLineEdit()
    made.setPlaceholderText("Something else, in their words")
    made.setAccessibleName(f"Something else: {asked.wording}")
    return made


def _state_choice() -> ChoiceField:
    field = ChoiceField([(_NOTHING, "–"), *((one, one.label) for one in _STATES)])
    field.show_answer(_NOTHING)
    return field


def _line(words: str, field: QWidget | None, unit: str, state: ChoiceField | None = None) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    if words:
        said = label(words, "quiet")
        said.setBuddy(field or made)
        row.addWidget(said)
    if field is not None:
        row.addWidget(field)
    if unit:
        row.addWidget(label(unit, "quiet"))
    if state is not None:
        said = label("or", "quiet")
        said.setBuddy(state.target)
        row.addWidget(said)
        row.addWidget(state.widget)
    row.addStretch(1)
    return made


# --- what was answered ----------------------------------------------------------------------------------------


def _text_of(line: QLineEdit | None) -> str:
    return " ".join(line.text().split()) if line is not None else ""


def _state_of(value: Answer | None) -> AnswerState | str:
    return value.state if value is not None and value.state in _STATES else _NOTHING


def _or_state(state: ChoiceField, typed: str, take: Callable[[str], Answer]) -> Answer | None:
    said = state.answer()
    if not isinstance(said, AnswerState):
        return take(typed) if typed else None
    if typed:
        raise Problem(f"Something is typed and “{said.label}” is chosen. Keep one of them.")
    return Answer(said)


def _shown_choice(asked: Asked, value: Answer | None) -> str | AnswerState:
    if value is None:
        return _NOTHING
    if value.state is not AnswerState.ANSWERED:
        return _option_for(asked, value.state) or value.state
    return value.options[0] if value.options else _NOTHING


def _chosen(asked: Asked, keys: list[str], other: str) -> Answer | None:
    """The options; “other” is one of them where something was written, if there is such an option."""
    known = {one.option.id: one.option for one in asked.options}
    states = [one for one in keys if one in {state.value for state in _STATES} or _stands_for(known.get(one))]
    if states and (len(keys) > 1 or other):
        raise Problem("An option is chosen beside one that says there is no answer. Keep one or the other.")
    if states:
        return Answer(_stands_for(known.get(states[0])) or AnswerState(states[0]))
    options = [known[key] for key in keys]
    spare = next((one for one in known.values() if one.is_other), None)
    if other and spare is not None and not any(one.is_other for one in options):
        options = (
            [*options, spare] if asked.question.kind is QuestionKind.SEVERAL_CHOICES else options or [spare]
        )
    if not options and not other:
        return None
    low, high = (
        (options[0].low, options[0].high) if asked.question.kind is QuestionKind.BAND else (None, None)
    )
    return Answer(options=tuple(one.id for one in options), low=low, high=high, text=other)


def _stands_for(option: Option | None) -> AnswerState | None:
    return option.stands_for if option is not None else None


def read_figure(asked: Asked, typed: str) -> Answer:
    """A figure, a range or words such as “half”, read as a file's are."""
    found = read(asked, typed, shares=None)
    if found.may_be_share:
        raise Problem(f"“{typed}” may be a share or per cent. Type it with its sign, such as 50%.")
    if found.answer is None or found.unknown:
        raise Problem(
            found.problem or f"“{typed}” is no figure. Type one such as 12, or a range such as 10 to 15."
        )
    return found.answer


def _typed(value: Answer) -> str:
    return figure_words(value.low, value.high, "") if value.low or value.high else ""
