"""Jobs that read both files beside the window."""

from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.locking.open_vault import OpenVault
from desktop.locking.reading_jobs import ReadingJobs
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database import Database, OpenFile


@pytest.fixture
def vault() -> OpenVault:
    return OpenVault()


def test_both_files_are_read_over_connections_of_their_own(
    desk: Desk, vault: OpenVault, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    vault.opens(opened_vault)
    told: list[bool] = []

    def read(_progress: Progress, db: Database, locked: Database | None) -> bool:
        return locked is not None and db is not desk.db and locked is not opened_vault.db

    owner = QObject()
    ReadingJobs(desk, vault, owner).run("Reading", read, told.append)
    qtbot.waitUntil(lambda: told == [True])


def test_what_reads_the_register_ends_when_it_locks_and_says_so(
    desk: Desk, vault: OpenVault, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    vault.opens(opened_vault)
    begun, told, said = Event(), list[object](), list[object]()
    desk.messages.refused.connect(said.append)

    def read(progress: Progress, _db: Database, _vault: Database | None) -> None:
        begun.set()
        while True:
            progress.step(0, 0, "Reading")

    owner = QObject()
    ReadingJobs(desk, vault, owner).run("Saving the report", read, told.append)
    assert begun.wait(10)
    vault.locks()
    assert told == [] and desk.jobs.job is None
    assert [str(one) for one in said] == [
        "“Saving the report” was stopped, because the register of i-Work locked meanwhile. Do it again, with the "
        "register unlocked or without it."
    ]


def test_what_does_not_read_it_goes_on(desk: Desk, vault: OpenVault, qtbot: QtBot) -> None:
    told: list[int] = []
    owner = QObject()
    ReadingJobs(desk, vault, owner).run("Reading", lambda *_: 7, told.append)
    vault.locks()
    qtbot.waitUntil(lambda: told == [7])


def test_those_that_nobody_asked_for_end_without_a_word(
    desk: Desk, vault: OpenVault, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    vault.opens(opened_vault)
    said, dropped = list[object](), list[object]()
    desk.messages.refused.connect(said.append)
    owner = QObject()
    jobs = ReadingJobs(desk, vault, owner, quiet=True)
    jobs.dropped.connect(dropped.append)
    first = jobs.run("What is public", lambda *_: None, said.append)
    second = jobs.run("What is public", lambda *_: None, said.append)
    vault.locks()
    assert said == [] and dropped == [first, second] and not desk.jobs.busy


def test_what_waits_and_is_wanted_no_more_does_not_begin(desk: Desk, vault: OpenVault, qtbot: QtBot) -> None:
    told: list[int] = []
    owner = QObject()
    jobs = ReadingJobs(desk, vault, owner, quiet=True)
    jobs.run("Reading", lambda *_: 1, told.append)
    jobs.run("Reading", lambda *_: 2, told.append)
    jobs.drop_waiting()
    jobs.run("Reading", lambda *_: 3, told.append)
    qtbot.waitUntil(lambda: told == [1, 3])
