"""The sides Round and Figures over the sample county: every list, view and dialog, at every size that is looked at."""

from pytestqt.qtbot import QtBot

from awards.rounds.rounds import rounds
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.figures_side import FiguresSide
from desktop.pages.awards.figures_views import VIEWS
from desktop.pages.awards.round_lists import LISTS
from desktop.pages.awards.round_side import RoundSide
from desktop.shell.frame.window import MainWindow
from tests.journeys.test_audit import _audit_dialogs, faults, in_words, not_reached, settled, window

__all__ = ["window"]


def page_of(window: MainWindow) -> AwardsPage:
    window.show_page("awards")
    page = window.page("awards")
    assert isinstance(page, AwardsPage)
    return page


def test_the_round_has_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.turn_to(RoundSide.tab, "")
    side = page.current
    assert isinstance(side, RoundSide)
    found: dict[str, list[str]] = {}
    acts = side.acts
    _audit_dialogs(window, qtbot, [acts.start, acts.edit, acts.plan, acts.move_back, acts.archive], found)
    for at, one in enumerate(LISTS):
        side.lists.which.show_answer(at)
        side.focus_first()
        found[one.words] = settled(qtbot, lambda: faults(window)) + not_reached(window)
        kept = side.lists.acts[at]
        _audit_dialogs(window, qtbot, [kept.add, kept.edit, kept.remove], found)
    assert not in_words(found), "\n".join(in_words(found))


def test_the_figures_have_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.chosen.choose(rounds(page.head._desk.db)[1].id)
    page.turn_to(FiguresSide.tab, "")
    side = page.current
    assert isinstance(side, FiguresSide)
    found: dict[str, list[str]] = {}
    for view, words in VIEWS.items():
        side.which.show_answer(view)
        side.focus_first()
        found[words] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    _audit_dialogs(window, qtbot, [side.acts.ask_summary], found)
    assert not in_words(found), "\n".join(in_words(found))
