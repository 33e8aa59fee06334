"""Claims as the big table and Find anything look through them."""

from resources.database import Database, Query
from tests.workforce.funding.claims.claiming import NOW, TODAY, county
from workforce.funding.claims import approving
from workforce.funding.claims.lines import all_lines, line
from workforce.funding.claims.listing import CLAIMS
from workforce.funding.claims.tables import claim_row
from workforce.funding.funds.funds import edit_fund
from workforce.funding.vocabulary import ClaimPart
from workforce.training.learners import edit_learner


def rows(db: Database, text: str = "") -> list[tuple[object, ...]]:
    return [tuple(row[1:]) for row in CLAIMS.page(db, Query(text=text), offset=0, limit=50)]


def test_a_row_is_what_the_table_says(db: Database) -> None:
    all_of = county(db)
    all_of.claim(db, part=ClaimPart.FIRST)
    blank = {"course_id": None, "item_id": None, "learner_id": None, "service_id": None, "started_on": None}
    all_of.claim(db, **blank, what="First aid", completed_on=None)
    assert rows(db) == [claim_row(one) for one in all_lines(db)]


def test_it_follows_what_it_names(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    edit_learner(db, all_of.ada.id, family_name="Newname")
    edit_fund(db, all_of.fund.id, name="Another Example Fund")
    approving.submit(db, held.id, now=NOW)
    assert rows(db) == [claim_row(line(db, held.id))]
    assert rows(db)[0][3:6] == ("Submitted", "Officer approves", "Ada Newname")
    assert TODAY.isoformat() in rows(db)[0]


def test_a_claim_is_found_by_learner_uln_provider_and_course(db: Database) -> None:
    all_of = county(db)
    all_of.claim(db)
    for text in ("ada", "1000000019", "rosewood", "diploma"):
        assert len(rows(db, text)) == 1
    assert rows(db, "hazel") == []
