"""The side Matching: people for a post, posts for a person, each with its reasons, pins and bans, weights."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.matching import DoNotPlace, EndRule, PinTogether, WriteSpeed, WriteWeights
from desktop.pages.iwork.matching_detail import EASY
from desktop.pages.iwork.matching_head import BEST, PEOPLE, POSTS, RULES, WHAT_IF
from desktop.pages.iwork.matching_side import MatchingSide
from desktop.pages.iwork.open_register import OpenRegister
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import Database, OpenFile, history
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.register_desk import register_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.pages.training.training_desk import act, fill, said
from tests.workforce.iwork.matching.team import TODAY, Team, a_team
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.rules_by_hand import placing_rules
from workforce.iwork.matching.weights import speeds, weights
from workforce.iwork.people.views import views_of
from workforce.iwork.placements.moving import begin
from workforce.iwork.placements.placements import placements_of
from workforce.iwork.vocabulary import Factor, Stage, TravelMode


@pytest.fixture
def vault(opened_vault: OpenFile) -> Database:
    return opened_vault.db


@pytest.fixture
def team(vault: Database) -> Team:
    return a_team(vault)


@pytest.fixture
def register(desk: Desk, opened_vault: OpenFile, team: Team, qtbot: QtBot) -> OpenRegister:
    return register_at(desk, opened_vault, qtbot, MatchingSide)


@pytest.fixture
def side(register: OpenRegister) -> MatchingSide:
    found = register.current
    assert isinstance(found, MatchingSide)
    return found


def _settled(side: MatchingSide) -> None:
    side.reload()
    for part in (side.people, side.posts, side.rules):
        part._settling.now()


def test_an_empty_register_leads_to_the_posts(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> None:
    empty = register_at(desk, opened_vault, qtbot, MatchingSide)
    assert "No post is open" in said(empty.current) and empty.current.table() is None
    assert audit(empty) == []


def test_people_for_a_post_stand_in_order_with_their_reasons(
    register: OpenRegister, side: MatchingSide, team: Team, vault: Database
) -> None:
    assert audit(register) == []
    made = side.table()
    assert made is not None and made.exempt is IDENTITY
    assert [row[0] for row in made.rows] == ["IW-001 A.E.", "IW-002 B.E.", "IW-003 C.E.", "IW-004 D.E."]
    assert "1 person fits P-001 as it stands; 1 more could." in said(side)
    assert "Those that fit come first, the best score first" in said(side)
    assert side.people.key == team["Ada"] and side.status_text() == "4 rows"
    side.people.show_row(team["Bel"])
    _settled(side)
    words = pane_words(side.people.detail)
    assert "start 30 minutes later, midday to 2:30pm" in words and "not a decision" in words
    assert "Ada" not in words and "Bel" not in words
    assert [one.what for one in views_of(vault, team["Bel"])] == ["Match"]


def test_the_reasons_are_read_out_in_easy_words(side: MatchingSide, team: Team) -> None:
    side.people.show_row(team["Bel"])
    side.head.words.show_answer(EASY)
    _settled(side)
    words = pane_words(side.people.detail)
    assert (
        "We ask the employer." in words
        and "You said: “Give me a list so that I can tick things off.”" in words
    )
    assert "Score by factor" not in words
    assert "What could change so that it fits" in words and "This is an idea." in words
    assert "In the way" not in words and "suggestion" not in words


def test_posts_for_a_person_and_the_way_from_other_sides(side: MatchingSide, team: Team) -> None:
    side.show_row(team["Dee"])
    assert side.head.view.answer() == POSTS and side.head.which.answer() == team["Dee"]
    _settled(side)
    assert "Nothing that we would ask for" in pane_words(side.posts.detail)
    made = side.table()
    assert made is not None and made.title == "Posts for a person: IW-004"
    side.show_row(team["post"])
    assert side.head.view.answer() == PEOPLE and side.head.which.answer() == team["post"]
    side.show_row("nothing")
    side.focus_filter()
    side.focus_first()
    assert side.head.view.answer() == PEOPLE


def test_a_pair_is_pinned_and_the_pin_ended(
    register: OpenRegister, side: MatchingSide, team: Team, vault: Database, qtbot: QtBot
) -> None:
    act(side, "match_pin")
    dialog = dialog_over(register, PinTogether)
    assert audit(dialog) == [] and "Ada" not in dialog.windowTitle()
    fill(dialog, reason=" ")
    dialog.submit()
    assert "is needed" in said(dialog)
    fill(dialog, reason="They know the cook")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert [one.reason for one in placing_rules(vault)] == ["They know the cook"]
    side.head.view.show_answer(RULES)
    _settled(side)
    assert "They know the cook" in pane_words(side.rules.detail)
    buttons = [one.text() for one in side.rules.detail.findChildren(QAbstractButton)]
    assert "End a pin or ban…" in buttons
    assert side.row_for_history()[0] == "placing_rule" and side.row_for_history()[1]
    act(side, "match_end")
    ending = dialog_over(register, EndRule)
    fill(ending, reason="They left")
    ending.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(ending))
    assert placing_rules(vault) == []
    made = side.table()
    assert made is not None and made.exempt is IDENTITY


@pytest.mark.parametrize("whole", [False, True])
def test_somebody_is_not_placed(
    register: OpenRegister, side: MatchingSide, team: Team, vault: Database, qtbot: QtBot, whole: bool
) -> None:
    act(side, "match_ban")
    dialog = dialog_over(register, DoNotPlace)
    assert audit(dialog) == []
    fill(dialog, whole_employer=whole, reason="It did not go well")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (one,) = placing_rules(vault)
    assert (one.employer_id == team["home"]) is whole and (one.post_id == team["post"]) is not whole
    side.people.show_row(team["Ada"])
    _settled(side)
    words = pane_words(side.people.detail)
    assert "That stands until the ban is ended." in words and "It did not go well" in words


def test_weights_and_ways_to_work_are_changed(
    register: OpenRegister, side: MatchingSide, vault: Database, qtbot: QtBot
) -> None:
    act(side, "match_weights")
    dialog = dialog_over(register, WriteWeights)
    assert audit(dialog) == []
    fill(dialog, travel=9)
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert weights(vault)[Factor.TRAVEL] == 9
    act(side, "match_speeds")
    speed = dialog_over(register, WriteSpeed)
    assert audit(speed) == []
    speed.form.rows["mode"].field.show_answer(TravelMode.WALK)
    assert speed.form.rows["tenths_an_hour"].field.answer() == 30
    fill(speed, tenths_an_hour=25)
    speed.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(speed))
    assert speeds(vault)[TravelMode.WALK].tenths_an_hour == 25
    act(side, "match_weights")
    same = dialog_over(register, WriteWeights)
    same.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(same))
    named = history.next_undo(vault)
    assert named is not None and named.action == "Changed how walking is reckoned"


def test_a_pair_is_taken_on_to_a_placement(
    register: OpenRegister, side: MatchingSide, team: Team, vault: Database, qtbot: QtBot
) -> None:
    begin(vault, team["Ada"], today=TODAY, stage=Stage.JOB_READY)
    _settled(side)
    side.people.show_row(team["Ada"])
    act(side, "match_take")
    question = dialog_over(register, Question)
    assert "not a decision" in said(question)
    question._yes.click()
    (placement,) = placements_of(vault, team["Ada"])
    assert (placement.stage, placement.post_id) == (Stage.MATCHED, team["post"])


def test_a_shortlist_is_saved_without_names(
    side: MatchingSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docx import Document  # loaded when first used

    target = tmp_path / "shortlist.docx"
    monkeypatch.setattr("desktop.pages.iwork.matching_acts.ask_path", lambda *_: target)
    act(side, "match_shortlist")
    words = "\n".join(one.text for one in Document(str(target)).paragraphs)
    assert "IW-002" in words and "Bel" not in words and "Example" not in words


def test_the_best_for_all_and_what_could_be_asked(side: MatchingSide, team: Team, vault: Database) -> None:
    side.head.view.show_answer(BEST)
    _settled(side)
    assert "could be placed" in said(side) and side.head.key == ""
    assert side.pair() is not None and side.best.key == team["Ada"]
    made = side.table()
    assert made is not None and made.exempt is IDENTITY
    side.best.show_row(team["Cy"])
    side.best._settling.now()
    assert side.pair() is None and side.post() is None
    assert "Match" in [one.what for one in views_of(vault, team["Cy"])]
    side.head.view.show_answer(WHAT_IF)
    assert side.head.key == "" and side.pair() is None
    side.head.which.show_answer(team["post"])
    assert side.head.key == team["post"] and side.post() is not None and side.pair() is None
