"""The claim form as a workbook: which claims go into it, and that it can be read."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from resources.database import Database
from resources.problem import Problem
from tests.workforce.funding.claims.claiming import NOW, county
from workforce.funding.claims import approving
from workforce.funding.claims.claim_workbook import save_claim_form, to_send
from workforce.funding.claims.lines import all_lines
from workforce.funding.claims.tables import form_table
from workforce.funding.funds.funds import add_fund
from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus


def test_only_what_is_submitted_and_not_paid_goes_to_the_payer_of_one_fund(db: Database) -> None:
    all_of = county(db)
    with pytest.raises(Problem, match="None of 1 claim is in a state to be sent"):
        all_of.claim(db)
        to_send(all_lines(db))
    sent, gone = (
        all_of.claim(db, learner_id=all_of.bo.id, provider_id=all_of.hazel, service_id=None),
        all_of.claim(db),
    )
    approving.submit(db, sent.id, now=NOW, despite="so")
    approving.submit(db, gone.id, now=NOW, despite="so")
    approving.withdraw(db, gone.id, now=NOW)
    assert [one.claim.number for one in to_send(all_lines(db))] == [sent.number]
    assert [one.claim.number for one in to_send(all_lines(db), [ClaimStatus.WITHDRAWN])] == [gone.number]
    other = add_fund(
        db, "Other Example Fund", FundKind.SIGNPOSTED, opens_on=all_of.fund.opens_on, status=FundStatus.OPEN
    )
    elsewhere = all_of.claim(db, fund_id=other.id, item_id=None)
    approving.submit(db, elsewhere.id, now=NOW, despite="so")
    with pytest.raises(Problem, match="Other Example Fund and Workforce Example Fund"):
        to_send(all_lines(db))


def test_headings_and_cells_have_room(db: Database, tmp_path: Path) -> None:
    county(db).claim(db, awarding_body="The Awarding Body with a Rather Long Example Name")
    save_claim_form(all_lines(db), tmp_path / "form.xlsx")
    sheet = ZipFile(tmp_path / "form.xlsx").read("xl/worksheets/sheet1.xml").decode()
    widths = [float(one) for one in re.findall(r'<col [^>]*width="([0-9.]+)"', sheet)]
    made = form_table(all_lines(db))
    for at, column in enumerate(made.columns):
        assert widths[at] >= max(len(column.heading), len(str(made.rows[0][at])))
