"""Themes are named, renamed, merged and retired, and counted with their base; words are offered and code nothing."""

import pytest

from engagement.forums.feedback import comments, responses, themes
from engagement.forums.feedback.comments import Coding, Comment
from engagement.forums.feedback.feedback_tables import SEVERAL, themes_table
from engagement.forums.feedback.questions import SHIPPED
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.vocabulary import AnswerState
from resources.database import Database, history
from resources.problem import Problem
from tests.engagement.forums.held_forum import AFTER, DAY

CHANGE = SHIPPED[3].id


def write(db: Database, event: str, *texts: str) -> list[str]:
    for text in texts:
        responses.add_response(db, event, {CHANGE: Answer(AnswerState.ANSWERED, text)})
    return [one.id for one in comments.comments_of(db, event)]


def names(db: Database) -> list[str]:
    return [one.name for one in themes.all_themes(db)]


def test_themes_are_added_renamed_and_retired(db: Database) -> None:
    parking, food = themes.add_theme(db, " Parking "), themes.add_theme(db, "food")
    assert names(db) == ["food", "Parking"]
    themes.rename_theme(db, food, "Food and drink")
    with pytest.raises(Problem, match="There is a theme “Parking” already"):
        themes.add_theme(db, "parking")
    with pytest.raises(Problem, match="no name"):
        themes.add_theme(db, " ")
    themes.retire_theme(db, parking, on=DAY)
    assert names(db) == ["Food and drink"]
    with pytest.raises(Problem, match="is retired: restore it"):
        themes.add_theme(db, "PARKING")
    themes.restore_theme(db, parking)
    assert names(db) == ["Food and drink", "Parking"]
    with pytest.raises(LookupError):
        themes.get(db, "none")


def test_merging_moves_every_comment_once(db: Database, event: str) -> None:
    first, second, third = write(db, event, "No parking", "Parking and cars", "Cars")
    parking, cars = themes.add_theme(db, "Parking"), themes.add_theme(db, "Cars")
    comments.code_comment(db, first, [parking], now=AFTER)
    comments.code_comment(db, second, [parking, cars], now=AFTER)
    comments.code_comment(db, third, [cars], now=AFTER)
    themes.merge_themes(db, parking, cars)
    assert [one.themes for one in comments.comments_of(db, event)] == [("Parking",)] * 3
    assert names(db) == ["Parking"]
    history.undo(db)
    assert [one.themes for one in comments.comments_of(db, event)] == [
        ("Parking",),
        ("Cars", "Parking"),
        ("Cars",),
    ]
    with pytest.raises(Problem, match="cannot be merged with itself"):
        themes.merge_themes(db, parking, parking)


def comment(text: str, *about: str) -> Comment:
    return Comment(
        "c", "e", 1, "q", "What?", text, False, tuple(Coding(one, one, "Me", AFTER) for one in about)
    )


def test_a_comment_counts_in_each_of_its_themes_and_the_base_is_all_comments() -> None:
    some = [comment("a", "Parking", "Food"), comment("b", "Parking"), comment("c")]
    counts = themes.theme_counts(some)
    assert [(one.name, one.comments.count, one.comments.base) for one in counts] == [
        ("Parking", 2, 3),
        ("Food", 1, 3),
    ]
    table = themes_table(some, "the forum")
    assert table.rows == [("Parking", 2, 3, None), ("Food", 1, 3, None)]
    assert table.notes[:2] == (SEVERAL, "1 comment is not coded to any theme.")


def test_frequent_words_are_those_of_two_comments_in_their_commonest_form() -> None:
    some = [
        comment("More breaks and parking"),
        comment("A longer break, with parking. Parking!"),
        comment("Breaks"),
    ]
    assert themes.frequent_words(some) == [("breaks", 3), ("parking", 2)]
    assert themes.frequent_words(some, most=1) == [("breaks", 3)]
    assert themes.frequent_words([comment("the event was very useful")] * 3) == []
