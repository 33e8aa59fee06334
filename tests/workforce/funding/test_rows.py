"""Rows as values and values as cells."""

from dataclasses import dataclass
from datetime import date

import pytest

from resources.problem import FieldProblem
from workforce.funding.rows import cells_of, columns_of, made, refuse_empty, refuse_too_much
from workforce.funding.vocabulary import FundKind


@dataclass(frozen=True)
class Row:
    """Some row."""

    id: str
    kind: FundKind
    on: date | None


def test_a_row_becomes_a_value_and_what_is_empty_stays_empty() -> None:
    assert columns_of(Row) == "id, kind, on"
    assert made(Row, ("a", "held", None), kind=FundKind, on=date.fromisoformat) == Row(
        "a", FundKind.HELD, None
    )
    assert made(Row, ("a", "held", "2019-04-01"), kind=FundKind, on=date.fromisoformat).on == date(2019, 4, 1)


def test_values_are_kept_as_cells() -> None:
    given = {
        "kind": FundKind.HELD,
        "on": date(2019, 4, 1),
        "text": " so ",
        "flag": True,
        "pence": 5,
        "none": None,
    }
    assert cells_of(given) == {
        "kind": "held", "on": "2019-04-01", "text": "so", "flag": 1, "pence": 5, "none": None
    }  # fmt: skip


def test_a_text_that_is_needed_is_asked_for() -> None:
    with pytest.raises(FieldProblem, match="Give a name"):
        refuse_empty("name", "  ", "Name: nothing is written. Give a name.")
    refuse_empty("name", "x", "never raised")


def test_an_amount_that_nobody_has_is_a_slip() -> None:
    refuse_too_much("pence", 100_000_000_000, "Amount")
    refuse_too_much("pence", None, "Amount")
    with pytest.raises(FieldProblem, match=r"Amount: £1,000,000,000\.01 is more than £1,000,000,000"):
        refuse_too_much("pence", 100_000_000_001, "Amount")
