"""The market page: its choices, its tables, its sentences, what is taken away from it, and published figures."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.capabilities import CAPABILITIES
from desktop.dialogs.published_figures import PublishedFigures
from desktop.pages.market import MarketPage
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from desktop.widgets.tables.table import TableView
from engagement.cqc_files.taking_in import prepare, take_in
from engagement.market.published import published_dates
from engagement.register.vocabulary import MarketKind
from resources.database import OpenFile, history, open_file
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import directory_row, make_real_desk, write_directory
from tests.engagement.market.conftest import PUBLISHED

MAY, AUGUST = date(2019, 5, 1), date(2019, 8, 1)


def figures_file(folder: Path) -> Path:
    """The report's figures as a file."""
    names = [f"{kind} {word}" for kind in ("Nursing", "Residential", "Home care")
             for word in ("IA", "RI", "GO", "OU", "not yet rated")]  # fmt: skip
    lines = [",".join(["Authority", *names])]
    lines += [
        ",".join([area, *(str(figure) for row in rows for figure in row)]) for area, rows in PUBLISHED.items()
    ]
    path = folder / "figures.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def two_months(tmp_path_factory: pytest.TempPathFactory, shared_data: Path) -> Iterator[OpenFile]:
    """CQC's files of one authority, two months of them."""
    path = tmp_path_factory.mktemp("oldham") / "oldham.providerdesk"
    file = open_file(path, CAPABILITIES, who="Test Officer", create=True)
    for day in (MAY, AUGUST):
        files = [
            shared_data / "cqc" / f"oldham_{day.isoformat()}_{name}.csv"
            for name in ("CQC_directory", "Latest_ratings_long")
        ]
        take_in(file.db, prepare(file.db, files, today=date(2026, 1, 1)))
    yield file
    file.close()


@pytest.fixture
def oldham(opened: OpenFile, two_months: OpenFile) -> None:
    """The same in this test's file."""
    two_months.db.conn.backup(opened.db.conn)


@pytest.fixture
def market_desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    """A desk over a real file."""
    desk = make_real_desk(opened, settings)
    yield desk
    desk.jobs.finish()


@pytest.fixture
def page(market_desk: Desk, qtbot: QtBot) -> MarketPage:
    """The page, shown."""
    made = MarketPage(market_desk)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.show()
    return made


@pytest.fixture
def with_figures(page: MarketPage, tmp_path: Path) -> MarketPage:
    """The page with the figures of the report of December 2019."""
    enter(page, figures_file(tmp_path))
    return page


def enter(page: MarketPage, path: Path, day: date = AUGUST) -> PublishedFigures:
    page.published.ask_day_of(path)
    dialog = page.findChildren(PublishedFigures)[-1]
    dialog.form.rows["as_at"].field.show_answer(day)
    dialog.submit()
    return dialog


def sentences(page: MarketPage) -> list[str]:
    layout = page.findings.sentences
    return [layout.itemAt(at).widget().text() for at in range(layout.count())]


def headings(page: MarketPage, tab: object) -> list[str]:
    return [column.heading for column in page.tables._panes[tab][0].columns]


def toasts(page: MarketPage) -> list[str]:
    heard: list[str] = []
    page._desk.messages.toasted.connect(lambda text, _undo: heard.append(text))
    return heard


def test_an_empty_register_offers_what_comes_next(page: MarketPage) -> None:
    assert page._empty.isVisible() and not page._body.isVisible()
    assert {action.name for action in page.page_actions() if action.ready()} == {"enter_published"}
    page.focus_first()
    assert page.status_text() == ""


@pytest.mark.usefixtures("oldham")
def test_the_newest_day_of_the_one_region_is_shown_first(page: MarketPage) -> None:
    assert page.choices.scope.words == "North West"
    assert page.choices.day_field.answer() == AUGUST
    assert page.status_text() == "as at 1 August 2019"
    assert [row[0] for row in page.tables.table.rows] == ["Oldham"]


@pytest.mark.usefixtures("oldham")
def test_another_day_draws_another_table(page: MarketPage) -> None:
    august = page.tables.table
    page.choices.day_field.show_answer(MAY)
    page.choices.day_field.changed.emit()
    assert page.tables.table.as_at == MAY
    assert page.tables.table.rows != august.rows


