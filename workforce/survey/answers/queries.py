"""Answers of a response that cannot all be right: listed, to be asked about; nothing is changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from resources.database import Database
from resources.statistics import Bounds
from resources.wording import capital_first
from workforce.survey.answers.responses import Answer, Response, figures_in, responses_by_key
from workforce.survey.funnel.steps import impossible
from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, AnswerState, QuestionKind, Role
from workforce.survey.waves.asked import Asked, asked_of_wave

Said = tuple[str, tuple[str, ...]]
"""A sentence, and the questions that it is about."""


@dataclass(frozen=True)
class Query:
    """A response with answers that cannot all be right, a sentence that says why, and the questions concerned."""

    response: Response
    sentence: str
    questions: tuple[str, ...]


def queries(db: Database, wave_id: str) -> list[Query]:
    """Every query of a wave, by the number of the response."""
    asked = asked_of_wave(db, wave_id)
    held = responses_by_key(db, queried_in(db, wave_id, asked))
    return [query for one in held for query in queries_of(one, asked)]


def queried_in(db: Database, wave_id: str, asked: list[Asked]) -> set[str]:
    """The keys of the responses with a query; every query is about figures, so that they alone are read."""
    found = figures_in(db, wave_id)
    return {key for key, answers in found.items() if impossible_answers(answers, asked)}


def queried_that_count(db: Database, wave_id: str) -> tuple[str, ...]:
    """The same of the responses that count, by number; worked out again only where a figure or a question changed."""
    rows = db.rows(
        """select response_id, question_id, state, low, high from survey_response
        join survey_answer on response_id = survey_response.id
        where wave_id = ? and counts = 1 and (low is not null or high is not null) order by number, response_id""",
        (wave_id,),
    )
    return _queried(tuple(map(tuple, rows)), tuple(asked_of_wave(db, wave_id)))


@lru_cache(maxsize=16)
def _queried(rows: tuple[tuple[str, ...], ...], asked: tuple[Asked, ...]) -> tuple[str, ...]:
    found: dict[str, dict[str, Answer]] = {}
    for response_id, question, state, low, high in rows:
        found.setdefault(response_id, {})[question] = Answer(AnswerState(state), (), low, high)
    every = list(asked)
    return tuple(key for key, answers in found.items() if impossible_answers(answers, every))


def queries_of(held: Response, asked: list[Asked]) -> list[Query]:
    """What cannot be right in one response. Pure."""
    return [
        Query(held, sentence, questions) for sentence, questions in impossible_answers(held.answers, asked)
    ]


def impossible_answers(answers: Mapping[str, Answer], asked: list[Asked]) -> list[Said]:
    """Sentences on answers that cannot all be right, each with its questions; for the entry form too. Pure."""
    by_role = {one.question.role: one.question.id for one in asked if one.question.role is not None}
    figures = {role: ends for role, key in by_role.items() if (ends := _bounds(answers.get(key)))}
    found: list[Said] = []
    for one in impossible({role: figures[role] for role in FUNNEL if role in figures}):
        found.append(
            (f"{capital_first(one.sentence)} cannot be.", (by_role[one.stage_from], by_role[one.stage_to]))
        )
    found += _lengths_of_service(figures, by_role)
    found += _more_than_staff(figures, by_role)
    found += _impossible_figures(answers, asked)
    return found


def _bounds(answer: Answer | None) -> Bounds | None:
    """Both ends of a figure; None where there is none or one end is open."""
    if (
        answer is None
        or answer.state is not AnswerState.ANSWERED
        or answer.low is None
        or answer.high is None
    ):
        return None
    return Bounds(Fraction(answer.low), Fraction(answer.high))


def _lengths_of_service(figures: Mapping[Role, Bounds], by_role: Mapping[Role, str]) -> list[Said]:
    """Everybody stands in one length of service, so together they are no more than the staff."""
    staff = figures.get(Role.STAFF)
    given = [role for role in LENGTHS_OF_SERVICE if role in figures]
    if staff is None or not given:
        return []
    fewest = sum((figures[role].low for role in given), Fraction(0))
    most = sum((figures[role].high for role in given), Fraction(0))
    questions = (by_role[Role.STAFF], *(by_role[role] for role in given))
    if fewest > staff.high:
        return [(f"The lengths of service come to {fewest} people, and the staff are {staff}.", questions)]
    if len(given) == len(LENGTHS_OF_SERVICE) and most < staff.low:
        said = f"The lengths of service come to {most} people, fewer than the staff, who are {staff}."
        return [(said, questions)]
    return []


_MOST_TIMES_STAFF = 3


def _more_than_staff(figures: Mapping[Role, Bounds], by_role: Mapping[Role, str]) -> list[Said]:
    """Vacancies, starters or leavers that are many times the staff are more likely a slip."""
    staff = figures.get(Role.STAFF)
    if staff is None or staff.high <= 0:
        return []
    words = {Role.VACANCIES: "posts are vacant", Role.STARTERS: "people started", Role.LEAVERS: "people left"}
    return [
        (
            f"{figures[role]} {told}, more than {_MOST_TIMES_STAFF} times the staff, who are {staff}.",
            (by_role[Role.STAFF], by_role[role]),
        )
        for role, told in words.items()
        if role in figures and figures[role].low > _MOST_TIMES_STAFF * staff.high
    ]


def _impossible_figures(answers: Mapping[str, Answer], asked: list[Asked]) -> list[Said]:
    """Shares above 100 per cent, fewer than nobody, parts of people."""
    found: list[Said] = []
    for one in asked:
        answer = answers.get(one.question.id)
        ends = [Fraction(end) for end in (answer.low, answer.high) if end is not None] if answer else []
        said = ""
        if one.question.unit == "%" and any(end > 100 for end in ends):
            said = "is above 100%"
        elif any(end < 0 for end in ends) and one.question.kind is not QuestionKind.NUMBER:
            said = "is below 0"
        elif one.question.kind is QuestionKind.PEOPLE and any(end.denominator != 1 for end in ends):
            said = "is not a whole number of people"
        if said and answer is not None:
            found.append((f"“{one.wording}” {said}: {answer.said or answer.low}.", (one.question.id,)))
    return found
