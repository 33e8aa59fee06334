"""Members of the panel and what they declare."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from awards.judging.interests import Interest, InterestFacts
from awards.judging.panel import Member, NewMember
from awards.judging.panel_categories import categories_of
from awards.nominations.entries import entries, entry, reference
from awards.rounds.categories import categories
from awards.vocabulary import EntryStatus, InterestKind, PanelRole
from desktop.dialogs.choices import provider_field, provider_pick, words_field
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    Pick,
    PickField,
    TextField,
    number_field,
    options_of,
)
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.forms.several import SeveralField
from engagement.register.contacts import contacts_of
from engagement.register.names import folded
from engagement.register.providers import provider
from engagement.register.services import service, services_of
from resources.database import Database


@dataclass(frozen=True)
class WrittenMember:
    """What is to be kept of a member; no category chosen stands for all."""

    name: str
    facts: NewMember
    categories: tuple[str, ...]


class WriteMember(FormDialog):
    """Somebody new for the panel, or with `held` what is kept of one."""

    def __init__(
        self, db: Database, round_id: str, parent: QWidget | None, *, held: Member | None = None
    ) -> None:
        title, verb = (
            (f"Change {held.name}", "Save changes") if held else ("Add to the panel", "Add to the panel")
        )
        super().__init__(title, verb, parent, width=560)
        add = self.form.add
        at = provider_pick(provider(db, held.provider_id)) if held and held.provider_id else None
        add("name", "Name", TextField(), value=held.name if held else None, needed=True,
            help_text="As the panel’s papers have it. Two of one name are told apart by a number.")  # fmt: skip
        add("role", "Role", words_field(PanelRole), value=held.role if held else PanelRole.JUDGE, needed=True)
        add("organisation", "Organisation", TextField(), value=held.organisation if held else None)
        self._provider, self._person = provider_field(db), ChoiceField([])
        add("provider_id", "Works for the provider", self._provider, value=at,
            help_text="Nominees of it, and of others of its group, are in conflict.")  # fmt: skip
        add("contact_id", "Person in the register", self._person)
        add("email", "E-mail address", TextField(), value=held.email if held else None)
        add("most_entries", "Judges at most", number_field(least=0, most=1000),
            value=held.most_entries if held else None,
            help_text="So many nominees. Empty: no limit. 0: takes part without scoring.")  # fmt: skip
        offered = [(one.id, one.name) for one in categories(db, round_id)]
        some = SeveralField("Categories", offered, nothing="Every category")
        add("categories", "Categories they judge", some, value=categories_of(db, held.id) if held else None)
        add("note", "Note", LongTextField(lines=2), value=held.note if held else None)
        self._db = db
        self._offer()
        self._person.show_answer(held.contact_id or "" if held else "")
        self._provider.changed.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        """The people of the provider chosen."""
        chosen = self._provider.picked
        people = contacts_of(self._db, provider=chosen) if chosen else []
        self._person.set_options([("", "Nobody"), *((one.id, one.name) for one in people)])
        self._person.show_answer("")
        self.form.show_row("contact_id", bool(people))

    def value(self, answers: Answers) -> WrittenMember:
        """What is to be kept."""
        facts = NewMember(
            contact_id=answers.get("contact_id") or None,
            role=answers["role"], organisation=answers["organisation"], provider_id=answers["provider_id"] or None,
            email=answers["email"], most_entries=answers["most_entries"], note=answers["note"],
        )  # fmt: skip
        return WrittenMember(answers["name"], facts, tuple(answers["categories"] or ()))


# --- interests ------------------------------------------------------------------------------------------------

PROVIDER, NOMINEE, WORDS = "A provider or one of its services", "Somebody nominated", "Neither: told in words"


@dataclass(frozen=True)
class SaidInterest:
    """What was declared and when; `remove` where it holds no more."""

    facts: InterestFacts
    on: date
    remove: bool = False


class WriteInterest(FormDialog):
    """What a member declares; `held` is the interest to change."""

    def __init__(
        self,
        db: Database,
        judge: Member,
        today: date,
        parent: QWidget | None,
        *,
        held: Interest | None = None,
    ) -> None:
        title, verb = (
            ("Change an interest", "Save changes") if held else ("Declare an interest", "Declare it")
        )
        super().__init__(title, verb, parent, intro=f"Of {judge.name}.", width=560)
        self._db, self._round = db, judge.round_id
        add = self.form.add
        add(
            "kind",
            "What ties them",
            words_field(InterestKind),
            value=held.kind if held else None,
            needed=True,
        )
        self._where = add("where", "To what", ChoiceField(options_of((PROVIDER, NOMINEE, WORDS))),
                          value=_where(held), needed=True)  # fmt: skip
        self._provider, self._service = provider_field(db), ChoiceField([])
        add("provider_id", "Provider", self._provider)
        add(
            "service_id",
            "Service",
            self._service,
            help_text="The provider as a whole stands for all its services.",
        )
        add("entry_id", "Nominee", PickField(self._find, placeholder="Some letters of the name or reference"))
        add("words", "In words", LongTextField(lines=2), value=held.words if held else None,
            help_text="What stands here alone is held against the names of nominees and homes.")  # fmt: skip
        if held is None:
            add("on", "Declared on", DateField(today=today), value=today, needed=True)
        else:
            add("remove", "", CheckField("Remove this interest: it holds no more"))
            self._show(held)
        self._today = today
        self._where.changed.connect(self._ask)
        self._provider.changed.connect(self._offer)
        self._ask()

    def _show(self, held: Interest) -> None:
        of = held.provider_id or (service(self._db, held.service_id).provider_id if held.service_id else "")
        if of:
            self._provider.show_answer(provider_pick(provider(self._db, of)))
        self._offer()
        self._service.show_answer(held.service_id or "")
        if held.entry_id:
            self.form.rows["entry_id"].field.show_answer(_pick(self._db, held.entry_id))

    @Slot()
    def _ask(self) -> None:
        where = self._where.answer()
        self.form.show_row("provider_id", where == PROVIDER)
        self.form.show_row("service_id", where == PROVIDER)
        self.form.show_row("entry_id", where == NOMINEE)

    @Slot()
    def _offer(self) -> None:
        chosen = self._provider.picked
        places = [(one.id, one.name) for one in services_of(self._db, chosen)] if chosen else []
        self._service.set_options([("", "The provider as a whole"), *places])
        self._service.show_answer("")

    def _find(self, text: str) -> list[Pick]:
        words = folded(text).split()
        known = [
            _pick(self._db, one.id)
            for one in entries(self._db, self._round)
            if one.status is not EntryStatus.MERGED
        ]
        return [one for one in known if all(word in folded(f"{one.words} {one.detail}") for word in words)]

    def value(self, answers: Answers) -> SaidInterest:
        """What was declared."""
        facts = InterestFacts(
            kind=answers["kind"], words=answers["words"], provider_id=None, service_id=None,
            entry_id=answers.get("entry_id") or None,
        )  # fmt: skip
        if answers.get("service_id"):
            facts["service_id"] = answers["service_id"]
        elif answers.get("provider_id"):
            facts["provider_id"] = answers["provider_id"]
        return SaidInterest(facts, answers.get("on") or self._today, bool(answers.get("remove")))


def _where(held: Interest | None) -> str | None:
    if held is None:
        return None
    if held.entry_id:
        return NOMINEE
    return PROVIDER if held.is_tied else WORDS


def _pick(db: Database, key: str) -> Pick:
    held = entry(db, key)
    return Pick(key, held.nominee, reference(db, held))


class GiveReason(FormDialog):
    """An act of the panel that is kept with its reason."""

    def __init__(
        self, title: str, verb: str, help_text: str, parent: QWidget | None, *, intro: str = ""
    ) -> None:
        super().__init__(title, verb, parent, intro=intro)
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=True, help_text=help_text)

    def value(self, answers: Answers) -> Any:
        """The reason."""
        return str(answers["reason"])
