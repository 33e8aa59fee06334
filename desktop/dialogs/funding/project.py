"""A project and what is kept of it: a milestone, an outcome, somebody's words."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, suggesting, words_field
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    money_field,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.providers import provider
from resources.database import Database
from workforce.funding.funds.funds import funds
from workforce.funding.projects.milestones import Milestone, MilestoneDraft
from workforce.funding.projects.outcomes import OutcomeDraft, ProjectOutcome
from workforce.funding.projects.projects import Project, ProjectDraft, leads
from workforce.funding.projects.quotes import Quote, QuoteDraft
from workforce.funding.vocabulary import ProjectStatus, QuoteConsent


def fund_options(db: Database, nothing: str, *, kept: str | None = None) -> list[tuple[str, str]]:
    """The funds, after “none”; one that was put away only where it is what is kept."""
    some = [one for one in funds(db, archived=True) if one.archived_on is None or one.id == kept]
    return [("", nothing), *((one.id, one.name) for one in some)]


class WriteProject(FormDialog):
    """What is said of a project. `held` is the one to change."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: Project | None = None
    ) -> None:
        title, verb = ("Change the project", "Save changes") if held else ("Add a project", "Add project")
        super().__init__(title, verb, parent, width=560)
        start = held.draft() if held else ProjectDraft("", today)
        add = self.form.add
        add("name", "Name", TextField(), value=start.name, needed=True)
        add("purpose", "Purpose", LongTextField(lines=3), value=start.purpose)
        add("status", "Status", words_field(ProjectStatus), value=start.status, needed=True)
        add("starts_on", "Starts", DateField(today=today), value=start.starts_on, needed=True)
        add("ends_on", "Ends", DateField(today=today), value=start.ends_on)
        add("fund_id", "Paid from", ChoiceField(fund_options(db, "No fund of ours", kept=start.fund_id)),
            value=start.fund_id or "")  # fmt: skip
        add("budget_pence", "Budget", money_field(), value=start.budget_pence)
        add("lead", "Lead", suggesting(TextField(), leads(db)), value=start.lead)
        add("tracks_dspt", "", CheckField("Follow its providers through the levels of the DSPT"),
            value=start.tracks_dspt,
            help_text="The Data Security and Protection Toolkit: from not started to standards met.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=start.note)

    def value(self, answers: Answers) -> ProjectDraft:
        """What is to be kept."""
        return ProjectDraft(
            answers["name"], answers["starts_on"], answers["ends_on"], answers["fund_id"] or None, answers["purpose"],
            answers["lead"], answers["budget_pence"], answers["status"], answers["tracks_dspt"], answers["note"],
        )  # fmt: skip


class WriteMilestone(FormDialog):
    """What is to be done by when, and when it was."""

    def __init__(self, today: date, parent: QWidget | None, *, held: Milestone | None = None) -> None:
        title, verb = (
            ("Change the milestone", "Save changes") if held else ("Add a milestone", "Add milestone")
        )
        super().__init__(title, verb, parent)
        start = held.draft() if held else MilestoneDraft("", today)
        add = self.form.add
        add("what", "Milestone", LongTextField(lines=2), value=start.what, needed=True)
        add("due_on", "Due", DateField(today=today), value=held.due_on if held else None, needed=True)
        add("done_on", "Done on", DateField(today=today), value=start.done_on,
            help_text="Left empty until it is done.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=start.note)

    def value(self, answers: Answers) -> MilestoneDraft:
        """What is to be kept."""
        return MilestoneDraft(answers["what"], answers["due_on"], answers["done_on"], answers["note"])


class WriteOutcome(FormDialog):
    """What is counted, how many it should be and how many it is."""

    def __init__(self, today: date, parent: QWidget | None, *, held: ProjectOutcome | None = None) -> None:
        title, verb = ("Change the outcome", "Save changes") if held else ("Add an outcome", "Add outcome")
        super().__init__(title, verb, parent)
        start = held.draft() if held else OutcomeDraft("")
        add = self.form.add
        add("measure", "What is counted", LongTextField(lines=2), value=start.measure, needed=True,
            help_text="Such as “Providers at standards met” or “Managers who finished the course”.")  # fmt: skip
        add("target", "Target", number_field(), value=start.target)
        add("achieved", "Achieved", number_field(), value=start.achieved)
        add("measured_on", "Counted on", DateField(today=today), value=start.measured_on)
        add("of_people", "", CheckField("It counts people"), value=start.of_people,
            help_text="Papers do not tell numbers of people below 5.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=start.note)

    def value(self, answers: Answers) -> OutcomeDraft:
        """What is to be kept."""
        return OutcomeDraft(
            answers["measure"], answers["target"], answers["achieved"], answers["measured_on"], answers["note"],
            answers["of_people"],
        )  # fmt: skip


class WriteQuote(FormDialog):
    """What a participant said, and whether it may be printed."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: Quote | None = None
    ) -> None:
        title, verb = (
            ("Change what was said", "Save changes")
            if held
            else ("Note a participant’s words", "Note the words")
        )
        intro = "Who said it is never printed; the role is, and the words only where that was agreed to."
        super().__init__(title, verb, parent, intro=intro)
        start = held.draft() if held else QuoteDraft("", today)
        add = self.form.add
        add("words", "Words", LongTextField(lines=4), value=start.words, needed=True)
        add(
            "role",
            "Role",
            TextField(),
            value=start.role,
            help_text="As it is to be printed: a registered manager.",
        )
        add("said_by", "Said by", TextField(), value=start.said_by, help_text="For the team alone.")
        chosen = provider_pick(provider(db, start.provider_id)) if start.provider_id else None
        add("provider_id", "Provider", provider_field(db), value=chosen)
        add("said_on", "Said on", DateField(today=today), value=start.said_on, needed=True)
        add("consent", "May it be quoted?", words_field(QuoteConsent), value=start.consent, needed=True)
        add("consent_on", "Asked on", DateField(today=today), value=start.consent_on,
            help_text="Today, where it is left empty. Other words want asking again.")  # fmt: skip

    def value(self, answers: Answers) -> QuoteDraft:
        """What is to be kept."""
        return QuoteDraft(
            answers["words"], answers["said_on"], answers["said_by"], answers["role"], answers["provider_id"],
            answers["consent"], answers["consent_on"],
        )  # fmt: skip
