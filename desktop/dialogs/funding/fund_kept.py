"""What is kept of a fund beside its money: days by which something is to be done, and what can be claimed."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import (
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    money_field,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from workforce.funding.funds.cut_offs import CutOff, CutOffFacts
from workforce.funding.funds.items import FundItem, ItemEdits
from workforce.funding.vocabulary import CutOffKind, SourceStanding
from workforce.training.courses import courses


@dataclass(frozen=True)
class Day:
    """A day to keep."""

    kind: CutOffKind
    on_day: date
    rest: CutOffFacts


class WriteCutOff(FormDialog):
    """A day to keep; `held` is the one to change."""

    def __init__(self, today: date, parent: QWidget | None, *, held: CutOff | None = None) -> None:
        title, verb = ("Change the day", "Save changes") if held else ("Add a day to keep", "Add day")
        super().__init__(title, verb, parent)
        add = self.form.add
        add(
            "kind",
            "What ends",
            words_field(CutOffKind),
            value=held.kind if held else CutOffKind.CLAIMS,
            needed=True,
        )
        add("on_day", "Day", DateField(today=today), value=held.on_day if held else None, needed=True,
            help_text="A last day for claims or evidence from April to June ends the year before.")  # fmt: skip
        add("at_time", "Time", TextField(), value=held.at_time if held else None,
            help_text="Where there is one, such as 11:59pm.")  # fmt: skip
        add("what", "What it is called", TextField(), value=held.what if held else None,
            help_text="Where “what ends” does not say enough, such as “Half-year report”.")  # fmt: skip
        add("source", "Source", TextField(), value=held.source if held else None,
            help_text="Where that stands, such as the funder’s letter.")  # fmt: skip

    def value(self, answers: Answers) -> Day:
        """What is to be kept."""
        rest = {name: answers[name] for name in ("at_time", "what", "source")}
        return Day(answers["kind"], answers["on_day"], cast(CutOffFacts, rest))


class WriteItem(FormDialog):
    """What can be claimed. Gives it by the names of its columns; `held` is the one to change."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: FundItem | None = None
    ) -> None:
        title, verb = (
            ("Change what can be claimed", "Save changes") if held else ("Add what can be claimed", "Add it")
        )
        super().__init__(title, verb, parent, width=560)
        some = [one for one in courses(db, archived=True)]
        offered = [
            (one.id, one.name)
            for one in some
            if one.archived_on is None or (held and one.id == held.course_id)
        ]
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else None, needed=True)
        add("course_id", "Course", ChoiceField([("", "No course of the catalogue"), *offered]),
            value=(held.course_id if held else None) or "")  # fmt: skip
        add("most_pence", "Pays at most", money_field(), value=held.most_pence if held else None,
            help_text="For a learner. Leave it empty where no figure is verified.")  # fmt: skip
        add("first_percent", "First part, %", number_field(least=1, most=99),
            value=held.first_percent if held else None,
            help_text="60 where 60% is paid first and 40% on completion. Empty: it is paid in one sum.")  # fmt: skip
        add("evidence", "Evidence asked for", LongTextField(lines=3), value=held.evidence if held else None,
            help_text="The checklist of a claim: a line for each.")  # fmt: skip
        self._add_source(held, today)

    def _add_source(self, held: FundItem | None, today: date) -> None:
        add = self.form.add
        add("valid_from", "Valid from", DateField(today=today), value=held.valid_from if held else None)
        add("valid_to", "Valid to", DateField(today=today), value=held.valid_to if held else None)
        add("standing", "How well known", words_field(SourceStanding),
            value=held.standing if held else SourceStanding.OURS, needed=True)  # fmt: skip
        add("source", "Source", TextField(), value=held.source if held else None)

    def value(self, answers: Answers) -> ItemEdits:
        """What is to be kept."""
        return cast(ItemEdits, {**answers, "course_id": answers["course_id"] or None})
