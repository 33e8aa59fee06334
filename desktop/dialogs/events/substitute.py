"""Somebody who comes instead of another, and somebody who is added by hand."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.finding_people import people_finder
from desktop.dialogs.events.role import ROLE, roles_field
from desktop.widgets.forms.fields import CheckField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from engagement.forums.groups import usual_role, usual_roles
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventKind, ParticipantRole
from engagement.register import contacts
from resources.database import Database
from resources.problem import FieldProblem, Problem


@dataclass(frozen=True)
class Stand:
    """Who comes instead: somebody of the register, or the name of somebody new at the same home; and as what."""

    contact_id: str | None
    new_name: str
    role: ParticipantRole


class Substitute(FormDialog):
    """The first letters find colleagues; without letters typed nobody is listed."""

    def __init__(self, db: Database, person: Participant, kind: EventKind, parent: QWidget | None) -> None:
        super().__init__(
            f"Who comes instead of {person.name}?", "Comes instead", parent,
            intro=f"{person.name} of {person.home} is noted with apologies, and the place is handed on.",
        )  # fmt: skip
        field = PickField(partial(_colleagues_first, db, person))
        self.form.add("contact", "Person of the register", field)
        help_text = f"Is added as a contact at {person.home}."
        self.form.add("new_name", "Or somebody new", TextField(placeholder="Name"), help_text=help_text)
        self.form.add("role", ROLE, roles_field(kind, person.role), value=person.role, needed=True)

    def value(self, answers: Answers) -> Stand:
        """One of the two."""
        if bool(answers["contact"]) == bool(answers["new_name"]):
            raise FieldProblem(
                "contact", "Choose a person of the register, or write the name of somebody new."
            )
        return Stand(answers["contact"], answers["new_name"], answers["role"])


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

    def __init__(self, db: Database, kind: EventKind, parent: QWidget | None) -> None:
        super().__init__("Add a person", "Add to the list", parent)
        self._db, self._kind = db, kind
        self._may = label("", "quiet", wrap=True)
        field = PickField(people_finder(db))
        self.form.add("contact", "Person", field, needed=True)
        self.form.add_widget(self._may)
        self._role = self.form.add("role", ROLE, roles_field(kind), value=usual_role(kind), needed=True)
        self._role.changed.connect(self._role_chosen)
        self._shown_role: ParticipantRole | None = usual_role(kind)
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
        if key:
            self._offer_role(key)
        self._may.setText(may.reason if may else "")
        self._may.setVisible(may is not None)
        self.form.show_row("asked", may is not None and not may.allowed)

    def _offer_role(self, key: str) -> None:
        """The usual role follows the person until another was chosen."""
        if self._shown_role is not None:
            self._shown_role = usual_roles(self._db, self._kind, [key])[key]
            self._role.show_answer(self._shown_role)

    @Slot()
    def _role_chosen(self) -> None:
        try:
            chosen = self._role.answer()
        except Problem:
            return
        if chosen is not self._shown_role:
            self._shown_role = None

    def value(self, answers: Answers) -> Added:
        """The person; one who may not be written to has to have asked."""
        may = contacts.may_be_invited(contacts.contact(self._db, answers["contact"]))
        if not may.allowed and not answers.get("asked"):
            raise FieldProblem(
                "contact", f"{may.reason} Tick that they asked for a place, or choose another."
            )
        return Added(answers["contact"], answers["role"])
