"""Why and how long somebody is held: shipped, and chosen by the team."""

from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem
from workforce.iwork.people.people import add_person
from workforce.iwork.people.why_held import Retention, retention, set_retention

TODAY = date(2026, 11, 23)


def test_spans_are_counted_in_calendar_months() -> None:
    assert Retention().review_after(date(2026, 8, 31)) == date(2027, 2, 28)
    assert Retention().delete_after(date(2028, 2, 29)) == date(2031, 2, 28)


def test_what_the_team_chose_is_what_new_records_begin_with(vault: Database) -> None:
    assert retention(vault) == Retention()
    chosen = set_retention(vault, Retention("So that you find work", 3, 2))
    assert chosen == retention(vault) == Retention("So that you find work", 3, 2)
    one = add_person(vault, "Ada", TODAY, today=TODAY)
    assert (one.why_held, one.review_on, one.delete_by) == (
        "So that you find work", date(2027, 2, 23), date(2028, 11, 23),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "field"),
    [({"why": " "}, "why"), ({"review_months": 0}, "review_months"), ({"keep_years": 11}, "keep_years")],
)
def test_spans_beyond_reason_are_refused(vault: Database, given: dict[str, int], field: str) -> None:
    with pytest.raises(FieldProblem) as told:
        set_retention(vault, replace(Retention(), **given))  # type: ignore[arg-type]
    assert told.value.field == field and retention(vault) == Retention()
