"""The recruitment survey comes ready."""

from resources.database import Database, history
from workforce.survey.action_plan.practices import practices
from workforce.survey.questionnaire.questions import questions
from workforce.survey.questionnaire.shipped import SHIPPED
from workforce.survey.surveys import Survey, surveys


def test_the_recruitment_survey_comes_ready_and_goes_with_one_undo(db: Database, survey: Survey) -> None:
    assert [one.wording for one in questions(db, survey.id)] == [one.wording for one in SHIPPED]
    assert practices(db)
    history.undo(db)
    assert surveys(db) == []
