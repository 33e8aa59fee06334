"""The recruitment survey begun: it comes with its questionnaire and with practices that providers have tried."""

from resources.database import Database, change
from resources.wording import lower_first
from workforce.survey.action_plan.practices import add_shipped_practices
from workforce.survey.questionnaire.shipped import add_shipped_questions
from workforce.survey.surveys import Survey, add_survey

RECRUITMENT_SURVEY = "Recruitment survey"
_PURPOSE = "How care providers recruit and keep staff: a baseline, and what changed since."


def start_survey(db: Database) -> Survey:
    """The recruitment survey with the questionnaire and the practices that come ready."""
    with change(db, f"Started the {lower_first(RECRUITMENT_SURVEY)}"):
        started = add_survey(db, RECRUITMENT_SURVEY, purpose=_PURPOSE)
        add_shipped_questions(db, started.id)
        add_shipped_practices(db, started.id)
    return started
