"""People on the register, and all that is held about each."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.people_acts import PeopleActs
from desktop.pages.iwork.people_detail import PaneWays, person_detail
from desktop.pages.iwork.people_leaving_acts import LeavingActs
from desktop.pages.iwork.people_menu import people_actions
from desktop.pages.iwork.profile_acts import ProfileActs
from desktop.pages.sides.listing_side import ListingSide
from desktop.pages.sides.table_side import CURRENT
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail
from resources.database import Condition, Database, Query
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.listings import PEOPLE
from workforce.iwork.people.people import is_person, person
from workforce.iwork.people.views import note_view

_NOTHING = (
    "Nobody is on the register yet. Each person is entered once, with what they agreed to, and is spoken of by "
    "reference and initials from then on."
)
_PUT_AWAY = Condition("state", ("Closed", "To be deleted"))
_IN_PANE = ("person_name", "profile")


class PeopleSide(IWorkSide, ListingSide):
    """A row for each; the pane has what they agreed to, their profile, and why they are held."""

    tab = "People"
    page_name = "iwork"
    kept_in = "person"
    title = "People"
    listing = PEOPLE
    chips = ("stage", "coach", "consent", "state")
    usual = CURRENT
    choose = "Choose somebody to see their record. Each look is written down."
    exempt = IDENTITY

    def make_acts(self) -> None:
        """On the person chosen."""
        self._named = ""
        self.acts = PeopleActs(self._desk, self, self.current_key, now=self._now)
        self.acts.added.connect(self.show_added)
        self.leaving = LeavingActs(self._desk, self.office, self, self.current_key, now=self._now)
        self.profile = ProfileActs(
            self._desk, self.office, self, self.current_key, now=self._now, ready=self.is_one
        )

    def listed(self) -> list[Action]:
        """What can be done with people."""
        return people_actions(self)

    def nothing(self) -> tuple[str, Action]:
        """It begins with the first person."""
        return _NOTHING, Action("person_first", "Add a person", self.acts.add)

    def open_row(self) -> None:
        """Change what is kept."""
        self.acts.edit()

    # What is shown

    @property
    def vault(self) -> Database:
        """The register’s file."""
        return self._desk.db

    def has(self, key: str) -> bool:
        """Whether it is a person."""
        return is_person(self._desk.db, key)

    def is_put_away(self, key: str) -> bool:
        """Whether they are closed, or about to be deleted."""
        return not person(self._desk.db, key).is_current

    def show_row(self, key: str) -> None:
        """Put the cursor on somebody, also on one who is usually left out."""
        if self.is_put_away(key):
            self.pane.show_query(Query(conditions=(_PUT_AWAY,)))
        self.pane.show_row(key)

    def detail_of(self, key: str) -> Detail:
        """Their record. Showing it is a look at it."""
        self.looked(key, "Record")
        if key != self._named:
            self._named = ""
        ways = PaneWays(self.profile.open_meeting, partial(self.turn_to.emit, "Placements"))
        return person_detail(
            self._desk.db, key, self._in_pane_now(), ways, today=self._today(), named=self.is_named
        )

    def _in_pane_now(self) -> list[Action]:
        shown = self.in_pane(*_IN_PANE)
        return [replace(one, label=one.label_now()) if one.label_now else one for one in shown]

    # The name

    @property
    def is_named(self) -> bool:
        """Whether the name of whoever is chosen is shown. It goes when another is chosen."""
        return bool(self._named) and self._named == self.key

    @Slot()
    def show_or_hide_name(self) -> None:
        """Who it is, for as long as they are chosen; asking is written down before it is answered."""
        if self.is_named:
            self._named = ""
        else:
            note_view(self._desk.db, self.key, "Name and address", now=self._now())
            self._named = self.key
        self._draw()
        self._tell()

    def hideEvent(self, event: object) -> None:
        """Qt's; turned away from, the side forgets whose name was asked for."""
        self._named = ""
        super().hideEvent(event)  # type: ignore[arg-type]
