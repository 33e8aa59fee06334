"""The findings of a survey with their figures."""

import pytest

from resources.database import Database
from tests.workforce.sample.small_county import TODAY
from workforce.survey.changes.tables import change_sentences
from workforce.survey.report.choice import ReportChoice
from workforce.survey.report.committee import FIRST_PLACES, asked_sentence
from workforce.survey.report.findings import ranking_finding, rate_findings, step_findings
from workforce.survey.report.material import Material, material
from workforce.survey.report.told_findings import asked_told, changes_told, findings_told, rows_of
from workforce.survey.report.topics import lengths_sentence
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves


@pytest.fixture(scope="module")
def m(sampled: Database) -> Material:
    first, again = waves(sampled, surveys(sampled)[0].id)
    return material(sampled, again.id, ReportChoice(compare_with=first.id), today=TODAY)


def test_the_sentences_are_those_of_the_survey_s_own_papers(m: Material) -> None:
    assert asked_told(m).text == asked_sentence(m)
    ranked = [ranking_finding(one, FIRST_PLACES) for one in m.frequencies.values() if one.kind.has_options]
    said = [one.text for one in findings_told(m)]
    assert said[-len(list(rate_findings(m))) :] == list(rate_findings(m))
    assert lengths_sentence(m) in said and set(step_findings(m)) <= set(said)
    assert said[0] in ranked
    assert m.comparison is not None
    assert [one.text for one in changes_told(m.comparison)] == change_sentences(m.comparison)


def test_each_has_a_key_of_its_own(m: Material) -> None:
    assert m.comparison is not None
    for told in (findings_told(m), changes_told(m.comparison)):
        assert len({one.key for one in told}) == len(told)


def test_the_places_of_a_question_are_told_with_their_base(m: Material) -> None:
    found = next(one for one in m.frequencies.values() if one.question.code == "vacancy_reasons")
    told = next(one for one in findings_told(m) if one.key == "vacancy_reasons")
    assert told.figures[0].name == "place_1"
    assert {(one.base, one.rows) for one in told.figures} == {(found.answered, rows_of(found))}
    assert all(one.words in told.text for one in told.figures)


def test_a_change_is_told_from_what_to_what(m: Material) -> None:
    assert m.comparison is not None
    told = [one for one in changes_told(m.comparison) if len(one.figures) == 3]
    assert told
    for one in told:
        assert [figure.name for figure in one.figures] == ["before", "after", "points"]
        assert all(figure.rows == "changes" for figure in one.figures)
