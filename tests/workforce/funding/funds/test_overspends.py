"""Where a fund is overspent, and who let that pass."""

from resources.database import Database
from tests.workforce.funding.claims.claiming import NOW, TODAY, county
from workforce.funding.claims import approving
from workforce.funding.funds.balance import Passed, Pot, pots_of
from workforce.funding.funds.overspends import (
    EXEMPT,
    overspends_table,
    overspent_pots,
    overspent_words,
    passed_days,
    passed_overspends,
)
from workforce.funding.funds.spending import add_spending
from workforce.funding.funds.tables import funds_table, pots_table
from workforce.funding.report.choice import FundingChoice
from workforce.funding.report.exempt import overspent_blocks
from workforce.funding.report.sections import fund_sentences, material

CY = Passed("Cy Example", "The funder agreed by letter")


def test_an_overspend_is_said_with_who_passed_it_and_in_public_without_a_name(db: Database) -> None:
    all_of = county(db, pence=50_000)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW, passed=CY)
    over = overspent_pots(pots_of(db, all_of.fund.id))
    assert over == {Pot(2019, ""): 10_000} and overspent_words(over) == "£100 in 2019/20"
    (passed,) = passed_overspends(db, all_of.fund.id, year=2019)
    assert (passed.what, passed.pence, passed.by, passed.reason, passed.on) == (
        "Claim 1, Rosewood Example Homes", 10_000, *CY, TODAY,
    )  # fmt: skip
    assert passed_overspends(db, all_of.fund.id, year=2020) == []
    assert overspends_table("Passed", [passed]).exempt is EXEMPT
    told = material(db, FundingChoice(2019), today=TODAY)
    (sentence,) = fund_sentences(told.found)
    assert "£100 more is promised than there is" in sentence and "passed on 1 October 2019" in sentence
    assert "Rosewood" not in sentence and "Cy" not in sentence
    (block,) = overspent_blocks(told.found)
    assert block.exempt is EXEMPT
    table = funds_table(db, today=TODAY)
    at = [column.name for column in table.columns].index("overspent")
    assert table.rows[0][at] == 10_000 and "£100" in " ".join(table.notes)
    assert "overspent by £100 in 2019/20" in " ".join(pots_table(db, all_of.fund, today=TODAY).notes)


def test_what_counts_no_more_is_no_overspend(db: Database) -> None:
    all_of = county(db, pence=50_000)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW, passed=CY)
    add_spending(db, all_of.fund.id, "Hall", 1, year=2019, committed_on=TODAY, today=TODAY, passed=CY)
    assert [one.what for one in passed_overspends(db, all_of.fund.id)][1:] == ["Hall"]
    approving.withdraw(db, held.id, now=NOW)
    found = passed_overspends(db, all_of.fund.id)
    assert [one.what for one in found] == ["Hall"] and passed_days(found) == "1 October 2019"
    assert overspent_pots(pots_of(db, all_of.fund.id)) == {} and overspent_words({}) == ""
