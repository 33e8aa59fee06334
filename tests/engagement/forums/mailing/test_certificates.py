"""Certificates: for those who came and for nobody else, with the time that they were there."""

from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.mailing.certificates import (
    certificate_files,
    check_certificates,
    save_certificates,
    times_of,
    who_came,
)
from engagement.forums.people import participants
from engagement.forums.vocabulary import ParticipantStatus
from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.report.word.certificates import length_words
from resources.wording import instant_text
from tests.engagement.forums.conftest import STARTS
from tests.engagement.forums.held_forum import AFTER

Held = tuple[str, dict[str, str]]
ENDS = STARTS + timedelta(hours=2)


def texts(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_only_those_who_came_have_one_a_page_each(db: Database, held: Held, tmp_path: Path) -> None:
    event, _ = held
    assert save_certificates(db, event, tmp_path / "c.docx", now=AFTER) == 3
    text = texts(tmp_path / "c.docx")
    for name in ("Amina Khan", "Ben Lund", "Eve Yew"):
        assert text.count(name) == 1
    for name in ("Cy Moss", "Di Nye", "Ed Orr"):
        assert name not in text
    sections = Document(str(tmp_path / "c.docx")).sections
    assert len(sections) == 3
    for one in sections:
        assert one.orientation == WD_ORIENT.LANDSCAPE
        assert abs(one.page_width - Mm(297)) < Mm(0.1) and abs(one.page_height - Mm(210)) < Mm(0.1)
    assert "on 10 December 2019, Mansfield Civic Centre" in text
    assert text.count("2 hours") == 3


@pytest.mark.parametrize("name", ["Cy Moss", "Di Nye", "Ed Orr"])
def test_who_did_not_come_is_refused_and_nothing_is_written(
    db: Database, held: Held, tmp_path: Path, name: str
) -> None:
    event, keys = held
    with pytest.raises(Problem, match=f"{name} did not come"):
        save_certificates(db, event, tmp_path / "c.docx", now=AFTER, chosen=[keys["Amina Khan"], keys[name]])
    assert list(tmp_path.iterdir()) == [
        tmp_path / one.name for one in tmp_path.iterdir() if "providerdesk" in one.name
    ]


def test_no_status_but_those_of_having_come_is_certified(db: Database, held: Held) -> None:
    event, keys = held
    people = participants.of_event(db, event)
    for status in ParticipantStatus:
        with change(db, "Set it"):
            db.update_row("participant", keys["Di Nye"], {"status": status.value})
        person = participants.get(db, keys["Di Nye"])
        assert bool(times_of(db, event, [person], now=AFTER)) is status.came
        assert (person.id in certificate_files(db, event, [person], now=AFTER)) is status.came
    assert len(people) == 6


def test_a_check_in_that_was_undone_takes_the_certificate_away(db: Database, held: Held) -> None:
    event, keys = held
    key = keys["Amina Khan"]
    assert door.undo_check_in(db, event, key, now=AFTER, device="Laptop 1", nonce="u")
    assert key not in {one.id for one in who_came(db, event)}


def test_who_left_early_has_the_time_until_they_left(db: Database, held: Held) -> None:
    event, keys = held
    key = keys["Ben Lund"]
    door.check_out(db, event, key, now=STARTS + timedelta(minutes=75), device="Laptop 1", nonce="o")
    person = participants.get(db, key)
    assert person.status is ParticipantStatus.LEFT_EARLY
    assert times_of(db, event, [person], now=AFTER) == {key: "1 hour 15 minutes"}


def _online(db: Database, event: str, person: str, *lines: tuple[str, int], seconds: int = 0) -> None:
    with change(db, "Joined online"):
        for kind, minutes in lines:
            db.insert_row(
                "check_in",
                {
                    "id": new_key(), "participant_id": person, "event_id": event, "seq": 1000 + minutes, "kind": kind,
                    "at": instant_text(STARTS + timedelta(minutes=minutes)), "by": "T", "device": "T",
                    "nonce": new_key(), "list": "online",
                },
            )  # fmt: skip
        if seconds:
            file = new_key()
            db.insert_row(
                "online_file",
                {"id": file, "event_id": event, "name": "m.csv", "sha256": "0", "layout": "teams", "least_minutes": 5,
                 "taken_in_at": instant_text(AFTER)},
            )  # fmt: skip
            db.insert_row(
                "online_attendance",
                {"id": new_key(), "online_file_id": file, "event_id": event, "participant_id": person,
                 "shown_name": "X", "joins": 2, "seconds": seconds, "decision": "attended"},
            )  # fmt: skip
        participants.restate(db, person)


def test_who_was_there_online_alone_has_the_time_that_was_counted(db: Database, held: Held) -> None:
    event, keys = held
    key = keys["Di Nye"]
    _online(db, event, key, ("entry", 10), seconds=50 * 60)
    person = participants.get(db, key)
    assert times_of(db, event, [person], now=AFTER) == {key: "50 minutes"}


def test_online_time_is_never_more_than_the_event(db: Database, held: Held) -> None:
    event, keys = held
    key = keys["Di Nye"]
    _online(db, event, key, ("entry", -30), ("exit", 60), ("entry", 70), seconds=9 * 3600)
    assert times_of(db, event, [participants.get(db, key)], now=AFTER) == {key: "2 hours"}


def test_without_a_count_the_ins_and_outs_within_the_event_are_added_up(db: Database, held: Held) -> None:
    event, keys = held
    key = keys["Di Nye"]
    _online(db, event, key, ("entry", -30), ("exit", 60), ("entry", 70), ("exit", 100))
    assert times_of(db, event, [participants.get(db, key)], now=AFTER) == {key: "1 hour 30 minutes"}


def test_who_came_to_the_room_and_joined_online_too_has_the_events_length(db: Database, held: Held) -> None:
    event, keys = held
    key = keys["Amina Khan"]
    _online(db, event, key, ("entry", 5), seconds=600)
    assert times_of(db, event, [participants.get(db, key)], now=AFTER) == {key: "2 hours"}


def test_nothing_is_certified_before_the_end(db: Database, held: Held) -> None:
    event, _ = held
    with pytest.raises(Problem, match="is not over"):
        check_certificates(db, event, now=ENDS - timedelta(minutes=1))
    assert len(check_certificates(db, event, now=ENDS)[0]) == 3


def test_an_event_to_which_nobody_came_has_none(db: Database, forum: object) -> None:
    event = forum()  # type: ignore[operator]
    with pytest.raises(Problem, match="Nobody is recorded as having come"):
        check_certificates(db, event, now=AFTER)
    assert events.get(db, event).title


def test_lengths_in_words() -> None:
    assert length_words(timedelta(hours=2, minutes=30)) == "2 hours 30 minutes"
    assert length_words(timedelta(hours=1)) == "1 hour"
    assert length_words(timedelta(seconds=20)) == "1 minute"
