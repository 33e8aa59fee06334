"""Responses typed one after another: nobody's unless somebody says so, and put right or removed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from engagement.forums import events
from engagement.forums.feedback import comments, responses, themes
from engagement.forums.feedback.questions import SHIPPED
from engagement.forums.feedback.read_value import DONT_KNOW, Answer
from engagement.forums.feedback.vocabulary import AnswerState, Source
from resources.database import Database, history
from resources.problem import Problem
from tests.engagement.forums.held_forum import AFTER

USEFUL, RUN, RECOMMEND, CHANGE, _ = (one.id for one in SHIPPED)


def said(value: str) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


def test_a_typed_response_is_one_change_and_nobodys(db: Database, event: str) -> None:
    before = len(history.entries(db))
    key = responses.add_response(
        db, event, {USEFUL: said("5"), RUN: DONT_KNOW}, received_on=date(2019, 12, 11)
    )
    (entry,) = history.entries(db)[: len(history.entries(db)) - before]
    assert entry.action == "Added response 1 to Provider forum, December 2019"
    made = responses.get(db, key)
    assert (made.number, made.participant_id, made.source) == (1, None, Source.TYPED)
    assert made.answers == {USEFUL: said("5"), RUN: DONT_KNOW}
    assert responses.next_number(db, event) == 2
    history.undo(db)
    assert responses.responses_of(db, event) == []
    assert db.value("select count(*) from feedback_question") == 0


def test_a_response_without_an_answer_or_of_the_same_person_is_refused(
    db: Database, event: str, held: tuple[str, dict[str, str]]
) -> None:
    with pytest.raises(Problem, match="No question is answered"):
        responses.add_response(db, event, {})
    amina = held[1]["Amina Khan"]
    key = responses.add_response(db, event, {USEFUL: said("5")}, participant_id=amina)
    with pytest.raises(Problem, match="Response 1 is this person’s"):
        responses.add_response(db, event, {USEFUL: said("4")}, participant_id=amina)
    responses.edit_response(db, key, {USEFUL: said("4")}, participant_id=amina)
    assert responses.get(db, key).answers == {USEFUL: said("4")}


def test_a_comment_that_is_changed_is_withheld_and_its_codes_stay(db: Database, event: str) -> None:
    key = responses.add_response(db, event, {CHANGE: said("Parking"), USEFUL: said("3"), RUN: said("3")})
    comment = comments.comments_of(db, event)[0]
    comments.code_comment(db, comment.id, [], new=["Parking"], now=AFTER)
    comments.publish_comments(db, [comment.id])
    responses.edit_response(db, key, {CHANGE: said("Parking"), USEFUL: said("4"), RECOMMEND: said("yes")})
    assert comments.get(db, comment.id).publish
    responses.edit_response(db, key, {CHANGE: said("More parking")})
    changed = comments.get(db, comment.id)
    assert (changed.text, changed.publish, changed.themes) == ("More parking", False, ("Parking",))
    assert responses.get(db, key).answers == {CHANGE: said("More parking")}


def test_a_removed_response_takes_its_comments_and_codes_with_it_and_undo_brings_them_back(
    db: Database, event: str
) -> None:
    key = responses.add_response(db, event, {CHANGE: said("Parking")})
    comment = comments.comments_of(db, event)[0]
    comments.code_comment(db, comment.id, [themes.add_theme(db, "Parking")], now=AFTER)
    responses.remove_response(db, key)
    assert (
        db.value("select count(*) from feedback_answer")
        == db.value("select count(*) from feedback_coding")
        == 0
    )
    history.undo(db)
    assert comments.comments_of(db, event)[0].themes == ("Parking",)
    with pytest.raises(LookupError):
        responses.get(db, "none")


def test_feedback_on_a_cancelled_event_is_not_taken(db: Database, forum: Callable[..., str]) -> None:
    planned = forum()
    events.cancel_event(db, planned)
    with pytest.raises(Problem, match=r"is cancelled, so it has no feedback"):
        responses.add_response(db, planned, {USEFUL: said("5")})
    assert responses.responses_of(db, planned) == []


def test_feedback_on_an_event_that_has_not_begun_is_not_taken(
    db: Database, forum: Callable[..., str]
) -> None:
    planned = events.get(db, forum())
    with pytest.raises(Problem, match=r"has not begun, so nobody can have feedback on it yet"):
        responses.refuse_early(planned, now=planned.starts - timedelta(minutes=1))
    responses.refuse_early(planned, now=planned.starts)
    with pytest.raises(Problem, match=r"has not begun"):
        early = planned.day - timedelta(days=1)
        responses.add_response(db, planned.id, {USEFUL: said("5")}, received_on=early)
    assert responses.responses_of(db, planned.id) == []
