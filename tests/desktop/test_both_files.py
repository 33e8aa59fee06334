"""A job reads both files over connections that are closed when it is done, whatever came of it."""

import pytest

from desktop.both_files import with_connections
from resources.database import Database, OpenFile
from resources.problem import Problem


def test_both_are_read_and_closed(opened: OpenFile) -> None:
    held: list[Database] = []

    def read(db: Database, locked: Database | None) -> int:
        held.extend(one for one in (db, locked) if one is not None)
        return len(held)

    assert with_connections(opened, opened, read) == 2
    assert with_connections(opened, None, read) == 3
    assert opened.db not in held
    for one in held:
        with pytest.raises(Exception, match="closed"):
            one.value("select 1")


def test_they_are_closed_where_reading_is_refused(opened: OpenFile) -> None:
    held: list[Database] = []

    def read(db: Database, _locked: Database | None) -> None:
        held.append(db)
        raise Problem("Nothing is there.")

    with pytest.raises(Problem):
        with_connections(opened, None, read)
    with pytest.raises(Exception, match="closed"):
        held[0].value("select 1")
