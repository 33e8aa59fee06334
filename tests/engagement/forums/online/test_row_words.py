"""How the columns of online attendance are read in the history."""

import pytest

from engagement.forums.online.row_words import FIELDS, KINDS, SILENT
from resources.database import Database
from resources.tables import Cell


@pytest.mark.parametrize("table", sorted(KINDS))
def test_every_column_has_a_heading_or_is_of_no_interest(db: Database, table: str) -> None:
    columns = {name for (name,) in db.rows("select name from pragma_table_info(?)", (table,))}
    assert columns - {"id", *SILENT.get(table, ())} == set(FIELDS[table])


@pytest.mark.parametrize(
    ("table", "column", "cell", "words"),
    [
        ("online_file", "layout", "zoom", "Zoom participants"),
        ("online_file", "starts_at", "2019-12-10T10:00:00+00:00", "10 December 2019 at 10am"),
        ("online_attendance", "seconds", 7259, "120"),
        ("online_attendance", "decision", "too_short", "Too short"),
        ("online_attendance", "participant_id", "key", "participant key"),
        ("known_as", "contact_id", "key", "contact key"),
    ],
)
def test_a_cell_reads_in_the_words_of_the_field(table: str, column: str, cell: Cell, words: str) -> None:
    assert FIELDS[table][column].read(cell, lambda of, key: f"{of} {key}") == words
