from datetime import date

import pytest

from engagement.register.listings import SERVICES
from engagement.register.providers import add_provider
from engagement.register.ratings import record_rating
from engagement.register.services import add_service, edit_service
from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Condition, Query, change

TODAY = date(2019, 12, 9)


@pytest.fixture
def firm(db):
    return add_provider(db, name="Invented Care").id


def ratings(db):
    return dict(db.rows("select name, rating from listing_service"))


def test_a_kind_that_cqc_does_not_register_is_not_waiting_for_a_rating(db, firm):
    for kind in (ServiceKind.DAY_CARE, ServiceKind.MICRO_PROVIDER, ServiceKind.SUPPORTED_LIVING):
        add_service(db, firm, name=kind.label, kind=kind)
    assert ratings(db) == {
        "Day care": "Not rated by CQC",
        "Micro-provider": "Not rated by CQC",
        "Supported living": "Not yet rated",
    }


def test_whatever_has_a_location_id_is_not_yet_rated(db, firm):
    key = add_service(db, firm, name="Elm Day Centre", kind=ServiceKind.DAY_CARE).id
    with change(db, "As another program let it be"):
        db.update_row("service", key, {"cqc_location_id": "1-1000001"})
    assert ratings(db) == {"Elm Day Centre": "Not yet rated"}


def test_what_a_service_is_said_to_be_rated_follows_its_kind_and_its_ratings(db, firm):
    key = add_service(db, firm, name="Rosewood", kind=ServiceKind.DAY_CARE).id
    record_rating(db, key, Rating.NOT_RATED, TODAY, today=TODAY)
    assert ratings(db) == {"Rosewood": "Not rated by CQC"}
    edit_service(db, key, kind=ServiceKind.HOME_CARE)
    assert ratings(db) == {"Rosewood": "Not yet rated"}
    edit_service(db, key, kind=ServiceKind.DAY_CARE)
    record_rating(db, key, Rating.GOOD, date(2019, 12, 8), today=TODAY)
    assert ratings(db) == {"Rosewood": "Not rated by CQC"}  # the newest says that there is none


def test_what_cqc_does_not_rate_is_a_choice_of_its_own_after_all_others(db, firm):
    kinds = {
        "A day centre": ServiceKind.DAY_CARE,
        "Grange": ServiceKind.NURSING_HOME,
        "New": ServiceKind.HOME_CARE,
    }
    for name, kind in kinds.items():
        key = add_service(db, firm, name=name, kind=kind).id
        if name == "Grange":
            record_rating(db, key, Rating.INADEQUATE, TODAY, today=TODAY)
    assert SERVICES.choices(db, "rating") == ["Inadequate", "Not yet rated", "Not rated by CQC"]
    not_yet = Query(conditions=(Condition("rating", ("Not yet rated",)),))
    assert [row[1] for row in SERVICES.page(db, not_yet, offset=0, limit=9)] == ["New"]
