"""What can be done on the side Ceremony, and when."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from awards.ceremony.running_order import items
from desktop.pages.awards.ceremony_guest_acts import GuestActs
from desktop.pages.awards.ceremony_invite_acts import InviteActs
from desktop.pages.awards.ceremony_lists import CITATIONS, GUESTS, NEEDS, ORDER
from desktop.pages.awards.ceremony_order_acts import CitationActs, OrderActs
from desktop.pages.awards.ceremony_papers import CeremonyPapers
from desktop.pages.awards.ceremony_when import CeremonyView, CeremonyWhen
from desktop.shell.actions import Action
from desktop.shell.page import Desk

_IN_PANE = (
    "guest_edit", "guest_photo", "guest_seat", "guest_register", "guest_remove",
    "order_edit", "order_remove", "citation_consents",
)  # fmt: skip


class CeremonyMenu(QObject):
    """The actions on each of its lists, each with whether it can be run now."""

    def __init__(
        self, desk: Desk, side: CeremonyView, view: QWidget, *, today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._side, self.when = desk, side, CeremonyWhen(desk, side)
        self.guests = GuestActs(desk, view, self.when.round, side.selected, today=today)
        self.invitations = InviteActs(desk, view, self.when.round, side.selected, now=now)
        self.order = OrderActs(desk, view, self.when.round, self.when.key)
        self.citations = CitationActs(desk, view, self.when.key, today=today)
        self.papers = CeremonyPapers(desk, view, self.when.round, self.when.rows_selected, today=today)

    def listed(self, what: str) -> list[Action]:
        """What can be done with one of the lists."""
        return {
            GUESTS: self._of_guests, ORDER: self._of_order, CITATIONS: self._of_citations, NEEDS: self._of_needs,
        }[what]()  # fmt: skip

    def _of_guests(self) -> list[Action]:
        acts, join = self.guests, self.invitations
        one, may = partial(self.when.has_one, GUESTS), partial(self.when.may, GUESTS)
        return [
            Action("guest_add", "Add a guest…", acts.add, icon="add", primary=True, enabled=may),
            Action("guest_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("guest_gather", "Gather guests…", acts.gather, icon="people", enabled=may),
            Action("guest_answer", "Note an answer…", acts.answer, icon="check", enabled=one,
                   tip="Of all guests selected"),
            Action("guest_photo", "Photographs…", acts.photos, enabled=one, tip="Of all guests selected"),
            Action("guest_seat", "Seat at a table…", acts.seat, enabled=one, tip="All guests selected"),
            Action("guest_event", "The event…", join.choose_event, icon="calendar", enabled=may, toolbar=False,
                   tip="Which event among the forums it is"),
            Action("guest_register", "Add to the register…", join.into_register, icon="contacts",
                   enabled=self.when.not_in_register, tip="Guests selected who are not in it"),
            Action("guest_register_all", "Add all to the register…", join.all_into_register,
                   enabled=self.when.any_not_in_register, tip="All guests who are not in it, with how they agreed"),
            Action("guest_invite", "Invite…", join.invite, icon="mail", enabled=may,
                   tip="All guests who can be invited, or those selected where they are several"),
            Action("guest_replies", "Take over replies…", join.take_replies, enabled=may,
                   tip="What was replied to the event becomes the guests’ answer"),
            Action("guest_event_open", "Open the event", join.open_event, toolbar=False, enabled=self.when.has_event),
            Action("guest_remove", "Remove…", acts.remove, enabled=one, toolbar=False,
                   tip="Where they were put on the list by mistake"),
        ]  # fmt: skip

    def _of_order(self) -> list[Action]:
        acts, one = self.order, partial(self.when.has_one, ORDER)
        return [
            Action("order_add", "Add a point…", acts.add, icon="add", primary=True,
                   enabled=partial(self.when.may, ORDER)),
            Action("order_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("order_up", "Move up", partial(self._move, -1), "Alt+Up", enabled=one),
            Action("order_down", "Move down", partial(self._move, 1), "Alt+Down", enabled=one),
            Action("order_remove", "Remove", acts.remove, enabled=one),
            Action("order_script", "Running order and citations…", self.papers.ask_script, icon="word",
                   enabled=partial(self.when.shows, ORDER), tip="For those who present, marked as exempt"),
        ]  # fmt: skip

    def _of_citations(self) -> list[Action]:
        acts, one, asks = (
            self.citations,
            partial(self.when.has_one, CITATIONS),
            partial(self.when.asks, CITATIONS),
        )
        return [
            Action("citation_write", "Write the citation…", acts.write, icon="edit", primary=True, enabled=one),
            Action("citation_consents", "What they agreed to…", acts.consents, icon="check", enabled=one),
            Action("citation_certificates", "Certificates…", self.papers.ask_certificates, icon="word", enabled=asks),
            Action("citation_letters", "Letters…", self.papers.ask_letters, icon="mail",
                   enabled=partial(self.when.may, CITATIONS), tip="To nominators and managers, once it is announced"),
        ]  # fmt: skip

    def _of_needs(self) -> list[Action]:
        papers = self.papers
        return [
            Action("needs_save", "Guest list and counts…", papers.ask_lists, icon="export", primary=True,
                   enabled=partial(self.when.shows, NEEDS), tip="For the room and the kitchen, a sheet each"),
            Action("guest_badges", "Name badges…", papers.ask_badges, icon="word", enabled=self.when.has_guests,
                   tip="Of everybody who comes, or of the guests selected in their list"),
            Action("guest_cards", "Table cards…", papers.ask_cards, icon="word", enabled=self.when.has_guests,
                   tip="Of everybody who comes, or of the guests selected in their list"),
        ]  # fmt: skip

    def first(self, what: str) -> Action:
        """What an empty list begins with."""
        words, begin = {
            GUESTS: ("Gather guests…", self.guests.gather),
            ORDER: ("Make a running order", self.order.make),
            CITATIONS: ("Choose finalists under “Results”", self._to_results),
            NEEDS: ("Gather guests…", self.guests.gather),
        }[what]
        return Action(f"ceremony_first_{what}", words, begin)

    def in_pane(self, what: str) -> list[Action]:
        """Those that stand beside the row chosen."""
        return [one for one in self.listed(what) if one.name in _IN_PANE and one.ready()]

    def in_row(self, what: str) -> list[Action]:
        """The others, above the list: what stands in the pane or in the page's head is not said twice."""
        return [
            one for one in self.listed(what) if one.toolbar and not one.primary and one.name not in _IN_PANE
        ]

    # What is done

    def _to_results(self) -> None:
        self._side.to_results()

    def _move(self, by: int) -> None:
        order = [one.id for one in items(self._desk.db, self.when.round().id)]
        at = order.index(self.when.key())
        if 0 <= at + by < len(order):
            self.order.move(by)

    @Slot(str)
    def open_row(self, _key: str) -> None:
        """Enter on a row changes it."""
        what = self._side.what
        if self.when.has_one(what) and what != NEEDS:
            {GUESTS: self.guests.edit, ORDER: self.order.edit, CITATIONS: self.citations.write}[what]()
