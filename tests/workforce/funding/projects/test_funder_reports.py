"""Reports to funders: due, draft, submitted, skipped."""

from dataclasses import replace
from datetime import date

import pytest

from resources.problem import FieldProblem, Problem
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.funds.funds import add_fund
from workforce.funding.projects.funder_reports import (
    FunderReport,
    FunderReportDraft,
    add_funder_report,
    begin_funder_report,
    edit_funder_report,
    funder_report,
    funder_reports,
    is_funder_report,
    remove_funder_report,
    reopen_funder_report,
    skip_funder_report,
    submit_funder_report,
)
from workforce.funding.vocabulary import FunderReportStatus, FundKind


def due(held: Held, day: date = date(2019, 12, 1)) -> FunderReport:
    return add_funder_report(
        held.db,
        FunderReportDraft("Interim report", day, project_id=held.project.id, covers_from=date(2019, 9, 1)),
    )


def test_a_report_is_begun_and_submitted(held: Held) -> None:
    db, one = held.db, due(held)
    assert one.standing(TODAY) == "Overdue" and one.is_overdue(TODAY) and is_funder_report(db, one.id)
    assert one.standing(date(2019, 12, 1)) == "Due" and one.is_due_soon(date(2019, 12, 1))
    assert begin_funder_report(db, one.id).standing(date(2019, 11, 1)) == "Draft"
    assert funder_report(db, one.id).standing(TODAY) == "Overdue, draft"
    with pytest.raises(Problem, match="is “Draft” already"):
        begin_funder_report(db, one.id)
    sent = submit_funder_report(db, one.id, on=TODAY, today=TODAY)
    assert (sent.status, sent.submitted_on) == (FunderReportStatus.SUBMITTED, TODAY)
    assert sent.standing(TODAY) == "Submitted, late" and not sent.is_overdue(TODAY)
    with pytest.raises(Problem, match="Open it again first"):
        skip_funder_report(db, one.id, reason="No need")


def test_one_that_is_skipped_says_why_and_may_be_owed_after_all(held: Held) -> None:
    db, one = held.db, due(held)
    with pytest.raises(FieldProblem, match="Write why"):
        skip_funder_report(db, one.id, reason=" ")
    skipped = skip_funder_report(db, one.id, reason="The funder takes one report a year")
    assert skipped.standing(TODAY) == "Skipped" and skipped.reason == "The funder takes one report a year"
    assert reopen_funder_report(db, one.id) == one
    with pytest.raises(Problem, match="still to be handed in"):
        reopen_funder_report(db, one.id)


def test_those_to_be_handed_in_come_first(held: Held) -> None:
    db = held.db
    fund = add_fund(db, "Burdett Trust", FundKind.GRANTED, opens_on=date(2019, 4, 1))
    sent, later, soon = due(held), due(held, date(2020, 3, 1)), due(held, date(2019, 12, 20))
    submit_funder_report(db, sent.id, on=TODAY, today=TODAY)
    assert [one.id for one in funder_reports(db)] == [soon.id, later.id, sent.id]
    changed = edit_funder_report(db, soon.id, replace(soon.draft(), fund_id=fund.id, what="First report"))
    assert funder_reports(db, fund_id=fund.id) == [changed]
    assert len(funder_reports(db, project_id=held.project.id)) == 3
    remove_funder_report(db, later.id)
    with pytest.raises(LookupError):
        funder_report(db, later.id)


def test_what_cannot_be_is_refused(held: Held) -> None:
    for draft, field in (
        (FunderReportDraft("", TODAY, project_id=held.project.id), "what"),
        (FunderReportDraft("Report", TODAY), "of"),
        (FunderReportDraft("Report", TODAY, None, held.project.id, TODAY, date(2019, 1, 1)), "covers_to"),
    ):
        with pytest.raises(FieldProblem) as refused:
            add_funder_report(held.db, draft)
        assert refused.value.field == field
    with pytest.raises(FieldProblem, match="after today"):
        submit_funder_report(held.db, due(held).id, on=date(2019, 12, 10), today=TODAY)
