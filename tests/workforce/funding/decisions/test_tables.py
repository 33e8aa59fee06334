from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database
from tests.workforce.funding.decisions.deciding import decided
from tests.workforce.funding.unclaimed.eligible import TODAY, county
from workforce.funding.decisions.answering import answers_now
from workforce.funding.decisions.tables import SAME, decision_rows, decisions_table


def test_each_decision_beside_the_answer_of_today(db: Database) -> None:
    held = county(db)
    made = decided(db, held)
    (same,) = decision_rows(db, [made], {})
    assert same[:5] == ("2019-11-04", "Rosewood House", "Learning Example Fund", "Eligible", SAME)
    record_rating(db, held.rosewood_house, Rating.INADEQUATE, TODAY, today=TODAY)
    (row,) = decision_rows(db, [made], {one.kept.id: one for one in answers_now(db)})
    assert row[4:6] == (
        "Not eligible", "overall CQC rating was known as Good and is now known as Inadequate",
    )  # fmt: skip
    table = decisions_table([row])
    assert table.exempt is not None  # it names who was found not eligible
    assert table.base == "1 decision."
