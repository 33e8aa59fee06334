"""Whether a question that changed may be compared is decided by a person, with a reason."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from workforce.survey.questionnaire.editing import QuestionDraft, add_question
from workforce.survey.questionnaire.matching import Decision, Match
from workforce.survey.questionnaire.questions import Question
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import QuestionKind, Topic
from workforce.survey.waves.asking import add_asked, drop_asked, set_asked_wording
from workforce.survey.waves.comparability import decide, leave_undecided, matches
from workforce.survey.waves.waves import Wave

NOW = datetime(2020, 10, 1, 9, tzinfo=UTC)
Asked = Callable[[str], Question]


def _undecided(db: Database, earlier: str, later: str) -> int:
    """How many questions changed and wait for somebody to look at them."""
    return sum(one.is_break and one.can_be_decided and not one.decided for one in matches(db, earlier, later))


def test_waves_that_ask_the_same_need_no_decision(db: Database, wave: Wave, later_wave: Wave) -> None:
    found = matches(db, wave.id, later_wave.id)
    assert {one.match for one in found} == {Match.SAME}
    assert _undecided(db, wave.id, later_wave.id) == 0


def test_a_change_waits_for_a_decision(db: Database, wave: Wave, later_wave: Wave, asked: Asked) -> None:
    key = asked("one_thing").id
    set_asked_wording(db, later_wave.id, key, "What would help you most?")
    assert _undecided(db, wave.id, later_wave.id) == 1
    with pytest.raises(FieldProblem, match="needs a reason"):
        decide(db, key, wave.id, later_wave.id, True, " ", NOW)
    found = decide(db, key, wave.id, later_wave.id, True, "Asks  the same", NOW)
    assert found.decision == Decision(True, "Asks the same", "Test Officer", "2020-10-01T09:00:00+00:00")
    assert (found.comparable, _undecided(db, wave.id, later_wave.id)) == (True, 0)
    assert not decide(db, key, wave.id, later_wave.id, False, "", NOW).comparable
    assert leave_undecided(db, key, wave.id, later_wave.id).decision is None
    assert leave_undecided(db, key, wave.id, later_wave.id).decision is None
    undone = history.undo(db)
    assert undone is not None and undone.action.startswith("Left open whether")


def test_a_question_of_one_wave_only_has_nothing_to_compare(
    db: Database, survey: Survey, wave: Wave, later_wave: Wave, asked: Asked
) -> None:
    drop_asked(db, wave.id, asked("one_thing").id)
    added = add_question(db, survey.id, QuestionDraft("Anything else?", Topic.OTHER, QuestionKind.TEXT))
    with pytest.raises(LookupError):
        decide(db, added.id, wave.id, later_wave.id, True, "", NOW)
    add_asked(db, wave.id, added.id)
    for key in (asked("one_thing").id, added.id):
        with pytest.raises(Problem, match="in one of the two waves only"):
            decide(db, key, wave.id, later_wave.id, True, "", NOW)
