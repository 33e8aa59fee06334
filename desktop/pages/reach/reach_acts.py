"""What is done with a list of the reach page: its services invited to an event, the table taken away."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.plan_event import PlanEvent, Planned
from desktop.dialogs.reach.invite_these import InviteThem, InviteThese
from desktop.pages.table_saving import ask_and_save
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.people import invitations
from engagement.forums.reach.figures import ServiceReach
from engagement.forums.reach.tables import reason_of
from resources.files.writing import table_as_text
from resources.tables import Table
from resources.wording import count_of


class ReachActs(QObject):
    """Opens the dialogs over the page and does what they answer. `table` gives what is shown."""

    def __init__(
        self, desk: Desk, page: QWidget, table: Callable[[], Table], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._table, self._now = desk, page, table, now

    def invite(self, services: tuple[ServiceReach, ...], what: str, *, event_id: str = "") -> None:
        """Show whom an invitation of these services would ask, and invite them."""
        if not services:
            return
        InviteThese(
            self._desk.db,
            {one.id: reason_of(one) for one in services},
            f"Invite {count_of(len(services), 'service')}: {what}",
            self._page,
            now=self._now(),
            plan=partial(self._plan_first, services, what),
            event_id=event_id,
        ).ask(self._invited)

    def _invited(self, chosen: InviteThem) -> None:
        made = invitations.invite(self._desk.db, chosen.event.id, chosen.people, now=self._now())
        who = count_of(len(made.participants), "person", "people")
        self._desk.messages.done(f"Invited {who} to {chosen.event.title}")

    def _plan_first(self, services: tuple[ServiceReach, ...], what: str) -> None:
        dialog = PlanEvent(self._desk.db, self._page, now=self._now())
        dialog.form.rows["audience_next"].field.show_answer(False)
        dialog.form.show_row("audience_next", False)  # the audience is the list
        dialog.ask(partial(self._planned, services, what))

    def _planned(self, services: tuple[ServiceReach, ...], what: str, planned: Planned) -> None:
        key = events.plan_event(self._desk.db, planned.draft)
        self._desk.messages.done(f"Planned {planned.draft.title}")
        QTimer.singleShot(0, partial(self.invite, services, what, event_id=key))  # once the form has closed

    def save(self) -> None:
        """Ask where the table goes, and save it."""
        ask_and_save(self._table(), self._desk.messages, self._page, db=self._desk.db)

    def copy(self) -> None:
        """For Excel."""
        QGuiApplication.clipboard().setText(table_as_text(self._table()))
        self._desk.messages.done("Copied the table", undo=False)
