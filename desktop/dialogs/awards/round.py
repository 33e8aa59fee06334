"""A round: started, its rules, its planned days, and moved from one phase to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import cast

from PySide6.QtWidgets import QWidget

from awards.rounds.phase_plan import PhaseFacts, PlannedPhase
from awards.rounds.phases import ORDER
from awards.rounds.rounds import MOST_FINALISTS, MOST_JUDGES, MOST_WORDS, AwardRound, RoundFacts
from awards.vocabulary import RoundPhase, ScoresSeen, TieRule
from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    TimeField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from resources.problem import FieldProblem
from resources.wording import from_london, in_london

_NEW = ""


@dataclass(frozen=True)
class Started:
    """A round to start; `like` is the key of the one whose pattern it takes, '' for what ships."""

    name: str
    year: int
    like: str


class StartRound(FormDialog):
    """What the new round is called, and whether it takes the pattern of another."""

    def __init__(self, held: Sequence[AwardRound], today: date, parent: QWidget | None) -> None:
        super().__init__(
            "Start a round", "Start round", parent,
            intro="It begins with its categories, criteria and checklist ready, and with nobody in it. All of it can "
            "be changed.",
        )  # fmt: skip
        add = self.form.add
        year = max((today.year, *(one.year + 1 for one in held)))
        add("name", "Name", TextField(), value=f"Proud to Care {year}", needed=True)
        add("year", "Year", number_field(least=2000, most=2099), value=year, needed=True,
            help_text="It stands before each nominee’s number, as in 2026-014.")  # fmt: skip
        options = [
            (_NEW, "The seven Proud to Care categories"),
            *((one.id, f"Like {one.name}") for one in held),
        ]
        add("like", "Pattern", ChoiceField(options), value=held[0].id if held else _NEW, needed=True,
            help_text="Rules, categories, criteria and checklist go with it; dates and people do not.")  # fmt: skip

    def value(self, answers: Answers) -> Started:
        """What is to be started."""
        return Started(answers["name"], answers["year"], answers["like"])


class WriteRules(FormDialog):
    """The rules of a round, by the names of its columns."""

    def __init__(self, held: AwardRound, today: date, parent: QWidget | None) -> None:
        super().__init__("Rules of the round", "Save rules", parent, width=560)
        add = self.form.add
        add("name", "Name", TextField(), value=held.name, needed=True)
        add("year", "Year", number_field(least=2000, most=2099), value=held.year, needed=True)
        add("word_limit", "Most words of a statement", number_field(least=1, most=MOST_WORDS), value=held.word_limit,
            needed=True, help_text="A category may have its own.")  # fmt: skip
        add("least_scores", "Judges for each nominee", number_field(least=1, most=MOST_JUDGES),
            value=held.least_scores, needed=True,
            help_text="A nominee with fewer scores is marked as too little known to decide on.")  # fmt: skip
        add("most_finalists", "Most finalists in a category", number_field(least=1, most=MOST_FINALISTS),
            value=held.most_finalists, needed=True)  # fmt: skip
        add("tie_rule", "A tie is parted by", words_field(TieRule), value=held.tie_rule, needed=True)
        add(
            "may_not_award",
            "",
            CheckField("A category may be left without a winner"),
            value=held.may_not_award,
        )
        self._add_embargo(held, today)
        add("note", "Note", LongTextField(lines=2), value=held.note)

    def _add_embargo(self, held: AwardRound, today: date) -> None:
        until = in_london(held.embargo_until) if held.embargo_until is not None else None
        self.form.add("embargo_day", "Embargo until", DateField(today=today), value=until.date() if until else None,
                      help_text="Results are announced no sooner. Leave it empty where nothing is agreed.")  # fmt: skip
        self.form.add("embargo_time", "Time of that day", TimeField(), value=until.time() if until else None,
                      help_text="Midnight at its beginning where nothing is written.")  # fmt: skip

    def value(self, answers: Answers) -> RoundFacts:
        """What is to be kept."""
        day, clock = answers.pop("embargo_day"), answers.pop("embargo_time")
        if clock is not None and day is None:
            raise FieldProblem("embargo_day", "Embargo until: a time is written and no day. Add the day.")
        answers["embargo_until"] = from_london(day, clock or time(0)) if day is not None else None
        return cast(RoundFacts, answers)


class PlanPhase(FormDialog):
    """The days of a phase, and what judges see of the others’ scores meanwhile."""

    def __init__(self, one: PlannedPhase, today: date, parent: QWidget | None) -> None:
        super().__init__(
            one.phase.label, "Save", parent,
            intro="The days remind; a round goes from one phase to the next when somebody moves it.",
        )  # fmt: skip
        add = self.form.add
        add("from_on", "From", DateField(today=today), value=one.from_on)
        add("until_on", "Until", DateField(today=today), value=one.until_on, help_text="Its last day.")
        add("scores_seen", "Judges see the others’ scores", words_field(ScoresSeen), value=one.scores_seen,
            needed=True)  # fmt: skip

    def value(self, answers: Answers) -> PhaseFacts:
        """What is to be kept."""
        return cast(PhaseFacts, answers)


@dataclass(frozen=True)
class Back:
    """Where a round goes back to, and why."""

    to: RoundPhase
    reason: str


class MoveBack(FormDialog):
    """An earlier phase, with the reason that stays on file."""

    def __init__(self, held: AwardRound, parent: QWidget | None) -> None:
        super().__init__(
            "Move the round back", "Move back", parent, intro=f"{held.name} is at “{held.phase.label}”."
        )
        earlier = ORDER[: ORDER.index(held.phase)]
        self.form.add("to", "Back to", ChoiceField([(one, one.label) for one in reversed(earlier)]),
                      value=earlier[-1], needed=True)  # fmt: skip
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=True,
                      help_text="It is kept with who moved the round and when.")  # fmt: skip

    def value(self, answers: Answers) -> Back:
        """What was asked."""
        return Back(answers["to"], answers["reason"])
