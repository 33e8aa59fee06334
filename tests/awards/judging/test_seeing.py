"""What a judge sees of the others’ scores: rule by rule, and how far they have come."""

import pytest

from awards.judging.seeing import sees_others, why_hidden
from awards.vocabulary import AssignmentStatus, ScoresSeen

_OPEN = (AssignmentStatus.ASSIGNED, AssignmentStatus.SCORING)
_GIVEN = (AssignmentStatus.SCORED, AssignmentStatus.ABSTAINED)
_LEFT = (AssignmentStatus.CONFLICT, AssignmentStatus.RECUSED, None)


@pytest.mark.parametrize("own", list(AssignmentStatus))
def test_never_is_never(own: AssignmentStatus) -> None:
    assert not sees_others(ScoresSeen.NEVER, own)
    assert why_hidden(ScoresSeen.NEVER, own)


@pytest.mark.parametrize("rule", list(ScoresSeen))
@pytest.mark.parametrize("own", _LEFT)
def test_who_does_not_judge_sees_nothing(rule: ScoresSeen, own: AssignmentStatus | None) -> None:
    assert not sees_others(rule, own)
    assert "does not judge" in why_hidden(rule, own)


def test_after_ones_own_and_always() -> None:
    assert [sees_others(ScoresSeen.AFTER_OWN, own) for own in (*_OPEN, *_GIVEN)] == [False, False, True, True]
    assert all(sees_others(ScoresSeen.ALWAYS, own) for own in (*_OPEN, *_GIVEN))
    assert why_hidden(ScoresSeen.ALWAYS, AssignmentStatus.ASSIGNED) == ""
    assert "once this judge has given" in why_hidden(ScoresSeen.AFTER_OWN, AssignmentStatus.SCORING)
