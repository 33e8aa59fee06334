"""A list of claims held against what is held."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from engagement.register.providers import add_provider
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, history
from resources.database.history import ChangedSince
from resources.files.reading import read_sheets
from resources.problem import Problem
from tests.workforce.funding.claims.claiming import NOW, TODAY, County, county, learner_at
from tests.workforce.funding.claims.files.lists import FORM, row, written
from workforce.funding.claims.claim_workbook import save_claim_form
from workforce.funding.claims.claims import claims
from workforce.funding.claims.files.checking import Checked, check
from workforce.funding.claims.files.preview import (
    columns_table,
    preview_groups,
    preview_notes,
    save_refused_rows,
)
from workforce.funding.claims.files.reading import read
from workforce.funding.claims.files.taking_in import take_in
from workforce.funding.claims.lines import all_lines
from workforce.funding.funds.balance import balance
from workforce.funding.funds.funds import add_fund, set_fund_status
from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus
from workforce.training.courses import edit_course
from workforce.training.learners import learners


def checked(
    db: Database, all_of: County, folder: Path, rows: Sequence[dict[str, str]], *, fund_id: str = "",
    provider_id: str = "", headings: Sequence[str] = FORM,
) -> Checked:  # fmt: skip
    file = read(written(folder, rows, headings=headings))
    return check(db, file, fund_id=fund_id or all_of.fund.id, year=2019, today=TODAY, provider_id=provider_id)


def reasons(found: Checked) -> list[str]:
    return [one.reason for one in found.refused]


def test_a_row_finds_its_provider_learner_course_and_item(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    edit_course(db, all_of.course.id, code="603/0001/1")
    (one,) = checked(db, all_of, tmp_path, [row(organisation="ROSEWOOD EXAMPLE HOMES LTD")]).new
    assert (one.provider_id, one.learner.id, one.item_id) == (all_of.rosewood, all_of.ada.id, all_of.item.id)
    assert one.what == "Level 3 Example Diploma"
    assert one.status is ClaimStatus.DRAFT


def test_what_is_taken_in_is_a_draft_and_promises_nothing(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    taken = take_in(
        db, checked(db, all_of, tmp_path, [row(), row(given="Cy", uln="", code="603/2")]), now=NOW
    )
    assert taken.words == "Took in 2 claims, £1,200; 1 learner is new"
    first, second = claims(db)
    assert (first.source, first.file_name, first.status) == ("file", "form.csv", ClaimStatus.DRAFT)
    assert (second.what, second.qualification_code) == ("Qualification 603/2", "603/2")
    assert balance(db, all_of.fund.id).used == 0
    history.undo(db)
    assert claims(db) == [] and len(learners(db)) == 2


def test_taking_the_same_file_in_again_adds_nothing(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    rows = [row(), row(given="Cy", uln="", code="603/2")]
    take_in(db, checked(db, all_of, tmp_path, rows), now=NOW)
    again = checked(db, all_of, tmp_path, [*rows, row(value="700")])
    assert [one.claim for one in again.held] == [1, 2, 1]
    assert again.held[2].differs == "£600 here, £700 in the file"
    with pytest.raises(Problem, match="no claim that could be added"):
        take_in(db, again, now=NOW)


def test_the_form_that_we_write_is_read_and_held_already(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    all_of.claim(db, qualification_code="603/0001/1", candidate_number="C 1", apprenticeship=True)
    save_claim_form(all_lines(db), tmp_path / "form.xlsx")
    (sheet,) = read_sheets(tmp_path / "form.xlsx")
    assert tuple(next(iter(sheet.rows)).cells) == FORM
    found = check(db, read(tmp_path / "form.xlsx"), fund_id=all_of.fund.id, year=2019, today=TODAY)
    assert ([one.claim for one in found.held], found.new, found.refused) == ([1], (), ())


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"value": "1.250,00"}, "comma where pence begin"),
        (
            {"organisation": "Nobody Example"},
            "no provider or service of the register is called “Nobody Example”",
        ),
        ({"organisation": ""}, "names no organisation"),
        ({"uln": "1000000018"}, "last digit"),
        (
            {"family": "Someone", "given": "Else"},
            "is that of Ada Example here, and the row names Else Someone",
        ),
        ({"code": ""}, "nothing says what is claimed for"),
        ({"given": "", "family": "", "uln": "1000000027"}, "has no name"),
    ],
)
def test_a_row_is_refused_with_what_would_mend_it(
    db: Database, tmp_path: Path, given: dict[str, str], why: str
) -> None:
    found = checked(db, county(db), tmp_path, [row(**given)])
    assert found.new == ()
    assert why in reasons(found)[0]


def test_days_that_cannot_be_are_refused(db: Database, tmp_path: Path) -> None:
    headings = (*FORM, "Start date", "Completion date", "Date paid")
    rows = [
        {**row(), "Start date": "1 May 2019", "Completion date": "1 April 2019"},
        {**row(), "Date paid": "1 May 2020"},
    ]
    found = checked(db, county(db), tmp_path, rows, headings=headings)
    assert ["before it started" in reasons(found)[0], "still to come" in reasons(found)[1]] == [True, True]


def test_the_same_claim_twice_in_a_file_is_refused_once(db: Database, tmp_path: Path) -> None:
    found = checked(db, county(db), tmp_path, [row(), row(value="500")])
    assert len(found.new) == 1
    assert reasons(found) == ["the same learner and qualification stand in line 2: leave one of them out"]


def test_two_providers_of_one_name_are_told_apart_by_their_number(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    add_provider(db, name="Rosewood Example Homes Ltd", organisation=OrganisationKind.CARE_PROVIDER)
    assert "more than one provider" in reasons(checked(db, all_of, tmp_path, [row()]))[0]
    by_service = checked(db, all_of, tmp_path, [row(organisation="Rosewood House")])
    assert by_service.new[0].service_id == all_of.service


def test_a_form_of_one_provider_need_not_name_it(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    found = checked(db, all_of, tmp_path, [row(organisation="")], provider_id=all_of.rosewood)
    assert found.new[0].provider == "Rosewood Example Homes"


def test_two_learners_of_one_name_at_a_provider_need_a_uln(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    learner_at(db, all_of.rosewood, "Ada", "Example", uln="1000000027")
    assert "2 learners at Rosewood Example Homes" in reasons(checked(db, all_of, tmp_path, [row(uln="")]))[0]


def test_a_payers_list_keeps_how_claims_stand_on_money_that_is_not_ours(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    signposted = add_fund(db, "Example Support", FundKind.SIGNPOSTED, opens_on=all_of.fund.opens_on)
    headings = (*FORM, "Status", "Date paid")
    rows = [{**row(), "Status": "Paid", "Date paid": "2 September 2019"}, {**row(code="603/9"), "Status": "Rejected"},
            row(code="603/10")]  # fmt: skip
    take_in(db, checked(db, all_of, tmp_path, rows, fund_id=signposted.id, headings=headings), now=NOW)
    assert [one.status for one in claims(db)] == [
        ClaimStatus.PAID,
        ClaimStatus.DECLINED,
        ClaimStatus.SUBMITTED,
    ]
    assert str(claims(db)[0].paid_on) == "2019-09-02"
    ours = checked(db, all_of, tmp_path, rows, headings=headings)
    assert {one.status for one in ours.new} == {ClaimStatus.DRAFT}
    assert any("come in as drafts" in note for note in ours.notes)


def test_a_total_that_does_not_add_up_is_said(db: Database, tmp_path: Path) -> None:
    total = {"Organisation": "Total", "Value Claimed": "£700"}
    found = checked(db, county(db), tmp_path, [row(), total])
    assert "says a total of £700, and the rows above it that can be read make £600" in found.notes[0]


def test_a_preview_out_of_date_is_not_taken_in(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    found = checked(db, all_of, tmp_path, [row()])
    all_of.claim(db)
    with pytest.raises(ChangedSince):
        take_in(db, found, now=NOW)


def test_the_preview_groups_and_the_workbook_of_refused_rows(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    all_of.claim(db, qualification_code="603/5")
    rows = [
        row(),
        row(value="1.250,00", code="603/7"),
        row(value="2.250,00", code="603/8"),
        row(code="603/5"),
    ]
    found = checked(db, all_of, tmp_path, rows)
    assert [(one.name, one.number, one.refused) for one in preview_groups(found)] == [
        ("New claims", 1, False), ("Refused: Value Claimed", 2, True), ("Held already", 1, False),
    ]  # fmt: skip
    assert preview_notes(found)[0] == "The new claims make £600 of Workforce Example Fund."
    assert columns_table(found.file).rows[0] == ("Organisation", "Organisation that claims", "its heading")
    save_refused_rows(found, tmp_path / "refused.xlsx")
    (sheet,) = read_sheets(tmp_path / "refused.xlsx")
    cells = [one.cells for one in sheet.rows]
    assert cells[0][-2:] == ("Reason", "Line") and "write 1,250.00" in cells[1][-2]
    mended = read(tmp_path / "refused.xlsx")
    assert len(check(db, mended, fund_id=all_of.fund.id, year=2019, today=TODAY).refused) == 2


def test_a_code_that_was_claimed_before_tells_the_course(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    all_of.claim(db, qualification_code="603/0001/1", learner_id=all_of.bo.id)
    (one,) = checked(db, all_of, tmp_path, [row()]).new
    assert (one.what, one.item_id) == ("Level 3 Example Diploma", all_of.item.id)


def test_days_that_cannot_all_be_so_are_remarked_on(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    signposted = add_fund(db, "Example Support", FundKind.SIGNPOSTED, opens_on=all_of.fund.opens_on)
    headings = (*FORM, "Status", "Start date", "Completion date", "Date submitted", "Date paid")
    days = (
        ("1 May 2019", "1 June 2019", "1 July 2019", "2 July 2019"), ("1 May 2031", "", "", ""),
        ("", "2 October 2019", "", ""), ("", "", "1 August 2019", "1 July 2019"), ("1 May 2019", "", "", "1 July 2018"),
    )  # fmt: skip
    rows = [
        {**row(code=f"603/{number}"), **dict(zip(headings[-4:], some, strict=True))}
        for number, some in enumerate(days)
    ]
    found = checked(db, all_of, tmp_path, rows, fund_id=signposted.id, headings=headings)
    assert found.notes[-1] == (
        "Look at the days of lines 3, 4, 5 and 6: a course that is still to come, or one that was paid for before it "
        "started or was submitted."
    )


def test_a_payers_list_moves_no_figures_of_a_fund_that_is_settled(db: Database, tmp_path: Path) -> None:
    all_of = county(db)
    signposted = add_fund(db, "Example Support", FundKind.SIGNPOSTED, opens_on=all_of.fund.opens_on)
    set_fund_status(db, signposted.id, FundStatus.RECONCILED)
    found = checked(db, all_of, tmp_path, [row()], fund_id=signposted.id)
    with pytest.raises(Problem, match="figures stand"):
        take_in(db, found, now=NOW)
    assert claims(db) == []


def test_an_amount_that_nobody_has_is_left_out_of_a_list(db: Database, tmp_path: Path) -> None:
    found = checked(db, county(db), tmp_path, [row(value="99,999,999,999,999,999,999"), row(code="603/7")])
    assert "check its noughts" in found.refused[0].reason and len(found.new) == 1
