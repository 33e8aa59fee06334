"""How the columns of the forums' tables are read."""

import pytest

from engagement.forums.row_words import FIELDS
from resources.database import Database

SILENT = {"id", "seq", "nonce", "undoes_id", "waiting_number"}
"""They serve the program alone."""


@pytest.mark.parametrize("table", ["series", "event", "participant", "check_in"])
def test_every_column_has_a_heading_or_is_of_no_interest(db: Database, table: str) -> None:
    columns = {name for (name,) in db.rows("select name from pragma_table_info(?)", (table,))}
    assert columns - SILENT == set(FIELDS[table])


@pytest.mark.parametrize(
    ("table", "column", "cell", "words"),
    [
        ("event", "kind", "managers_network", "Managers network"),
        ("event", "starts_at", "2019-12-10T10:00:00+00:00", "10 December 2019 at 10am"),
        ("event", "audience", "{}", "All services"),
        ("event", "audience", "{", "The audience rule cannot be read: something other than Provider Desk changed it"),
        ("event", "archived_on", "2020-01-02", "2 January 2020"),
        ("event", "capacity", None, "nothing"),
        ("participant", "status", "waitlisted", "On the waiting list"),
        ("participant", "walk_in", 0, "No"),
        ("participant", "contact_id", "key", "contact key"),
        ("check_in", "kind", "exit", "Out"),
        ("check_in", "list", "paper", "Paper sheet"),
    ],
)  # fmt: skip
def test_a_cell_reads_in_the_words_of_the_field(
    table: str, column: str, cell: str | int | None, words: str
) -> None:
    assert FIELDS[table][column].read(cell, lambda of, key: f"{of} {key}") == words
