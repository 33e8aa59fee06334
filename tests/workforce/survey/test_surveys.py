"""A survey is started, named, put away and brought back."""

from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from workforce.survey.surveys import (
    Survey,
    add_survey,
    archive_survey,
    edit_survey,
    restore_survey,
    surveys,
)
from workforce.survey.waves.waves import Wave


def test_the_one_with_the_latest_wave_comes_first(db: Database, wave: Wave) -> None:
    add_survey(db, "Exit survey")
    assert [one.name for one in surveys(db)] == ["Recruitment survey", "Exit survey"]


def test_a_name_stands_once(db: Database, survey: Survey) -> None:
    with pytest.raises(FieldProblem, match="called “recruitment Survey” already"):
        add_survey(db, " recruitment  Survey ")
    with pytest.raises(FieldProblem, match="needs a name"):
        edit_survey(db, survey.id, name=" ")
    edited = edit_survey(db, survey.id, name="Recruitment Survey", purpose=" Why people stay ")
    assert edited == Survey(survey.id, "Recruitment Survey", "Why people stay")
    assert edit_survey(db, survey.id, name="Another").purpose == "Why people stay"


def test_an_archived_survey_comes_back_unless_its_name_is_taken(db: Database, survey: Survey) -> None:
    archive_survey(db, survey.id, today=date(2021, 1, 4))
    assert (surveys(db), [one.archived_on for one in surveys(db, archived=True)]) == ([], ["2021-01-04"])
    other = add_survey(db, survey.name)
    with pytest.raises(FieldProblem, match="already"):
        restore_survey(db, survey.id)
    edit_survey(db, other.id, name="Another")
    assert restore_survey(db, survey.id) == survey
