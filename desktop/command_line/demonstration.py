"""The main job without a display: the sample county, its Word summaries, and a picture of every page."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from awards.rounds.rounds import rounds
from desktop import clock
from desktop.awards_files import save_awards_summary
from desktop.capabilities import CAPABILITIES
from desktop.committee import saving
from desktop.committee.making import make_report
from desktop.documents import save_exempt, save_public
from desktop.funding_files import save_funding_summary
from desktop.sample_making import fill_with_sample
from desktop.survey_files import save_report, save_workbook
from engagement.committee.reports import reports
from engagement.forums import events
from engagement.forums.at_the_door.door import expected_but_absent
from engagement.forums.events import Event
from engagement.forums.sections import forum_report, people_terms
from engagement.forums.vocabulary import EventKind, EventState
from engagement.market.as_at import dates_held
from engagement.market.scope import Scope, ScopeKind
from engagement.market.sections import market_summary
from engagement.sample.places import COUNCIL, REGION
from resources.database import Database, open_file
from resources.folders import sample_file
from resources.problem import Problem
from resources.report.blocks import Report
from resources.report.leak_gate import ExemptTerm
from workforce.funding.report.choice import FundingChoice
from workforce.survey.report.choice import ReportChoice
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves
from workforce.years import year_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.frame.window import MainWindow

SIZE = (1366, 768)
_SETTLE_MS = 120
_SIDE_FILES = ("", "-wal", "-shm")


def run(folder: Path) -> list[Path]:
    """Do it all in a folder, and return what was made: documents first, then pictures.

    The program's own files and settings stand in the folder too while this runs, so nobody's are touched.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"The folder “{folder}” could not be made ({error.strerror}). Start from a folder that you may write to."
        ) from error
    with _at_home_in(folder / "program"):
        today = clock.today()
        _make_sample_county(today)
        documents = _save_documents(folder, today)
        with _quiet_about_the_platform():
            return [*documents, *_draw_pages(folder, today)]


