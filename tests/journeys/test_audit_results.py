"""The Results side over the sample county: every view and dialog, at every size that is looked at."""

from functools import partial

from pytestqt.qtbot import QtBot

from awards.rounds.rounds import rounds
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.results_side import ADJUSTED, DECISIONS, NOMINEES, ResultsSide
from desktop.shell.frame.window import MainWindow
from tests.journeys.test_audit import _audit_dialogs, faults, in_words, not_reached, settled, window

__all__ = ["window"]


def test_the_results_have_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("awards")
    page = window.page("awards")
    assert isinstance(page, AwardsPage)
    db = page.head._desk.db
    page.chosen.choose(rounds(db)[1].id)
    page.turn_to(ResultsSide.tab, "")
    side = page.current
    assert isinstance(side, ResultsSide)
    found: dict[str, list[str]] = {}
    for view in (DECISIONS, ADJUSTED, NOMINEES):
        side.view.show_answer(view)
        side.focus_first()
        found[view] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    acts, papers = side.menu.acts, side.menu.papers
    note = str(db.value("select id from panel_note order by id"))
    _audit_dialogs(
        window, qtbot,
        [acts.decide, acts.finalists, acts.not_award, acts.take_back, papers.add_note, partial(papers.open_note, note)],
        found,
    )  # fmt: skip
    assert len(found) >= 3 + 5
    assert not in_words(found), "\n".join(in_words(found))
