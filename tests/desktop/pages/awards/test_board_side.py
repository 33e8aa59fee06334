"""The board of the awards: moving nominees by mouse and keys over a real file."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from awards.exempt import EXEMPTION
from awards.nominations.entries import entry
from awards.nominations.moving import steps_of
from awards.vocabulary import EntryStatus, RoundPhase
from desktop.dialogs.awards.step import AskStep
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.board_side import BoardSide
from desktop.shell.page import Desk
from desktop.widgets.board.board_column import ColumnView
from desktop.widgets.board.card_list import carried_card
from resources.database import history
from resources.problem import Problem
from tests.awards.gala import Gala
from tests.awards.qualifying.passing import make_ready
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.board.board_cards import let_go
from tests.desktop.widgets.words_shown import words

S = EntryStatus
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def gala(desk: Desk) -> Gala:
    made = Gala(desk.db)
    made.nominate()
    made.nominate("Ben Specimen", "Team", service_id=made.lodge)
    made.at(RoundPhase.QUALIFY)
    return made


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, gala: Gala) -> AwardsPage:
    return page_at(desk, qtbot, BoardSide)


@pytest.fixture
def side(page: AwardsPage, gala: Gala) -> BoardSide:
    assert isinstance(page.current, BoardSide)
    page.current.board.columns.go_to(key_of(gala))
    return page.current


def key_of(gala: Gala, nominee: str = "Ada Example") -> str:
    return str(gala.db.value("select id from award_entry where nominee = ?", (nominee,)))


def column(side: BoardSide, key: str) -> ColumnView:
    return next(one for one in side.board.columns.views if one.key == key)


def status(gala: Gala, nominee: str = "Ada Example") -> EntryStatus:
    return entry(gala.db, key_of(gala, nominee)).status


def answer(side: BoardSide, qtbot: QtBot, **answers: object) -> None:
    dialog = dialog_over(side, AskStep)
    assert isinstance(dialog, AskStep) and audit(dialog) == []
    for name, given in answers.items():
        dialog.form.rows[name].field.show_answer(given)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    side.reload()


def test_every_nominee_is_a_card_in_the_column_of_its_state(side: BoardSide) -> None:
    submitted = column(side, "submitted")
    assert [card.title for card in submitted.list.cards.cards] == ["Ada Example", "Ben Specimen"]
    assert submitted.list.accessibleName() == "Submitted, 2 nominees" and side.status_text() == "2 nominees"
    assert "Rosewood Lodge" in submitted.list.cards.cards[1].second
    assert "Care Team Award" in submitted.list.cards.cards[1].second


def test_a_card_is_moved_by_keys_and_undone(side: BoardSide, gala: Gala, qtbot: QtBot) -> None:
    qtbot.keyClick(column(side, "submitted").list, Qt.Key.Key_Right, _CTRL)
    side.reload()
    assert status(gala) is S.QUALIFYING and side.board.current_key == key_of(gala)
    history.undo(gala.db)
    side.reload()
    assert status(gala) is S.SUBMITTED


def test_a_card_let_go_over_returned_asks_why(side: BoardSide, gala: Gala, qtbot: QtBot) -> None:
    let_go(column(side, "returned"), carried_card(side.board.columns.name, key_of(gala)))
    qtbot.waitUntil(lambda: bool(side.findChildren(AskStep)))
    answer(side, qtbot, reason="Asked Wren for examples")
    assert status(gala) is S.RETURNED_FOR_INFO
    assert steps_of(gala.db, key_of(gala))[-1].reason == "Asked Wren for examples"


def test_out_asks_as_what_and_why(side: BoardSide, gala: Gala, qtbot: QtBot) -> None:
    side.board.move_card(key_of(gala), "out")
    answer(side, qtbot, out=S.WITHDRAWN, reason="She rang")
    assert status(gala) is S.WITHDRAWN
    assert column(side, "out").list.cards.cards[0].pills[0][1] == "Withdrawn"


def test_to_the_judges_goes_who_is_ready_and_no_other(side: BoardSide, gala: Gala) -> None:
    with pytest.raises(Problem, match="decided, on the side “Qualifying”, the chair’s screen"):
        side.board.move_card(key_of(gala), "judging")
    make_ready(gala, key_of(gala, "Ben Specimen"))
    side.reload()
    side.board.move_card(key_of(gala, "Ben Specimen"), "judging")
    assert (status(gala), status(gala, "Ben Specimen")) == (S.SUBMITTED, S.JUDGING)


def test_a_key_that_is_refused_moves_nobody_further(side: BoardSide, gala: Gala, qtbot: QtBot) -> None:
    qtbot.keyClick(column(side, "submitted").list, Qt.Key.Key_Right, _CTRL)
    side.reload()
    with qtbot.captureExceptions() as raised:
        qtbot.keyClick(column(side, "qualifying").list, Qt.Key.Key_Right, _CTRL)
    assert ["not ready for the judges" in str(error) for _, error, _ in raised] == [True]
    assert status(gala) is S.QUALIFYING and side.findChildren(AskStep) == []


def test_honours_are_refused_in_the_words_of_the_rule(side: BoardSide, gala: Gala) -> None:
    with pytest.raises(Problem, match="decided on the side “Results”"):
        side.board.move_card(key_of(gala), "honoured")


def test_cards_are_filtered_by_category_and_words(side: BoardSide, gala: Gala) -> None:
    side.category.show_answer(gala.category("Team").id)
    assert [card.title for card in column(side, "submitted").list.cards.cards] == ["Ben Specimen"]
    assert column(side, "submitted").list.cards.cards[0].second == "Rosewood Lodge"
    assert side.status_text() == "1 of 2 nominees"
    table = side.table()
    assert table is not None and len(table.rows) == 1 and table.exempt == EXEMPTION
    side.category.show_answer("")
    side.text.show_answer("house")
    assert [card.title for card in column(side, "submitted").list.cards.cards] == ["Ada Example"]
    side.focus_filter()
    side.focus_first()
    assert side.window().focusWidget() is column(side, "submitted").list


def test_a_card_opens_the_nominee(side: BoardSide, gala: Gala, qtbot: QtBot) -> None:
    turned: list[tuple[str, str]] = []
    side.turn_to.disconnect()
    side.turn_to.connect(lambda tab, key: turned.append((tab, key)))
    qtbot.keyClick(column(side, "submitted").list, Qt.Key.Key_Return)
    opened = next(one for one in side.actions_here() if one.name == "board_open")
    assert opened.ready()
    opened.run()
    assert turned == [("Nominations", key_of(gala))] * 2
    assert side.row_for_history() == ("award_entry", key_of(gala))


def test_a_round_that_was_put_away_is_only_looked_at(side: BoardSide, gala: Gala) -> None:
    from awards.rounds.rounds import archive_round

    move = next(one for one in side.actions_here() if one.name == "board_move")
    assert move.ready()
    side.chosen.choose(gala.round_id)
    archive_round(gala.db, gala.round_id, today=gala.today)
    side.reload()
    assert not move.ready() and "Nothing can be moved here now" in side.board.hint.text()


def test_without_nominees_it_leads_to_where_they_come_from(desk: Desk, qtbot: QtBot) -> None:
    page = page_at(desk, qtbot, BoardSide)
    side = page.current
    assert isinstance(side, BoardSide) and "Nobody is nominated" in "\n".join(words(side.empty))
    turned: list[str] = []
    side.turn_to.disconnect()
    side.turn_to.connect(lambda tab, _key: turned.append(tab))
    side._to_nominations()
    assert turned == ["Round"] and side.table() is None
    side.focus_first()


def test_everything_has_a_name(side: BoardSide) -> None:
    assert audit(side) == []
