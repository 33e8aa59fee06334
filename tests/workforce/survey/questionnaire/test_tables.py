"""The questionnaire as a table: numbered as asked, retired ones last."""

from collections.abc import Callable
from datetime import date

from resources.database import Database
from workforce.survey.questionnaire.editing import retire_question
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.questionnaire.tables import questionnaire_table
from workforce.survey.surveys import Survey
from workforce.survey.waves.waves import Wave


def test_each_question_with_its_place_and_waves(
    db: Database, survey: Survey, wave: Wave, asked: Callable[[str], Question]
) -> None:
    retire_question(db, asked("staff").id, today=date(2020, 1, 6))
    table = questionnaire_table(db, survey.id)
    assert len(table.rows) == len(questions(db, survey.id))
    assert table.rows[0] == (
        1, "How many posts are vacant today?", "About the service", "Number of people", None, "Vacancies",
        "Baseline 2019", "Asked",
    )  # fmt: skip
    last = questionnaire_table(db, survey.id, retired=True).rows[-1]
    assert (last[0], last[-1]) == (None, "Retired")
