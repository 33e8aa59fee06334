"""The names of a day, and those of before."""

from datetime import UTC, date, datetime

import pytest

from engagement.register.day_names import day_names
from resources.database import Database, change

SINCE, DAY = date(2019, 9, 9), date(2019, 11, 30)


def when(month: int) -> datetime:
    return datetime(2019, month, 15, 9, tzinfo=UTC)


def named(db: Database, key: str, *names: tuple[int, str]) -> None:
    for place, (month, name) in enumerate(names):
        with change(db, "Named it", now=when(month)):
            if place:
                db.update_row("provider", key, {"name": name})
            else:
                db.insert_row("provider", {"id": key, "name": name})


def test_a_provider_renamed_between_two_days_is_told_once_with_its_former_name(db: Database) -> None:
    named(db, "p", (6, "Old Care"), (10, "New Care"))
    names = day_names(db, "provider", ["p"], DAY, since=SINCE)
    assert names.name("p") == "New Care"
    assert [names.told("p"), names.told("p")] == ["New Care (formerly Old Care)", "New Care"]


def test_a_name_given_after_the_day_is_not_told(db: Database) -> None:
    named(db, "p", (6, "Old Care"), (12, "New Care"))
    assert day_names(db, "provider", ["p"], DAY, since=SINCE).told("p") == "Old Care"


def test_a_change_of_capitals_or_marks_is_no_new_name(db: Database) -> None:
    named(db, "p", (6, "Old care"), (10, "Old Care’s"), (11, "Old Cares"))
    assert day_names(db, "provider", ["p"], DAY, since=date(2019, 10, 20)).told("p") == "Old Cares"


def test_what_came_later_has_the_name_that_it_came_with(db: Database) -> None:
    named(db, "p", (10, "New Care"))
    named(db, "q", (12, "Latest Care"))
    names = day_names(db, "provider", ["p", "q"], DAY, since=SINCE)
    assert [names.told("p"), names.told("q"), names.told("r")] == ["New Care", "Latest Care", ""]


def test_only_what_has_a_name_is_asked_for(db: Database) -> None:
    with pytest.raises(LookupError):
        day_names(db, "rating", [], DAY, since=SINCE)
