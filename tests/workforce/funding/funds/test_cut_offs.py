"""The days to keep."""

from datetime import date

import pytest

from resources.database import Database
from workforce.funding.funds.cut_offs import (
    add_cut_off,
    cut_off,
    cut_offs_between,
    cut_offs_of,
    edit_cut_off,
    last_of_year,
    next_cut_off,
    remove_cut_off,
    year_ended,
)
from workforce.funding.funds.funds import Fund, set_fund_status
from workforce.funding.vocabulary import CutOffKind, FundStatus

LAST = date(2020, 3, 21)


def test_the_next_day_to_keep_is_not_past_on_the_day_itself(db: Database, held: Fund) -> None:
    claims = add_cut_off(
        db, held.id, CutOffKind.CLAIMS, LAST, at_time="11:59pm", source="The funder’s letter"
    )
    report = add_cut_off(db, held.id, CutOffKind.REPORT, date(2020, 1, 31), what="Interim report")
    assert cut_offs_of(db, held.id) == [report, claims]
    assert (claims.when, claims.words, report.words) == (
        "21 March 2020, 11:59pm", "Last day for claims", "Interim report"
    )  # fmt: skip
    assert next_cut_off(db, held.id, date(2020, 1, 31)) == report
    assert next_cut_off(db, held.id, date(2020, 2, 1)) == claims
    assert next_cut_off(db, held.id, date(2019, 5, 1), CutOffKind.CLAIMS) == claims
    assert next_cut_off(db, held.id, LAST) == claims
    assert next_cut_off(db, held.id, date(2020, 3, 22)) is None


def test_those_between_two_days_are_of_funds_that_go_on(db: Database, held: Fund) -> None:
    claims = add_cut_off(db, held.id, CutOffKind.CLAIMS, LAST)
    assert cut_offs_between(db, LAST, LAST) == [claims]
    assert cut_offs_between(db, date(2020, 3, 22), date(2020, 4, 22)) == []
    set_fund_status(db, held.id, FundStatus.CLOSED)
    assert cut_offs_between(db, LAST, LAST) == []


def test_it_is_put_right_and_removed(db: Database, held: Fund) -> None:
    made = add_cut_off(db, held.id, CutOffKind.OTHER, LAST)
    changed = edit_cut_off(db, made.id, on_day=date(2020, 3, 31), kind=CutOffKind.EVIDENCE)
    assert (changed.on_day, changed.kind) == (date(2020, 3, 31), CutOffKind.EVIDENCE)
    remove_cut_off(db, made.id)
    with pytest.raises(LookupError):
        cut_off(db, made.id)


@pytest.mark.parametrize(
    ("kind", "day", "year"),
    [
        (CutOffKind.CLAIMS, date(2020, 3, 31), 2019),
        (CutOffKind.CLAIMS, date(2020, 4, 30), 2019),
        (CutOffKind.EVIDENCE, date(2020, 6, 30), 2019),
        (CutOffKind.EVIDENCE, date(2020, 7, 1), 2020),
        (CutOffKind.STARTS, date(2020, 4, 30), 2020),
        (CutOffKind.CLAIMS, date(2019, 4, 30), 2019),
    ],
)
def test_claims_of_a_year_may_come_in_the_months_after_it(
    db: Database, held: Fund, kind: CutOffKind, day: date, year: int
) -> None:
    one = add_cut_off(db, held.id, kind, day)
    assert year_ended(one, held) == year
    assert last_of_year([one], held, kind, year) == one
    assert last_of_year([one], held, kind, year + 1) is None
