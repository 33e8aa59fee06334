"""The side ASC-WDS: files in, how workplaces stand, what is missing, tying."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.dialogs.funding.ascwds_files import AscwdsPreview, ReadAscwdsFiles
from desktop.dialogs.funding.tie_workplace import AnotherDay, TieWorkplace
from desktop.pages.funding import ascwds_import
from desktop.pages.funding.ascwds_side import AscwdsSide
from desktop.pages.funding.funding import FundingPage
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.pills import Pill
from desktop.widgets.question import Question
from desktop.widgets.tables.table import TableView
from engagement.register.providers import add_provider
from engagement.register.services import Service, add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import history
from resources.files.reading import read_sheets
from resources.report.document_text import passages
from tests.desktop.accessibility import audit
from tests.desktop.pages.funding.funding_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words as texts_shown
from tests.workforce.ascwds.bulk_files import DAY, HOME, SOMEBODY, bring, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.vocabulary import TiedBy
from workforce.ascwds.workplaces import workplace, workplaces

NOW = datetime(2019, 12, 9, 10, tzinfo=UTC)
OAK = {
    **HOME,
    "LOCALESTID": "Oak",
    "ESTNAME": "Oak House",
    "POSTCODE": "NG9 1AA",
    "STARTERS": "",
    "TOTALPERMTEMP": "1",
}


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> FundingPage:
    return page_at(desk, qtbot, AscwdsSide, NOW)


@pytest.fixture
def side(page: FundingPage) -> AscwdsSide:
    assert isinstance(page.current, AscwdsSide)
    return page.current


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    people = (SOMEBODY, worker("Bo"), worker("Cy", LOCALESTID="Oak", SALARYINT=""))
    return homes(tmp_path, HOME, OAK), write_workers(tmp_path, *people)


@pytest.fixture
def filled(side: AscwdsSide, desk: Desk, files: tuple[Path, Path]) -> AscwdsSide:
    bring(desk.db, *files)
    side.reload()
    return side


def run(side: AscwdsSide, name: str) -> None:
    action = next(one for one in side.actions_here() if one.name == name)
    assert action.ready(), name
    action.run()


def answer(dialog: FormDialog, **given: object) -> None:
    for name, value in given.items():
        dialog.form.rows[name].field.show_answer(value)
    dialog.submit()


def words(widget: QWidget) -> str:
    return "\n".join(texts_shown(widget))


def pane(side: AscwdsSide) -> str:
    side.list._settling.now()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    pills = [pill.words for pill in side.list.detail.findChildren(Pill)]
    return "\n".join([words(side.list.detail), *pills])


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    chosen = [str(path) for path in paths], ""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def cell(side: AscwdsSide, key: str, column: str) -> object:
    names = [one.name for one in side.pane.model.columns]
    row = next(row for row in side.pane.model.all_rows() if row[0] == key)
    return row[1 + names.index(column)]


def test_an_empty_side_says_what_comes_next(side: AscwdsSide) -> None:
    assert "No ASC-WDS file was taken in yet." in words(side)
    assert (side.table(), side.status_text(), side.row_for_history()) == (None, "", ("workplace", ""))
    ready = {one.name for one in side.actions_here() if one.ready()}
    assert ready == {"ascwds_take_in"}


def test_of_names_with_different_days_none_is_filled_in(qtbot: QtBot) -> None:
    dialog = ReadAscwdsFiles((Path("wp 2018-09-30 to 2019-09-30.csv"),), NOW.date(), None)
    qtbot.addWidget(dialog)
    row = dialog.form.rows["as_at"]
    assert row.field.answer() is None
    assert "30 September 2018 and 30 September 2019" in words(dialog)


def test_files_are_chosen_previewed_and_taken_in(
    side: AscwdsSide, desk: Desk, files: tuple[Path, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, *reversed(files))
    run(side, "ascwds_take_in")
    asked = dialog_over(side, ReadAscwdsFiles)
    assert asked.form.rows["as_at"].field.answer() == NOW.date()
    answer(asked, as_at=date(2019, 12, 10))
    assert "still to come" in asked.form.rows["as_at"].sentence
    answer(asked, as_at=DAY)
    qtbot.waitUntil(lambda: side.menu.imports.preview is not None)
    preview = dialog_over(side, AscwdsPreview)
    told = words(preview)
    assert (
        "2 workplaces and 3 worker records" in told
        and "workers.csv: 3 worker records, the layout of 2019" in told
    )
    assert "Ada" not in told
    assert audit(preview) == []
    assert workplaces(desk.db) == []
    preview.preview.committed.emit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(preview))
    side.reload()
    assert [one.name for one in workplaces(desk.db)] == ["Elm Lodge", "Oak House"]
    assert side.said.text() == "1 of 2 workplaces complete for 2019/20, as at 9 December 2019."
    history.undo(desk.db)
    side.reload()
    assert not side.has_rows


def test_many_rows_are_written_beside_the_window(
    side: AscwdsSide, desk: Desk, files: tuple[Path, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ascwds_import, "AT_ONCE", 2)
    choose(monkeypatch, *files)
    run(side, "ascwds_take_in")
    answer(dialog_over(side, ReadAscwdsFiles), as_at=DAY)
    qtbot.waitUntil(lambda: side.menu.imports.preview is not None)
    titles: list[str] = []
    desk.jobs.started.connect(lambda job: titles.append(job.title))
    with qtbot.wait_signal(side.menu.imports.taken):
        dialog_over(side, AscwdsPreview).preview.committed.emit()
    assert titles == ["Taking in ASC-WDS files"]
    assert [one.name for one in workplaces(desk.db)] == ["Elm Lodge", "Oak House"]
    history.undo(desk.db)
    assert workplaces(desk.db) == []


def test_the_real_files_of_2019_are_read_by_the_window(
    side: AscwdsSide, desk: Desk, shared_data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shared_data / "ascwds"
    choose(monkeypatch, folder / "worker_2019_layout.csv", folder / "workplace_2019_layout.csv")
    run(side, "ascwds_take_in")
    answer(dialog_over(side, ReadAscwdsFiles), as_at=DAY)
    qtbot.waitUntil(lambda: side.menu.imports.preview is not None)
    preview = dialog_over(side, AscwdsPreview)
    assert preview.checked.brings_something and preview.checked.refused == []
    preview.preview.committed.emit()
    side.reload()
    assert side.said.text() == "1 of 6 workplaces complete for 2019/20, as at 9 December 2019."
    states = {one.local_id: cell(side, one.id, "state") for one in workplaces(desk.db)}
    assert [name for name, state in states.items() if state == "Complete"] == ["Rachel home"]


def test_workers_of_another_workplace_are_shown_and_saved(
    side: AscwdsSide, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(
        monkeypatch, homes(tmp_path, HOME), write_workers(tmp_path, SOMEBODY, worker("W2", LOCALESTID="Ash"))
    )
    run(side, "ascwds_take_in")
    answer(dialog_over(side, ReadAscwdsFiles), as_at=DAY)
    qtbot.waitUntil(lambda: side.menu.imports.preview is not None)
    preview = dialog_over(side, AscwdsPreview)
    assert "Refused: of another workplace" in {group.name for group in preview.preview._preview.groups}
    saved = tmp_path / "refused.xlsx"
    save_as(monkeypatch, saved)
    preview.preview.refused_asked.emit()
    assert [row.cells[1] for row in read_sheets(saved)[0].rows] == ["UNIQUEWORKERID", "W2"]
    preview.reject()


def test_something_that_changed_meanwhile_shows_the_preview_again(
    side: AscwdsSide, desk: Desk, files: tuple[Path, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, *files)
    run(side, "ascwds_take_in")
    answer(dialog_over(side, ReadAscwdsFiles), as_at=DAY)
    qtbot.waitUntil(lambda: side.menu.imports.preview is not None)
    first = dialog_over(side, AscwdsPreview)
    add_provider(desk.db, name="Meanwhile Ltd")
    with qtbot.captureExceptions() as caught:
        first.preview.committed.emit()
    assert [str(one[1]) for one in caught] != [] and workplaces(desk.db) == []
    again = side.menu.imports.preview
    assert again is not None and again is not first
    again.preview.committed.emit()
    assert len(workplaces(desk.db)) == 2


def test_the_pane_says_what_is_missing(filled: AscwdsSide, desk: Desk) -> None:
    elm, oak = workplaces(desk.db)
    filled.show_row(oak.id)
    told = pane(filled)
    for said in (
        "Not complete", "0 of 1, 0% rounded down", "Code 101", "Less than 90% of the worker records are complete",
        "Not tied to the register", "30 September 2019, UPDATE",
    ):  # fmt: skip
        assert said in told
    listed = filled.list.detail.findChildren(TableView)
    assert [[row[1:] for row in one.cells.all_rows()] for one in listed] == [
        [("Workplace", None, "Starters"), ("Worker", 4, "Pay")],
    ]
    filled.show_row(elm.id)
    told = pane(filled)
    assert "Since 30 September 2019; it counts until 31 March 2020" in told
    assert "50.0%, 2 of 4 permanent and temporary posts" in told
    assert filled.row_for_history() == ("workplace", elm.id)
    assert (filled.has(elm.id), filled.has("another")) == (True, False)
    table = filled.table()
    assert table is not None and len(table.rows) == 2 and filled.status_text() == "2 rows"
    assert audit(filled) == []


def test_another_day_judges_by_its_funding_year(filled: AscwdsSide) -> None:
    run(filled, "ascwds_day")
    dialog = dialog_over(filled, AnotherDay)
    answer(dialog, day=date(2020, 1, 1))
    assert "still to come" in dialog.form.rows["day"].sentence
    answer(dialog, day=date(2019, 6, 1))
    assert filled.said.text() == "0 of 2 workplaces complete for 2019/20, as at 1 June 2019."
    run(filled, "ascwds_day")
    answer(dialog_over(filled, AnotherDay), day=NOW.date())
    assert filled.day == NOW.date()


def test_lists_are_saved_for_one_and_for_all(
    filled: AscwdsSide, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elm = workplaces(desk.db)[0]
    filled.show_row(elm.id)
    for name, there, not_there in (
        ("ascwds_list", "Elm Lodge", "Oak House"),
        ("ascwds_list_all", "Oak House", "Elm Lodge"),
    ):
        path = tmp_path / f"{name}.docx"
        save_as(monkeypatch, path)
        run(filled, name)
        text = "\n".join(passage.text for passage in passages(path.read_bytes()))
        assert there in text and not_there not in text
    for name, cells in (("ascwds_missing", "Starters"), ("ascwds_files", "workers.csv")):
        path = tmp_path / f"{name}.csv"
        save_as(monkeypatch, path)
        run(filled, name)
        assert cells in path.read_text(encoding="utf-8-sig")


@pytest.fixture
def service(desk: Desk) -> Service:
    run_by = add_provider(desk.db, name="Example Care Ltd")
    return add_service(
        desk.db,
        run_by.id,
        name="The Oaks",
        kind=ServiceKind.RESIDENTIAL_HOME,
        postcode="NG9 1AA",
        district="Broxtowe",
    )


def test_a_workplace_is_tied_to_what_lies_at_its_postcode(
    filled: AscwdsSide, desk: Desk, service: Service, qtbot: QtBot
) -> None:
    oak = workplaces(desk.db)[1]
    filled.show_row(oak.id)
    run(filled, "ascwds_tie")
    dialog = dialog_over(filled, TieWorkplace)
    assert audit(dialog) == []
    dialog.form.rows["near"].field.show_answer(service.id)
    answer(dialog)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    tied = workplace(desk.db, oak.id)
    assert (tied.service_id, tied.tied_by) == (service.id, TiedBy.PERSON)
    filled.reload()
    assert (cell(filled, oak.id, "provider"), cell(filled, oak.id, "district")) == (
        "Example Care Ltd",
        "Broxtowe",
    )
    run(filled, "ascwds_untie")
    assert not workplace(desk.db, oak.id).is_tied


def test_a_head_office_is_tied_to_its_provider(filled: AscwdsSide, desk: Desk, service: Service) -> None:
    oak = workplaces(desk.db)[1]
    filled.show_row(oak.id)
    run(filled, "ascwds_tie")
    dialog = dialog_over(filled, TieWorkplace)
    dialog.form.rows["kind"].field.show_answer("provider")
    assert dialog.form.rows["service"].isHidden() and dialog.form.rows["near"].isHidden()
    answer(dialog, provider=Pick(service.provider_id, "Example Care Ltd"))
    assert workplace(desk.db, oak.id).provider_id == service.provider_id
    filled.reload()
    asked: list[tuple[str, str]] = []
    desk.navigator.asked.connect(lambda page, key: asked.append((page, key)))
    run(filled, "ascwds_register")
    assert asked == [("providers", service.provider_id)]


def test_a_workplace_taken_in_by_mistake_is_removed(filled: AscwdsSide, desk: Desk) -> None:
    filled.show_row(workplaces(desk.db)[1].id)
    run(filled, "ascwds_remove")
    dialog_over(filled, Question)._yes.click()
    assert [one.name for one in workplaces(desk.db)] == ["Elm Lodge"]
