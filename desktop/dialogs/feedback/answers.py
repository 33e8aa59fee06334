"""Typing answers in, one response after another, and putting one response right."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.shell.messages import announce
from desktop.widgets.forms.fields import ChoiceField, Field, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from desktop.widgets.parts import label
from engagement.forums.feedback.questions import AskedQuestion
from engagement.forums.feedback.read_value import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    option_words,
    read_answer,
)
from engagement.forums.feedback.responses import Response
from engagement.forums.feedback.vocabulary import NO, SCALE_LENGTH, YES, AnswerKind, AnswerState
from engagement.forums.people.participants import Participant

_PERSON = "participant_id"
_NOT_ANSWERED = (None, "No answer")
_APART = (
    (DONT_KNOW.state.value, DONT_KNOW.state.label),
    (NOT_APPLICABLE.state.value, NOT_APPLICABLE.state.label),
)


@dataclass(frozen=True)
class Given:
    """What one person answered, by question, and who it was where that is said."""

    answers: Mapping[str, Answer]
    participant_id: str | None = None


class _AnswersForm(FormDialog):
    """A row for each question, and one for who answered."""

    def __init__(
        self, title: str, verb: str, asked: Sequence[AskedQuestion], people: Sequence[Participant],
        parent: QWidget | None, *, intro: str,
    ) -> None:  # fmt: skip
        super().__init__(title, verb, parent, intro=intro, width=580)
        self._asked = list(asked)
        for one in asked:
            self.form.add(one.id, one.text, _field(one))
        came = sorted(people, key=lambda one: (not one.status.came, one.name))
        options = [
            ("", "Nobody’s: kept without a name"),
            *((one.id, f"{one.name}, {one.home}") for one in came),
        ]
        self.form.add(_PERSON, "Whose answers", ChoiceField(options), value="",
                      help_text="Answers are kept without a name unless the person agreed to be named.")  # fmt: skip
        save = QShortcut(QKeySequence("Ctrl+Return"), self)
        save.activated.connect(self.submit)

    def value(self, answers: Answers) -> Given:
        """The answers given; a question that was passed over has none."""
        given = {one.id: told for one in self._asked if (told := _answer(one, answers[one.id])) is not None}
        return Given(given, answers[_PERSON] or None)


class TypeInAnswers(_AnswersForm):
    """Stays open after each response, with the next number and nothing filled in."""

    def __init__(
        self,
        asked: Sequence[AskedQuestion],
        people: Sequence[Participant],
        number: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            "Type in answers", "Save and go on", asked, people, parent,
            intro="Type the figure or first letter of an answer, then Tab. Ctrl+Enter saves and goes on to the next.",
        )  # fmt: skip
        self.number = number
        self._heading = label("", "section")
        self._saved = label("", "quiet", wrap=True)
        layout = self.form.layout()
        assert layout is not None
        layout.insertWidget(0, self._heading)  # type: ignore[attr-defined]
        self.form.add_widget(self._saved)
        self._cancel.setText("Close")
        self._cancel.setAccessibleName("Close")
        self.answered.connect(self._go_on)
        self._say_number()

    def _say_number(self) -> None:
        self._heading.setText(f"Response {self.number}")

    @Slot(object)
    def _go_on(self, _given: object) -> None:
        self._saved.setText(f"Response {self.number} is saved.")
        announce(self, self._saved.text())
        self.number += 1
        self._say_number()
        for name, row in self.form.rows.items():
            row.field.show_answer("" if name == _PERSON else _empty(row.field))
        self._touched = False

    def accept(self) -> None:
        """The dialog stays; the keyboard goes to the first question again."""
        self._scroll.ensureVisible(0, 0)
        next(iter(self.form.rows.values())).field.target.setFocus()


class ChangeResponse(_AnswersForm):
    """One response as it stands, to be put right."""

    def __init__(
        self,
        response: Response,
        asked: Sequence[AskedQuestion],
        people: Sequence[Participant],
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            f"Change response {response.number}", "Save changes", asked, people, parent,
            intro="A comment whose words change is withheld from publication until it is looked at again.",
        )  # fmt: skip
        for one in asked:
            if one.id in response.answers:
                self.form.rows[one.id].field.show_answer(_shown(one, response.answers[one.id]))
        self.form.rows[_PERSON].field.show_answer(response.participant_id or "")


# --- fields and answers -----------------------------------------------------------------------------------


def _field(question: AskedQuestion) -> Field:
    if question.answer_kind is AnswerKind.TEXT:
        return LongTextField(lines=2)
    if question.answer_kind is AnswerKind.CHOICE:
        options = [(one, one) for one in question.options]
        return SeveralField(question.text, [*options, *_APART], nothing="No answer")
    if question.answer_kind is AnswerKind.YES_NO:
        options = [(YES, "Yes"), (NO, "No")]
    else:
        options = [(str(step), option_words(question, step)) for step in range(1, SCALE_LENGTH + 1)]
    field = ChoiceField([*options, *_APART, _NOT_ANSWERED])
    field.show_answer(None)
    return field


def _empty(field: Field) -> Any:
    if isinstance(field, SeveralField):
        return ()
    return "" if isinstance(field, LongTextField) else None


def _answer(question: AskedQuestion, told: Any) -> Answer | None:
    """The answer as it is kept, through the same reading as a file's; several choices are joined."""
    if not told:
        return None
    if isinstance(told, tuple):
        apart = [one for one in told if one in dict(_APART)]
        text = (
            apart[0]
            if apart and len(told) == len(apart)
            else ";".join(one for one in told if one not in apart)
        )
    else:
        text = str(told)
    for state in (DONT_KNOW, NOT_APPLICABLE):
        if text == state.state.value:
            return state
    return read_answer(question, text).value


def _shown(question: AskedQuestion, answer: Answer) -> Any:
    """What the question's field shows of an answer."""
    if question.answer_kind is AnswerKind.TEXT:
        return answer.value if answer.state is AnswerState.ANSWERED else answer.state.label
    if question.answer_kind is AnswerKind.CHOICE:
        return (
            tuple(json.loads(answer.value)) if answer.state is AnswerState.ANSWERED else (answer.state.value,)
        )
    return answer.value if answer.state is AnswerState.ANSWERED else answer.state.value
