"""A generated sentence as somebody puts it, beside what the program says."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.problem import FieldProblem
from resources.report.told import Figure


class SentenceAct(Enum):
    """What is to become of a sentence."""

    WORDS = "words"
    AS_MADE = "as_made"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class HeldSentence:
    """A sentence as it stands. `was` is what the program said when it was edited; `edited` None while nobody did."""

    generated: str
    edited: str | None = None
    was: str = ""
    figures: tuple[Figure, ...] = ()
    is_list: bool = False

    @property
    def has_changed(self) -> bool:
        """Whether the program says something else now than when it was edited."""
        return self.edited is not None and self.was not in ("", self.generated)


@dataclass(frozen=True)
class AskedSentence:
    """The answer; `text` are the words of one that is put otherwise."""

    act: SentenceAct
    text: str = ""


class EditSentence(FormDialog):
    """Asks for the words; “Put back as made” and “Leave it out” are ways of their own."""

    def __init__(self, held: HeldSentence, parent: QWidget | None) -> None:
        super().__init__("Edit this sentence", "Save these words", parent, width=700)
        self._held, self._act = held, SentenceAct.WORDS
        self._say("As the program says it now", held.generated)
        if held.has_changed:
            self._say("As it said it when the sentence was edited", held.was)
            self._say_figures("Figures in it now", held.figures)
        self.form.add(
            "text", "In the report", LongTextField(lines=7),
            value=held.generated if held.edited is None else held.edited,
            help_text="A line for each point." if held.is_list else "Figures typed here are not followed any more: "
            "when the program’s own words change, the report says so.",
        )  # fmt: skip
        if held.edited is not None:
            self.put_back = self.add_way("Put back as made")
            self.put_back.clicked.connect(self._put_back)
        if held.edited != "":
            self.leave_out = self.add_way("Leave it out")
            self.leave_out.clicked.connect(self._leave_out)

    def _say(self, heading: str, words: str) -> None:
        self.form.add_widget(label(heading, "bold"))
        self.form.add_widget(label(words, wrap=True, copyable=True))

    def _say_figures(self, heading: str, figures: tuple[Figure, ...]) -> None:
        if figures:
            self._say(heading, ", ".join(one.words for one in figures))

    @Slot()
    def _put_back(self) -> None:
        self._answer(SentenceAct.AS_MADE)

    @Slot()
    def _leave_out(self) -> None:
        self._answer(SentenceAct.LEFT_OUT)

    def _answer(self, act: SentenceAct) -> None:
        self._act = act
        try:
            self.submit()
        finally:
            self._act = SentenceAct.WORDS

    def value(self, answers: Answers) -> AskedSentence:
        """What is to become of it."""
        if self._act is not SentenceAct.WORDS:
            return AskedSentence(self._act)
        text = answers["text"]
        if not text:
            raise FieldProblem("text", "Nothing stands here. Write the sentence, or choose “Leave it out”.")
        if text == self._held.generated:
            return AskedSentence(SentenceAct.AS_MADE)
        return AskedSentence(SentenceAct.WORDS, text)
