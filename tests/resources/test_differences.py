"""What a change did to a row, in words."""

from dataclasses import replace
from datetime import UTC, datetime

from resources.database.history import Change, ChangeKind, RowVersion
from resources.differences import FieldWords, by_change, describe_differences

CHANGE = Change(1, datetime(2026, 3, 4, tzinfo=UTC), "Test Officer", "Changed it", ChangeKind.ORDINARY, 1)
WORDS = {"name": FieldWords("Name"), "home": FieldWords("Home", refers_to="service"),
         "beds": FieldWords("Beds", lambda cell: f"{cell} beds")}  # fmt: skip


def test_a_change_is_said_column_by_column() -> None:
    version = RowVersion(
        CHANGE, {"name": "Ann", "home": "a", "seq": 1, "beds": 2}, {"name": "Ann", "home": "b", "seq": 2}
    )
    assert describe_differences(version, WORDS.get) == [
        "Home: another one → another one",
        "Beds: 2 beds → nothing",
    ]
    said = describe_differences(version, WORDS.get, lambda table, key: f"{table} {key}")
    assert said[0] == "Home: service a → service b"


def test_what_one_change_did_in_steps_is_one_thing() -> None:
    later = replace(CHANGE, id=2)
    one, two, three = {"name": "Ann"}, {"name": "Anne"}, {"name": "Anna"}
    steps = [RowVersion(later, two, three), RowVersion(later, one, two), RowVersion(CHANGE, None, one)]
    assert by_change(steps) == [RowVersion(later, one, three), RowVersion(CHANGE, None, one)]


def test_what_is_new_says_what_it_holds_and_what_is_gone_that_it_is() -> None:
    new = {"name": "Ann", "home": None, "seq": 1, "beds": 0}
    assert describe_differences(RowVersion(CHANGE, None, new), WORDS.get) == ["Name: Ann"]
    assert describe_differences(RowVersion(CHANGE, new, None), WORDS.get) == ["Removed."]
