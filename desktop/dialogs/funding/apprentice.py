"""An apprenticeship in the team, and how it stands."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from workforce.funding.projects.apprentices import LEVELS, Apprentice, ApprenticeDraft
from workforce.funding.vocabulary import ApprenticeStatus


class WriteApprentice(FormDialog):
    """Who, which apprenticeship, at what level. `held` is the one to change."""

    def __init__(self, today: date, parent: QWidget | None, *, held: Apprentice | None = None) -> None:
        title, verb = (
            ("Change the apprenticeship", "Save changes")
            if held
            else ("Add an apprenticeship", "Add apprenticeship")
        )
        intro = "Of somebody in the team. Papers say how many there are and at what level, and name nobody."
        super().__init__(title, verb, parent, intro=intro)
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else "", needed=True)
        add("apprenticeship", "Apprenticeship", TextField(), value=held.apprenticeship if held else "", needed=True,
            help_text="Such as “Leadership and management”.")  # fmt: skip
        levels = [(None, "Not said"), *((level, f"Level {level}") for level in LEVELS)]
        add("level", "Level", ChoiceField(levels), value=held.level if held else None)
        add(
            "started_on",
            "Started",
            DateField(today=today),
            value=held.started_on if held else today,
            needed=True,
        )
        add(
            "expected_on", "Expected to end", DateField(today=today), value=held.expected_on if held else None
        )
        add("note", "Note", LongTextField(lines=2), value=held.note if held else "")

    def value(self, answers: Answers) -> ApprenticeDraft:
        """What is to be kept."""
        return ApprenticeDraft(
            answers["name"], answers["apprenticeship"], answers["started_on"], answers["level"], answers["expected_on"],
            answers["note"],
        )  # fmt: skip


@dataclass(frozen=True)
class NowStands:
    """How an apprenticeship stands from a day on."""

    status: ApprenticeStatus
    on: date


class SayApprenticeStatus(FormDialog):
    """Whether it is under way, paused, completed or left."""

    def __init__(self, held: Apprentice, today: date, parent: QWidget | None) -> None:
        intro = f"{held.name}: {held.apprenticeship}, {held.status.label.lower()} so far."
        super().__init__("How it stands", "Save", parent, intro=intro)
        add = self.form.add
        add("status", "Status", words_field(ApprenticeStatus, without=[held.status]), needed=True)
        add("on", "Since", DateField(today=today), value=today, needed=True,
            help_text="The day is kept where it is completed or left.")  # fmt: skip

    def value(self, answers: Answers) -> NowStands:
        """The state and its day."""
        return NowStands(answers["status"], answers["on"])
