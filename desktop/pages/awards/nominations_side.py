"""Who is nominated for what, and the voices for each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Slot

from awards.exempt import EXEMPTION
from awards.listings import ENTRIES
from awards.nominations.entries import entry, is_entry
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.nominations_detail import Ways, nominee_detail
from desktop.pages.awards.nominations_menu import NominationsMenu
from desktop.pages.sides.listing_side import ListingSide
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.usual_rows import UsualListing
from resources.database import Condition, Query

_NOTHING = (
    "Nobody is nominated in this round yet. Take in the file of your form, paste an e-mail, or type in a nomination "
    "yourself."
)


class NominationsSide(AwardsSide, ListingSide):
    """A row for each nominee of the round; the pane has the voices, what they say, and the steps taken."""

    tab = "Nominations"
    page_name = "awards"
    kept_in = "award_entry"
    title = "Nominees"
    listing = ENTRIES
    chips = ("category", "status", "kind", "district")
    choose = "Choose a nominee to see who nominated them and what was said."
    exempt = EXEMPTION

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        self.chosen = chosen  # the table reads it as it is made
        super().__init__(desk, chosen, now=now)

    def make_acts(self) -> None:
        """On the nominees chosen."""
        self.menu = NominationsMenu(self._desk, self, self, now=self._now)
        self.menu.acts.added.connect(self.show_added)
        self.menu.alike.joined.connect(self.show_added)
        self.menu.files.taken.connect(self.show_added)

    def listed(self) -> list[Action]:
        """What can be done with nominations."""
        return self.menu.listed()

    def nothing(self) -> tuple[str, Action]:
        """It begins with the file of the form; typing one in stands at the top of the page."""
        return _NOTHING, Action("nomination_first", "Take in a forms file…", self.menu.files.choose)

    def open_row(self) -> None:
        """Change what is kept."""
        self.menu.acts.edit()

    def keys(self) -> list[str]:
        """The nominees selected, or the one with the cursor, that the file still has."""
        held = self.pane.table.selected_keys() or [self.key]
        return [key for key in held if key and self.has(key)]

    # Of one round

    def _of_round(self) -> Condition:
        return Condition("round_id", (self.chosen.key,))

    def _model(self) -> ListingModel:
        query = Query(order_by=self.listing.default_order)
        return UsualListing(self.listing, self._desk.db, query, usual=self._of_round())

    @Slot()
    def reload(self) -> None:
        """The nominees of the round that is shown now."""
        model, wanted = self.pane.model, self._of_round()
        assert isinstance(model, UsualListing)
        if model.usual != wanted:
            model.usual = wanted
            kept = tuple(one for one in model.query.conditions if one.column != wanted.column)
            model.set_query(replace(model.query, conditions=kept))
        super().reload()

    def show_row(self, key: str) -> None:
        """Put the cursor on a nominee, of whatever round."""
        self.chosen.choose(entry(self._desk.db, key).round_id)
        super().show_row(key)

    # What is shown

    def has(self, key: str) -> bool:
        """Whether it is a nominee."""
        return is_entry(self._desk.db, key)

    def detail_of(self, key: str) -> Detail:
        """The nominee with all voices."""
        may = self.may_change_round()
        compare = Action("pane_compare_nominees", "Compare…", self.menu.alike.compare) if may else None
        ways = Ways(self.show_added, self._go_to_place, self.menu.voices.edit if may else None, compare)
        return nominee_detail(self._desk.db, key, self.menu.in_pane() if may else (), ways)

    def _go_to_place(self, key: str) -> None:
        self._desk.navigator.go("providers", key)
