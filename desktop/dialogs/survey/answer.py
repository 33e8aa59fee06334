"""Putting right one answer of a response."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.answer_fields import answer_field
from desktop.widgets.forms.fields import ChoiceField, fitting
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from workforce.survey.answers.answer_words import answer_words, as_sent
from workforce.survey.answers.responses import Answer, Response
from workforce.survey.waves.asked import Asked

_QUESTION = "question"


@dataclass(frozen=True)
class ChangedAnswer:
    """The question and what stands there from now on; None: it was not answered."""

    question_id: str
    answer: Answer | None


class ChangeAnswer(FormDialog):
    """Which question, then its answer as it stands, to be put right."""

    def __init__(
        self,
        response: Response,
        who: str,
        asked: Sequence[Asked],
        parent: QWidget | None,
        *,
        question_id: str = "",
        queried: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__("Change an answer", "Save the change", parent, width=600,
                         intro=f"Response {response.number}, {who}.")  # fmt: skip
        self._response, self._asked = response, {one.question.id: one for one in asked}
        self._queried = queried or {}
        self.question = fitting(ChoiceField([(one.question.id, one.wording) for one in asked]))
        self.form.add(_QUESTION, "Question", self.question, needed=True)
        self._said = label("", "quiet", wrap=True)
        self.form.add_widget(self._said)
        self._shown = ""
        first = question_id or next(
            (one for one in self._asked if one in self._queried), next(iter(self._asked), "")
        )
        self.question.changed.connect(self._turn)
        self.question.show_answer(first)

    @property
    def at(self) -> str:
        """The question that is chosen; '' while letters of another are typed."""
        place = self.question.box.currentIndex()
        return list(self._asked)[place] if place >= 0 else ""

    @Slot()
    def _turn(self) -> None:
        if self.at == self._shown or not self.at:
            return
        if self._shown:
            self.form.show_row(self._shown, False)
        self._shown = self.at
        asked, held = self._asked[self.at], self._response.answers.get(self.at)
        if self.at not in self.form.rows:
            field = answer_field(asked)
            self.form.add(self.at, "Answer", field, help_text=asked.question.help)
            field.show_answer(held)
        self.form.show_row(self.at, True)
        sent = as_sent(held)
        words = [f"Now: {answer_words(asked, held)}.", f"Sent as “{sent}”." if sent else "",
                 self._queried.get(self.at, "")]  # fmt: skip
        self._said.setText(" ".join(filter(None, words)))

    def value(self, answers: Answers) -> ChangedAnswer:
        """The answer to the question chosen."""
        return ChangedAnswer(answers[_QUESTION], answers[answers[_QUESTION]])
