"""Bases, shares and intervals, checked against scipy and by hand."""

from datetime import timedelta
from math import isclose

import pytest
from scipy.stats import binomtest

from engagement.forums import events, series
from engagement.forums.feedback import feedback_tables, questions, responses
from engagement.forums.feedback.figures import (
    EventFeedback,
    changes,
    event_before,
    feedback,
    question_figures,
)
from engagement.forums.feedback.questions import SHIPPED, QuestionDraft
from engagement.forums.feedback.read_value import DONT_KNOW, NOT_APPLICABLE, Answer
from engagement.forums.feedback.responses import Response
from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState, Source
from resources.database import Database
from resources.statistics import Verdict
from tests.engagement.forums.conftest import STARTS
from tests.engagement.forums.draft import draft

USEFUL, RUN, RECOMMEND = SHIPPED[:3]


def made(question: QuestionDraft, *answers: str | Answer | None) -> list[Response]:
    given = [Answer(AnswerState.ANSWERED, one) if isinstance(one, str) else one for one in answers]
    key = question.id  # type: ignore[attr-defined]
    return [
        Response(str(at), "event", at, Source.TYPED, answers={key: one} if one else {})
        for at, one in enumerate(given)
    ]


def test_dont_know_not_applicable_and_missing_are_not_in_the_base() -> None:
    found = question_figures(
        USEFUL, made(USEFUL, "5", "4", "3", "2", "1", DONT_KNOW, NOT_APPLICABLE, None), 10
    )
    assert (found.answered, found.satisfied_count, found.middle) == (5, 2, 1)
    assert (found.dont_know, found.not_applicable, found.missing) == (1, 1, 1)
    assert found.counts == (
        ("5 – Very useful", 1), ("4 – Useful", 1), ("3 – Somewhat useful", 1), ("2 – Not very useful", 1),
        ("1 – Not at all useful", 1),
    )  # fmt: skip


def test_a_base_below_ten_has_no_percentage_and_no_interval() -> None:
    found = question_figures(RECOMMEND, made(RECOMMEND, "yes", "yes", "yes", "no"), 9)
    assert found.satisfied is not None and found.satisfied.shown is None and found.interval is None
    assert feedback_tables.share_words(found.satisfied) == "3 of 4"
    assert feedback_tables.interval_words(found) == "base too small"


@pytest.mark.parametrize(("yes", "no"), [(18, 6), (9, 1), (0, 12), (40, 3), (12, 0)])
def test_the_interval_without_a_population_is_wilsons(yes: int, no: int) -> None:
    found = question_figures(RECOMMEND, made(RECOMMEND, *["yes"] * yes, *["no"] * no), None)
    expected = binomtest(yes, yes + no).proportion_ci(method="wilson")
    assert found.interval is not None
    assert isclose(found.interval.low, expected.low, abs_tol=1e-12)
    assert isclose(found.interval.high, expected.high, abs_tol=1e-12)


def test_the_interval_is_narrower_the_more_of_those_who_came_answered() -> None:
    answers = made(RECOMMEND, *["yes"] * 18, *["no"] * 6)
    wide, narrow, none = (question_figures(RECOMMEND, answers, came).interval for came in (None, 30, 24))
    assert wide and narrow and none
    assert wide.low < narrow.low < 0.75 < narrow.high < wide.high
    assert (none.low, none.high) == (0.75, 0.75)
    # with 24 of 30 the effective base is 24 × 29 / 6 = 116: the interval that scipy gives for 87 of 116
    expected = binomtest(87, 116).proportion_ci(method="wilson")
    assert isclose(narrow.low, expected.low) and isclose(narrow.high, expected.high)
    assert (
        feedback_tables.interval_words(question_figures(RECOMMEND, answers, 24))
        == "everybody answered, small base"
    )


def test_several_choices_count_each_and_have_no_satisfied() -> None:
    topics = questions.AskedQuestion("Topics", AnswerKind.CHOICE, options=("A", "B"), id="t", position=9)
    found = question_figures(topics, made(topics, '["A", "B"]', '["A"]', None), 5)
    assert found.counts == (("A", 2), ("B", 1)) and found.satisfied is None and found.interval is None
    assert [part.base for _, part in found.distribution] == [2, 2]


