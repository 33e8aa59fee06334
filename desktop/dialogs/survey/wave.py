"""Planning a wave of the survey, or putting one right; and whether a question may be compared between two."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from workforce.survey.questionnaire.matching import QuestionMatch
from workforce.survey.vocabulary import AskedOf, Mode, WaveKind
from workforce.survey.waves.planning import WaveDraft, name_for
from workforce.survey.waves.waves import Wave

_PLANNED = "It asks the questions as they stand now. Who is invited is set next, from the register."


class WriteWave(FormDialog):
    """Name, dates and how it is asked.

    `answers` are those it has, `baseline` whether the survey has one already, `taken` what its other waves are called.
    """

    def __init__(
        self,
        held: Wave | None,
        today: date,
        parent: QWidget | None,
        *,
        baseline: bool,
        answers: int = 0,
        taken: Collection[str] = (),
    ) -> None:
        title, verb = ("Change a wave", "Save changes") if held else ("Plan a wave", "Plan the wave")
        super().__init__(title, verb, parent, intro="" if held else _PLANNED)
        self._held = held
        kind = held.kind if held else WaveKind.RE_EVALUATION if baseline else WaveKind.BASELINE
        add = self.form.add
        add(
            "name",
            "Name",
            TextField(),
            value=held.name if held else name_for(kind, today, taken),
            needed=True,
        )
        add("kind", "Kind", words_field(WaveKind), value=kind, needed=True,
            help_text="The baseline is the first measure; what changed is measured from it.")  # fmt: skip
        add("opens_on", "Opens", DateField(today=today), value=held.opens_on if held else today, needed=True)
        add("closes_on", "Closes", DateField(today=today), value=held.closes_on if held else None,
            help_text="The last day on which answers come in; empty while it is open.")  # fmt: skip
        add("mode", "Asked", words_field(Mode), value=held.mode if held else Mode.ONLINE, needed=True)
        asked_of = words_field(AskedOf)
        add("asked_of", "Who answers", asked_of, value=held.asked_of if held else AskedOf.SERVICE, needed=True,
            help_text="Answers are in, so this stays." if answers
            else "Another choice takes away who was invited, to be set anew." if held else "")  # fmt: skip
        asked_of.widget.setEnabled(not answers)
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)

    def value(self, answers: Answers) -> WaveDraft:
        """The wave as it is to be kept."""
        return WaveDraft(
            answers["name"], answers["kind"], answers["opens_on"], answers["closes_on"], answers["mode"],
            answers["asked_of"], self._held.population_on if self._held else None, answers["note"],
        )  # fmt: skip


@dataclass(frozen=True)
class Decided:
    """Whether it may be compared, and why."""

    comparable: bool
    reason: str


class SayComparable(FormDialog):
    """Why a question that changed may be compared all the same."""

    def __init__(self, match: QuestionMatch, parent: QWidget | None) -> None:
        told = " ".join((f"“{match.wording}”", *match.what_changed))
        super().__init__("Comparable all the same", "Compare it", parent, intro=told)
        held = match.decision.reason if match.decision else None
        self.form.add("reason", "Why", LongTextField(lines=3), value=held, needed=True,
                      help_text="It stands beside the figures wherever they are compared.")  # fmt: skip

    def value(self, answers: Answers) -> Decided:
        """What was decided."""
        return Decided(True, answers["reason"])
