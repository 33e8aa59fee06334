"""A file of nominations is written whole, once, and one undo takes it back."""

from datetime import UTC, date, datetime

import pytest

from awards.nominations.entries import entries
from awards.nominations.files.mapping import suggest
from awards.nominations.files.taking_in import take_in
from awards.nominations.nominations import nominations, nominations_of
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import EntryStatus, HowReceived, NominationStatus, RoundPhase
from resources.database import Database, history
from resources.database.history import ChangedSince
from resources.problem import Problem
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made
from tests.awards.nominations.files.conftest import Look

NOW = datetime(2026, 9, 30, 9, tzinfo=UTC)


def test_nominees_and_voices_are_added_as_one_change(db: Database, look: Look, gala: Gala) -> None:
    ada = gala.nominate("Ada Example")
    rows = [made.row(1), made.row(2, "Ben Specimen\nCy Sample"), made.row(3, "Ben Specimen")]
    taken = take_in(db, look(rows), now=NOW)
    assert (taken.nominations, taken.nominees, taken.changed) == (4, 2, 0)
    assert taken.words == "Took in 4 nominations with 2 new nominees"
    held = entries(db, gala.round_id)
    assert [one.nominee for one in held] == ["Ada Example", "Ben Specimen", "Cy Sample"]
    assert [len(nominations_of(db, one.id)) for one in held] == [2, 2, 1]
    voice = nominations_of(db, ada.id)[1]
    assert (voice.how, voice.received_on, voice.statement) == (
        HowReceived.FILE, date(2026, 9, 2), f"{made.STORY} (1)",
    )  # fmt: skip
    assert db.rows("select name, rows from nomination_file") == [("form.csv", 3)]
    undone = history.undo(db)
    assert undone is not None and undone.action == "Took in 4 nominations with 2 new nominees from form.csv"
    assert [one.nominee for one in entries(db, gala.round_id)] == ["Ada Example"]
    assert db.value("select count(*) from nomination_heading") == 0


def test_a_second_time_adds_nothing(db: Database, look: Look, gala: Gala) -> None:
    rows = [made.row(1), made.row(2, "Ben Specimen")]
    take_in(db, look(rows), now=NOW)
    with pytest.raises(Problem, match="holds no nomination that could be added"):
        take_in(db, look(rows), now=NOW)
    again = look([*rows, made.row(3, "Cy Sample")], name="form again.csv")
    assert take_in(db, again, now=NOW).nominations == 1
    assert db.value("select count(*) from nomination_file") == 2


def test_changed_words_stand_where_that_is_chosen(db: Database, look: Look, gala: Gala) -> None:
    take_in(db, look([made.row(1)]), now=NOW)
    found = look([made.row(1, why="Quite other words.")], take_changed=True)
    taken = take_in(db, found, now=NOW)
    assert (taken.words, taken.nominations) == ("Took in the new words of 1 nomination", 0)
    assert [one.statement for one in nominations(db, gala.round_id)] == ["Quite other words."]


def test_the_reason_of_what_is_late_is_kept(db: Database, look: Look, gala: Gala) -> None:
    set_phase(db, gala.round_id, RoundPhase.NOMINATE, from_on=date(2026, 8, 1), until_on=date(2026, 9, 3))
    take_in(
        db, look([made.row(1), made.row(5, "Ben Specimen")], late_reason="The form closed late."), now=NOW
    )
    assert [one.reason for one in nominations(db, gala.round_id)] == ["", "The form closed late."]


def test_drafts_wait(db: Database, look: Look, gala: Gala) -> None:
    take_in(db, look([made.row(1, why="")], as_drafts=True), now=NOW)
    (voice,) = nominations(db, gala.round_id)
    assert voice.status is NominationStatus.DRAFT
    assert [one.status for one in entries(db, gala.round_id)] == [EntryStatus.DRAFT]


def test_a_preview_that_is_out_of_date_takes_nothing_in(db: Database, look: Look, gala: Gala) -> None:
    found = look([made.row(1)])
    gala.nominate("Ben Specimen")
    with pytest.raises(ChangedSince):
        take_in(db, found, now=NOW)
    assert len(entries(db, gala.round_id)) == 1


def test_what_headings_meant_is_remembered(db: Database, look: Look, gala: Gala) -> None:
    found = look([made.row(1)])
    take_in(db, found, now=NOW)
    names = [(one.id, one.name) for one in gala.categories]
    assert {use.how.value for use in suggest(db, found.file, names).values()} == {"as the last time"}
