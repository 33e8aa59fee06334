"""Writing an action of the plan, and closing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from resources.wording import shortened
from workforce.survey.action_plan.actions import ActionDraft, PlanAction, owners
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.vocabulary import Measure
from workforce.survey.waves.waves import Wave, waves

_NOT_YET = ("", "Not planned yet")


class WriteAction(FormDialog):
    """What is done about a finding, and by what it is measured. `held` is the action to change."""

    def __init__(
        self, db: Database, survey_id: str, today: date, parent: QWidget | None, *,
        held: PlanAction | None = None, draft: ActionDraft | None = None,
    ) -> None:  # fmt: skip
        title, verb = (
            ("Change an action", "Save changes") if held else ("Add an action", "Add it to the plan")
        )
        super().__init__(title, verb, parent, width=560)
        start = held.draft() if held else draft or ActionDraft("")
        self._questions = [one for one in questions(db, survey_id, retired=True) if one.options]
        self._waves = waves(db, survey_id)
        self._add_what(db, start, today)
        self._add_measure(start)
        self.form.add("note", "Note", LongTextField(lines=2), value=start.note)
        self._measure.changed.connect(self._follow)
        self._question.changed.connect(self._offer_options)
        self._follow()

    def _add_what(self, db: Database, start: ActionDraft, today: date) -> None:
        add = self.form.add
        add("finding", "Finding", LongTextField(lines=2), value=start.finding,
            help_text="What the survey showed, such as “Two in three say that too few people apply”.")  # fmt: skip
        add("action", "Action", LongTextField(lines=2), value=start.action, needed=True)
        add("owner", "Owner", suggesting(TextField(), owners(db)), value=start.owner)
        add("due_on", "Due", DateField(today=today), value=start.due_on)

    def _add_measure(self, start: ActionDraft) -> None:
        add = self.form.add
        self._measure = words_field(Measure)
        add("measure", "Measured by", self._measure, value=start.measure)
        asked = [
            ("", "Choose a question"),
            *((one.id, shortened(one.wording, 58)) for one in self._questions),
        ]
        self._question, self._option = ChoiceField(asked), ChoiceField([])
        add("question_id", "Question", self._question, value=start.question_id or "")
        add("option_id", "Answer", self._option)
        self._offer_options()
        self._option.show_answer(start.option_id or "")
        first = start.baseline_wave_id or (self._waves[0].id if self._waves else "")
        add("baseline_wave_id", "Measured first in", ChoiceField(_wave_options(self._waves)), value=first)
        add(
            "wave_id", "Measured again in", ChoiceField(_wave_options(self._waves)), value=start.wave_id or ""
        )

    @Slot()
    def _follow(self) -> None:
        measure = self._measure.answer()
        for name in ("question_id", "option_id"):
            self.form.show_row(name, measure is Measure.SHARE)
        for name in ("baseline_wave_id", "wave_id"):
            self.form.show_row(name, measure is not Measure.NONE)

    @Slot()
    def _offer_options(self) -> None:
        of = self._chosen_question()
        offered = [one for one in of.options if one.stands_for is None] if of else []
        self._option.set_options(
            [("", "Choose an answer"), *((one.id, shortened(one.wording, 58)) for one in offered)]
        )
        self._option.show_answer("")

    def _chosen_question(self) -> Question | None:
        return next((one for one in self._questions if one.id == self._question.answer()), None)

    def value(self, answers: Answers) -> ActionDraft:
        """What is to be kept."""
        return ActionDraft(
            answers["action"], answers["finding"], answers["owner"], answers["due_on"], answers["measure"],
            answers.get("question_id") or None, answers.get("option_id") or None,
            answers.get("baseline_wave_id") or None, answers.get("wave_id") or None, answers["note"],
        )  # fmt: skip


def _wave_options(held: Sequence[Wave]) -> list[tuple[str, str]]:
    return [_NOT_YET, *((one.id, one.name) for one in held)]


@dataclass(frozen=True)
class Closed:
    """The day, and what is noted of it."""

    on: date
    note: str


class CloseAction(FormDialog):
    """An action is done, or dropped."""

    def __init__(self, held: PlanAction, today: date, parent: QWidget | None, *, dropped: bool) -> None:
        title, verb = ("Drop the action", "Drop it") if dropped else ("Mark as done", "Mark as done")
        super().__init__(title, verb, parent, intro=f"“{shortened(held.action, 200)}”")
        day = "Dropped on" if dropped else "Done on"
        self.form.add("on", day, DateField(today=today), value=today, needed=True)
        why = "Why it is not done." if dropped else "What came of it; the survey measures it again."
        self.form.add("note", "Note", LongTextField(lines=3), help_text=why)

    def value(self, answers: Answers) -> Closed:
        """The day and the note."""
        return Closed(answers["on"], answers["note"])
