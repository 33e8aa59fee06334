"""Who somebody in a meeting is: another contact, somebody new, or the person of another line."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import provider_field, provider_pick, service_options, words_field
from desktop.dialogs.events.finding_people import people_finder
from desktop.widgets.forms.fields import CheckField, ChoiceField, Pick, PickField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.groups import usual_role
from engagement.forums.online.review import Line, Review, likely_newcomer
from engagement.forums.online.whom import Matched, NewPerson, SameAs, matched
from engagement.forums.vocabulary import ParticipantRole
from engagement.register import providers
from engagement.register.vocabulary import ContactRole
from resources.database import Database
from resources.problem import FieldProblem, Problem


class AnotherContact(FormDialog):
    """The best of those who fit is there to begin with; letters find everybody of the register."""

    def __init__(self, db: Database, review: Review, line: Line, parent: QWidget | None) -> None:
        super().__init__(
            f"Who is “{line.person.shown}”?", "Choose contact", parent,
            intro="The name and address are remembered, so that the next file offers this contact.",
        )  # fmt: skip
        self._known = review.found.known
        field = PickField(people_finder(db))
        fits = line.match.fits
        begun = Pick(fits[0].person.id, fits[0].person.name, fits[0].person.home) if fits else None
        self.form.add("contact", "Contact", field, value=begun, needed=True)

    def value(self, answers: Answers) -> Matched:
        """The contact."""
        found = self._known.by_id.get(answers["contact"])
        if found is None:
            raise FieldProblem(
                "contact", "This contact was added after the file was read. Read the file again to choose it."
            )
        return matched(found)


class SomebodyNew(FormDialog):
    """A new contact at a provider of the register or a new one; or one of the council's own staff."""

    def __init__(self, db: Database, review: Review, line: Line, parent: QWidget | None) -> None:
        begun = (
            line.choice if isinstance(line.choice, NewPerson) else likely_newcomer(line, review.found.known)
        )
        reason = line.match.provider_reason if begun.provider_id else ""
        super().__init__(
            f"A new contact for “{line.person.shown}”", "Add when taken in", parent,
            intro="The contact is made in the same step in which the file is taken in.",
        )  # fmt: skip
        self._db = db
        usual = usual_role(review.event.kind)
        self.form.add("name", "Name", TextField(), value=begun.name, needed=True)
        self.form.add("council", "", CheckField("One of the council’s own staff (host)"), value=begun.council)
        self._provider = provider_field(db)
        pick = provider_pick(providers.provider(db, begun.provider_id)) if begun.provider_id else None
        self.form.add("provider_id", "Provider", self._provider, value=pick, help_text=reason)
        self._service = ChoiceField([])
        self.form.add("service_id", "Works at", self._service)
        self.form.add(
            "new_provider", "Or a new provider", TextField(placeholder="Name"), value=begun.new_provider
        )
        self.form.add("email", "E-mail", TextField(), value=begun.email)
        self.form.add("role", "Role", words_field(ContactRole), value=begun.role, needed=True)
        self.form.add(
            "part", "Part in the event", words_field(ParticipantRole), value=begun.part or usual, needed=True
        )
        self._provider.changed.connect(self._offer_services)
        self.form.rows["council"].field.changed.connect(self._show_what_fits)
        self._offer_services()
        self._service.show_answer(begun.service_id or "")
        self._show_what_fits()

    @Slot()
    def _offer_services(self) -> None:
        try:
            chosen = self._provider.answer()
        except Problem:  # letters stand there and nothing is chosen yet
            chosen = None
        self._service.set_options(
            service_options(self._db, chosen) if chosen else [("", "The provider as a whole")]
        )
        self._service.show_answer("")

    @Slot()
    def _show_what_fits(self) -> None:
        council = bool(self.form.rows["council"].field.answer())
        for name in ("provider_id", "service_id", "new_provider", "role", "part"):
            self.form.show_row(name, not council)

    def value(self, answers: Answers) -> NewPerson:
        """Somebody with exactly one place to be from."""
        plain = NewPerson(answers["name"], email=answers["email"])
        if answers["council"]:
            return replace(plain, council=True)
        if bool(answers["provider_id"]) == bool(answers["new_provider"]):
            raise FieldProblem(
                "provider_id", "Choose a provider of the register, or write the name of a new one."
            )
        home = providers.provider(self._db, answers["provider_id"]).name if answers["provider_id"] else ""
        return replace(
            plain, provider_id=answers["provider_id"], new_provider=answers["new_provider"],
            service_id=answers["service_id"] or None if home else None, role=answers["role"], part=answers["part"],
            home=home,
        )  # fmt: skip


class SamePerson(FormDialog):
    """The person of another line: the minutes of both count together."""

    def __init__(self, review: Review, line: Line, parent: QWidget | None) -> None:
        super().__init__(
            f"“{line.person.shown}” is the same person as…", "Same person", parent,
            intro="The minutes of both lines count together, once where they overlap.",
        )  # fmt: skip
        others = [
            (one.key, f"{one.person.shown} ({one.said})" if one.said else one.person.shown)
            for one in review.lines
            if review.whom.root(one.key) != line.key
        ]
        self.form.add("line", "Line", ChoiceField(others), value=line.person.same_as or None, needed=True)

    def value(self, answers: Answers) -> SameAs:
        """The line."""
        return SameAs(answers["line"])
