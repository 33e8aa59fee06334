from dataclasses import replace
from pathlib import Path

import pytest

from resources.database import Database
from resources.files.publication_workbook import Publication, long_table, save_publication
from resources.problem import Problem
from resources.statistics import share
from resources.tables import Table
from tests.resources.report.word.test_validity import errors_in
from tests.workforce.sample.small_county import TODAY
from workforce.survey.analysis.crosstabs import CrossGroup, CrossRow, Crosstab
from workforce.survey.analysis.frame import AnalysisFilter
from workforce.survey.questionnaire.questions import questions
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.material import material
from workforce.survey.report.published_tables import crosstab_to_publish
from workforce.survey.report.workbook import survey_publication
from workforce.survey.surveys import surveys
from workforce.survey.waves.waves import waves


@pytest.fixture(scope="module")
def choice(sampled: Database) -> tuple[str, ReportChoice]:
    first, again = waves(sampled, surveys(sampled)[0].id)
    return again.id, ReportChoice(compare_with=first.id)


@pytest.fixture(scope="module")
def publication(sampled: Database, choice: tuple[str, ReportChoice]) -> Publication:
    return survey_publication(sampled, *choice, today=TODAY)


def named(publication: Publication, title: str) -> Table:
    return next(one for one in publication.tables if one.title == title)


def test_every_part_has_its_tables(publication: Publication) -> None:
    titles = [one.title for one in publication.tables]
    assert titles[:4] == [
        "Response rate", "Do those who did not answer differ", "What are the main reasons for your vacancies?",
        "What are the main reasons for your vacancies? By kind of service",
    ]  # fmt: skip
    assert titles[-7:] == [
        "Length of service of staff", "Length of service of staff by kind of service", "From application to start",
        "Vacancy, turnover and starters rates",
        "Vacancy, turnover and starters rates by kind of service", "What changed",
        "Themes: What one thing would help you most to recruit and keep staff?",
    ]  # fmt: skip
    assert publication.title == "Recruitment survey, September 2026: tables"
    assert publication.published_on == TODAY and "Nottinghamshire" in publication.publisher


def test_a_frequency_has_bounds_in_columns_and_no_answer_apart(publication: Publication) -> None:
    table = named(publication, "What are the main reasons for your vacancies?")
    assert [one.heading for one in table.columns] == [
        "Answer", "Responses", "Percentage of those who answered", "95% interval, lower bound",
        "95% interval, upper bound", "Place",
    ]  # fmt: skip
    assert [row[0] for row in table.rows[-3:]] == ["Don’t know", "Not applicable", "No answer"]
    assert {cell for row in table.rows[-3:] for cell in row[2:]} == {"[z]"}
    first = table.rows[0]
    assert isinstance(first[2], int) and isinstance(first[3], float) and first[3] < first[2] < first[4]  # type: ignore[operator]


def test_what_a_few_answered_is_refused(sampled: Database, choice: tuple[str, ReportChoice]) -> None:
    key, everything = choice
    few = replace(everything, filter=AnalysisFilter(kinds=("nursing_home",), districts=("Ashfield",)))
    with pytest.raises(Problem, match="The filter leaves 7 answers of Re-evaluation 2026, too few"):
        survey_publication(sampled, key, few, today=TODAY)


def test_changed_questions_have_a_verdict_and_no_difference(publication: Publication) -> None:
    table = named(publication, "What changed")
    rows = [row for row in table.rows if row[9] == "Question changed"]
    assert rows and {row[6] for row in rows} == {"[z]"}
    clear = [
        row for row in table.rows if row[9] in ("Improved", "Worsened", "Clearly lower", "Clearly higher")
    ]
    assert clear and all(isinstance(row[6], float) for row in clear)


def test_weighted_percentages_have_a_column(sampled: Database, choice: tuple[str, ReportChoice]) -> None:
    only = ReportChoice(sections=(Section.TOPICS,), weighted=True)
    publication = survey_publication(sampled, choice[0], only, today=TODAY)
    assert (
        named(publication, "How hard is it to fill your posts?").columns[-1].heading == "Weighted percentage"
    )


def test_by_size_who_answered_is_left_out(sampled: Database, choice: tuple[str, ReportChoice]) -> None:
    only = ReportChoice(filter=AnalysisFilter(sizes=("small",)))
    publication = survey_publication(sampled, choice[0], only, today=TODAY)
    assert "Response rate" not in [one.title for one in publication.tables]
    assert "Only part of the answers is looked at: Small, 10–49 staff." in publication.about


def test_the_workbook_is_whole_and_the_long_table_has_every_figure(
    publication: Publication, tmp_path: Path
) -> None:
    save_publication(publication, tmp_path / "tables.xlsx")
    assert errors_in(tmp_path / "tables.xlsx") == []
    assert len(long_table(publication).rows) > 500


def test_a_group_that_is_not_shown_cannot_be_worked_out_from_the_others(sampled: Database) -> None:
    def groups(*bases: int) -> Crosstab:
        of = tuple(CrossGroup(str(base) if base > 2 else "", f"Group of {base}", base) for base in bases)
        row = CrossRow("", "Pay", tuple(share(base // 2, base) for base in bases), share(20, sum(bases)))
        question = questions(sampled, surveys(sampled)[0].id)[0]
        return Crosstab(question, "Why?", "kind", of, (row,), sum(bases))

    m = material(sampled, waves(sampled, surveys(sampled)[0].id)[0].id, ReportChoice(), today=TODAY)
    assert crosstab_to_publish(m, groups(6, 40, 12)).rows[0][2:] == ("[u]", 50, "[c]")
    assert "A second one is not shown" in " ".join(crosstab_to_publish(m, groups(6, 40, 12)).notes)
    assert crosstab_to_publish(m, groups(6, 40, 2)).rows[0][2:] == ("[u]", 50, "[u]")
    assert crosstab_to_publish(m, groups(40, 12)).rows[0][2:] == (50, 50)
