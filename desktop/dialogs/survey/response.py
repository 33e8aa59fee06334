"""Typing in a response: whose it is, then every question of the wave by topic. What cannot be is said at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.dialogs.survey.answer_fields import answer_field
from desktop.dialogs.survey.whose import WHO, Known, WhoseIt, WhoseRows
from desktop.shell.looks.icons import Mark
from desktop.shell.messages import announce
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.database import Database
from resources.problem import FieldProblem, Problem
from workforce.survey.answers.response_lines import asked_by_topic
from workforce.survey.answers.responses import Answer
from workforce.survey.vocabulary import QuoteConsent
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.waves import Wave

_RECEIVED, _CONSENT, _NOTE = "received_on", "quote_consent", "note"
Impossible = Callable[[Mapping[str, Answer]], Mapping[str, str]]
"""What cannot be in the answers given, by question: the sentence to be said by its field."""


@dataclass(frozen=True)
class TypedIn:
    """A response as it was typed in; `and_next` where another one is to be typed after it."""

    whose: WhoseIt
    answers: Mapping[str, Answer]
    received_on: date | None
    quote_consent: QuoteConsent
    note: str
    and_next: bool = False


class TypeInResponse(FormDialog):
    """Stays open with everything typed where it is refused; a query has to be put right, or kept with a note."""

    def __init__(
        self,
        db: Database,
        wave: Wave,
        asked: list[Asked],
        parent: QWidget | None,
        *,
        today: date,
        known: Known,
        impossible: Impossible,
        received: date | None = None,
    ) -> None:
        super().__init__(
            "Type in a response", "Save the response", parent, width=640,
            intro=f"{wave.name}. Tab goes on; a question that was passed over is left blank. Ctrl+Enter saves, "
            "Ctrl+Shift+Enter saves and goes on to the next.",
        )  # fmt: skip
        self._asked, self._known, self._impossible = asked, known, impossible
        self._and_next = False
        self._keeps_both = ""
        self._queried: dict[str, str] = {}
        self.whose = WhoseRows(db, wave, self.form)
        self.known = label("", "bold", wrap=True)
        self._known_line = _marked(self.known)
        self._known_line.hide()
        self.form.add_widget(self._known_line)
        self.form.add(_RECEIVED, "Received", DateField(today=today), value=received or today)
        self._queries: dict[str, QLabel] = {}
        self._add_questions()
        self._add_rest()
        self.whose.moved.connect(self._say_known)
        self.next = self.add_way("Save and type the next")
        self.next.clicked.connect(self.submit_and_next)
        for keys in ("Return", "Enter"):
            QShortcut(QKeySequence(f"Ctrl+{keys}"), self, self.submit)
            QShortcut(QKeySequence(f"Ctrl+Shift+{keys}"), self, self.submit_and_next)

    def _add_questions(self) -> None:
        for topic, held in asked_by_topic(self._asked).items():
            self.form.add_heading(topic)
            for one in held:
                self.form.add(one.question.id, one.wording, answer_field(one), help_text=one.question.help)
                if one.question.kind.has_figures:
                    self._add_query(one.question.id)

    def _add_query(self, question_id: str) -> None:
        said = label("", "error", wrap=True)
        said.hide()
        self._queries[question_id] = said
        self.form.add_widget(said)
        self.form.rows[question_id].field.changed.connect(self._look_again)

    def _add_rest(self) -> None:
        self.form.add_heading("About this response")
        options = [(one, one.label) for one in QuoteConsent]
        self.form.add(_CONSENT, "May it be quoted", ChoiceField(options), value=QuoteConsent.NOT_ASKED)
        self.form.add(_NOTE, "Note", LongTextField(lines=2),
                      help_text="Such as why figures are right that seem not to be.")  # fmt: skip

    @Slot()
    def submit_and_next(self) -> None:
        """Save it, and begin another."""
        self._and_next = True
        self.submit()
        self._and_next = False

    # What is said while it is typed

    @Slot()
    def _say_known(self) -> None:
        self.known.setText(self._known(self.whose.now))
        self._known_line.setVisible(bool(self.known.text()))
        if self.known.text():
            announce(self, self.known.text())
            self._scroll.ensureWidgetVisible(self._known_line)
            self._scroll.horizontalScrollBar().setValue(0)

    def _ask_whether_both(self) -> None:
        """Somebody who answered already is kept twice only by whoever has read so."""
        said = self.known.text()
        if said and said != self._keeps_both:
            self._keeps_both = said
            raise FieldProblem(
                WHO, "Somebody answered for it already, as is said below. Save once more to keep both."
            )

    @Slot()
    def _look_again(self) -> None:
        self._queried = dict(self._impossible(self._given()))
        for question_id, said in self._queries.items():
            sentence = self._queried.get(question_id, "")
            if sentence and sentence != said.text():
                announce(self, sentence)
            said.setText(sentence)
            said.setVisible(bool(sentence))

    def _given(self) -> dict[str, Answer]:
        """What can be read so far."""
        found = {}
        for one in self._asked:
            try:
                answer = self.form.rows[one.question.id].field.answer()
            except Problem:
                continue
            if answer is not None:
                found[one.question.id] = answer
        return found

    def value(self, answers: Answers) -> TypedIn:
        """The response; refused where something cannot be and no note says why it is kept."""
        self._look_again()
        if self._queried and not answers[_NOTE]:
            raise FieldProblem(
                _NOTE,
                f"{' '.join(self._queried.values())} Put it right, or say here why it is kept as it is.",
            )
        whose = self.whose.value(answers)
        if whose.provider_id is None and not whose.said_name:
            raise FieldProblem(WHO, "Choose whose answers these are, or type the name given on the form.")
        self._ask_whether_both()
        given = {one.question.id: answers[one.question.id] for one in self._asked if answers[one.question.id]}
        return TypedIn(
            whose, given, answers[_RECEIVED], answers[_CONSENT] or QuoteConsent.NOT_ASKED, answers[_NOTE],
            self._and_next,
        )  # fmt: skip


def _marked(words: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Mark("error", "danger"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return made
