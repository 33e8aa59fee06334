"""Every table of nominees and voices says that it is not for publication, and what it needs to say."""

import pytest

from awards.exempt import EXEMPTION
from awards.nominations.alike import alike_nominees, alike_voices
from awards.nominations.entries import entry
from awards.nominations.moving import move_category, steps_of
from awards.nominations.tables import (
    alike_table,
    alike_voices_table,
    all_voices_table,
    entries_table,
    steps_table,
)
from resources.database import Database
from tests.awards.gala import NOW, Gala


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_nominees_with_their_voices_and_where_they_work(gala: Gala) -> None:
    ada = gala.nominate(job_role="Nurse")
    gala.nominate(entry_id=ada.id)
    gala.nominate("Ben Specimen", service_id=None, place_told="A home in Hucknall")
    table = entries_table(gala.db, gala.round_id)
    assert table.exempt is EXEMPTION
    assert table.rows[0][:2] == ("2026-001", "Ada Example")
    assert table.rows[0][3:] == (
        "Submitted", 2, "Nurse", "Rosewood House", "Rosewood Example Homes", "2026-09-01",
    )  # fmt: skip
    assert table.rows[1][6] == "A home in Hucknall"
    assert entries_table(gala.db, gala.round_id, [ada]).rows == table.rows[:1]


def test_voices_with_their_length_and_on_wish_what_they_say(gala: Gala) -> None:
    gala.nominate(statement="word " * 312)
    table = all_voices_table(gala.db, gala.round_id, statements=True)
    assert table.exempt is EXEMPTION
    row = dict(zip([one.name for one in table.columns], table.rows[0], strict=True))
    assert (row["words"], row["over"], row["statement"]) == (312, 12, ("word " * 312).strip())
    assert len(all_voices_table(gala.db, gala.round_id).columns) == len(table.columns) - 1


def test_steps_say_to_which_category_somebody_moved(gala: Gala) -> None:
    ada, team = gala.nominate(), gala.category("Team")
    move_category(gala.db, ada.id, team.id, now=NOW, reason="All of them.")
    table = steps_table(gala.db, entry(gala.db, ada.id), steps_of(gala.db, ada.id))
    assert table.exempt is EXEMPTION
    assert [row[2:] for row in table.rows] == [("Submitted", ""), (f"Moved to “{team.name}”", "All of them.")]


def test_pairs_are_told_with_their_reasons(gala: Gala) -> None:
    gala.nominate("Ada Example")
    gala.nominate("Ada Example", nominator="Odette Sample", nominator_email="")
    nominees = alike_table(gala.db, alike_nominees(gala.db, gala.round_id))
    voices = alike_voices_table(gala.db, alike_voices(gala.db, gala.round_id))
    assert nominees.exempt is EXEMPTION is voices.exempt
    assert nominees.rows[0][0] == "2026-001 Ada Example"
    assert voices.rows[0][1] == "2026-002 Ada Example, by Odette Sample"
