"""Every column of the register's tables has words in the history, or serves the program alone."""

import pytest

from resources.database import Database
from workforce.iwork.row_kinds import BELONGS_TO, KINDS, NAMED_BY, SHOWN_WITH, SILENT
from workforce.iwork.row_words import FIELDS


def _columns(vault: Database, table: str) -> set[str]:
    return {name for (name,) in vault.rows("select name from pragma_table_info(?)", (table,))}


@pytest.mark.parametrize("table", sorted(KINDS))
def test_every_column_has_a_heading_or_is_silent(vault: Database, table: str) -> None:
    told = set(FIELDS[table]) | set(SILENT.get(table, ()))
    assert _columns(vault, table) - {"id"} - set(BELONGS_TO.get(table, ())) <= told
    assert told <= _columns(vault, table), "words for a column that is not there"


def test_what_rows_hang_on_is_there(vault: Database) -> None:
    for table, columns in BELONGS_TO.items():
        assert set(columns) <= _columns(vault, table), table
    for table, column in NAMED_BY.items():
        assert column in _columns(vault, table), table
    for shown in SHOWN_WITH.values():
        assert all(column in _columns(vault, table) for table, column in shown)


@pytest.mark.parametrize(
    ("table", "column", "cell", "words"),
    [
        ("consent", "scope", "matching", "To be matched to posts"),
        ("availability", "weekday", 0, "Monday"),
        ("availability", "from_minute", 570, "9:30am"),
        ("profile", "minutes_wanted", 450, "7.5 hours"),
        ("travel", "most_tenths", 25, "2.5"),
        ("reminder", "due_on", "2026-11-23", "23 November 2026"),
    ],
)
def test_a_cell_reads_in_words(table: str, column: str, cell: str | int, words: str) -> None:
    assert FIELDS[table][column].read(cell, lambda of, key: f"{of} {key}") == words
