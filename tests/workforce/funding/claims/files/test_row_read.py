"""Cells of a list of claims as values, or why not."""

from datetime import date
from pathlib import Path

import pytest

from tests.workforce.funding.claims.files.lists import row, written
from workforce.funding.claims.files.reading import read
from workforce.funding.claims.files.row_read import Refused, RowRead, is_total, read_row
from workforce.funding.vocabulary import ClaimPart, ClaimStatus


def first(folder: Path, cells: dict[str, str], headings: tuple[str, ...] = ()) -> RowRead:
    file = read(written(folder, [cells], headings=headings or tuple(cells)))
    return read_row(file, file.rows[0])


def test_a_row_of_the_form(tmp_path: Path) -> None:
    found = first(tmp_path, row())
    assert (found.organisation, found.learner, found.uln, found.pence) == (
        "Rosewood Example Homes", "Ada Example", "1000000019", 60_000,
    )  # fmt: skip
    assert found.texts["candidate_number"] == "C 1"
    assert found.flags == {"apprenticeship": False, "funded_before": False}
    assert (found.part, found.status) == (ClaimPart.WHOLE, None)


@pytest.mark.parametrize(
    ("text", "pence"),
    [("£1,250", 125_000), ("1250.5", 125_050), ("1,250.00", 125_000), (" 600 ", 60_000), ("75p", 75)],
)
def test_money_as_people_write_it(tmp_path: Path, text: str, pence: int) -> None:
    assert first(tmp_path, row(value=text)).pence == pence


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1.250,00", "has a comma where pence begin: write 1,250.00"),
        ("£1.250,00", "has a comma where pence begin"),
        ("1.250", "three figures after the point"),
        ("1250.505", "three figures after the point|parts of a penny"),
        ("€600", "is not in pounds"),
        ("six hundred", "is not an amount of money"),
        ("", "no value is claimed"),
        ("0", "is not above £0"),
        ("-600", "is not above £0"),
    ],
)
def test_money_that_cannot_be_read_is_refused_with_what_to_write(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        first(tmp_path, row(value=text))
    assert refused.value.field == "Value Claimed"


def test_a_name_in_one_cell_is_parted(tmp_path: Path) -> None:
    headings = ("Learner", "Value")
    assert first(tmp_path, {"Learner": "Mary Ann Example", "Value": "5"}, headings).given_name == "Mary Ann"
    assert first(tmp_path, {"Learner": "Example, Ada", "Value": "5"}, headings).learner == "Ada Example"
    with pytest.raises(Refused, match="names no learner"):
        first(tmp_path, row(given="Ada", family="", uln=""))


def test_days_parts_and_states(tmp_path: Path) -> None:
    headings = ("Surname", "Value", "Completed", "Part", "Status")
    cells = {
        "Surname": "Example",
        "Value": "5",
        "Completed": "03/05/2020",
        "Part": "60%",
        "Status": "Approved",
    }
    found = first(tmp_path, cells, headings)
    assert found.days["completed_on"] == date(2020, 5, 3)
    assert (found.part, found.status) == (ClaimPart.FIRST, ClaimStatus.APPROVED_BY_FINANCE)
    for heading, text, why in (
        ("Completed", "31/02/2020", "31/02/2020"), ("Part", "third", "none of Whole"),
        ("Status", "lost", "no state of a claim"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=why) as refused:
            first(tmp_path, {**cells, heading: text}, headings)
        assert refused.value.field == heading


def test_a_day_of_payment_says_that_it_is_paid(tmp_path: Path) -> None:
    cells = {"Surname": "Example", "Value": "5", "Date paid": "3 May 2020"}
    assert first(tmp_path, cells).status is ClaimStatus.PAID


def test_a_flag_that_is_neither_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="neither Yes nor No"):
        first(tmp_path, row(apprenticeship="perhaps"))
    assert not first(tmp_path, row(apprenticeship="N/A")).flags["apprenticeship"]


def test_a_row_that_adds_up_the_others_is_no_claim(tmp_path: Path) -> None:
    total = {"Organisation": "Total", "Value Claimed": "600"}
    file = read(written(tmp_path, [row(), total, {"Value Claimed": "600"}]))
    assert [is_total(file, one) for one in file.rows] == [False, True, True]
