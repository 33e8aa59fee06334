"""Moving somebody from stage to stage: what the step needs is asked, and nothing else."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.dialogs.iwork.placement_fields import HOURS_HELP, hours_field, pay_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from workforce.iwork.placements.finding import post_options
from workforce.iwork.placements.moving import MoveFacts
from workforce.iwork.placements.placements import Placement
from workforce.iwork.placements.steps import StepNeed, moves, needs
from workforce.iwork.placements.whom import person_with_initials, person_words
from workforce.iwork.vocabulary import EndReason, Stage

_ROWS = {
    StepNeed.POST: ("post_id",),
    StepNeed.JOB: ("job_title", "employer_name"),
    StepNeed.HOURS: ("minutes_week", "pence_hour"),
    StepNeed.END_REASON: ("end_reason",),
}
_OPTIONAL = {"pence_hour"}


class MovePlacement(FormDialog):
    """To `to`, or to a stage that is chosen here. Gives the stage and what was said with it."""

    def __init__(
        self,
        vault: Database,
        held: Placement,
        today: date,
        parent: QWidget | None,
        *,
        to: Stage | None = None,
    ) -> None:
        who, told = person_words(vault, held.person_id), person_with_initials(vault, held.person_id)
        title = f"Move {who} to “{to.label}”" if to else f"Move {who}"
        super().__init__(title, "Move", parent, intro=f"{told}, now at “{held.stage.label}”.", width=540)
        self._held, self._to = held, to
        can = [(one, one.label) for one in moves(held.stage, held.paused_from)]
        self._stages = ChoiceField(can)
        if to is None:
            self.form.add("to", "To", self._stages, needed=True)
            self._stages.changed.connect(self._follow)
        self._add_rows(vault, today)
        self._follow()

    def _add_rows(self, vault: Database, today: date) -> None:
        add = self.form.add
        options = post_options(vault, self._held.person_id)
        told = "Posts that are open and have a free place." if options else "No open post has a free place."
        add("post_id", "Post", ChoiceField(options), help_text=told)
        add("job_title", "Job", TextField(), help_text="Found outside the register, as “Kitchen assistant”.")
        add("employer_name", "Employer", TextField())
        add("minutes_week", "Hours a week", hours_field(), help_text=HOURS_HELP)
        add("pence_hour", "Pay an hour", pay_field(), help_text="Leave it empty where it is not known.")
        add("end_reason", "Why the job ended", words_field(EndReason))
        add("on", "On", DateField(today=today), value=today, needed=True)
        add("words", "Words", LongTextField(lines=2), help_text="Kept with the step.")

    @Slot()
    def _follow(self) -> None:
        to = self._wanted()
        wanted = needs(self._held.stage, to, has_post=self._held.post_id is not None) if to else ()
        asked = {name for need in wanted for name in _ROWS.get(need, ())}
        for names in _ROWS.values():
            for name in names:
                self.form.show_row(name, name in asked)
                self.form.rows[name].needed = name in asked and name not in _OPTIONAL
        self.form.rows["words"].needed = StepNeed.WORDS in wanted

    def _wanted(self) -> Stage | None:
        if self._to is not None:
            return self._to
        return None if self._stages.is_empty() else Stage(self._stages.answer())

    def value(self, answers: Answers) -> tuple[Stage, MoveFacts]:
        """Where to, and what was said."""
        to = Stage(answers.pop("to")) if self._to is None else self._to
        facts: MoveFacts = {"on": answers["on"], "words": answers["words"]}
        facts.update({name: given for name, given in answers.items() if given})  # type: ignore[typeddict-item]
        return to, facts
