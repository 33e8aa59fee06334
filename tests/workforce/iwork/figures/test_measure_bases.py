"""The denominator of the employment measure: typed in for a council's year, with its source."""

from datetime import date

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem
from workforce.iwork.figures.measure_bases import base_on, measure_base, measure_bases, remove_base, set_base
from workforce.iwork.vocabulary import MeasureKind

LD, AUTISM = MeasureKind.LEARNING_DISABILITY, MeasureKind.AUTISM
TODAY = date(2026, 11, 23)


def test_a_number_holds_for_the_councils_year_and_is_put_right_in_its_place(vault: Database) -> None:
    made = set_base(vault, LD, TODAY, number=1850, source="The council’s return")
    assert (made.year_from, made.year, made.number) == (date(2026, 4, 1), "2026/27", 1850)
    again = set_base(vault, LD, date(2027, 3, 31), number=1900, source="The council’s return, put right")
    assert again.id == made.id and len(measure_bases(vault)) == 1
    assert base_on(vault, LD, TODAY) == again
    assert base_on(vault, LD, date(2026, 3, 31)) is None and base_on(vault, AUTISM, TODAY) is None


def test_the_latest_year_stands_first_and_a_number_is_taken_away(vault: Database) -> None:
    old = set_base(vault, LD, date(2025, 4, 1), number=1800, source="A return")
    new = set_base(vault, AUTISM, TODAY, number=640, source="A return")
    assert measure_bases(vault) == [new, old]
    remove_base(vault, new.id)
    change = history.next_undo(vault)
    assert (
        change is not None and change.action == "Removed the base of the employment measure: autism, 2026/27"
    )
    with pytest.raises(LookupError):
        measure_base(vault, new.id)


@pytest.mark.parametrize(("number", "source", "field"), [(0, "A return", "number"), (9, " ", "source")])
def test_a_number_of_nobody_and_one_without_a_source_are_refused(
    vault: Database, number: int, source: str, field: str
) -> None:
    with pytest.raises(FieldProblem) as refused:
        set_base(vault, LD, TODAY, number=number, source=source)
    assert refused.value.field == field and measure_bases(vault) == []
