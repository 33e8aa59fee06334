"""Contacts: people at providers, whether they may be invited and why not, and where they work."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.register.contact_acts import ContactActs
from desktop.pages.register.duplicates import DuplicateFinder
from desktop.pages.register.register_detail import DoingWithContact, contact_detail
from desktop.pages.settling import Settling
from desktop.pages.table_saving import ask_and_save, shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.register.contacts import Contact, contact
from engagement.register.listings import CONTACTS
from engagement.register.services import services_of
from engagement.register.vocabulary import ConsentBasis

_CHIPS = ("role", "consent", "district", "state")


class ContactsPage(Page):
    """A row for each person; the pane says first whether they may be invited."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self._held: Contact | None = (
            None  # as it was last shown: the row may be gone before the page has heard
        )
        self.acts = ContactActs(desk, self, self._key)
        empty = EmptyPage(
            "No contacts are held yet. Whom the team writes to at a provider is kept here.",
            Action("empty_contact", "Add contact", self.acts.add),
        )
        self.pane = TablePane(
            ListingModel(CONTACTS, desk.db),
            name="contacts",
            title="Contacts",
            chips=_CHIPS,
            settings=desk.settings,
            empty=empty,
        )
        self.detail = DetailPane("Contact", "Choose a contact to see who it is.")
        self.acts.added.connect(self.pane.show_row)
        self._settling = Settling(self._draw, self)
        self._finder = DuplicateFinder(desk, self, ("contact",))
        self._doing = DoingWithContact(
            go=desk.navigator.go,
            edit=self.acts.edit,
            restore=self.acts.restore,
            move=self.acts.move,
            withdraw=self.acts.withdraw,
            history=self.acts.show_history,
            write=self._may_write(),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail))
        self.pane.table.current_changed.connect(self._moved_to)
        self.pane.table.opened.connect(self._open)
        self.pane.table.selection_moved.connect(self.state_changed)
        self.pane.counted.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        """Adding is always there; the rest needs a row."""
        one, acts = self._is_one, self.acts
        return [
            Action("add", "Add contact", acts.add, "Ctrl+N", primary=True, icon="add", enabled=self._may_write),
            Action("edit", "Edit", acts.edit, "F2", icon="edit", enabled=one),
            Action("archive", "Archive", acts.archive, "Ctrl+Del", icon="archive", enabled=self._may_archive),
            Action("move", "Move to another provider", acts.move, icon="providers", enabled=one),
            Action("withdraw", "Asked not to be contacted", acts.withdraw, icon="mail", enabled=self._may_withdraw),
            Action("restore_row", "Restore", acts.restore, icon="restore", enabled=self._may_restore, toolbar=False),
            Action("row_history", "History of this row", self._history, "Ctrl+H", icon="history",
                   enabled=self._is_chosen, toolbar=False),
            Action("duplicates", "Find duplicates", self._finder.find, "Ctrl+D", icon="merge", enabled=self._may_write),
            Action("save", "Save table…", self._save, "Ctrl+S", icon="export"),
            Action("copy_table", "Copy table", self.pane.table.copy_all, "Ctrl+Shift+C", icon="copy", toolbar=False),
        ]  # fmt: skip

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _is_chosen(self) -> bool:
        return bool(self.pane.table.current_key)

    def _is_one(self) -> bool:
        return self._is_chosen() and self._may_write() and len(self.pane.table.selected_keys()) < 2

    def _may_archive(self) -> bool:
        return self._is_one() and self._held is not None and self._held.archived_on is None

    def _may_restore(self) -> bool:
        return self._is_one() and self._held is not None and self._held.archived_on is not None

    def _may_withdraw(self) -> bool:
        return self._is_one() and self._held is not None and self._held.consent is not ConsentBasis.WITHDRAWN

    def _key(self) -> str:
        return self.pane.table.current_key

    # What the window asks

    def reload(self) -> None:
        """The rows and the pane as they are now."""
        self.pane.reload()
        self._hold(self.pane.table.current_key)
        self._settling.now()

    def status_text(self) -> str:
        """How many rows."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()
        self._settling.catch_up()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()

    def show_row(self, key: str) -> None:
        """One contact."""
        self.pane.show_row(key)

    @Slot(str)
    def _moved_to(self, key: str) -> None:
        self._hold(key)
        self._settling.ask()

    def _hold(self, key: str) -> None:
        self._held = contact(self._desk.db, key) if key else None
        self.state_changed.emit()

    def _draw(self) -> None:
        if self._held is None:
            self.detail.clear()
            return
        show = self._service_to_show(self._held)
        self.detail.show_detail(contact_detail(self._desk.db, self._held.id, show, self._doing))

    def _service_to_show(self, held: Contact) -> str:
        """The row of the providers' page that stands for this person's provider."""
        if held.service_id:
            return held.service_id
        run = services_of(self._desk.db, held.provider_id, archived=True)
        return run[0].id if run else ""

    # What is done

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._is_one():
            self.acts.edit()

    def _history(self) -> None:
        self.acts.show_history("contact", self.pane.table.current_key)

    def _save(self) -> None:
        table = shown_table("Contacts", self.pane.model, self.pane.bar)
        ask_and_save(table, self._desk.messages, self, db=self._desk.db)
