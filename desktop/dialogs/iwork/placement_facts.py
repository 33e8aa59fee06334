"""A placement that begins, what is put right of it, and its hours and pay."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.dialogs.iwork.placement_fields import HOURS_HELP, hours_field, pay_field, person_field
from desktop.widgets.forms.fields import CheckField, ChoiceField, DateField, LongTextField, Pick, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from workforce.iwork.placements.pay import PayPeriod
from workforce.iwork.placements.placements import Placement, PlacementFacts
from workforce.iwork.placements.steps import SEARCHING
from workforce.iwork.placements.whom import person_with_initials, person_words
from workforce.iwork.vocabulary import AccessToWork, Stage


@dataclass(frozen=True)
class SaidBegin:
    """Who, at which stage, since when."""

    person_id: str
    stage: Stage
    on: date
    words: str


class BeginPlacement(FormDialog):
    """Somebody's way to a job begins, before there is a post."""

    def __init__(
        self, vault: Database, today: date, parent: QWidget | None, *, person: Pick | None = None
    ) -> None:
        super().__init__("Begin a placement", "Begin", parent,
                         intro="A placement goes from referral to in post and after.")  # fmt: skip
        add = self.form.add
        add("person_id", "Who", person_field(vault), value=person, needed=True)
        add(
            "stage",
            "At",
            ChoiceField([(one, one.label) for one in SEARCHING]),
            value=Stage.REFERRED,
            needed=True,
        )
        add("on", "Since", DateField(today=today), value=today, needed=True)
        add("words", "Words", LongTextField(lines=2))

    def value(self, answers: Answers) -> SaidBegin:
        """Whose."""
        return SaidBegin(answers["person_id"], Stage(answers["stage"]), answers["on"], answers["words"])


class WritePlacement(FormDialog):
    """Access to Work, permitted work, the note; of a job found elsewhere its title and employer, too."""

    def __init__(self, vault: Database, held: Placement, today: date, parent: QWidget | None) -> None:
        who, told = person_words(vault, held.person_id), person_with_initials(vault, held.person_id)
        super().__init__(f"Change the placement of {who}", "Save changes", parent, intro=told)
        add = self.form.add
        self._elsewhere = held.post_id is None and bool(held.job_title)
        if self._elsewhere:
            add("job_title", "Job", TextField(), value=held.job_title, needed=True)
            add("employer_name", "Employer", TextField(), value=held.employer_name, needed=True)
        add(
            "access_to_work",
            "Access to Work",
            words_field(AccessToWork),
            value=held.access_to_work,
            needed=True,
        )
        add("access_on", "On", DateField(today=today), value=held.access_on,
            help_text="The day on which it was applied for, agreed or refused.")  # fmt: skip
        add("permitted_work", "", CheckField("Permitted work"), value=held.permitted_work,
            help_text="Hours and earnings are then held against the benefit limits.")  # fmt: skip
        add("note", "Note", LongTextField(lines=3), value=held.note)

    def value(self, answers: Answers) -> PlacementFacts:
        """All of it."""
        facts = PlacementFacts(
            access_to_work=AccessToWork(answers["access_to_work"]), access_on=answers["access_on"],
            permitted_work=answers["permitted_work"], note=answers["note"],
        )  # fmt: skip
        if self._elsewhere:
            facts["job_title"], facts["employer_name"] = answers["job_title"], answers["employer_name"]
        return facts


@dataclass(frozen=True)
class SaidPay:
    """From when, how long, for how much."""

    from_on: date
    minutes_week: int
    pence_hour: int | None


class WritePay(FormDialog):
    """Hours and pay from a day on; `held` is the period that is put right."""

    def __init__(
        self, who: str, today: date, parent: QWidget | None, *, last: PayPeriod | None = None,
        held: PayPeriod | None = None,
    ) -> None:  # fmt: skip
        intro = "They hold from this day until others begin. What was before stays as it was."
        super().__init__(f"Hours and pay of {who}", "Save", parent, intro=intro)
        shown = held or last
        add = self.form.add
        add("from_on", "From", DateField(today=today), value=held.from_on if held else None, needed=True)
        add("minutes_week", "Hours a week", hours_field(), value=shown.minutes_week if shown else None, needed=True,
            help_text=HOURS_HELP)  # fmt: skip
        add("pence_hour", "Pay an hour", pay_field(), value=shown.pence_hour if shown else None,
            help_text="Leave it empty where it is not known.")  # fmt: skip

    def value(self, answers: Answers) -> SaidPay:
        """The period."""
        return SaidPay(answers["from_on"], answers["minutes_week"], answers["pence_hour"])
