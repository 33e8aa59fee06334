"""A desk over a real file, the register's window, and small files of CQC's own layout, for the register's pages."""

import csv
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.page_list import page_specs
from desktop.shell.changes import Changes
from desktop.shell.frame.window import MainWindow
from desktop.shell.jobs import JobRunner
from desktop.shell.messages import Messages
from desktop.shell.page import Desk, Navigator
from desktop.shell.settings import Settings
from desktop.shell.undo import HistoryKeeper
from engagement.register.providers import add_provider_with_service
from engagement.register.services import Service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, OpenFile

HEADINGS = (
    "Name", "Also known as", "Address", "Postcode", "Phone number", "Service's website (if available)",
    "Service types", "Date of latest check", "Specialisms/services", "Provider name", "Local authority", "Region",
    "Location URL", "CQC Location ID (for office use only)", "CQC Provider ID (for office use only)",
)  # fmt: skip
KINDS = {"Residential homes": "1-10", "Nursing homes": "1-20", "Homecare agencies": "1-30"}


def make_real_desk(opened: OpenFile, settings: Settings) -> Desk:
    """As the office makes it."""
    messages, changes = Messages(), Changes()
    opened.db.on_change.append(changes.tell)
    return Desk(opened.db, changes, JobRunner(messages.raised), messages, settings, Navigator(), opened)


def make_window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """Every page of the program over the file."""
    specs = page_specs(desk, back_up=print, restore=print, explore_sample=print)
    window = MainWindow(specs, desk, undo=HistoryKeeper(desk.db))
    qtbot.addWidget(window)
    window.resize(1366, 738)
    window.show()
    return window


def add_home(db: Database, name: str = "Example House", provider: str = "Example Care Ltd") -> Service:
    """A nursing home with its provider."""
    return add_provider_with_service(
        db,
        {"name": provider},
        {"name": name, "kind": ServiceKind.NURSING_HOME, "postcode": "NG18 1AA", "beds": 30},
    )


def directory_row(number: int, name: str, *, kind: str = "Residential homes") -> list[str]:
    """One location as the care directory has it."""
    return [
        name, "", f"{number} Example Street, Mansfield", "NG18 1AA", "1623960000", "", kind,
        "01/05/2019 - 00:00", "Dementia", f"Provider {number} Ltd", "Nottinghamshire", "East Midlands", "",
        f"1-10000{number}", f"1-20000{number}",
    ]  # fmt: skip


def write_directory(path: Path, rows: list[list[str]], *, headings: tuple[str, ...] = HEADINGS) -> Path:
    """A care directory without lines above its headings: its name says the day."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


def dialog_over(widget: QWidget, kind: type[QDialog]) -> QDialog:
    """The one open dialog of this kind."""
    found = [each for each in widget.window().findChildren(kind) if each.isVisible()]
    assert len(found) == 1, f"{len(found)} dialogs of {kind.__name__} are open"
    return found[0]
