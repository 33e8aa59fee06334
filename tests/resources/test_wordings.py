"""Wordings are filled field by field, and what is no field is refused before anything is written."""

import pytest

from resources.problem import FieldProblem
from resources.wordings import Wording, check_wording, fields_in, fill_wording


def test_a_line_whose_fields_are_all_empty_is_left_out() -> None:
    made = fill_wording(
        Wording("For {name}", "Dear {Name }\n\nJoin: {link}\n\nYours"), {"name": "Ada", "link": ""}
    )
    assert made == Wording("For Ada", "Dear Ada\n\nYours")


def test_a_value_of_several_lines_keeps_them() -> None:
    assert fill_wording(Wording("x", "{list}"), {"list": "- one\n- two"}).body == "- one\n- two"


@pytest.mark.parametrize(
    ("wording", "field", "says"),
    [
        (Wording("", "x"), "subject", "There is no subject"),
        (Wording("x", " "), "body", "There is no text"),
        (Wording("x", "{nmae}"), "body", "{nmae} is no field of a wording. The fields are {name}."),
        (Wording("x", "a { brace"), "body", "A brace in the text has no other"),
    ],
)
def test_what_cannot_be_filled_is_refused(wording: Wording, field: str, says: str) -> None:
    with pytest.raises(FieldProblem) as refused:
        check_wording(wording, ["name"])
    assert refused.value.field == field
    assert says in refused.value.sentence


def test_fields_are_named_once() -> None:
    assert fields_in("{a} and {b} and {a}") == ["a", "b"]
