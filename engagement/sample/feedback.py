"""The sample county's feedback on the two latest forums of the north, with comments that somebody has coded."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.feedback import comments, themes
from engagement.forums.feedback.questions import SHIPPED, start_questions
from engagement.forums.feedback.read_value import DONT_KNOW, NOT_APPLICABLE, Answer
from engagement.forums.feedback.responses import add_response
from engagement.forums.feedback.vocabulary import NO, YES, AnswerState
from engagement.forums.people import participants
from engagement.sample.programme import NORTH_FORUM
from resources.database import Database, change

_USEFUL, _RUN, _RECOMMEND, _CHANGE, _DIFFERENTLY = (one.id for one in SHIPPED)
_RECRUITING, _RECORDS, _DISCHARGE, _VENUE, _TIME = (
    "Recruitment and retention", "Digital care records", "Hospital discharge", "Venue and parking",
    "Time for discussion",
)  # fmt: skip
_TO_CHANGE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("More time at the tables: we had only started on recruitment when we moved on.", (_TIME, _RECRUITING)),
    ("The car park was full by half past nine.", (_VENUE,)),
    ("Ask the hospital to send somebody who decides on discharge.", (_DISCHARGE,)),
    ("Less reading from slides, more examples from other homes.", (_TIME,)),
    ("A microphone. We could not hear the back of the room.", (_VENUE,)),
    ("Send the papers a week before.", ()),
    ("Nothing, please keep it as it is.", ()),
    ("A session on digital care records for small homes.", (_RECORDS,)),
    ("Start a little later, for those of us who do the morning medication round.", ()),
    ("Parking, again.", (_VENUE,)),
)
_TO_DO: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Try the values-based interview questions that Larkmeadow told us about.", (_RECRUITING,)),
    ("Ring the discharge team before Friday rather than after.", (_DISCHARGE,)),
    ("Finish moving our care plans to the digital system.", (_RECORDS,)),
    ("Ask two of our care workers to speak at the college.", (_RECRUITING,)),
    ("Visit another home with my deputy.", ()),
    ("Check the discharge letters against our medicines list each time.", (_DISCHARGE,)),
    ("Offer a permanent contract to our bank staff.", (_RECRUITING,)),
)
_NOT_YET_CODED = 2
"""The last comments of the latest forum still wait to be coded."""


def add_feedback(db: Database, *, today: date) -> None:
    """Answers on paper, typed in a few days later; fewer were content the time before."""
    latest, before = _latest_two(db, today)
    rnd = random.Random("feedback")
    with change(db, "Made the sample county: feedback on forums"):
        start_questions(db)
        _answer(db, before, rnd, weights=(0, 4, 8, 11, 5), answering=0.85)
        _answer(db, latest, rnd, weights=(0, 1, 5, 12, 9), answering=0.9)
        for event, left in ((before, 0), (latest, _NOT_YET_CODED)):
            _code(db, event, left)


def _latest_two(db: Database, today: date) -> tuple[Event, Event]:
    rows = db.rows(
        """select event.id from event join series on series.id = series_id where series.name = ?
        and event.state = 'held' and starts_at < ? order by starts_at desc limit 2""",
        (NORTH_FORUM, today.isoformat()),
    )
    latest, before = (events.get(db, key) for (key,) in rows)
    return latest, before


def _answer(
    db: Database, event: Event, rnd: random.Random, *, weights: tuple[int, ...], answering: float
) -> None:
    came = sum(one.status.came for one in participants.of_event(db, event.id))
    to_change, to_do = cycle(_TO_CHANGE), cycle(_TO_DO)
    for number in range(round(came * answering)):
        answers = {
            _USEFUL: _said(str(rnd.choices(range(1, 6), weights)[0])),
            _RUN: _said(str(rnd.choices(range(1, 6), weights)[0])),
            _RECOMMEND: rnd.choices((_said(YES), _said(NO), DONT_KNOW), (8, 1, 2))[0],
        }
        if number % 9 == 5:
            answers[_RUN] = NOT_APPLICABLE  # left before the end
        if number % 11 == 7:
            del answers[_RECOMMEND]
        if number % 3 == 0:
            answers[_CHANGE] = _said(next(to_change)[0])
        if number % 4 == 1:
            answers[_DIFFERENTLY] = _said(next(to_do)[0])
        add_response(db, event.id, answers, received_on=event.day + timedelta(days=1 + number % 3))


def _said(value: str) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


def _code(db: Database, event: Event, left: int) -> None:
    about = dict((*_TO_CHANGE, *_TO_DO))
    known = {one.name: one.id for one in themes.all_themes(db)}
    written = comments.comments_of(db, event.id)
    coded_at = event.ends + timedelta(days=6)
    for one in written[: len(written) - left]:
        for name in about[one.text]:
            if name not in known:
                known[name] = themes.add_theme(db, name)
        if about[one.text]:
            comments.code_comment(db, one.id, [known[name] for name in about[one.text]], now=coded_at)
    comments.publish_comments(db, list(_fit_to_publish(written)))


def _fit_to_publish(written: list[comments.Comment]) -> Iterator[str]:
    """Two of each forum that say something to everybody and name nobody."""
    fit = [one for one in written if one.text in (_TO_CHANGE[0][0], _TO_CHANGE[3][0], _TO_DO[1][0])]
    return (one.id for one in fit[:2])
