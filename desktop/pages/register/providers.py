"""The register: services with their providers, ratings and contracts; adding, changing, merging, saving."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.clock import today
from desktop.pages.register.duplicates import DuplicateFinder
from desktop.pages.register.provider_acts import ProviderActs
from desktop.pages.register.register_detail import Doing, provider_detail, service_detail
from desktop.pages.register.service_acts import ServiceActs
from desktop.pages.settling import Settling
from desktop.pages.table_saving import ask_and_save, shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.register.listings import SERVICES
from engagement.register.providers import is_provider, provider
from engagement.register.services import Service, service, services_of

_CHIPS = ("kind", "district", "rating", "contract", "state", "authority")


class ProvidersPage(Page):
    """A row for each service; the pane shows the service, or the provider that runs it."""

    def __init__(self, desk: Desk, *, explore_sample: Callable[[], object] | None = None) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self._provider_shown = ""
        self._provider_archived = False
        self._held: Service | None = (
            None  # as it was last shown: the row may be gone before the page has heard
        )
        bring_in = Action("empty_import", "Import CQC files", partial(desk.navigator.go, "imports"))
        sample = Action("empty_sample", "Explore sample data", explore_sample) if explore_sample else None
        empty = EmptyPage("The register is empty. CQC’s own files fill it in one go.", bring_in, sample)
        self.pane = TablePane(
            ListingModel(SERVICES, desk.db),
            name="providers",
            title="Providers",
            chips=_CHIPS,
            settings=desk.settings,
            empty=empty,
        )
        self.detail = DetailPane("Service", "Choose a service to see it here.")
        self.acts = ProviderActs(desk, self, self._current)
        self.services = ServiceActs(desk, self, self._current, self._keys)
        self.services.added.connect(self.pane.show_row)
        self._settling = Settling(self._draw, self)
        self._finder = DuplicateFinder(desk, self, ("service", "provider"))
        self._doing = self._what_the_pane_does()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail))
        self.pane.table.current_changed.connect(self._moved_to)
        self.pane.table.opened.connect(self._open)
        self.pane.table.selection_moved.connect(self.state_changed)
        self.pane.counted.connect(self.state_changed)

    # What can be done

    def page_actions(self) -> list[Action]:
        """Adding is always there; the rest needs a row."""
        one, some, write = self._is_one, self._is_some, self._may_write
        acts, of_services = self.acts, self.services
        return [
            Action("add", "Add provider", of_services.add_provider, "Ctrl+N", primary=True, icon="add", enabled=write),
            Action("add_service", "Add service", of_services.add_service, "Ctrl+Shift+N", icon="add", enabled=write),
            Action("edit", "Edit", of_services.edit, "F2", icon="edit", enabled=one),
            Action("archive", "Archive", of_services.archive, "Ctrl+Del", icon="archive", enabled=self._may_archive),
            Action("contract", "Contract status", acts.set_contract, "Ctrl+T", icon="reports", enabled=one),
            Action("officer", "Set officer", of_services.set_officer, "Ctrl+Shift+P", icon="people", enabled=some,
                   tip="Set the portfolio officer of every selected service"),
            Action("note", "Add note", acts.add_note, "Ctrl+M", icon="edit", enabled=one, toolbar=False),
            Action("rating", "Record rating", acts.record_rating, "Ctrl+R", icon="awards",
                   enabled=self._may_rate, toolbar=False),
            Action("contact", "Add contact", acts.add_contact, "Ctrl+Shift+A", icon="contacts", enabled=one,
                   toolbar=False),
            Action("edit_provider", "Edit its provider", self._edit_provider, "Shift+F2", icon="providers", enabled=one,
                   toolbar=False),
            Action("archive_provider", "Archive its provider", self._archive_provider, icon="archive", enabled=one,
                   toolbar=False, label_now=self._archive_provider_words),
            Action("restore_row", "Restore", of_services.restore, icon="restore", enabled=self._may_restore,
                   toolbar=False),
            Action("move", "Move to another provider", of_services.move, enabled=one, toolbar=False),
            Action("row_history", "History of this row", self._history, "Ctrl+H", icon="history",
                   enabled=self._is_chosen, toolbar=False),
            Action("import", "Import CQC files", partial(self._desk.navigator.go, "imports"), "Ctrl+I", icon="import"),
            Action("duplicates", "Find duplicates", self._finder.find, "Ctrl+D", icon="merge", enabled=self._may_write),
            Action("save", "Save table…", self._save, "Ctrl+S", icon="export"),
            Action("copy_table", "Copy table", self.pane.table.copy_all, "Ctrl+Shift+C", icon="copy", toolbar=False),
        ]  # fmt: skip

    def _what_the_pane_does(self) -> Doing:
        acts = self.acts
        return Doing(
            go=self._desk.navigator.go,
            show_service=self._go_to_service,
            show_provider=self._show_provider,
            edit_service=self.services.edit,
            restore=self.services.restore,
            set_contract=acts.set_contract,
            correct_contract=acts.correct_contract,
            record_rating=acts.record_rating,
            correct_rating=acts.correct_rating,
            add_note=self._add_note_here,
            edit_notes=acts.edit_notes,
            add_contact=acts.add_contact,
            move_service=self.services.move,
            edit_provider=acts.edit_provider,
            archive_provider=acts.archive_or_restore_provider,
            history=acts.show_history,
            write=self._may_write(),
        )

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _is_chosen(self) -> bool:
        return bool(self.pane.table.current_key)

    def _is_some(self) -> bool:
        return self._is_chosen() and self._may_write()

    def _is_one(self) -> bool:
        return self._is_some() and len(self.pane.table.selected_keys()) < 2

    def _may_archive(self) -> bool:
        return self._is_one() and self._held is not None and self._held.archived_on is None

    def _may_restore(self) -> bool:
        return self._is_one() and self._held is not None and self._held.archived_on is not None

    def _may_rate(self) -> bool:
        return self._is_one() and self._held is not None and self._held.is_rated_by_cqc

    def _keys(self) -> list[str]:
        key = self.pane.table.current_key
        return (self.pane.table.selected_keys() or [key]) if key else []

    def _current(self) -> Service:
        return service(self._desk.db, self.pane.table.current_key)

    # What the window asks

    def reload(self) -> None:
        """The rows and the pane as they are now."""
        self.pane.reload()
        if self._provider_shown and self._is_chosen():
            self._show_provider(self._provider_shown)
        else:
            self._show_service(self.pane.table.current_key)

    def status_text(self) -> str:
        """How many rows, and how many are selected when it is more than one."""
        selected = len(self.pane.table.selected_keys())
        return f"{self.pane.rows_words}, {selected} selected" if selected > 1 else self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()
        self._settling.catch_up()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()

    def show_row(self, key: str) -> None:
        """One service; or a provider, in the pane, with its first service in the table where it has one."""
        if is_provider(self._desk.db, key):
            first = services_of(self._desk.db, key)
            if first:
                self.pane.show_row(first[0].id)
            self._show_provider(key)
        else:
            self.pane.show_row(key)

    # The pane

    @Slot(str)
    def _moved_to(self, key: str) -> None:
        self._hold(key)
        self._settling.ask()

    def _show_service(self, key: str) -> None:
        self._hold(key)
        self._settling.now()

    def _hold(self, key: str) -> None:
        self._provider_shown = ""
        self._held = service(self._desk.db, key) if key else None
        run_by = provider(self._desk.db, self._held.provider_id) if self._held is not None else None
        self._provider_archived = run_by is not None and run_by.archived_on is not None
        self.state_changed.emit()

    def _show_provider(self, key: str) -> None:
        self._provider_shown = key
        self._settling.now()

    def _draw(self) -> None:
        db, key = self._desk.db, self.pane.table.current_key
        if self._provider_shown:
            self.detail.show_detail(provider_detail(db, self._provider_shown, key, today(), self._doing))
        elif self._held is not None:
            self.detail.show_detail(
                service_detail(db, self._held.id, self._state(self._held.id), today(), self._doing)
            )
        else:
            self.detail.clear()

    def _state(self, key: str) -> str:
        model = self.pane.model
        at = model.row_of(key)
        return str(model.cell(at, model.column_named("state"))) if at >= 0 else ""

    def _go_to_service(self, key: str) -> None:
        if key == self.pane.table.current_key:
            self._show_service(key)
        else:
            self.pane.show_row(key)

    def _add_note_here(self) -> None:
        if self._provider_shown:
            self.acts.add_provider_note(self._provider_shown)
        else:
            self.acts.add_note()

    # Adding and changing

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._is_one():
            self.services.edit()

    def _edit_provider(self) -> None:
        self.acts.edit_provider(self._current().provider_id)

    def _archive_provider(self) -> None:
        self.acts.archive_or_restore_provider(self._current().provider_id)

    def _archive_provider_words(self) -> str:
        return "Restore its provider" if self._provider_archived else "Archive its provider"

    def _history(self) -> None:
        self.acts.show_history("service", self.pane.table.current_key)

    def _save(self) -> None:
        table = shown_table("Services", self.pane.model, self.pane.bar)
        ask_and_save(table, self._desk.messages, self, db=self._desk.db)