def answer(db: Database, event: str, *values: str) -> None:
    for value in values:
        responses.add_response(db, event, {USEFUL.id: Answer(AnswerState.ANSWERED, value)})


def test_the_rate_is_of_those_who_came_and_guarded(db: Database, event: str) -> None:
    assert feedback(db, event).in_words() == "0 responses of 3 people who came."
    answer(db, event, "5", "4")
    found = feedback(db, event)
    assert found.came == 3 and found.rate is not None and (found.rate.count, found.rate.base) == (2, 3)
    assert found.in_words() == "2 responses of 3 people who came."
    answer(db, event, "5", "4")
    more = feedback(db, event)
    assert more.rate is None and "more answers than people" in more.in_words()
    assert more.questions[0].population is None


def test_an_event_that_nobody_is_recorded_at_says_so(db: Database) -> None:
    event = events.plan_event(db, draft())
    answer(db, event, "5")
    assert (
        feedback(db, event)
        .in_words()
        .endswith("Nobody is recorded as present, so there is no response rate.")
    )


def test_questions_with_answers_stay_when_they_are_retired(db: Database, event: str) -> None:
    answer(db, event, "5")
    questions.retire_question(db, USEFUL.id, on=STARTS.date())
    questions.retire_question(db, RUN.id, on=STARTS.date())
    shown = [one.question.id for one in feedback(db, event).questions]
    assert USEFUL.id in shown and RUN.id not in shown


def in_a_series(db: Database, event: str) -> str:
    key = series.series_from_event(db, event, "Quarterly forum")
    return series.plan_next(db, key, STARTS.date() + timedelta(days=91))


def test_the_change_since_the_event_before_has_a_verdict_with_its_rule(db: Database, event: str) -> None:
    later = in_a_series(db, event)
    assert event_before(db, events.get(db, later)) is None  # it has no feedback yet
    answer(db, event, *["4"] * 15, *["2"] * 20)
    answer(db, later, *["4"] * 30, *["2"] * 4)
    before, now = feedback(db, event), feedback(db, later)
    assert event_before(db, now.event) == before.event
    (found,) = changes(now, before)
    assert (found.change.verdict, found.points) == (Verdict.IMPROVED, 45)
    table = feedback_tables.change_table([found], before, now)
    assert table.rows[0][1:] == ("15 of 35 (43%)", "30 of 34 (88%)", 45, "Improved")
    assert table.notes[0].startswith(
        "A change is called improved or worsened only when both bases are 30 or more"
    )


def test_a_small_base_has_no_verdict_and_a_reworded_question_is_said(db: Database, event: str) -> None:
    later = in_a_series(db, event)
    answer(db, event, "4")
    answer(db, later, "2")
    day = events.get(db, later).day
    questions.edit_question(db, USEFUL.id, QuestionDraft("How useful?", AnswerKind.SCALE), on=day)
    (found,) = changes(feedback(db, later), feedback(db, event))
    assert (found.change.verdict, found.points) == (Verdict.BASE_TOO_SMALL, None)
    assert "were changed on" in found.note


def test_tables_say_their_bases_and_rules(db: Database, event: str) -> None:
    answer(db, event, "5", "4")
    table = feedback_tables.figures_table(feedback(db, event))
    assert table.rows[0] == (USEFUL.text, 2, 2, None, "base too small", 0, 0, 0)
    assert table.rows[1] == (RUN.text, 0, None, None, "", 0, 0, 2)
    assert feedback_tables.SMALL_BASES in table.notes and feedback_tables.NOT_IN_THE_BASE in table.notes
    spread = feedback_tables.distribution_table(feedback(db, event))
    assert spread.rows[0] == (USEFUL.text, "5 – Very useful", 1, 2, None) and spread.rows[1][0] == USEFUL.text
    assert feedback_tables.distribution_table(feedback(db, event), repeat=False).rows[1][0] == ""
    page = feedback_tables.document_table(feedback(db, event))
    assert page.rows[0] == (USEFUL.text, "2 of 2", "base too small", 0, 0, 0)
    assert len(page.columns) == len(page.rows[0])
    assert feedback_tables.questions_table(list(SHIPPED)).rows[2][1] == "Yes or no"
    assert isinstance(feedback(db, event), EventFeedback)
