"""The attendance summary: its sentences, and that no name is ever in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents import save_public
from engagement.forums.feedback import questions
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.responses import add_response
from engagement.forums.feedback.vocabulary import AnswerState
from engagement.forums.summary.answering import period_summary
from engagement.forums.summary.reading import people_terms
from engagement.forums.summary.sections import (
    held_sentences,
    period_report,
    reach_sentences,
    summary_blocks,
)
from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import ChartBlock, Heading, Report, exempt_part, public_part
from resources.report.document_text import passages
from resources.report.leak_gate import search
from resources.report.word import save_word

FIRST, LAST, TODAY = date(2019, 4, 1), date(2020, 3, 31), date(2022, 1, 1)


def test_the_sentences_of_a_year(year: Database) -> None:
    found = period_summary(year, FIRST, LAST, today=TODAY)
    assert held_sentences(found) == [
        "4 events were held from 1 April 2019 to 31 March 2020. They were 2 provider forums, 1 meeting of the "
        "managers network and 1 information-sharing meeting.",
        "1 of them was confidential. Confidential meetings are counted, and nothing else is told of them.",
        "1 event was cancelled.",
        "4 people came, with 6 attendances: 3 from 2 providers, 1 from 1 partner organisation.",
        "In the same period a year before, 1 event was held, with 1 attendance.",
    ]
    assert reach_sentences(found) == [
        "Of 3 providers in the register in Nottinghamshire on 31 March 2020, 2 came to something. A year before it was "
        "1 of 3: a base is too small to speak of a change.",
        "Of 3 services in the register in Nottinghamshire on 31 March 2020, 2 came to something. A year before it was "
        "1 of 3: a base is too small to speak of a change.",
        "Of 5 people of providers who had a place, 2 did not come. A year before it was 1 of 2: a base is too small "
        "to speak of a change.",
    ]


def test_a_period_that_is_not_over_says_so_far_and_is_compared_with_equal_days(year: Database) -> None:
    found = period_summary(year, FIRST, LAST, today=date(2019, 6, 20))
    told = held_sentences(found)
    assert told[0] == "1 event was held from 1 April 2019 so far, to 20 June 2019: 1 provider forum."
    assert told[-1] == "From 1 April 2018 to 20 June 2018, 1 event was held, with 1 attendance."
    report = period_report(year, FIRST, LAST, today=date(2019, 6, 20))
    assert report.subtitle == "Attendance summary, 1 April 2019 so far, to 20 June 2019"
    assert report.as_at == date(2019, 6, 20)


def test_quarters_that_are_level_are_named_together(year: Database) -> None:
    found = period_summary(year, date(2019, 7, 1), date(2019, 9, 30), today=TODAY)
    level = [replace(one, attendances=4) for one in found.quarters * 2]
    (chart,) = [
        one for one in summary_blocks(replace(found, quarters=tuple(level))) if isinstance(one, ChartBlock)
    ]
    assert "Each quarter had 4 attendances" in chart.alt


def test_the_sections_and_their_order(year: Database) -> None:
    blocks = summary_blocks(period_summary(year, FIRST, LAST, today=TODAY))
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "Forums held", "Who was reached", "By kind of service", "By district", "Quarter by quarter",
    ]  # fmt: skip
    (chart,) = [block for block in blocks if isinstance(block, ChartBlock)]
    assert "Apr to Jun 2019 had the most attendances: 3 of 6" in chart.alt
    assert exempt_part(Report("Summary", blocks=blocks)) is None  # public by construction


def test_a_period_without_events_has_no_report(year: Database) -> None:
    with pytest.raises(Problem, match="No event is kept from 1 January 2010 to 31 December 2010"):
        period_report(year, date(2010, 1, 1), date(2010, 12, 31), today=TODAY)


def names(db: Database) -> list[str]:
    """Everybody and every organisation and service that the register knows."""
    return [
        str(name)
        for table in ("contact", "provider", "service")
        for (name,) in db.rows(f"select name from {table}")
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.dates(date(2018, 4, 1), date(2020, 3, 31)), days=st.integers(0, 800))
def test_no_name_is_in_the_summary_of_any_period(
    year: Database, tmp_path: Path, first: date, days: int
) -> None:
    last = date.fromordinal(first.toordinal() + days)
    try:
        report = period_report(year, first, last, today=TODAY)
    except Problem:
        return  # nothing is kept of those days
    path = tmp_path / "summary.docx"
    save_word(public_part(report), path, exempt_terms=people_terms(year, first, last))
    assert search(path, people_terms(year, date(2000, 1, 1), date(2100, 1, 1))) == []
    text = "\n".join(passage.text for passage in passages(path.read_bytes()))
    assert [name for name in names(year) if name in text] == []
    titles = [title for (title,) in year.rows("select title from event")]
    assert [title for title in titles if title in text] == []


def test_a_question_that_names_somebody_there_stops_the_document(year: Database, tmp_path: Path) -> None:
    questions.start_questions(year)
    scale = next(one for one in questions.all_questions(year) if one.is_measured)
    with change(year, "Worded it"):
        year.update_row("feedback_question", scale.id, {"text": "How useful was the talk of Amina Khan?"})
    event = year.value("select id from event where title = 'Summer forum'")
    add_response(year, event, {scale.id: Answer(AnswerState.ANSWERED, "5")})
    terms = people_terms(year, FIRST, LAST)
    with pytest.raises(Problem, match="holds words that are exempt"):
        save_public(
            year, period_report(year, FIRST, LAST, today=TODAY), tmp_path / "summary.docx", also=terms
        )
    assert not (tmp_path / "summary.docx").exists()
