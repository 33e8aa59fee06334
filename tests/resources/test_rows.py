"""Rows as values and values as cells."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.words import Word


class FundKind(Word):
    """Some words."""

    HELD = "held", "Held"


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
        "at": datetime(2019, 4, 1, 9, 0, 1, 5, tzinfo=UTC),
        "flag": True,
        "pence": 5,
        "none": None,
    }
    assert cells_of(given) == {
        "kind": "held", "on": "2019-04-01", "text": "so", "at": "2019-04-01T09:00:01+00:00",
        "flag": 1, "pence": 5, "none": None
    }  # fmt: skip


def test_a_text_that_is_needed_is_asked_for() -> None:
    with pytest.raises(FieldProblem, match="Give a name"):
        refuse_empty("name", "  ", "Name: nothing is written. Give a name.")
    refuse_empty("name", "x", "never raised")


def test_signs_that_nobody_sees_are_not_kept() -> None:
    typed = "Ada\u202e Exam\x07ple\x00\u200b "
    assert cells_of({"name": typed, "text": "One line\r\nanother\x0band a third\u2069"}) == {
        "name": "Ada Example",
        "text": "One line\nanother\nand a third",
    }
    with pytest.raises(FieldProblem, match="Write it"):
        refuse_empty("name", "\u202e\x07", "Write it.")
