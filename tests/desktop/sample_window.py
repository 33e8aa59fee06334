"""A window over the fake listing: one page as pages are built, for tests and screenshots."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.actions import Action
from desktop.shell.changes import Changes
from desktop.shell.frame.palette import Found
from desktop.shell.frame.window import MainWindow
from desktop.shell.jobs import JobRunner
from desktop.shell.messages import Messages
from desktop.shell.page import Desk, Navigator, Page, PageSpec
from desktop.shell.settings import Settings
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.fields import (
    ChoiceField,
    DateField,
    LongTextField,
    TextField,
    number_field,
    options_of,
)
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database import OpenFile
from resources.tables import Column, ColumnKind, Table
from tests.desktop.fake_listing import DISTRICTS, KINDS, FakeListing, services

NOW = datetime(2026, 3, 4, 14, 52, tzinfo=UTC)


class AddService(FormDialog):
    """A form with every common kind of row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Add a service", "Add service", parent, intro="A place or a branch of a provider.")
        add = self.form.add
        add("name", "Name", TextField(), needed=True, help_text="As it stands in the contract.")
        add("kind", "Kind of service", ChoiceField(options_of(KINDS)), needed=True)
        add("district", "District", ChoiceField(options_of(DISTRICTS)))
        add("beds", "Beds", number_field(most=500), help_text="Leave empty where the service has none.")
        add("since", "Contract since", DateField(today=NOW.date()), help_text="9 Dec 2019 or 9/12/2019.")
        add("notes", "Notes", LongTextField(lines=3))

    def value(self, answers: Answers) -> tuple[Any, ...]:
        """A new row."""
        return (answers["name"], answers["kind"], answers["district"], answers["beds"], answers["since"])


