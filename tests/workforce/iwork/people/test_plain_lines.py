"""Lines that the person whom they are about can read; nothing that stands in a row is missing in its line."""

import pytest

from resources.database import Database
from workforce.iwork.people.plain_lines import EAST, LINED, NORTH, PLACE, in_one_line, line_of, with_one_place


@pytest.mark.parametrize("table", LINED)
def test_every_column_of_a_row_is_in_its_line(vault: Database, table: str) -> None:
    columns = [str(row[1]) for row in vault.rows(f"pragma table_info({table})")]
    told = {one: f"<{one}>" for one in columns if one not in ("id", "person_id")}
    line = line_of(table, told)
    assert line is not None and not [one for one in told.values() if one not in line]


def test_lines_are_read_as_they_are_said() -> None:
    step = {"done_on": "3 March 2026", "from_stage": "Referred", "to_stage": "Job ready", "by": "Casey Sample",
            "placement_id": "the placement begun on 2 March 2026"}  # fmt: skip
    assert line_of("placement_step", step) == (
        "3 March 2026: from Referred to Job ready in the placement begun on 2 March 2026, written down by Casey Sample"
    )
    monday = {"weekday": "Monday", "from_minute": "9am", "until_minute": "2pm"}
    assert line_of("availability", monday) == "Monday, 9am to 2pm"
    assert line_of("consent", {"scope": "To be matched to posts"}) is None


def test_facts_in_one_line_are_told_apart() -> None:
    assert in_one_line(["Kind: Forum", "Words: Rang. She was out.", "Note: Fine."]) == (
        "Kind: Forum. Words: “Rang. She was out.”. Note: Fine."
    )
    assert in_one_line([]) == ""


def test_two_numbers_of_a_place_are_one_fact() -> None:
    facts = [("Postcode", "NG2 7QP"), (EAST, "458185"), (NORTH, "338030"), ("District", "Rushcliffe")]
    assert with_one_place(facts) == (
        ("Postcode", "NG2 7QP"), (PLACE, "458185 metres east, 338030 metres north"), ("District", "Rushcliffe"),
    )  # fmt: skip
    assert with_one_place(facts[:1]) == (("Postcode", "NG2 7QP"),)
