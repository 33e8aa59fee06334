"""What is public is read by a job; nobody hears of what was dropped."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.locking.open_vault import OpenVault
from desktop.pages.public_reading import PublicReader
from desktop.shell.page import Desk
from desktop.shell.public_view import PublicView
from desktop.shell.settings import Settings
from resources.database import OpenFile
from resources.report import Heading, Paragraph, Report
from tests.desktop.pages.register_desk import make_real_desk

TOLD = Report("Told", blocks=(Heading("Told"), Paragraph("Thirty homes.")))


@pytest.fixture
def desk(opened: OpenFile, settings: Settings, styled: object) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def vault() -> OpenVault:
    return OpenVault()


@pytest.fixture
def reader(desk: Desk, vault: OpenVault) -> PublicReader:
    return PublicReader(desk, vault, today=lambda: date(2020, 1, 6))


def test_what_a_page_says_is_read_over_a_connection_of_its_own(
    reader: PublicReader, desk: Desk, qtbot: QtBot
) -> None:
    taken: list[Report | None] = []
    connections: list[object] = []

    def read(db: object, vault: object) -> Report:
        connections.extend((db, vault))
        return TOLD

    reader("Homes", PublicView((), reads=(read,)), taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [TOLD]
    assert connections[0] is not desk.db and connections[1] is None


def test_what_waits_is_dropped_when_something_else_is_asked_for(
    reader: PublicReader, desk: Desk, qtbot: QtBot
) -> None:
    taken: list[str] = []
    view = PublicView((), reads=(lambda _db, _vault: TOLD,))
    for name in ("first", "second", "third"):
        reader(name, view, lambda _report, name=name: taken.append(name))
    qtbot.waitUntil(lambda: "third" in taken)
    assert "second" not in taken


def test_nothing_is_read_any_more_as_the_register_locks(
    reader: PublicReader, vault: OpenVault, desk: Desk, qtbot: QtBot
) -> None:
    taken: list[Report | None] = []
    vault.opens(desk.opened)
    reader("Homes", PublicView((), reads=(lambda _db, _vault: TOLD,)), taken.append)
    vault.locks()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert taken == []
