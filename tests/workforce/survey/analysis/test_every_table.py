"""The tables of a wave, all of them: whole, sayable and fit to be written out."""

from collections.abc import Iterator
from pathlib import Path

from resources.database import Database
from resources.files.writing import save_csv
from resources.tables import Table
from tests.workforce.survey.analysis.made_waves import make_wave
from workforce.survey.analysis.crosstabs import crosstab, crosstab_table
from workforce.survey.analysis.figures import figures_by_table, figures_table
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.frequencies import Weights, frequencies, frequency_table
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.length_of_service import differences_table, length_of_service_table
from workforce.survey.analysis.non_response import non_response_table
from workforce.survey.analysis.rates import Rate, incorrect_table, rates_by_table, rates_table
from workforce.survey.analysis.response_rate import not_answered_table, response_rate_table
from workforce.survey.analysis.text_answers import texts_table
from workforce.survey.analysis.weighting import weights_of
from workforce.survey.funnel.funnel import funnel
from workforce.survey.funnel.tables import by_kind_table, stages_table, steps_table
from workforce.survey.vocabulary import QuestionKind


def _of_all(data: WaveData, weights: Weights | None = None) -> Iterator[Table]:
    """Those that name nobody."""
    if data.known_population is not None:
        yield from (response_rate_table(data), non_response_table(data))
    for found in frequencies(data, weights):
        yield frequency_table(found, data)
        if found.answered and found.kind is not QuestionKind.TEXT:
            yield from (crosstab_table(crosstab(data, found.question.id, by), data) for by in GroupBy)
    yield figures_table(data)
    yield from (
        figures_by_table(data, one.question.id, GroupBy.KIND)
        for one in data.asked
        if one.question.kind in (QuestionKind.NUMBER, QuestionKind.PEOPLE)
    )
    yield from (
        rates_table(data), rates_by_table(data, Rate.VACANCY), rates_by_table(data, Rate.TURNOVER),
        length_of_service_table(data), texts_table(data),
    )  # fmt: skip
    found_funnel = funnel(data)
    yield from (steps_table(found_funnel), stages_table(found_funnel), by_kind_table(found_funnel))


def _for_staff(data: WaveData) -> Iterator[Table]:
    """Those that name who is to be asked."""
    if data.known_population is not None:
        yield not_answered_table(data)
    yield from (incorrect_table(data), differences_table(data))


def test_every_table_has_cells_for_its_columns_a_base_a_source_and_a_day(data: WaveData) -> None:
    tables = list(_of_all(data, weights_of(data).weights))
    assert len(tables) > 40
    for table in tables:
        assert {len(row) for row in table.rows} <= {len(table.columns)}
        assert table.base and table.source and table.as_at == data.wave.opens_on


def test_numbers_of_people_their_rates_and_lengths_of_service_are_for_staff(data: WaveData) -> None:
    tables = list(_of_all(data))
    for_staff = {table.title for table in tables if table.exempt is not None}
    assert {
        table.title for table in (rates_table(data), length_of_service_table(data), figures_table(data))
    } <= (for_staff)
    by_kind = [rates_by_table(data, rate) for rate in Rate]
    assert all(table.exempt is not None for table in by_kind)
    for one in data.asked:
        if one.question.kind in (QuestionKind.NUMBER, QuestionKind.PEOPLE):
            table = figures_by_table(data, one.question.id, GroupBy.KIND)
            assert (table.exempt is not None) == (one.question.kind is QuestionKind.PEOPLE)
    assert all(
        table.exempt is None
        for table in tables
        if "By " in table.title and "Median" not in str(table.columns)
    )


def test_no_base_says_that_it_is_one_for_whoever_prints_it_does(data: WaveData) -> None:
    for table in [*_of_all(data), *_for_staff(data)]:
        assert not table.base.startswith("Base") and table.base_line.startswith("Base: ")


def test_titles_are_told_apart(data: WaveData) -> None:
    titles = [table.title for table in _of_all(data)]
    assert len(titles) == len(set(titles))


def test_no_table_of_all_names_a_provider(data: WaveData) -> None:
    names = {*data.responses["name"], *data.population["name"]}
    cells = {cell for table in _of_all(data) for row in table.rows for cell in row}
    assert not names & cells
    assert all(table.exempt is not None for table in _for_staff(data))


def test_a_filter_reaches_every_table(data: WaveData) -> None:
    part = filtered(data, AnalysisFilter(kinds=("home_care",)))
    for table in [*_of_all(part), *_for_staff(part)]:
        assert "Only: Home care." in table.notes


def test_by_size_the_rest_stands(data: WaveData) -> None:
    part = filtered(data, AnalysisFilter(sizes=("small",)))
    assert [table for table in _of_all(part) if table.title == "Length of service"]
    assert next(table.title for table in _for_staff(part)) == "Rates that cannot be"


def test_a_wave_without_answers_has_its_tables(db: Database, tmp_path: Path) -> None:
    tables = list(_of_all(read_wave(db, make_wave(db, []).wave_id)))
    for at, table in enumerate(tables):
        save_csv(table, tmp_path / f"{at}.csv")
    assert len(list(tmp_path.glob("*.csv"))) == len(tables)
