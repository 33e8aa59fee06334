"""Every column of the survey's tables has words in the history, or serves the program alone."""

import pytest

from resources.database import Database
from workforce.survey.row_words import BELONGS_TO, FIELDS, KINDS, NAMED_BY, SILENT

_OWNERS = {
    "survey_question": {"survey_id"},
    "survey_asked_option": {"asked_id"},
    "survey_response_service": {"response_id"},
    "survey_answer": {"response_id"},
    "survey_choice": {"answer_id"},
}
"""What a row hangs on is told where it is looked at, and not in words."""


@pytest.mark.parametrize("table", sorted(KINDS))
def test_every_column_has_a_heading_or_is_silent(db: Database, table: str) -> None:
    columns = {name for (name,) in db.rows("select name from pragma_table_info(?)", (table,))}
    told = set(FIELDS[table]) | set(SILENT.get(table, ())) | _OWNERS.get(table, set())
    assert columns - {"id"} == told


def test_every_table_of_the_survey_is_told_of(db: Database) -> None:
    tables = {name for (name,) in db.rows("select name from sqlite_schema where type = 'table'")}
    assert {name for name in tables if name == "survey" or name.startswith("survey_")} == set(KINDS)
    for table, columns in BELONGS_TO.items():
        held = {name for (name,) in db.rows("select name from pragma_table_info(?)", (table,))}
        assert set(columns) <= held
    assert set(NAMED_BY) <= set(KINDS)


@pytest.mark.parametrize(
    ("table", "column", "cell", "words"),
    [
        ("survey_question", "kind", "several_choices", "Several choices"),
        ("survey_question", "role", "attended", "Attended the interview"),
        ("survey_wave", "kind", "re_evaluation", "Re-evaluation"),
        ("survey_wave", "opens_on", "2019-09-02", "2 September 2019"),
        ("survey_invited", "kind", "nursing_home", "Nursing home"),
        ("survey_invited", "kind", "Several kinds", "Several kinds"),
        ("survey_invited", "rating", "good", "Good"),
        ("survey_invited", "active", 1, "Yes"),
        ("survey_comparability", "decided_at", "2020-10-01T09:00:00+00:00", "1 October 2020 at 10am"),
    ],
)
def test_a_cell_reads_in_words(table: str, column: str, cell: str | int, words: str) -> None:
    assert FIELDS[table][column].read(cell, lambda of, key: f"{of} {key}") == words
