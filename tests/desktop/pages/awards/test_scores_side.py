"""The side Scores: scores typed, abstained, locked; words decided; packs and workbooks out and in."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from awards.judging.blind.copies import blind_copy
from awards.judging.scores import given, scores_of
from awards.rounds.criteria import criteria_of
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import AssignmentStatus, RoundPhase, ScoresSeen
from desktop.dialogs.awards.scores import AskReason, ChooseJudge, DecideWords, GiveScores
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.scores_side import ScoresSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from resources.database import OpenFile, history
from tests.awards.judging.panelled import Panelled, edited
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words


@pytest.fixture
def panelled(opened: OpenFile) -> Panelled:
    return Panelled(opened.db)


@pytest.fixture
def page(desk: Desk, panelled: Panelled, qtbot: QtBot) -> AwardsPage:
    return page_at(desk, qtbot, ScoresSide)


@pytest.fixture
def side(page: AwardsPage) -> ScoresSide:
    assert isinstance(page.current, ScoresSide)
    return page.current


def act(side: ScoresSide, name: str) -> None:
    found = next(one for one in side.actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def ready(side: ScoresSide, name: str) -> bool:
    return next(one for one in side.actions_here() if one.name == name).ready()


def submit(side: ScoresSide, qtbot: QtBot, of: type[FormDialog], /, **answers: object) -> None:
    dialog = dialog_over(side, of)
    assert isinstance(dialog, FormDialog)
    for name, answer in answers.items():
        dialog.form.rows[name].field.show_answer(answer)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def said(side: ScoresSide) -> str:
    return "\n".join(words(side.part.detail))


def test_scores_are_typed_beside_the_blind_copy(
    side: ScoresSide, page: AwardsPage, panelled: Panelled, qtbot: QtBot
) -> None:
    db, key = panelled.db, panelled.keys[0]
    assert side.current_key() == key
    act(side, "scores_give")
    dialog = dialog_over(side, GiveScores)
    blind = dialog.findChild(QPlainTextEdit)
    assert blind is not None and "[the nominee]" in blind.toPlainText() and "Ada" not in blind.toPlainText()
    assert audit(dialog) == []
    asked = criteria_of(db, panelled.entries[0].category_id)
    submit(side, qtbot, GiveScores, **{one.id: 400 for one in asked}, comment="Warm")
    assert {one.points for one in scores_of(db, key)} == {400}
    page.reload()
    assert "Mean by weight" in "\n".join(words(side.part.detail)) or side.current_key() != key
    assert "1 scored" in side.stands.text()
    history.undo(db)
    assert scores_of(db, key) == []


def test_the_next_open_nominee_follows(side: ScoresSide, panelled: Panelled, qtbot: QtBot) -> None:
    act(side, "scores_abstain")
    submit(side, qtbot, AskReason, reason="Knows her")
    assert given(panelled.db, panelled.keys[0]).status is AssignmentStatus.ABSTAINED
    side.reload()
    assert side.current_key() != panelled.keys[0]


def test_nobody_is_named_on_the_side(side: ScoresSide, page: AwardsPage) -> None:
    shown = "\n".join(words(side))
    for name in ("Ada", "Theo", "Rosewood", "Wren", "Night Owls"):
        assert name not in shown
    assert audit(page) == []


def test_locks_and_their_reason(side: ScoresSide, panelled: Panelled, qtbot: QtBot) -> None:
    act(side, "scores_abstain")
    submit(side, qtbot, AskReason, reason="Knows her")
    side.show_row(panelled.keys[0])
    act(side, "scores_lock")
    side.reload()
    assert not ready(side, "scores_give") and not ready(side, "scores_lock")
    act(side, "scores_unlock")
    submit(side, qtbot, AskReason, reason="A slip")
    assert not given(panelled.db, panelled.keys[0]).is_locked


def test_doubtful_words_are_decided(side: ScoresSide, panelled: Panelled, qtbot: QtBot) -> None:
    entry = panelled.entries[0]
    panelled.gala.nominate(
        entry_id=entry.id, statement="Grace is her gift, says Doris.", nominator="Grace Will"
    )
    side.reload()
    act(side, "scores_words")
    dialog = dialog_over(side, DecideWords)
    assert audit(dialog) == []
    submit(side, qtbot, DecideWords, **{"word 0": False, "also_hide": "Doris"})
    assert blind_copy(panelled.db, entry.id).voices[1].hidden.text == "Grace is her gift, says [hidden]."
    assert blind_copy(panelled.db, entry.id).undecided == 0


def test_others_scores_as_the_phase_allows(side: ScoresSide, panelled: Panelled) -> None:
    first = criteria_of(panelled.db, panelled.entries[0].category_id)[0]
    other = panelled.db.value("select id from judge_assignment where member_id = ?", (panelled.two.id,))
    panelled.gala.score(str(other), 2)
    side.reload()
    assert f"{first.name} 2" not in said(side)
    set_phase(panelled.db, panelled.gala.round_id, RoundPhase.SCORE, scores_seen=ScoresSeen.ALWAYS)
    side.reload()
    assert f"{first.name} 2" in said(side)


def test_packs_and_workbooks_leave_and_come_back(
    side: ScoresSide, panelled: Panelled, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    act(side, "scores_packs")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("Pack*.docx"))) == 2)
    act(side, "scores_workbooks")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("Scores*.xlsx"))) == 2)
    path = edited(next(iter(sorted(tmp_path.glob("Scores 1*.xlsx")))), {(1, 2): "4", (2, 2): "11"})
    side.menu.files.begin(path)
    qtbot.waitUntil(lambda: side.menu.files.preview is not None)
    preview = side.menu.files.preview
    assert preview is not None and "They are added." in "\n".join(words(preview))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "refused.xlsx"), ""))
    preview.refused_asked.emit()
    assert (tmp_path / "refused.xlsx").is_file()
    preview.committed.emit()
    assert [one.points for one in scores_of(panelled.db, panelled.keys[0])] == [400]
    qtbot.waitUntil(lambda: not shiboken6.isValid(preview))


def test_what_nobody_looked_at_is_said_before_packs_are_saved(
    side: ScoresSide, panelled: Panelled, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panelled.gala.nominate(
        entry_id=panelled.entries[0].id, statement="Grace is her gift.", nominator="Grace Will"
    )
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    act(side, "scores_packs")
    qtbot.waitUntil(lambda: bool(side.findChildren(Question)))
    (asked,) = side.findChildren(Question)
    assert "Not looked at yet: 1 word that may or may not be a name" in "\n".join(words(asked))
    assert audit(asked) == []
    asked.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(asked))
    assert list(tmp_path.glob("Pack*")) == []
    act(side, "scores_packs")
    qtbot.waitUntil(lambda: bool(side.findChildren(Question)))
    side.findChildren(Question)[0]._yes.click()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("Pack*.docx"))) == 2)


def test_two_judges_of_one_name_are_told_apart(side: ScoresSide, panelled: Panelled) -> None:
    combo = side.which.widget
    assert [combo.itemText(at) for at in range(combo.count())] == ["Judge 1 – J. Smith", "Judge 2 – J. Smith"]
    assert len(side.part.pane.table.selected_keys()) == 1 and side.part.pane.rows_words == "3 rows"
    side.which.show_answer(panelled.two.id)
    assert (side.judge, side.part.pane.rows_words) == (panelled.two.id, "1 row")
    table = side.table()
    assert table is not None and table.title == "Scores of Judge 2 – J. Smith"


def test_the_keys_of_the_page_work_on_the_side(
    page: AwardsPage, side: ScoresSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions = {one.name: one for one in page.page_actions() if one.ready()}
    keys = {name: one.shortcut for name, one in actions.items() if one.shortcut}
    assert (keys["save_table"], keys["scores_give"], keys["row_history"]) == (
        "Ctrl+S",
        "Ctrl+Return",
        "Ctrl+H",
    )
    assert len(set(keys.values())) == len(keys)
    saved = tmp_path / "scores.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    actions["save_table"].run()
    assert "2026-001" in saved.read_text("utf-8-sig")
    assert "Ada" not in saved.read_text("utf-8-sig")


def test_a_file_without_its_cover_asks_whose_it_is(
    side: ScoresSide, panelled: Panelled, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = edited(panelled.workbook(tmp_path), {(1, 2): "4"}, about=False)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    act(side, "scores_in")
    qtbot.waitUntil(lambda: side.findChild(ChooseJudge) is not None)
    submit(side, qtbot, ChooseJudge, judge=panelled.one.id)
    preview = side.menu.files.preview
    assert preview is not None and preview.found.member.id == panelled.one.id
    preview.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(preview))


def test_what_the_page_asks(side: ScoresSide, page: AwardsPage, panelled: Panelled) -> None:
    key = str(panelled.db.value("select id from judge_assignment where member_id = ?", (panelled.two.id,)))
    page.show_row(key)
    assert (side.judge, side.row_for_history()) == (panelled.two.id, ("judge_assignment", key))
    assert side.status_text() == "1 row"
    table = side.table()
    assert table is not None and table.exempt is not None
    side.which.show_answer(panelled.one.id)
    assert side.status_text() == "3 rows"


def test_a_judge_without_nominees_says_what_is_next(
    side: ScoresSide, page: AwardsPage, panelled: Panelled
) -> None:
    judge = panelled.gala.judge("Jo Judge")
    side.reload()
    side.which.show_answer(judge.id)
    assert side.table() is None and side.status_text() == ""
    assert not ready(side, "scores_give")
