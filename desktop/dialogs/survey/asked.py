"""How a wave really asked a question, and one more question for it to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import shortened
from workforce.survey.questionnaire.option_lines import same_options
from workforce.survey.questionnaire.questions import Question
from workforce.survey.waves.asked import Asked


@dataclass(frozen=True)
class AskedRight:
    """The words, and what was offered by the key of each option."""

    wording: str
    options: Mapping[str, str]


class PutAskedRight(FormDialog):
    """The words and options of a wave alone; the questionnaire stays as it is."""

    def __init__(self, held: Asked, parent: QWidget | None) -> None:
        super().__init__(
            "How it was asked", "Put right", parent,
            intro="Only this wave is put right. Answers keep the options that they chose.",
        )  # fmt: skip
        self._held = held
        self.form.add("wording", "Question", LongTextField(lines=2), value=held.wording, needed=True)
        lines = "\n".join(one.wording for one in held.options)
        self.form.add("options", "Options", LongTextField(lines=8), value=lines,
                      help_text="One on each line, as they were offered. Leave out those that were not.")  # fmt: skip
        self.form.show_row("options", bool(held.question.options))

    def value(self, answers: Answers) -> AskedRight:
        """What is to be kept."""
        asked = {one.option.id: one.wording for one in self._held.options}
        known = [replace(one, wording=asked.get(one.id, one.wording)) for one in self._held.question.options]
        offered = [one for one in known if one.id in asked]
        others = [one for one in known if one.id not in asked]
        lines = str(answers.get("options", "")).splitlines()
        return AskedRight(" ".join(answers["wording"].split()), same_options(lines, offered, others))


class AskOneMore(FormDialog):
    """One of the questions that the wave does not ask."""

    def __init__(self, more: Sequence[Question], parent: QWidget | None) -> None:
        super().__init__("Ask one more question", "Ask it", parent)
        self.form.add(
            "question",
            "Question",
            ChoiceField([(one.id, shortened(one.wording, 90)) for one in more]),
            needed=True,
        )

    def value(self, answers: Answers) -> str:
        """Its key."""
        return str(answers["question"])
