from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, county, rule
from workforce.funding.unclaimed.inviting import reasons_of
from workforce.funding.unclaimed.unclaimed import unclaimed
from workforce.funding.vocabulary import Operator


def test_each_service_is_asked_for_a_reason(db: Database) -> None:
    held = county(db)
    assert reasons_of(unclaimed(db, on=TODAY)) == {
        held.rosewood_house: "Can claim from Learning Example Fund"
    }
    rule(db, held.fund, "Records are complete", "ascwds_eligible", Operator.IS, "yes")
    assert reasons_of(unclaimed(db, on=TODAY)) == {
        held.rosewood_house: "May be able to claim from Learning Example Fund"
    }