class ServicesPage(Page):
    """Table, filter, detail pane and actions."""

    def __init__(self, desk: Desk, listing: FakeListing) -> None:
        super().__init__(desk.changes)
        self._desk, self._listing = desk, listing
        empty = EmptyPage("No services are held yet.", Action("import", "Import a CQC file", self._add))
        self.pane = TablePane(
            ListingModel(listing, desk.db),
            name="services",
            title="Services",
            chips=("kind", "district", "rating"),
            settings=desk.settings,
            empty=empty,
        )
        self.detail = DetailPane("Service", "Choose a service to see it here.")
        split = side_by_side(self.pane, self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.pane.table.current_changed.connect(self._show)
        self.pane.table.opened.connect(self._show)
        self.pane.counted.connect(self.state_changed)

    def page_actions(self) -> list[Action]:
        chosen = self._is_chosen
        return [
            Action("add", "Add service", self._add, "Ctrl+N", primary=True),
            Action("edit", "Edit", self._add, "F2", enabled=chosen, icon="edit"),
            Action("archive", "Archive", self._archive, enabled=chosen, icon="archive"),
            Action("import", "Import CQC file", self._add, "Ctrl+I", icon="import"),
            Action("save", "Save table", self._add, "Ctrl+S", icon="export"),
        ]

    def _is_chosen(self) -> bool:
        return bool(self.pane.table.current_key)

    def reload(self) -> None:
        self.pane.reload()

    def status_text(self) -> str:
        return self.pane.rows_words

    def focus_first(self) -> None:
        self.pane.table.setFocus()
        if not self.pane.table.current_key:
            self.pane.table.go_to_first()

    def focus_filter(self) -> None:
        self.pane.bar.focus_field()

    def show_row(self, key: str) -> None:
        self.pane.show_row(key)

    def _add(self) -> None:
        AddService(self).ask(self._added)

    def _added(self, value: tuple[Any, ...]) -> None:
        name, kind, district, beds, since = value
        key = f"new{len(self._listing.rows)}"
        self._listing.rows.append(
            (key, name, kind, district, "Not yet rated", "Active", beds, since and str(since))
        )
        self._listing.forget()
        self._desk.changes.tell(f"Added {name}")
        self._desk.messages.done(f"Added {name}")

    def _archive(self) -> None:
        key = self.pane.table.current_key
        self._listing.rows[:] = [row for row in self._listing.rows if row[0] != key]
        self._listing.forget()
        self._desk.changes.tell("Archived")
        self._desk.messages.done("Archived one service")

    def _show(self, key: str) -> None:
        row = next((row for row in self._listing.rows if row[0] == key), None)
        self.state_changed.emit()
        if row is None:
            self.detail.clear()
            return
        self.detail.show_detail(detail_of(row, self._add))


def detail_of(row: tuple[Any, ...], edit: Any) -> Detail:
    history = Table(
        "Ratings",
        (
            Column("at", "Published", ColumnKind.DATE, 104),
            Column("rating", "Overall", ColumnKind.RATING, 180),
        ),
        [("2019-12-09", row[4]), ("2018-02-01", "Requires improvement"), ("2016-05-20", "Good")],
    )
    return Detail(
        row[1],
        f"{row[2]} in {row[3]}, run by Larkmeadow Homes",
        ((ColumnKind.RATING, row[4]), (ColumnKind.STATUS, row[5])),
        (Action("edit", "Edit", edit, icon="edit"), Action("note", "Add a note", edit)),
        (
            Section(
                "What matters",
                (
                    Line("Provider", "Larkmeadow Homes", edit),
                    Line("Beds", str(row[6] or "")),
                    Line("Contract", row[5], kind=ColumnKind.STATUS),
                    Line("Officer", "Test Officer"),
                    Line("Telephone", "0115 496 0000"),
                    Line("Address", "1 Example Street, Worksop, S80 0ZZ"),
                ),
            ),
            Section("Ratings", table=history),
            Section("Contacts", (Line("Manager", "Zoë Example"),), folded=True),
        ),
    )


class HomePage(Page):
    """Two charts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        row = QHBoxLayout(self)
        rows = [(name, (3.0, 12.0, 70.0, 15.0)) for name in DISTRICTS]
        bars = Bars(
            "Most homes are rated Good",
            ("Inadequate", "Requires improvement", "Good", "Outstanding"),
            rows,
            subtitle="% of rated services, August 2019",
            source="Source: CQC",
            unit="%",
        )
        numbers = [(name, (float(9 + at * 7),)) for at, name in enumerate(DISTRICTS)]
        counts = Bars("Rushcliffe has most services", ("Services",), numbers)
        row.addWidget(BarChart(bars))
        row.addWidget(BarChart(counts))


class FakeUndo:
    """Undo of nothing much."""

    def __init__(self) -> None:
        self.undone: list[str] = []

    def next_undo(self) -> str:
        return "Added Rosewood House"

    def next_redo(self) -> str:
        return ""

    def undo(self) -> str:
        self.undone.append("Added Rosewood House")
        return "Added Rosewood House"

    def redo(self) -> str:
        return ""


def make_desk(settings: Settings, opened: OpenFile) -> Desk:
    messages = Messages()
    return Desk(opened.db, Changes(), JobRunner(messages.raised), messages, settings, Navigator(), opened)


def make_window(desk: Desk, listing: FakeListing, undo: FakeUndo | None = None) -> MainWindow:
    def find(text: str) -> list[Found]:
        words = text.casefold()
        hits = [row for row in listing.rows if words in row[1].casefold()][:8]
        go = desk.navigator.go
        return [
            Found("Service", row[1], f"{row[2]}, {row[3]}", partial(go, "services", row[0])) for row in hits
        ]

    icons = ("home", "providers", "forums", "awards", "market", "contacts", "people", "reports")
    titles = ("Home", "Services", "Forums", "Awards", "Survey", "Funding", "i-Work", "Reports")
    makers: dict[str, Any] = {
        "services": partial(ServicesPage, desk, listing),
        "home": partial(HomePage, desk),
    }
    specs = [
        PageSpec(
            title.lower().replace("-", ""),
            title,
            icon,
            makers.get(title.lower(), partial(Page, desk.changes)),
            attention=(lambda: 3) if title == "Home" else None,
        )
        for title, icon in zip(titles, icons, strict=True)
    ]
    window = MainWindow(specs, desk, undo=undo or FakeUndo(), finder=find, now=lambda: NOW)
    window.status.set_saved(NOW - timedelta(minutes=20))
    window.status.set_backup(NOW - timedelta(minutes=20))
    return window


def make_listing(count: int = 365) -> FakeListing:
    return FakeListing(services(count))
