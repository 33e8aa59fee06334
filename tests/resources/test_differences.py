"""What a change did to a row, in words."""

from dataclasses import replace
from datetime import UTC, datetime

from resources.database.history import Change, ChangeKind, RowVersion
from resources.differences import (
    FieldWords,
    by_change,
    describe_differences,
    said_day,
    said_flag,
    said_moment,
    said_word,
)
from resources.words import Word

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
    said = describe_differences(RowVersion(CHANGE, None, new), WORDS.get)
    assert said == ["Name: Ann", "Beds: 0 beds"], "nothing is not said; none of something is"
    flags = {"open": FieldWords("Open", said_flag)}
    assert describe_differences(RowVersion(CHANGE, None, {"open": 0}), flags.get) == []
    assert describe_differences(RowVersion(CHANGE, None, {"open": 1}), flags.get) == ["Open: Yes"]
    assert describe_differences(RowVersion(CHANGE, new, None), WORDS.get) == ["Removed."]


def test_cells_are_said_as_people_read_them() -> None:
    assert said_word(Urgency)("soon") == "Soon"
    assert said_word(Urgency)("of an older version") == "of an older version"
    assert said_day("2019-12-09") == "9 December 2019"
    assert said_moment("2019-12-09T10:00:00+00:00") == "9 December 2019 at 10am"
    assert (said_flag(1), said_flag(0)) == ("Yes", "No")


class Urgency(Word):
    """A fixed word."""

    SOON = "soon", "Soon"
