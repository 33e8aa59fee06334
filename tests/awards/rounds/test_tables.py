"""Rounds and what belongs to them, as tables."""

from datetime import date

from awards.rounds.moving_on import move_phase
from awards.rounds.phase_plan import set_phase
from awards.rounds.rounds import archive_round
from awards.rounds.tables import (
    categories_table,
    checklist_table,
    criteria_table,
    phases_table,
    rounds_table,
    rules_lines,
    steps_table,
)
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import Database
from tests.awards.gala import NOW, TODAY, Gala


def test_rounds_with_how_many_take_part(db: Database) -> None:
    gala = Gala(db)
    ada = gala.nominate()
    gala.nominate(nominator="Bo Sample", entry_id=ada.id)
    gala.nominate("Bo Example", as_draft=True)
    gala.judge()
    old = Gala(db, "Proud to Care 2025", year=2025)
    table = rounds_table(db)
    assert table.rows == [
        ("Proud to Care 2026", "2026", "Nominations open", 7, 2, 2, 1, None, None),
        ("Proud to Care 2025", "2025", "Nominations open", 7, 0, 0, 0, None, None),
    ]
    assert table.base == "2 rounds" and table.exempt is None
    archive_round(db, old.round_id, today=TODAY)
    assert len(rounds_table(db).rows) == 1
    assert rounds_table(db, archived=True).rows[1][-1] == "2026-09-01"


def test_categories_say_how_many_are_nominated_in_each(db: Database) -> None:
    gala = Gala(db)
    gala.nominate()
    gala.stands(gala.nominate("Bo Example").id, EntryStatus.INELIGIBLE)
    rows = categories_table(db, gala.round).rows
    assert rows[0][:5] == ("Proud to deliver Excellent Person Centred Care", "Individual", 2, 300, 4)
    assert [row[2] for row in rows] == [2, 0, 0, 0, 0, 0, 0]


def test_criteria_say_where_they_are_scored_and_what_values_mean(db: Database) -> None:
    gala = Gala(db)
    rows = criteria_table(db, gala.round).rows
    assert rows[0][:5] == ("Difference made", "Every category", "2", "1 to 5", 1)
    assert str(rows[0][6]).startswith("1 Nothing is said of it; 2 Said")
    assert rows[4][:2] == ("Together", "Proud to Care Team Award")
    assert checklist_table(db, gala.round).rows[0] == (
        1, "The nominee works in adult social care in the council’s area"
    )  # fmt: skip


def test_phases_say_which_it_is_and_whether_it_is_overdue(db: Database) -> None:
    gala = Gala(db)
    set_phase(db, gala.round_id, RoundPhase.NOMINATE, from_on=date(2026, 8, 1), until_on=date(2026, 9, 1))
    rows = phases_table(db, gala.round, today=TODAY).rows
    assert rows[0] == ("Nominations open", "2026-08-01", "2026-09-01", "Never", "Now")
    assert phases_table(db, gala.round, today=date(2026, 9, 2)).rows[0][-1] == "Overdue"
    assert {row[-1] for row in rows[1:]} == {""}


def test_steps_say_who_moved_the_round(db: Database) -> None:
    gala = Gala(db)
    move_phase(db, gala.round_id, RoundPhase.QUALIFY, now=NOW)
    assert steps_table(db, gala.round).rows == [
        ("2026-09-01T09:00:00+00:00", "Nominations open", "Qualifying", "Test Officer", "")
    ]


def test_the_rules_in_words(db: Database) -> None:
    assert dict(rules_lines(Gala(db).round)) == {
        "Statements": "at most 300 words", "Finalists": "at most 4 in a category", "Judges": "3 for each nominee",
        "A tie is parted by": "The higher median", "A category": "may be left without a winner",
    }  # fmt: skip