@pytest.mark.parametrize(("chosen", "expected"), [(AUGUST, date(2019, 9, 2)), (MAY, MAY)])
@pytest.mark.usefixtures("oldham")
def test_who_looks_at_the_newest_day_moves_to_a_newer_one(
    page: MarketPage, tmp_path: Path, chosen: date, expected: date
) -> None:
    page.choices.day_field.show_answer(chosen)
    page.choices.day_field.changed.emit()
    path = write_directory(tmp_path / "2019-09-02 directory.csv", [directory_row(1, "Example House")])
    db = page._desk.db
    take_in(db, prepare(db, [path], today=date(2026, 1, 1), mark_gone=False))
    page.reload()
    assert page.choices.day_field.answer() == expected


@pytest.mark.usefixtures("oldham")
def test_the_change_has_a_tab_while_there_is_something_to_compare_with(page: MarketPage) -> None:
    tabs = page.tables._tabs
    assert not tabs.isTabVisible(4)
    page.choices.then_field.show_answer(MAY)
    page.choices.then_field.changed.emit()
    tabs.setCurrentIndex(4)
    assert page.tables.table.title == "Change in CQC ratings from 1 May 2019 to 1 August 2019"
    assert headings(page, "change")[:7] == [
        "Local authority",
        "Kind of service",
        "Rating",
        "% before",
        "% now",
        "Percentage points",
        "Verdict",
    ]
    page.choices.then_field.show_answer("")
    page.choices.then_field.changed.emit()
    assert tabs.currentIndex() == 0 and not tabs.isTabVisible(4)


@pytest.mark.usefixtures("oldham")
def test_the_base_and_its_mark_stand_before_what_may_be_cut(page: MarketPage) -> None:
    assert headings(page, MarketKind.NURSING) == [
        "Local authority",
        "Inadequate",
        "Requires improvement",
        "Good",
        "Outstanding",
        "Rated services",
        "Base",
        "Not yet rated",
        "All services",
    ]
    model = page.tables._panes[MarketKind.NURSING][0]
    assert model.row(0)[1:] == ("Oldham", 0, 20, 80, 0, 10, "Small base", 9, 11)


@pytest.mark.usefixtures("oldham")
def test_the_chart_follows_the_tab(page: MarketPage) -> None:
    page.tables._tabs.setCurrentIndex(2)
    assert "home care agencies" in page.findings.chart.bars.subtitle
    assert page.findings.chart.bars.source == "Source: Care Quality Commission"


@pytest.mark.usefixtures("oldham")
def test_the_choices_are_remembered(page: MarketPage, market_desk: Desk, qtbot: QtBot) -> None:
    page.choices.day_field.show_answer(MAY)
    page.choices.day_field.changed.emit()
    again = MarketPage(market_desk)
    qtbot.addWidget(again)
    again.show()
    assert again.choices.day_field.answer() == MAY


@pytest.mark.usefixtures("oldham")
def test_the_table_is_copied_for_excel(page: MarketPage) -> None:
    page.documents.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Local authority\tInadequate (%)")
    assert lines[1].startswith("Oldham\t0%\t20%\t80%\t0%\t10")


@pytest.mark.usefixtures("oldham")
def test_the_sentences_are_copied(page: MarketPage) -> None:
    page.documents.copy_sentences()
    assert QGuiApplication.clipboard().text().splitlines() == sentences(page)


@pytest.mark.usefixtures("oldham")
@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".docx"])
def test_the_table_is_saved(
    page: MarketPage, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"market{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: (str(path), ""))
    heard = toasts(page)
    page.documents.save_table()
    assert path.stat().st_size > 0
    assert heard == [f"Saved “market{ending}”: 1 row"]


@pytest.mark.usefixtures("oldham")
def test_the_word_summary_keeps_a_name_with_a_dot(
    page: MarketPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "Market 2019.08")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, **_named: (name, ""))
    page.documents.ask_for_summary()
    assert (tmp_path / "Market 2019.08.docx").exists()


