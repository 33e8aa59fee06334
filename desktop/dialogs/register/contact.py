"""Adding, changing and moving a contact."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.contacts import Contact, ContactFacts
from engagement.register.providers import Provider
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database


@dataclass(frozen=True)
class NewContact:
    """What was entered, and for which provider the person works."""

    provider_id: str
    facts: ContactFacts


@dataclass(frozen=True)
class Move:
    """Where somebody works now."""

    provider_id: str
    service_id: str | None


class _AtAProvider(FormDialog):
    """A provider, and one of its services: the choice of these follows the provider."""

    _db: Database

    def add_places(self, db: Database, provider: Provider | None, service: str | None, words: str) -> None:
        """The two rows; the provider is asked for only where it is not settled."""
        self._db = db
        self._provider = provider_field(db)
        self._service = ChoiceField([])
        pick = provider_pick(provider) if provider is not None else None
        self.form.add("provider_id", words, self._provider, value=pick, needed=True)
        self.form.add("service_id", "Works at", self._service)
        self._offer_services()
        self._service.show_answer(service or "")
        self._provider.changed.connect(self._offer_services)

    @Slot()
    def _offer_services(self) -> None:
        chosen = self._provider.picked
        self._service.set_options(service_options(self._db, chosen) if chosen else [])
        if chosen:
            self._service.show_answer("")


class AddContact(_AtAProvider):
    """A person at a provider; how they agreed decides whether they may be invited."""

    def __init__(
        self,
        db: Database,
        provider: Provider | None,
        service: str | None,
        today: date,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Add a contact", "Add contact", parent)
        self.form.add("name", "Name", TextField(), needed=True)
        self.add_places(db, provider, service, "Provider")
        _add_facts(self, None, today)

    def value(self, answers: Answers) -> NewContact:
        """The person and their provider."""
        provider = answers.pop("provider_id")
        return NewContact(provider, {**answers, "service_id": answers["service_id"] or None})  # type: ignore[typeddict-item]


class EditContact(FormDialog):
    """What is kept of a person; whom they work for is changed by moving them."""

    def __init__(self, db: Database, held: Contact, today: date, parent: QWidget | None) -> None:
        super().__init__(f"Edit {held.name}", "Save changes", parent)
        self.form.add("name", "Name", TextField(), value=held.name, needed=True)
        options = ChoiceField(service_options(db, held.provider_id))
        self.form.add("service_id", "Works at", options, value=held.service_id or "")
        _add_facts(self, held, today)

    def value(self, answers: Answers) -> ContactFacts:
        """The facts."""
        return {**answers, "service_id": answers["service_id"] or None}  # type: ignore[typeddict-item]


def _add_facts(dialog: FormDialog, held: Contact | None, today: date) -> None:
    add = dialog.form.add
    role = held.role if held else ContactRole.OTHER
    consent = held.consent if held else ConsentBasis.NOT_RECORDED
    add("role", "Role", words_field(ContactRole), value=role, needed=True)
    add("email", "E-mail", TextField(), value=held.email if held else None)
    add("phone", "Phone", TextField(), value=held.phone if held else None)
    add("consent", "How they agreed", words_field(ConsentBasis), value=consent, needed=True,
        help_text="Whoever has not agreed, or asked not to be contacted, is left out of invitations.")  # fmt: skip
    add("consent_on", "Agreed on", DateField(today=today), value=held.consent_on if held else None)
    add("notes", "Notes", LongTextField(lines=3), value=held.notes if held else None)


class MoveContact(_AtAProvider):
    """Somebody works for another provider now."""

    def __init__(self, db: Database, held: Contact, parent: QWidget | None) -> None:
        intro = "What they came to before stays with the provider they came from."
        super().__init__(f"Move {held.name}", "Move contact", parent, intro=intro)
        self.add_places(db, None, None, "To provider")

    def value(self, answers: Answers) -> Move:
        """The new place."""
        return Move(answers["provider_id"], answers["service_id"] or None)
