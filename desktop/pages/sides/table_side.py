"""What sides that are a table have in common: the row chosen, and what the page asks of it."""

from collections.abc import Sequence

from desktop.pages.sides.sides_page import PageSide
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.widgets.tables.table_pane import TablePane
from resources.database import Condition, Query
from resources.database.listing import Listing
from resources.report.exemption import Exemption
from resources.tables import Table

CURRENT = Condition("state", ("Current",))


class TableSide(PageSide):
    """`page_name` is the page it stands on, `kept_in` the table whose rows it lists.

    `usual` is what it leaves out unless the filter asks for it. A subclass makes `pane`, and says what can be done
    with a row.
    """

    page_name = "training"
    kept_in = ""
    title = ""
    listing: Listing
    chips: Sequence[str] = ()
    usual: Condition | None = None
    latest_first = False
    choose = "Choose a row to see it here."
    exempt: Exemption | None = None

    pane: TablePane

    # The row chosen

    @property
    def key(self) -> str:
        """The key of the row with the cursor."""
        return self.pane.table.current_key

    def current_key(self) -> str:
        """The same, for the acts."""
        return self.key

    def is_one(self) -> bool:
        """Whether a row is chosen that the file still has."""
        return self.is_current and bool(self.key) and self.has(self.key)

    def may_change(self) -> bool:
        """Whether the row chosen can be changed."""
        return self.may_write() and self.is_one()

    def in_pane(self, *names: str) -> list[Action]:
        """Those of the actions that can be run now, for beside the row chosen."""
        return [one for one in self.listed() if one.name in names and one.ready()]

    # What a subclass says

    def listed(self) -> list[Action]:
        """What can be done; those with `toolbar` stand above the table too."""
        raise LookupError(self.tab)

    def is_put_away(self, key: str) -> bool:
        """Whether a row is archived."""
        return False

    # What the page asks

    def actions_here(self) -> list[Action]:
        """All that can be done here."""
        return self.listed()

    def show_row(self, key: str) -> None:
        """Put the cursor on a row, also one that is usually left out."""
        if self.usual is not None and self.is_put_away(key):
            self.pane.show_query(Query(conditions=(Condition("state", ("Archived",)),)))
        self.pane.show_row(key)

    def table(self) -> Table:
        """The rows shown."""
        made = shown_table(self.title, self.pane.model, self.pane.bar)
        return Table(made.title, made.columns, made.rows, base=made.base, exempt=self.exempt)

    def row_for_history(self) -> tuple[str, str]:
        """The row chosen."""
        return self.kept_in, self.key

    def status_text(self) -> str:
        """How many rows."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()
