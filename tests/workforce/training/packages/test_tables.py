"""Offers and packages as tables."""

from datetime import date

from resources.database import Database
from tests.workforce.training.people import a_service
from workforce.training.packages.offers import NAMED_EXEMPT, offer_package
from workforce.training.packages.sessions import add_package_session, package_sessions_of
from workforce.training.packages.tables import (
    OFFER_COLUMNS,
    offers_table,
    package_sessions_table,
    packages_table,
)

TODAY = date(2020, 6, 1)


def test_offers_with_their_sessions_added_up(db: Database) -> None:
    made = offer_package(db, a_service(db).id, "Moving and Handling", today=TODAY)
    for people in (7, 5):
        add_package_session(db, made.id, TODAY, people=people, today=TODAY, topic="Hoists")
    table = offers_table(db)
    row = dict(zip((one.name for one in OFFER_COLUMNS), table.rows[0], strict=True))
    assert (row["service"], row["package"], row["status"]) == (
        "Rosewood House",
        "Moving and Handling",
        "In progress",
    )
    assert (row["sessions"], row["people"], table.base) == (2, 12, "1 offer")
    sessions = package_sessions_table("Moving and Handling", package_sessions_of(db, made.id))
    assert list(sessions.rows) == [("2020-06-01", 7, "Hoists"), ("2020-06-01", 5, "Hoists")]


def test_packages_with_how_often_each_was_offered(db: Database) -> None:
    offer_package(db, a_service(db).id, "Medicines Management", today=TODAY)
    assert [(row[0], row[1], row[3]) for row in packages_table(db).rows] == [
        ("Medicines Management", 1, "Current"), ("Moving and Handling", 0, "Current"),
        ("Leadership and Management", 0, "Current"),
    ]  # fmt: skip


def test_what_named_services_were_offered_and_answered_is_not_for_publication(db: Database) -> None:
    assert offers_table(db).exempt is NAMED_EXEMPT
