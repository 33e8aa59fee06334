"""Every look at a record is kept, once a minute, and is not undone."""

from datetime import UTC, date, datetime, timedelta

from resources.database import Database, change, history
from workforce.iwork.people.people import add_person
from workforce.iwork.people.views import note_row_view, note_view, views_of, views_table

NOW = datetime(2026, 11, 23, 9, 30, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def test_a_look_is_kept_once_for_each_minute_and_each_thing(vault: Database) -> None:
    key = add_person(vault, "Ada", TODAY, today=TODAY).id
    for seconds, what in ((0, "Record"), (20, "Record"), (21, "Name"), (70, "Record")):
        note_view(vault, key, what, now=NOW + timedelta(seconds=seconds))
    note_view(vault, "nobody", "Record", now=NOW)
    looks = [(one.at.isoformat(), one.who, one.what) for one in views_of(vault, key)]
    assert sorted(looks) == [
        ("2026-11-23T09:30:00+00:00", "Test Coach", "Name"),
        ("2026-11-23T09:30:00+00:00", "Test Coach", "Record"),
        ("2026-11-23T09:31:00+00:00", "Test Coach", "Record"),
    ]
    assert views_of(vault, "nobody") == []


def test_undo_leaves_it(vault: Database) -> None:
    key = add_person(vault, "Ada", TODAY, today=TODAY).id
    note_view(vault, key, "Record", now=NOW)
    history.undo(vault)
    assert len(views_of(vault, key)) == 1


def test_the_table_says_whom_by_reference(vault: Database) -> None:
    keys = [add_person(vault, name, TODAY, today=TODAY, family_name="Example").id for name in ("Ada", "Wren")]
    for minutes, key in enumerate(keys):
        note_view(vault, key, "Record", now=NOW + timedelta(minutes=minutes))
    table = views_table(vault)
    assert [row[1:] for row in table.rows] == [
        ("Test Coach", "IW-002", "Record"),
        ("Test Coach", "IW-001", "Record"),
    ]
    assert table.exempt is not None and len(views_table(vault, person_id=keys[0]).rows) == 1


def test_a_look_at_a_row_about_somebody_is_a_look_at_them(vault: Database) -> None:
    key = add_person(vault, "Ada", TODAY, today=TODAY).id
    with change(vault, "Placed"):
        vault.insert_row(
            "placement", {"id": "p", "person_id": key, "stage": "referred", "began_on": "2026-11-01"}
        )
    for table, row in (("person", key), ("placement", "p"), ("placement", "gone"), ("post", "x")):
        note_row_view(vault, table, row, f"History of a {table}", now=NOW)
    assert {one.what for one in views_of(vault, key)} == {"History of a person", "History of a placement"}