@contextmanager
def _at_home_in(home: Path) -> Iterator[None]:
    """The user's folders and the screen are others meanwhile."""
    meanwhile = {"PROVIDER_DESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    before = {name: os.environ.get(name) for name in meanwhile}
    os.environ.update(meanwhile)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def _make_sample_county(today: date) -> None:
    """Made anew each time, so that its dates are those of today."""
    path = sample_file()
    for ending in _SIDE_FILES:
        with suppress(OSError):  # one that is in use is refused when it is opened, in a sentence
            path.with_name(path.name + ending).unlink(missing_ok=True)
    opened = open_file(path, CAPABILITIES, who="Sample data", create=True)
    try:
        fill_with_sample(opened.db, today=today)
    finally:
        opened.close()


# --- documents ------------------------------------------------------------------------------------------


def _save_documents(folder: Path, today: date) -> list[Path]:
    opened = open_file(sample_file(), CAPABILITIES, who="Sample data", read_only=True)
    try:
        db = opened.db
        last = last_forum(db, today)
        forum = forum_report(db, last.id, now=last.ends)
        return [
            *_saved(db, _market(db), folder / "Market summary.docx"),
            *_saved(db, forum, folder / "Forum summary.docx", also=people_terms(db, last.id)),
            *_survey(db, folder, today),
            *_funding(db, folder, today),
            *_awards(db, folder, today),
            *_committee(db, folder, today),
        ]
    finally:
        opened.close()


def _market(db: Database) -> Report:
    """The region as at the newest file."""
    newest = dates_held(db)[0]
    return market_summary(db, Scope(ScopeKind.REGION, REGION), newest, area=COUNCIL)


def _survey(db: Database, folder: Path, today: date) -> list[Path]:
    """The report of the last wave, compared with the one before, and its tables to publish."""
    *_, before, last = waves(db, surveys(db)[0].id)
    choice = ReportChoice(compare_with=before.id)
    return [
        save_report(db, last.id, choice, folder / "Survey report.docx", today=today),
        save_workbook(db, last.id, choice, folder / "Survey tables.xlsx", today=today),
    ]


def _funding(db: Database, folder: Path, today: date) -> list[Path]:
    """The summary of this funding year, with its exempt appendix."""
    choice = FundingChoice(year_of(today))
    return save_funding_summary(db, choice, folder / "Funding summary.docx", today=today, appendix=True)


def _awards(db: Database, folder: Path, today: date) -> list[Path]:
    """The summary of the last round that was announced, with its exempt appendix."""
    last = next(one for one in rounds(db) if one.announced_at is not None)
    return save_awards_summary(db, last.id, folder / "Awards summary.docx", today=today, appendix=True)


def _committee(db: Database, folder: Path, today: date) -> list[Path]:
    """The report that the next meeting gets, with its exempt appendix and the manifest of both; no issue is kept."""
    made = make_report(db, None, reports(db)[0].id, today=today)
    saved = saving.save_report(db, None, made, folder / "Committee report.docx", now=clock.now(), issue=False)
    return [path for path in (saved.public, saved.exempt, saved.manifest) if path is not None]


def last_forum(db: Database, today: date) -> Event:
    """The last provider forum that has been held."""
    return next(
        one
        for one in reversed(events.events(db))
        if one.kind is EventKind.PROVIDER_FORUM and one.state is EventState.HELD and one.day < today
    )


def _saved(db: Database, report: Report, path: Path, *, also: Sequence[ExemptTerm] = ()) -> list[Path]:
    appendix = save_exempt(report, path)
    return [save_public(db, report, path, also=also), *([appendix] if appendix else [])]


# --- pictures -------------------------------------------------------------------------------------------


@contextmanager
def _quiet_about_the_platform() -> Iterator[None]:
    """What a platform without a screen cannot do is no news; everything else that Qt says is passed on."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def pass_on(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if not text.startswith("This plugin does not support"):
            print(text, file=sys.stderr)

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _draw_pages(folder: Path, today: date) -> list[Path]:
    """Every page of the sidebar, and the door of today's event."""
    from PySide6.QtWidgets import QApplication  # loaded when first used: the command line does without

    from desktop.office import Office
    from desktop.shell.looks.look import Theme
    from desktop.shell.looks.style import apply_style
    from desktop.shell.settings import Settings

    app = QApplication.instance() or QApplication(["Provider Desk"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    apply_style(app, Theme.LIGHT, text_scale=1.0)
    office = Office(Settings())
    office.open(sample_file())
    window = office.window
    if window is None:
        raise Problem(
            "The window could not be opened on the sample county. Look into the log for the reason."
        )
    window.resize(*SIZE)
    assert office.opened is not None
    event = next(one for one in events.events(office.opened.db) if one.day == today)
    made = []
    for number, (key, button) in enumerate(window.sidebar.buttons.items(), 1):
        window.show_page(key, event.id if key == "forums" else "")
        made.append(_picture(window, folder / f"Page {number} {button.spec.title}.png"))
    expected = expected_but_absent(office.opened.db, event.id)[0].name
    made.append(_door(window, event, expected[:3], folder / f"Page {len(made) + 1} Door.png"))
    window.close()
    return made


def _door(window: "MainWindow", event: Event, letters: str, path: Path) -> Path:
    """The door of an event with some letters typed, as its people see it."""
    from desktop.pages.events.forums import ForumsPage

    window.show_page("forums", event.id)
    page = window.page("forums")
    assert isinstance(page, ForumsPage)
    page.door.open()
    door = page.door.window
    assert door is not None
    door.showNormal()
    door.resize(*SIZE)
    door.field.setText(letters)
    made = _picture(door, path)
    door.close()
    return made


def _picture(widget: "QWidget", path: Path) -> Path:
    """What the widget looks like once everything that it waits for has happened."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()
    if not widget.grab().save(str(path), "PNG"):
        raise Problem(f"“{path}” could not be written. Free some space, or check the folder.")
    return path
