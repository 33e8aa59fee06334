"""Who takes part in a project, and the level of the DSPT that a provider reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.providers import provider
from resources.database import Database
from workforce.funding.projects.taking_part import TakingPart, TakingPartDraft
from workforce.funding.vocabulary import DsptLevel


class WriteTakingPart(FormDialog):
    """A provider in a project. `held` is the entry to change."""

    def __init__(
        self, db: Database, today: date, parent: QWidget | None, *, held: TakingPart | None = None
    ) -> None:
        title, verb = (
            ("Change how it takes part", "Save changes") if held else ("Add a provider", "Add provider")
        )
        super().__init__(title, verb, parent)
        self._db = db
        add = self.form.add
        self._provider, self._service = provider_field(db), ChoiceField([])
        chosen = provider_pick(provider(db, held.provider_id)) if held else None
        add("provider_id", "Provider", self._provider, value=chosen, needed=True)
        add("service_id", "Service", self._service)
        self._offer()
        self._service.show_answer((held.service_id if held else None) or "")
        add(
            "joined_on",
            "Joined",
            DateField(today=today),
            value=held.joined_on if held else today,
            needed=True,
        )
        add("left_on", "Left", DateField(today=today), value=held.left_on if held else None,
            help_text="Left empty while it takes part.")  # fmt: skip
        add("note", "Note", LongTextField(lines=2), value=held.note if held else "")
        self._provider.changed.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        key = self._provider.picked
        self._service.set_options(
            service_options(self._db, key) if key else [("", "The provider as a whole")]
        )
        self._service.show_answer("")

    def value(self, answers: Answers) -> TakingPartDraft:
        """What is to be kept."""
        return TakingPartDraft(
            answers["provider_id"], answers["joined_on"], answers["service_id"] or None, answers["left_on"],
            answers["note"],
        )  # fmt: skip


@dataclass(frozen=True)
class Reached:
    """A level of the DSPT that a provider reached on a day."""

    part_id: str
    level: DsptLevel
    on: date
    note: str


class RecordLevel(FormDialog):
    """Which provider of a project reached what. `chosen` is the key of one to begin with."""

    def __init__(
        self, parts: Sequence[TakingPart], today: date, parent: QWidget | None, *, chosen: str = ""
    ) -> None:
        intro = (
            "A level holds from its day until the next one. One that is kept of the same day is put right."
        )
        super().__init__("Record a level of the DSPT", "Record level", parent, intro=intro)
        add = self.form.add
        add(
            "part_id",
            "Provider",
            ChoiceField([(one.id, one.name) for one in parts]),
            value=chosen or None,
            needed=True,
        )
        add("level", "Level", words_field(DsptLevel), needed=True)
        add("on", "Reached on", DateField(today=today), value=today, needed=True)
        add("note", "Note", LongTextField(lines=2))

    def value(self, answers: Answers) -> Reached:
        """What was reached."""
        return Reached(answers["part_id"], answers["level"], answers["on"], answers["note"])
