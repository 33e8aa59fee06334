"""What members decided of a recommendation, and what was done about it since."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.committee.recommendations import MadeBefore, RecommendationStep
from engagement.committee.vocabulary import Progress, RecommendationOutcome


@dataclass(frozen=True)
class Decided:
    """What members decided. Its day is that of the meeting where none was given."""

    outcome: RecommendationOutcome
    on: date | None = None
    words: str = ""


class DecideRecommendation(FormDialog):
    """Asks for the decision, its day and its words as the minutes have them."""

    def __init__(self, held: MadeBefore, today: date, parent: QWidget | None) -> None:
        super().__init__(
            "What members decided", "Save decision", parent, intro=held.recommendation.text, width=620
        )
        one = held.recommendation
        known = one.outcome is not RecommendationOutcome.NOT_DECIDED
        self._outcome = ChoiceField([(word, word.label) for word in RecommendationOutcome])
        add = self.form.add
        begin = one.outcome if known else RecommendationOutcome.AGREED
        add("outcome", "Decision", self._outcome, value=begin, needed=True)
        add("on", "Decided on", DateField(today=today), value=one.decided_on or held.meets_on, needed=True)
        add("words", "In the words of the minutes", LongTextField(lines=3), value=one.decision or None,
            help_text="Needed where members amended it.")  # fmt: skip
        self._outcome.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        decided = self._outcome.answer() is not RecommendationOutcome.NOT_DECIDED
        for name in ("on", "words"):
            self.form.show_row(name, decided)

    def value(self, answers: Answers) -> Decided:
        """What is to be kept."""
        if answers["outcome"] is RecommendationOutcome.NOT_DECIDED:
            return Decided(answers["outcome"])
        return Decided(answers["outcome"], answers["on"], answers["words"])


@dataclass(frozen=True)
class NotedStep:
    """What was done, when, and how far it has come with that."""

    text: str
    on: date
    progress: Progress


class NoteStep(FormDialog):
    """Asks for a step; `held` is one to put right."""

    def __init__(
        self, about: str, today: date, parent: QWidget | None, *, held: RecommendationStep | None = None
    ) -> None:
        title, verb = ("Change what was noted", "Save changes") if held else ("Note what was done", "Note it")
        super().__init__(title, verb, parent, intro=about, width=620)
        add = self.form.add
        add("text", "What was done", LongTextField(lines=3), value=held.text if held else None, needed=True,
            help_text="The next report prints it, so it is written for the public.")  # fmt: skip
        add("on", "On", DateField(today=today), value=held.on_day if held else today, needed=True)
        add("progress", "Progress", ChoiceField([(word, word.label) for word in Progress]),
            value=held.progress if held else Progress.UNDER_WAY, needed=True)  # fmt: skip

    def value(self, answers: Answers) -> NotedStep:
        """What is to be kept."""
        return NotedStep(**answers)
