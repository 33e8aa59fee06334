"""What people said, for a committee: figures of a period, and comments chosen one by one."""

from datetime import date

import pytest

from engagement.forums.feedback import comments, responses
from engagement.forums.feedback.committee_section import LEFT_OUT, make
from engagement.forums.feedback.questions import SHIPPED
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.vocabulary import AnswerState
from resources.database import Database
from resources.report.blocks import Bullets, Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span

USEFUL, RUN, RECOMMEND, CHANGE, _ = (one.id for one in SHIPPED)
QUARTER = Span(date(2019, 10, 1), date(2019, 12, 31))
TODAY = date(2020, 1, 6)


def made(db: Database, span: Span = QUARTER, **options: str) -> Section:
    return make(Ask(db=db, vault=None, span=span, since=date(2019, 9, 30), today=TODAY, options=options))


def texts(section: Section) -> dict[str, str]:
    return {
        block.key: block.text if isinstance(block, Paragraph) else "\n".join(block.items)
        for block in section.blocks
        if isinstance(block, (Paragraph, Bullets))
    }


@pytest.fixture
def answered(db: Database, held: tuple[str, dict[str, str]]) -> str:
    """Twelve answers to the forum of December: all found it useful, three would not recommend it."""
    event, _ = held
    for number in range(12):
        given = {USEFUL: "5", RECOMMEND: "yes" if number < 9 else "no"}
        given |= {CHANGE: "Lunch was short"} if number < 2 else {}
        responses.add_response(
            db, event, {key: Answer(AnswerState.ANSWERED, value) for key, value in given.items()}
        )
    return event


def test_the_figures_of_a_period_are_told(db: Database, answered: str) -> None:
    section = made(db)
    told = texts(section)
    assert told["responses"] == (
        "On the events held from 1 October 2019 to 31 December 2019: 12 responses to 1 event."
    )
    assert told["satisfied"] == (
        "Most were satisfied where asked “How useful was the event to you?”: 100% (12 of 12, a small base). Fewest "
        "were where asked “Would you recommend it to a colleague?”: 75% (9 of 12, a small base)."
    )
    assert [row[1:3] for b in section.blocks if isinstance(b, TableBlock) for row in b.table.rows] == [
        (12, 12), (9, 12),
    ]  # fmt: skip
    assert section.rows["responses"]().rows == [("2019-12-10", "Provider forum, December 2019", 3, 12)]
    assert section.rows["satisfied"]().rows and section.rows["before"]().rows == []


def test_comments_stand_in_it_once_and_only_when_chosen(db: Database, answered: str) -> None:
    assert "comments" not in texts(made(db))
    comments.publish_comments(db, [one.id for one in comments.comments_of(db, answered)])
    assert texts(made(db))["comments"] == "“Lunch was short”"
    assert "comments" not in texts(made(db, comments=LEFT_OUT))


def test_a_period_without_answers_says_so(db: Database, answered: str) -> None:
    section = made(db, Span(date(2019, 1, 1), date(2019, 3, 31)))
    assert texts(section) == {
        "responses": "There was no response to the events held from 1 January 2019 to 31 March 2019."
    }


def test_without_feedback_there_is_nothing_to_tell(db: Database) -> None:
    with pytest.raises(NothingToTell, match="No feedback is kept"):
        made(db)
