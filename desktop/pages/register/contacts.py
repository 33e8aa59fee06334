"""Contacts: people at providers, whether they may be invited and why not, and where they work."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.register.chosen import Chosen
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
from desktop.widgets.tables.table_clipboard import copy_all
from desktop.widgets.tables.table_pane import TablePane
from engagement.register.contacts import Contact, contact
from engagement.register.listings import CONTACTS
from engagement.register.services import services_of
from engagement.register.vocabulary import ConsentBasis

_CHIPS = ("role", "consent", "district", "state")


class ContactsPage(Page):
    """A row for each person; the pane says first whether they may be invited."""

    covered_because = "contacts are people, whose names, numbers and addresses are not published"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self._desk = desk
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
        self.chosen = Chosen(self.pane.table, partial(contact, desk.db), read_only=desk.opened.read_only)
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
            write=self.chosen.may_write(),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)
        self.pane.table.selection_moved.connect(self.state_changed)
        self.pane.counted.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        """Adding is always there; the rest needs a row."""
        chosen, acts = self.chosen, self.acts
        write, one = chosen.may_write, chosen.may_change
        return [
            Action("add", "Add contact", acts.add, "Ctrl+N", primary=True, icon="add", enabled=write),
            Action("edit", "Edit", acts.edit, "F2", icon="edit", enabled=one),
            Action("archive", "Archive", acts.archive, "Ctrl+Del", icon="archive", enabled=chosen.may_archive),
            Action("move", "Move to another provider", acts.move, icon="providers", enabled=one),
            Action("withdraw", "Asked not to be contacted", acts.withdraw, icon="mail", enabled=self._may_withdraw),
            Action("restore_row", "Restore", acts.restore, icon="restore", enabled=chosen.may_restore, toolbar=False),
            Action("row_history", "History of this row", self._history, "Ctrl+H", icon="history",
                   enabled=chosen.is_one, toolbar=False),
            Action("duplicates", "Find duplicates", self._finder.find, "Ctrl+D", icon="merge", enabled=write),
            Action("save", "Save table…", self._save, "Ctrl+S", icon="export"),
            Action("copy_table", "Copy table", partial(copy_all, self.pane.table, self.pane.table.cells),
                   "Ctrl+Shift+C", icon="copy", toolbar=False),
        ]  # fmt: skip

    def _may_withdraw(self) -> bool:
        held = self.chosen.held
        return self.chosen.may_change() and held is not None and held.consent is not ConsentBasis.WITHDRAWN

    def _key(self) -> str:
        return self.chosen.key

    # What the window asks

    def reload(self) -> None:
        """The rows and the pane as they are now."""
        self.pane.reload()
        self._hold()
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
    def _follow(self, _key: str) -> None:
        self._hold()
        self._settling.ask()

    def _hold(self) -> None:
        self.chosen.hold()
        self.state_changed.emit()

    def _draw(self) -> None:
        held = self.chosen.held
        if held is None:
            self.detail.clear()
        else:
            show = self._service_to_show(held)
            self.detail.show_detail(contact_detail(self._desk.db, held.id, show, self._doing))

    def _service_to_show(self, held: Contact) -> str:
        """The row of the providers' page that stands for this person's provider."""
        if held.service_id:
            return held.service_id
        run = services_of(self._desk.db, held.provider_id, archived=True)
        return run[0].id if run else ""

    # What is done

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self.chosen.may_change():
            self.acts.edit()

    def _history(self) -> None:
        self.acts.show_history("contact", self.chosen.key)

    def _save(self) -> None:
        table = shown_table("Contacts", self.pane.model, self.pane.bar)
        ask_and_save(table, self._desk.messages, self, db=self._desk.db)
