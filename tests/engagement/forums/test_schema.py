"""A file of an earlier version keeps its events and its people."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement.forums.vocabulary import (
    Confidentiality,
    EventKind,
    EventState,
    LogKind,
    ParticipantRole,
    ParticipantStatus,
)
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, change, open_file
from resources.database.engine import IntegrityError
from tests.schema_words import check_words, words_allowed

FIRST = tuple(
    replace(one, migrations=one.migrations[:1], listings=())
    for one in CAPABILITIES
    if one.name in ("register", "forums")
)
PROVIDER = {"id": "p", "name": "Rosewood Example Care"}
CONTACT = {"id": "c", "provider_id": "p", "name": "Ada Example", "role": "other", "consent": "not_recorded"}
EVENT = {"id": "e", "kind": "provider_forum", "title": "Forum", "starts_at": "2019-12-10T10:00:00+00:00",
         "ends_at": "2019-12-10T12:00:00+00:00"}  # fmt: skip
PERSON = {"event_id": "e", "contact_id": "c", "provider_id": "p", "reply": "accepted", "status": "accepted"}
LINE = {"id": "in", "participant_id": "one", "event_id": "e", "seq": 1, "kind": "entry", "nonce": "z",
        "at": "2019-12-10T10:00:00+00:00", "by": "Test Officer", "device": "a laptop"}  # fmt: skip


def make(db: Database) -> None:
    """An event with one person, and a line in the door's log."""
    with change(db, "Made what the test needs"):
        db.insert_row("provider", PROVIDER)
        db.insert_row("contact", CONTACT)
        db.insert_row("event", EVENT)
        db.insert_row("participant", {"id": "one", **PERSON, "role": "speaker"})
        db.insert_row("check_in", LINE)


def test_people_of_an_earlier_version_are_kept_and_the_wider_roles_are_allowed(tmp_path: Path) -> None:
    path = tmp_path / "office.providerdesk"
    opened = open_file(path, FIRST, who="Test Officer", create=True)
    make(opened.db)
    held = opened.db.rows("select * from participant")
    opened.close()
    opened = open_file(path, CAPABILITIES, who="Test Officer")
    try:
        db = opened.db
        assert db.rows("select * from participant") == held
        assert db.rows("select participant_id from check_in") == [("one",)]
        assert db.rows("pragma foreign_key_check") == []
        assert db.value("select organisation from provider") == OrganisationKind.CARE_PROVIDER
        assert db.value("select confidentiality from event") is None
        with change(db, "Made her the chair"):
            db.update_row("participant", "one", {"role": "chair"})
        with pytest.raises(IntegrityError), change(db, "Made her what nobody is"):
            db.update_row("participant", "one", {"role": "jester"})
    finally:
        opened.close()


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("series", "kind"): EventKind,
            ("event", "kind"): EventKind,
            ("event", "state"): EventState,
            ("event", "confidentiality"): Confidentiality,
            ("participant", "status"): ParticipantStatus,
            ("participant", "role"): ParticipantRole,
            ("check_in", "kind"): LogKind,
            ("provider", "organisation"): OrganisationKind,
        },
    )
    replies = sorted(status.value for status in ParticipantStatus if status.is_reply)
    assert sorted(words_allowed(db, "participant", "reply")) == replies
