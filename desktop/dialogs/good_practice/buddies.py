"""Looking for a buddy, agreeing a pair, its meetings and its end."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.choices import words_field
from desktop.widgets.forms.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    Pick,
    PickField,
    number_field,
)
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.good_practice.buddies.finder import BuddyLimits
from engagement.good_practice.buddies.pairs import Meeting, Pair
from engagement.good_practice.practices import themes
from engagement.good_practice.vocabulary import MetHow
from engagement.register.listings import SERVICES
from resources.database import Condition, Database, Query

_IN_USE = (Condition("state", ("Current", "Dormant")),)


@dataclass(frozen=True)
class Sought:
    """For which service a buddy is sought, and on which theme by preference."""

    service_id: str
    theme: str


class LookForBuddy(FormDialog):
    """Any service of the register, and a theme on which the buddy should have shared something."""

    def __init__(self, db: Database, service: Pick | None, theme: str, parent: QWidget | None) -> None:
        super().__init__("Look for a buddy", "Look", parent)
        find = PickField(partial(find_services, db))
        self.form.add("service", "For the service", find, value=service, needed=True)
        options = [("", "Any theme"), *((one, one) for one in themes(db))]
        self.form.add("theme", "Theme", ChoiceField(options), value=theme,
                      help_text="Those that have shared good practice on it come sooner.")  # fmt: skip

    def value(self, answers: Answers) -> Sought:
        """The two."""
        return Sought(answers["service"], answers["theme"] or "")


def find_services(db: Database, text: str) -> list[Pick]:
    """Services in use, by the beginnings of words."""
    rows = SERVICES.page(db, Query(text, _IN_USE), offset=0, limit=8)
    return [
        Pick(str(row[0]), str(row[1]), ", ".join(filter(None, (str(row[3]), str(row[4]))))) for row in rows
    ]


class SetLimits(FormDialog):
    """How far a buddy may be, and to how many it may be one."""

    def __init__(self, limits: BuddyLimits, parent: QWidget | None) -> None:
        super().__init__("Reach of buddies", "Set", parent)
        self.form.add("miles", "Miles", number_field(least=1, most=200), value=limits.miles, needed=True,
                      help_text="In a straight line between postcodes.")  # fmt: skip
        self.form.add("most_pairs", "Pairs at once", number_field(least=1, most=20), value=limits.most_pairs,
                      needed=True, help_text="A service that is buddy to so many is not offered.")  # fmt: skip

    def value(self, answers: Answers) -> BuddyLimits:
        """Both."""
        return BuddyLimits(answers["miles"], answers["most_pairs"])


@dataclass(frozen=True)
class Agreed:
    """From when, and what was said."""

    on: date
    note: str


class AgreePair(FormDialog):
    """Two services agreed to be buddies; `held` is the pair to change instead."""

    def __init__(
        self, service: str, buddy: str, today: date, parent: QWidget | None, *, held: Pair | None = None
    ) -> None:
        title, verb = ("Change the pair", "Save changes") if held else ("Agree a pair", "Agree this pair")
        super().__init__(title, verb, parent, intro=f"{buddy} helps {service}.")
        on = held.started_on if held else today
        self.form.add("started_on", "Agreed on", DateField(today=today), value=on, needed=True)
        self.form.add("note", "Note", LongTextField(lines=3), value=held.note if held else None)

    def value(self, answers: Answers) -> Agreed:
        """The day and the note."""
        return Agreed(answers["started_on"], answers["note"])


@dataclass(frozen=True)
class Ended:
    """When and why."""

    on: date
    reason: str


class EndPair(FormDialog):
    """The two are buddies no more."""

    def __init__(self, held: Pair, today: date, parent: QWidget | None) -> None:
        super().__init__("End the pair", "End the pair", parent, intro=f"{held.name}. {held.met_words}.")
        self.form.add("ended_on", "Ended on", DateField(today=today), value=today, needed=True)
        self.form.add("reason", "Why it ended", LongTextField(lines=2), needed=True)

    def value(self, answers: Answers) -> Ended:
        """The day and the reason."""
        return Ended(answers["ended_on"], answers["reason"])


@dataclass(frozen=True)
class Met:
    """When, how, and what was said; `remove` takes the meeting away."""

    on: date
    how: MetHow
    note: str
    remove: bool = False


class LogMeeting(FormDialog):
    """A pair met; `meeting` is the one to change instead."""

    def __init__(
        self, held: Pair, today: date, parent: QWidget | None, *, meeting: Meeting | None = None
    ) -> None:
        title, verb = ("Change a meeting", "Save changes") if meeting else ("Log a meeting", "Log it")
        super().__init__(title, verb, parent, intro=f"{held.name}.")
        add = self.form.add
        add(
            "met_on",
            "Met on",
            DateField(today=today),
            value=meeting.met_on if meeting else today,
            needed=True,
        )
        add("how", "How", words_field(MetHow), value=meeting.how if meeting else MetHow.VISIT, needed=True)
        add("note", "Note", LongTextField(lines=4), value=meeting.note if meeting else None)
        if meeting is not None:
            add("remove", "", CheckField("Remove this meeting: it did not happen"))

    def value(self, answers: Answers) -> Met:
        """The meeting."""
        return Met(answers["met_on"], answers["how"], answers["note"], bool(answers.get("remove")))
