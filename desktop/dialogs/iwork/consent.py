"""What somebody agreed to, and what they took back."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import suggesting
from desktop.widgets.forms.fields import CheckField, ChoiceField, DateField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import date_short
from workforce.iwork.people.consents import Consent, ConsentFacts, without
from workforce.iwork.people.people import Person
from workforce.iwork.vocabulary import ConsentScope

_HOW = ("Signed, easy-read form", "Said so, with their supporter", "Said so", "By e-mail")


@dataclass(frozen=True)
class Agreed:
    """What they agreed to, and how."""

    scopes: tuple[ConsentScope, ...]
    given_on: date
    facts: ConsentFacts


class WriteConsent(FormDialog):
    """A tick for each thing that they agreed to on one day."""

    def __init__(self, whose: Person, today: date, who: str, parent: QWidget | None) -> None:
        super().__init__(
            f"What {whose.reference} agrees to", "Save what they agreed to", parent,
            intro="Ask in words that they can follow. Each is a yes of its own, and can be taken back at any time.",
        )  # fmt: skip
        add = self.form.add
        for scope in ConsentScope:
            add(scope.value, "", CheckField(scope.label), help_text=without(scope))
        add("given_on", "Agreed on", DateField(today=today), value=today, needed=True)
        add("until_on", "Ask again by", DateField(today=today),
            help_text="After this day it counts no more. Empty: until they take it back.")  # fmt: skip
        add("how", "How", suggesting(TextField(), _HOW), help_text="As “Signed, easy-read form”.")
        add("told_to", "Told to", TextField(), value=who)
        add("note", "Note", TextField())

    def value(self, answers: Answers) -> Agreed:
        """What they agreed to."""
        facts = ConsentFacts(
            until_on=answers["until_on"], how=answers["how"], told_to=answers["told_to"], note=answers["note"]
        )
        return Agreed(tuple(one for one in ConsentScope if answers[one.value]), answers["given_on"], facts)


@dataclass(frozen=True)
class TakenBack:
    """What they took back, when and why."""

    scope: ConsentScope
    on: date
    reason: str


class TakeBackConsent(FormDialog):
    """One of the things that they agreed to; `held` are those that count."""

    def __init__(self, whose: Person, held: list[Consent], today: date, parent: QWidget | None) -> None:
        super().__init__(f"{whose.reference} takes a consent back", "Take it back", parent,
                         intro="It counts no more from that day. They need no reason.")  # fmt: skip
        scopes = [scope for scope in ConsentScope if any(one.scope is scope for one in held)]
        add = self.form.add
        first = scopes[0] if len(scopes) == 1 else None
        add("scope", "What", ChoiceField([(one, one.label) for one in scopes]), value=first, needed=True)
        add("on", "On", DateField(today=today), value=today, needed=True)
        add("reason", "What they said", TextField())

    def value(self, answers: Answers) -> TakenBack:
        """What they took back."""
        return TakenBack(answers["scope"], answers["on"], answers["reason"])


class RemoveConsent(FormDialog):
    """One that was entered by mistake, of all that were written down."""

    def __init__(self, whose: Person, held: list[Consent], parent: QWidget | None) -> None:
        super().__init__(
            f"Remove a consent of {whose.reference}", "Remove", parent,
            intro="Only what was entered by mistake. What they take back is kept, with the day of that.",
        )  # fmt: skip
        self.form.add("consent", "Consent", ChoiceField([(one.id, _words(one)) for one in held]),
                      value=held[0].id if len(held) == 1 else None, needed=True)  # fmt: skip

    def value(self, answers: Answers) -> str:
        """Its key."""
        return str(answers["consent"])


def _words(one: Consent) -> str:
    taken_back = f", taken back {date_short(one.withdrawn_on)}" if one.withdrawn_on else ""
    return f"{one.scope.label}, given {date_short(one.given_on)}{taken_back}"
