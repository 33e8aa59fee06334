"""What somebody answered, with a note, and whether a place is given beyond those there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, ChoiceField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.people.invitations import REPLIES
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantStatus
from resources.wording import and_list, count_of


@dataclass(frozen=True)
class Reply:
    """An answer as it is to be kept."""

    reply: ParticipantStatus
    note: str = ""
    beyond_capacity: bool = False


class RecordReply(FormDialog):
    """For one person or several."""

    def __init__(self, people: Sequence[Participant], parent: QWidget | None, *, full: bool) -> None:
        who = and_list([f"{one.name} of {one.home}" for one in people[:3]])
        if len(people) > 3:
            who = count_of(len(people), "person", "people")
        super().__init__("Record a reply", "Record", parent, intro=who)
        now = people[0].reply if len(people) == 1 and people[0].reply in REPLIES else None
        replies = [(one, one.label) for one in REPLIES]
        self.form.add("reply", "Reply", ChoiceField(replies), value=now, needed=True)
        self.form.add("note", "Note", LongTextField(lines=3), help_text="Added to what is noted already.")
        if full:
            words = "Give a place though all are taken"
            help_text = "Otherwise whoever accepts goes to the waiting list."
            self.form.add("beyond", "", CheckField(words), help_text=help_text)

    def value(self, answers: Answers) -> Reply:
        """The reply."""
        return Reply(answers["reply"], answers["note"], bool(answers.get("beyond")))
