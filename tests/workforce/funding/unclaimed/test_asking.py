from dataclasses import replace

from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import TODAY, county
from workforce.funding.unclaimed.asking import ASKED, advice, places_words, questions, to_write
from workforce.funding.unclaimed.unclaimed import Standing, unclaimed


def test_advice_names_the_service_where_it_is_not_the_same_at_all(db: Database) -> None:
    held = county(db)
    add_service(db, held.rosewood, name="Rosewood Court", kind=ServiceKind.RESIDENTIAL_HOME)
    rows = unclaimed(db, on=TODAY)
    same = [replace(one, advice=("Update 3 of 31 staff records by 21 March 2020",)) for one in rows]
    assert advice(same) == ["Update 3 of 31 staff records by 21 March 2020"]
    one = [replace(row, advice=row.advice if row.place.service == "Rosewood House" else ()) for row in same]
    assert advice(one) == ["Rosewood House: update 3 of 31 staff records by 21 March 2020"]


def test_every_question_is_put_once_and_a_rating_never(db: Database) -> None:
    county(db)
    rows = [
        replace(
            one,
            standing=Standing.NEEDS_INFORMATION,
            unknown=("rating", "ascwds_workers", "ascwds_staff", "employs_care_staff"),
        )
        for one in unclaimed(db, on=TODAY)
    ]
    asked = questions(rows)
    assert len(asked) == 2
    assert asked[1] == "whether you employ care staff yourselves"
    assert to_write(rows) == rows
    assert not {"rating", "rated_on", "contract_status", "district", "claims_this_year"} & ASKED


def test_more_than_three_services_are_a_number() -> None:
    assert (
        places_words(["Rosewood House", "Hazel Lodge", "Rosewood House"]) == "Rosewood House and Hazel Lodge"
    )
    assert places_words(["A", "B", "C", "D"]) == "4 services"
