"""What is kept of somebody nominated."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.nominations.entries import Entry, EntryFacts
from awards.vocabulary import Consent, NomineeKind
from desktop.dialogs.awards.workplace import Workplace
from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import ChoiceField, DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.register.contacts import contacts_of
from resources.database import Database


class WriteNominee(FormDialog):
    """Who was nominated, where they work, and what they agreed to. The status changes by acts of its own."""

    def __init__(self, db: Database, held: Entry, today: date, parent: QWidget | None) -> None:
        super().__init__(f"The nominee {held.nominee}", "Save changes", parent, width=560)
        self._db = db
        add = self.form.add
        add("nominee", "Nominee", TextField(), value=held.nominee, needed=True)
        add("nominee_kind", "Kind", words_field(NomineeKind), value=held.nominee_kind, needed=True)
        add("also_known_as", "Also known as", TextField(), value=held.also_known_as,
            help_text="Nicknames and other spellings, with “;” between. Blind copies hide them.")  # fmt: skip
        add("also_hide", "Also hidden in blind copies", TextField(), value=held.also_hide,
            help_text="What else gives them away, such as the name of a dog, with “;” between.")  # fmt: skip
        add("job_role", "Job role", TextField(), value=held.job_role)
        self.workplace = Workplace(
            self, db, provider_id=held.provider_id, service_id=held.service_id, place_told=held.place_told
        )
        self._contact = add("contact_id", "Person in the register", ChoiceField([]))
        add("email", "E-mail address", TextField(), value=held.email)
        add("phone", "Telephone", TextField(), value=held.phone)
        self.form.add_heading("What they agreed to")
        add(
            "publish_name",
            "May they be named in public?",
            words_field(Consent),
            value=held.publish_name,
            needed=True,
        )
        add("publish_asked_on", "Asked", DateField(today=today), value=held.publish_asked_on)
        add("photo", "May they be photographed?", words_field(Consent), value=held.photo, needed=True)
        add("photo_asked_on", "Asked about photographs", DateField(today=today), value=held.photo_asked_on)
        add("note", "Note", LongTextField(lines=2), value=held.note)
        self._offer()
        self._contact.show_answer(held.contact_id or "")
        self.workplace.provider.changed.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        """The people of the provider chosen."""
        chosen = self.workplace.provider.picked
        people = contacts_of(self._db, provider=chosen) if chosen else []
        assert isinstance(self._contact, ChoiceField)
        self._contact.set_options([("", "Nobody"), *((one.id, one.name) for one in people)])
        self._contact.show_answer("")

    def value(self, answers: Answers) -> EntryFacts:
        """What is to be kept."""
        facts = EntryFacts(
            nominee=answers["nominee"], nominee_kind=answers["nominee_kind"],
            also_known_as=answers["also_known_as"], also_hide=answers["also_hide"], job_role=answers["job_role"],
            contact_id=answers["contact_id"] or None, email=answers["email"], phone=answers["phone"],
            publish_name=answers["publish_name"], publish_asked_on=answers["publish_asked_on"],
            photo=answers["photo"], photo_asked_on=answers["photo_asked_on"], note=answers["note"],
        )  # fmt: skip
        facts.update(self.workplace.facts(answers))  # type: ignore[typeddict-item]
        return facts
