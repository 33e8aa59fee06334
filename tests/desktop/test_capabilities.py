"""What each capability brings to what they share holds of the tables and pages that there are."""

from dataclasses import replace

import pytest

from desktop.capabilities import CAPABILITIES, FORUMS, FOUND, RECORDS, ROW_WORDS
from desktop.capability_record import RowWords, row_words_of
from resources.database import Database, Query, history


def tables_of(db: Database) -> set[str]:
    return {str(name) for (name,) in db.rows("select name from sqlite_schema where type = 'table'")}


def test_every_record_has_its_tables_in_the_file() -> None:
    assert [one.tables for one in RECORDS] == list(CAPABILITIES)
    assert len({one.name for one in CAPABILITIES}) == len(CAPABILITIES)


def test_the_history_speaks_only_of_tables_that_there_are(db: Database) -> None:
    named = {
        *ROW_WORDS.kinds,
        *ROW_WORDS.belongs_to,
        *ROW_WORDS.named_alone,
        *ROW_WORDS.fields,
        *ROW_WORDS.silent,
    }
    assert named <= tables_of(db)
    for table, columns in ROW_WORDS.belongs_to.items():
        assert set(columns) <= history.references(db, table).keys(), table


def test_a_row_that_is_another_s_is_named_by_it(db: Database) -> None:
    for table in history.tracked_tables(db):
        columns = {str(row[1]) for row in db.rows(f'pragma table_info("{table}")')}
        if columns & {"name", "title", "file_name", "area"} or table in ROW_WORDS.named_by:
            continue
        assert table in ROW_WORDS.belongs_to or not history.references(db, table), table


def test_no_two_capabilities_describe_one_table() -> None:
    survey = replace(FORUMS, row_words=RowWords(belongs_to={"participant": ("event_id",)}))
    with pytest.raises(ValueError, match="participant"):
        row_words_of((FORUMS, survey))
    shown = replace(FORUMS, row_words=RowWords(shown_with={"participant": (("answer", "participant_id"),)}))
    together = row_words_of((FORUMS, shown)).shown_with["participant"]
    assert together == (
        ("check_in", "participant_id"),
        ("iwork_interest", "participant_id"),
        ("answer", "participant_id"),
    )


def test_each_listing_that_is_looked_through_is_a_capability_s_own(db: Database) -> None:
    own = [listing for one in CAPABILITIES for listing in one.listings]
    assert [where.listing.count(db, Query()).number for where in FOUND] == [0] * len(FOUND)
    assert all(where.listing in own for where in FOUND)
