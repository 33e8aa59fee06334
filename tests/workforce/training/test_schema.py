"""The tables of training keep what they are meant to, and nothing else."""

import pytest

from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Database, change
from resources.database.engine import IntegrityError
from tests.schema_words import check_words
from tests.workforce.training.school import TODAY, School
from workforce.training import vocabulary as words
from workforce.training.bookings import book


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("course", "kind"): words.CourseKind,
            ("learner_post", "job_role"): words.JobRole,
            ("learner_post", "employment"): words.Employment,
            ("training_session", "status"): words.SessionStatus,
            ("booking", "status"): words.BookingStatus,
            ("training_record", "job_role"): words.JobRole,
            ("training_record", "accredited"): words.Accredited,
            ("training_record", "delivered_by"): words.DeliveredBy,
            ("training_record", "how"): words.HowDelivered,
            ("training_record", "source"): words.RecordSource,
            ("training_requirement", "kind"): ServiceKind,
            ("training_requirement", "job_role"): words.JobRole,
            ("package_offer", "rating"): Rating,
            ("package_offer", "status"): words.OfferStatus,
        },
    )


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("course", {"name": ""}),
        ("course", {"valid_months": 0}),
        ("learner", {"family_name": ""}),
        ("learner", {"uln": "12345A7890"}),
        ("learner", {"has_ni_number": 2}),
    ],
)
def test_what_cannot_be_is_not_kept(db: Database, table: str, wrong: dict[str, object]) -> None:
    whole: dict[str, dict[str, object]] = {
        "course": {"id": "1", "name": "Fire safety", "kind": "course"},
        "learner": {"id": "1", "family_name": "Example"},
    }
    with pytest.raises(IntegrityError), change(db, "Kept"):
        db.insert_row(table, {**whole[table], **wrong})  # type: ignore[arg-type]
    assert db.value(f"select count(*) from {table}") == 0


def test_a_learner_is_on_the_list_of_a_session_once(db: Database) -> None:
    school = School(db)
    held, ada = school.session(), school.learner("Ada Example")
    book(db, held.id, ada.id, today=TODAY)
    row = {"id": "2", "session_id": held.id, "learner_id": ada.id, "provider_id": school.rosewood,
           "status": "booked", "booked_on": "2019-12-02"}  # fmt: skip
    with pytest.raises(IntegrityError), change(db, "Booked"):
        db.insert_row("booking", row)
