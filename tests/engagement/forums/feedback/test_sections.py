"""The sections of a report are public by construction: figures, themes, and comments chosen one by one."""

from pathlib import Path

import docx
import pytest

from desktop.documents import save_public
from engagement.forums import series
from engagement.forums.feedback import comments, responses
from engagement.forums.feedback.figures import feedback
from engagement.forums.feedback.questions import SHIPPED
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.sections import (
    COMMENTS_CHOSEN,
    LEAST_DRAWN,
    WITHHELD,
    feedback_blocks,
    feedback_report,
    finding,
)
from engagement.forums.feedback.vocabulary import AnswerState
from engagement.forums.sections import people_terms
from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import Bullets, ChartBlock, Heading, Paragraph, TableBlock, exempt_part
from tests.engagement.forums.conftest import STARTS
from tests.engagement.forums.held_forum import AFTER

USEFUL, RUN, RECOMMEND, CHANGE, _ = (one.id for one in SHIPPED)


def give(db: Database, event: str, **more: str) -> None:
    answers = {USEFUL: "5", RECOMMEND: "yes"} | {CHANGE: more["text"]} if more else {USEFUL: "2"}
    responses.add_response(
        db, event, {key: Answer(AnswerState.ANSWERED, value) for key, value in answers.items()},
        participant_id=more.get("by"),
    )  # fmt: skip


def words(db: Database, event: str) -> str:
    return repr(feedback_blocks(db, event))


def test_an_event_without_feedback_has_no_section_and_no_document(db: Database, event: str) -> None:
    assert feedback_blocks(db, event) == ()
    with pytest.raises(Problem, match="has no feedback yet"):
        feedback_report(db, event)


def test_comments_stand_in_it_only_when_chosen(db: Database, event: str) -> None:
    give(db, event, text="Parking was hard")
    give(db, event, text="Lunch was short")
    parking, lunch = (one.id for one in comments.comments_of(db, event))
    comments.code_comment(db, parking, [], new=["Parking"], now=AFTER)
    assert "Parking was hard" not in words(db, event)
    comments.publish_comments(db, [lunch])
    blocks = feedback_blocks(db, event)
    assert Bullets(("“Lunch was short”",)) in blocks and Paragraph(COMMENTS_CHOSEN) in blocks
    assert "Parking was hard" not in words(db, event)
    assert [one.text for one in blocks if isinstance(one, Heading)] == [
        "What people said", "What the comments are about", "In people’s own words",
    ]  # fmt: skip
    assert exempt_part(feedback_report(db, event)) is None
    assert not any(one.level == 1 for one in feedback_blocks(db, event, level=2) if isinstance(one, Heading))


def test_nothing_that_was_said_at_a_confidential_event_is_published(db: Database, event: str) -> None:
    give(db, event, text="Lunch was short")
    comments.publish_comments(db, [comments.comments_of(db, event)[0].id])
    with change(db, "Made it confidential"):
        db.update_row("event", event, {"confidentiality": "confidential"})
    blocks = feedback_blocks(db, event)
    assert Paragraph(WITHHELD) in blocks and "Lunch was short" not in repr(blocks)
    with pytest.raises(Problem, match="is confidential, so no feedback on it is published"):
        feedback_report(db, event)
    with change(db, "Left it to its kind"):
        db.update_row("event", event, {"confidentiality": None, "kind": "information_sharing"})
    assert Paragraph(WITHHELD) in feedback_blocks(db, event)


def test_the_figures_are_said_with_their_bases(db: Database, event: str) -> None:
    give(db, event, text="Lunch was short")
    give(db, event)
    (said,) = [one.text for one in feedback_blocks(db, event) if isinstance(one, Paragraph)]
    assert said == (
        "2 responses of 3 people who came. How useful was the event to you? 1 of 2 were satisfied. "
        "Would you recommend it to a colleague? 1 of 1 said yes."
    )
    assert finding(feedback(db, event)) == "Most satisfied: Would you recommend it to a colleague? 1 of 1"


def test_the_event_before_stands_beside_it(db: Database, event: str) -> None:
    later = series.plan_next(
        db, series.series_from_event(db, event, "Quarterly"), STARTS.date().replace(year=2020)
    )
    give(db, event)
    give(db, later, text="Lunch")
    titles = [one.table.title for one in feedback_blocks(db, later) if isinstance(one, TableBlock)]
    assert "Satisfied since Provider forum, December 2019" in titles


def test_a_document_with_somebodys_name_is_refused_by_the_gate(
    db: Database, event: str, tmp_path: Path
) -> None:
    give(db, event, text="Lunch was short")
    key = comments.comments_of(db, event)[0].id
    comments.publish_comments(db, [key])
    save_public(db, feedback_report(db, event), tmp_path / "good.docx", also=people_terms(db, event))
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "good.docx")).paragraphs)
    assert "Lunch was short" in text and "What people said" in text
    with change(db, "Wrote a name behind the verbs' back"):
        db.update_row("feedback_answer", key, {"value": "Ask Amina Khan"})
    with pytest.raises(Problem, match="was not saved"):
        save_public(db, feedback_report(db, event), tmp_path / "bad.docx", also=people_terms(db, event))
    assert not (tmp_path / "bad.docx").exists()


def test_of_few_answers_there_is_no_chart_and_no_row_of_nobody(db: Database, event: str) -> None:
    give(db, event)
    give(db, event, text="Parking was hard")
    blocks = feedback_blocks(db, event)
    assert not any(isinstance(one, ChartBlock) for one in blocks)
    table = next(one.table for one in blocks if isinstance(one, TableBlock))
    assert [row[1] for row in table.rows] == ["1 of 2", "1 of 1"]
    assert "1 question that nobody answered is left out." in table.notes
    assert "0 of 0" not in words(db, event)
    for _ in range(LEAST_DRAWN - 2):
        give(db, event)
    (chart,) = [one for one in feedback_blocks(db, event) if isinstance(one, ChartBlock)]
    assert "well was it run" not in chart.alt.casefold()
