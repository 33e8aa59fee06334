from engagement.cqc_files.held import load
from engagement.cqc_files.writing import write
from resources.database import change
from resources.database.history import logical_dump


def test_what_is_held_unchanged_writes_nothing(office, home, rating):
    office.imported(office.directory("2019-05-01", home(1)), office.ratings("2019-05-01", rating(1)))
    before = list(logical_dump(office.db))
    with change(office.db, "Nothing new"):
        write(office.db, load(office.db), {})
    assert list(logical_dump(office.db)) == before
