"""What the answers to an event come to: how many answered of those who came, and each question with its base.

“Don’t know”, “not applicable” and no answer are counted apart and are not in the base.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.feedback.questions import AskedQuestion, all_questions
from engagement.forums.feedback.read_value import Answer, option_words
from engagement.forums.feedback.responses import Response, responses_of
from engagement.forums.feedback.vocabulary import NO, SCALE_LENGTH, YES, AnswerKind, AnswerState
from engagement.forums.vocabulary import CAME
from resources.database import Database
from resources.statistics import Change, Interval, Share, change, share, wilson
from resources.wording import count_of, date_words
from resources.words import sql_values


@dataclass(frozen=True)
class QuestionFigures:
    """What one question was answered. `population` is how many could have answered, where that is known."""

    question: AskedQuestion
    counts: tuple[tuple[str, int], ...]
    answered: int
    satisfied_count: int
    middle: int
    dont_know: int
    not_applicable: int
    missing: int
    population: int | None

    @property
    def satisfied(self) -> Share | None:
        """Who was satisfied, of those who answered; None where that cannot be told."""
        return share(self.satisfied_count, self.answered) if self.question.is_measured else None

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the satisfied (Wilson), narrower the more of those who came answered."""
        found = self.satisfied
        if found is None or found.hidden:
            return None
        return wilson(found.count, found.base, population=self.population)

    @property
    def distribution(self) -> tuple[tuple[str, Share], ...]:
        """Each answer of those who answered; where several may be chosen the shares may add to more than all."""
        return tuple((words, share(number, self.answered)) for words, number in self.counts)


@dataclass(frozen=True)
class EventFeedback:
    """An event's feedback as figures."""

    event: Event
    came: int
    responses: int
    questions: tuple[QuestionFigures, ...]

    @property
    def rate(self) -> Share | None:
        """Responses of those who came; None where more answered than came."""
        return share(self.responses, self.came) if self.responses <= self.came else None

    @property
    def measured(self) -> tuple[QuestionFigures, ...]:
        """The questions of which satisfied can be told, and that somebody answered."""
        return tuple(one for one in self.questions if one.question.is_measured and one.answered)

    def of(self, question_id: str) -> QuestionFigures | None:
        """One question's figures."""
        return next((one for one in self.questions if one.question.id == question_id), None)

    def in_words(self) -> str:
        """How many answered, of how many, and what to make of it where that cannot be."""
        told = count_of(self.responses, "response")
        if not self.came:
            return f"{told}. Nobody is recorded as present, so there is no response rate."
        if self.rate is None:
            came = count_of(self.came, "person", "people")
            return (
                f"{told}, and {came} recorded as present: more answers than people, so no response rate is given. "
                "Check the attendance, and whether the file is of this event."
            )
        came = count_of(self.came, "person", "people")
        percentage = f" ({self.rate.shown}%)" if self.rate.shown is not None else ""
        return f"{told} of {came} who came{percentage}."


def feedback(db: Database, event_id: str) -> EventFeedback:
    """The figures of an event: the questions that its kind asks, and those that were answered."""
    event, responses = events.get(db, event_id), responses_of(db, event_id)
    came = int(
        db.value(
            f"select count(*) from participant where event_id = ? and status in ({sql_values(CAME)})",
            (event_id,),
        )
    )
    answered = {question for one in responses for question in one.answers}
    shown = [one for one in all_questions(db) if one.id in answered or one.is_asked_of(event.kind)]
    population = came if came >= len(responses) else None
    return EventFeedback(
        event, came, len(responses), tuple(question_figures(one, responses, population) for one in shown)
    )


def question_figures(
    question: AskedQuestion, responses: Sequence[Response], population: int | None
) -> QuestionFigures:
    """One question's figures from the responses alone."""
    given = [one.answers[question.id] for one in responses if question.id in one.answers]
    states = Counter(one.state for one in given)
    answered = [one for one in given if one.state is AnswerState.ANSWERED]
    satisfied, middle = _satisfied(question, answered)
    return QuestionFigures(
        question, _counts(question, answered), len(answered), satisfied, middle, states[AnswerState.DONT_KNOW],
        states[AnswerState.NOT_APPLICABLE], len(responses) - len(given), population,
    )  # fmt: skip


def _counts(question: AskedQuestion, answered: Sequence[Answer]) -> tuple[tuple[str, int], ...]:
    if question.answer_kind is AnswerKind.SCALE:
        steps = Counter(int(one.value) for one in answered)
        return tuple((option_words(question, step), steps[step]) for step in range(SCALE_LENGTH, 0, -1))
    if question.answer_kind is AnswerKind.YES_NO:
        said = Counter(one.value for one in answered)
        return (("Yes", said[YES]), ("No", said[NO]))
    if question.answer_kind is AnswerKind.CHOICE:
        chosen = Counter(option for one in answered for option in json.loads(one.value))
        return tuple(
            (option, chosen[option]) for option in (*question.options, *(chosen.keys() - {*question.options}))
        )
    return ()


def _satisfied(question: AskedQuestion, answered: Sequence[Answer]) -> tuple[int, int]:
    """How many were satisfied, and how many neither that nor the opposite: the steps between the two ends."""
    if question.answer_kind is AnswerKind.YES_NO:
        return sum(one.value == YES for one in answered), 0
    if question.answer_kind is not AnswerKind.SCALE or question.satisfied_from is None:
        return 0, 0
    steps = [int(one.value) for one in answered]
    opposite = SCALE_LENGTH + 1 - question.satisfied_from
    satisfied = sum(step >= question.satisfied_from for step in steps)
    return satisfied, sum(opposite < step < question.satisfied_from for step in steps)


# --- against the time before ------------------------------------------------------------------------------


@dataclass(frozen=True)
class QuestionChange:
    """A question now and at the event before of the same series, with the verdict and its rule."""

    question: AskedQuestion
    before: Share
    now: Share
    change: Change
    note: str = ""

    @property
    def points(self) -> int | None:
        """In percentage points; None where either base is too small for a percentage."""
        return None if self.before.hidden or self.now.hidden else self.change.points


def event_before(db: Database, event: Event) -> Event | None:
    """The latest earlier event of the same series that has feedback."""
    key = db.value(
        """select id from event where series_id = ? and starts_at < (select starts_at from event where id = ?)
        and exists (select 1 from feedback_response where event_id = event.id) order by starts_at desc, id limit 1""",
        (event.series_id, event.id),
    )
    return events.get(db, key) if key else None


def changes(now: EventFeedback, before: EventFeedback) -> list[QuestionChange]:
    """Each measured question that both events asked."""
    found = []
    for figures in now.measured:
        earlier = before.of(figures.question.id)
        then, current = earlier.satisfied if earlier else None, figures.satisfied
        if then is not None and current is not None and then.base:
            verdict = change(then, current, higher_is_better=True)
            found.append(
                QuestionChange(figures.question, then, current, verdict, _reworded(figures, now, before))
            )
    return found


def _reworded(figures: QuestionFigures, now: EventFeedback, before: EventFeedback) -> str:
    on = figures.question.reworded_on
    if on is None or on < before.event.day:
        return ""
    return (
        f"The words of “{figures.question.text}” were changed on {date_words(on)}, after the earlier event."
    )