def test_published_figures_are_entered_and_shown(with_figures: MarketPage) -> None:
    page = with_figures
    assert page.choices.scope.words == "Published figures, East Midlands"
    assert page.choices.day_field.answer() == AUGUST
    page.choices.area_field.show_answer("Nottinghamshire")
    page.choices.area_field.changed.emit()
    assert any("joint second highest" in one for one in sentences(page))
    assert "are not known" in page.tables._notes.text


def test_each_sentence_has_its_reasons_for_those_who_point_at_it(with_figures: MarketPage) -> None:
    first = with_figures.findings.sentences.itemAt(0).widget()
    assert isinstance(first, QLabel)
    assert first.toolTip() and first.accessibleDescription()


def test_the_same_figures_again_change_nothing(with_figures: MarketPage, tmp_path: Path) -> None:
    heard = toasts(with_figures)
    entries = len(history.entries(with_figures._desk.db))
    enter(with_figures, figures_file(tmp_path))
    assert heard == ["These figures are held already: nothing changed"]
    assert len(history.entries(with_figures._desk.db)) == entries


def test_a_file_that_is_no_such_table_is_said_in_the_dialog(page: MarketPage, tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("To whom it may concern\nHello\n")
    dialog = enter(page, path)
    assert dialog.isVisible()
    assert "is no table of published ratings" in dialog.banner.text
    assert published_dates(page._desk.db) == []
    dialog._touched = False
    dialog.reject()


def test_published_figures_are_removed_and_undone(with_figures: MarketPage) -> None:
    with_figures._remove_published()
    assert published_dates(with_figures._desk.db) == []
    assert with_figures._empty.isVisible()
    history.undo(with_figures._desk.db)
    assert published_dates(with_figures._desk.db) == [AUGUST]
    assert with_figures._body.isVisible()


@pytest.mark.usefixtures("oldham")
def test_counted_figures_cannot_be_removed(page: MarketPage) -> None:
    assert "remove_published" not in {action.name for action in page.page_actions() if action.ready()}


@pytest.mark.usefixtures("oldham")
def test_going_from_published_to_counted_finds_its_days(page: MarketPage, tmp_path: Path) -> None:
    enter(page, figures_file(tmp_path), date(2019, 12, 9))
    assert page.choices.day_field.answer() == date(2019, 12, 9)
    page.choices.scope_field.show_answer("region:North West")
    page.choices.scope_field.changed.emit()
    assert page.choices.day_field.answer() == AUGUST


def test_everything_has_a_name(with_figures: MarketPage) -> None:
    assert audit(with_figures) == []


def test_the_keyboard_comes_to_the_filter_and_the_table_before_the_chart(
    with_figures: MarketPage, qtbot: QtBot
) -> None:
    order, at = [], with_figures.focusWidget() or with_figures.choices.scope_field.widget
    first = at
    while True:
        at = at.nextInFocusChain()
        if at is first:
            break
        if at.isVisible() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(at)
    table = next(one for one in with_figures.tables.findChildren(TableView) if one.isVisible())
    assert order.index(table) < order.index(with_figures.findings)
    assert any(isinstance(one, QLineEdit) for one in order[: order.index(table)])


def test_what_stands_beside_the_table_folds_away_and_stays_so(
    with_figures: MarketPage, market_desk: Desk, qtbot: QtBot
) -> None:
    fold = next(action for action in with_figures.page_actions() if action.name == "fold_findings")
    fold.run()
    assert with_figures.findings.isHidden()
    assert fold.label_now is not None and fold.label_now() == "Show chart and sentences"
    again = MarketPage(market_desk)
    qtbot.addWidget(again)
    assert again.findings.isHidden()
    fold.run()
    assert with_figures.findings.isVisible()


@pytest.mark.parametrize("tab", range(4))
def test_every_column_of_the_report_is_seen_beside_the_chart(with_figures: MarketPage, tab: int) -> None:
    with_figures.tables._tabs.setCurrentIndex(tab)
    table = next(one for one in with_figures.tables.findChildren(TableView) if one.isVisible())
    assert with_figures.findings.isVisible()
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_where_there_is_little_room_the_table_has_it_until_the_person_chooses(
    with_figures: MarketPage, qtbot: QtBot
) -> None:
    with_figures.resize(600, 500)
    qtbot.waitUntil(with_figures.findings.isHidden)
    with_figures._turn_findings()
    assert with_figures.findings.isVisible()
