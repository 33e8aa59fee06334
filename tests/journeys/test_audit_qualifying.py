"""The chair's screen and the board over the sample county: every list and dialog, at the sizes of the audit."""

from functools import partial

from pytestqt.qtbot import QtBot

from awards.board.states import BoardState
from awards.vocabulary import CheckAnswer
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.board_side import BoardSide
from desktop.pages.awards.qualifying_lists import LISTS
from desktop.pages.awards.qualifying_side import QualifyingSide
from desktop.shell.frame.window import MainWindow
from tests.journeys.test_audit import (
    _audit_dialogs,
    faults,
    in_words,
    not_reached,
    settled,
    window,
)

__all__ = ["window"]


def side_of(window: MainWindow, tab: str) -> object:
    window.show_page("awards")
    page = window.page("awards")
    assert isinstance(page, AwardsPage)
    page.turn_to(tab, "")
    return page.current


def test_the_chairs_screen_has_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    side = side_of(window, QualifyingSide.tab)
    assert isinstance(side, QualifyingSide)
    found: dict[str, list[str]] = {}
    for what in reversed(LISTS):
        side.show_what.show_answer(what)
        side.focus_first()
        found[f"Qualifying, {what}"] = settled(qtbot, lambda: faults(window)) + not_reached(window)
    point = side.checklist.point
    assert point is not None
    acts = [
        side.acts.send, side.acts.find_ineligible, side.acts.return_for_information, side.acts.back,
        side.looking.ask_employment, partial(side.looking.answer, point.check_id, CheckAnswer.NO),
    ]  # fmt: skip
    _audit_dialogs(window, qtbot, acts, found)
    assert not in_words(found), "\n".join(in_words(found))


def test_the_board_has_no_fault(window: MainWindow, qtbot: QtBot) -> None:
    side = side_of(window, BoardSide.tab)
    assert isinstance(side, BoardSide)
    side.focus_first()
    found = {"Board": settled(qtbot, lambda: faults(window)) + not_reached(window)}
    waiting = next(view for view in side.board.columns.views if view.key == BoardState.SUBMITTED.value)
    key = waiting.list.cards.cards[0].key
    acts = [partial(side._wanted, key, to.value) for to in (BoardState.OUT, BoardState.RETURNED)]
    _audit_dialogs(window, qtbot, acts, found)
    assert not in_words(found), "\n".join(in_words(found))
