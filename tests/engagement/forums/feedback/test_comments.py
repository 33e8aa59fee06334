"""Comments are coded by somebody at some time, and published one by one, without anybody's name."""

import pytest

from engagement.forums import events
from engagement.forums.feedback import comments, responses, themes
from engagement.forums.feedback.comments import Coding
from engagement.forums.feedback.feedback_tables import NOT_CODED, comments_table, responses_table
from engagement.forums.feedback.questions import all_questions
from engagement.forums.groups import NAMES_WITHHELD
from resources.database import Database, change, history
from resources.problem import Problem
from resources.report.exemption import Exemption
from tests.engagement.forums.feedback.test_themes import write
from tests.engagement.forums.held_forum import AFTER


def test_who_coded_what_and_when(db: Database, event: str) -> None:
    (key,) = write(db, event, "No parking")
    parking = themes.add_theme(db, "Parking")
    comments.code_comment(db, key, [parking], new=["Venue"], now=AFTER)
    found = comments.get(db, key)
    assert found.codings[0] == Coding(parking, "Parking", "Test Officer", AFTER)
    assert found.themes == ("Parking", "Venue")
    comments.code_comment(db, key, [parking], now=AFTER)
    assert comments.get(db, key).themes == ("Parking",)
    history.undo(db)
    assert comments.get(db, key).themes == ("Parking", "Venue")
    with pytest.raises(LookupError):
        comments.get(db, "none")


def test_nothing_is_published_until_it_is_chosen(db: Database, event: str) -> None:
    first, second = write(db, event, "No parking", "Longer lunch")
    assert [one.publish for one in comments.comments_of(db, event)] == [False, False]
    comments.publish_comments(db, [first, second])
    assert history.next_undo(db).action == "Published 2 comments"
    comments.withhold_comments(db, [first])
    assert [one.publish for one in comments.comments_of(db, event)] == [False, True]
    rows = comments_table(comments.comments_of(db, event), events.get(db, event)).rows
    assert rows[0] == ("No parking", NOT_CODED, 0, "What one thing should we change?", 1)
    with pytest.raises(Problem, match="No comment is chosen"):
        comments.publish_comments(db, [])


def test_words_are_withheld_unless_somebody_wrote_the_same_that_may_be_published(
    db: Database, event: str
) -> None:
    first, *_ = write(db, event, "No parking", "No parking", "Longer lunch")
    comments.publish_comments(db, [first])
    assert comments.withheld_words(db) == ["Longer lunch"]


@pytest.mark.parametrize("text", ["Thank Amina Khan for the lunch", "“AMINA  KHAN’s talk, again”"])
def test_a_comment_that_names_somebody_there_is_not_published(db: Database, event: str, text: str) -> None:
    (key,) = write(db, event, text)
    with pytest.raises(Problem, match=r"Comment 1 was not published: it holds .* which points to Amina Khan"):
        comments.publish_comments(db, [key])
    assert not comments.get(db, key).publish


def test_what_was_said_of_a_meeting_of_which_nobody_is_named_is_exempt(db: Database, event: str) -> None:
    def exempt() -> list[Exemption | None]:
        at = events.get(db, event)
        written, held = comments.comments_of(db, event), responses.responses_of(db, event)
        return [comments_table(written, at).exempt, responses_table(held, all_questions(db), at).exempt]

    write(db, event, "No parking")
    assert exempt() == [None, None]
    with change(db, "Closed"):
        db.update_row("event", event, {"confidentiality": "names_withheld"})
    assert exempt() == [NAMES_WITHHELD, NAMES_WITHHELD]
