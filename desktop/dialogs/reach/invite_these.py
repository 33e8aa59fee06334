"""Inviting a list of services: to which event, who is asked, and first who cannot be asked and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.events.invitees import Invitees, known_at
from desktop.shell.frame.message_views import Banner
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.parts import button, hairline, label
from engagement.forums import events
from engagement.forums.events import Event, events_to_come
from engagement.forums.people.audience_rule import Selected, Selection
from engagement.forums.reach.inviting import open_first, selection_of, usual_event
from engagement.forums.vocabulary import Confidentiality
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of, date_words, in_london, lower_first

_PLAN = "There is no event to invite them to yet. Plan one, then choose it here."
_CHOOSE = "Choose to which event they are invited."


def _words(event: Event) -> str:
    closed = event.openness is not Confidentiality.OPEN
    return f"{event.title}, {date_words(event.day)}" + (
        f" ({lower_first(event.openness.label)})" if closed else ""
    )


@dataclass(frozen=True)
class InviteThem:
    """To which event, and whom."""

    event: Event
    people: tuple[Selected, ...]


class InviteThese(QDialog):
    """Gives what was chosen through `ask`. `plan` is called when an event is to be planned first; the dialog closes."""

    def __init__(
        self,
        db: Database,
        reasons: Mapping[str, str],
        title: str,
        parent: QWidget | None,
        *,
        now: datetime,
        plan: Callable[[], object],
        event_id: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._db, self._reasons, self._plan_one = db, reasons, plan
        self._then: Callable[[InviteThem], object] | None = None
        coming = open_first(events_to_come(db, now))
        self.to_event = ChoiceField([(one.id, _words(one)) for one in coming])
        self.banner = Banner()
        self.sentence = label("", "section", wrap=True)
        self.tabs = Invitees(
            "reach", left_out_words="Cannot be asked", nobody_asked="Nobody can be asked for these services.",
            nobody_left_out="Somebody is asked for each of them.",
        )  # fmt: skip
        self.tabs.setAccessibleName("People asked, and services for which nobody can be asked")
        self._invite = button("Invite", "primary")
        self._lay_out(title)
        self.to_event.changed.connect(self.refresh)
        self._invite.clicked.connect(self.invite)
        usual = usual_event(coming, in_london(now).date())
        self._nothing = _CHOOSE if coming else _PLAN
        if event_id in [one.id for one in coming]:
            self.to_event.show_answer(event_id)
        elif usual is not None:
            self.to_event.show_answer(usual.id)
        self.refresh()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(self.banner)
        words = label("To which event", "small")
        words.setBuddy(self.to_event.widget)
        self.to_event.widget.setAccessibleName("To which event")
        row = QHBoxLayout()
        row.addWidget(self.to_event.widget, 1)
        plan = button("Plan another event…")
        plan.clicked.connect(self._plan)
        row.addWidget(plan)
        column.addWidget(words)
        column.addLayout(row)
        column.addWidget(self.sentence)
        column.addWidget(self.tabs, 1)
        column.addWidget(hairline())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self._invite)
        column.addLayout(buttons)

    def ask(self, then: Callable[[InviteThem], object]) -> None:
        """Open over the window."""
        self._then = then
        room = self.screen().availableGeometry()
        self.resize(min(1080, room.width() - 40), min(640, room.height() - 40))
        self.open()
        self.to_event.target.setFocus()

    @property
    def chosen(self) -> Event | None:
        """The event to which they are invited."""
        try:
            key = self.to_event.answer()
        except Problem:
            return None
        return events.get(self._db, key) if key else None

    @Slot()
    def refresh(self) -> None:
        """Show whom an invitation to this event would ask."""
        event = self.chosen
        if event is None:
            self.tabs.show_selection(Selection((), ()), {})
            self.sentence.setText(self._nothing)
        else:
            selection = selection_of(self._db, self._reasons, event.day)
            self.tabs.show_selection(selection, known_at(self._db, event.id))
            self.sentence.setText(self._numbers())
        new = len(self.tabs.new)
        self._invite.setText(f"Invite {count_of(new, 'person', 'people')}")
        self._invite.setAccessibleName(self._invite.text())
        self._invite.setEnabled(bool(new))

    def _numbers(self) -> str:
        selection = self.tabs.selection
        old = len(selection.people) - len(self.tabs.new)
        people = count_of(len(selection.people), "person", "people")
        said = f"{people} for {count_of(len(self._reasons), 'service')}"
        said += f"; {old:,} of them on the list already" if old else ""
        left = len(selection.left_out)
        return said + (f"; for {count_of(left, 'service')} nobody can be asked." if left else ".")

    @Slot()
    def invite(self) -> None:
        """Invite those who are not on the list yet."""
        event = self.chosen
        if event is None or self._then is None or not self._invite.isEnabled():
            return
        self.banner.hide()
        try:
            self._then(InviteThem(event, self.tabs.selection.people))
        except Problem as problem:
            self.banner.say(problem)
            return
        self.accept()

    @Slot()
    def _plan(self) -> None:
        self.reject()
        self._plan_one()
