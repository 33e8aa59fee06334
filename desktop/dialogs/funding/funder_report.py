"""A report that a funder is owed, handing it in, and skipping it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.project import fund_options
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from resources.problem import FieldProblem
from resources.wording import shortened
from workforce.funding.projects.funder_reports import FunderReport, FunderReportDraft
from workforce.funding.projects.projects import projects


class WriteFunderReport(FormDialog):
    """Which report, of what, by when. `held` is the one to change."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: FunderReport | None = None,
        project_id: str | None = None,
    ) -> None:  # fmt: skip
        title, verb = ("Change the report", "Save changes") if held else ("Add a report", "Add report")
        super().__init__(title, verb, parent)
        of = held.project_id if held else project_id
        fund = held.fund_id if held else None
        some = [one for one in projects(db, archived=True) if one.archived_on is None or one.id == of]
        add = self.form.add
        add("what", "Report", TextField(), value=held.what if held else "", needed=True,
            help_text="Such as “Interim report to the funder”.")  # fmt: skip
        add("project_id", "Of the project", ChoiceField([("", "No project"), *((one.id, one.name) for one in some)]),
            value=of or "")  # fmt: skip
        add("fund_id", "Of the fund", ChoiceField(fund_options(db, "No fund", kept=fund)), value=fund or "")
        add("due_on", "Due", DateField(today=today), value=held.due_on if held else None, needed=True)
        add("covers_from", "Covers from", DateField(today=today), value=held.covers_from if held else None)
        add("covers_to", "Covers until", DateField(today=today), value=held.covers_to if held else None)
        add("note", "Note", LongTextField(lines=2), value=held.note if held else "")

    def value(self, answers: Answers) -> FunderReportDraft:
        """What is to be kept."""
        if not answers["project_id"] and not answers["fund_id"]:
            raise FieldProblem(
                "project_id", "Nothing is chosen. Choose the project or the fund that it is of."
            )
        return FunderReportDraft(
            answers["what"], answers["due_on"], answers["fund_id"] or None, answers["project_id"] or None,
            answers["covers_from"], answers["covers_to"], answers["note"],
        )  # fmt: skip


class SubmitReport(FormDialog):
    """On which day it was handed in; gives that day."""

    def __init__(self, held: FunderReport, today: date, parent: QWidget | None) -> None:
        intro = f"“{shortened(held.what, 200)}”"
        super().__init__("Mark as submitted", "Mark as submitted", parent, intro=intro)
        self.form.add("submitted_on", "Submitted on", DateField(today=today), value=today, needed=True)

    def value(self, answers: Answers) -> date:
        """The day."""
        day: date = answers["submitted_on"]
        return day


@dataclass(frozen=True)
class Skipped:
    """Why a report is not handed in."""

    reason: str


class SkipReport(FormDialog):
    """Why it is not handed in."""

    def __init__(self, held: FunderReport, parent: QWidget | None) -> None:
        intro = f"“{shortened(held.what, 200)}” will not be handed in. The list keeps it, with the reason."
        super().__init__("Skip the report", "Skip it", parent, intro=intro)
        self.form.add("reason", "Why", LongTextField(lines=3), needed=True)

    def value(self, answers: Answers) -> Skipped:
        """The reason."""
        return Skipped(answers["reason"])
