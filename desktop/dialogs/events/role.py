"""What people are at an event: the roles of its kind, the usual one first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.forums.groups import GROUPS
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventKind, ParticipantRole
from resources.wording import and_list, count_of

ROLE = "Role at the event"


def roles_field(kind: EventKind, *more: ParticipantRole) -> ChoiceField:
    """The roles at an event of the kind; `more` are others that somebody has there already."""
    roles = dict.fromkeys((*GROUPS[kind].roles, *more))
    return ChoiceField([(role, role.label) for role in roles])


class SetRole(FormDialog):
    """For one person or several."""

    def __init__(self, people: Sequence[Participant], kind: EventKind, parent: QWidget | None) -> None:
        who = and_list([f"{one.name} of {one.home}" for one in people[:3]])
        if len(people) > 3:
            who = count_of(len(people), "person", "people")
        super().__init__(ROLE, "Set the role", parent, intro=who)
        now = people[0].role if len({one.role for one in people}) == 1 else None
        self.form.add("role", ROLE, roles_field(kind), value=now, needed=True)

    def value(self, answers: Answers) -> ParticipantRole:
        """The role."""
        role: ParticipantRole = answers["role"]
        return role
