"""Asking where a file goes: names keep all that was typed, and no other file is replaced unasked."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents import TABLE_FILES
from desktop.pages.saving import (
    WORD_FILES,
    WORKBOOKS,
    ask_and_save_refused,
    ask_path,
    ask_table,
    with_ending,
)
from desktop.shell.messages import Messages
from resources.problem import Problem
from resources.report.exemption import Exemption
from resources.tables import Table


class Person:
    """Answers each dialog with the next name, and keeps what was asked."""

    def __init__(self, *answers: str, kind: str = "") -> None:
        self.answers, self.kind = list(answers), kind
        self.titles: list[str] = []
        self.starts: list[Path] = []
        self.options: list[object] = []

    def __call__(
        self, _parent: object, title: str, start: str, _kinds: str, _chosen: str, options: object
    ) -> tuple[str, str]:
        self.titles.append(title)
        self.starts.append(Path(start))
        self.options.append(options)
        return self.answers.pop(0), self.kind


def asked(monkeypatch: pytest.MonkeyPatch, *answers: str, kind: str = "") -> Person:
    person = Person(*answers, kind=kind)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", person)
    return person


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_an_ending_is_put_behind_all_of_the_name(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch, str(tmp_path / "Feedback of 9.30"))
    path = ask_path(parent, "Save it", "Feedback", ".docx", WORD_FILES)
    assert path == tmp_path / "Feedback of 9.30.docx"


def test_a_name_that_the_dialog_did_not_ask_about_is_asked_about(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "Review.xlsx"
    there.write_text("Kept")
    person = asked(monkeypatch, str(tmp_path / "Review"), str(tmp_path / "Other"))
    assert ask_path(parent, "Save it", "Review", ".xlsx", WORKBOOKS) == tmp_path / "Other.xlsx"
    assert person.starts[1] == there
    assert person.titles == ["Save it", "“Review.xlsx” is there already: replace it, or choose another name"]


def test_a_whole_name_was_asked_about_by_the_dialog_itself(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "Review.XLSX"
    there.write_text("Replaced")
    asked(monkeypatch, str(there))
    assert ask_path(parent, "Save it", "Review", ".xlsx", WORKBOOKS) == there


def test_nothing_is_chosen(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(monkeypatch, "")
    assert ask_path(parent, "Save it", "Review", ".xlsx", WORKBOOKS) is None


def test_a_writer_that_refuses_what_is_there_is_not_forestalled(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Door.file").write_text("Kept")
    person = asked(monkeypatch, str(tmp_path / "Door"))
    path = ask_path(parent, "Save it", "Door", ".file", "Files (*.file)", may_replace=False)
    assert path == tmp_path / "Door.file"
    assert person.options == [QFileDialog.Option.DontConfirmOverwrite]


def test_the_name_offered_is_fit_for_every_system(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    person = asked(monkeypatch, "")
    ask_path(parent, "Save it", "Mansfield: 9/10 \n came?", ".docx", WORD_FILES)
    assert person.starts[0].name == "Mansfield 9 10 came.docx"


def test_a_table_is_offered_with_its_day_and_saved_in_the_format_chosen(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table("Market", (), [], as_at=date(2020, 3, 1))
    person = asked(monkeypatch, str(tmp_path / "Market 2020.03"), kind="CSV (*.csv)")
    assert ask_table(parent, table) == tmp_path / "Market 2020.03.csv"
    assert person.starts[0].name == "Market 2020-03-01.xlsx"


def test_the_name_offered_for_an_exempt_table_says_so(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = asked(monkeypatch, "")
    ask_table(parent, Table("People", (), [], exempt=Exemption(2, "")))
    assert person.starts[0].name == "People - EXEMPT.xlsx"


@pytest.mark.parametrize(
    ("name", "kinds", "expected"),
    [
        ("a", TABLE_FILES, "a.xlsx"),
        ("a.CSV", TABLE_FILES, "a.CSV"),
        ("a.docx", TABLE_FILES, "a.docx"),
        ("a.docx", WORKBOOKS, "a.docx.xlsx"),
        ("v1.2", WORKBOOKS, "v1.2.xlsx"),
    ],
)
def test_only_an_ending_of_these_kinds_is_one(name: str, kinds: str, expected: str) -> None:
    assert with_ending(Path(name), ".xlsx", kinds) == Path(expected)


def test_a_document_with_the_ending_of_another_kind_is_refused() -> None:
    with pytest.raises(Problem, match=r"does not end as a Word document does"):
        with_ending(Path("summary.pdf"), ".docx", WORD_FILES)


def test_refused_rows_are_saved_where_the_person_wants_them_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    parent, messages = QWidget(), Messages()
    qtbot.addWidget(parent)
    person = asked(monkeypatch, "", str(tmp_path / "Mend these"))
    saved: list[Path] = []
    for expected in ([], [tmp_path / "Mend these.xlsx"]):
        ask_and_save_refused(parent, "Nominations.csv", saved.append, messages)
        assert saved == expected
    assert person.titles == ["Save the refused rows"] * 2
    assert {one.name for one in person.starts} == {"Nominations, refused.xlsx"}
