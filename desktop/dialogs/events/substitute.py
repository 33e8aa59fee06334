"""Somebody who comes instead of another, and somebody who is added by hand."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.finding_people import people_finder
from desktop.widgets.forms.fields import CheckField, ChoiceField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantRole
from engagement.register import contacts
from resources.database import Database
from resources.problem import FieldProblem, Problem


@dataclass(frozen=True)
class Stand:
    """Who comes instead: somebody of the register, or the name of somebody new at the same home."""

    contact_id: str | None
    new_name: str


class Substitute(FormDialog):
    """The first letters find colleagues; without letters typed nobody is listed."""

    def __init__(self, db: Database, person: Participant, parent: QWidget | None) -> None:
        super().__init__(
            f"Who comes instead of {person.name}?", "Comes instead", parent,
            intro=f"{person.name} of {person.home} is noted with apologies, and the place is handed on.",
        )  # fmt: skip
        field = PickField(partial(_colleagues_first, db, person))
        self.form.add("contact", "Person of the register", field)
        help_text = f"Is added as a contact at {person.home}."
        self.form.add("new_name", "Or somebody new", TextField(placeholder="Name"), help_text=help_text)

    def value(self, answers: Answers) -> Stand:
        """One of the two."""
        if bool(answers["contact"]) == bool(answers["new_name"]):
            raise FieldProblem(
                "contact", "Choose a person of the register, or write the name of somebody new."
            )
        return Stand(answers["contact"], answers["new_name"])


def _colleagues_first(db: Database, person: Participant, text: str) -> list[Pick]:
    found = people_finder(db, but=person.contact_id)(text)
    return sorted(found, key=lambda pick: person.service not in pick.detail)


@dataclass(frozen=True)
class Added:
    """Somebody to be invited though no rule selects them."""

    contact_id: str
    role: ParticipantRole


class AddPerson(FormDialog):
    """Says whether the person may be written to before they are added."""

    def __init__(self, db: Database, parent: QWidget | None) -> None:
        super().__init__("Add a person", "Add to the list", parent)
        self._db = db
        self._may = label("", "quiet", wrap=True)
        field = PickField(people_finder(db))
        self.form.add("contact", "Person", field, needed=True)
        self.form.add_widget(self._may)
        roles = [(role, role.label) for role in ParticipantRole]
        self.form.add("role", "Part", ChoiceField(roles), value=ParticipantRole.DELEGATE, needed=True)
        self.form.add("asked", "", CheckField("They asked for a place themselves"))
        self.form.show_row("asked", False)
        field.changed.connect(self._say_whether)
        self._say_whether()

    @Slot()
    def _say_whether(self) -> None:
        try:
            key = self.form.rows["contact"].field.answer()
        except Problem:
            key = None
        may = contacts.may_be_invited(contacts.contact(self._db, key)) if key else None
        self._may.setText(may.reason if may else "")
        self._may.setVisible(may is not None)
        self.form.show_row("asked", may is not None and not may.allowed)

    def value(self, answers: Answers) -> Added:
        """The person; one who may not be written to has to have asked."""
        may = contacts.may_be_invited(contacts.contact(self._db, answers["contact"]))
        if not may.allowed and not answers.get("asked"):
            raise FieldProblem(
                "contact", f"{may.reason} Tick that they asked for a place, or choose another."
            )
        return Added(answers["contact"], answers["role"])
