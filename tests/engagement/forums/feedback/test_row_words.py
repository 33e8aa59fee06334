"""Every column of feedback's tables has words in the history, or serves the program alone."""

import pytest

from engagement.forums.feedback.row_words import FIELDS, KINDS, SILENT
from resources.database import Database


@pytest.mark.parametrize("table", sorted(KINDS))
def test_every_column_has_a_heading_or_is_silent(db: Database, table: str) -> None:
    columns = {name for (name,) in db.rows("select name from pragma_table_info(?)", (table,))}
    assert columns - {"id", *SILENT.get(table, ())} == set(FIELDS[table])


@pytest.mark.parametrize(
    ("table", "column", "cell", "words"),
    [
        ("feedback_question", "answer_kind", "yes_no", "Yes or no"),
        ("feedback_question", "event_kind", "training_session", "Training session"),
        ("feedback_question", "options", '["A", "B"]', "A; B"),
        ("feedback_answer", "value", "[not a list", "[not a list"),
        ("feedback_answer", "value", "Parking", "Parking"),
        ("feedback_answer", "state", "dont_know", "Don’t know"),
        ("feedback_answer", "publish", 1, "Yes"),
        ("feedback_response", "source", "typed", "Typed in"),
        ("feedback_question", "retired_on", "2020-01-02", "2 January 2020"),
        ("feedback_coding", "coded_at", "2019-12-10T10:00:00+00:00", "10 December 2019 at 10am"),
    ],
)
def test_a_cell_reads_in_words(table: str, column: str, cell: str | int, words: str) -> None:
    assert FIELDS[table][column].read(cell, lambda of, key: f"{of} {key}") == words
