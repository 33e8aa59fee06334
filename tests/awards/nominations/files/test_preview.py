"""What is shown before a file is taken in: every row in its group, all of it marked."""

from datetime import UTC, date, datetime

from awards.nominations.files.asked_tables import asked_tables
from awards.nominations.files.mapping import columns_of
from awards.nominations.files.preview import preview_groups, preview_notes, uses_table
from awards.nominations.files.taking_in import take_in
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import RoundPhase
from resources.database import Database
from tests.awards.gala import Gala
from tests.awards.nominations.files import made_nominations as made
from tests.awards.nominations.files.conftest import Look

NOW = datetime(2026, 9, 30, 9, tzinfo=UTC)


def test_every_row_stands_in_its_group(db: Database, look: Look, gala: Gala) -> None:
    set_phase(db, gala.round_id, RoundPhase.NOMINATE, from_on=date(2026, 8, 1), until_on=date(2026, 9, 7))
    take_in(db, look([made.row(1)]), now=NOW)
    rows = [
        made.row(1, why="Quite other words."), made.row(2), made.row(3, "Ben Specimen and Cy Sample"),
        made.row(4, "Dee Sample", place="Rosewod House"), made.row(5, ""), made.row(8, "Late Sample"),
        ("9", "", "9/1/26 10:00:00"),
    ]  # fmt: skip
    found = look(rows)
    counts = {one.name: one.number for one in preview_groups(found)}
    assert counts == {
        "New nominees": 2, "Another voice": 1, "Changed since": 1, "Late": 1,
        "Look at: not tied": 1, "Held already": 1, "Nothing answered": 1,
        f"Refused: {made.NOMINEE}": 1,
    }  # fmt: skip
    notes = preview_notes(found)
    assert "1 home or service may be one of the register." in notes
    assert "1 answer may name several nominees and is taken as one." in notes
    new = next(one.table for one in preview_groups(found) if one.name == "New nominees")
    assert new.rows[1][:5] == (
        5,
        "Dee Sample",
        made.CARE,
        "Rosewod House",
        "Like Rosewood House",
    )


def test_every_table_that_names_somebody_is_marked(look: Look) -> None:
    found = look([made.row(1, "Ada Example & Ben Specimen", place="Rosewod House"), made.row(2, "")])
    tables = [one.table for one in preview_groups(found) if one.number] + asked_tables(found, {})
    assert [one.title for one in tables if one.exempt is None] == []


def test_what_is_to_be_decided_is_told_on_the_command_line(look: Look, gala: Gala) -> None:
    gala.nominate("Ada Example", service_id=gala.lodge)
    rows = [
        made.row(1, "Ben Specimen; Cy Sample"), made.row(2, place="Rosewod House"),
        made.row(3, category="Team award"),
    ]  # fmt: skip
    names = {one.id: one.name for one in gala.categories}
    several, places, words, joins = asked_tables(look(rows), names)
    assert several.rows == [(2, "Ben Specimen; Cy Sample", "Ben Specimen · Cy Sample", "Apart")]
    assert places.rows[0][0] == "Rosewod House"
    assert str(words.rows[0][1]).startswith(made.TEAM)
    assert joins.rows[0][1:3] == ("Ada Example", "2026-001 Ada Example")
    assert any("“Team award”" in note for note in preview_notes(look(rows)))


def test_what_each_column_is_taken_for(look: Look) -> None:
    found = look([made.row(1)])
    rows = uses_table(found.uses, [(one.key, one.heading) for one in columns_of(found.file)]).rows
    assert (made.NOMINEE, "Who is nominated", "by its words") in rows
    assert ("Name", "Nominator’s name", "by its words") not in rows
