"""Every column of the tables of ASC-WDS has words in the history, or serves the program alone."""

import pytest

from resources.database import Database
from workforce.ascwds.row_words import BELONGS_TO, FIELDS, KINDS, SILENT


@pytest.mark.parametrize("table", sorted(KINDS))
def test_every_column_has_a_heading_or_is_silent(db: Database, table: str) -> None:
    columns = {name for (name,) in db.rows("select name from pragma_table_info(?)", (table,))}
    assert columns - {"id"} == set(FIELDS[table]) | set(SILENT.get(table, ()))
    assert set(BELONGS_TO.get(table, ())) <= columns


@pytest.mark.parametrize(
    ("table", "column", "cell", "words"),
    [
        ("workplace", "tied_by", "location_id", "CQC Location ID"),
        ("workplace_return", "main_service", "8", "Domiciliary care"),
        ("workplace_return", "status", "nochange", "NOCHANGE"),
        ("worker_record", "job_role", "7", "Senior care worker"),
        ("worker_training", "category", "15", "Assisting and moving people"),
        ("ascwds_file", "as_at", "2019-09-30", "30 September 2019"),
    ],
)
def test_cells_are_said_in_words(table: str, column: str, cell: str, words: str) -> None:
    said = FIELDS[table][column].say
    assert said is not None and said(cell) == words
