"""What the tables of the mailings refuse."""

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from engagement.forums.mailing.vocabulary import Purpose, Way
from engagement.forums.vocabulary import EventKind
from resources.database import Database, change, new_key
from tests.schema_words import check_words


def _words(**changes: object) -> dict[str, object]:
    return {"id": new_key(), "purpose": "thanks", "event_kind": None, "subject": "S", "body": "B", **changes}


def test_a_wording_is_kept_once_for_each_purpose_and_kind(db: Database) -> None:
    with change(db, "Kept"):
        db.insert_row("mailing_words", _words())  # type: ignore[arg-type]
        db.insert_row("mailing_words", _words(event_kind="other"))  # type: ignore[arg-type]
    with pytest.raises(IntegrityError), change(db, "Kept again"):
        db.insert_row("mailing_words", _words())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong", [{"purpose": "greeting"}, {"event_kind": "party"}, {"subject": ""}, {"body": ""}]
)
def test_what_is_no_wording_is_refused(db: Database, wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError), change(db, "Kept"):
        db.insert_row("mailing_words", _words(**wrong))  # type: ignore[arg-type]


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("mailing_words", "purpose"): Purpose,
            ("mailing_words", "event_kind"): EventKind,
            ("mailing", "purpose"): Purpose,
            ("mailing", "how"): Way,
        },
    )
