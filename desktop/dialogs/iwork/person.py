"""Somebody on the register: who they are, how they are reached, who referred them, and why they are held."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting, words_field
from desktop.widgets.forms.fields import CheckField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.database import Database
from workforce.iwork.people.people import NewPerson, Person, coaches
from workforce.iwork.people.why_held import retention
from workforce.iwork.vocabulary import KnownOrNot

_POSTCODE = "A whole one, such as NG2 7QP. Distances are worked out from it on this computer."
_LONG_TERM = "Counts in the council’s measure of employment. Not known is a good answer."


@dataclass(frozen=True)
class WrittenPerson:
    """What is to be kept."""

    given_name: str
    referred_on: date
    facts: NewPerson


class WritePerson(FormDialog):
    """Somebody new, or with `held` what is kept of somebody."""

    def __init__(
        self, vault: Database, today: date, parent: QWidget | None, *, held: Person | None = None
    ) -> None:
        title, verb = (
            (f"Change {held.reference}", "Save changes") if held else ("Add a person", "Add this person")
        )
        super().__init__(title, verb, parent, width=560)
        self._add_who(held, today)
        self._add_reach(held)
        self._add_work(vault, held, today)
        self.form.add_heading("Why we hold this")
        why = held.why_held if held else retention(vault).why
        self.form.add("why_held", "In plain words", LongTextField(lines=4), value=why, needed=True,
                      help_text="They are told this, and it stands in what they get when they ask.")  # fmt: skip
        self.form.add("note", "Note", LongTextField(lines=2), value=held.note if held else "",
                      help_text="About finding work, not about health.")  # fmt: skip

    def _add_who(self, held: Person | None, today: date) -> None:
        add = self.form.add
        add("given_name", "Given name", TextField(), value=held.given_name if held else "", needed=True)
        add("family_name", "Family name", TextField(), value=held.family_name if held else "")
        add("known_as", "Likes to be called", TextField(), value=held.known_as if held else "")
        add("born_on", "Born on", DateField(today=today), value=held.born_on if held else None)
        add("postcode", "Postcode", TextField(), value=held.postcode if held else "", help_text=_POSTCODE)

    def _add_reach(self, held: Person | None) -> None:
        add = self.form.add
        self.form.add_heading("How to reach them")
        add("phone", "Telephone", TextField(), value=held.phone if held else "")
        add("email", "E-mail", TextField(), value=held.email if held else "")
        add("contact_how", "What works best", TextField(), value=held.contact_how if held else "",
            help_text="As “A text message, not a call”.")  # fmt: skip
        add("supporter", "Supporter", TextField(), value=held.supporter if held else "",
            help_text="Somebody whom they want to be asked too.")  # fmt: skip
        add("supporter_relation", "Who is their", TextField(), value=held.supporter_relation if held else "",
            help_text="As “mother”, “support worker”.")  # fmt: skip
        add(
            "supporter_phone",
            "Supporter’s telephone",
            TextField(),
            value=held.supporter_phone if held else "",
        )

    def _add_work(self, vault: Database, held: Person | None, today: date) -> None:
        add = self.form.add
        self.form.add_heading("With the i-Work team")
        add(
            "referred_on",
            "Referred on",
            DateField(today=today),
            value=held.referred_on if held else today,
            needed=True,
        )
        add("referred_by", "Referred by", TextField(), value=held.referred_by if held else "")
        coach = suggesting(TextField(), coaches(vault))
        add("coach", "Job coach", coach, value=held.coach if held else vault.who)
        add("learning_disability", "", CheckField("Has a learning disability"),
            value=held.learning_disability if held else None)  # fmt: skip
        add("autism", "", CheckField("Is autistic"), value=held.autism if held else None)
        add("long_term_support", "Long-term support from the council", words_field(KnownOrNot),
            value=held.long_term_support if held else KnownOrNot.NOT_KNOWN, needed=True,
            help_text=_LONG_TERM)  # fmt: skip

    def value(self, answers: Answers) -> WrittenPerson:
        """What is to be kept."""
        names = ("given_name", "referred_on")
        facts = {name: said for name, said in answers.items() if name not in names}
        return WrittenPerson(answers["given_name"], answers["referred_on"], NewPerson(**facts))  # type: ignore[typeddict-item]
