"""The awards page: its sides, the round they speak of, and where the way from elsewhere leads."""

import pytest
from pytestqt.qtbot import QtBot

from awards.rounds.categories import categories
from desktop.dialogs.awards.round import StartRound
from desktop.pages.awards.awards import SIDES, AwardsPage
from desktop.pages.awards.nominations_side import NominationsSide
from desktop.pages.awards.round_side import RoundSide
from desktop.shell.page import Desk
from tests.awards.gala import Gala
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at


def test_every_side_can_be_shown_without_a_round(desk: Desk, qtbot: QtBot) -> None:
    page = page_at(desk, qtbot, NominationsSide)
    for side in page.sides:
        page.tabs.turn_to(side)
        side.focus_first()
        assert side.table() is None or not side.table().rows, side.tab  # type: ignore[union-attr]
        assert audit(page) == [], side.tab


def test_without_a_round_every_side_says_so_and_has_the_way_to_begin(desk: Desk, qtbot: QtBot) -> None:
    page = page_at(desk, qtbot, NominationsSide)
    for side in page.sides:
        page.tabs.turn_to(side)
        is_round = isinstance(side, RoundSide)
        assert (side.isVisible(), page.beginning.isVisible()) == (is_round, not is_round), side.tab
        page.focus_first()
        assert page.focusWidget() is (side.empty if is_round else page.beginning).focusProxy(), side.tab
    page.tabs.turn_to(page.sides[0])
    page.beginning.focusProxy().click()  # type: ignore[attr-defined]
    dialog = page.findChild(StartRound)
    assert dialog is not None
    dialog.reject()
    Gala(desk.db)
    page.reload()
    assert page.current.isVisible() and not page.beginning.isVisible()


def test_what_can_be_done_is_asked_before_a_side_of_a_new_round_is_shown(desk: Desk, qtbot: QtBot) -> None:
    Gala(desk.db)
    page = AwardsPage(desk)
    qtbot.addWidget(page)
    for side in page.sides:
        side.is_current = True
        assert side.table() is None or isinstance(side.table().rows, list | tuple), side.tab  # type: ignore[union-attr]
        assert {one.ready() for one in side.actions_here()} <= {True, False}, side.tab


def test_every_side_offers_one_primary_action_at_most_and_can_be_read(desk: Desk, qtbot: QtBot) -> None:
    gala = Gala(desk.db)
    ada, jo = gala.nominate(), gala.judge()
    gala.judging(ada.id)
    gala.score(gala.give(jo.id, ada.id), 4)
    page = page_at(desk, qtbot, NominationsSide)
    for side in page.sides:
        page.tabs.turn_to(side)
        assert sum(one.primary and one.ready() for one in side.actions_here()) <= 1, side.tab
        assert audit(page) == [], side.tab
    assert [side.tab for side in page.sides] == [one.tab for one in SIDES]


def test_all_sides_speak_of_the_round_above(desk: Desk, qtbot: QtBot) -> None:
    new, old = Gala(desk.db), Gala(desk.db, "Proud to Care 2025", year=2025)
    page = page_at(desk, qtbot, RoundSide)
    assert {side.round() for side in page.sides} == {new.round}  # type: ignore[attr-defined]
    page.head.which.show_answer(old.round_id)
    assert {side.round() for side in page.sides} == {old.round}  # type: ignore[attr-defined]
    assert AwardsPage(desk).chosen.key == old.round_id


@pytest.mark.parametrize("what", ["round", "category", "nominee"])
def test_the_way_from_elsewhere_leads_to_the_row(desk: Desk, qtbot: QtBot, what: str) -> None:
    gala = Gala(desk.db)
    ada = gala.nominate()
    page = page_at(desk, qtbot, NominationsSide if what != "nominee" else RoundSide)
    category = categories(desk.db, gala.round_id)[2].id
    key, tab = {
        "round": (gala.round_id, "Round"), "category": (category, "Round"), "nominee": (ada.id, "Nominations")
    }[what]  # fmt: skip
    page.show_row(key)
    assert page.current.tab == tab
    assert what == "round" or page.current.row_for_history()[1] == key


def test_a_nominee_of_another_round_brings_that_round_along(desk: Desk, qtbot: QtBot) -> None:
    old = Gala(desk.db, "Proud to Care 2025", year=2025)
    bo = old.nominate("Bo Example")
    Gala(desk.db)
    page = page_at(desk, qtbot, RoundSide)
    page.show_row(bo.id)
    assert page.chosen.key == old.round_id and page.current.row_for_history() == ("award_entry", bo.id)
