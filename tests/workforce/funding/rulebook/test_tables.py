"""Rules, faults, findings and flips as tables."""

from datetime import date

from resources.database import Database
from tests.workforce.funding.rulebook.kept import TODAY, made_fund, made_services
from tests.workforce.funding.rulebook.ruling import ON, ruled
from workforce.funding.claims.claims import ClaimDraft, add_claim
from workforce.funding.rulebook.checking import faults
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.flips import flips
from workforce.funding.rulebook.tables import (
    facts_table,
    faults_table,
    findings_table,
    flips_table,
    flips_words,
    place_words,
    rule_row,
    rules_table,
)
from workforce.funding.vocabulary import Operator

KIND = ruled("kind", Operator.IS, "home_care", code="A1", item_id="item", valid_from=date(2019, 4, 1))
TWICE = ruled("kind", Operator.IS, "home_care", code="A2")


def test_a_rule_stands_with_its_test_and_what_is_wrong_with_it() -> None:
    wrong = faults([KIND, TWICE], on=ON)
    row = rule_row(KIND, wrong, {"item": "Level 2"})
    assert row[:5] == ("A1", "About kind.", "The service", "kind of service is Home care", "Level 2")
    assert row[5:8] == ("2019-04-01", None, "Said twice")
    table = rules_table("Fund", [KIND, TWICE], wrong, {}, on=ON)
    assert table.title == "Rules of Fund" and table.as_at == ON and len(table.rows) == 2
    assert faults_table("Fund", wrong).rows[0][0] == "Said twice"


def test_findings_stand_with_the_outcome() -> None:
    table = findings_table("Wren", decide([TWICE], {"kind": "day_care"}, on=ON), on=ON)
    assert table.title == "Wren: Not eligible"
    assert table.rows[0][2:4] == ("Not met", "Kind of service: Day care")


def test_flips_name_the_service_or_the_claim(db: Database) -> None:
    fund, services = made_fund(db), made_services(db)
    provider = db.value("select provider_id from service where id = ?", (services["Rosewood House"],))
    claim = add_claim(
        db, ClaimDraft(fund_id=fund.id, provider_id=str(provider), what="A course", pence=100), today=TODAY
    )
    cases = {services["Wren Home Care"]: {"kind": "home_care"}, claim.id: {"kind": "home_care"}}
    found = flips([TWICE], [ruled("kind", Operator.IS, "day_care")], cases, on=ON)
    table = flips_table(db, found, on=ON, asked=2)
    assert {row[1] for row in table.rows} == {"Wren Home Care", f"Claim {claim.number}"}
    assert table.rows[0][2:4] == ("Eligible", "Not eligible")
    assert place_words(db, services["Wren Home Care"])[2] == "Mansfield"
    assert place_words(db, "gone") == ("", "gone", "")


def test_no_flip_in_words() -> None:
    said = "No answer changes: all 5 services and claims come out as before on 3 February 2020."
    assert flips_words([], asked=5, on=ON) == said


def test_what_rules_can_speak_of() -> None:
    rows = {row[0]: row for row in facts_table().rows}
    assert rows["rating"][2] == "Overall CQC rating" and "Good" in str(rows["rating"][4])
