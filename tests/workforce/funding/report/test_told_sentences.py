"""The sentences on funding with their figures."""

from dataclasses import replace
from datetime import date

from resources.database import Database
from resources.report.told import Told as ToldSentence
from tests.workforce.funding.report.told import DECLINED, SUBMITTED, TODAY, Told, nursing_homes
from workforce.funding.funds.funds import add_fund
from workforce.funding.funds.items import add_item
from workforce.funding.report.choice import FundingChoice
from workforce.funding.report.claims_since import ClaimsSince
from workforce.funding.report.sections import (
    Material,
    claimed_sentence,
    fund_sentences,
    material,
    refused_sentence,
    trained_sentence,
)
from workforce.funding.report.told_sentences import (
    claimed_told,
    fund_told,
    known_told,
    lasting_told,
    refused_told,
    since_told,
    trained_told,
    unclaimed_told,
)
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.vocabulary import FundKind, Operator

SINCE = date(2019, 9, 9)


def filled(db: Database) -> Material:
    told = Told(db)
    fund = told.fund()
    told.spend(fund, 1_800_00)
    nursing_homes(told, fund, 6)
    told.home("Quillmere")
    told.claim(fund, "Quillmere", 1_540_00, SUBMITTED)
    told.claim(fund, "Quillmere", 690_00, DECLINED, reason="Left before the end")
    told.trained("Aldermere", 33)
    add_fund(db, "Learning support", FundKind.SIGNPOSTED, opens_on=date(2019, 4, 1))
    return material(db, FundingChoice(2019), today=TODAY)


def values(told: ToldSentence) -> dict[str, float | None]:
    return {one.name: one.value for one in told.figures}


def test_each_fund_is_told_by_its_key_with_its_amounts_in_pounds(db: Database) -> None:
    found = filled(db).found
    fund, elsewhere = fund_told(found)
    assert [fund.text, elsewhere.text] == fund_sentences(found)
    assert fund.key == found.funds[0].fund.id and elsewhere.key == "signposted"
    assert values(fund) == {
        "bid": 112_000, "allocated": 112_000, "paid": 6_000, "committed": 1_800, "remaining": 104_200,
        "awaiting": 1_540,
    }  # fmt: skip
    assert values(elsewhere) == {"funds": 1}


def test_nothing_is_a_figure_too(db: Database) -> None:
    Told(db).fund()
    (fund,) = fund_told(material(db, FundingChoice(2019), today=TODAY).found)
    assert [(one.name, one.words, one.value) for one in fund.figures][2:] == [
        ("paid", "nothing", 0), ("committed", "nothing", 0), ("remaining", "£112,000", 112_000),
    ]  # fmt: skip


def test_claims_refusals_and_training_keep_the_words_of_their_sentences(db: Database) -> None:
    found = filled(db).found
    assert claimed_told(found).text == claimed_sentence(found)
    assert values(claimed_told(found)) == {"pence": 7_540, "claims": 7, "providers": 7}
    assert refused_told(found).text == refused_sentence(found)
    assert values(refused_told(found)) == {"refused": 1}
    assert trained_told(found).text == trained_sentence(found)
    assert values(trained_told(found)) == {"times": 35}
    assert refused_told(replace(found, claimed=replace(found.claimed, refused=0))).text == ""


def test_what_was_claimed_since_is_told_without_amounts_of_few(db: Database) -> None:
    held = ClaimsSince(SINCE, TODAY, 6, 6, 600_00, 1, None)
    assert since_told(held).text == (
        "After 9 September 2019, 6 claims were made by 6 providers, £600 in all. In the same time 1 claim was paid."
    )
    assert values(since_told(held)) == {
        "made.claims": 6, "made.providers": 6, "made.pence": 600, "paid.claims": 1,
    }  # fmt: skip
    assert since_told(ClaimsSince(SINCE, TODAY, 0, 0, 0, 0, 0)).text == (
        "No claim was made or paid after 9 September 2019."
    )


def test_how_long_funds_last_and_who_could_claim(db: Database) -> None:
    m = filled(db)
    fund = m.found.funds[0].fund.id
    add_item(db, fund, "Level 3 diploma", most_pence=870_00)
    add_rule(db, fund, RuleDraft("It is a nursing home", "kind", Operator.ONE_OF, "nursing_home"))
    (lasting,) = lasting_told(m.found.funds)
    assert lasting.text.startswith("Workforce Development Fund: ") and "free" in values(lasting)
    told = unclaimed_told(m.unclaimed())
    assert told.text.startswith("Of 7 services in use on 9 December 2019") and values(told)["services"] == 7


def test_another_day_is_said(db: Database) -> None:
    found = filled(db).found
    assert known_told(found, TODAY).text == ""
    assert known_told(found, SINCE).text == "Funds and claims are told as they are known on 9 December 2019."
