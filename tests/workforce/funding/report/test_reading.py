"""Claims and training of a year with the kind and district of whose they are."""

from datetime import date

from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.funding.report.told import PAID, TODAY, Told
from workforce.funding.claims.claims import ClaimDraft, add_claim
from workforce.funding.report.reading import (
    SEVERAL_DISTRICTS,
    SEVERAL_KINDS,
    claims_of_year,
    trained_in_year,
    years_held,
)
from workforce.funding.vocabulary import ClaimStatus


def test_a_claim_is_of_its_service_or_of_what_the_provider_has_in_common(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    key = told.home("Aldermere")
    told.claim(fund, "Aldermere", 100_00)
    add_claim(db, ClaimDraft(fund.id, key, 50_00, what="Training", year=2019), today=TODAY)
    first, second = claims_of_year(db, 2019)
    assert (first.status, first.kind, first.district, first.pence) == (
        PAID,
        "Nursing home",
        "Bassetlaw",
        100_00,
    )
    assert (second.status, second.kind, second.district) == (ClaimStatus.DRAFT, "Nursing home", "Bassetlaw")
    add_service(db, key, name="Aldermere at Home", kind=ServiceKind.HOME_CARE, district="Mansfield")
    again = claims_of_year(db, 2019)[1]
    assert (again.kind, again.district) == (SEVERAL_KINDS, SEVERAL_DISTRICTS)
    assert claims_of_year(db, 2018) == [] and years_held(db) == [2019]


def test_training_counts_up_to_the_day(db: Database) -> None:
    told = Told(db)
    told.home("Aldermere")
    told.trained("Aldermere", 12)
    (found,) = trained_in_year(db, 2019, TODAY)
    assert (found.course, found.people, found.learner_id) == ("Fire safety", 12, None)
    assert trained_in_year(db, 2019, date(2019, 9, 30)) == [] and trained_in_year(db, 2018, TODAY) == []
