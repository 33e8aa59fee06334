from datetime import date

import pytest

from engagement.good_practice.vocabulary import MetHow, PracticeConsent, SharedAt
from resources.database import Database, change
from resources.database.engine import IntegrityError
from tests.engagement.good_practice.conftest import Home
from tests.schema_words import check_words


@pytest.mark.parametrize(
    "wrong",
    [{"theme": ""}, {"what": ""}, {"consent": "perhaps"}, {"consent": "yes"}, {"consent_on": "2019-12-01"}],
)
def test_a_practice_that_says_nothing_or_agreed_on_no_day_is_not_kept(
    db: Database, home: Home, wrong: dict[str, str]
) -> None:
    row = {
        "id": "1",
        "provider_id": home("Larkmeadow").provider_id,
        "theme": "A",
        "what": "B",
        "shared_on": "2019-12-01",
    }
    with pytest.raises(IntegrityError), change(db, "Noted"):
        db.insert_row("good_practice", row | wrong)


def test_a_pair_does_not_end_before_it_begins(db: Database, home: Home) -> None:
    row = {
        "id": "1",
        "service_id": home("A").id,
        "buddy_service_id": home("B").id,
        "started_on": "2019-12-02",
    }
    with pytest.raises(IntegrityError), change(db, "Agreed"):
        db.insert_row("buddy_pair", row | {"ended_on": date(2019, 12, 1).isoformat()})


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("good_practice", "shared_at"): SharedAt,
            ("good_practice", "consent"): PracticeConsent,
            ("buddy_meeting", "how"): MetHow,
        },
    )
