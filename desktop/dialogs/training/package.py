"""Learning packages: offering one, noting what came of it, recording a session, and the packages themselves."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from workforce.training.packages.offers import MAY_FOLLOW, PackageOffer
from workforce.training.packages.packages import LearningPackage, PackageFacts, packages
from workforce.training.packages.sessions import PackageSession
from workforce.training.vocabulary import OfferStatus

_WITH_REASON = (OfferStatus.DECLINED, OfferStatus.WITHDRAWN)


@dataclass(frozen=True)
class SaidOffer:
    """A package by its name, the day, and a note or why it is not offered."""

    package: str
    on: date
    words: str


class OfferPackage(FormDialog):
    """Offering a service a package; or noting why it is `not_offered` one."""

    def __init__(
        self, db: Database, service: str, today: date, parent: QWidget | None, *, not_offered: bool = False
    ) -> None:
        title, verb = (
            ("Note why it is not offered", "Note it") if not_offered else ("Offer a package", "Offer it")
        )
        super().__init__(title, verb, parent, intro=service)
        held = [(one.name, one.name) for one in packages(db)]
        self.form.add("package", "Learning package", ChoiceField(held), needed=True)
        self.form.add(
            "offered_on", "On" if not_offered else "Offered", DateField(today=today), value=today, needed=True
        )
        name, heading = ("reason", "Why") if not_offered else ("note", "Note")
        self._words = name
        self.form.add(name, heading, LongTextField(lines=3), needed=not_offered)

    def value(self, answers: Answers) -> SaidOffer:
        """What is to be kept."""
        return SaidOffer(answers["package"], answers["offered_on"], answers[self._words])


@dataclass(frozen=True)
class CameOf:
    """What an offer is now, since when, and why."""

    status: OfferStatus
    on: date
    reason: str


class NoteStatus(FormDialog):
    """What came of an offer."""

    def __init__(self, held: PackageOffer, name: str, today: date, parent: QWidget | None) -> None:
        super().__init__("What came of it", "Note it", parent, intro=name)
        self._status = ChoiceField([(one, one.label) for one in MAY_FOLLOW[held.status]])
        self.form.add("status", "It is now", self._status, value=MAY_FOLLOW[held.status][0], needed=True)
        self.form.add("on", "Since", DateField(today=today), value=today, needed=True)
        self.form.add("reason", "Why", LongTextField(lines=3))
        self._status.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.form.show_row("reason", self._status.answer() in _WITH_REASON)

    def value(self, answers: Answers) -> CameOf:
        """What is to be kept."""
        return CameOf(answers["status"], answers["on"], answers.get("reason") or "")


@dataclass(frozen=True)
class SaidSession:
    """What is said of a session; `remove` says that it was not held."""

    held_on: date
    people: int
    topic: str
    note: str
    remove: bool = False


class WriteSession(FormDialog):
    """A session of a package at a service. `held` is the one to change."""

    def __init__(
        self, name: str, today: date, parent: QWidget | None, *, held: PackageSession | None = None
    ) -> None:
        title, verb = ("Change a session", "Save changes") if held else ("Record a session", "Record it")
        super().__init__(title, verb, parent, intro=name)
        add = self.form.add
        add("held_on", "Held", DateField(today=today), value=held.held_on if held else today, needed=True)
        add("people", "People who came", number_field(least=0, most=10_000), value=held.people if held else None,
            needed=True)  # fmt: skip
        add("topic", "Topic", TextField(), value=held.topic if held else None)
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)
        if held is not None:
            add("remove", "", CheckField("Remove this session: it was not held"))

    def value(self, answers: Answers) -> SaidSession:
        """What is to be kept."""
        return SaidSession(
            answers["held_on"],
            answers["people"],
            answers["topic"],
            answers["note"],
            bool(answers.get("remove")),
        )


class ChangeOffer(FormDialog):
    """When an offer was made, and what is noted of it."""

    def __init__(self, held: PackageOffer, name: str, today: date, parent: QWidget | None) -> None:
        super().__init__("Change an offer", "Save changes", parent, intro=name)
        self.form.add("offered_on", "Offered", DateField(today=today), value=held.offered_on, needed=True,
                      help_text="The rating kept with it is the one that stood that day.")  # fmt: skip
        self.form.add("note", "Note", LongTextField(lines=3), value=held.note)

    def value(self, answers: Answers) -> tuple[date, str]:
        """The day and the note."""
        return answers["offered_on"], answers["note"]


class WritePackage(FormDialog):
    """What a package is. `held` is the one to change."""

    def __init__(self, parent: QWidget | None, *, held: LearningPackage | None = None) -> None:
        title, verb = ("Change a package", "Save changes") if held else ("Add a package", "Add package")
        super().__init__(title, verb, parent)
        add = self.form.add
        add("name", "Name", TextField(), value=held.name if held else None, needed=True)
        add("description", "What it is", LongTextField(lines=4), value=held.description if held else None)
        add("source", "Source", TextField(), value=held.source if held else None,
            help_text="Such as who gives it, or where it is described.")  # fmt: skip

    def value(self, answers: Answers) -> PackageFacts:
        """What is to be kept."""
        return PackageFacts(
            name=answers["name"], description=answers["description"], source=answers["source"]
        )
