"""What is done with employers: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.employer import SaidContact, WriteContact, WriteEmployer
from desktop.dialogs.iwork.removing import offer_removal
from desktop.iwork_interest import told_interests
from desktop.shell.page import Desk
from resources.problem import FieldProblem
from workforce.iwork.employers import contacts, employers
from workforce.iwork.employers.contacts import EmployerContact, employer_contact
from workforce.iwork.employers.employers import Employer, EmployerFacts, employer
from workforce.iwork.employers.interest_in import ToldInterest, not_here_yet, take_in_interests
from workforce.iwork.postcodes import placed


class EmployerActs(QObject):
    """Acts on the employer that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, office: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._office, self._view, self._key, self._today = desk, office, view, key, today

    def current(self) -> Employer:
        """The employer chosen."""
        return employer(self._desk.db, self._key())

    # Facts

    def add(self) -> None:
        """One of the register of providers, or another."""
        WriteEmployer(self._office.db, self._view, today=self._today()).ask(self._added)

    def _added(self, said: EmployerFacts) -> None:
        if not said.get("provider_id") and not said.get("name"):
            raise FieldProblem(
                "name", "Name: nothing is written or chosen. Choose a home above, or write a name."
            )
        made = employers.add_employer(self._desk.db, self._office.db, today=self._today(), **said)
        self._desk.messages.done(_with_doubt(f"Added the employer {made.name}", made.postcode))
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is kept of the employer chosen."""
        held = self.current()
        dialog = WriteEmployer(self._office.db, self._view, today=self._today(), held=held)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Employer, said: EmployerFacts) -> None:
        changed = employers.edit_employer(self._desk.db, held.id, **said)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(_with_doubt(f"Changed the employer {changed.name}", changed.postcode))

    def close_or_reopen(self) -> None:
        """Work with them no more, or again."""
        held = self.current()
        if held.closed_on is None:
            employers.close_employer(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Closed the employer {held.name}")
        else:
            employers.reopen_employer(self._desk.db, held.id)
            self._desk.messages.done(f"Opened the employer {held.name} again")

    # Contacts

    def add_contact(self) -> None:
        """Something was done; it sets the next step."""
        held = self.current()
        dialog = WriteContact(held, self._view, today=self._today(), who=self._desk.db.who)
        dialog.ask(partial(self._contacted, held))

    def _contacted(self, held: Employer, said: SaidContact) -> None:
        contacts.add_contact(
            self._desk.db, held.id, said.kind, done_on=said.done_on, today=self._today(), words=said.words, by=said.by,
            next_step=said.next_step, next_on=said.next_on, stage=said.stage,
        )  # fmt: skip
        self._desk.messages.done(f"{said.kind.label} with {held.name}")

    def open_contact(self, key: str) -> None:
        """A contact as it is kept."""
        if self._desk.opened.read_only:
            return
        held = employer_contact(self._desk.db, key)
        whose = employer(self._desk.db, held.employer_id)
        dialog = WriteContact(whose, self._view, today=self._today(), who=self._desk.db.who, held=held)
        offer_removal(
            dialog, f"Remove this contact with {whose.name}?", partial(self._remove_contact, key, whose)
        )
        dialog.ask(partial(self._contact_edited, held))

    def _contact_edited(self, held: EmployerContact, said: SaidContact) -> None:
        contacts.edit_contact(
            self._desk.db, held.id, today=self._today(), kind=said.kind, done_on=said.done_on, by=said.by,
            words=said.words,
        )  # fmt: skip
        self._desk.messages.done("Changed a contact")

    def _remove_contact(self, key: str, whose: Employer) -> None:
        contacts.remove_contact(self._desk.db, key)
        self._desk.messages.done(f"Removed a contact with {whose.name}")

    # Interest told at forums

    def waiting(self) -> list[ToldInterest]:
        """What was told at forums and is not here yet."""
        return not_here_yet(self._desk.db, told_interests(self._office.db))

    def take_in(self) -> None:
        """All of it."""
        done = take_in_interests(self._desk.db, told_interests(self._office.db))
        nothing = not (done.added or done.known)
        self._desk.messages.done(done.sentence, undo=not nothing)
        if done.added:
            self.added.emit(done.added[0].id)


def _with_doubt(done: str, postcode: str) -> str:
    why = placed(postcode).why
    return f"{done}. {why}" if why else done
