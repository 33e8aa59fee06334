import subprocess
import sys

import pytest
import sqlite_utils.db
import sqlite_utils.utils
from sqlcipher3 import dbapi2

from resources.database.engine import DatabaseError, IntegrityError, OperationalError, connect


def _modules_after(statement):
    script = f"{statement}\nimport sys\nprint(' '.join(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_sqlite_utils_uses_our_library_and_sees_its_exceptions():
    assert sqlite_utils.utils.sqlite3.OperationalError is dbapi2.OperationalError is OperationalError
    assert issubclass(IntegrityError, DatabaseError)
    db = sqlite_utils.Database(connect(":memory:"))
    db["thing"].insert({"id": 1}, pk="id")
    with pytest.raises(IntegrityError):
        db["thing"].insert({"id": 1})


def test_importing_the_database_loads_neither_pandas_nor_numpy():
    loaded = _modules_after("import resources.database")
    assert loaded & {"pandas", "numpy", "matplotlib", "scipy"} == set()


def test_what_was_hidden_from_sqlite_utils_can_still_be_imported_afterwards():
    assert "numpy" in _modules_after("import resources.database\nimport numpy")


def test_the_library_has_the_mended_wal_and_full_text():
    connection = connect(":memory:")
    version = connection.execute("select sqlite_version()").fetchone()[0]
    assert tuple(int(part) for part in version.split(".")) >= (3, 51, 3)
    options = {row[0] for row in connection.execute("pragma compile_options")}
    assert {"ENABLE_FTS5", "THREADSAFE=1"} <= options


def test_a_plain_file_stays_plain(shop_file):
    shop_file.close()
    assert shop_file.path.read_bytes()[:16] == b"SQLite format 3\0"


def test_half_a_character_is_kept_as_a_mark_and_two_halves_as_their_character():
    connection = connect(":memory:")
    connection.execute("create table thing (said text)")
    connection.execute("insert into thing values (?)", ("typed \ud800",))
    connection.execute("insert into thing values (:said)", {"said": "pasted \ud83d\ude00"})
    connection.executemany("insert into thing values (?)", [("read \udfff",), ("plain",)])
    held = [said for (said,) in connection.execute("select said from thing order by rowid")]
    assert held == ["typed \ufffd", "pasted \U0001f600", "read \ufffd", "plain"]
    assert connection.execute("select count(*) from thing where said = ?", ("\ud800",)).fetchone() == (0,)
