"""Requiring courses: of whom, and for how long before their end they count as expiring soon."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, DateField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.training.courses import courses
from workforce.training.requirements import Requirement, RequirementFacts
from workforce.training.status import SOON_DAYS
from workforce.training.vocabulary import JobRole


@dataclass(frozen=True)
class SaidRequirement:
    """Which courses, and of whom; a requirement that is changed stays of its course."""

    course_ids: tuple[str, ...]
    facts: RequirementFacts


class WriteRequirement(FormDialog):
    """`held` is the requirement to change, of the course `name`."""

    def __init__(
        self,
        db: Database,
        today: date,
        parent: QWidget | None,
        *,
        held: Requirement | None = None,
        name: str = "",
    ) -> None:
        title, verb = (
            ("Change what is required", "Save changes") if held else ("Require courses", "Require them")
        )
        super().__init__(title, verb, parent, intro=name, width=520)
        add = self.form.add
        if held is None:
            offered = [(one.id, one.name) for one in courses(db)]
            add("course_ids", "Courses", SeveralField("Courses", offered, nothing="None chosen"), needed=True,
                help_text="Each is a column of the matrix.")  # fmt: skip
        kinds = [("", "Every kind of service"), *((one, one.label) for one in ServiceKind)]
        roles = [("", "All staff"), *((one, one.label) for one in JobRole)]
        add("kind", "Of services of", ChoiceField(kinds), value=(held.kind if held else None) or "")
        add("job_role", "Of", ChoiceField(roles), value=(held.job_role if held else None) or "",
            help_text="ASC-WDS counts for all staff alone.")  # fmt: skip
        add("soon_days", "Expiring soon within", ChoiceField([(days, f"{days} days") for days in SOON_DAYS]),
            value=held.soon_days if held else SOON_DAYS[0], needed=True)  # fmt: skip
        add("from_on", "From", DateField(today=today), value=held.from_on if held else None)
        add("until_on", "Until", DateField(today=today), value=held.until_on if held else None,
            help_text="The last day on which it is required.")  # fmt: skip
        add("source", "Why", TextField(), value=held.source if held else None,
            help_text="Such as the law, the contract or a policy that asks for it.")  # fmt: skip

    def value(self, answers: Answers) -> SaidRequirement:
        """What is to be required."""
        facts = RequirementFacts(
            kind=answers["kind"] or None, job_role=answers["job_role"] or None, soon_days=answers["soon_days"],
            from_on=answers["from_on"], until_on=answers["until_on"], source=answers["source"],
        )  # fmt: skip
        return SaidRequirement(tuple(answers.get("course_ids", ())), facts)
