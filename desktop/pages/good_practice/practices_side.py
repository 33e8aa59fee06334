"""Practices: what providers told of that works there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.good_practice.practice_acts import PracticeActs
from desktop.pages.good_practice.practice_detail import practice_detail
from desktop.pages.good_practice.side import TableSide
from desktop.pages.settling import Settling
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.table_pane import TablePane
from desktop.widgets.tables.usual_rows import UsualListing
from engagement.good_practice.listings import PRACTICES
from engagement.good_practice.practices import Practice, is_practice, practice, practices
from engagement.good_practice.publishing import naming_people, naming_words, publication
from resources.database import Condition, Query
from resources.tables import Table

_CURRENT = Condition("state", ("Current",))


class PracticesSide(TableSide):
    """A row for each; the pane has the whole of it and whether it may be published."""

    tab = "Practices"
    public_sections = ("good_practice",)
    covered_because = "what providers did not agree to publish stays with the team"

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__(desk, today=today)
        self.acts = PracticeActs(desk, self, self._key, today=today)
        first = None if desk.opened.read_only else Action("empty_note", "Note good practice", self.acts.note)
        newest = Query(order_by="shared_on", descending=True)
        self.pane = TablePane(
            UsualListing(PRACTICES, desk.db, newest, usual=_CURRENT), name="good_practice", title="Practices",
            chips=("theme", "consent", "district", "state"), settings=desk.settings,
            empty=EmptyPage("No good practice is noted yet. What works at one provider may help another.", first),
        )  # fmt: skip
        self.detail = DetailPane("Practice", "Choose a practice to see the whole of it.")
        self._settling = Settling(self._draw, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.naming = label("", "small", wrap=True, copyable=True)
        self.naming.setContentsMargins(PANE, 0, PANE, 6)
        column.addWidget(self.naming)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(800, 370)))
        self.acts.added.connect(self._show_added)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)
        self.pane.counted.connect(self.moved)

    def actions_here(self) -> list[Action]:
        """What can be done with the chosen practice."""
        acts, one = self.acts, self._may_change
        return [
            Action("edit_practice", "Change…", acts.edit, "F2", icon="edit", enabled=one),
            Action("consent", "Consent to publish…", acts.ask_consent, "Ctrl+T", icon="check", enabled=one),
            Action("archive_practice", "Archive", acts.archive_or_restore, "Ctrl+Del", icon="archive", enabled=one,
                   label_now=self._archive_words),
            Action("practice_provider", "Open in Providers", self._go_to_provider, icon="providers",
                   enabled=self._is_one),
        ]  # fmt: skip

    # What is chosen

    def _key(self) -> str:
        return self.pane.table.current_key

    def _held(self) -> Practice | None:
        """None when an undo has taken the row away since the table was read."""
        try:
            return practice(self._desk.db, self._key()) if self._key() else None
        except LookupError:
            return None

    def _is_one(self) -> bool:
        return self.is_current and self._held() is not None

    def _may_change(self) -> bool:
        return self.may_write() and self._is_one()

    def _archive_words(self) -> str:
        held = self._held()
        return "Restore" if held is not None and held.archived_on is not None else "Archive"

    def _go_to_provider(self) -> None:
        held = self._held()
        if held is not None:
            self._desk.navigator.go("providers", held.service_id or held.provider_id)

    # What is shown

    def reload(self) -> None:
        """The rows and the pane as they are now."""
        self.pane.reload()
        self._settling.now()
        self._say_naming()

    def _say_naming(self) -> None:
        """The column says “Agreed” of them too."""
        some = naming_people(self._desk.db, practices(self._desk.db))
        self.naming.setHidden(not some)
        self.naming.setText(naming_words(some))

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._may_change():
            self.acts.edit()

    @Slot(str)
    def _show_added(self, key: str) -> None:
        self.turn_to.emit(self.tab, key)

    def _draw(self) -> None:
        held = self._held()
        if held is None:
            self.detail.clear()
        else:
            actions = [one for one in self.actions_here() if one.name in ("edit_practice", "consent")]
            self.detail.show_detail(
                practice_detail(
                    held,
                    publication(self._desk.db, held),
                    actions if self.may_write() else (),
                    self._desk.navigator.go,
                )
            )

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether it is a practice."""
        return is_practice(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """A practice, also one that is archived."""
        held = practice(self._desk.db, key)
        if held.archived_on is not None:
            self.pane.show_query(Query(conditions=(Condition("state", ("Archived",)),)))
        self.pane.show_row(key)

    def table(self) -> Table:
        """The rows shown."""
        return shown_table("Good practice", self.pane.model, self.pane.bar)

    def row_for_history(self) -> tuple[str, str]:
        """The practice."""
        return "good_practice", self._key()
