"""A taster: when and where somebody tries a place out, and how it went."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.dialogs.iwork.placement_fields import clock_field, employer_field, person_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, Pick
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from workforce.iwork.placements.tasters import Taster, TasterFacts
from workforce.iwork.posts.posts import posts_of
from workforce.iwork.vocabulary import TasterOutcome

_TIMES = "As 9:30 or 2pm. Leave both empty for a whole day."


@dataclass(frozen=True)
class SaidTaster:
    """Whose, where, and when."""

    person_id: str
    employer_id: str
    facts: TasterFacts


class PlanTaster(FormDialog):
    """A new one. The employer hears who comes, so consent to be introduced is needed."""

    def __init__(
        self, vault: Database, today: date, parent: QWidget | None, *, person: Pick | None = None,
        employer: Pick | None = None,
    ) -> None:  # fmt: skip
        intro = "The employer hears who comes: that needs consent to be introduced by name."
        super().__init__("Plan a taster", "Plan taster", parent, intro=intro)
        add = self.form.add
        add("person_id", "Who", person_field(vault), value=person, needed=True)
        add("employer_id", "Employer", employer_field(vault), value=employer, needed=True)
        add("day_on", "Day", DateField(today=today), needed=True)
        add("from_minute", "From", clock_field())
        add("until_minute", "Until", clock_field(), help_text=_TIMES)

    def value(self, answers: Answers) -> SaidTaster:
        """All of it."""
        times = TasterFacts(
            day_on=answers["day_on"], from_minute=answers["from_minute"], until_minute=answers["until_minute"]
        )
        return SaidTaster(answers["person_id"], answers["employer_id"], times)


class WriteTaster(FormDialog):
    """What is put right of one, and how it went."""

    def __init__(self, vault: Database, held: Taster, who: str, today: date, parent: QWidget | None) -> None:
        super().__init__(f"Taster of {who}", "Save", parent)
        add = self.form.add
        theirs = posts_of(vault, held.employer_id)
        options = [("", "No post"), *((one.id, f"{one.reference} {one.title}") for one in theirs)]
        add("outcome", "How it went", words_field(TasterOutcome), value=held.outcome, needed=True)
        add("persons_words", "In their own words", LongTextField(lines=2), value=held.persons_words)
        add("employers_words", "In the employer’s words", LongTextField(lines=2), value=held.employers_words)
        add("day_on", "Day", DateField(today=today), value=held.day_on, needed=True)
        add("from_minute", "From", clock_field(), value=held.from_minute)
        add("until_minute", "Until", clock_field(), value=held.until_minute, help_text=_TIMES)
        add("post_id", "Post", ChoiceField(options), value=held.post_id or "")

    def value(self, answers: Answers) -> TasterFacts:
        """All of it."""
        return TasterFacts(
            outcome=TasterOutcome(answers["outcome"]), persons_words=answers["persons_words"],
            employers_words=answers["employers_words"], day_on=answers["day_on"],
            from_minute=answers["from_minute"], until_minute=answers["until_minute"],
            post_id=answers["post_id"] or None,
        )  # fmt: skip
