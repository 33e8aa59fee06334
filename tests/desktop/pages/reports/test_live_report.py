"""The report is made anew as the file changes: at once where its figures are at hand, else by a job."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.locking.open_vault import OpenVault
from desktop.pages.reports.live_report import LiveReport
from desktop.shell.page import Desk
from engagement.committee.items import add_paragraph, add_section, items_of
from resources.database import history
from resources.problem import Problem
from resources.report.blocks import Paragraph
from resources.report.committee.section import Ask, CouldNotBeMade, Section, SectionRecord
from tests.desktop.pages.register_desk import add_home
from tests.desktop.pages.reports.reports_desk import NOW, begin, held_section, made_by, use_sections


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Ask]:
    """What the section was asked, each time that it was made."""
    found: list[Ask] = []

    def make(ask: Ask) -> Section:
        found.append(ask)
        return held_section()

    use_sections(monkeypatch, made_by(make))
    return found


@pytest.fixture
def live(desk: Desk, asked: list[Ask], qtbot: QtBot) -> Iterator[LiveReport]:
    made = LiveReport(desk, OpenVault(), desk.jobs, today=NOW.date)
    yield made
    desk.jobs.finish()


def texts(live: LiveReport) -> list[str]:
    assert live.made is not None
    return [one.text for one in live.made.composed.report.blocks if isinstance(one, Paragraph)]


def test_figures_are_read_once_and_words_are_shown_at_once(
    live: LiveReport, desk: Desk, asked: list[Ask], qtbot: QtBot
) -> None:
    report = begin(desk.db)
    live.show(report.id)
    assert live.is_making and live.made is not None  # the pages are never blank
    qtbot.waitUntil(lambda: not live.is_making and "12 events were held." in texts(live))
    assert len(asked) == 1
    add_paragraph(desk.db, report.id, "The team visited twelve homes.")
    live.show(report.id)
    assert not live.is_making and "The team visited twelve homes." in texts(live)
    assert len(asked) == 1


def test_another_change_in_the_file_lets_the_figures_be_read_again(
    live: LiveReport, desk: Desk, asked: list[Ask], qtbot: QtBot
) -> None:
    report = begin(desk.db)
    live.show(report.id)
    qtbot.waitUntil(lambda: not live.is_making and "12 events were held." in texts(live))
    add_home(desk.db)
    live.show(report.id)
    assert live.is_making and "12 events were held." in texts(
        live
    )  # what is known stays while it is read again
    live.show(report.id)  # and asking once more does not start a second job
    qtbot.waitUntil(lambda: not live.is_making and len(asked) == 2)


def test_a_report_whose_beginning_is_undone_while_it_is_made_is_no_fault(
    live: LiveReport, desk: Desk, qtbot: QtBot
) -> None:
    errors: list[BaseException] = []
    desk.jobs.on_error = errors.append
    report = begin(desk.db)
    desk.jobs.run("Something before", lambda _progress: None, writes=False)
    live.show(report.id)
    history.undo(desk.db)
    qtbot.waitUntil(lambda: not live.is_making and not desk.jobs.busy)
    assert errors == []


def test_no_report_is_none_to_show(live: LiveReport, qtbot: QtBot) -> None:
    with qtbot.waitSignal(live.changed):
        live.show("")
    assert live.made is None


def test_a_section_that_has_nothing_to_tell_leaves_the_rest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def make(_ask: Ask) -> Section:
        raise Problem("No forum is held in the file.")

    use_sections(monkeypatch, made_by(make))
    live = LiveReport(desk, OpenVault(), desk.jobs, today=NOW.date)
    live.show(begin(desk.db).id)
    qtbot.waitUntil(lambda: not live.is_making)
    assert live.made is not None
    assert any(one.words == "No forum is held in the file." for one in live.made.composed.to_mend)


def test_when_the_register_of_iwork_locks_nothing_reads_it_any_more(
    live: LiveReport, desk: Desk, qtbot: QtBot
) -> None:
    vault = live._vault
    vault.opens(desk.opened)
    live.show(begin(desk.db).id)
    assert live.is_making
    vault.locks()
    assert not live.is_making and desk.jobs.job is None and vault.opened is None and vault.db is None


def test_a_section_that_fails_says_so_while_the_others_are_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(_ask: Ask) -> Section:
        raise ZeroDivisionError

    records = (*made_by(lambda _ask: held_section()), SectionRecord("market", "Market", "Homes.", fail))
    use_sections(monkeypatch, records)
    told: list[BaseException] = []
    desk.jobs.on_error = told.append
    report = begin(desk.db)
    key = next((one.id for one in items_of(desk.db, report.id) if one.section == "market"), "")
    key = key or add_section(desk.db, report.id, "market").id
    live = LiveReport(desk, OpenVault(), desk.jobs, today=NOW.date)
    live.show(report.id)
    qtbot.waitUntil(lambda: not live.is_making and not desk.jobs.busy)
    assert [type(one) for one in told] == [ZeroDivisionError]
    assert live.made is not None and isinstance(live.made.sections[key], CouldNotBeMade)
    assert "12 events were held." in texts(live)
    live.show(report.id)  # nor is it tried again before something changes
    assert not live.is_making and len(told) == 1
