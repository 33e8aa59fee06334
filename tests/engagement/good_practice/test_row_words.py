import pytest

from engagement.good_practice.row_words import FIELDS
from resources.database import Database


@pytest.mark.parametrize("table", ["good_practice", "buddy_pair", "buddy_meeting"])
def test_every_column_has_a_heading(db: Database, table: str) -> None:
    columns = {name for (name,) in db.rows("select name from pragma_table_info(?)", (table,))}
    assert columns - {"id"} == set(FIELDS[table])


@pytest.mark.parametrize(
    ("table", "column", "cell", "words"),
    [
        ("good_practice", "consent", "not_asked", "Not asked"),
        ("good_practice", "shared_at", "visit", "On a visit"),
        ("good_practice", "shared_on", "2019-12-09", "9 December 2019"),
        ("buddy_meeting", "how", "call", "Telephone call"),
        ("buddy_pair", "ended_on", None, "nothing"),
        ("buddy_pair", "buddy_service_id", "key", "service key"),
    ],
)
def test_a_cell_reads_in_the_words_of_the_field(
    table: str, column: str, cell: str | None, words: str
) -> None:
    assert FIELDS[table][column].read(cell, lambda of, key: f"{of} {key}") == words
