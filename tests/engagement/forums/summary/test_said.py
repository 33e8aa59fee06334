from datetime import date

import pytest

from engagement.forums.feedback import questions
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.responses import add_response
from engagement.forums.feedback.vocabulary import AnswerState
from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.summary.reading import events_in
from engagement.forums.summary.said import ActionsTold, actions_told, said, together
from resources.database import Database
from resources.spans import Span
from resources.statistics import share

YEAR = Span(date(2019, 4, 1), date(2020, 3, 31))


def event(db: Database, title: str) -> str:
    return str(db.value("select id from event where title = ?", (title,)))


@pytest.fixture
def answered(year: Database) -> Database:
    """Answers to the first scale question at two forums and at the confidential meeting."""
    questions.start_questions(year)
    scale = next(one for one in questions.all_questions(year) if one.is_measured)
    for title, steps in (("Summer forum", "54"), ("Autumn forum", "2"), ("About Elm Lodge", "555")):
        for step in steps:
            answers = {scale.id: Answer(AnswerState.ANSWERED, step)}
            add_response(year, event(year, title), answers)
    return year


def test_feedback_is_added_up_over_the_events_that_may_be_told_of(answered: Database) -> None:
    found = said(answered, events_in(answered, YEAR))
    assert (found.events, found.responses, found.came) == (2, 3, 5)
    (line,) = found.lines
    assert line.satisfied == share(2, 3)
    assert found.of(line.question) == share(2, 3) and found.of("Another") is None
    assert found.rate == share(3, 5)


def test_nothing_said_is_nothing() -> None:
    found = together([])
    assert (found.responses, found.lines, found.rate) == (0, (), None)


def test_actions_raised_closed_and_open(year: Database) -> None:
    summer, hidden = event(year, "Summer forum"), event(year, "About Elm Lodge")
    earlier = event(year, "Earlier forum")
    done, dropped, _ = (
        actions.raise_action(year, summer, ActionDraft(text=text)) for text in ("Do it", "Drop it", "Keep it")
    )
    late = actions.raise_action(year, earlier, ActionDraft(text="Old"))
    actions.raise_action(year, hidden, ActionDraft(text="Secret"))
    actions.close(year, done, on=date(2019, 7, 1))
    actions.drop(year, dropped, on=date(2020, 3, 31))
    actions.close(year, late, on=date(2020, 4, 1))
    assert actions_told(year, YEAR) == ActionsTold(raised=3, done=1, dropped=1, still_open=2)
    assert actions_told(year, Span(date(2018, 4, 1), date(2019, 3, 31))) == ActionsTold(1, 0, 0, 1)
    assert not actions_told(year, Span(date(2017, 4, 1), date(2018, 3, 31))).any
