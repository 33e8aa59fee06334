"""Which column holds what in a list of claims."""

from pathlib import Path

import pytest

from resources.problem import Problem
from tests.workforce.funding.claims.files.lists import FORM, row, written
from workforce.funding.claims.files.columns import SPECS
from workforce.funding.claims.files.reading import NeedsColumns, read


def test_the_form_is_read_below_what_stands_above_it(tmp_path: Path) -> None:
    file = read(written(tmp_path, [row()], above=["Workforce Development Fund", "", "Claims of 2019/20"]))
    assert len(file.header.mapping) == len(FORM)
    assert [one.line for one in file.rows] == [5]
    assert file.heading("pence") == "Value Claimed"
    assert file.heading("paid_on") == ""
    assert len(file.sha256) == 64


def test_headings_of_other_payers_are_known(tmp_path: Path) -> None:
    headings = ("Employer name", "Learner name", "Unique Learner Number", "Qualification title", "Amount paid",
                "Date paid", "Claim status", "Shoe size")  # fmt: skip
    file = read(written(tmp_path, [{"Learner name": "Ada Example"}], headings=headings))
    assert set(file.header.mapping) == {
        "organisation",
        "learner",
        "uln",
        "what",
        "pence",
        "paid_on",
        "status",
    }
    assert file.header.unknown == ("Shoe size",)


def test_a_file_without_the_needed_columns_asks_which_they_are(tmp_path: Path) -> None:
    headings = ("Organisation", "Who", "Money")
    path = written(tmp_path, [{"Who": "Ada Example", "Money": "600"}], headings=headings)
    with pytest.raises(NeedsColumns, match="which column is which") as needs:
        read(path)
    assert any("value claimed" in one for one in needs.value.details)
    assert any("learner" in one for one in needs.value.details)
    file = read(path, columns={"learner": "Who", "pence": "Money"})
    assert {"learner", "pence", "organisation"} <= set(file.header.mapping)


def test_what_is_no_list_of_claims_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Dear all\nThis is a letter\n")
    with pytest.raises(Problem, match="no row of headings"):
        read(path)


def test_every_column_has_a_meaning_in_words() -> None:
    assert all(spec.meaning for spec in SPECS)
    assert len({spec.name for spec in SPECS}) == len(SPECS)
