"""Support given, support planned, and the checkpoints of a job."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.dialogs.iwork.placement_fields import HOURS_HELP, hours_field
from desktop.widgets.forms.fields import CheckField, ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import date_words
from workforce.iwork.placements.checkpoints import Asked
from workforce.iwork.placements.support import SupportPlan, SupportVisit, VisitFacts, plan_said, read_plan
from workforce.iwork.vocabulary import SupportKind


class WriteVisit(FormDialog):
    """Support that was given; `held` is what is put right."""

    def __init__(
        self, who: str, by: str, today: date, parent: QWidget | None, *, held: SupportVisit | None = None
    ) -> None:
        title, verb = (
            (f"Change support of {who}", "Save changes") if held else (f"Support of {who}", "Record support")
        )
        super().__init__(title, verb, parent)
        add = self.form.add
        add("done_on", "On", DateField(today=today), value=held.done_on if held else today, needed=True)
        add(
            "minutes",
            "Hours",
            hours_field(),
            value=held.minutes if held else None,
            needed=True,
            help_text=HOURS_HELP,
        )
        add(
            "kind",
            "What",
            words_field(SupportKind),
            value=held.kind if held else SupportKind.ON_THE_JOB,
            needed=True,
        )
        add("by", "By", TextField(), value=held.by if held else by)
        add("words", "Words", LongTextField(lines=3), value=held.words if held else None,
            help_text="What was done, and what comes next.")  # fmt: skip

    def value(self, answers: Answers) -> VisitFacts:
        """All of it."""
        return VisitFacts(
            done_on=answers["done_on"], minutes=answers["minutes"], kind=SupportKind(answers["kind"]),
            by=answers["by"], words=answers["words"],
        )  # fmt: skip


class WritePlan(FormDialog):
    """How support fades, by week of the job."""

    def __init__(self, who: str, held: Sequence[SupportPlan], parent: QWidget | None) -> None:
        super().__init__(f"Plan support of {who}", "Save the plan", parent)
        self.form.add(
            "plan", "Hours a week, by week of the job", LongTextField(lines=4),
            value=plan_said(held).replace("; ", "\n"),
            help_text="As “week 1: 10; week 5: 4; week 14: 0”. Each holds until the next.",
        )  # fmt: skip

    def value(self, answers: Answers) -> list[tuple[int, int]]:
        """Weeks and minutes."""
        return read_plan(answers["plan"])


@dataclass(frozen=True)
class SaidCheckpoint:
    """What was found at which checkpoint; `move` where the stage is to follow."""

    weeks: int
    looked_on: date
    in_work: bool
    minutes_week: int | None
    words: str
    move: bool


class WriteCheckpoint(FormDialog):
    """Still in work? Asked of those checkpoints whose day has come; `chosen` is shown first, as it was answered."""

    def __init__(
        self, who: str, points: Sequence[Asked], today: date, parent: QWidget | None, *, can_move: bool,
        minutes: int | None, chosen: Asked | None = None,
    ) -> None:  # fmt: skip
        super().__init__(f"Checkpoint of {who}", "Record the checkpoint", parent)
        come = [one for one in points if one.on <= today]
        first = next((one.weeks for one in come if one.answer is None), come[-1].weeks if come else None)
        held = chosen.answer if chosen is not None else None
        add = self.form.add
        add(
            "weeks",
            "After",
            ChoiceField([(one.weeks, _words(one)) for one in come]),
            value=chosen.weeks if chosen is not None else first,
            needed=True,
        )
        add("in_work", "", CheckField("Still in work"), value=held.in_work if held else True)
        add("minutes_week", "Hours a week", hours_field(), value=held.minutes_week if held else minutes,
            help_text=HOURS_HELP)  # fmt: skip
        add(
            "looked_on",
            "Looked at on",
            DateField(today=today),
            value=held.looked_on if held else today,
            needed=True,
        )
        add("words", "Words", LongTextField(lines=2), value=held.words if held else None)
        if can_move:
            add("move", "", CheckField("Move on to “Sustained”, where this checkpoint allows it"), value=True)

    def value(self, answers: Answers) -> SaidCheckpoint:
        """What was found."""
        return SaidCheckpoint(
            answers["weeks"], answers["looked_on"], answers["in_work"],
            answers["minutes_week"] if answers["in_work"] else None, answers["words"], bool(answers.get("move")),
        )  # fmt: skip


def _words(one: Asked) -> str:
    state = f", looked at on {date_words(one.answer.looked_on)}" if one.answer else ""
    return f"{one.weeks} weeks, on {date_words(one.on)}{state}"
