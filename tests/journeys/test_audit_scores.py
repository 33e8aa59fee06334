"""The Scores side over the sample county: the side and its dialogs, at every size that is looked at."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from awards.judging.workbook import save_workbooks
from awards.judging.workbook_in.reading import read_score_file
from awards.rounds.rounds import rounds
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.scores_side import ScoresSide
from desktop.shell.frame.window import MainWindow
from tests.awards.gala import TODAY
from tests.awards.judging.panelled import edited
from tests.journeys.test_audit import _audit_dialogs, faults, in_words, not_reached, settled, window

__all__ = ["window"]


def test_the_scores_have_no_fault(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_page("awards")
    page = window.page("awards")
    assert isinstance(page, AwardsPage)
    page.turn_to(ScoresSide.tab, "")
    side = page.current
    assert isinstance(side, ScoresSide)
    side.focus_first()
    db, acts, files = page.head._desk.db, side.menu.acts, side.menu.files
    found = {side.tab: settled(qtbot, lambda: faults(window)) + not_reached(window)}
    workbook = save_workbooks(db, page.chosen.key, tmp_path, today=TODAY)[0]
    file = read_score_file(edited(workbook, {(1, 2): "11", (2, 2): "1"}))
    _audit_dialogs(
        window, qtbot, [acts.score, acts.abstain, acts.decide_words, lambda: files._show(file, None)], found
    )
    page.chosen.choose(rounds(db)[1].id)
    side.focus_first()
    _audit_dialogs(window, qtbot, [acts.unlock], found)
    assert len(found) == 1 + 5
    assert not in_words(found), "\n".join(in_words(found))
