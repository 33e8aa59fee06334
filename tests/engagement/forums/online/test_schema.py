"""What the tables of online attendance allow."""

import pytest

from engagement.forums.online.vocabulary import Decision, Layout
from resources.database import Database, change
from resources.database.engine import IntegrityError


def test_the_words_and_the_tables_agree(db: Database) -> None:
    made = db.value("select sql from sqlite_schema where name = 'online_file'")
    assert all(f"'{word.value}'" in made for word in Layout)
    made = db.value("select sql from sqlite_schema where name = 'online_attendance'")
    assert all(f"'{word.value}'" in made for word in Decision)


def test_a_name_is_kept_once_for_a_contact(db: Database, contact: dict[str, str]) -> None:
    row = {"contact_id": contact["Ada Example"], "name_key": "ada example", "email_key": ""}
    with change(db, "Once"):
        db.insert_row("known_as", {"id": "one", **row})
    with pytest.raises(IntegrityError), change(db, "Twice"):
        db.insert_row("known_as", {"id": "two", **row})
