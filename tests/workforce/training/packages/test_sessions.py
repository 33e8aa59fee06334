"""Sessions of a package at a service."""

from datetime import date, timedelta

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.training.people import a_service
from workforce.training.packages.offers import offer, offer_package, set_offer_status
from workforce.training.packages.sessions import (
    add_package_session,
    edit_package_session,
    package_session,
    package_sessions,
    package_sessions_of,
    remove_package_session,
)
from workforce.training.vocabulary import OfferStatus

TODAY, OFFERED = date(2020, 6, 1), date(2020, 3, 2)


@pytest.fixture
def offered(db: Database) -> str:
    return offer_package(db, a_service(db).id, "Medicines Management", today=TODAY, offered_on=OFFERED).id


def test_the_first_session_puts_the_offer_in_progress(db: Database, offered: str) -> None:
    made = add_package_session(db, offered, date(2020, 4, 1), people=7, today=TODAY, topic="Audits")
    held = offer(db, offered)
    assert (held.status, held.accepted_on) == (OfferStatus.IN_PROGRESS, date(2020, 4, 1))
    later = add_package_session(db, offered, date(2020, 5, 1), people=5, today=TODAY)
    assert package_sessions_of(db, offered) == package_sessions(db)[offered] == [made, later]
    history.undo(db)
    history.undo(db)
    assert offer(db, offered).status is OfferStatus.OFFERED


def test_a_session_is_put_right_and_taken_away(db: Database, offered: str) -> None:
    made = add_package_session(db, offered, date(2020, 4, 1), people=7, today=TODAY)
    changed = edit_package_session(
        db, made.id, held_on=date(2020, 4, 2), people=8, today=TODAY, topic="Errors"
    )
    assert (changed.held_on, changed.people, changed.topic) == (date(2020, 4, 2), 8, "Errors")
    remove_package_session(db, made.id)
    with pytest.raises(LookupError):
        package_session(db, made.id)


def test_what_cannot_be_is_refused(db: Database, offered: str) -> None:
    for day, people, says in (
        (OFFERED - timedelta(days=1), 3, "before the package was offered"),
        (TODAY + timedelta(days=1), 3, "is after 1 June 2020"),
        (TODAY, -1, "below nothing"),
        (TODAY, 10**30, "is more than 100,000"),
    ):
        with pytest.raises(FieldProblem, match=says):
            add_package_session(db, offered, day, people=people, today=TODAY)
    set_offer_status(db, offered, OfferStatus.DECLINED, on=TODAY, today=TODAY, reason="No staff to release")
    with pytest.raises(Problem, match="Open it again first"):
        add_package_session(db, offered, TODAY, people=3, today=TODAY)
