"""Claims with the names of what they speak of."""

from resources.database import Database, change, new_key
from tests.workforce.funding.claims.claiming import county
from workforce.funding.claims.lines import all_lines, line, lines_of
from workforce.funding.vocabulary import ClaimPart


def test_a_claim_in_words(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db, part=ClaimPart.FIRST)
    found = line(db, held.id)
    assert found.words == "Claim 1: Level 3 Example Diploma (first part), Ada Example, Rosewood Example Homes"
    assert (found.fund, found.service, found.district) == (
        "Workforce Example Fund",
        "Rosewood House",
        "Ashfield",
    )
    bare = all_of.claim(db, learner_id=None, course_id=None, item_id=None, what="First aid", service_id=None)
    assert line(db, bare.id).words == "Claim 2: First aid, Rosewood Example Homes"


def test_the_workplace_is_that_of_the_service_or_of_the_provider(db: Database) -> None:
    all_of = county(db)
    of_service, of_provider = all_of.claim(db), all_of.claim(db, service_id=None)
    with change(db, "Took in a workplace"):
        for local, code, service in (("ROSE1", "J1234567", all_of.service), ("ROSE", "", None)):
            db.insert_row(
                "workplace",
                {"id": new_key(), "local_id": local, "workplace_code": code, "name": local,
                 "provider_id": all_of.rosewood, "service_id": service},
            )  # fmt: skip
    assert line(db, of_service.id).workplace == "J1234567"
    assert line(db, of_provider.id).workplace == "J1234567"


def test_many_and_few_are_read_alike(db: Database) -> None:
    all_of = county(db)
    made = [all_of.claim(db, what=str(number)) for number in range(25)]
    assert [one.claim for one in all_lines(db, fund_id=all_of.fund.id)] == made
    assert lines_of(db, made[3:5]) == all_lines(db)[3:5]
    assert all_lines(db, provider_id=all_of.hazel) == []
