"""Inviting a list of services: to which event, who is asked, and first who cannot be asked and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.shell.frame.message_views import Banner
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events
from engagement.forums.events import Event, events_to_come
from engagement.forums.people import participants
from engagement.forums.people.audience_rule import Selected, Selection
from engagement.forums.reach.inviting import selection_of
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database
from resources.problem import Problem
from resources.tables import Column, ColumnKind
from resources.wording import count_of, date_words, in_london

_ASKED = (
    Column("contact", "Name", width=160),
    Column("service", "Service", width=220),
    Column("reasons", "Why", width=240),
    Column("provider", "Provider", width=200),
    Column("role", "Role", width=150),
    Column("now", "Invited before", ColumnKind.STATUS, width=140),
)
_LEFT_OUT = (
    Column("service", "Service", width=240),
    Column("provider", "Provider", width=220),
    Column("reason", "Why not", width=420),
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
        self._selection = Selection((), ())
        self._known: dict[str, ParticipantStatus] = {}
        coming = events_to_come(db, now)
        self.to_event = ChoiceField([(one.id, f"{one.title}, {date_words(one.day)}") for one in coming])
        self.banner = Banner()
        self.sentence = label("", "section", wrap=True)
        self.asked = self._table(_ASKED, "asked", "People asked", "Nobody can be asked for these services.")
        self.left_out = self._table(
            _LEFT_OUT, "left_out", "Cannot be asked", "Somebody is asked for each of them."
        )
        self.tabs = QTabWidget()
        self._invite = button("Invite", "primary")
        self._lay_out(title)
        self.to_event.changed.connect(self.refresh)
        self._invite.clicked.connect(self.invite)
        if coming:
            later = [
                one for one in coming if one.day > in_london(now).date()
            ]  # today's is too soon to ask people to
            usual = (later or coming)[0].id
            self.to_event.show_answer(event_id if event_id in [one.id for one in coming] else usual)
        self.refresh()

    def _table(self, columns: tuple[Column, ...], name: str, title: str, empty: str) -> TablePane:
        return TablePane(RowsModel(columns), name=f"reach_{name}", title=title, empty=EmptyPage(empty))

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
        self.tabs.addTab(self.asked, "Asked")
        self.tabs.addTab(self.left_out, "Cannot be asked")
        self.tabs.setAccessibleName("People asked, and services for which nobody can be asked")
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
            self._selection, self._known = Selection((), ()), {}
            self.sentence.setText("There is no event to invite them to yet. Plan one, then choose it here.")
        else:
            self._selection = selection_of(self._db, self._reasons, event.day)
            self._known = {one.contact_id: one.status for one in participants.of_event(self._db, event.id)}
            self.sentence.setText(self._numbers())
        people, left = self._selection.people, self._selection.left_out
        self._set_rows(self.asked, [self._row(one) for one in people])
        self._set_rows(self.left_out, [(one.service, one.provider, one.reason) for one in left])
        self.tabs.setTabText(0, f"Asked {len(people):,}")
        self.tabs.setTabText(1, f"Cannot be asked {len(left):,}")
        new = len(self._new())
        self._invite.setText(f"Invite {count_of(new, 'person', 'people')}")
        self._invite.setAccessibleName(self._invite.text())
        self._invite.setEnabled(bool(new))

    def _numbers(self) -> str:
        old = len(self._selection.people) - len(self._new())
        people = count_of(len(self._selection.people), "person", "people")
        said = f"{people} for {count_of(len(self._reasons), 'service')}"
        said += f"; {old:,} of them on the list already" if old else ""
        left = len(self._selection.left_out)
        return said + (f"; for {count_of(left, 'service')} nobody can be asked." if left else ".")

    def _set_rows(self, pane: TablePane, rows: list[tuple]) -> None:
        assert isinstance(pane.model, RowsModel)
        pane.model.set_rows(rows)

    def _row(self, one: Selected) -> tuple[str, ...]:
        known = self._known.get(one.contact_id)
        return (
            one.contact, one.service, "; ".join(one.reasons), one.provider, one.role.label,
            known.label if known else "",
        )  # fmt: skip

    def _new(self) -> list[Selected]:
        settled = {key for key, status in self._known.items() if status is not ParticipantStatus.CANCELLED}
        return [one for one in self._selection.people if one.contact_id not in settled]

    @Slot()
    def invite(self) -> None:
        """Invite those who are not on the list yet."""
        event = self.chosen
        if event is None or self._then is None or not self._invite.isEnabled():
            return
        self.banner.hide()
        try:
            self._then(InviteThem(event, self._selection.people))
        except Problem as problem:
            self.banner.say(problem)
            return
        self.accept()

    @Slot()
    def _plan(self) -> None:
        self.reject()
        self._plan_one()
