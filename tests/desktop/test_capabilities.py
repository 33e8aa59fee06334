"""What each capability brings to what they share holds of the tables and pages that there are."""

from desktop.capabilities import CAPABILITIES, FOUND, RECORDS, ROW_WORDS
from resources.database import Database, Query


def tables_of(db: Database) -> set[str]:
    return {str(name) for (name,) in db.rows("select name from sqlite_schema where type = 'table'")}


def test_every_record_has_its_tables_in_the_file() -> None:
    assert [one.tables for one in RECORDS] == list(CAPABILITIES)
    assert len({one.name for one in CAPABILITIES}) == len(CAPABILITIES)


def test_the_history_speaks_only_of_tables_that_there_are(db: Database) -> None:
    referred = {table for _, table in ROW_WORDS.belongs_to} | set(ROW_WORDS.refers_to.values())
    named = set(ROW_WORDS.kinds) | referred | set(ROW_WORDS.named_alone)
    assert named <= tables_of(db)


def test_each_listing_that_is_looked_through_is_a_capability_s_own(db: Database) -> None:
    own = [listing for one in CAPABILITIES for listing in one.listings]
    assert [where.listing.count(db, Query()).number for where in FOUND] == [0] * len(FOUND)
    assert all(where.listing in own for where in FOUND)
