"""All tables of a wave: whole, sayable and fit to be written out."""

from pathlib import Path

from resources.database import Database
from resources.files.writing import save_csv
from tests.workforce.survey.analysis.made_waves import make_wave
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.tables_of_wave import all_tables, tables_for_staff
from workforce.survey.analysis.weighting import weights_of


def test_every_table_has_cells_for_its_columns_a_base_a_source_and_a_day(data: WaveData) -> None:
    tables = all_tables(data, weights_of(data).weights)
    assert len(tables) == 2 + 8 * 5 + 1 + 4 + 1
    for table in tables:
        assert {len(row) for row in table.rows} <= {len(table.columns)}
        assert table.base and table.source and table.as_at == data.wave.opens_on
        assert table.exempt is None


def test_titles_are_told_apart(data: WaveData) -> None:
    titles = [table.title for table in all_tables(data)]
    assert len(titles) == len(set(titles))


def test_no_table_of_all_names_a_provider(data: WaveData) -> None:
    names = {*data.responses["name"], *data.population["name"]}
    cells = {cell for table in all_tables(data) for row in table.rows for cell in row}
    assert not names & cells
    assert all(table.exempt is not None for table in tables_for_staff(data))


def test_a_filter_reaches_every_table(data: WaveData) -> None:
    part = filtered(data, AnalysisFilter(kinds=("home_care",)))
    for table in [*all_tables(part), *tables_for_staff(part)]:
        assert "Only: Home care." in table.notes


def test_by_size_there_is_no_response_rate_and_the_rest_stands(data: WaveData) -> None:
    part = filtered(data, AnalysisFilter(sizes=("small",)))
    titles = [table.title for table in all_tables(part, by=(GroupBy.KIND,))]
    assert "Response rate" not in titles and "Length of service" in titles
    assert tables_for_staff(part)[0].title == "Rates that cannot be"


def test_a_wave_without_answers_has_its_tables(db: Database, tmp_path: Path) -> None:
    tables = all_tables(read_wave(db, make_wave(db, []).wave_id))
    for at, table in enumerate(tables):
        save_csv(table, tmp_path / f"{at}.csv")
    assert len(list(tmp_path.glob("*.csv"))) == len(tables)
