"""Which event is the ceremony, and how guests come into the register."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from awards.ceremony.guests import Guest
from desktop.ceremony_invitations import GUESTS_GROUP, NewContacts
from desktop.dialogs.choices import provider_field
from desktop.widgets.forms.fields import ChoiceField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.events import Event
from engagement.register.vocabulary import ConsentBasis
from resources.database import Database
from resources.wording import and_list, count_of, date_short, shortened

PLAN = "plan"
"""Answered where a new event is to be planned."""
_NAMED = 5


class ChooseCeremony(FormDialog):
    """One of the award ceremonies among the forums, a new one, or none. `taken` are other rounds' by event, named."""

    def __init__(
        self, found: Sequence[Event], parent: QWidget | None, *, chosen: str = "",
        taken: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        intro = "Guests are invited to it, and its replies become their answers."
        super().__init__("The ceremony among the forums", "Choose", parent, intro=intro)
        options = [
            (PLAN, "Plan a new one"),
            *((one.id, _event_words(one, (taken or {}).get(one.id, ""))) for one in found),
        ]
        if chosen:
            options.append(("", "None"))
        self.form.add("event", "Event", ChoiceField(options), value=chosen or PLAN)

    def value(self, answers: Answers) -> str:
        """The event's key, PLAN, or '' for none."""
        return str(answers["event"] or "")


def _event_words(one: Event, taken_by: str) -> str:
    told = f"{shortened(one.title, 40)}, {date_short(one.day)}"
    return f"{told} (of {shortened(taken_by, 30)})" if taken_by else told


class AskContacts(FormDialog):
    """How guests who are not in the register agreed to be written to, and where they belong."""

    def __init__(self, db: Database, some: Sequence[Guest], today: date, parent: QWidget | None) -> None:
        names = [one.name for one in some[:_NAMED]]
        more = [f"{len(some) - len(names):,} more"] if len(some) > len(names) else []
        intro = (
            f"{and_list([*names, *more])} {'is' if len(some) == 1 else 'are'} not in the register yet. Only who agreed "
            "to be written to is invited through the forums; ask first where you do not know."
        )
        title = f"Add {count_of(len(some), 'guest')} to the register"
        super().__init__(title, "Add to the register", parent, intro=intro, width=560)
        self._keys = tuple(one.id for one in some)
        agreed = [(one, one.label) for one in ConsentBasis if one.allows_contact]
        self.form.add("consent", "How they agreed", ChoiceField(agreed), needed=True)
        self.form.add("consent_on", "Agreed on", DateField(today=today), value=today, needed=True)
        self.form.add("provider_id", "Provider", provider_field(db),
                      help_text=f"Left empty, they belong to the group “{GUESTS_GROUP}”.")  # fmt: skip

    def value(self, answers: Answers) -> NewContacts:
        """What is to be kept."""
        return NewContacts(
            self._keys, answers["consent"], answers["consent_on"], answers["provider_id"] or ""
        )
