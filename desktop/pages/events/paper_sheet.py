"""Ticking who signed the paper sheet, in the sheet's order: one change."""

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField
from desktop.widgets.tick_sheet import TickLine, TickSheet
from engagement.forums import events
from engagement.forums.at_the_door.sign_in_sheet import people_to_sign
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import EventState
from resources.database import Database


@dataclass(frozen=True)
class Ticked:
    """Who signed, and whether the event is to be closed next."""

    people: tuple[str, ...]
    close: bool


class PaperSheet(TickSheet):
    """Gives who was ticked through `ask`; who was checked in at the door is ticked already and stays so."""

    def __init__(self, db: Database, event_id: str, parent: QWidget | None) -> None:
        event = events.get(db, event_id)
        self.unanswered = CheckField("The sheet also has people who had not answered")
        self.close_next = CheckField("Close the event next: who has a place and did not come is a no-show")
        self.close_next.box.setVisible(event.state is EventState.PLANNED)
        super().__init__(
            parent, title=f"Paper sheet of {event.title}", question=f"Who signed the sheet of {event.title}?",
            said="Type a number of the sheet or letters of a name to jump. Space ticks and goes on to the next line.",
            verb="Save the ticks", boxes=(self.unanswered.box, self.close_next.box),
        )  # fmt: skip
        self._db, self._event_id = db, event_id
        self.unanswered.changed.connect(self._fill)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        ticked = set(self.ticked())
        people = people_to_sign(self._db, self._event_id, unanswered=self.unanswered.answer())
        self.show_lines([_line(number, one, one.id in ticked) for number, one in enumerate(people, 1)])

    def value(self) -> Ticked:
        """The ticks, and what comes next."""
        return Ticked(tuple(self.ticked()), self.close_next.answer())


def _line(number: int, one: Participant, ticked: bool) -> TickLine:
    here = one.status.came
    words = f"{number:>3}   {one.name}, {one.home}" + (" (checked in at the door)" if here else "")
    return TickLine(one.id, words, f"{one.name} {one.home}", ticked, fixed=here)
