"""What the tables of online attendance allow."""

import pytest

from engagement.forums.online.vocabulary import Decision, Layout
from resources.database import Database, change
from resources.database.engine import IntegrityError
from tests.schema_words import check_words


def test_a_name_is_kept_once_for_a_contact(db: Database, contact: dict[str, str]) -> None:
    row = {"contact_id": contact["Ada Example"], "name_key": "ada example", "email_key": ""}
    with change(db, "Once"):
        db.insert_row("known_as", {"id": "one", **row})
    with pytest.raises(IntegrityError), change(db, "Twice"):
        db.insert_row("known_as", {"id": "two", **row})


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("online_file", "layout"): Layout,
            ("online_attendance", "decision"): Decision,
        },
    )
