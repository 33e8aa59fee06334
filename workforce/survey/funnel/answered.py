"""What the answers of one response say of the stages, read by the roles of the questions."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from workforce.survey.answers.responses import Answer
from workforce.survey.funnel.steps import STAND_INS, Bounds, Impossible, bounds, impossible
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import FUNNEL, AnswerState, Role


def stage_counts(questions: Iterable[Question], answers: Mapping[str, Answer]) -> dict[Role, Bounds]:
    """How many people at each stage that was answered with figures."""
    return _figures(questions, answers, FUNNEL)


def stage_shares(questions: Iterable[Question], answers: Mapping[str, Answer]) -> dict[Role, Bounds]:
    """The shares said outright, from 0 to 1, by the role of their question."""
    found = _figures(questions, answers, tuple(STAND_INS.values()))
    return {role: share for role, told in found.items() if (share := share_said(told)) is not None}


def share_said(percentage: Bounds) -> Bounds | None:
    """From 0 to 1; None where it is no percentage of people."""
    found = Bounds(percentage.low / 100, percentage.high / 100)
    return found if found.low >= 0 and found.high <= 1 else None


def impossible_answers(
    questions: Iterable[Question], answers: Mapping[str, Answer]
) -> tuple[Impossible, ...]:
    """What of one response cannot be, as it is typed or taken in."""
    return impossible(stage_counts(questions, answers))


def _figures(
    questions: Iterable[Question], answers: Mapping[str, Answer], roles: Iterable[Role]
) -> dict[Role, Bounds]:
    wanted = set(roles)
    found = {}
    for question in questions:
        answer = answers.get(question.id)
        if question.role not in wanted or question.role is None or answer is None:
            continue
        if answer.state is AnswerState.ANSWERED and answer.low is not None and answer.high is not None:
            found[question.role] = bounds(Fraction(answer.low), Fraction(answer.high))
    return found
