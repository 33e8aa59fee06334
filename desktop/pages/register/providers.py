"""The register: services with their providers, ratings and contracts; adding, changing, merging, saving."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.locking.open_vault import OpenVault
from desktop.pages.register.chosen import Chosen
from desktop.pages.register.duplicates import DuplicateFinder
from desktop.pages.register.one_page_acts import OnePageActs
from desktop.pages.register.provider_acts import ProviderActs
from desktop.pages.register.service_acts import ServiceActs
from desktop.pages.register.service_pane import ServicePane
from desktop.pages.register.standing_acts import StandingActs
from desktop.pages.table_saving import ask_and_save, shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_clipboard import copy_all
from desktop.widgets.tables.table_pane import TablePane
from engagement.register.listings import SERVICES
from engagement.register.providers import is_archived, is_provider
from engagement.register.services import Service, service, services_of

_CHIPS = ("kind", "district", "rating", "contract", "state", "authority")


class ProvidersPage(Page):
    """A row for each service; the pane shows the service, or the provider that runs it."""

    public_sections = ("suspensions",)
    covered_because = (
        "contracts, notes and people are not for publication, and a name beside them would tell of them"
    )

    def __init__(
        self,
        desk: Desk,
        *,
        explore_sample: Callable[[], object] | None = None,
        vault: OpenVault | None = None,
    ) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        bring_in = Action("empty_import", "Import CQC files", partial(desk.navigator.go, "imports"))
        sample = Action("empty_sample", "Explore sample data", explore_sample) if explore_sample else None
        self.pane = TablePane(
            ListingModel(SERVICES, desk.db),
            name="providers",
            title="Providers",
            chips=_CHIPS,
            settings=desk.settings,
            empty=EmptyPage("The register is empty. CQC’s own files fill it in one go.", bring_in, sample),
        )
        self.chosen = Chosen(self.pane.table, partial(service, desk.db), read_only=desk.opened.read_only)
        self.services = ServiceActs(desk, self, self.chosen.now, self.chosen.keys)
        self.standing = StandingActs(desk, self, self.chosen.now)
        self.acts = ProviderActs(desk, self, self.chosen.now)
        self.detail = ServicePane(desk, self.pane, self.chosen, (self.services, self.standing, self.acts))
        self._finder = DuplicateFinder(desk, self, ("service", "provider"))
        self.page_of = OnePageActs(desk, self, self._held, vault if vault is not None else OpenVault())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail))
        self.services.added.connect(self.show_row)
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)
        self.pane.table.selection_moved.connect(self.state_changed)
        self.pane.counted.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        """Adding is always there; the rest needs a row."""
        chosen, services, standing, acts = self.chosen, self.services, self.standing, self.acts
        write, one, some = chosen.may_write, chosen.may_change, chosen.may_change_all
        return [
            Action("add", "Add provider", services.add_provider, "Ctrl+N", primary=True, icon="add", enabled=write),
            Action("add_service", "Add service", services.add_service, "Ctrl+Shift+N", icon="add", enabled=write),
            Action("edit", "Edit", services.edit, "F2", icon="edit", enabled=one),
            Action("archive", "Archive", services.archive, "Ctrl+Del", icon="archive", enabled=chosen.may_archive),
            Action("contract", "Contract status", standing.set_contract, "Ctrl+T", icon="reports", enabled=one),
            Action("officer", "Set officer", services.set_officer, "Ctrl+Shift+P", icon="people", enabled=some,
                   tip="Set the portfolio officer of every selected service"),
            Action("note", "Add note", acts.add_note, "Ctrl+M", icon="edit", enabled=one, toolbar=False),
            Action("rating", "Record rating", standing.record_rating, "Ctrl+R", icon="awards",
                   enabled=self._may_rate, toolbar=False),
            Action("contact", "Add contact", acts.add_contact, "Ctrl+Shift+A", icon="contacts", enabled=one,
                   toolbar=False),
            Action("edit_provider", "Edit its provider", acts.edit_provider, "Shift+F2", icon="providers", enabled=one,
                   toolbar=False),
            Action("archive_provider", "Archive its provider", acts.archive_or_restore_provider, icon="archive",
                   enabled=one, toolbar=False, label_now=self._archive_provider_words),
            Action("restore_row", "Restore", services.restore, icon="restore", enabled=chosen.may_restore,
                   toolbar=False),
            Action("move", "Move to another provider", services.move, enabled=one, toolbar=False),
            Action("one_page", "One-page summary…", self.page_of.ask, icon="word", enabled=chosen.is_one,
                   toolbar=False, tip="Before a visit: what is held, on one page"),
            Action("row_history", "History of this row", self._history, "Ctrl+H", icon="history",
                   enabled=chosen.is_one, toolbar=False),
            Action("import", "Import CQC files", partial(self._desk.navigator.go, "imports"), "Ctrl+I", icon="import"),
            Action("duplicates", "Find duplicates", self._finder.find, "Ctrl+D", icon="merge", enabled=write),
            Action("save", "Save table…", self._save, "Ctrl+S", icon="export"),
            Action("copy_table", "Copy table", partial(copy_all, self.pane.table, self.pane.table.cells),
                   "Ctrl+Shift+C", icon="copy", toolbar=False),
        ]  # fmt: skip

    def _held(self) -> Service | None:
        return self.chosen.now() if self.chosen.is_one() else None

    def _may_rate(self) -> bool:
        held = self.chosen.held
        return self.chosen.may_change() and held is not None and held.is_rated_by_cqc

    def _archive_provider_words(self) -> str:
        held = self.chosen.held
        archived = held is not None and is_archived(self._desk.db, held.provider_id)
        return "Restore its provider" if archived else "Archive its provider"

    def _history(self) -> None:
        self.acts.show_history("service", self.chosen.key)

    def _save(self) -> None:
        table = shown_table("Services", self.pane.model, self.pane.bar)
        ask_and_save(table, self._desk.messages, self, db=self._desk.db)

    # What the window asks

    def reload(self) -> None:
        """The rows and the pane as they are now."""
        self.pane.reload()
        self.chosen.hold()
        self.state_changed.emit()
        self.detail.show_again()

    def status_text(self) -> str:
        """How many rows, and how many are selected when it is more than one."""
        selected = len(self.pane.table.selected_keys())
        return f"{self.pane.rows_words}, {selected} selected" if selected > 1 else self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()
        self.detail.settling.catch_up()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()

    @Slot(str)
    def show_row(self, key: str) -> None:
        """One service; or a provider, in the pane, with its first service in the table where it has one."""
        if is_provider(self._desk.db, key):
            first = services_of(self._desk.db, key)
            if first:
                self.pane.show_row(first[0].id)
            self.detail.show_provider(key)
        else:
            self.pane.show_row(key)

    # What the table tells

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self.chosen.hold()
        self.state_changed.emit()
        self.detail.follow()

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self.chosen.may_change():
            self.services.edit()
